//! On whose word an item stands, and whether that is another's.

use super::Shift;
use crate::language::wording::same_words;
use crate::model::{Attribution, Brief, Event, Fact, Source, Standing, Statement, Status};

/// On whose word an item stands.
#[derive(Debug, Clone, Copy)]
pub enum Voice<'d> {
    /// Somebody's.
    Spoken(&'d Attribution),
    /// The analyst's own.
    Own,
    /// The brief names nobody.
    Nobody,
}

impl<'d> Voice<'d> {
    /// Of a fact. Without a speaker it is our own assessment; the model lets no other be without.
    #[must_use]
    pub fn of_fact(fact: &'d Fact) -> Self {
        fact.attribution.as_ref().map_or(Self::Own, Self::Spoken)
    }

    /// Of an event of this brief, with its status: its own, or those of the fact that it stands on.
    #[must_use]
    pub fn of_event(event: &'d Event, brief: &'d Brief) -> (Self, Option<Status>) {
        match Standing::of_event(event, brief) {
            Some(standing) => (standing.attribution.map_or(Self::Own, Self::Spoken), standing.status),
            None => (Self::Nobody, None),
        }
    }

    /// Whether a reader is told of the same speaker, whoever carries it.
    pub(super) fn reads_alike(self, other: Voice<'_>) -> bool {
        match (self, other) {
            (Self::Spoken(one), Voice::Spoken(other)) => reads_alike(&one.said_by, &other.said_by),
            (Self::Own, Voice::Own) | (Self::Nobody, Voice::Nobody) => true,
            _ => false,
        }
    }

    /// Whether a reader is told of another speaker or other carriers. When it was said is a date of its own.
    pub(super) fn differs(self, other: Voice<'_>) -> bool {
        match (self, other) {
            (Self::Spoken(one), Voice::Spoken(other))
                if one.via.len() != other.via.len()
                    || one.via.iter().zip(&other.via).any(|(a, b)| !reads_alike(a, b)) =>
            {
                true
            }
            _ => !self.reads_alike(other),
        }
    }
}

/// Whether two sources are the same to a reader. Whether they are one party is for [`party`](crate::model::party) to say.
pub(super) fn reads_alike(one: &Source, other: &Source) -> bool {
    let count = |source: &Source| source.count.as_ref().map(|count| count.value);
    same_words(one.name.value.as_str(), other.name.value.as_str())
        && one.is_anonymous() == other.is_anonymous()
        && count(one) == count(other)
}

/// Whether a later brief tells a fact under its id on another's word, in words that say something else, with another value, or of another
/// time.
#[must_use]
pub fn tells_otherwise(fact: &Fact, now: &Fact) -> bool {
    !Voice::of_fact(fact).reads_alike(Voice::of_fact(now))
        || !Statement::of_fact(now).repeats(Statement::of_fact(fact))
        || now.is_held_doubtful() && !fact.is_held_doubtful()
}

/// How the status of an item changed: up or down where both have a rank. Whoever says again what is disputed has not settled it; and
/// what is `contested` by others is no better attested than it was.
pub(super) fn status(old: Status, new: Status, contested: bool) -> Option<Shift> {
    if old == new {
        return None;
    }
    Some(match (old.rank(), new.rank()) {
        (Some(before), Some(now)) if now > before && !contested && old != Status::Disputed => Shift::Up,
        (Some(before), Some(now)) if now < before => Shift::Down,
        _ => Shift::Moved,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    fn brief(text: &str, said_by: &str, value: &str) -> Brief {
        sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             entities: [{{id: dam, kind: place, name: The Dam, role: Invented}}]\n\
             sources: [{said_by}]\n\
             key_facts: [{{id: level, text: {text}, status: claimed, said_by: s, \
             property: {{of: dam, name: level, value: {value}}}}}]\n"
        ))
    }

    #[test]
    fn a_fact_is_told_otherwise_in_other_words_on_another_word_or_with_another_value() {
        let fact = |brief: &Brief| brief.key_facts.first().cloned().unwrap();
        let named = |name: &str| format!("{{id: s, name: {name}, kind: outlet}}");
        let crew = |count: u32| format!("{{id: s, kind: anonymous, described_as: the crew, count: {count}}}");
        let (port, union) = (&*named("Port of Oro"), &*named("Union of Oro"));
        let had = fact(&brief("The dam is high.", port, "high"));
        for (now, otherwise) in [
            (brief("“The dam” is high!", port, "high"), false),
            (brief("The dam is not high.", port, "high"), true),
            (brief("The dam is high.", union, "high"), true),
            (brief("The dam is high.", &crew(2), "high"), true),
            (brief("The dam is high.", port, "low"), true),
        ] {
            assert_eq!(tells_otherwise(&had, &fact(&now)), otherwise, "{:?}", now.key_facts);
        }
        let [five, one] = [5, 1].map(|count| fact(&brief("The dam is high.", &crew(count), "high")));
        assert!(tells_otherwise(&five, &one) && !tells_otherwise(&five, &five));
    }
}
