use crate::ceiling::cut;
use crate::desk::Desk;
use crate::model::across::Across;
use crate::model::origins::Origins;
use crate::model::reached::Sources;
use crate::model::{Brief, Id, Marking, Register};
use crate::validate::{register_of, sample, sample_with};

const HUSH: &str = "{id: hush, name: Hush, kind: agency, descriptor: Invented, marking: TLP:RED}, \
                    {id: wire, name: Wire, kind: agency, descriptor: Invented, origin: hush}";

/// How many independent origins briefs rest on.
fn count(briefs: &[Brief]) -> usize {
    let named = |brief| Sources::of(brief).named.into_iter().map(move |source| (brief, source));
    Across::of(briefs).independent(briefs.iter().flat_map(named))
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
    assert_eq!(
        Origins::declared(&cut[0]).independent(cut[0].sources.iter().map(|source| &source.id.value)),
        1
    );
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

/// The counts of origins that readers see: of each brief, of each day, of all days; after a cut, of whatever is left.
fn counts(briefs: &[Brief], left: &[Brief]) -> Vec<usize> {
    let named = |all: &[&Brief]| {
        let all: Vec<Brief> = all.iter().map(|brief| (*brief).clone()).collect();
        let across = Across::of(&all);
        let kept = |brief: &&Brief| left.iter().any(|it| it.id == brief.id);
        // Before, the sources that are there after the cut.
        let sources = all.iter().filter(kept).flat_map(|brief| {
            let left = left.iter().find(|it| it.id == brief.id);
            let is_left = move |source: &Id| {
                left.is_some_and(|left| left.sources.iter().any(|it| it.id.value == *source))
            };
            brief.sources.iter().filter(move |it| is_left(&it.id.value)).map(move |it| (brief, &**it))
        });
        across.independent(sources)
    };
    let mut counts: Vec<usize> = left
        .iter()
        .filter_map(|it| briefs.iter().find(|brief| brief.id == it.id))
        .map(|brief| {
            Origins::of(brief).independent(
                left.iter().filter(|it| it.id == brief.id).flat_map(|it| &it.sources).map(|it| &it.id.value),
            )
        })
        .collect();
    let days: std::collections::BTreeSet<_> = left.iter().map(|brief| brief.date.value).collect();
    counts.extend(
        days.iter()
            .map(|day| named(&briefs.iter().filter(|brief| brief.date.value == *day).collect::<Vec<_>>())),
    );
    counts.push(named(&briefs.iter().collect::<Vec<_>>()));
    counts
}

/// What is left of some briefs, and the counts before and after.
fn kept(texts: &[String]) -> (Vec<Brief>, Vec<usize>, Vec<usize>) {
    let mut desk =
        Desk { briefs: texts.iter().map(|text| sample(text.clone())).collect(), ..Desk::default() };
    desk.sort();
    let briefs = desk.briefs.clone();
    let left = cut(desk, &mut Register::default(), Marking::Green).desk.briefs;
    let (before, after) = (counts(&briefs, &left), counts(&left, &left));
    (left, before, after)
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
    let (left, before, after) = kept(&[of("a"), of("b")]);
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
    let (_, before, after) = kept(&[of("a", 1), of("b", 1), both(1)]);
    assert_eq!((before, after), (vec![1, 1, 1, 1], vec![1, 1, 1, 1]));
    // Counted by the day they are two still; not so over all days.
    let (_, before, after) = kept(&[of("a", 1), of("b", 2), both(3)]);
    assert_eq!((before, after), (vec![1, 1, 1, 1, 1], vec![1, 1, 1, 1, 1]));
    // Another day's brief that says so as well says nothing of this day.
    let says = both(2).replace("id: both", "id: later").replace("TLP:RED", "TLP:GREEN");
    let (left, before, after) = kept(&[of("a", 1), of("b", 1), both(1), says]);
    assert_eq!((before, after.clone()), (after, vec![1; left.len() + 3]));
}

/// Numbers that look random, and are the same each time.
struct Dice(u64);

impl Dice {
    fn of(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn brief(&mut self, place: usize) -> String {
        let ids = ["a", "b", "c", "d", "e"];
        let sources: Vec<_> = ids
            .iter()
            .map(|id| {
                let origin = ["", "", "", ", origin: a", ", origin: e", ", origin: w"][self.of(6)];
                let marking = ["", "", "", ", marking: TLP:RED"][self.of(4)];
                if self.of(5) == 0 {
                    format!(
                        "{{id: {id}, kind: anonymous, count: 1, described_as: one of them{origin}{marking}}}"
                    )
                } else {
                    source(id, &format!("{origin}{marking}"))
                }
            })
            .collect();
        let facts: Vec<_> = (0..3)
            .map(|place| {
                let (by, via) = (ids[self.of(5)], ids[self.of(5)]);
                let via = if self.of(2) == 0 { format!(", via: [{via}]") } else { String::new() };
                let marking = ["", "", ", marking: TLP:RED"][self.of(3)];
                fact(&place.to_string(), &format!("said_by: {by}{via}{marking}"))
            })
            .collect();
        let day = u32::try_from(self.of(2)).unwrap() + 1;
        let text = text(
            &format!("b{place}"),
            day,
            ["GREEN", "GREEN", "RED"][self.of(3)],
            &sources.join(", "),
            &facts,
        );
        text + ["", "story: pier\n"][self.of(2)]
    }
}

#[test]
fn no_count_of_origins_ever_rises() {
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let texts: Vec<_> = (0..4).map(|place| dice.brief(place)).collect();
        let (left, before, after) = kept(&texts);
        let is_no_more = before.iter().zip(&after).all(|(before, after)| after <= before);
        assert!(is_no_more, "{seed}: {before:?} {after:?}\n{}\n{left:#?}", texts.join("\n"));
    }
}
