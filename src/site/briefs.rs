//! The pages of briefs.

use super::Site;
use super::press::{Made, Press};
use crate::diagnostic::Diagnostic;
use crate::feed;
use crate::model::Brief;
use crate::render::{Pages, Renderer};
use crate::settings::Output;
use crate::view::BriefView;
use crate::view::site::{LinkView, PageHead, ThreadLinks, address};

/// A brief, and the head of its page.
pub(super) struct Headed<'d> {
    brief: &'d Brief,
    path: String,
    head: PageHead<'d>,
}

/// What the pages of a brief are made from.
pub(super) struct Sheet<'d> {
    headed: Headed<'d>,
    view: BriefView<'d>,
}

impl<'d> Site<'d> {
    pub(super) fn brief<E>(&self, place: usize, press: &mut Press<'_, E>) -> Made<E> {
        let Some(sheet) = self.headed(place).map(|headed| self.sheet(headed)) else { return Ok(()) };
        let pages = press.renderer().brief(&sheet.view, Some(&sheet.headed.head))?;
        self.hand_over(sheet, pages, press)
    }

    /// The brief at this place of the desk.
    pub(super) fn headed(&self, place: usize) -> Option<Headed<'d>> {
        let brief = self.desk.briefs.get(place)?;
        let path = address::brief(&brief.id);
        let head = self.brief_head(brief, place, &path);
        Some(Headed { brief, path, head })
    }

    /// What the pages of a brief are made from.
    pub(super) fn sheet(&self, headed: Headed<'d>) -> Sheet<'d> {
        let view = BriefView::new(headed.brief, self.settings.locale_of(headed.brief));
        Sheet { headed, view }
    }

    fn brief_head(&self, brief: &'d Brief, place: usize, path: &str) -> PageHead<'d> {
        let [earlier, later] = beside(&self.desk.briefs, place);
        let link = |other: Option<&'d Brief>| {
            let other = other?;
            // The banner of a page counts what its brief says, and not the headline of another.
            let may_be_named = other.banner() <= brief.banner();
            let dated =
                || self.dated_link(address::brief(&other.id), self.locale.date(&other.date.value.into()));
            Some(if may_be_named { LinkView::brief(other) } else { dated() })
        };
        let day = self.day_link(brief.date.value);
        PageHead {
            previous: link(earlier),
            next: link(later),
            json_ld: Some(feed::json_ld::brief(brief, &feed::Site::new(self.settings))),
            threads: Some(ThreadLinks::of(brief, self.index)),
            withheld_parts: self.withheld.parts_of(&brief.path),
            story: brief.story.as_ref().map(|id| self.story_link(&id.value)),
            ..PageHead::new(path, "briefs", Some(brief.banner())).under([LinkView::home(self.locale), day])
        }
    }

    /// Hands over the files of a brief.
    pub(super) fn hand_over<E>(&self, sheet: Sheet<'d>, pages: Pages, press: &mut Press<'_, E>) -> Made<E> {
        let Headed { brief, path, .. } = sheet.headed;
        press.file(path, pages.html)?;
        if self.has(Output::Markdown) {
            press.file(["briefs/", brief.id.as_str(), ".md"].concat(), pages.markdown)?;
        }
        pages
            .others
            .into_iter()
            .try_for_each(|(name, text)| press.file(format!("briefs/{}.{name}", brief.id), text))
    }
}

/// The pages of several briefs, in their order.
pub(super) fn rendered(sheets: &[Sheet<'_>], renderer: &Renderer) -> Vec<Result<Pages, Vec<Diagnostic>>> {
    renderer.briefs(sheets.iter().map(|sheet| (&sheet.view, &sheet.headed.head)))
}

/// The briefs before and after one in time, in briefs that run from the latest day; those of one day follow each other as they are listed.
fn beside(briefs: &[Brief], place: usize) -> [Option<&Brief>; 2] {
    let day = |place: usize| briefs.get(place).map(|brief| brief.date.value);
    let first_of = |date| briefs.partition_point(|brief| brief.date.value > date);
    let behind = |date| briefs.partition_point(|brief| brief.date.value >= date);
    let Some(own) = day(place) else { return [None, None] };
    let before = place.checked_sub(1).filter(|before| day(*before) == Some(own));
    let earlier = before.or_else(|| behind(day(behind(own))?).checked_sub(1));
    let after = Some(place + 1).filter(|after| day(*after) == Some(own));
    let later = after.or_else(|| Some(first_of(day(first_of(own).checked_sub(1)?)?)));
    [earlier, later].map(|place| briefs.get(place?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;
    use crate::validate::sample;

    #[test]
    fn briefs_of_one_day_follow_each_other_as_they_are_listed() {
        let brief = |(day, id): (u32, &str)| {
            let brief = sample(format!(
                "schema: 1\ntitle: Invented\ndate: 2025-03-0{day}\nmarking: TLP:CLEAR\nbottom_line: Invented.\n"
            ));
            Brief { id: Id::parse(id).unwrap(), ..brief }
        };
        let briefs: Vec<_> = [(5, "e"), (3, "b"), (3, "c"), (3, "d"), (1, "a")].map(brief).into();
        let around: Vec<_> = (0..=briefs.len())
            .map(|place| {
                beside(&briefs, place).map(|brief| brief.map_or("-", |brief| brief.id.as_str())).concat()
            })
            .collect();
        assert_eq!(around, ["d-", "ac", "bd", "ce", "-b", "--"]);
    }
}
