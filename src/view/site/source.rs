//! Sources across briefs: what each said, was quoted with and carried, and how often nothing else stood behind it.

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{EntryView, of_page};
use super::frame::PageView;
use crate::desk::Index;
use crate::desk::carried::{Carried, Ledger};
use crate::desk::party::Party;
use crate::locale::Locale;
use crate::model::{Brief, Marking, Reliability, Source, Words as _};
use crate::view::attribution::{PhrasePart, party as party_name};
use crate::view::parts::{Labelled, RatingView, SourceView, WrittenIn};
use crate::view::{DateView, PageAddress};

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
    /// What the desk's register or the latest brief says of it; where neither grades it, with the last grade that a brief gave.
    pub source: SourceView<'v>,
    /// The day of the brief that graded it, where the latest did not.
    pub graded: Option<DateView<'v>>,
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
        let is_registered = latest.is_none() && party.said.reliability.is_some_and(|it| it != Reliability::F);
        let grade = if is_registered { None } else { last_grade(party) };
        let last_day = party.mentions.last().map(|(brief, _)| brief.date.value);
        let older = grade.filter(|(brief, _)| last_day.is_some_and(|last| last > brief.date.value));
        Self {
            entry: SourceEntry::new(summed, locale),
            graded: older.map(|(brief, _)| DateView::new(&brief.date.value, locale)),
            source: SourceView {
                reliability: grade.map(|(_, grade)| RatingView::new(grade, locale)).or(source.reliability),
                written: latest.and_then(|(brief, source)| WrittenIn::of(brief, source.is_taken_up)),
                marking: source.marking.or_else(|| latest?.0.levels.away().map(Marking::label)),
                ..source
            },
            briefs: here.map(|mention| CarriedView::new(mention, ledger, locale)).collect(),
        }
    }
}

/// The last grade that a brief gave a source, and that brief; of one day the worst. `F` says that nobody could judge.
fn last_grade<'d>(party: &Party<'d, Source>) -> Option<(&'d Brief, Reliability)> {
    let graded = party.mentions.iter().rev().filter_map(|(brief, source)| {
        Some((*brief, source.reliability.filter(|grade| *grade != Reliability::F)?))
    });
    let mut graded = graded.peekable();
    let last = graded.peek()?.0.date.value;
    graded.take_while(|(brief, _)| brief.date.value == last).max_by_key(|(_, grade)| grade.word())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Desk;
    use crate::model::{Id, Register};
    use crate::validate::sample;

    fn brief(id: &str, day: u32, more: &str) -> Brief {
        let brief = sample(format!(
            "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
             sources: [{{id: office, name: Office of Oro, kind: official, descriptor: Invented{more}}}]\n\
             key_facts: [{{id: f, text: It is invented., status: stated, said_by: office}}]\n"
        ));
        Brief { id: Id::parse(id).unwrap(), ..brief }
    }

    /// The grade on the page of the source, and the day of the brief that gave it.
    fn grade(briefs: [Brief; 2]) -> Option<(&'static str, Option<String>)> {
        grade_with(&Register::default(), briefs)
    }

    fn grade_with(register: &Register, briefs: [Brief; 2]) -> Option<(&'static str, Option<String>)> {
        let desk = Desk { briefs: briefs.into(), ..Desk::default() };
        let index = Index::of(&desk, register);
        let ledger = Ledger::of(&desk);
        let summed = by_name(&index, &ledger, Locale::english());
        let page = SourcePageView::new(summed.first()?, &ledger, (1, 10), Locale::english());
        Some((page.source.reliability?.code.text(), page.graded.map(|day| day.text.to_string())))
    }

    #[test]
    fn the_last_grade_stands_and_of_one_day_the_worst() {
        let [bad, good, unjudged] = [", reliability: E", ", reliability: B", ", reliability: F"];
        for without in ["", unjudged] {
            let older = grade([brief("b", 5, without), brief("a", 3, bad)]);
            assert_eq!(older, Some(("E", Some("3 March 2025".to_owned()))), "{without}");
        }
        assert_eq!(grade([brief("b", 5, good), brief("a", 3, bad)]), Some(("B", None)));
        for [one, other] in [[good, bad], [bad, good]] {
            assert_eq!(grade([brief("a", 3, one), brief("b", 3, other)]), Some(("E", None)));
        }
        assert_eq!(grade([brief("b", 5, unjudged), brief("a", 3, "")]), Some(("F", None)));
    }

    #[test]
    fn a_register_that_grades_nobody_leaves_it_to_the_briefs() {
        let [bad, good, unjudged] = [", reliability: E", ", reliability: B", ", reliability: F"];
        let registered = |grade: &str| {
            let source = brief("r", 1, grade).sources.into_iter().next().unwrap();
            Register { sources: [(source.id.value.clone(), source)].into(), ..Register::default() }
        };
        for (of_register, expected) in [
            ("", ("E", Some("3 March 2025".to_owned()))),
            (unjudged, ("E", Some("3 March 2025".to_owned()))),
            (good, ("B", None)),
        ] {
            let briefs = [brief("b", 5, ""), brief("a", 3, bad)];
            assert_eq!(grade_with(&registered(of_register), briefs), Some(expected), "{of_register}");
        }
    }
}
