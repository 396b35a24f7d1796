//! The words of catalogues as templates print them.

use tera::{Map, Value};

use crate::locale::Locale;

/// The words of a language, as templates see them.
pub(super) fn of(locale: &Locale) -> Value {
    let word = |text: &str| if is_joint(text) { Value::safe_string(text) } else { Value::from(text) };
    locale.words().iter().map(|(id, text)| (id.clone().into(), word(text))).collect::<Map>().into()
}

/// Whether words join what stands around them, so that the white space at their ends counts, which escaping would take away.
/// They are no more than letters and points, with nothing in them that any kind of file would take for anything else.
pub(super) fn is_joint(text: &str) -> bool {
    let joins = text.trim() != text || !text.contains(char::is_alphanumeric);
    joins && text.chars().all(|c| c == ' ' || c.is_alphanumeric() || POINTS.contains(&c))
}

/// Points that stand between words.
const POINTS: [char; 12] = [',', ';', ':', '.', '–', '—', '·', '(', ')', '/', '،', '؛'];

#[cfg(test)]
mod tests {
    use super::is_joint;

    #[test]
    fn joints_are_known() {
        for text in [", ", ": ", " إلى ", " to ", "", "، "] {
            assert!(is_joint(text), "{text:?}");
        }
        for text in ["Key facts", " <b>", "[", " *", "- ", "\n", " \u{202e}"] {
            assert!(!is_joint(text), "{text:?}");
        }
    }
}
