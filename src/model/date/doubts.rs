//! What is doubted of a date, in the words of a language.

use super::shape::{Doubt, PartialDate, Stated};
use super::wording::listed;

/// The words with which a language says what is doubted of a date.
pub(super) struct DoubtWords {
    /// What stands before and behind a date that is approximate as a whole.
    pub(super) about: [&'static str; 2],
    /// Of parts, or of a date, that are uncertain.
    pub(super) uncertain: &'static str,
    /// Of parts that are approximate.
    pub(super) approximate: &'static str,
    /// Of parts that are both.
    pub(super) both: &'static str,
    /// The names of the parts, from the year on.
    pub(super) parts: [&'static str; 3],
    /// The name of the second part, where that is a season or a quarter.
    pub(super) season: &'static str,
    pub(super) quarter: &'static str,
    /// What joins two parts.
    pub(super) and: &'static str,
    /// What joins parts to what is said of them.
    pub(super) are: &'static str,
    /// What joins one note to the next.
    pub(super) comma: &'static str,
}

impl DoubtWords {
    /// A date with its doubts: those of the whole around it, those of single parts behind it.
    pub(super) fn around(&self, date: &PartialDate, plain: fn(Stated) -> String) -> String {
        if date.is_certain() {
            return plain(date.stated());
        }
        let shared = date.doubt_of_all();
        let [before, behind] = if shared.is_approximate() { self.about } else { ["", ""] };
        let whole = shared.is_uncertain().then(|| self.uncertain.to_owned());
        let notes: Vec<_> = whole.into_iter().chain(self.of_parts(date)).collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(self.comma)) };
        format!("{before}{}{behind}{notes}", plain(date.stated()))
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
        kinds.into_iter().filter_map(move |(kind, word)| {
            let alike = date.doubts().iter().zip(names).filter(|(doubt, _)| doubt.beyond(shared) == kind);
            let parts: Vec<_> = alike.map(|(_, name)| name.to_owned()).collect();
            (!parts.is_empty()).then(|| format!("{}{}{word}", listed(&parts, self.and), self.are))
        })
    }
}
