//! What the desk itself holds, in a daily brief.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use schemars::JsonSchema;
use serde::Serialize;

use crate::change::Thread;
use crate::desk::{Daily, Overtaken};
use crate::locale::Locale;
use crate::markdown::KnownWord;
use crate::model::{Basis, Brief, CivilDate, Direction, Fact, Id, Judgement, Prose};
use crate::view::assessment::LikelihoodView;
use crate::view::parts::Labelled;
use crate::view::site::{LaterWord, LinkView};
use crate::view::{Anchor, DateView};

/// A judgement of one of the briefs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DayJudgement<'v> {
    /// The assessment, in Markdown.
    #[schemars(with = "String")]
    pub text: &'v Prose,
    /// How likely.
    pub likelihood: Option<LikelihoodView<'v>>,
    /// How sure of the ground.
    pub confidence: Labelled<'v>,
    /// The day as of which it was made.
    pub date: DateView<'v>,
    /// The brief.
    pub brief: LinkView<'v>,
    /// Where it stands in the brief, with what it rests on.
    pub anchor: Anchor<'v>,
    /// The direction that the brief's language runs in.
    pub dir: Direction,
    /// Of everybody who says something, in these days, of the facts that it rests on the last word, where that attests them otherwise.
    pub later: Vec<LaterWord<'v>>,
    /// How many more of these words there are.
    pub later_more: Option<usize>,
    /// A handling label, as high as it and what it stands on are marked; absent where nothing sets it apart from its
    /// brief and no brief of the desk is marked otherwise.
    pub marking: Option<KnownWord>,
}

/// How many judgements a daily brief shows; it says how many more there are.
const JUDGEMENTS: usize = 12;

/// The first judgements in the order of the day, and how many more there are. What a later brief of a story judges anew stands there as it
/// judges it.
pub(super) fn judgements<'v>(
    daily: &Daily<'v>,
    overtaken: &Overtaken<'v>,
    locale: &'v Locale,
) -> (Vec<DayJudgement<'v>>, usize) {
    let last = last_days(&daily.briefs);
    let all = daily.briefs.iter().flat_map(|brief| brief.judgements.iter().map(move |it| (*brief, it)));
    let mut standing = all.filter(|(brief, it)| last.get(&key(brief, it)) == Some(&brief.date.value));
    let shown: Vec<_> = standing
        .by_ref()
        .take(JUDGEMENTS)
        .map(|(brief, it)| DayJudgement::new(brief, it, overtaken, locale))
        .collect();
    (shown, standing.count())
}

/// The day on which each judgement was made last.
fn last_days<'b>(briefs: &[&'b Brief]) -> HashMap<(Thread<'b>, &'b Id), CivilDate, RandomState> {
    let mut last = HashMap::default();
    for brief in briefs {
        for judgement in &brief.judgements {
            let day = last.entry(key(brief, judgement)).or_insert(brief.date.value);
            *day = brief.date.value.max(*day);
        }
    }
    last
}

fn key<'b>(brief: &'b Brief, judgement: &'b Judgement) -> (Thread<'b>, &'b Id) {
    (Thread::of(brief), &judgement.id)
}

impl<'v> DayJudgement<'v> {
    fn new(
        brief: &'v Brief,
        judgement: &'v Judgement,
        overtaken: &Overtaken<'v>,
        locale: &'v Locale,
    ) -> Self {
        let rests_on = |fact: &&Fact| {
            judgement
                .basis
                .iter()
                .any(|basis| matches!(&basis.value, Basis::Fact(id) if *id == fact.id.value))
        };
        let ground = brief.key_facts.iter().filter(rests_on);
        let said: Vec<_> = ground.flat_map(|fact| overtaken.beside(brief, fact)).collect();
        let (later, later_more) = LaterWord::first(&said, locale);
        Self {
            text: &judgement.text.value,
            likelihood: judgement.likelihood.as_ref().map(|it| LikelihoodView::new(&it.value, locale)),
            confidence: Labelled::new(judgement.confidence.value, locale),
            date: DateView::new(&brief.date.value, locale),
            brief: LinkView::brief(brief),
            anchor: Anchor::new("judgement", &judgement.id),
            dir: brief.lang.direction(),
            later,
            later_more,
            marking: brief.levels.label_away(judgement),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{Desk, Index};
    use crate::model::Register;
    use crate::validate::sample;

    #[test]
    fn the_latest_judgement_of_a_story_stands() {
        let brief = |id: &str, day: u32, story: &str, likelihood: &str| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\nstory: {story}\n\
                 judgements: [{{id: gate, text: The gate opens., likelihood: {likelihood}, confidence: low}}]\n"
            ));
            Brief { id: Id::parse(id).unwrap(), ..brief }
        };
        let briefs = vec![
            brief("late", 3, "quay", "unlikely"),
            brief("other", 2, "pier", "likely"),
            brief("early", 1, "quay", "likely"),
        ];
        let desk = Desk { briefs, ..Desk::default() };
        let register = Register::default();
        let index = Index::of(&desk, &register);
        let told = |from, to| {
            let [from, to] = [from, to].map(|day| CivilDate::parse(day).unwrap());
            let daily = Daily::new(&desk, &index, from, to);
            let overtaken = Overtaken::among(daily.briefs.iter().copied());
            let (shown, more) = judgements(&daily, &overtaken, Locale::english());
            assert_eq!(more, 0);
            let term = |it: DayJudgement<'_>| it.likelihood.unwrap().term;
            shown.into_iter().map(term).collect::<Vec<_>>()
        };
        assert_eq!(told("2025-03-01", "2025-03-01"), ["likely"]);
        assert_eq!(told("2025-03-01", "2025-03-02"), ["likely", "likely"]);
        assert_eq!(told("2025-03-01", "2025-03-03"), ["unlikely", "likely"]);
    }
}
