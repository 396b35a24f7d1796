//! Bottom lines, by weight and topic.

use super::{BottomLine, TopicLines, story_link};
use crate::desk::Daily;
use crate::desk::daily::Rank;
use crate::locale::Locale;
use crate::model::{Brief, Words as _};
use crate::settings::Settings;
use crate::view::brief::TopicView;
use crate::view::site::EntryView;

/// Bottom lines under the first topic of their briefs. No topic comes before what the editor put first or what weighs more: it has a
/// second heading further down instead.
pub(super) fn by_topic<'v>(
    daily: &Daily<'v>,
    settings: &'v Settings,
    locale: &'v Locale,
) -> Vec<TopicLines<'v>> {
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
        let line = line(daily, brief, settings, locale);
        match groups.iter_mut().skip(first).find(|group| is_its(group)) {
            Some(group) => group.lines.push(line),
            None => groups.push(TopicLines { topic, lines: vec![line] }),
        }
    }
    groups
}

fn line<'v>(
    daily: &Daily<'v>,
    brief: &'v Brief,
    settings: &'v Settings,
    locale: &'v Locale,
) -> BottomLine<'v> {
    BottomLine {
        brief: EntryView::new(brief, locale),
        text: &brief.bottom_line.value,
        pinned: daily.is_pinned(brief),
        weight: brief.weight.word(),
        story: story_link(brief, settings),
    }
}
