//! What is doubted of a date, in the words of a language.

use super::shape::{Doubt, PartialDate, Stated};
use super::wording::listed;

/// The words with which a language says what is doubted of a date.
pub(super) struct DoubtWords {
    /// What stands before and behind a date that is approximate as a whole.
    pub(super) about: [&'static str; 2],
    /// Of a date, or of one of its parts, that is uncertain.
    pub(super) uncertain: Said,
    /// Of what is approximate.
    pub(super) approximate: Said,
    /// Of what is both.
    pub(super) both: Said,
    /// The names of the parts, from the year on.
    pub(super) parts: [&'static str; 3],
    /// The name of the second part, where that is a season or a quarter.
    pub(super) season: &'static str,
    pub(super) quarter: &'static str,
    /// What joins two parts.
    pub(super) and: &'static str,
    /// What joins one note to the next.
    pub(super) comma: &'static str,
}

/// What is said of something, as it agrees with that.
#[derive(Clone, Copy)]
pub(super) struct Said {
    one: &'static str,
    year: &'static str,
    several: &'static str,
}

impl Said {
    /// In a language in which it is the same of everything.
    pub(super) const fn of_all(said: &'static str) -> Self {
        Self::agreeing(said, said, said)
    }

    /// Of one part or the whole, of the year alone, of two parts.
    pub(super) const fn agreeing(one: &'static str, year: &'static str, several: &'static str) -> Self {
        Self { one, year, several }
    }

    fn of(self, parts: &[String], year: &str) -> &'static str {
        match parts {
            [only] if only == year => self.year,
            [_] => self.one,
            _ => self.several,
        }
    }
}

impl DoubtWords {
    /// A date with its doubts: those of the whole around it, those of single parts behind it.
    pub(super) fn around(&self, date: &PartialDate, plain: fn(Stated) -> String) -> String {
        if date.is_certain() {
            return plain(date.stated());
        }
        let shared = date.doubt_of_all();
        let [before, behind] = if shared.is_approximate() { self.about } else { ["", ""] };
        let mut text = String::with_capacity(48);
        for piece in [before, &plain(date.stated()), behind] {
            text.push_str(piece);
        }
        let whole = shared.is_uncertain().then(|| self.uncertain.one.to_owned());
        let mut lead = " (";
        for note in whole.into_iter().chain(self.of_parts(date)) {
            text.push_str(lead);
            text.push_str(&note);
            lead = self.comma;
        }
        if lead == self.comma {
            text.push(')');
        }
        text
    }

    /// `year and month approximate`, `day uncertain`: the doubts that not all parts share, those alike together.
    fn of_parts(&self, date: &PartialDate) -> impl Iterator<Item = String> {
        let [year, month, day] = self.parts;
        let names = match date.stated() {
            Stated::Season { .. } => [year, self.season, ""],
            Stated::Quarter { .. } => [year, self.quarter, ""],
            _ => [year, month, day],
        };
        let shared = date.doubt_of_all();
        let kinds = [
            (Doubt::Uncertain, self.uncertain),
            (Doubt::Approximate, self.approximate),
            (Doubt::Both, self.both),
        ];
        // As a rule all parts share what is doubted.
        let differ = date.doubts().iter().any(|doubt| doubt.beyond(shared) != Doubt::None);
        kinds.into_iter().filter(move |_| differ).filter_map(move |(kind, said)| {
            let alike = date.doubts().iter().zip(names).filter(|(doubt, _)| doubt.beyond(shared) == kind);
            let parts: Vec<_> = alike.map(|(_, name)| name.to_owned()).collect();
            (!parts.is_empty()).then(|| format!("{} {}", listed(&parts, self.and), said.of(&parts, year)))
        })
    }
}
