//! The changes of one story, or of one brief.

use schemars::JsonSchema;
use serde::Serialize;

use super::{ChangeView, ChangedBrief, Linked, labels, markings, weight};
use crate::change::{Change, Thread, What};
use crate::locale::Locale;
use crate::model::{Brief, Id, Marking, Matter};
use crate::view::brief::MarkingView;
use crate::view::parts::Labelled;
use crate::view::site::LinkView;

/// What changed in one story, or in one brief that belongs to none.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeGroup<'v> {
    /// The id of the story; absent where the changes are those of one brief.
    pub story: Option<&'v str>,
    /// The page of the story, where there is one.
    pub story_page: Option<LinkView<'v>>,
    /// Whether the changes stand in several briefs: then the story is what they are of, and each says its brief.
    pub in_several: bool,
    /// The latest brief that the changes are about.
    pub brief: ChangedBrief<'v>,
    /// The highest marking of the changes.
    pub marking: MarkingView,
    /// The changes, in the order of a brief's page.
    pub changes: Vec<ChangeView<'v>>,
    /// How many more there are of each kind, where only those that matter most are shown.
    pub more: Vec<MoreView<'v>>,
}

/// Changes of one kind that are not shown.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MoreView<'v> {
    /// What became of the items.
    pub kind: Labelled<'v>,
    /// How many there are.
    pub count: usize,
}

impl<'v> ChangeGroup<'v> {
    /// The changes of one story or brief, with the highest marking of any.
    pub(super) fn new(
        changes: &[&Change<'v>],
        most: usize,
        story_page: impl Fn(&'v Id) -> Option<LinkView<'v>>,
        linked: Linked,
        locale: &'v Locale,
    ) -> Option<(Marking, Self)> {
        let briefs = changes.iter().map(|change| change.what.standing().brief);
        let latest = briefs.max_by_key(|brief| brief.date.value)?;
        let story = match changes.first()?.thread {
            Thread::Matter(Matter::Story(story)) => Some(story),
            Thread::Matter(Matter::Brief(_)) | Thread::Pair => None,
        };
        let story_page = story.and_then(story_page);
        let in_several = story_page.is_some() && are_in_several(changes, latest);
        let (shown, others) = weight::part(changes, most);
        let shown: Vec<_> = shown.into_iter().map(|change| (markings::of_change(change), change)).collect();
        let highest = shown.iter().map(|(marking, change)| markings::with_quotes(*marking, change)).max();
        let marking = markings::highest(highest, &others)?;
        let known = (!in_several).then_some(latest);
        let view = |(marking, change)| ChangeView::new(change, marking, known, linked, locale);
        let group = Self {
            story: story.map(Id::as_str),
            story_page,
            in_several,
            brief: ChangedBrief::new(latest, linked, locale),
            marking: marking.into(),
            changes: shown.into_iter().map(view).collect(),
            more: more(&others, locale),
        };
        Some((marking, group))
    }
}

/// Whether not all of what is said now is said in one brief.
fn are_in_several(changes: &[&Change<'_>], latest: &Brief) -> bool {
    let is_said = |what: &What<'_>| !matches!(what, What::Went(_));
    let mut said = changes.iter().map(|change| &change.what).filter(|what| is_said(what));
    said.any(|what| !std::ptr::eq(what.standing().brief, latest))
}

/// How many there are of each kind, the kinds in the order in which they come. Two that read alike are one.
fn more<'v>(changes: &[&Change<'v>], locale: &'v Locale) -> Vec<MoreView<'v>> {
    let mut more: Vec<MoreView<'v>> = Vec::new();
    // Each message is looked up once. It is known by its place in memory: if it had two, they would have one label.
    let mut places: Vec<(&str, usize)> = Vec::new();
    for change in changes {
        let told = labels::kind(&change.what);
        let known = places.iter().find(|(known, _)| std::ptr::eq(*known, told.1)).map(|(_, place)| *place);
        let place = known.unwrap_or_else(|| {
            let kind = labels::labelled(told, locale);
            let place = more.iter().position(|it| it.kind.label == kind.label).unwrap_or(more.len());
            if place == more.len() {
                more.push(MoreView { kind, count: 0 });
            }
            places.push((told.1, place));
            place
        });
        if let Some(kind) = more.get_mut(place) {
            kind.count += 1;
        }
    }
    more
}
