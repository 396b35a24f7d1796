//! Facts, sources and entities on a page.

use schemars::JsonSchema;
use serde::Serialize;

use super::anchor::anchor;
use super::assessment::BasisView;
use super::attribution::{AttributionView, direction_of};
use super::citations::{Citation, Numbers};
use super::date::DateView;
use super::fragment;
use crate::locale::{Arg, Label, Locale};
use crate::markdown;
use crate::model::{Article, Direction, Entity, Fact, Prose, Quote, Source, Status, Words};

/// A word of a vocabulary, for programs and for readers.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Labelled {
    /// The word as it is written in YAML: `claimed`. Safe as a class name.
    pub word: &'static str,
    /// What a reader sees: `Stated by the party concerned`.
    pub label: String,
}

impl Labelled {
    pub(super) fn new<T: Words + Label>(value: T, locale: &Locale) -> Self {
        Self { word: value.word(), label: locale.label(value) }
    }
}

/// A letter or digit of the Admiralty code.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RatingView {
    /// The letter or digit.
    pub code: &'static str,
    /// What it means.
    pub label: String,
    /// Whether anything was judged at all: `F` and `6` say that it was not, which is no bad mark.
    pub judged: bool,
}

impl RatingView {
    fn new<T: Words + Label>(value: T, locale: &Locale) -> Self {
        let code = value.word();
        Self { code, label: locale.label(value), judged: !matches!(code, "F" | "6") }
    }
}

/// A text in a language of its own.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TextView {
    /// The text.
    pub text: String,
    /// Its language, where it is known and not the brief's.
    pub lang: Option<String>,
    /// The direction that it runs in.
    pub dir: Direction,
}

/// Words to the letter.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuoteView {
    /// The words, without quotation marks.
    pub text: String,
    /// Their language, where it is not the brief's.
    pub lang: Option<String>,
    /// The direction that they run in.
    pub dir: Direction,
    /// Who said them, where it is another than the speaker of the part: a name or description.
    pub speaker: Option<String>,
    /// A link to these very words in the article, where they were found in its text, stand nowhere else in it, and its address is
    /// known. http or https, with a text fragment.
    pub href: Option<String>,
}

impl QuoteView {
    /// The quotes of a part. One whose words stand in the part's own text already would only be read twice.
    pub(super) fn beside(text: Option<&Prose>, quotes: &[Quote], article: &Article) -> Vec<Self> {
        if quotes.is_empty() {
            return Vec::new();
        }
        let text = text.map(|text| markdown::to_plain(text.as_str())).unwrap_or_default();
        quotes
            .iter()
            .filter(|quote| !text.contains(quote.text.value.as_str()))
            .map(|quote| Self::new(quote, article))
            .collect()
    }

    fn new(quote: &Quote, article: &Article) -> Self {
        let text = quote.text.value.as_str().to_owned();
        let dir = quote.lang.as_ref().map_or_else(|| direction_of(&text), crate::model::Lang::direction);
        let found = quote.found.as_ref().is_some_and(|found| found.only_there);
        let href =
            article.url.as_ref().filter(|_| found).and_then(|url| fragment::link(url.value.as_str(), &text));
        Self {
            text,
            lang: quote.lang.as_ref().map(|lang| lang.as_str().to_owned()),
            dir,
            speaker: quote.said_by.as_ref().map(|source| source.name.value.as_str().to_owned()),
            href,
        }
    }
}

/// A key fact.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FactView {
    /// Its number on the page, in the analyst's order.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// Its anchor: `fact-on-duty`.
    pub anchor: String,
    /// The statement, in Markdown.
    pub text: String,
    /// How well it is attested.
    pub status: Labelled,
    /// On whose word.
    pub attribution: AttributionView,
    /// When it happened or will.
    pub when: Option<DateView>,
    /// How credible the item is.
    pub credibility: Option<RatingView>,
    /// Words to the letter that do not stand in the text already.
    pub quotes: Vec<QuoteView>,
    /// A note, in Markdown.
    pub note: Option<String>,
    /// A handling label of its own.
    pub marking: Option<&'static str>,
}

impl FactView {
    pub(super) fn new(
        number: usize,
        fact: &Fact,
        article: &Article,
        numbers: &Numbers<'_>,
        locale: &Locale,
    ) -> Self {
        Self {
            number,
            id: fact.id.value.as_str().to_owned(),
            anchor: anchor("fact", &fact.id.value),
            text: fact.text.value.as_str().to_owned(),
            status: Labelled::new(fact.status.value, locale),
            attribution: fact_attribution(fact, numbers, locale),
            when: fact.when.as_ref().map(|when| DateView::new(&when.value, locale)),
            credibility: fact.credibility.as_ref().map(|it| RatingView::new(it.value, locale)),
            quotes: QuoteView::beside(Some(&fact.text.value), &fact.quotes, article),
            note: fact.note.as_ref().map(|note| note.value.as_str().to_owned()),
            marking: fact.marking.as_ref().map(|marking| marking.value.word()),
        }
    }
}

/// A fact without a speaker is our own assessment; the model lets no other be without.
fn fact_attribution(fact: &Fact, numbers: &Numbers<'_>, locale: &Locale) -> AttributionView {
    debug_assert!(
        fact.attribution.is_some() || fact.status.value == Status::Assessed,
        "a claim lost its speaker"
    );
    match &fact.attribution {
        Some(attribution) => AttributionView::new(attribution, &fact.quotes, numbers, locale),
        None => AttributionView::own(locale),
    }
}

/// A source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceView {
    /// Its number in the table and in citations.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// Its anchor: `source-reuters`.
    pub anchor: String,
    /// Its name, or the description of an anonymous one.
    pub name: String,
    /// What sort of party it is.
    pub kind: Labelled,
    /// For an anonymous source, how many people: `three people`, `number not given`.
    pub people: Option<String>,
    /// How it comes to know.
    pub access: Option<String>,
    /// What it is, how direct, with what bias.
    pub descriptor: Option<String>,
    /// How far it can be relied on; absent where nobody has judged.
    pub reliability: Option<RatingView>,
    /// The independence group, where one is declared.
    pub origin: Option<String>,
    /// Title of the item.
    pub title: Option<String>,
    /// Author of the item.
    pub author: Option<String>,
    /// Where it can be read: http or https.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<DateView>,
    /// When the analyst read it.
    pub accessed: Option<DateView>,
    /// The language that it is in.
    pub lang: Option<String>,
    /// A handling label of its own.
    pub marking: Option<&'static str>,
    /// Where it is cited: the way back.
    pub cited: Vec<BasisView>,
}

impl SourceView {
    pub(super) fn new(number: usize, source: &Source, cited: Vec<BasisView>, locale: &Locale) -> Self {
        let line = |it: &Option<crate::span::Spanned<crate::model::Line>>| {
            it.as_ref().map(|it| it.value.as_str().to_owned())
        };
        let item = source.item();
        Self {
            number,
            id: source.id.value.as_str().to_owned(),
            anchor: anchor("source", &source.id.value),
            name: source.name.value.as_str().to_owned(),
            kind: Labelled::new(source.kind, locale),
            people: people(source, locale),
            access: line(&source.access),
            descriptor: line(&source.descriptor),
            reliability: source.reliability.map(|it| RatingView::new(it, locale)),
            origin: source.origin.as_ref().map(|origin| origin.value.as_str().to_owned()),
            title: line(&item.title),
            author: line(&item.author),
            url: item.url.as_ref().map(|url| url.value.as_str().to_owned()),
            published: item.published.as_ref().map(|date| DateView::new(&date.value, locale)),
            accessed: item.accessed.as_ref().map(|date| DateView::new(&date.value, locale)),
            lang: item.lang.as_ref().map(|lang| lang.as_str().to_owned()),
            marking: source.marking.as_ref().map(|marking| marking.value.word()),
            cited,
        }
    }
}

fn people(source: &Source, locale: &Locale) -> Option<String> {
    source.is_anonymous().then(|| match source.count.as_ref().map(|count| count.value) {
        Some(count) => {
            let args = [("count", Arg::Count(count.into())), ("number", Arg::Text(&locale.number(count)))];
            locale.say("people", &args)
        }
        None => locale.word("people_unknown"),
    })
}

/// A person, organisation or place.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EntityView {
    /// Its id.
    pub id: String,
    /// Its anchor: `entity-goz`.
    pub anchor: String,
    /// The name that the brief uses.
    pub name: String,
    /// What it is.
    pub kind: Labelled,
    /// Rank, office or function.
    pub role: Option<String>,
    /// Other spellings and names.
    pub aliases: Vec<String>,
    /// The name in its own script, where that is another than the name above.
    pub names: Vec<NameView>,
    /// A note, in Markdown.
    pub note: Option<String>,
}

/// A name in its own script.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NameView {
    /// The name.
    pub name: String,
    /// Its language.
    pub lang: String,
    /// The direction that it runs in.
    pub dir: Direction,
}

impl EntityView {
    pub(crate) fn new(entity: &Entity, locale: &Locale) -> Self {
        Self {
            id: entity.id.value.as_str().to_owned(),
            anchor: anchor("entity", &entity.id.value),
            name: entity.name.value.as_str().to_owned(),
            kind: Labelled::new(entity.kind, locale),
            role: entity.role.as_ref().map(|role| role.value.as_str().to_owned()),
            aliases: entity.aliases.iter().map(|alias| alias.value.as_str().to_owned()).collect(),
            names: entity
                .names
                .iter()
                .filter(|name| name.name.value != entity.name.value)
                .map(|name| NameView {
                    name: name.name.value.as_str().to_owned(),
                    lang: name.lang.as_str().to_owned(),
                    dir: name.lang.direction(),
                })
                .collect(),
            note: entity.note.as_ref().map(|note| note.value.as_str().to_owned()),
        }
    }
}

/// The places that cite each of so many sources, in the order of the sources.
pub(super) fn back_links<'c>(
    sources: usize,
    places: impl Iterator<Item = (BasisView, &'c [Citation])>,
) -> Vec<Vec<BasisView>> {
    let mut links = vec![Vec::<BasisView>::new(); sources];
    for (place, citations) in places {
        for citation in citations {
            let source = citation.number.checked_sub(1);
            let Some(back) = source.and_then(|source| links.get_mut(source)) else { continue };
            // One way back to each question and to the timeline is enough.
            if back.iter().all(|link| link.label != place.label) {
                back.push(place.clone());
            }
        }
    }
    links
}
