//! People, organisations and places across briefs.

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{EntryView, LinkView, of_page};
use super::frame::PageView;
use super::questions::ground_of_later;
use crate::desk::Index;
use crate::desk::overtaken::{Later, Overtaken};
use crate::desk::party::Party;
use crate::locale::Locale;
use crate::markdown::{self, RefKind};
use crate::markdown::{KnownText, KnownWord};
use crate::model::{Brief, Direction, Entity, Fact, Id, Marking, Prose, Statement};
use crate::view::PageAddress;
use crate::view::parts::{EntityView, Labelled, NameView, QuoteView, line};
use crate::view::{Anchor, AttributionView, DateView};

/// Every entity.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EntitiesView<'v> {
    /// The entities of this page, by name.
    pub entities: Vec<EntityEntry<'v>>,
    /// How many there are in all.
    pub total: usize,
}

impl PageView for EntitiesView<'_> {
    const TEMPLATE: &'static str = "entities.html";
    const NAME: &'static str = "entities";
}

/// An entity in the list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EntityEntry<'v> {
    /// Where its page is.
    pub href: PageAddress<'v>,
    /// Its name.
    pub name: &'v str,
    /// Its names in other scripts.
    pub names: Vec<NameView<'v>>,
    /// What it is.
    pub kind: Labelled<'v>,
    /// How many briefs name it.
    pub briefs: usize,
}

/// The entities of a desk, by name.
#[must_use]
pub fn by_name<'i, 'd>(index: &'i Index<'d>, locale: &Locale) -> Vec<&'i Party<'d, Entity>> {
    let mut entities: Vec<_> = index.entities.iter().collect();
    entities.sort_by_cached_key(|party| (locale.sort_key(party.said.name.value.as_str()), party.key));
    entities
}

impl<'v> EntitiesView<'v> {
    /// A page of the list.
    #[must_use]
    pub fn new(entities: &[&Party<'v, Entity>], total: usize, locale: &'v Locale) -> Self {
        let entry = |party: &&Party<'v, Entity>| {
            let said = EntityView::new(party.said, None, locale);
            EntityEntry {
                href: PageAddress::entity(party.key),
                name: said.name,
                names: said.names,
                kind: said.kind,
                briefs: party.mentions.len(),
            }
        };
        Self { entities: entities.iter().map(entry).collect(), total }
    }
}

/// An entity.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EntityPageView<'v> {
    /// What the desk's register or the latest brief says of it.
    pub entity: EntityView<'v>,
    /// A handling label of that, as its brief has it; absent where the register says it, and where no brief of the desk is marked otherwise.
    pub marking: Option<KnownWord>,
    /// Every other name that briefs give it.
    pub aliases: Vec<&'v str>,
    /// How many briefs name it in all.
    pub total: usize,
    /// The briefs of this page, the latest first.
    pub mentions: Vec<MentionView<'v>>,
}

impl PageView for EntityPageView<'_> {
    const TEMPLATE: &'static str = "entity.html";
    const NAME: &'static str = "entity";
}

/// A brief that names an entity.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MentionView<'v> {
    /// The brief.
    pub brief: EntryView<'v>,
    /// The role that it gives the entity, where that is another than the page's own.
    pub role: Option<&'v str>,
    /// Its key facts that refer to the entity, or stand on its word.
    pub facts: Vec<MentionedFact<'v>>,
}

/// A key fact that refers to an entity.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MentionedFact<'v> {
    /// Where it stands in its brief.
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
    /// Words to the letter of others than its speaker.
    pub quotes: Vec<QuoteView<'v>>,
    /// A handling label, as high as it and what it stands on are marked; absent where nothing sets it apart from its
    /// brief and no brief of the desk is marked otherwise.
    pub marking: Option<KnownWord>,
    /// Of everybody who says something of it in the story the last word, where that attests it otherwise: that of its own speaker first. On
    /// the page of a day there are none: it tells what was known then.
    pub later: Vec<LaterWord<'v>>,
    /// How many more of these words there are.
    pub later_more: Option<usize>,
}

/// What another brief says of a fact: later, on the same day, or before and it still stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LaterWord<'v> {
    /// What stands before its day: `Later,`, or `Also,` where it is no later than the fact.
    pub label: &'v str,
    /// The brief.
    pub brief: LinkView<'v>,
    /// Its day.
    pub date: DateView<'v>,
    /// Where the fact stands in it.
    pub anchor: Anchor<'v>,
    /// What it says there, in Markdown, where that is another statement: a status is of its own words alone.
    #[schemars(with = "Option<String>")]
    pub text: Option<&'v Prose>,
    /// The time that it says there, where that is another.
    pub when: Option<DateView<'v>>,
    /// Words to the letter of others than its speaker, who may say the contrary.
    pub quotes: Vec<QuoteView<'v>>,
    /// Its language.
    pub lang: KnownText<&'v str>,
    /// The direction that it runs in.
    pub dir: Direction,
    /// How well the fact is attested there.
    pub status: Labelled<'v>,
    /// On whose word.
    pub attribution: AttributionView<'v>,
    /// A handling label, as high as it and what it stands on are marked; absent where nothing sets it apart from its
    /// brief and no brief of the desk is marked otherwise.
    pub marking: Option<KnownWord>,
}

/// How many words beside one are shown. Whoever wants them all finds them in the briefs.
const SHOWN: usize = 3;

impl<'v> LaterWord<'v> {
    /// The first of some words, and how many more there are.
    pub(crate) fn first(words: &[Later<'v>], locale: &'v Locale) -> (Vec<Self>, Option<usize>) {
        let (shown, more) = words.split_at_checked(SHOWN).unwrap_or((words, &[]));
        let more = Some(more.len()).filter(|more| *more > 0);
        (shown.iter().map(|later| Self::new(later, locale)).collect(), more)
    }

    fn new(later: &Later<'v>, locale: &'v Locale) -> Self {
        let Later { fact, brief, now, .. } = later;
        let (had, says) = (Statement::of_fact(fact), Statement::of_fact(now));
        let when = says.when().filter(|when| Some(*when) != had.when());
        Self {
            label: locale.word(if later.is_later() { "later" } else { "same_day" }),
            brief: LinkView::brief(brief),
            date: DateView::new(&brief.date.value, locale),
            anchor: Anchor::new("fact", &now.id.value),
            text: (!says.has_words_of(had)).then_some(&now.text.value),
            quotes: QuoteView::of_others(now, brief, locale),
            when: when.map(|when| DateView::new(when, locale)),
            lang: brief.lang.tag(),
            dir: brief.lang.direction(),
            status: Labelled::attested(now, brief, locale),
            attribution: AttributionView::uncited(now.attribution.as_ref(), locale),
            marking: brief.levels.label_away(now),
        }
    }

    /// The same in words: `Later, 5 May 2025: Denial: the port`.
    #[must_use]
    pub(crate) fn said(&self, locale: &Locale) -> String {
        let (label, colon) = (self.label, locale.word("colon"));
        format!("{label} {}{colon}{}", self.date.text, ground_of_later(self, locale))
    }
}

impl<'v> EntityPageView<'v> {
    /// A page of an entity with these names, all that it has.
    #[must_use]
    pub fn new(
        party: &Party<'v, Entity>,
        names: &[&'v str],
        page: (usize, usize),
        overtaken: &Overtaken<'v>,
        locale: &'v Locale,
    ) -> Self {
        let entity = said(party, locale);
        let shown = |name: &&&str| **name != entity.name && entity.names.iter().all(|it| it.name != **name);
        let aliases = names.iter().filter(shown).copied().collect();
        let mention = |(brief, entity): &(&'v Brief, &'v Entity)| {
            let role = line(entity.role.as_ref()).filter(|it| Some(*it) != line(party.said.role.as_ref()));
            MentionView::new(brief, &entity.id.value, role, overtaken, locale)
        };
        Self {
            aliases,
            total: party.mentions.len(),
            marking: latest(party).and_then(|(brief, _)| brief.levels.away()).map(Marking::label),
            mentions: of_page(party.mentions.iter().rev(), page).map(mention).collect(),
            entity,
        }
    }
}

/// The latest brief that names an entity, and what it says of it, where the register says nothing that counts more.
fn latest<'p, 'v>(party: &'p Party<'v, Entity>) -> Option<&'p (&'v Brief, &'v Entity)> {
    party.mentions.last().filter(|(_, entity)| std::ptr::eq(*entity, party.said))
}

/// What counts most of what is said of an entity: by the register, or by the latest brief.
fn said<'v>(party: &Party<'v, Entity>, locale: &'v Locale) -> EntityView<'v> {
    match latest(party) {
        Some((brief, entity)) => EntityView::of(brief, entity, locale),
        None => EntityView::new(
            party.said,
            party.marking.filter(|it| *it > Marking::Clear).map(Marking::label),
            locale,
        ),
    }
}

impl<'v> MentionView<'v> {
    fn new(
        brief: &'v Brief,
        entity: &Id,
        role: Option<&'v str>,
        overtaken: &Overtaken<'v>,
        locale: &'v Locale,
    ) -> Self {
        let fact = |fact: &'v Fact| {
            let (later, later_more) = LaterWord::first(&overtaken.beside(brief, fact), locale);
            MentionedFact { later, later_more, ..MentionedFact::new(fact, brief, locale) }
        };
        let facts = brief.key_facts.iter().filter(|fact| refers(fact, entity));
        Self { brief: EntryView::new(brief, locale), role, facts: facts.map(fact).collect() }
    }
}

/// The briefs whose words are on the pages of an entity: those that name it, and others that attest a fact otherwise.
pub fn told_by<'d>(party: &Party<'d, Entity>, overtaken: &Overtaken<'d>) -> impl Iterator<Item = &'d Brief> {
    party.mentions.iter().flat_map(|(brief, entity)| {
        let facts = brief.key_facts.iter().filter(|fact| refers(fact, &entity.id.value));
        std::iter::once(*brief).chain(facts.flat_map(|fact| overtaken.briefs_beside(brief, fact)))
    })
}

/// Whether a fact links the entity, gives one of its properties or stands on its word: whoever is accused is heard too.
fn refers(fact: &Fact, entity: &Id) -> bool {
    let property = fact.property.as_ref().is_some_and(|property| property.of.value == *entity);
    let speaker = || {
        let source = &fact.attribution.as_ref()?.said_by;
        source.entity.as_ref().map(|it| it.value == *entity)
    };
    property || speaker().unwrap_or_default() || markdown::refers(&fact.text.value, RefKind::Entity, entity)
}

impl<'v> MentionedFact<'v> {
    pub(super) fn new(fact: &'v Fact, brief: &'v Brief, locale: &'v Locale) -> Self {
        Self {
            anchor: Anchor::new("fact", &fact.id.value),
            text: &fact.text.value,
            status: Labelled::attested(fact, brief, locale),
            attribution: AttributionView::uncited(fact.attribution.as_ref(), locale),
            when: fact.when.as_ref().map(|when| DateView::new(&when.value, locale)),
            quotes: QuoteView::of_others(&fact, brief, locale),
            marking: brief.levels.label_away(fact),
            later: Vec::new(),
            later_more: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Desk;
    use crate::model::Register;
    use crate::validate::sample;

    /// A brief in which the head of the port is accused, or answers.
    fn brief(day: u32, verb: &str, status: &str, said: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Day {day}\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: gate\n\
             entities: [{{id: head, kind: person, name: Head of the Port, role: Invented}}]\n\
             sources: [{{id: head-said, name: Head of the Port, kind: official, descriptor: Invented, entity: head}}, \
             {{id: union, name: Union of Oro, kind: official, descriptor: Invented}}]\n\
             key_facts:\n  - {{id: gate, text: 'The [head](entity:head) {verb} the gate.', status: {status}, said_by: union}}\n\
             {said}"
        ));
        Brief { id: Id::parse(&format!("day-{day}-{verb}")).unwrap(), ..brief }
    }

    #[test]
    fn an_accusation_has_the_answer_and_the_latest_word_beside_it() {
        let answer = "  - {id: away, text: That he was there., status: denied, said_by: head-said}\n";
        let briefs = vec![
            brief(2, "opened", "disputed", answer),
            brief(1, "opened", "claimed", ""),
            brief(1, "shut", "claimed", ""),
        ];
        let desk = Desk { briefs, ..Desk::default() };
        let register = Register::default();
        let index = Index::of(&desk, &register);
        let overtaken = Overtaken::of(index.stories.values().map(Vec::as_slice));
        let party = index.entities.iter().next().unwrap();
        let page = EntityPageView::new(party, &[], (1, 10), &overtaken, Locale::english());
        let facts = page.mentions.iter().flat_map(|mention| &mention.facts);
        let told: Vec<_> = facts
            .map(|fact| {
                let later = fact.later.first();
                let text = later.and_then(|later| later.text).map(Prose::as_str);
                let said = |status: &Labelled<'_>| status.word.text();
                (said(&fact.status), later.map(|later| (said(&later.status), &*later.brief.label)), text)
            })
            .collect();
        // A status is of its own words alone: where those are others, they stand beside it.
        let (disputed, other) =
            (Some(("disputed", "Day 2")), Some("The [head](entity:head) opened the gate."));
        let [shut, opened] = [("claimed", disputed, other), ("claimed", disputed, None)];
        assert_eq!(told, [("disputed", None, None), ("denied", None, None), shut, opened]);
        let days: Vec<_> = told_by(party, &overtaken).map(|brief| brief.date.value.to_string()).collect();
        assert_eq!(days, ["2025-03-01", "2025-03-02", "2025-03-01", "2025-03-02", "2025-03-02"]);
    }
}
