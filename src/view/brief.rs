//! A brief as templates see it.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::assessment::{BasisView, CorrectionView, JudgementView, NoteView};
use super::attribution::{AttributionView, marking_class};
use super::citations::{Citation, Numbers};
use super::date::DateView;
use super::parts::{EntityView, FactView, QuoteView, SourceView, WrittenIn, back_links, line};
use super::picture::PictureView;
use super::questions::QuestionView;
use super::summary::SummaryView;
use super::timeline::{TimelineGroup, groups, in_groups};
use crate::desk::topic;
use crate::locale::Locale;
use crate::markdown::{KnownText, KnownWord};
use crate::model::reached::{self, Reached};
use crate::model::{Brief, Direction, Lang, Line, Marking, Prose};

/// A brief.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BriefView<'v> {
    /// The version of this contract.
    pub contract: u32,
    /// The brief's id, which is also the stem of its file names.
    pub id: KnownText<&'v str>,
    /// Headline.
    pub title: &'v str,
    /// The day as of which it speaks.
    pub date: DateView<'v>,
    /// Its language.
    pub lang: KnownText<&'v str>,
    /// The direction that its language runs in.
    pub dir: Direction,
    /// The language of the page's own words: the brief's, or English where nobody has said them in it.
    pub words_lang: KnownText<&'v str>,
    /// The banner: the highest marking of anything on the page.
    pub marking: MarkingView,
    /// The id of the story that it belongs to.
    pub story: Option<&'v str>,
    /// Subjects.
    pub topics: Vec<TopicView<'v>>,
    /// What the reader must know, in Markdown.
    #[schemars(with = "String")]
    pub bottom_line: &'v Prose,
    /// The article that was summarised; absent when the brief says nothing of it.
    pub article: Option<ArticleView<'v>>,
    /// What the brief rests on.
    pub summary: SummaryView,
    /// Key facts, in the analyst's order.
    pub key_facts: Vec<FactView<'v>>,
    /// The timeline, in groups.
    pub timeline: Vec<TimelineGroup<'v>>,
    /// The picture of the timeline; absent where fewer than three events have a date.
    pub picture: Option<PictureView<'v>>,
    /// Open questions, in the analyst's order.
    pub open_questions: Vec<QuestionView<'v>>,
    /// Judgements, in the analyst's order.
    pub judgements: Vec<JudgementView<'v>>,
    /// People, organisations and places.
    pub entities: Vec<EntityView<'v>>,
    /// Sources, by number.
    pub sources: Vec<SourceView<'v>>,
    /// The analyst's notes on the article.
    pub notes: Vec<NoteView<'v>>,
    /// Corrections, the latest first.
    pub corrections: Vec<CorrectionView<'v>>,
    /// The AI tool and version that helped to write it.
    pub disclosure: Option<&'v str>,
    /// What the document was made from, and with what.
    pub colophon: Colophon<'v>,
}

/// A subject.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicView<'v> {
    /// Its id: the name of its page on a site.
    pub id: String,
    /// Its name.
    pub name: &'v str,
}

impl<'v> From<&'v Line> for TopicView<'v> {
    fn from(topic: &'v Line) -> Self {
        Self { id: topic::id(topic.as_str()).to_string(), name: topic.as_str() }
    }
}

/// A handling label.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MarkingView {
    /// The label, never translated: `TLP:AMBER+STRICT`.
    pub label: KnownWord,
    /// A name for style sheets: `amber-strict`.
    pub class: KnownWord,
}

impl From<Marking> for MarkingView {
    fn from(marking: Marking) -> Self {
        Self { label: marking.label(), class: KnownWord::plain(marking_class(marking)) }
    }
}

/// The article that was summarised.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ArticleView<'v> {
    /// Who published it.
    pub outlet: Option<&'v str>,
    /// Its headline.
    pub title: Option<&'v str>,
    /// Where it can be read: http or https.
    pub url: Option<&'v str>,
    /// Who wrote it.
    pub author: Option<&'v str>,
    /// When it was published.
    pub published: Option<DateView<'v>>,
    /// When the analyst read it.
    pub accessed: Option<DateView<'v>>,
    /// The language that it is written in.
    pub lang: Option<KnownText<&'v str>>,
    /// The direction that this language runs in.
    pub dir: Option<Direction>,
}

/// What a document was made from, and with what: enough to make it again.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Colophon<'v> {
    /// The name of the tool.
    pub tool: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The version of the input schema.
    pub schema: u32,
    /// The name of the input file, without folders.
    pub file: Cow<'v, str>,
    /// SHA-256 of the input file, in hexadecimal; absent where part of the file is withheld.
    pub sha256: Option<&'v str>,
}

impl<'v> BriefView<'v> {
    /// Everything that a page of the brief can show.
    #[must_use]
    pub fn new(brief: &'v Brief, locale: &'v Locale) -> Self {
        let numbers = Numbers::of(brief, locale);
        let key_facts: Vec<_> = brief
            .key_facts
            .iter()
            .enumerate()
            .map(|(index, fact)| FactView::new(index + 1, fact, brief, &numbers, locale))
            .collect();
        let events = in_groups(brief, locale);
        let picture = PictureView::of_groups(&events, brief, locale);
        let timeline = groups(events, brief, &key_facts, &numbers, locale);
        let open_questions: Vec<_> = brief
            .open_questions
            .iter()
            .enumerate()
            .map(|(index, question)| QuestionView::new(index + 1, question, brief, &numbers, locale))
            .collect();
        let summary = SummaryView::new(brief, &reached::named(brief), locale);
        let cited = cited(brief, &key_facts, &timeline, &open_questions, locale);
        let sources = sources(brief, cited, locale);
        Self {
            contract: super::CONTRACT,
            id: brief.id.known(),
            title: brief.title.value.as_str(),
            date: DateView::new(&brief.date.value, locale),
            lang: brief.lang.tag(),
            dir: brief.lang.direction(),
            words_lang: locale.lang().tag(),
            marking: brief.banner().into(),
            story: brief.story.as_ref().map(|story| story.value.as_str()),
            topics: brief.topics.iter().map(|topic| TopicView::from(&topic.value)).collect(),
            bottom_line: &brief.bottom_line.value,
            article: article(brief, locale),
            summary,
            key_facts,
            timeline,
            picture,
            open_questions,
            judgements: brief
                .judgements
                .iter()
                .map(|judgement| JudgementView::new(judgement, brief, locale))
                .collect(),
            entities: brief.entities.iter().map(|it| EntityView::of(brief, it, locale)).collect(),
            sources,
            notes: brief.notes.iter().map(|note| NoteView::new(note, brief, locale)).collect(),
            corrections: corrections(brief, locale),
            disclosure: brief.disclosure.as_ref().map(|it| it.value.as_str()),
            colophon: colophon(brief),
        }
    }
}

/// The table of sources, each with the places that cite it.
fn sources<'v>(brief: &'v Brief, cited: Vec<Vec<BasisView<'v>>>, locale: &'v Locale) -> Vec<SourceView<'v>> {
    let reached = Reached::by_words(brief).and_by_notes();
    let sources = (1..).zip(reached.sources()).zip(cited);
    sources
        .map(|((number, (source, named)), cited)| SourceView {
            named,
            written: WrittenIn::of(brief, source.is_taken_up),
            ..SourceView::new(number, source, cited, locale)
        })
        .collect()
}

/// The places that cite each source: whoever speaks there, carries, or is quoted.
fn cited<'v>(
    brief: &'v Brief,
    facts: &[FactView<'v>],
    timeline: &[TimelineGroup<'v>],
    questions: &[QuestionView<'v>],
    locale: &'v Locale,
) -> Vec<Vec<BasisView<'v>>> {
    let from_facts = facts.iter().map(|fact| {
        let label = locale.numbered("part_fact", fact.number);
        (BasisView { anchor: fact.anchor, label }, citations(&fact.attribution, &fact.quotes))
    });
    // An event that shares a fact's attribution adds no other place to look.
    let events = timeline.iter().flat_map(|group| &group.events).filter(|event| event.fact.is_none());
    let from_events = events.filter_map(|event| {
        let place = BasisView { anchor: event.anchor, label: locale.known("part_timeline").into_cow() };
        Some((place, citations(event.attribution.as_ref()?, &[])))
    });
    let from_questions = questions.iter().flat_map(|question| {
        let positions = question.stances.iter().flat_map(|stance| &stance.positions);
        let label = locale.numbered("part_question", question.number);
        positions.map(move |position| {
            let label = label.clone();
            (BasisView { anchor: position.anchor, label }, citations(&position.attribution, &position.quotes))
        })
    });
    back_links(brief.sources.len(), from_facts.chain(from_events).chain(from_questions))
}

/// Whom a part cites.
fn citations<'p, 'v>(
    attribution: &'p AttributionView<'v>,
    quotes: &'p [QuoteView<'v>],
) -> impl Iterator<Item = &'p Citation<'v>> {
    attribution.citations.iter().chain(quotes.iter().flat_map(|quote| &quote.citations))
}

fn article<'v>(brief: &'v Brief, locale: &'v Locale) -> Option<ArticleView<'v>> {
    let article = &brief.article;
    let view = ArticleView {
        outlet: line(article.outlet.as_ref()),
        title: line(article.title.as_ref()),
        url: article.url.as_ref().map(|url| url.value.as_str()),
        author: line(article.author.as_ref()),
        published: article.published.as_ref().map(|date| DateView::new(&date.value, locale)),
        accessed: article.accessed.as_ref().map(|date| DateView::new(&date.value, locale)),
        lang: article.lang.as_ref().map(Lang::tag),
        dir: article.lang.as_ref().map(Lang::direction),
    };
    let said = view.outlet.is_some() || view.title.is_some() || view.url.is_some() || view.author.is_some();
    (said || view.published.is_some() || view.accessed.is_some() || view.lang.is_some()).then_some(view)
}

fn corrections<'v>(brief: &'v Brief, locale: &'v Locale) -> Vec<CorrectionView<'v>> {
    let mut corrections: Vec<_> = brief.corrections.iter().collect();
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.on.value));
    corrections.into_iter().map(|it| CorrectionView::new(it, brief, locale)).collect()
}

fn colophon(brief: &Brief) -> Colophon<'_> {
    Colophon {
        tool: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        schema: 1,
        file: brief.path.file_name().unwrap_or_default().to_string_lossy(),
        sha256: brief.sha256.as_deref(),
    }
}
