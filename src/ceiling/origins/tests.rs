use crate::ceiling::cut;
use crate::desk::Desk;
use crate::model::origins::dice::Dice;
use crate::model::origins::oracle::Oracle;
use crate::model::reached::named;
use crate::model::{Brief, Marking, Register, Source};
use crate::validate::{register_of, sample, sample_with};

const HUSH: &str = "{id: hush, name: Hush, kind: agency, descriptor: Invented, marking: TLP:RED}, \
                    {id: wire, name: Wire, kind: agency, descriptor: Invented, origin: hush}";

/// How many independent origins briefs rest on.
fn count(briefs: &[Brief]) -> usize {
    let oracle = Oracle::of(&briefs.iter().collect::<Vec<_>>());
    oracle.count(|brief, source| named(brief).iter().any(|it| it.id.value == source.id.value))
}

/// What is left of briefs whose facts are said by these sources, the last of which may be marked, and what the register has.
fn left(briefs: &[&[&str]]) -> (Vec<Brief>, usize, usize) {
    let mut register = register_of(HUSH, "");
    let brief = |(place, sources): (usize, &&[&str])| {
        let facts: Vec<_> = sources
            .iter()
            .enumerate()
            .map(|(at, source)| {
                let id = source.split(&[' ', ',', '}'][..]).nth(1).unwrap();
                format!("{{id: f{at}, text: It stands., status: claimed, said_by: {id}}}")
            })
            .collect();
        let facts = facts.join(", ");
        let listed: Vec<_> = sources.iter().filter(|it| !it.starts_with("{id: wire")).copied().collect();
        let text = format!(
            "schema: 1\nid: brief-{place}\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\n\
             bottom_line: Invented.\nsources: [{}]\nkey_facts: [{facts}]\n",
            listed.join(", ")
        );
        sample_with(text, register.clone())
    };
    let briefs: Vec<_> = briefs.iter().enumerate().map(brief).collect();
    let before = count(&briefs);
    let desk = Desk { briefs, ..Desk::default() };
    let cut = cut(desk, &mut register, Marking::Clear).desk.briefs;
    let after = count(&cut);
    (cut, before, after)
}

fn origins(brief: &Brief) -> Vec<Option<&str>> {
    brief.sources.iter().map(|it| it.origin.as_ref().map(|origin| origin.value.as_str())).collect()
}

const PAPER: &str = "{id: paper, name: Paper, kind: outlet, descriptor: Invented, origin: hush}";
const RADIO: &str = "{id: radio, name: Radio, kind: outlet, descriptor: Invented, origin: hush}";
const CREW: &str = "{id: crew, kind: anonymous, described_as: the crew, count: 2, origin: hush}";
const GUARD: &str = "{id: guard, kind: anonymous, described_as: a guard, count: 1, origin: hush}";

#[test]
fn a_source_of_the_register_that_is_withheld_is_no_origin() {
    let (cut, _, _) = left(&[&[PAPER]]);
    assert_eq!(origins(&cut[0]), [None]);
    let (cut, _, _) = left(&[&["{id: wire}"]]);
    assert_eq!(origins(&cut[0]), [None]);
    // Where the brief lists another by that id, it is that one.
    let own = "{id: hush, name: Other, kind: agency, descriptor: Invented}";
    let (cut, _, _) = left(&[&[own, PAPER]]);
    assert_eq!(origins(&cut[0]), [None, Some("hush")]);
}

#[test]
fn two_sources_of_an_origin_that_is_withheld_stay_one() {
    let (cut, _, _) = left(&[&[CREW, PAPER, RADIO]]);
    assert_eq!(origins(&cut[0]), [Some("paper"), None, Some("paper")]);
    assert_eq!(Oracle::of(&[&cut[0]]).count(|_, _| true), 1);
}

#[test]
fn they_stay_one_in_several_briefs_too() {
    let desks: [&[&[&str]]; 5] = [
        &[&[PAPER], &[RADIO]],
        &[&[CREW], &[GUARD]],
        &[&[CREW], &[RADIO]],
        &[&["{id: wire}"], &[PAPER]],
        &[&[CREW, RADIO], &[GUARD, PAPER], &["{id: wire}"]],
    ];
    for desk in desks {
        let (cut, before, after) = left(desk);
        assert_eq!((before, after), (1, 1), "{desk:?} {cut:#?}");
        assert!(!cut.iter().flat_map(origins).any(|origin| origin == Some("hush")), "{desk:?}");
    }
}

/// The counts of origins that readers see: of each brief, of each day, of all days; of whatever is left after a cut.
fn counts(briefs: &[Brief], left: &[Brief]) -> Vec<usize> {
    let is_left = |brief: &Brief, source: &Source| {
        let left = left.iter().find(|it| it.id == brief.id);
        left.is_some_and(|left| left.sources.iter().any(|it| it.id.value == source.id.value))
    };
    let count = |briefs: &[&Brief]| Oracle::of(briefs).count(is_left);
    let all: Vec<&Brief> = briefs.iter().collect();
    let each = all.iter().filter(|brief| left.iter().any(|it| it.id == brief.id));
    let mut counts: Vec<usize> = each.map(|brief| count(&[*brief])).collect();
    let days: std::collections::BTreeSet<_> = left.iter().map(|brief| brief.date.value).collect();
    let of_day = |day| all.iter().copied().filter(|brief| brief.date.value == day).collect::<Vec<_>>();
    counts.extend(days.into_iter().map(|day| count(&of_day(day))));
    counts.push(count(&all));
    counts
}

/// What is left of some briefs, and the counts before and after.
fn kept(briefs: Vec<Brief>) -> (Vec<Brief>, Vec<usize>, Vec<usize>) {
    let mut desk = Desk { briefs, ..Desk::default() };
    desk.sort();
    let briefs = desk.briefs.clone();
    let left = cut(desk, &mut Register::default(), Marking::Green).desk.briefs;
    let (before, after) = (counts(&briefs, &left), counts(&left, &left));
    (left, before, after)
}

fn kept_of(texts: &[String]) -> (Vec<Brief>, Vec<usize>, Vec<usize>) {
    kept(texts.iter().map(|text| sample(text.clone())).collect())
}

fn text(id: &str, day: u32, marking: &str, sources: &str, facts: &[String]) -> String {
    format!(
        "schema: 1\nid: {id}\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:{marking}\nbottom_line: Invented.\n\
         sources: [{sources}]\nkey_facts: [{}]\n",
        facts.join(", ")
    )
}

fn source(id: &str, more: &str) -> String {
    format!("{{id: {id}, name: N {id}, kind: outlet, descriptor: Invented{more}}}")
}

fn fact(id: &str, said: &str) -> String {
    format!("{{id: f{id}, text: It stands., status: claimed, {said}}}")
}

#[test]
fn whoever_the_same_carrier_carried_that_is_withheld_stays_one() {
    let of = |party: &str| {
        let sources = [source(party, ""), source("hush", ", marking: TLP:RED")].join(", ");
        let facts =
            [fact("1", &format!("said_by: {party}, via: [hush]")), fact("2", &format!("said_by: {party}"))];
        text(&format!("of-{party}"), 1, "GREEN", &sources, &facts)
    };
    let (left, before, after) = kept_of(&[of("a"), of("b")]);
    assert_eq!((before, after), (vec![1, 1, 1, 1], vec![1, 1, 1, 1]), "{left:#?}");
    assert_eq!([origins(&left[0]), origins(&left[1])], [[None], [Some("a")]]);
}

#[test]
fn what_a_brief_that_is_withheld_says_of_origins_stays() {
    let of = |party: &str, day: u32| {
        text(
            &format!("of-{party}"),
            day,
            "GREEN",
            &source(party, ""),
            &[fact("1", &format!("said_by: {party}"))],
        )
    };
    let both = |day: u32| {
        let sources = [source("a", ", origin: wire"), source("b", ", origin: wire")].join(", ");
        text("both", day, "RED", &sources, &[fact("1", "said_by: a"), fact("2", "said_by: b")])
    };
    let (_, before, after) = kept_of(&[of("a", 1), of("b", 1), both(1)]);
    assert_eq!((before, after), (vec![1, 1, 1, 1], vec![1, 1, 1, 1]));
    // Counted by the day they are two still; not so over all days.
    let (_, before, after) = kept_of(&[of("a", 1), of("b", 2), both(3)]);
    assert_eq!((before, after), (vec![1, 1, 1, 1, 1], vec![1, 1, 1, 1, 1]));
    // Another day's brief that says so as well says nothing of this day.
    let says = both(2).replace("id: both", "id: later").replace("TLP:RED", "TLP:GREEN");
    let (left, before, after) = kept_of(&[of("a", 1), of("b", 1), both(1), says]);
    assert_eq!((before, after.clone()), (after, vec![1; left.len() + 3]));
}

#[test]
fn no_count_of_origins_ever_rises() {
    for seed in 0..300 {
        let briefs = Dice(seed).briefs(4);
        let (left, before, after) = kept(briefs.clone());
        let is_no_more = before.iter().zip(&after).all(|(before, after)| after <= before);
        assert!(is_no_more, "{seed}: {before:?} {after:?}\n{briefs:#?}\n{left:#?}");
    }
}
