//! "Yesterday", "last month", "three days ago".

use chrono::{Datelike as _, NaiveDate};

use super::{Context, Meaning, Offset, Unit, away, whole};
use crate::language::names::english_month;

pub(super) fn meaning(context: &Context<'_>) -> Meaning {
    let mut first = 0;
    if matches!(context.word(0), "beginning" | "start" | "end" | "middle" | "close") {
        first = 2;
    } else if matches!(context.word(0), "early" | "late" | "mid" | "earlier" | "later") {
        first = 1;
    }
    let the = if first == 0 { context.before(0) == "the" } else { context.word(first) == "the" };
    let first = first + usize::from(first > 0 && the);
    match context.word(first) {
        "today" | "tonight" => Meaning::Offset(Offset::Day(0)),
        "yesterday" => Meaning::Offset(Offset::Day(beside(context, "before", -1))),
        "tomorrow" => Meaning::Offset(Offset::Day(beside(context, "after", 1))),
        lead @ ("last" | "next" | "this" | "past" | "coming" | "current") => {
            led(context, lead, the, first + 1)
        }
        _ => counted(context, first),
    }
}

/// "The day before yesterday" is one day farther.
fn beside(context: &Context<'_>, word: &str, day: i64) -> i64 {
    if context.before(0) == word && context.before(1) == "day" { day * 2 } else { day }
}

/// "Last month", "this year", "the coming days".
fn led(context: &Context<'_>, lead: &str, the: bool, place: usize) -> Meaning {
    // "The last week of May" and "his last month in office" are times by themselves.
    let bound =
        matches!(context.after(), "of" | "in" | "before" | "after" | "that" | "when" | "until" | "on");
    let own =
        matches!(context.before(0), "his" | "her" | "its" | "their" | "my" | "our" | "your" | "a" | "second");
    if own || context.after() == "of" || (bound && the) {
        return Meaning::Elsewhere;
    }
    let counted = context.words.len() > place + 1;
    let name = context.words.last().map_or("", |word| word.as_ref());
    let singular = name.strip_suffix('s').unwrap_or(name);
    let plural = singular != name;
    // "The talks last two weeks", "the next three days": only with the article, and not of what came after something else.
    if counted || plural {
        let counts = counted && !matches!(context.word(place), "a" | "an");
        let deictic = matches!(lead, "past" | "coming") || (lead == "last" && counts);
        return if the && deictic { Meaning::Vague } else { Meaning::Elsewhere };
    }
    if matches!(lead, "past" | "coming" | "current") {
        return match (lead, the, singular) {
            ("current", true, "week" | "month" | "year") => whole(unit(singular), 0),
            ("past" | "coming", true, "hour" | "quarter") => Meaning::Elsewhere,
            ("past" | "coming", true, _) => Meaning::Vague,
            _ => Meaning::Elsewhere,
        };
    }
    if the {
        let spans = matches!(context.before(1), "in" | "over" | "during" | "within" | "for");
        return if spans && lead == "last" && matches!(singular, "week" | "month" | "year") {
            Meaning::Vague
        } else {
            Meaning::Elsewhere
        };
    }
    let by = match lead {
        "last" => -1,
        "next" => 1,
        _ => 0,
    };
    match singular {
        "week" | "month" | "year" => whole(unit(singular), by),
        "night" if by < 0 => Meaning::Offset(Offset::Day(-1)),
        "morning" | "afternoon" | "evening" if by == 0 => Meaning::Offset(Offset::Day(0)),
        "hour" | "day" | "night" | "morning" | "afternoon" | "evening" => Meaning::Elsewhere,
        // A quarter is also a part of a town.
        "quarter" if by == 0 => Meaning::Elsewhere,
        _ => Meaning::Vague,
    }
}

/// "A week ago", "two months from now".
fn counted(context: &Context<'_>, first: usize) -> Meaning {
    let last = context.words.len().saturating_sub(1);
    let (end, sign) = match context.word(last) {
        "ago" => (last, -1),
        "hence" => (last, 1),
        "now" | "today" if last > 0 && context.word(last - 1) == "from" => (last - 1, 1),
        _ => return Meaning::Elsewhere,
    };
    let unit_place = end.saturating_sub(1);
    let name = context.word(unit_place);
    let unit = unit(name.strip_suffix('s').unwrap_or(name));
    let single = unit_place == first + 1 && !is_composed(context);
    match number(context.word(first)).filter(|_| single) {
        Some(count) => away(unit, sign * count),
        None => Meaning::Vague,
    }
}

/// Whether the number goes on in front: "twenty-three", "two or three", "about ten".
fn is_composed(context: &Context<'_>) -> bool {
    const WORDS: [&str; 20] = [
        "or",
        "and",
        "to",
        "half",
        "hundred",
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "roughly",
        "over",
        "than",
        "least",
        "most",
        "approximately",
        "under",
        "the",
        "only",
        "thousand",
    ];
    let marked =
        matches!(context.mark_before(), Some('-' | '‑' | '–' | '—' | '.' | '/' | '~' | '≈' | '<' | '>'));
    marked || context.number_before() || WORDS.contains(&context.before(0)) || tens(context.before(0))
}

fn tens(word: &str) -> bool {
    matches!(word, "twenty" | "thirty" | "forty" | "fifty" | "sixty" | "seventy" | "eighty" | "ninety")
}

fn number(word: &str) -> Option<i64> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    (1..).zip(WORDS).find_map(|(number, name)| (name == word).then_some(number)).or_else(|| word.parse().ok())
}

fn unit(name: &str) -> Unit {
    match name {
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        _ => Unit::Other,
    }
}

/// "On 4 March 2025", where the wording closes a clause. "Today" may mean these days, so that it is left.
pub(super) fn instead(context: &Context<'_>, day: NaiveDate) -> Option<String> {
    const BEFORE: [&str; 46] = [
        "since", "until", "till", "from", "by", "of", "as", "for", "before", "after", "on", "like", "than",
        "through", "between", "and", "or", "to", "in", "at", "with", "about", "around", "just", "early",
        "only", "even", "over", "nearly", "almost", "some", "the", "not", "but", "yet", "that", "into",
        "within", "is", "was", "are", "were", "late", "both", "toward", "towards",
    ];
    let days_ago = context.words.len() == 3
        && matches!(context.word(1), "day" | "days")
        && context.word(2) == "ago"
        && context.word(0) != "few";
    let word = context.words.len() == 1 && matches!(context.word(0), "yesterday" | "tomorrow");
    let behind_word = !context.before(0).is_empty() && !BEFORE.contains(&context.before(0));
    let closes = matches!(context.mark_after(), Some('.' | ',' | ';' | '?' | '!' | ')' | ']'))
        || (context.after.is_empty() || context.after() == "that");
    (behind_word && closes && (days_ago || word)).then_some(())?;
    Some(format!("on {} {} {}", day.day(), english_month(day.month())?, day.year()))
}
