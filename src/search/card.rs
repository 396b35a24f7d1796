//! What a result shows of a document.

use super::builder::DOCUMENTS;
use super::document::Document;
use crate::script::json;

/// How long that may be, in bytes: a file has room for it.
const LONGEST: usize = DOCUMENTS;

/// What a result shows, as a JSON array, which `templates/search.js` reads by place.
///
/// Texts are shown whole or not at all: whoever says so, and every doubt, may stand behind any cut.
pub(super) fn card(document: &Document<'_>) -> String {
    let shown = |title: &str, snippet: &str| {
        json(&(
            document.kind.as_ref(),
            &document.href,
            title,
            &document.date,
            document.marking,
            &document.lang,
            document.dir,
            snippet,
        ))
    };
    let whole = shown(&document.title, &document.snippet);
    if whole.len() <= LONGEST {
        return whole;
    }
    let headline = shown(&document.title, "");
    if headline.len() <= LONGEST { headline } else { shown(&document.href, "") }
}

#[cfg(test)]
mod tests {
    use super::*;

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
