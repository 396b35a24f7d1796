//! Bottom lines, by weight and topic.

use super::{BottomLine, TopicLines, story_link};
use crate::desk::Daily;
use crate::desk::daily::Rank;
use crate::markdown::KnownWord;
use crate::model::{Brief, Words as _};
use crate::settings::Settings;
use crate::view::brief::TopicView;
use crate::view::site::EntryView;

/// Bottom lines under the first topic of their briefs. No topic comes before what the editor put first or what weighs more: it has a
/// second heading further down instead.
pub(super) fn by_topic<'v>(daily: &Daily<'v>, settings: &'v Settings) -> Vec<TopicLines<'v>> {
    let mut groups: Vec<TopicLines<'v>> = Vec::new();
    let (mut rank, mut first) = (None, 0);
    for brief in &daily.briefs {
        let own = daily.rank(brief);
        // What the editor put in order stands in that order, whatever it is about.
        if rank.replace(own) != Some(own) || own == Rank::Named {
            first = groups.len().saturating_sub(1);
        }
        let topic = brief.topics.first().map(|topic| TopicView::from(&topic.value));
        let is_its =
            |group: &TopicLines<'_>| group.topic.as_ref().map(|it| &it.id) == topic.as_ref().map(|it| &it.id);
        let line = BottomLine::new(daily, brief, settings);
        match groups.iter_mut().skip(first).find(|group| is_its(group)) {
            Some(group) => group.lines.push(line),
            None => groups.push(TopicLines { topic, lines: vec![line] }),
        }
    }
    groups
}

impl<'v> BottomLine<'v> {
    /// The line of a brief of a day.
    pub(in crate::view::site) fn new(daily: &Daily<'v>, brief: &'v Brief, settings: &'v Settings) -> Self {
        Self {
            brief: EntryView::new(brief, settings.locale()),
            text: &brief.bottom_line.value,
            pinned: daily.is_pinned(brief),
            weight: KnownWord::plain(brief.weight.word()),
            story: story_link(brief, settings),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{Desk, Index};
    use crate::model::{Edition, Id, Register};
    use crate::span::{Span, Spanned};
    use crate::validate::sample;

    #[test]
    fn what_the_editor_put_first_and_what_weighs_more_comes_before_topics() {
        let brief = |(id, topic, weight): (&str, &str, &str)| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
                 topics: [{topic}]\nweight: {weight}\n"
            ));
            Brief { id: Id::parse(id).unwrap(), ..brief }
        };
        let briefs = [
            ("a", "x", "normal"),
            ("b", "y", "normal"),
            ("c", "x", "normal"),
            ("d", "y", "normal"),
            ("e", "y", "high"),
        ];
        let mut desk = Desk { briefs: briefs.map(brief).into(), ..Desk::default() };
        let date = desk.today().unwrap();
        let (register, settings) = (Register::default(), Settings::default());
        let lines = |desk: &Desk| {
            let index = Index::of(desk, &register);
            let daily = Daily::new(desk, &index, date, date);
            let groups = by_topic(&daily, &settings);
            let group = |group: &TopicLines<'_>| {
                let ids: Vec<_> = group.lines.iter().map(|line| line.brief.id.text()).collect();
                format!("{}: {}", group.topic.as_ref().unwrap().name, ids.join(" "))
            };
            groups.iter().map(group).collect::<Vec<_>>()
        };
        assert_eq!(lines(&desk), ["y: e b d", "x: a c"]);
        let pin = ["a", "b", "c"].map(|id| Spanned::new(Id::parse(id).unwrap(), Span::default())).into();
        let (path, order, leave_out) = ("day.yaml".into(), Vec::new(), Vec::new());
        desk.editions.insert(date, Edition { path, date, note: None, pin, order, leave_out });
        assert_eq!(lines(&desk), ["x: a", "y: b", "x: c", "y: e d"]);
    }
}
