//! Changes of one item that are told in one line.

use super::statements;
use crate::change::{Change, DateOf, How, What};

/// Changes without those that say nothing which another line of their item does not say: an item that is denied in other words, by another,
/// of another day is one line, which has both sides whole.
pub(super) fn joined<'c, 'd>(mut changes: Vec<&'c Change<'d>>) -> Vec<&'c Change<'d>> {
    let mut told = changes.iter().map(|change| how(change).is_some_and(has_sides));
    // As of most items.
    if !told.any(|it| it) {
        return changes;
    }
    let of_item = changes.chunk_by(|one, next| are_of_one(one, next));
    let said: Vec<bool> = of_item
        .flat_map(|of_item| of_item.iter().map(|it| of_item.iter().any(|other| says(other, it))))
        .collect();
    let mut said = said.into_iter();
    changes.retain(|_| !said.next().unwrap_or_default());
    changes
}

fn how<'c, 'd>(change: &'c Change<'d>) -> Option<&'c How<'d>> {
    match &change.what {
        What::Changed { how, .. } => Some(how),
        What::Came(_) | What::Went(_) => None,
    }
}

/// Whether a change is told with who says it, and who said it before.
fn has_sides(how: &How<'_>) -> bool {
    matches!(how, How::Status(_) | How::Value | How::Reworded | How::Expectation)
}

/// Whether two changes are from one state of an item to one.
fn are_of_one(one: &Change<'_>, other: &Change<'_>) -> bool {
    let (What::Changed { old, new, .. }, What::Changed { old: then, new: now, .. }) =
        (&one.what, &other.what)
    else {
        return false;
    };
    // The id is part of the item.
    std::ptr::eq(old.id(), then.id()) && std::ptr::eq(new.id(), now.id())
}

/// Whether the line of a change says all that another would.
fn says(line: &Change<'_>, other: &Change<'_>) -> bool {
    let (Some(how), Some(other)) = (how(line), how(other)) else { return false };
    match (how, other) {
        (_, How::Attribution) => has_sides(how),
        (How::Status(_), How::Reworded | How::Value) => statements::before(&line.what).is_some(),
        // That there is no date is not to be seen in a line that has none.
        (How::Status(_), How::Date(DateOf::Happened, _)) => {
            statements::before(&line.what).is_some() && are_dated(&line.what)
        }
        _ => false,
    }
}

/// Whether both sides have a date.
fn are_dated(what: &What<'_>) -> bool {
    let What::Changed { old, new, .. } = what else { return false };
    [old, new].iter().all(|it| it.statement().when().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Edition, since};
    use crate::model::{Brief, Id};
    use crate::validate::sample;

    fn brief(day: u32, fact: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: quay\nbottom_line: Invented.\n\
             sources:\n- {{id: port, name: Port of Oro, kind: official, descriptor: Invented}}\n\
             - {{id: guild, name: Guild of Oro, kind: official, descriptor: Invented}}\nkey_facts: [{{id: open, {fact}}}]\n"
        ));
        Brief { id: Id::parse(&format!("day-{day}")).unwrap(), ..brief }
    }

    #[test]
    fn one_line_says_it_where_it_has_both_sides() {
        let opens = "text: The quay opens., status: claimed, said_by: port, when: 2025-03";
        let told = |now: &str| {
            let (old, new) = (brief(1, opens), brief(2, now));
            let changes = since([&new], &Edition::of([&old]));
            let told = joined(changes.iter().collect());
            let word = |change: &&Change<'_>| crate::view::changes::labels::kind(&change.what).0;
            told.iter().map(word).filter(|it| *it != "followed").collect::<Vec<_>>()
        };
        let told = |now: &str, expected: &[&str]| assert_eq!(told(now), expected, "{now}");
        told("text: That the quay opens., status: denied, said_by: guild, when: 2025-04", &["status-moved"]);
        told("text: That the quay opens., status: denied, said_by: guild", &["status-moved", "date-moved"]);
        told(
            "text: The quay is open., status: stated, said_by: guild, credibility: 4, when: 2025-03",
            &["status-moved", "credibility-moved"],
        );
        told(
            "text: The quay opens., status: stated, said_by: guild, when: 2025-03",
            &["status-up", "said-by-another"],
        );
        // The same words do not say of which day they were.
        told(
            "text: The quay opens., status: observed, said_by: port, when: 2025-03-01",
            &["status-up", "date-sharpened"],
        );
        told("text: The quay is open., status: claimed, said_by: guild, when: 2025-03", &["reworded"]);
        told(
            "text: The quay is open., status: claimed, said_by: port, when: 2025-03-02",
            &["reworded", "date-moved"],
        );
    }
}
