//! A brief as templates see it.

use schemars::JsonSchema;
use serde::Serialize;

use super::assessment::{BasisView, CorrectionView, JudgementView, NoteView, part_label};
use super::attribution::marking_class;
use super::citations::Numbers;
use super::date::DateView;
use super::parts::{EntityView, FactView, SourceView, back_links};
use super::picture::PictureView;
use super::questions::QuestionView;
use super::summary::SummaryView;
use super::timeline::{TimelineGroup, groups, in_groups};
use crate::desk::topic;
use crate::locale::Locale;
use crate::model::{Brief, Direction, Line, Marking, Words as _};
use crate::span::Spanned;

/// A brief.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BriefView {
    /// The version of this contract.
    pub contract: u32,
    /// The brief's id, which is also the stem of its file names.
    pub id: String,
    /// Headline.
    pub title: String,
    /// The day as of which it speaks.
    pub date: DateView,
    /// Its language.
    pub lang: String,
    /// The direction that its language runs in.
    pub dir: Direction,
    /// The language of the page's own words: the brief's, or English where nobody has said them in it.
    pub words_lang: String,
    /// The banner: the highest marking of anything on the page.
    pub marking: MarkingView,
    /// The id of the story that it belongs to.
    pub story: Option<String>,
    /// Subjects.
    pub topics: Vec<TopicView>,
    /// What the reader must know, in Markdown.
    pub bottom_line: String,
    /// The article that was summarised; absent when the brief says nothing of it.
    pub article: Option<ArticleView>,
    /// What the brief rests on.
    pub summary: SummaryView,
    /// Key facts, in the analyst's order.
    pub key_facts: Vec<FactView>,
    /// The timeline, in groups.
    pub timeline: Vec<TimelineGroup>,
    /// The picture of the timeline; absent where fewer than three events have a date.
    pub picture: Option<PictureView>,
    /// Open questions, in the analyst's order.
    pub open_questions: Vec<QuestionView>,
    /// Judgements, in the analyst's order.
    pub judgements: Vec<JudgementView>,
    /// People, organisations and places.
    pub entities: Vec<EntityView>,
    /// Sources, by number.
    pub sources: Vec<SourceView>,
    /// The analyst's notes on the article.
    pub notes: Vec<NoteView>,
    /// Corrections, the latest first.
    pub corrections: Vec<CorrectionView>,
    /// The AI tool and version that helped to write it.
    pub disclosure: Option<String>,
    /// What the document was made from, and with what.
    pub colophon: Colophon,
}

/// A subject.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicView {
    /// Its id: the name of its page on a site.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl From<&Line> for TopicView {
    fn from(topic: &Line) -> Self {
        Self { id: topic::id(topic.as_str()).to_string(), name: topic.to_string() }
    }
}

/// A handling label.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MarkingView {
    /// The label, never translated: `TLP:AMBER+STRICT`.
    pub label: &'static str,
    /// A name for style sheets: `amber-strict`.
    pub class: &'static str,
}

impl From<Marking> for MarkingView {
    fn from(marking: Marking) -> Self {
        Self { label: marking.word(), class: marking_class(marking) }
    }
}

/// The article that was summarised.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ArticleView {
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Where it can be read: http or https.
    pub url: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<DateView>,
    /// When the analyst read it.
    pub accessed: Option<DateView>,
    /// The language that it is written in.
    pub lang: Option<String>,
}

/// What a document was made from, and with what: enough to make it again.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Colophon {
    /// The name of the tool.
    pub tool: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The version of the input schema.
    pub schema: u32,
    /// The name of the input file, without folders.
    pub file: String,
    /// SHA-256 of the input file, in hexadecimal; absent where part of the file is withheld.
    pub sha256: Option<String>,
}

impl BriefView {
    /// Everything that a page of the brief can show.
    #[must_use]
    pub fn new(brief: &Brief, locale: &Locale) -> Self {
        let numbers = Numbers::of(brief, locale);
        let key_facts: Vec<_> = brief
            .key_facts
            .iter()
            .enumerate()
            .map(|(index, fact)| FactView::new(index + 1, fact, &brief.article, &numbers, locale))
            .collect();
        let events = in_groups(brief, locale);
        let picture = PictureView::of_groups(&events, brief, locale);
        let timeline = groups(events, &key_facts, &numbers, locale);
        let open_questions: Vec<_> = brief
            .open_questions
            .iter()
            .enumerate()
            .map(|(index, question)| QuestionView::new(index + 1, question, brief, &numbers, locale))
            .collect();
        let sources = sources(brief, &key_facts, &timeline, &open_questions, locale);
        Self {
            contract: super::CONTRACT,
            id: brief.id.as_str().to_owned(),
            title: brief.title.value.as_str().to_owned(),
            date: DateView::new(&brief.date.value, locale),
            lang: brief.lang.as_str().to_owned(),
            dir: brief.lang.direction(),
            words_lang: locale.lang().as_str().to_owned(),
            marking: brief.banner().into(),
            story: brief.story.as_ref().map(|story| story.value.as_str().to_owned()),
            topics: brief.topics.iter().map(|topic| TopicView::from(&topic.value)).collect(),
            bottom_line: brief.bottom_line.value.as_str().to_owned(),
            article: article(brief, locale),
            summary: SummaryView::new(brief, locale),
            key_facts,
            timeline,
            picture,
            open_questions,
            judgements: brief
                .judgements
                .iter()
                .map(|judgement| JudgementView::new(judgement, brief, locale))
                .collect(),
            entities: brief.entities.iter().map(|it| EntityView::new(it, locale)).collect(),
            sources,
            notes: brief.notes.iter().map(|note| NoteView::new(note, brief, locale)).collect(),
            corrections: corrections(brief, locale),
            disclosure: brief.disclosure.as_ref().map(|it| it.value.as_str().to_owned()),
            colophon: colophon(brief),
        }
    }
}

fn sources(
    brief: &Brief,
    facts: &[FactView],
    timeline: &[TimelineGroup],
    questions: &[QuestionView],
    locale: &Locale,
) -> Vec<SourceView> {
    let place = |anchor: &str, label: String| BasisView { anchor: anchor.to_owned(), label };
    let from_facts = facts.iter().map(|fact| {
        (
            place(&fact.anchor, part_label("part_fact", fact.number, locale)),
            fact.attribution.citations.as_slice(),
        )
    });
    // An event that shares a fact's attribution adds no other place to look.
    let events = timeline.iter().flat_map(|group| &group.events).filter(|event| event.fact.is_none());
    let from_events = events.filter_map(|event| {
        let attribution = event.attribution.as_ref()?;
        Some((place(&event.anchor, locale.word("part_timeline")), attribution.citations.as_slice()))
    });
    let from_questions = questions.iter().flat_map(|question| {
        let positions = question.stances.iter().flat_map(|stance| &stance.positions);
        let label = part_label("part_question", question.number, locale);
        positions.map(move |position| {
            let place = BasisView { anchor: position.anchor.clone(), label: label.clone() };
            (place, position.attribution.citations.as_slice())
        })
    });
    let links = back_links(brief.sources.len(), from_facts.chain(from_events).chain(from_questions));
    let sources = (1..).zip(&brief.sources).zip(links);
    sources.map(|((number, source), cited)| SourceView::new(number, source, cited, locale)).collect()
}

fn article(brief: &Brief, locale: &Locale) -> Option<ArticleView> {
    let line = |it: &Option<Spanned<Line>>| it.as_ref().map(|it| it.value.as_str().to_owned());
    let article = &brief.article;
    let view = ArticleView {
        outlet: line(&article.outlet),
        title: line(&article.title),
        url: article.url.as_ref().map(|url| url.value.as_str().to_owned()),
        author: line(&article.author),
        published: article.published.as_ref().map(|date| DateView::new(&date.value, locale)),
        accessed: article.accessed.as_ref().map(|date| DateView::new(&date.value, locale)),
        lang: article.lang.as_ref().map(|lang| lang.as_str().to_owned()),
    };
    let said = view.outlet.is_some() || view.title.is_some() || view.url.is_some() || view.author.is_some();
    (said || view.published.is_some() || view.accessed.is_some() || view.lang.is_some()).then_some(view)
}

fn corrections(brief: &Brief, locale: &Locale) -> Vec<CorrectionView> {
    let mut corrections: Vec<_> = brief.corrections.iter().collect();
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.on.value));
    corrections.into_iter().map(|it| CorrectionView::new(it, locale)).collect()
}

fn colophon(brief: &Brief) -> Colophon {
    Colophon {
        tool: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        schema: 1,
        file: brief.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        sha256: brief.sha256.clone(),
    }
}
