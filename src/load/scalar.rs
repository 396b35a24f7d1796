//! What each type of value makes of the text of a scalar.

use std::ops::Range;
use std::path::Path;

use super::decode::{Decode, scalar};
use super::everyday::{Cursor, Place, Written};
use super::place::{mended, within};
use super::problems::Problems;
use super::raw_settings::{Hidden, MarkingScheme, Output, OutputName, RuleLevel, ShowWithheld};
use super::tree::Node;
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::markdown::has_acting;
use crate::model::text::TextError;
use crate::model::web::WebAddressError;
use crate::model::words::{Credibility, Marking, Words};
use crate::model::{
    CivilDate, Confidence, EntityKind, FuzzyDate, Id, Lang, LikelihoodScale, Line, NoteKind, Prose,
    QuestionStatus, Reliability, SourceKind, Stance, Status, TimeZone, WebAddress, Weight,
};
use crate::source::is_yaml;
use crate::span::Spanned;
use crate::suggest::{slip, suggest};

/// Why a text is not a value of a type.
struct Refusal {
    code: &'static Code,
    message: String,
    /// The bytes of the text that are to blame, where it is not all of them.
    at: Option<Range<usize>>,
    help: Option<String>,
    /// What to write instead of the whole text, where that leaves nothing to decide.
    mend: Option<String>,
}

impl Refusal {
    fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), at: None, help: None, mend: None }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    fn mend(self, mend: Option<impl Into<String>>) -> Self {
        Self { mend: mend.map(Into::into), ..self }
    }

    fn at(self, at: Range<usize>) -> Self {
        Self { at: Some(at), ..self }
    }
}

/// A value that is written as one scalar.
trait Scalar: Sized {
    /// What one such value is called: "a date".
    const NOUN: &'static str;

    fn read(text: &str) -> Result<Self, Refusal>;
}

fn decode_scalar<T: Scalar>(node: &Node<'_>, problems: &mut Problems<'_>) -> Option<T> {
    let text = scalar(node, T::NOUN, problems)?;
    if problems.may_act && has_acting(text) {
        let message = "this value holds a control character; it will be shown as \u{FFFD}";
        problems.report(&codes::CONTROL_CHARACTER, node.span, message);
    }
    match T::read(text) {
        Ok(value) => Some(value),
        Err(refusal) => {
            let span =
                refusal.at.map_or(node.span, |at| within(problems.file.text.as_str(), node.span, text, &at));
            let diagnostic = Diagnostic::new(refusal.code, problems.path(), span, refusal.message)
                .with_help_opt(refusal.help);
            problems.push(match refusal.mend {
                Some(mend) => mended(diagnostic, &problems.file.text, node.span, text, mend),
                None => diagnostic,
            });
            None
        }
    }
}

macro_rules! decode_scalars {
    ($($type:ty),+) => { decode_scalars!(false: $($type),+); };
    ($is_text:literal: $($type:ty),+) => {
        $(impl Decode for $type {
            const IS_TEXT: bool = $is_text;

            fn decode(node: &Node<'_>, problems: &mut Problems<'_>) -> Option<Self> {
                decode_scalar(node, problems)
            }
        }

        impl<'t> Written<'t> for $type {
            fn read(cursor: &mut Cursor<'t>, place: Place) -> Option<Spanned<Self>> {
                let text = cursor.scalar(place)?;
                Scalar::read(&text.value).ok().map(|value| text.with(value))
            }
        })+
    };
}

decode_scalars!(true: Line, Prose);
decode_scalars!(Id, Lang, TimeZone, WebAddress, CivilDate, FuzzyDate, bool, u32);
decode_scalars!(Status, Stance, QuestionStatus, SourceKind, EntityKind, Reliability, Credibility, Confidence);
decode_scalars!(
    NoteKind,
    Marking,
    LikelihoodScale,
    RuleLevel,
    MarkingScheme,
    ShowWithheld,
    OutputName,
    Hidden,
    Output,
    Weight
);

impl Scalar for Line {
    const NOUN: &'static str = "this value";

    fn read(text: &str) -> Result<Self, Refusal> {
        Self::parse(text).map_err(text_refusal)
    }
}

impl Scalar for Prose {
    const NOUN: &'static str = "this value";

    fn read(text: &str) -> Result<Self, Refusal> {
        Self::parse(text).map_err(text_refusal)
    }
}

fn text_refusal(error: TextError) -> Refusal {
    match error {
        TextError::Empty => {
            Refusal::new(&codes::BLANK, "this value is blank").help("write something, or remove the key")
        }
        TextError::SeveralLines => {
            Refusal::new(&codes::SEVERAL_LINES, "this value is one line, and has a line break inside")
                .help("`>-` instead of `|` joins lines into one")
        }
    }
}

impl Scalar for Id {
    const NOUN: &'static str = "an id";

    fn read(text: &str) -> Result<Self, Refusal> {
        Self::parse(text).ok_or_else(|| {
            let refusal = Refusal::new(&codes::BAD_ID, format!("`{text}` is not an id"));
            match Self::slug(without_extension(text)) {
                Some(slug) => {
                    refusal.help(format!("write `{slug}`: small letters a–z and digits, joined by hyphens"))
                }
                None => refusal
                    .help("an id is made of small letters a–z and digits, joined by hyphens: `air-bases`"),
            }
        })
    }
}

/// What the file of a brief is called by as an id: `briefs/b.yaml` is `b`. Any other text is itself.
fn without_extension(text: &str) -> &str {
    let path = Path::new(text);
    let stem = path.file_stem().filter(|_| is_yaml(path)).and_then(|stem| stem.to_str());
    stem.unwrap_or(text)
}

impl Scalar for Lang {
    const NOUN: &'static str = "a language";

    fn read(text: &str) -> Result<Self, Refusal> {
        Self::parse(text).ok_or_else(|| {
            Refusal::new(&codes::BAD_LANG, format!("`{text}` is not a language tag"))
                .help("a language tag is short, as in BCP 47: `en`, `tr`, `ar`, `zh-Hant`")
        })
    }
}

impl Scalar for TimeZone {
    const NOUN: &'static str = "a time zone";

    fn read(text: &str) -> Result<Self, Refusal> {
        Self::parse(text).ok_or_else(|| {
            let refusal = Refusal::new(&codes::UNKNOWN_WORD, format!("`{text}` is not a time zone"));
            // The signs of `Etc/GMT+3` are the other way round: it is three hours behind.
            if is_difference(text) {
                return refusal.help(
                    "a name of the IANA database, such as `Europe/Istanbul`: the place whose clocks you mean",
                );
            }
            let city =
                |name: &&str| name.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(text));
            match Self::names().filter(city).last().or_else(|| suggest(text, Self::names())) {
                Some(near) => refusal.help(format!("did you mean `{near}`?")),
                None => refusal.help("a name of the IANA database, such as `Europe/Istanbul` or `UTC`"),
            }
        })
    }
}

/// Whether it gives a zone by its difference from another: `GMT+3`, `+03:00`.
fn is_difference(text: &str) -> bool {
    let behind_sign = text.split_once(['+', '-', '\u{2212}']).map(|(_, behind)| behind.trim_start());
    behind_sign.is_some_and(|behind| behind.starts_with(|first: char| first.is_ascii_digit()))
}

impl Scalar for WebAddress {
    const NOUN: &'static str = "a web address";

    fn read(text: &str) -> Result<Self, Refusal> {
        Self::parse(text).map_err(|error| match error {
            WebAddressError::Scheme => Refusal::new(&codes::BAD_URL, "this is not a web address")
                .help("it starts with `https://` or `http://`"),
            WebAddressError::Host => Refusal::new(&codes::BAD_URL, "this web address names no host"),
            WebAddressError::Character(at) => {
                Refusal::new(&codes::BAD_URL, "a character that cannot stand in a web address")
                    .at(at..at + 1)
                    .help("write a space as `%20`")
            }
        })
    }
}

impl Scalar for CivilDate {
    const NOUN: &'static str = "a date";

    fn read(text: &str) -> Result<Self, Refusal> {
        Self::parse(text)
            .map_err(|error| date_refusal(&error).mend(padded(text).filter(|it| Self::parse(it).is_ok())))
    }
}

impl Scalar for FuzzyDate {
    const NOUN: &'static str = "a date";

    fn read(text: &str) -> Result<Self, Refusal> {
        Self::parse(text)
            .map_err(|error| date_refusal(&error).mend(padded(text).filter(|it| Self::parse(it).is_ok())))
    }
}

/// `2025-3-5` with two digits for month and day, at both ends of a span. Year, month and day stand in their order, so only noughts
/// are missing; of `5.3.2025` nobody but the writer knows which is the month.
fn padded(text: &str) -> Option<String> {
    let sides: Vec<_> =
        text.split('/').map(|side| padded_day(side).unwrap_or_else(|| side.to_owned())).collect();
    Some(sides.join("/")).filter(|padded| padded != text)
}

fn padded_day(text: &str) -> Option<String> {
    let mut groups = text.split('-');
    let year = groups.next().filter(|year| year.len() == 4)?;
    let rest: Vec<_> = groups.collect();
    let small =
        |group: &&str| matches!(group.len(), 1 | 2) && group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = matches!(rest.len(), 1 | 2) && rest.iter().all(small);
    fits.then(|| rest.iter().fold(year.to_owned(), |date, group| format!("{date}-{group:0>2}")))
}

fn date_refusal(error: &crate::model::date::DateError) -> Refusal {
    let refusal = Refusal::new(&codes::BAD_DATE, error.to_string()).at(error.at.clone());
    match error.help() {
        Some(help) => refusal.help(help),
        None => refusal,
    }
}

impl Scalar for bool {
    const NOUN: &'static str = "`true` or `false`";

    fn read(text: &str) -> Result<Self, Refusal> {
        match text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => {
                let refusal =
                    Refusal::new(&codes::UNKNOWN_WORD, format!("`{text}` is neither `true` nor `false`"));
                // What other versions of YAML take for one of them.
                let meant = match text.to_ascii_lowercase().as_str() {
                    "true" | "yes" | "on" => "true",
                    "false" | "no" | "off" => "false",
                    _ => return Err(refusal),
                };
                Err(refusal.help(format!("write `{meant}`")).mend(Some(meant)))
            }
        }
    }
}

impl Scalar for u32 {
    const NOUN: &'static str = "a number";

    fn read(text: &str) -> Result<Self, Refusal> {
        let plain = text == "0" || (!text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit()));
        text.parse().ok().filter(|_| plain).ok_or_else(|| {
            Refusal::new(&codes::BAD_NUMBER, format!("`{text}` is not a whole number"))
                .help(format!("a number is written in digits alone, from 0 to {}", Self::MAX))
        })
    }
}

macro_rules! read_words {
    ($($type:ty),+) => {
        $(impl Scalar for $type {
            const NOUN: &'static str = <$type as Words>::NOUN;

            fn read(text: &str) -> Result<Self, Refusal> {
                <$type as Words>::from_word(text).ok_or_else(|| unknown_word::<$type>(text))
            }
        })+
    };
}

read_words!(Status, Stance, QuestionStatus, SourceKind, EntityKind, Reliability, Credibility, Confidence);
read_words!(NoteKind, LikelihoodScale, RuleLevel, MarkingScheme, Hidden, Output, ShowWithheld, Weight);

impl Scalar for OutputName {
    const NOUN: &'static str = "an output";

    fn read(text: &str) -> Result<Self, Refusal> {
        Self::from_name(text).ok_or_else(|| match text.strip_prefix("brief") {
            Some(rest) if rest.starts_with('.') => {
                Refusal::new(&codes::UNKNOWN_WORD, format!("`{text}` is not the name of an output"))
                    .help("a template that makes a file of each brief is called `brief.NAME.EXT`, as in `brief.cable.txt`")
            }
            _ => unknown_word::<Output>(text),
        })
    }
}

impl Scalar for Marking {
    const NOUN: &'static str = <Self as Words>::NOUN;

    fn read(text: &str) -> Result<Self, Refusal> {
        Self::from_word(text).ok_or_else(|| match text {
            "TLP:WHITE" => unknown_word::<Self>(text)
                .help("TLP:WHITE is the old name of `TLP:CLEAR`")
                .mend(Some(Self::Clear.word())),
            _ => unknown_word::<Self>(text),
        })
    }
}

fn unknown_word<T: Words>(text: &str) -> Refusal {
    let words = T::ALL.iter().map(|value| value.word());
    let refusal = Refusal::new(&codes::UNKNOWN_WORD, format!("`{text}` is not {}", T::NOUN))
        .mend(slip(text, words.clone()));
    match suggest(text, words.clone()) {
        Some(near) => refusal.help(format!("did you mean `{near}`?")),
        None => refusal.help(format!("one of {}", words.collect::<Vec<_>>().join(", "))),
    }
}
