use super::dice::Dice;
use super::oracle::Oracle;
use super::*;
use crate::model::reached::named;
use crate::validate::sample;

fn count<'b>(briefs: impl IntoIterator<Item = &'b Brief, IntoIter: Clone>) -> usize {
    let briefs = briefs.into_iter();
    let sources =
        briefs.clone().flat_map(|brief| named(brief).into_iter().map(move |source| (brief, source)));
    Origins::of(briefs).independent(sources)
}

#[test]
fn every_count_is_that_of_the_oracle() {
    for seed in 0..300 {
        let briefs = Dice(seed).briefs(4);
        let all: Vec<_> = briefs.iter().collect();
        for briefs in all.chunks(1).chain(all.chunks(2)).chain([all.as_slice()]) {
            let (origins, oracle) = (Origins::of(briefs.iter().copied()), Oracle::of(briefs));
            let every = || {
                briefs.iter().flat_map(|brief| brief.sources.iter().map(move |source| (*brief, &**source)))
            };
            assert_eq!(origins.independent(every()), oracle.count(|_, _| true), "{seed}: {briefs:#?}");
            for (brief, one) in every() {
                for (_, other) in every().filter(|(of, _)| of.id == brief.id) {
                    let is_either = |of: &Brief, it: &Source| {
                        of.id == brief.id && (it.id.value == one.id.value || it.id.value == other.id.value)
                    };
                    let are_one = origins.are_one([(brief, one), (brief, other)]);
                    assert_eq!(
                        are_one,
                        oracle.count(is_either) == 1,
                        "{seed}: {one:#?} {other:#?} {brief:#?}"
                    );
                }
            }
        }
    }
}

#[test]
fn sources_of_one_name_or_one_entity_are_one_origin() {
    let brief = sample(
        "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\nsources:\n\
         - {id: min, name: Ministry of Oro, kind: official, entity: ministry}\n\
         - {id: min2, name: The minister, kind: official, entity: ministry}\n\
         - {id: mdo, name: MDO, kind: official}\n\
         - {id: port, name: Port of Oro, kind: official}\n\
         - {id: port2, name: PORT OF ORO, kind: official}\n\
         - {id: crew, kind: anonymous, count: 2, described_as: Port of Oro}\n\
         entities: [{id: ministry, name: Ministry, kind: organization, aliases: [MDO]}]\n"
            .to_owned(),
    );
    let origins = Origins::declared(&brief);
    assert_eq!(origins.independent(brief.sources.iter().map(|it| (&brief, &**it))), 3);
    let may_be_one =
        |one: usize, other: usize| may_be_one((&brief, &brief.sources[one]), (&brief, &brief.sources[other]));
    assert!(may_be_one(0, 1) && may_be_one(1, 2) && may_be_one(3, 4));
    assert!(!may_be_one(1, 3) && !may_be_one(3, 5));
}

fn brief(story: &str, sources: &str, said: &str) -> Brief {
    sample(format!(
        "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: {story}\n\
         sources: [{sources}]\nkey_facts: [{{id: crane, text: The crane stands., status: claimed, {said}}}]\n"
    ))
}

const UNION: &str = "{id: union, name: Union of Oro, kind: official, descriptor: Invented}";
const PORT: &str = "{id: port, name: Port of Oro, kind: official, descriptor: Invented}";
const WIRE: &str = "{id: wire, name: Wire of Oro, kind: agency}";
const CREW: &str = "{id: crew, kind: anonymous, described_as: the crew, count: 2}";

#[test]
fn what_one_named_source_carries_in_several_briefs_is_one_origin() {
    let by_wire = |party: &str, id: &str| {
        brief("pier", &[party, WIRE].join(", "), &format!("said_by: {id}, via: [wire]"))
    };
    let (union, port) = (by_wire(UNION, "union"), by_wire(PORT, "port"));
    assert_eq!(count([&union]), 1);
    assert_eq!(count([&union, &union.clone(), &port]), 1);
    let alone = brief("pier", PORT, "said_by: port");
    assert_eq!((count([&union, &alone]), count([&union, &port, &alone])), (2, 1));
    for (id, name, origins) in [("wire", "Other", 1), ("other", "Wire of Oro", 1), ("other", "Other", 2)] {
        let source = format!("{{id: {id}, name: {name}, kind: agency}}");
        let other = brief("pier", &source, &format!("said_by: {id}"));
        assert_eq!(count([&union, &other]), origins, "{id} {name}");
    }
}

#[test]
fn a_declared_origin_joins_briefs_too() {
    let from = |id: &str, origin: &str| {
        let source =
            format!("{{id: {id}, name: {id}, kind: outlet, descriptor: Invented, origin: {origin}}}");
        brief("pier", &source, &format!("said_by: {id}"))
    };
    assert_eq!(count([&from("paper", "statement"), &from("station", "statement")]), 1);
    assert_eq!(count([&from("paper", "statement"), &from("station", "paper")]), 1);
    assert_eq!(count([&from("paper", "statement"), &from("station", "other")]), 2);
}

#[test]
fn people_without_names_are_of_their_own_story() {
    let crew = |story| brief(story, CREW, "said_by: crew");
    assert_eq!(count([&crew("pier"), &crew("pier")]), 1);
    assert_eq!(count([&crew("pier"), &crew("gate")]), 2);
    assert_eq!(count([]), 0);
}

#[test]
fn one_party_under_two_ids_is_one_origin() {
    let by = |id: &str, name: &str, entity: &str, named: &str| {
        sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{{id: {id}, name: {name}, kind: official, descriptor: Invented{entity}}}]\n\
             entities:\n- {{id: office, name: {named}, kind: organization, aliases: [The Office]}}\n\
             - {{id: bureau, name: {named}, kind: organization}}\n\
             key_facts: [{{id: crane, text: The crane stands., status: claimed, said_by: {id}}}]\n"
        ))
    };
    let ministry = by("min", "Ministry of Oro", ", entity: office", "Office of Oro");
    let spelled = by("moo", "MİNİSTRY  of Oro", "", "Other");
    assert_eq!(count([&ministry, &spelled]), 1);
    for (entity, named, origins) in [
        ("office", "OFFICE OF ORO", 1),
        ("office", "Bureau", 1),
        ("bureau", "Office of Oro", 1),
        ("bureau", "Other", 2),
    ] {
        let other = by("minister", "The minister", &format!(", entity: {entity}"), named);
        assert_eq!(count([&ministry, &other]), origins, "{entity} {named}");
    }
}

#[test]
fn an_origin_may_be_the_unnamed_people_of_another_brief_of_the_story() {
    let crew = brief("pier", CREW, "said_by: crew");
    let paper = "{id: paper, name: Paper of Oro, kind: outlet, descriptor: Invented, origin: crew}";
    assert_eq!(count([&crew, &brief("pier", paper, "said_by: paper")]), 1);
    assert_eq!(count([&crew, &brief("gate", paper, "said_by: paper")]), 2);
    // Those of its own brief are nobody else's.
    let radio = "{id: radio, name: Radio of Oro, kind: outlet, descriptor: Invented, origin: crew}";
    let both = |story, id, source| brief(story, &[CREW, source].join(", "), &format!("said_by: {id}"));
    assert_eq!(count([&both("pier", "paper", paper), &both("pier", "radio", radio)]), 1);
    assert_eq!(count([&both("pier", "paper", paper), &both("gate", "radio", radio)]), 2);
}

#[test]
fn a_source_under_a_name_of_the_entity_that_another_is_is_that() {
    let named = brief(
        "pier",
        "{id: mdo, name: MINISTRY of Oro, kind: official, descriptor: Invented}",
        "said_by: mdo",
    );
    let entity = |name: &str| {
        sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{{id: office, name: The Office, kind: official, descriptor: Invented, entity: ministry}}]\n\
             entities: [{{id: ministry, name: {name}, kind: organization}}]\n\
             key_facts: [{{id: crane, text: The crane stands., status: claimed, said_by: office}}]\n"
        ))
    };
    assert_eq!(count([&named, &entity("Ministry of Oro")]), 1);
    assert_eq!(count([&named, &entity("Ministry of Ira")]), 2);
}

#[test]
fn a_story_is_not_a_brief_that_is_called_so() {
    let of_story = brief("crew", CREW, "said_by: crew");
    let mut alone = of_story.clone();
    alone.story = None;
    alone.id = Id::parse("crew").unwrap();
    let origins = Origins::of([&of_story, &alone]);
    let group = |brief: &Brief| origins.group_of(brief, brief.sources.first().unwrap());
    assert_ne!(group(&of_story), group(&alone));
}

#[test]
fn unnamed_people_of_one_brief_may_be_those_of_another() {
    let of = |id: &str, sources: &str| {
        let mut brief = brief("pier", sources, "said_by: one");
        brief.id = Id::parse(id).unwrap();
        brief.story = None;
        brief
    };
    let clerk = |id: &str| format!("{{id: {id}, kind: anonymous, described_as: a clerk, count: 1}}");
    let (first, second) = (of("first", &clerk("one")), of("second", &clerk("one")));
    assert_eq!(count([&first, &second]), 1);
    let named = of("third", "{id: one, name: Port of Oro, kind: official, descriptor: Invented}");
    assert_eq!(count([&first, &second, &named]), 2);
}
