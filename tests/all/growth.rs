//! No kind of page grows with the square of its desk. Bytes are counted, which is the same on every machine. Nor does the time that it
//! takes to tell what changed, of which the best of some runs is taken.

use std::time::{Duration, Instant};

use attache::change::{Edition, since};
use attache::desk::{Desk, Index};
use attache::render::{Renderer, TemplateSet};
use attache::settings::Settings;
use attache::site::{Job, Site};
use attache::source::SourceFile;
use attache::validate::validate;

/// One story in which each brief asks four questions, of which it settles three, and a fifth that is the same in all, to which a party of
/// its own has something to say.
fn desk(count: usize, settings: &Settings) -> Desk {
    let mut desk = Desk::default();
    for place in 1_000..1_000 + count {
        let (year, month, day) = (place / 336, place / 28 % 12 + 1, place % 28 + 1);
        let settled = [0, 1, 2]
            .map(|it| {
                format!("  - {{id: s{it}-{place}, question: What is invented in {place}?, status: moot}}\n")
            })
            .concat();
        let text = format!(
            "schema: 1\ntitle: Brief {place}\ndate: 20{year:02}-{month:02}-{day:02}\nmarking: TLP:CLEAR\nstory: one\n\
             bottom_line: Invented.\nsources: [{{id: p-{place}, name: Party {place} of Oro, kind: official}}]\n\
             open_questions:\n{settled}  - {{id: o-{place}, question: Is {place} invented?, status: open}}\n  \
             - {{id: same, question: Is it invented?, status: open, \
             positions: [{{stance: asserts, says: It is., said_by: p-{place}}}]}}\n"
        );
        let file = SourceFile::new(format!("briefs/b{place}.yaml").as_ref(), text);
        desk.briefs.extend(validate(&file, &settings.inherited).brief);
    }
    assert_eq!(desk.briefs.len(), count);
    desk.sort();
    desk
}

/// The bytes of the pages of a kind of job, each.
fn bytes(count: usize, is_it: impl Fn(&Job<'_>) -> bool) -> Vec<usize> {
    let settings = Settings::default();
    let renderer = Renderer::new(TemplateSet::built_in()).unwrap().for_desk(&settings).unwrap();
    let desk = desk(count, &settings);
    let index = Index::of(&desk, &settings.inherited.register);
    let site = Site::new(&desk, &index, &settings);
    let jobs = site.plan().into_iter().filter(is_it);
    let pages = jobs.flat_map(|job| site.pages(job, &renderer).unwrap());
    pages.map(|(_, text)| text.len()).collect()
}

#[test]
fn pages_of_a_story_grow_with_the_story() {
    let [one, two] = [200, 400].map(|count| bytes(count, |job| matches!(job, Job::Story(_))));
    assert_eq!([one.len(), two.len()], [2, 4]);
    let sums = [&one, &two].map(|pages| pages.iter().sum::<usize>());
    assert!(sums[1] * 10 <= sums[0] * 21, "{one:?} {two:?}");
}

#[test]
fn no_page_of_a_question_grows_with_its_positions() {
    let of = |job: &Job<'_>| matches!(job, Job::Question(id) if id.as_str() == "same");
    let [one, two] = [200, 400].map(|count| bytes(count, of));
    assert_eq!([one.len(), two.len()], [2, 4]);
    let largest = [&one, &two].map(|pages| *pages.iter().max().unwrap());
    assert!(largest[1] * 10 <= largest[0] * 11, "{one:?} {two:?}");
}

/// Four days on each of which each of very many says something else of one fact and one event.
fn told_by_many(count: usize, settings: &Settings) -> Desk {
    let mut desk = Desk::default();
    for place in 0..count {
        let (day, who) = (place % 4 + 1, place / 4);
        let status = ["claimed", "denied", "disputed"][place % 3];
        let text = format!(
            "schema: 1\ntitle: Brief {place}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: one\nbottom_line: Invented.\n\
             sources: [{{id: p-{who}, name: Party {who} of Oro, kind: official, descriptor: Invented}}]\n\
             key_facts: [{{id: same, text: It is invented {place}., status: {status}, said_by: p-{who}}}]\n\
             timeline: [{{id: event, text: It was invented {place}., when: 2025-01-01, status: {status}, said_by: p-{who}}}]\n"
        );
        let file = SourceFile::new(format!("briefs/b{place}.yaml").as_ref(), text);
        desk.briefs.extend(validate(&file, &settings.inherited).brief);
    }
    assert_eq!(desk.briefs.len(), count);
    desk.briefs.sort_by(|one, other| (one.date.value, &one.id).cmp(&(other.date.value, &other.id)));
    desk
}

/// Two days on each of which briefs grade sources of their own.
fn graded_by_many(count: usize, settings: &Settings) -> Desk {
    let mut desk = Desk::default();
    for place in 0..count {
        let day = 1 + 2 * place / count;
        let source = |it: usize| {
            format!(
                "  - {{id: s-{place:03}-{it:03}, name: Source {it} of {place}, kind: official, descriptor: Invented, reliability: B}}\n"
            )
        };
        let sources = (0..100).map(source).collect::<String>();
        let text = format!(
            "schema: 1\ntitle: Brief {place}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nstory: one\nbottom_line: Invented.\n\
             sources:\n{sources}"
        );
        let file = SourceFile::new(format!("briefs/b{place:03}.yaml").as_ref(), text);
        desk.briefs.extend(validate(&file, &settings.inherited).brief);
    }
    assert_eq!(desk.briefs.len(), count);
    desk
}

/// How long it takes to tell what changed on each of the days, and in all of them together.
fn time_of_changes(desk: &Desk) -> Duration {
    let told = || {
        let start = Instant::now();
        let mut earlier = Edition::default();
        for day in desk.briefs.chunk_by(|one, next| one.date.value == next.date.value) {
            assert!(!since(day, &earlier).is_empty());
            for brief in day {
                earlier.add(brief);
            }
        }
        assert!(!since(&desk.briefs, &Edition::default()).is_empty());
        start.elapsed()
    };
    (0..5).map(|_| told()).min().unwrap()
}

/// Eight times as many take eight times as long, and would take 64 times as long if each were held against all others.
#[test]
fn what_changed_takes_no_longer_for_each_of_many_who_tell_of_one_thing() {
    let settings = Settings::default();
    let [few, many] = [200, 1_600].map(|count| time_of_changes(&told_by_many(count, &settings)));
    assert!(many < few * 24, "{few:?} {many:?}");
}

#[test]
fn what_changed_takes_no_longer_for_each_of_many_graded_sources() {
    let settings = Settings::default();
    let [few, many] = [20, 160].map(|count| time_of_changes(&graded_by_many(count, &settings)));
    assert!(many < few * 24, "{few:?} {many:?}");
}
