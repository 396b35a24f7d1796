//! People, organisations and places across briefs.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{EntryView, of_page, own_label};
use super::frame::{PageView, address};
use crate::desk::Index;
use crate::desk::party::Party;
use crate::locale::Locale;
use crate::model::{Brief, Entity, Fact, Id, Prose};
use crate::view::parts::{EntityView, Labelled, NameView, line};
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
    pub href: String,
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
pub fn by_name<'i, 'd>(index: &'i Index<'d>) -> Vec<&'i Party<'d, Entity>> {
    let mut entities: Vec<_> = index.entities.iter().collect();
    entities.sort_by_cached_key(|party| (party.said.name.value.as_str().to_lowercase(), party.key));
    entities
}

impl<'v> EntitiesView<'v> {
    /// A page of the list.
    #[must_use]
    pub fn new(entities: &[&Party<'v, Entity>], total: usize, locale: &'v Locale) -> Self {
        let entry = |party: &&Party<'v, Entity>| {
            let said = EntityView::new(party.said, locale);
            EntityEntry {
                href: address::entity(party.key, 1),
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
    /// Its key facts that refer to the entity.
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
    /// A handling label of its own.
    pub marking: Option<&'static str>,
}

impl<'v> EntityPageView<'v> {
    /// A page of an entity with these names, all that it has.
    #[must_use]
    pub fn new(
        party: &Party<'v, Entity>,
        names: &[&'v str],
        page: (usize, usize),
        locale: &'v Locale,
    ) -> Self {
        let entity = EntityView::new(party.said, locale);
        let shown = |name: &&&str| **name != entity.name && entity.names.iter().all(|it| it.name != **name);
        let aliases = names.iter().filter(shown).copied().collect();
        let mentions = of_page(party.mentions.iter().rev(), page);
        Self {
            aliases,
            total: party.mentions.len(),
            mentions: mentions.map(|(brief, it)| MentionView::new(brief, it, party.said, locale)).collect(),
            entity,
        }
    }
}

impl<'v> MentionView<'v> {
    fn new(brief: &'v Brief, entity: &'v Entity, said: &Entity, locale: &'v Locale) -> Self {
        let facts = brief.key_facts.iter().filter(|fact| refers(fact, &entity.id.value));
        Self {
            brief: EntryView::new(brief, locale),
            role: line(entity.role.as_ref()).filter(|it| Some(*it) != line(said.role.as_ref())),
            facts: facts.map(|it| MentionedFact::new(it, locale)).collect(),
        }
    }
}

/// Whether a fact links the entity or gives one of its properties.
fn refers(fact: &Fact, entity: &Id) -> bool {
    let property = fact.property.as_ref().is_some_and(|property| property.of.value == *entity);
    property || links(fact.text.value.as_str(), entity)
}

/// What begins the destination of a link to an entity.
static DESTINATION: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("(entity:"));

/// Whether prose links an entity.
fn links(prose: &str, entity: &Id) -> bool {
    let mut destinations = DESTINATION.find_iter(prose.as_bytes());
    destinations.any(|at| {
        let id = prose.get(at + DESTINATION.needle().len()..);
        let rest = id.and_then(|id| id.strip_prefix(entity.as_str()));
        rest.is_some_and(|rest| rest.starts_with([')', ' ']))
    })
}

impl<'v> MentionedFact<'v> {
    pub(super) fn new(fact: &'v Fact, locale: &'v Locale) -> Self {
        Self {
            anchor: Anchor::new("fact", &fact.id.value),
            text: &fact.text.value,
            status: Labelled::new(fact.status.value, locale),
            attribution: AttributionView::uncited(fact.attribution.as_ref(), locale),
            when: fact.when.as_ref().map(|when| DateView::new(&when.value, locale)),
            marking: own_label(fact.marking.as_ref()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_to_the_entity_whose_whole_id_it_has() {
        let port = Id::parse("port").unwrap();
        for prose in
            ["The [port](entity:port) shut.", "[a](b) [Port](entity:port \"Port\")", "((entity:port)"]
        {
            assert!(links(prose, &port), "{prose}");
        }
        for prose in
            ["", "port", "[a](entity:port-2)", "[a](entity:airport)", "(entity:port", "[a](source:port)"]
        {
            assert!(!links(prose, &port), "{prose}");
        }
    }
}
