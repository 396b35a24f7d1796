//! The compiler of the built-in templates: what it does not know it refuses, so that nothing is compiled to something else than it says.

use std::path::Path;

use crate::project::Project;

#[path = "../../build/condition.rs"]
mod condition;
#[path = "../../build/emit.rs"]
mod emit;
#[path = "../../build/expression.rs"]
mod expression;
#[path = "../../build/lexer.rs"]
mod lexer;
#[path = "../../build/library.rs"]
mod library;
#[expect(dead_code, reason = "what a build script makes of a page, and tests do not")]
#[path = "../../build/pages.rs"]
mod pages;
#[path = "../../build/parser.rs"]
mod parser;
#[expect(dead_code, reason = "the same")]
#[path = "../../build/runs.rs"]
mod runs;
#[path = "../../build/scope.rs"]
mod scope;
#[path = "../../build/tree.rs"]
mod tree;
#[path = "../../build/values.rs"]
mod values;

/// `brief.md`, with these other templates beside it.
fn emitted(text: &str, others: &[(&str, &str)]) -> Result<emit::Emitted, String> {
    emitted_as("brief.md", text, others)
}

/// The same of another page.
fn emitted_as(page: &str, text: &str, others: &[(&str, &str)]) -> Result<emit::Emitted, String> {
    let folder = others.iter().fold(Project::new(), |folder, (name, text)| folder.file(name, text));
    folder.write(page, text);
    let library = library::Library::read(Path::new(&folder.path("")))?;
    let kind = pages::KINDS.iter().find(|kind| kind.template == page).unwrap();
    emit::emit(&library, kind, &mut emit::Gathered::default())
}

fn compiled(text: &str, others: &[(&str, &str)]) -> Result<String, String> {
    Ok(emitted(text, others)?.code)
}

#[test]
fn a_page_knows_what_it_is_made_from() {
    let others = [
        ("a.md", "{% block b %}{% include \"c.md\" %}{% endblock %}"),
        ("c.md", "{{ <d/> }}"),
        ("e.md", "{% component d() %}{% endcomponent %}{% component f() %}{% endcomponent %}"),
    ];
    let parts = emitted("{% extends \"a.md\" %}", &others).map(|page| page.parts).unwrap();
    assert_eq!(parts.into_iter().collect::<Vec<_>>(), ["<d>", "a.md", "brief.md", "c.md", "e.md"]);
}

#[test]
fn what_is_not_known_is_refused() {
    for (text, told) in [
        ("{% macro a() %}", "the tag `macro` is not known here"),
        ("{% if brief.title %}", "`if` is not ended"),
        ("{{ brief.title", "`{{` is not closed"),
        ("{{ brief.title | upper }}", "`upper` of Place(\"view.title\") is not known here"),
        ("{{ brief.title | md(inline=false) }}", "has arguments that are not known here"),
        ("{{ \"a\\n\" | safe }}", "a backslash in a text is not known here"),
        ("{{ brief.title is defined }}", "Word(\"is\") is not known here"),
        ("{{ title }}", "`title` is not known here"),
        ("{{ <none/> }}", "there is no component `none`"),
        ("{% include \"none.md\" %}", "there is no template `none.md`"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "the block `a` stands there twice"),
        ("{% for words in brief.topics %}{% endfor %}", "nothing else can be called `words` here"),
        ("{% set brief = brief.title %}", "`brief` is set twice"),
        ("{% for it in brief.topics | length %}{% endfor %}", "is not known as a value here"),
        (
            "{% component a() %}{% endcomponent %}{% component a() %}{% endcomponent %}",
            "the component `a` stands there twice",
        ),
    ] {
        let refused = compiled(text, &[]).expect_err(text);
        assert!(refused.contains(told), "{text}\n{refused}");
    }
}

#[test]
fn what_other_templates_bring_along_is_refused_where_it_would_be_lost() {
    for (text, other, told) in [
        (
            "{% include \"a.md\" %}",
            "{% block b %}c{% endblock %}",
            "the block `b` stands in no template that is extended",
        ),
        ("{% include \"a.md\" %}", "{% include \"a.md\" %}", "`a.md` holds itself"),
        (
            "{% component c() %}{% endcomponent %}{{ <c/> }}",
            "{% component c() %}{% endcomponent %}",
            "there are two components `c`",
        ),
    ] {
        let refused = compiled(text, &[("a.md", other)]).expect_err(text);
        assert!(refused.contains(told), "{text}\n{refused}");
    }
}

#[test]
fn text_and_the_words_in_it_are_one_run() {
    let code = compiled("a{{ words.lang }}b{{ site.words.lang }}{{ brief.title }}c{{ words.lang }}", &[]);
    let lines: Vec<_> = code.as_deref().unwrap().lines().filter(|line| line.starts_with("out.")).collect();
    let written = [
        "out.raw(around.words.run(0));",
        "out.raw(around.site_words.run(0));",
        "out.put(&view.title);",
        "out.raw(around.words.run(1));",
    ];
    assert_eq!(lines, written);
}

#[test]
fn links_and_parts_are_noted_where_their_values_begin() {
    let text = "<p id=\"a\" class=\"b\"><a href=\"{{ brief.id }}\" data-id=\"c\">";
    let lines = |page| {
        let code = emitted_as(page, text, &[]).map(|page| page.code).unwrap();
        code.lines().filter(|line| line.starts_with("out.")).map(str::to_owned).collect::<Vec<_>>()
    };
    let noted = [
        r#"out.raw("<p id=\"");"#,
        "out.part();",
        r#"out.raw("a\" class=\"b\"><a href=\"");"#,
        "out.link();",
        "out.put(&view.id);",
        r#"out.raw("\" data-id=\"c\">");"#,
    ];
    assert_eq!(lines("brief.html"), noted);
    assert!(!lines("brief.md").iter().any(|line| line == "out.link();"));
}

#[test]
fn white_space_goes_where_hyphens_say_so() {
    for (text, written) in [
        ("a {{- brief.title -}} b", "[\"a\", \"b\"]"),
        ("a {# b -#}\n c", "[\"a c\"]"),
        ("a{{ brief.title -}} {# b #} c", "[\"a\", \"c\"]"),
        ("a {%- if brief.title %} b {% endif -%} c", "[\"a\", \" b \", \"c\"]"),
    ] {
        let code = compiled(text, &[]).expect(text);
        let raw = code.lines().filter_map(|line| line.strip_prefix("out.raw(")?.strip_suffix(");"));
        assert_eq!(format!("[{}]", raw.collect::<Vec<_>>().join(", ")), written, "{text:?}");
    }
}
