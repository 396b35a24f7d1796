//! What a text tells of times, with a quick look at whether it can hold wording that a rule seeks, which spares most texts a search.

mod english;

use std::cell::{OnceCell, RefCell};
use std::convert::Infallible;
use std::rc::Rc;
use std::sync::LazyLock;
use std::thread::LocalKey;

use super::glances::Glances;
use super::wording::{Lists, Pieces};
use crate::language::dates::{ENGLISH_UNITS, Find, all};
use crate::language::names::Tongue;
use crate::model::SharedText;
use crate::shelf::{Shelf, Shelved};

thread_local! {
    static IN_ENGLISH: RefCell<Glances<Quick>> = RefCell::new(Glances::new());
    static IN_TURKISH: RefCell<Glances<Quick>> = RefCell::new(Glances::new());
    static IN_ARABIC: RefCell<Glances<Quick>> = RefCell::new(Glances::new());
    static FOUND: RefCell<Shelf<Rc<Found>>> = RefCell::new(Shelf::new());
}

/// What a text tells of times. Most texts of a story stand in each of its briefs, and are looked through in one of them.
#[derive(Debug)]
pub(super) struct Times {
    quick: Quick,
    /// The wording, once it has been looked for.
    found: OnceCell<Rc<Found>>,
}

impl Times {
    /// What a text in this language tells of times.
    pub(super) fn of(text: &SharedText, tongue: Tongue) -> Self {
        let look = |text: &str| Quick::look(text, tongue);
        let quick = at_hand(tongue).with_borrow_mut(|glances| glances.take(text, look));
        Self { quick, found: OnceCell::new() }
    }

    /// Whether there may be wording of this kind.
    pub(super) fn may_have(&self, kind: Kind) -> bool {
        self.quick.may_have(kind)
    }

    /// The wording that tells a time, of this text.
    pub(super) fn found(&self, text: &str) -> &[Find] {
        &self.found.get_or_init(|| Found::of(text)).finds
    }
}

/// The wording of a text that tells a time.
#[derive(Debug)]
struct Found {
    text: Box<str>,
    finds: Vec<Find>,
}

impl Found {
    fn of(text: &str) -> Rc<Self> {
        let look = |text: &str| Ok::<_, Infallible>(Rc::new(Self { text: text.into(), finds: all(text) }));
        let Ok(found) = FOUND.with_borrow_mut(|texts| texts.take(text, look));
        found
    }
}

impl Shelved for Rc<Found> {
    fn text(&self) -> &str {
        &self.text
    }
}

/// What was seen of the texts in this language that a thread has at hand.
fn at_hand(tongue: Tongue) -> &'static LocalKey<RefCell<Glances<Quick>>> {
    match tongue {
        Tongue::English => &IN_ENGLISH,
        Tongue::Turkish => &IN_TURKISH,
        Tongue::Arabic => &IN_ARABIC,
    }
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A day of the week beside a date.
    Weekday,
    /// Wording that leans on the day of writing.
    Relative,
}

impl Kind {
    /// The lists of pieces, in this order.
    const ALL: [Self; 2] = [Self::Weekday, Self::Relative];

    const fn bit(self) -> Lists {
        1 << self as Lists
    }
}

/// What a text may hold: all kinds are looked for at once.
#[derive(Debug, Clone, Copy)]
struct Quick(Lists);

impl Quick {
    /// What a text in this language may hold.
    fn look(text: &str, tongue: Tongue) -> Self {
        let pieces: &Pieces = match tongue {
            Tongue::English => &ENGLISH,
            Tongue::Turkish => &TURKISH,
            Tongue::Arabic => &ARABIC,
        };
        let mut found = Self(pieces.found_in(text));
        let is_english = tongue == Tongue::English;
        found.only_if(Kind::Weekday, || may_name_a_day(text) && (!is_english || english::names_a_day(text)));
        found.only_if(Kind::Relative, || !is_english || may_name_a_time(text) && english::leans(text));
        found
    }

    /// Whether it may hold wording of this kind.
    fn may_have(self, kind: Kind) -> bool {
        self.0 & kind.bit() != 0
    }

    fn only_if(&mut self, kind: Kind, may: impl FnOnce() -> bool) {
        if self.may_have(kind) && !may() {
            self.0 &= !kind.bit();
        }
    }
}

/// Whether a text holds a digit, or a letter of Arabic, which also writes the day of a month in words.
fn may_name_a_day(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, 0xD8..=0xDB))
}

/// Without a unit of time or this word an English text counts and names no time: "this" and "last" are said of much else.
fn may_name_a_time(text: &str) -> bool {
    static UNITS: LazyLock<Pieces> = LazyLock::new(|| Pieces::new(&[&ENGLISH_UNITS]));
    static TOMORROW: LazyLock<Pieces> = LazyLock::new(|| Pieces::new(&[&["tomorrow"]]));
    UNITS.stand_in(text) || TOMORROW.stand_in(text)
}

static ENGLISH: LazyLock<Pieces> = LazyLock::new(|| pieces(Tongue::English));
static TURKISH: LazyLock<Pieces> = LazyLock::new(|| pieces(Tongue::Turkish));
static ARABIC: LazyLock<Pieces> = LazyLock::new(|| pieces(Tongue::Arabic));

fn pieces(tongue: Tongue) -> Pieces {
    Pieces::new(&Kind::ALL.map(|kind| match kind {
        Kind::Weekday => weekdays(tongue),
        Kind::Relative => relative(tongue),
    }))
}

/// Without one of these a text names no day of the week.
fn weekdays(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        Tongue::Turkish => &["pazar", "sal", "amba", "per", "cuma"],
        Tongue::Arabic => &["ثنين", "ثلاثاء", "ربعاء", "خميس", "جمعة", "سبت", "حد"],
    }
}

/// Without one of these a text leans on no other day.
fn relative(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &[
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
            "last",
            "next",
            "this",
            "past",
            "coming",
            "current",
            "ago",
            "hence",
            "from now",
        ],
        Tongue::Turkish => &[
            "bug",
            "dü",
            "dÜ",
            "du\u{308}",
            "yar",
            "evvel",
            "geç",
            "geÇ",
            "gec",
            "gelecek",
            "önümüz",
            "ÖnÜm",
            "o\u{308}n",
            "bu ",
            "bu\n",
            "önce",
            "Önce",
        ],
        Tongue::Arabic => {
            &["يوم", "مس", "غد", "هذ", "قبل", "منذ", "ماض", "قادم", "جار", "حال", "نصرم", "فائت"]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_seen_in_each_language() {
        let seen = |text, tongue| Kind::ALL.map(|kind| Quick::look(text, tongue).may_have(kind));
        for (tongue, weekday, relative, both, neither) in [
            (
                Tongue::English,
                "Mon, 3 March",
                "the LAST week",
                "this Monday, 3 March",
                "a month; this 1 place",
            ),
            (Tongue::Turkish, "3 Mart Salı", "geÇen", "geçen Cuma, 3 Mart", "Salı"),
            (Tongue::Arabic, "السبت", "منذ", "منذ السبت", "لا"),
        ] {
            assert_eq!(seen(weekday, tongue), [true, false], "{weekday}");
            assert_eq!(seen(relative, tongue), [false, true], "{relative}");
            assert_eq!(seen(both, tongue), [true, true], "{both}");
            assert_eq!(seen(neither, tongue), [false, false], "{neither}");
        }
    }
}
