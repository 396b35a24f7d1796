//! Quotes held against an article, as users see it.

use crate::project::Project;

const ARTICLE: &str = "Invented. The mayor said that the quay would not be closed before summer – R&D aside.\n\
                       She called the repair a “first step” and a step was needed.\n";

fn brief(quote: &str) -> String {
    format!(
        "schema: 1\ntitle: The quay\ndate: 2025-03-05\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
         article: {{url: https://paper.example/quay, text: ../articles/quay.txt}}\n\
         sources:\n  - {{id: mayor, name: The mayor, kind: official, descriptor: Invented.}}\n\
         key_facts:\n  - {{id: quay, text: The quay is open., status: stated, said_by: mayor, quotes: [{{text: \"{quote}\"}}]}}\n"
    )
}

fn desk(quote: &str) -> Project {
    Project::new().file("briefs/quay.yaml", brief(quote)).file("articles/quay.txt", ARTICLE)
}

#[test]
fn a_verified_quote_links_to_its_passage() {
    let desk = desk("not be closed before summer – R&D aside");
    let page = desk.run(&["render", "briefs/quay.yaml"]);
    assert_eq!(page.code, 0, "{}", page.err);
    let link = "<a href=\"https://paper.example/quay#:~:text=not%20be%20closed%20before%20summer%20%E2%80%93%20R%26D%20aside\" rel=\"noopener noreferrer\">“<bdi dir=\"ltr\">not be closed";
    assert!(page.out.contains(link), "{}", page.out);
    let context = desk.run(&["context", "briefs/quay.yaml"]);
    assert!(context.out.contains("summer%20%E2%80%93%20R%26D%20aside\""), "{}", context.out);
}

#[test]
fn a_changed_word_or_a_not_is_found_out() {
    for (quote, found) in [
        ("the quay would be closed before summer", "a negation makes it say the opposite"),
        ("the quay would not be closed before winter", "letter for letter"),
        ("The quay would not be closed", "letter for letter"),
    ] {
        let run = desk(quote).run(&["check"]);
        assert_eq!(run.code, 1, "{quote}: {}", run.out);
        assert!(run.out.contains("A121") && run.out.contains(found), "{quote}: {}", run.out);
        assert!(run.out.contains("quay.txt:1"), "{quote}: {}", run.out);
    }
}

#[test]
fn a_quote_that_is_not_alone_gets_no_link() {
    let page = desk("step").run(&["render", "briefs/quay.yaml"]);
    assert!(page.out.contains("“<bdi dir=\"ltr\">step</bdi>”") && !page.out.contains(":~:"), "{}", page.out);
}

#[test]
fn a_long_article_and_a_long_quote_do_no_harm() {
    let article = "a.*(b+)+$ ".repeat(200_000);
    let quote = "a.*(b+)+$ ".repeat(10_000) + "c";
    let desk = Project::new().file("briefs/quay.yaml", brief(&quote)).file("articles/quay.txt", article);
    let run = desk.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.out.contains("A121"));
}
