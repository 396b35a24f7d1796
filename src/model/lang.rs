//! Language tags and the direction that their script runs in.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::markdown::KnownText;

/// A language tag in the form of BCP 47: `en`, `tr`, `ar`, `zh-Hant`, `en-GB`.
/// The form is checked, the registry of subtags is not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline, extend("pattern" = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"))]
pub struct Lang(Cow<'static, str>);

/// Tags that are not copied wherever they are kept: most that a desk has.
const USUAL: [&str; 12] = ["en", "tr", "ar", "de", "fr", "es", "ru", "fa", "he", "ku", "el", "zh"];

/// The direction that text runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Ltr => Self::Rtl,
            Self::Rtl => Self::Ltr,
        }
    }
}

impl Lang {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        Self("en".into())
    }

    /// Takes a tag in the form of BCP 47; anything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut subtags = text.split('-');
        let primary = subtags.next()?;
        let primary_fits =
            (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
        let rest_fits =
            subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()));
        let usual = || USUAL.into_iter().find(|usual| *usual == text);
        (primary_fits && rest_fits)
            .then(|| Self(usual().map_or_else(|| Cow::Owned(text.to_owned()), Cow::Borrowed)))
    }

    /// The tag as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag, which has no more than letters, digits and hyphens between them.
    #[must_use]
    pub fn tag(&self) -> KnownText<&str> {
        KnownText::plain(self.as_str())
    }

    /// The tag in lower case.
    #[must_use]
    pub fn lower_case(&self) -> Cow<'_, str> {
        lower_case(&self.0)
    }

    /// The language without script, region and variants, in lower case.
    #[must_use]
    pub fn primary(&self) -> Cow<'_, str> {
        lower_case(self.primary_as_written())
    }

    fn primary_as_written(&self) -> &str {
        self.in_two().0
    }

    /// The language, and the subtags behind it.
    fn in_two(&self) -> (&str, &str) {
        // So short a tag, as most are, has no more than the language.
        if self.0.len() <= 3 { (&self.0, "") } else { self.0.split_once('-').unwrap_or((&self.0, "")) }
    }

    /// The direction of the script that the tag names or implies.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let rtl = match self.in_two() {
            (primary, "") => is_rtl_language(primary),
            (primary, subtags) => {
                let script = subtags.split('-').find(|tag| tag.len() == 4);
                script.map_or_else(|| is_rtl_language(primary), is_rtl_script)
            }
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

/// Whether a letter belongs to a script that runs from right to left.
#[must_use]
pub fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Whether a language is written from right to left unless a script subtag says otherwise (Unicode CLDR 45, default scripts).
fn is_rtl_language(primary: &str) -> bool {
    // A language has three letters at the most: they are compared as one, as pages ask for it by the thousand.
    let mut letters = [b' '; 3];
    for (letter, written) in letters.iter_mut().zip(primary.bytes()) {
        *letter = written.to_ascii_lowercase();
    }
    let is_known = matches!(
        &letters,
        b"ar "
            | b"arc"
            | b"ckb"
            | b"dv "
            | b"fa "
            | b"he "
            | b"ks "
            | b"ps "
            | b"sd "
            | b"syr"
            | b"ug "
            | b"ur "
    );
    is_known && primary.len() <= letters.len()
}

/// Whether a script, by its ISO 15924 code, runs from right to left.
fn is_rtl_script(code: &str) -> bool {
    matches!(&*lower_case(code), "adlm" | "arab" | "hebr" | "nkoo" | "syrc" | "thaa")
}

fn lower_case(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|letter| letter.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_keeps_to_the_form() {
        for good in ["en", "tr", "ar", "zh-Hant-TW", "sl-rozaj-biske", "de-CH-1996"] {
            assert!(Lang::parse(good).is_some(), "{good}");
        }
        for bad in ["", "e", "english", "en_GB", "en-", "-en", "türkçe", "en-toolongtag"] {
            assert!(Lang::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn tags_are_told_apart_in_lower_case() {
        let lang = Lang::parse("ZH-Hant-tw").unwrap();
        assert_eq!((lang.lower_case(), lang.primary()), ("zh-hant-tw".into(), "zh".into()));
        assert!(matches!(Lang::english().primary(), Cow::Borrowed("en")));
    }

    #[test]
    fn the_language_stands_before_the_first_hyphen() {
        for tag in ["en", "ckb", "en-GB", "ckb-Arab-IQ", "zh-Hant-TW"] {
            let parts = tag.split_once('-').unwrap_or((tag, ""));
            assert_eq!(Lang::parse(tag).unwrap().in_two(), parts);
        }
    }

    #[test]
    fn the_script_decides_the_direction() {
        let direction = |tag| Lang::parse(tag).unwrap().direction();
        assert_eq!(direction("ar"), Direction::Rtl);
        assert_eq!(direction("AR-sy"), Direction::Rtl);
        assert_eq!(direction("ar-Latn"), Direction::Ltr);
        assert_eq!(direction("az-Arab"), Direction::Rtl);
        assert_eq!(direction("tr"), Direction::Ltr);
        assert_eq!(["SYR", "ckb", "ara", "a"].map(is_rtl_language), [true, true, false, false]);
    }
}
