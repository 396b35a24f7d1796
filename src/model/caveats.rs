//! What a brief warns of in a fact, an event or a position, besides its status or stance: away from the brief it goes with that.

use super::attribution::Attribution;
use super::brief::{Brief, Fact, Part};
use super::standing::Standing;
use super::words::{Credibility, NoteKind, Reliability};

/// What a brief warns of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Caveats {
    /// How an analyst holds it: for doubtful or improbable. Nothing is said of what is held for better, or not judged.
    pub credibility: Option<Credibility>,
    /// The worst grade of whoever says or carries it, where that is not usually reliable, or unreliable.
    pub reliability: Option<Reliability>,
    /// Whether the brief notes that the article gets it wrong, or so it seems.
    pub mistaken: bool,
    /// Whether there is a note on it.
    pub noted: bool,
}

impl Caveats {
    /// How many there are, in whatever combination.
    pub(crate) const COMBINATIONS: usize = 36;

    /// Those of a fact.
    #[must_use]
    pub fn of_fact(fact: &Fact, brief: &Brief) -> Self {
        Self::of(&Standing::of_fact(fact), brief)
    }

    /// Those of whatever stands so in a brief.
    #[must_use]
    pub fn of(standing: &Standing<'_>, brief: &Brief) -> Self {
        let of_sources = standing.attribution.map_or_else(Self::default, Self::of_sources);
        let Some(fact) = standing.fact else { return of_sources };
        let credibility = fact.credibility.as_ref().map(|it| it.value);
        let (mistaken, noted) = notes(fact, brief);
        Self { credibility: credibility.filter(|_| fact.is_held_doubtful()), mistaken, noted, ..of_sources }
    }

    /// Those of whoever says and carries something.
    #[must_use]
    pub fn of_sources(attribution: &Attribution) -> Self {
        let grades = attribution.sources().filter_map(|source| source.reliability);
        let warns = |grade: &Reliability| matches!(grade, Reliability::D | Reliability::E);
        Self { reliability: grades.filter(warns).max(), ..Self::default() }
    }

    /// A number for the combination; none where nothing is warned of.
    pub(crate) fn place(self) -> Option<usize> {
        let credibility = match self.credibility {
            Some(Credibility::Improbable) => 2,
            Some(_) => 1,
            None => 0,
        };
        let reliability = match self.reliability {
            Some(Reliability::E) => 2,
            Some(_) => 1,
            None => 0,
        };
        let place = ((credibility * 3 + reliability) * 2 + usize::from(self.mistaken)) * 2;
        Some(place + usize::from(self.noted)).filter(|place| *place > 0)
    }
}

/// Whether notes say that the article gets a fact wrong, and whether there are others on it.
fn notes(fact: &Fact, brief: &Brief) -> (bool, bool) {
    let (mut mistaken, mut noted) = (false, fact.note.is_some());
    for note in &brief.notes {
        let is_its = |part: &Part| matches!(part, Part::Fact(id) if *id == fact.id.value);
        if note.about.iter().any(|part| is_its(&part.value)) {
            let is_mistaken = note.kind == NoteKind::Mistaken;
            mistaken |= is_mistaken;
            noted |= !is_mistaken;
        }
    }
    (mistaken, noted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    fn caveats(sources: &str, fact: &str, notes: &str) -> Caveats {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{{id: port, name: Port, kind: official{sources}}}, {{id: wire, name: Wire, kind: agency, reliability: E}}]\n\
             key_facts: [{{id: open, text: It is open., status: claimed, said_by: port{fact}}}]\n{notes}"
        ));
        Caveats::of_fact(&brief.key_facts[0], &brief)
    }

    #[test]
    fn what_warns_is_found_wherever_a_brief_says_it() {
        let none = Caveats::default();
        let notes = |kind: &str| format!("notes: [{{kind: {kind}, text: Invented., about: [open]}}]\n");
        let graded = |grade| Caveats { reliability: Some(grade), ..none };
        for (sources, fact, notes, is) in [
            ("", "", String::new(), none),
            (", reliability: C", ", credibility: 6", notes("comment").replace("[open]", "[port]"), none),
            (", reliability: F", "", String::new(), none),
            (", reliability: D", "", String::new(), graded(Reliability::D)),
            (", reliability: D", ", via: [wire]", String::new(), graded(Reliability::E)),
            ("", "", notes("mistaken"), Caveats { mistaken: true, ..none }),
            ("", "", notes("unclear"), Caveats { noted: true, ..none }),
            ("", ", note: Invented.", String::new(), Caveats { noted: true, ..none }),
            (
                "",
                ", credibility: 4",
                String::new(),
                Caveats { credibility: Some(Credibility::Doubtful), ..none },
            ),
        ] {
            assert_eq!(caveats(sources, fact, &notes), is, "{sources} {fact} {notes}");
        }
    }

    #[test]
    fn each_combination_has_a_place_of_its_own() {
        let mut places = Vec::new();
        for credibility in [None, Some(Credibility::Doubtful), Some(Credibility::Improbable)] {
            for reliability in [None, Some(Reliability::D), Some(Reliability::E)] {
                for (mistaken, noted) in [(false, false), (false, true), (true, false), (true, true)] {
                    places.push(Caveats { credibility, reliability, mistaken, noted }.place());
                }
            }
        }
        let all = std::iter::once(None).chain((1..Caveats::COMBINATIONS).map(Some));
        assert!(places.iter().copied().eq(all), "{places:?}");
    }
}
