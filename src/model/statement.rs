//! What a part of a brief says, apart from who says so and how well it is attested.
//!
//! Whatever is said to be better attested, more likely or known better than it was must be the same thing as it was.

use super::brief::{Event, Fact, Judgement, Position, Property, Question};
use super::date::{DateShift, FuzzyDate};
use crate::language::wording::same_statement;

/// What a part of a brief says: in these words, of this time, with this value.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'b> {
    text: &'b str,
    when: Option<&'b FuzzyDate>,
    property: Option<&'b Property>,
    /// Whether it announces what is to come.
    announces: bool,
    /// The question that it is said to.
    asked: Option<&'b str>,
}

impl<'b> Statement<'b> {
    /// Words alone.
    #[must_use]
    pub fn of_words(text: &'b str) -> Self {
        Self { text, when: None, property: None, announces: false, asked: None }
    }

    /// Of a fact.
    #[must_use]
    pub fn of_fact(fact: &'b Fact) -> Self {
        Self {
            when: fact.when.as_ref().map(|when| &when.value),
            property: fact.property.as_deref(),
            ..Self::of_words(fact.text.value.as_str())
        }
    }

    /// Of an event.
    #[must_use]
    pub fn of_event(event: &'b Event) -> Self {
        let when = event.when.as_ref().map(|when| &when.value);
        Self { when, announces: event.expected, ..Self::of_words(event.text.value.as_str()) }
    }

    /// Of a judgement.
    #[must_use]
    pub fn of_judgement(judgement: &'b Judgement) -> Self {
        Self::of_words(judgement.text.value.as_str())
    }

    /// Of a position on a question. Who declines to speak says nothing.
    #[must_use]
    pub fn of_position(question: &'b Question, position: &'b Position) -> Self {
        let says = position.says.as_ref().map_or("", |says| says.value.as_str());
        Self { asked: Some(question.question.value.as_str()), ..Self::of_words(says) }
    }

    /// The words.
    #[must_use]
    pub fn text(self) -> &'b str {
        self.text
    }

    /// The time that they are of.
    #[must_use]
    pub fn when(self) -> Option<&'b FuzzyDate> {
        self.when
    }

    /// The value.
    #[must_use]
    pub fn value(self) -> Option<&'b str> {
        self.property.map(|property| property.value.value.as_str())
    }

    /// Whether it is told in the words of another, with the same value and to the same question; of whichever time.
    #[must_use]
    pub fn has_words_of(self, other: Statement<'_>) -> bool {
        same_statement(self.text, other.text)
            && whole(self.property) == whole(other.property)
            && match (self.asked, other.asked) {
                (Some(one), Some(other)) => same_statement(one, other),
                (one, other) => one.is_none() && other.is_none(),
            }
    }

    /// Whether both announce what is to come, or neither does. That it was expected and that it has happened are two things, in whatever
    /// words.
    #[must_use]
    pub fn announces_as(self, other: Statement<'_>) -> bool {
        self.announces == other.announces
    }

    /// Whether both give a value of the same thing, and not the same. Who gives none takes nothing back.
    #[must_use]
    pub fn gives_another_value_than(self, other: Statement<'_>) -> bool {
        match (whole(self.property), whole(other.property)) {
            (Some([of, name, value]), Some([of_other, name_of_other, other])) => {
                (of, name) == (of_other, name_of_other) && value != other
            }
            _ => false,
        }
    }

    /// Whether it says again what was said before: in the same words, of the same time or of one that is known better. On another
    /// day the ship may have left a second time.
    #[must_use]
    pub fn repeats(self, before: Statement<'_>) -> bool {
        self.has_words_of(before)
            && matches!(DateShift::of(before.when, self.when), None | Some(DateShift::Sharpened))
    }

    /// Whether both say the same, although one may know better than the other of which time.
    #[must_use]
    pub fn is_one_with(self, other: Statement<'_>) -> bool {
        self.has_words_of(other) && DateShift::of(other.when, self.when) != Some(DateShift::Moved)
    }
}

/// What is given as a value, and of what.
fn whole(property: Option<&Property>) -> Option<[&str; 3]> {
    property.map(|it| [it.of.value.as_str(), it.name.value.as_str(), it.value.value.as_str()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::sample;

    fn fact(text: &str, more: &str) -> Fact {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             entities: [{{id: dam, kind: place, name: The Dam, role: Invented}}]\n\
             sources: [{{id: port, name: Port of Oro, kind: outlet, descriptor: Invented}}]\n\
             key_facts: [{{id: level, text: {text}, status: claimed, said_by: port{more}}}]\n"
        ));
        brief.key_facts.first().cloned().unwrap()
    }

    #[test]
    fn the_same_is_said_in_the_same_words_of_the_same_time_with_the_same_value() {
        let (high, low) = (
            ", property: {of: dam, name: level, value: high}",
            ", property: {of: dam, name: level, value: low}",
        );
        for (before, now, [words, repeats, one]) in [
            (("It fell.", ""), ("“It fell”", ""), [true, true, true]),
            (("It fell.", ""), ("It rose.", ""), [false, false, false]),
            (("It fell.", ""), ("It never fell.", ", when: 2025-02"), [false, false, false]),
            (("It fell.", ", when: 2025-02"), ("It fell.", ", when: 2025-02-20"), [true, true, true]),
            (("It fell.", ", when: 2025-02-20"), ("It fell.", ", when: 2025-02"), [true, false, true]),
            (("It fell.", ", when: 2025-01-10"), ("It fell.", ", when: 2025-02-20"), [true, false, false]),
            (("It fell.", ""), ("It fell.", ", when: 2025-02"), [true, true, true]),
            (("It is.", high), ("It is.", high), [true, true, true]),
            (("It is.", high), ("It is.", low), [false, false, false]),
            (("It is.", high), ("It is.", ""), [false, false, false]),
        ] {
            let (old, new) = (fact(before.0, before.1), fact(now.0, now.1));
            let (old, new) = (Statement::of_fact(&old), Statement::of_fact(&new));
            let found = [new.has_words_of(old), new.repeats(old), new.is_one_with(old)];
            assert_eq!(found, [words, repeats, one], "{before:?}, {now:?}");
            assert_eq!(new.is_one_with(old), old.is_one_with(new), "{before:?}, {now:?}");
        }
    }
}
