//! Sources across briefs: what each said, was quoted with and carried, and how often nothing else stood behind it.

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{EntryView, of_page};
use super::frame::PageView;
use crate::desk::Index;
use crate::desk::carried::{Carried, Ledger};
use crate::desk::party::Party;
use crate::locale::Locale;
use crate::model::{Brief, Marking, Source};
use crate::view::PageAddress;
use crate::view::attribution::{PhrasePart, party as party_name};
use crate::view::parts::{Labelled, SourceView, WrittenIn};

/// Every source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourcesView<'v> {
    /// The named sources of this page, by name.
    pub sources: Vec<SourceEntry<'v>>,
    /// How many there are in all.
    pub total: usize,
    /// How many anonymous sources there are; they have a page together.
    pub unnamed: usize,
}

impl PageView for SourcesView<'_> {
    const TEMPLATE: &'static str = "sources.html";
    const NAME: &'static str = "sources";
}

/// A source in the list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceEntry<'v> {
    /// Where its page is.
    pub href: PageAddress<'v>,
    /// Its name, or how many unnamed people it is and how they are described.
    pub name: Vec<PhrasePart<'v>>,
    /// What sort of party it is.
    pub kind: Labelled<'v>,
    /// How many briefs name it.
    pub briefs: usize,
    /// In how many statements it speaks.
    pub said: usize,
    /// In how many statements of others its own words stand to the letter.
    pub quoted: usize,
    /// How many statements of others it carried.
    pub carried: usize,
    /// Of how many key facts it is the only origin.
    pub only_origin: usize,
}

/// A source with the sums over its briefs.
pub type Summed<'i, 'd> = (&'i Party<'d, Source>, Carried);

/// The named sources of a desk by name, each with what it carried in all.
#[must_use]
pub fn by_name<'i, 'd>(index: &'i Index<'d>, ledger: &Ledger<'_>, locale: &Locale) -> Vec<Summed<'i, 'd>> {
    let sum = |party: &Party<'d, Source>| {
        let each = party.mentions.iter().map(|(brief, source)| ledger.entry(brief, &source.id.value));
        each.fold(Carried::default(), Carried::and)
    };
    let mut sources: Vec<_> = index.sources.iter().map(|party| (party, sum(party))).collect();
    sources.sort_by_cached_key(|(party, _)| (locale.sort_key(party.said.name.value.as_str()), party.key));
    sources
}

impl<'v> SourceEntry<'v> {
    fn new((party, sum): &Summed<'_, 'v>, locale: &'v Locale) -> Self {
        Self {
            href: PageAddress::source(party.key),
            name: party_name(party.said, locale),
            kind: Labelled::new(party.said.kind, locale),
            briefs: party.mentions.len(),
            said: sum.said,
            quoted: sum.quoted,
            carried: sum.carried,
            only_origin: sum.only_origin,
        }
    }
}

impl<'v> SourcesView<'v> {
    /// A page of the list.
    #[must_use]
    pub fn new(sources: &[Summed<'_, 'v>], total: usize, unnamed: usize, locale: &'v Locale) -> Self {
        Self { sources: sources.iter().map(|it| SourceEntry::new(it, locale)).collect(), total, unnamed }
    }
}

/// A source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourcePageView<'v> {
    /// The source with the sums over its briefs.
    pub entry: SourceEntry<'v>,
    /// What the desk's register or the latest brief says of it.
    pub source: SourceView<'v>,
    /// The briefs of this page, the latest first.
    pub briefs: Vec<CarriedView<'v>>,
}

impl PageView for SourcePageView<'_> {
    const TEMPLATE: &'static str = "source.html";
    const NAME: &'static str = "source";
}

/// What a source said, is quoted with and carried in one brief.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CarriedView<'v> {
    /// The source, as the brief names or describes it.
    pub name: Vec<PhrasePart<'v>>,
    /// The brief.
    pub brief: EntryView<'v>,
    /// In how many statements it speaks.
    pub said: usize,
    /// In how many statements of others its own words stand to the letter.
    pub quoted: usize,
    /// How many statements of others it carried.
    pub carried: usize,
    /// Of how many key facts it is the only origin.
    pub only_origin: usize,
}

impl<'v> SourcePageView<'v> {
    /// A page of a source.
    #[must_use]
    pub fn new(
        summed: &Summed<'_, 'v>,
        ledger: &Ledger<'_>,
        page: (usize, usize),
        locale: &'v Locale,
    ) -> Self {
        let party = summed.0;
        let here = of_page(party.mentions.iter().rev(), page);
        let latest = party.mentions.last().filter(|(_, source)| std::ptr::eq(*source, party.said));
        let source = SourceView::new(0, party.said, Vec::new(), locale);
        Self {
            entry: SourceEntry::new(summed, locale),
            source: SourceView {
                written: latest.and_then(|(brief, source)| WrittenIn::of(brief, source.is_taken_up)),
                marking: source.marking.or_else(|| latest?.0.levels.away().map(Marking::label)),
                ..source
            },
            briefs: here.map(|mention| CarriedView::new(mention, ledger, locale)).collect(),
        }
    }
}

impl<'v> CarriedView<'v> {
    fn new((brief, source): &(&'v Brief, &'v Source), ledger: &Ledger<'_>, locale: &'v Locale) -> Self {
        let Carried { said, quoted, carried, only_origin } = ledger.entry(brief, &source.id.value);
        Self {
            name: party_name(source, locale),
            brief: EntryView::new(brief, locale),
            said,
            quoted,
            carried,
            only_origin,
        }
    }
}

/// Every anonymous source, each in its brief: two descriptions are never taken for the same people.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct UnnamedView<'v> {
    /// The sources of this page, those of the latest briefs first.
    pub sources: Vec<CarriedView<'v>>,
    /// How many there are in all.
    pub total: usize,
}

impl PageView for UnnamedView<'_> {
    const TEMPLATE: &'static str = "unnamed.html";
    const NAME: &'static str = "unnamed";
}

impl<'v> UnnamedView<'v> {
    /// A page of the list, from the earliest brief to the latest.
    #[must_use]
    pub fn new(
        unnamed: &[(&'v Brief, &'v Source)],
        ledger: &Ledger<'_>,
        page: (usize, usize),
        locale: &'v Locale,
    ) -> Self {
        let here = of_page(unnamed.iter().rev(), page);
        Self {
            sources: here.map(|mention| CarriedView::new(mention, ledger, locale)).collect(),
            total: unnamed.len(),
        }
    }
}
