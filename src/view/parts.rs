//! Facts, sources and entities on a page.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::anchor::Anchor;
use super::assessment::BasisView;
use super::attribution::{AttributionView, PhrasePart, party};
use super::citations::{Citation, Numbers};
use super::date::DateView;
use super::fragment;
use crate::grounding::quotes;
use crate::json;
use crate::locale::{Arg, Label, Locale};
use crate::markdown;
use crate::markdown::{KnownText, KnownWord};
use crate::model::labels::{Detail, Marked, Said};
use crate::model::{
    Attestation, Brief, Caveats, Direction, Entity, Fact, Lang, Line, Position, Prose, Quote, Source,
    Standing, Status, Words,
};
use crate::span::Spanned;

/// A word of a vocabulary, for programs and for readers.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Labelled<'v> {
    /// The word as it is written in YAML: `claimed`. Safe as a class name.
    pub word: KnownWord,
    /// What a reader sees: `Stated by the party concerned`.
    pub label: KnownText<&'v str>,
}

impl<'v> Labelled<'v> {
    pub(super) fn new<T: Words + Label>(value: T, locale: &'v Locale) -> Self {
        Self { word: KnownWord::plain(value.word()), label: locale.label(value) }
    }

    /// How well something is attested.
    pub(super) fn status(of: Attestation, locale: &'v Locale) -> Self {
        Self { word: KnownWord::plain(of.status.word()), label: locale.status(of) }
    }

    /// The same with what warns of it.
    pub(super) fn warned(of: Attestation, caveats: Caveats, locale: &'v Locale) -> Self {
        Self { word: KnownWord::plain(of.status.word()), label: locale.attested(of, caveats) }
    }

    /// How well a fact is attested, away from its brief.
    pub(super) fn attested(fact: &Fact, brief: &Brief, locale: &'v Locale) -> Self {
        Self::warned(Attestation::of_fact(fact), Caveats::of_fact(fact, brief), locale)
    }

    /// The stance of a position, away from its brief.
    pub(super) fn taken(position: &Position, locale: &'v Locale) -> Self {
        let stance = position.stance.value;
        let label = locale.taken(stance, Caveats::of_sources(&position.attribution));
        Self { word: KnownWord::plain(stance.word()), label }
    }

    /// How well an event is attested, where the brief says so: as the fact that it stands on, or by itself.
    pub(crate) fn of_standing(standing: Standing<'_>, brief: &Brief, locale: &'v Locale) -> Option<Self> {
        Some(Self::warned(standing.attestation()?, Caveats::of(&standing, brief), locale))
    }
}

/// A letter or digit of the Admiralty code.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct RatingView<'v> {
    /// The letter or digit.
    pub code: KnownWord,
    /// What it means.
    pub label: KnownText<&'v str>,
    /// Whether anything was judged at all: `F` and `6` say that it was not, which is no bad mark.
    pub judged: bool,
}

impl<'v> RatingView<'v> {
    pub(super) fn new<T: Words + Label>(value: T, locale: &'v Locale) -> Self {
        let code = value.word();
        Self { code: KnownWord::plain(code), label: locale.label(value), judged: !matches!(code, "F" | "6") }
    }
}

/// Words to the letter.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QuoteView<'v> {
    /// The words, without quotation marks.
    pub text: &'v str,
    /// Their language, where it is not the brief's; away from that always.
    pub lang: Option<KnownText<&'v str>>,
    /// The direction that they run in.
    pub dir: Direction,
    /// Who said them, where it is another than the speaker of the part: a name, or how somebody unnamed is described.
    pub speaker: Option<String>,
    /// The same in pieces, so that a page can set names apart from their neighbours.
    #[serde(serialize_with = "json::for_pages")]
    pub speaker_parts: Vec<PhrasePart<'v>>,
    /// The same by number; away from its brief none.
    pub citations: Vec<Citation<'v>>,
    /// A link to these very words in the article, where they were found in its text, stand nowhere else in it, and its address is
    /// known. http or https, with a text fragment.
    pub href: Option<String>,
    /// A handling label, where it is higher than the part that the words stand beside.
    pub marking: Option<KnownWord>,
}

impl<'v> QuoteView<'v> {
    /// The quotes of a part of a brief. What the speaker's own words in its text say already would only be read twice; another's words
    /// would be taken for the speaker's.
    pub(super) fn beside(
        part: &impl Quoting<'v>,
        brief: &Brief,
        numbers: &Numbers<'v>,
        locale: &'v Locale,
    ) -> Vec<Self> {
        if part.quotes().is_empty() {
            return Vec::new();
        }
        let text = part.text().map(markdown::as_plain).unwrap_or_default();
        let is_told =
            |quote: &Quote| is_own(quote, part) && quotes::stand_in(quote.text.value.as_str(), &text);
        let shown = part.quotes().iter().filter(|quote| !is_told(quote));
        shown
            .map(|quote| {
                let citation = quote.said_by.as_ref().and_then(|speaker| numbers.cite(speaker));
                Self { citations: citation.into_iter().collect(), ..Self::new(quote, part, brief, locale) }
            })
            .collect()
    }

    /// The words of others beside a part, where it is told away from its brief: they may say the contrary. Its speaker's own go with it where
    /// it says nothing else; else they stand in the brief.
    pub(crate) fn of_others(part: &impl Quoting<'v>, brief: &'v Brief, locale: &'v Locale) -> Vec<Self> {
        words_of_others(part)
            .map(|quote| {
                let lang = quote.lang.as_ref().unwrap_or(&brief.lang);
                Self { lang: Some(lang.tag()), ..Self::new(quote, part, brief, locale) }
            })
            .collect()
    }

    /// The same in words: `“So it was.” — the Guild of Oro`.
    #[must_use]
    pub(crate) fn said(&self, locale: &Locale) -> String {
        let (open, close) = (locale.word("quote_open"), locale.word("quote_close"));
        let speaker = self.speaker.as_deref().map(|it| format!(" — {it}")).unwrap_or_default();
        let marking = self.marking.map(|it| format!(" ({})", it.text())).unwrap_or_default();
        format!("{open}{}{close}{speaker}{marking}", self.text)
    }

    fn new(quote: &'v Quote, part: &impl Quoting<'v>, brief: &Brief, locale: &'v Locale) -> Self {
        let text = quote.text.value.as_str();
        let found = quote.found.as_ref().is_some_and(|found| found.only_there);
        let href = brief
            .article
            .url
            .as_ref()
            .filter(|_| found)
            .and_then(|url| fragment::link(url.value.as_str(), text));
        let speaker = quote.said_by.as_ref();
        let speaker_parts = speaker.map(|source| party(source, locale)).unwrap_or_default();
        Self {
            text,
            lang: quote.lang.as_ref().map(Lang::tag),
            dir: quote.direction(&brief.lang),
            speaker: speaker.map(|_| speaker_parts.iter().map(|part| &*part.text).collect()),
            speaker_parts,
            citations: Vec::new(),
            href,
            marking: brief.levels.label_of(part, Detail::Quote(quote)),
        }
    }
}

/// The words of others beside a part.
pub(crate) fn words_of_others<'v>(part: &impl Quoting<'v>) -> impl Iterator<Item = &'v Quote> {
    part.quotes().iter().filter(|quote| !is_own(quote, part) || part.text().is_none())
}

/// Whether a quote has the words of whoever speaks in its part.
fn is_own<'v>(quote: &Quote, part: &impl Quoting<'v>) -> bool {
    let of = quote.said_by.as_ref().map(|of| &of.id.value);
    of.is_none_or(|of| part.speaker().is_some_and(|speaker| speaker.id.value == *of))
}

/// A part of a brief that words to the letter stand beside.
pub(crate) trait Quoting<'v>: Marked {
    /// What it says itself.
    fn text(&self) -> Option<&'v Prose>;
    /// Who speaks in it.
    fn speaker(&self) -> Option<&'v Source>;
    /// The words.
    fn quotes(&self) -> &'v [Quote];
}

impl<'v> Quoting<'v> for &'v Fact {
    fn text(&self) -> Option<&'v Prose> {
        Some(&self.text.value)
    }

    fn speaker(&self) -> Option<&'v Source> {
        self.attribution.as_ref().map(|it| &*it.said_by.value)
    }

    fn quotes(&self) -> &'v [Quote] {
        &self.quotes
    }
}

impl<'v> Quoting<'v> for Said<'v> {
    fn text(&self) -> Option<&'v Prose> {
        self.1.says.as_ref().map(|says| &says.value)
    }

    fn speaker(&self) -> Option<&'v Source> {
        Some(&self.1.attribution.said_by)
    }

    fn quotes(&self) -> &'v [Quote] {
        &self.1.quotes
    }
}

/// A key fact.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FactView<'v> {
    /// Its number on the page, in the analyst's order.
    pub number: usize,
    /// Its id.
    pub id: KnownText<&'v str>,
    /// Its anchor: `fact-on-duty`.
    pub anchor: Anchor<'v>,
    /// The statement, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// How well it is attested.
    pub status: Labelled<'v>,
    /// On whose word.
    pub attribution: AttributionView<'v>,
    /// When it happened or will.
    pub when: Option<DateView<'v>>,
    /// How credible the item is.
    pub credibility: Option<RatingView<'v>>,
    /// Words to the letter that do not stand in the text already.
    pub quotes: Vec<QuoteView<'v>>,
    /// A note, in Markdown.
    #[schemars(with = "Option<String>")]
    pub note: Option<&'v Prose>,
    /// A handling label of the note, where it is higher than the fact.
    pub note_marking: Option<KnownWord>,
    /// A handling label, as high as it and what it stands on are marked; absent where nothing sets it apart from its brief.
    pub marking: Option<KnownWord>,
}

impl<'v> FactView<'v> {
    pub(super) fn new(
        number: usize,
        fact: &'v Fact,
        brief: &Brief,
        numbers: &Numbers<'v>,
        locale: &'v Locale,
    ) -> Self {
        Self {
            number,
            id: fact.id.value.known(),
            anchor: Anchor::new("fact", &fact.id.value),
            text: &fact.text.value,
            status: Labelled::status(Attestation::of_fact(fact), locale),
            attribution: fact_attribution(fact, numbers, locale),
            when: fact.when.as_ref().map(|when| DateView::new(&when.value, locale)),
            credibility: fact.credibility.as_ref().map(|it| RatingView::new(it.value, locale)),
            quotes: QuoteView::beside(&fact, brief, numbers, locale),
            note: fact.note.as_ref().map(|note| &note.value),
            marking: brief.levels.label(fact),
            note_marking: brief.levels.label_of_text(fact, fact.note.as_deref()),
        }
    }
}

/// A fact without a speaker is our own assessment; the model lets no other be without.
fn fact_attribution<'v>(fact: &'v Fact, numbers: &Numbers<'v>, locale: &'v Locale) -> AttributionView<'v> {
    debug_assert!(
        fact.attribution.is_some() || fact.status.value == Status::Assessed,
        "a claim lost its speaker"
    );
    match &fact.attribution {
        Some(attribution) => AttributionView::new(attribution, numbers, locale),
        None => AttributionView::own(locale),
    }
}

/// The language that something is written in.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct WrittenIn<'v> {
    /// The language.
    pub lang: KnownText<&'v str>,
    /// The direction that it runs in.
    pub dir: Direction,
}

impl<'v> WrittenIn<'v> {
    /// The language of a brief, for what it does not have from the register: that is in no language.
    pub(super) fn of(brief: &'v Brief, is_taken_up: bool) -> Option<Self> {
        (!is_taken_up).then(|| Self { lang: brief.lang.tag(), dir: brief.lang.direction() })
    }
}

/// A source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceView<'v> {
    /// Its number in the table and in citations.
    pub number: usize,
    /// Its id.
    pub id: KnownText<&'v str>,
    /// Its anchor: `source-reuters`.
    pub anchor: Anchor<'v>,
    /// Its name, or the description of an anonymous one.
    pub name: &'v str,
    /// What sort of party it is.
    pub kind: Labelled<'v>,
    /// For an anonymous source, how many people: `three people`, `number not given`.
    pub people: Option<Cow<'v, str>>,
    /// How it comes to know.
    pub access: Option<&'v str>,
    /// What it is, how direct, with what bias.
    pub descriptor: Option<&'v str>,
    /// The language of both; absent where they are from the register, which is in none.
    pub written: Option<WrittenIn<'v>>,
    /// How far it can be relied on; absent where nobody has judged.
    pub reliability: Option<RatingView<'v>>,
    /// The independence group, where one is declared.
    pub origin: Option<&'v str>,
    /// Title of the item.
    pub title: Option<&'v str>,
    /// Author of the item.
    pub author: Option<&'v str>,
    /// Where it can be read: http or https.
    pub url: Option<&'v str>,
    /// When it was published.
    pub published: Option<DateView<'v>>,
    /// When the analyst read it.
    pub accessed: Option<DateView<'v>>,
    /// The language that it is in.
    pub lang: Option<KnownText<&'v str>>,
    /// The direction that this language runs in.
    pub dir: Option<Direction>,
    /// A handling label of its own.
    pub marking: Option<KnownWord>,
    /// The parts that cite it by its number: the way back.
    pub cited: Vec<BasisView<'v>>,
    /// Whether anything on the page names it: one that only a link in a text leads to is cited all the same.
    pub named: bool,
}

impl<'v> SourceView<'v> {
    pub(super) fn new(
        number: usize,
        source: &'v Source,
        cited: Vec<BasisView<'v>>,
        locale: &'v Locale,
    ) -> Self {
        let item = source.item();
        Self {
            number,
            id: source.id.value.known(),
            anchor: Anchor::new("source", &source.id.value),
            name: source.name.value.as_str(),
            kind: Labelled::new(source.kind, locale),
            people: people(source, locale),
            access: line(source.access.as_ref()),
            descriptor: line(source.descriptor.as_ref()),
            written: None,
            reliability: source.reliability.map(|it| RatingView::new(it, locale)),
            origin: source.origin.as_ref().map(|origin| origin.value.as_str()),
            title: line(item.title.as_ref()),
            author: line(item.author.as_ref()),
            url: item.url.as_ref().map(|url| url.value.as_str()),
            published: item.published.as_ref().map(|date| DateView::new(&date.value, locale)),
            accessed: item.accessed.as_ref().map(|date| DateView::new(&date.value, locale)),
            lang: item.lang.as_ref().map(Lang::tag),
            dir: item.lang.as_ref().map(Lang::direction),
            marking: source.marking.as_ref().map(|marking| marking.value.label()),
            cited,
            named: true,
        }
    }
}

/// A line that may be absent, as text.
pub(super) fn line(line: Option<&Spanned<Line>>) -> Option<&str> {
    line.map(|line| line.value.as_str())
}

fn people<'v>(source: &Source, locale: &'v Locale) -> Option<Cow<'v, str>> {
    source.is_anonymous().then(|| match source.count.as_ref().map(|count| count.value) {
        Some(count) => {
            let args = [("count", Arg::Count(count.into())), ("number", Arg::Text(&locale.number(count)))];
            locale.say("people", &args).into()
        }
        None => locale.word("people_unknown").into(),
    })
}

/// A person, organisation or place.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EntityView<'v> {
    /// Its id.
    pub id: KnownText<&'v str>,
    /// Its anchor: `entity-goz`.
    pub anchor: Anchor<'v>,
    /// The name that the brief uses.
    pub name: &'v str,
    /// What it is.
    pub kind: Labelled<'v>,
    /// Rank, office or function.
    pub role: Option<&'v str>,
    /// Other spellings and names.
    pub aliases: Vec<&'v str>,
    /// The name in its own script, where that is another than the name above.
    pub names: Vec<NameView<'v>>,
    /// The language of role and note; absent where they are from the register, which is in none.
    pub written: Option<WrittenIn<'v>>,
    /// A note, in Markdown.
    #[schemars(with = "Option<String>")]
    pub note: Option<&'v Prose>,
    /// A handling label of the note, where it is higher than the brief that it is from; of a note from the register, the label of what it
    /// links to.
    pub note_marking: Option<KnownWord>,
}

/// A name in its own script.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NameView<'v> {
    /// The name.
    pub name: &'v str,
    /// Its language.
    pub lang: KnownText<&'v str>,
    /// The direction that it runs in.
    pub dir: Direction,
}

impl<'v> EntityView<'v> {
    /// An entity as a brief has it.
    pub(crate) fn of(brief: &'v Brief, entity: &'v Entity, locale: &'v Locale) -> Self {
        let note_marking = entity.note.as_deref().and_then(|note| brief.levels.label(note));
        let written = WrittenIn::of(brief, entity.is_taken_up);
        Self { written, ..Self::new(entity, note_marking, locale) }
    }

    /// An entity whose note has this label.
    pub(crate) fn new(entity: &'v Entity, note_marking: Option<KnownWord>, locale: &'v Locale) -> Self {
        Self {
            id: entity.id.value.known(),
            anchor: Anchor::new("entity", &entity.id.value),
            name: entity.name.value.as_str(),
            kind: Labelled::new(entity.kind, locale),
            role: entity.role.as_ref().map(|role| role.value.as_str()),
            aliases: entity.aliases.iter().map(|alias| alias.value.as_str()).collect(),
            names: entity
                .names
                .iter()
                .filter(|name| name.name.value != entity.name.value)
                .map(|name| NameView {
                    name: name.name.value.as_str(),
                    lang: name.lang.tag(),
                    dir: name.lang.direction(),
                })
                .collect(),
            written: None,
            note: entity.note.as_ref().map(|note| &note.value),
            note_marking,
        }
    }
}

/// The places that cite each of so many sources, in the order of the sources.
pub(super) fn back_links<'c, 'v: 'c>(
    sources: usize,
    places: impl Iterator<Item = (BasisView<'v>, impl Iterator<Item = &'c Citation<'v>>)>,
) -> Vec<Vec<BasisView<'v>>> {
    let mut links = vec![Vec::<BasisView<'v>>::new(); sources];
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
