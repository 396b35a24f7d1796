//! `briefs.ndjson`: one brief a line, in the shape that the bulk load of a search engine takes.

use std::borrow::Cow;

use serde::Serialize;

use super::{Site, line, on_whose_word, plain, time};
use crate::json::{self, Plain};
use crate::locale::Locale;
use crate::model::{self, Brief, CivilDate, FuzzyDate, Marking, Words as _};
use crate::view::site::address;
use crate::view::{party_name, words_of_others};

#[derive(Serialize)]
struct Record<'b> {
    /// Where the desk has an id: one index can take the briefs of several.
    desk: Option<Plain<&'b str>>,
    id: Plain<&'b str>,
    title: Cow<'b, str>,
    date: CivilDate,
    updated: CivilDate,
    corrected: Option<CivilDate>,
    lang: Plain<&'b str>,
    marking: Plain<&'static str>,
    story: Option<Plain<&'b str>>,
    topics: Vec<Cow<'b, str>>,
    bottom_line: Cow<'b, str>,
    facts: Vec<Fact<'b>>,
    questions: Vec<Asked<'b>>,
    entities: Vec<Entity<'b>>,
    sources: Vec<Source<'b>>,
    url: String,
}

#[derive(Serialize)]
struct Fact<'b> {
    id: Plain<&'b str>,
    text: Cow<'b, str>,
    status: Plain<&'static str>,
    when: Option<&'b FuzzyDate>,
    credibility: Option<Plain<&'static str>>,
    said_by: String,
    caveats: Option<Caveats>,
    /// Where it is not that of the whole line, which is the highest of anything in it.
    marking: Option<Plain<&'static str>>,
    quotes: Option<Vec<Quoted<'b>>>,
}

/// What the brief warns of besides, where it does.
#[derive(Serialize)]
struct Caveats {
    /// The worst grade of whoever says or carries it, where that is D or E.
    reliability: Option<Plain<&'static str>>,
    /// Whether the brief notes that the article gets it wrong, or so it seems.
    mistaken: Option<bool>,
    /// Whether there is another note on it.
    noted: Option<bool>,
}

impl Caveats {
    fn of(fact: &model::Fact, brief: &Brief) -> Option<Self> {
        let model::Caveats { reliability, mistaken, noted, .. } = model::Caveats::of_fact(fact, brief);
        (reliability.is_some() || mistaken || noted).then(|| Self {
            reliability: reliability.map(|it| Plain(it.word())),
            mistaken: mistaken.then_some(true),
            noted: noted.then_some(true),
        })
    }
}

/// Words to the letter of another than the speaker: they may say the contrary.
#[derive(Serialize)]
struct Quoted<'b> {
    text: &'b str,
    said_by: Option<String>,
    /// Where it is higher than that of the fact.
    marking: Option<Plain<&'static str>>,
}

#[derive(Serialize)]
struct Asked<'b> {
    id: Plain<&'b str>,
    question: Cow<'b, str>,
    status: Plain<&'static str>,
    answer: Option<Answer<'b>>,
}

/// The fact that answers a question: an answer is no better attested than that.
#[derive(Serialize)]
struct Answer<'b> {
    fact: Plain<&'b str>,
    status: Plain<&'static str>,
    credibility: Option<Plain<&'static str>>,
    said_by: String,
    caveats: Option<Caveats>,
}

#[derive(Serialize)]
struct Entity<'b> {
    id: Plain<&'b str>,
    name: Cow<'b, str>,
    aliases: Vec<Cow<'b, str>>,
}

#[derive(Serialize)]
struct Source<'b> {
    id: Plain<&'b str>,
    name: Cow<'b, str>,
    kind: Plain<&'static str>,
    /// How many people without names it stands for.
    count: Option<u32>,
}

/// The line of most briefs takes fewer bytes.
const LINE: usize = 8 << 10;

/// The line of a brief, with its end.
#[must_use]
pub fn of_brief(brief: &Brief, site: &Site<'_>) -> String {
    let mut text = String::with_capacity(LINE);
    // Text with text for keys can always be written.
    if json::push(&mut text, &record(brief, site)).is_err() {
        return String::new();
    }
    text.push('\n');
    text
}

fn record<'b>(brief: &'b Brief, site: &Site<'b>) -> Record<'b> {
    let locale = site.locales.of(&brief.lang);
    Record {
        desk: site.desk.map(|desk| Plain(desk.as_str())),
        id: Plain(brief.id.as_str()),
        title: line(&brief.title.value),
        date: brief.date.value,
        updated: time::updated(brief),
        corrected: brief.corrected(),
        lang: Plain(brief.lang.as_str()),
        marking: Plain(brief.banner().word()),
        story: brief.story.as_ref().map(|story| Plain(story.value.as_str())),
        topics: brief.topics.iter().map(|topic| line(&topic.value)).collect(),
        bottom_line: plain(&brief.bottom_line.value),
        facts: facts(brief, locale),
        questions: questions(brief, locale),
        entities: entities(brief),
        sources: sources(brief),
        url: site.href(&address::brief(&brief.id)),
    }
}

fn facts<'b>(brief: &'b Brief, locale: &Locale) -> Vec<Fact<'b>> {
    let banner = brief.banner();
    let facts = brief.key_facts.iter().map(|fact| Fact {
        id: Plain(fact.id.value.as_str()),
        text: plain(&fact.text.value),
        status: Plain(fact.status.value.word()),
        when: fact.when.as_ref().map(|when| &when.value),
        credibility: fact.credibility.as_ref().map(|it| Plain(it.value.word())),
        said_by: on_whose_word(fact.attribution.as_ref(), locale),
        caveats: Caveats::of(fact, brief),
        marking: marking_apart(fact, brief, banner),
        quotes: quotes(fact, brief, locale),
    });
    facts.collect()
}

/// The marking of a fact, where that is not the one of the whole line.
fn marking_apart(fact: &model::Fact, brief: &Brief, banner: Marking) -> Option<Plain<&'static str>> {
    let marking = marking(fact, brief);
    (marking != banner).then(|| Plain(marking.word()))
}

fn marking(fact: &model::Fact, brief: &Brief) -> Marking {
    brief.levels.marking(fact).unwrap_or(brief.marking.value)
}

fn quotes<'b>(fact: &'b model::Fact, brief: &Brief, locale: &Locale) -> Option<Vec<Quoted<'b>>> {
    let speaker = |quote: &model::Quote| quote.said_by.as_ref().map(|source| party_name(source, locale));
    let higher = |quote: &model::Quote| {
        Some(brief.levels.quote(quote)).filter(|it| *it > marking(fact, brief)).map(|it| Plain(it.word()))
    };
    let quotes: Vec<_> = words_of_others(&fact)
        .map(|quote| Quoted {
            text: quote.text.value.as_str(),
            said_by: speaker(quote),
            marking: higher(quote),
        })
        .collect();
    Some(quotes).filter(|quotes| !quotes.is_empty())
}

fn questions<'b>(brief: &'b Brief, locale: &Locale) -> Vec<Asked<'b>> {
    let answer = |fact: &'b model::Fact| Answer {
        fact: Plain(fact.id.value.as_str()),
        status: Plain(fact.status.value.word()),
        credibility: fact.credibility.as_ref().map(|it| Plain(it.value.word())),
        said_by: on_whose_word(fact.attribution.as_ref(), locale),
        caveats: Caveats::of(fact, brief),
    };
    let questions = brief.open_questions.iter().map(|question| Asked {
        id: Plain(question.id.value.as_str()),
        question: line(&question.question.value),
        status: Plain(question.status.value.word()),
        answer: question.answer(brief).map(answer),
    });
    questions.collect()
}

/// Aliases are every other name, those in other scripts too.
fn entities(brief: &Brief) -> Vec<Entity<'_>> {
    let entities = brief.entities.iter().map(|entity| Entity {
        id: Plain(entity.id.value.as_str()),
        name: line(&entity.name.value),
        aliases: super::other_names(entity),
    });
    entities.collect()
}

fn sources(brief: &Brief) -> Vec<Source<'_>> {
    let sources = brief.sources.iter().map(|source| Source {
        id: Plain(source.id.value.as_str()),
        name: line(&source.name.value),
        kind: Plain(source.kind.word()),
        count: source.count.as_ref().map(|count| count.value),
    });
    sources.collect()
}
