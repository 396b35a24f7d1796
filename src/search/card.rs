//! What a result shows of a document.

use super::builder::DOCUMENTS;
use super::document::Document;
use crate::model::{Direction, Lang};
use crate::script::json;

/// How long that may be, in bytes: a file has room for it.
const LONGEST: usize = DOCUMENTS;

/// What a result shows, as a JSON array, which `templates/search.js` reads by place.
///
/// The language of the snippet stands behind it where that is not the one of the title. Texts are shown whole or not at all: whoever says so, and every doubt, may stand behind any cut.
pub(super) fn card(document: &Document<'_>) -> String {
    let (lang, dir) = tongue(document.title_lang);
    let shown = |title: &str, snippet: &str| {
        let kind = document.kind.as_ref();
        let of_title = (kind, &document.href, title, &document.date, document.marking, lang, dir, snippet);
        if document.snippet_lang == document.title_lang || snippet.is_empty() {
            return json(&of_title);
        }
        let (kind, href, title, date, marking, lang, dir, snippet) = of_title;
        let (snippet_lang, snippet_dir) = tongue(document.snippet_lang);
        json(&(kind, href, title, date, marking, lang, dir, snippet, snippet_lang, snippet_dir))
    };
    let whole = shown(&document.title, &document.snippet);
    if whole.len() <= LONGEST {
        return whole;
    }
    let headline = shown(&document.title, "");
    if headline.len() <= LONGEST { headline } else { shown(&document.href, "") }
}

/// The tag and the direction of a language. Of a text in one that is not known, the browser tells the direction.
fn tongue(lang: Option<&Lang>) -> (&str, &'static str) {
    let dir = match lang.map(Lang::direction) {
        Some(Direction::Ltr) => "ltr",
        Some(Direction::Rtl) => "rtl",
        None => "auto",
    };
    (lang.map_or("", Lang::as_str), dir)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_and_snippet_run_as_their_languages_do() {
        let [arabic, english] = ["ar", "en"].map(|tag| Lang::parse(tag).unwrap());
        for (title_lang, snippet_lang, expected) in [
            (Some(&arabic), Some(&arabic), r#"["","","Guild قالت",null,"","ar","rtl","Open"]"#),
            (Some(&arabic), Some(&english), r#"["","","Guild قالت",null,"","ar","rtl","Open","en","ltr"]"#),
            (None, Some(&english), r#"["","","Guild قالت",null,"","","auto","Open","en","ltr"]"#),
            (None, None, r#"["","","Guild قالت",null,"","","auto","Open"]"#),
        ] {
            let (title, snippet) = ("Guild قالت".into(), "Open".into());
            let document = Document { title, title_lang, snippet, snippet_lang, ..Document::default() };
            assert_eq!(card(&document), expected);
        }
    }

    fn texts(title: &str, snippet: &str) -> [String; 2] {
        let href = "briefs/invented.html".to_owned();
        let document = Document { href, title: title.into(), snippet: snippet.into(), ..Document::default() };
        let card = card(&document);
        assert!(card.len() <= LONGEST);
        let card: serde_json::Value = serde_json::from_str(&card).unwrap();
        [2, 7].map(|at| card[at].as_str().unwrap().to_owned())
    }

    #[test]
    fn a_claim_keeps_the_speaker_in_its_last_sentence() {
        let claim = "Two bases will be built in the desert, with room for a wing of aircraft and several hundred people. ".repeat(9);
        let claim = format!(
            "{claim}That is what three unnamed officials say; a source in the ministry urges caution."
        );
        assert_eq!(texts("Two bases", &claim), ["Two bases".to_owned(), claim]);
    }

    #[test]
    fn what_is_too_long_is_left_out_whole() {
        let long = "word ".repeat(LONGEST / 5);
        assert_eq!(texts("Title", &long), ["Title", ""]);
        assert_eq!(texts(&long, "Short."), ["briefs/invented.html", ""]);
        // Each sign takes six bytes in a script.
        assert_eq!(texts("Title", &"<".repeat(LONGEST / 6)), ["Title", ""]);
    }
}
