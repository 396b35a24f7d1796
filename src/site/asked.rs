//! The pages of questions.

use super::Site;
use super::lists::List;
use super::press::{Made, Press};
use crate::diagnostic::Diagnostic;
use crate::model::Id;
use crate::render::{Renderer, Written};
use crate::view::site::{LinkView, PageHead, QuestionPageView, QuestionPages, address};

/// What the pages of a question are made from.
pub(super) struct Asked<'s, 'd> {
    id: &'d Id,
    pages: QuestionPages<'s, 'd>,
    list: List<'d>,
}

/// What one of them is made from.
pub(super) struct Sheet<'d> {
    path: String,
    head: PageHead<'d>,
    view: QuestionPageView<'d>,
}

impl<'d> Site<'d> {
    pub(super) fn question<E>(&self, id: &'d Id, press: &mut Press<'_, E>) -> Made<E> {
        let Some(asked) = self.asked(id) else { return Ok(()) };
        self.question_from(&asked, 1, press)
    }

    /// What the pages of this question are made from.
    pub(super) fn asked(&self, id: &'d Id) -> Option<Asked<'d, 'd>> {
        let thread = self.index.questions.get(id)?;
        let pages = QuestionPages::of(thread, self.page_size(), self.today(), self.locale);
        let trail = vec![
            LinkView::home(self.locale),
            LinkView::new(address::QUESTIONS, self.locale.word("questions")),
        ];
        let marking = self.highest_of(thread.told_by());
        let list = List { section: "questions", trail, marking, total: pages.total() };
        Some(Asked { id, pages, list })
    }

    /// What the first page of a question is made from.
    pub(super) fn first_sheet(&self, asked: &Asked<'_, 'd>) -> Sheet<'d> {
        self.question_sheet(asked, 1)
    }

    fn question_sheet(&self, asked: &Asked<'_, 'd>, number: usize) -> Sheet<'d> {
        let address = |number| address::question(asked.id, number);
        Sheet {
            path: address(number),
            head: self.list_head(&asked.list, number, address),
            view: QuestionPageView::new(&asked.pages, (number, self.page_size())),
        }
    }

    /// Hands over the first page of a question, and makes the others.
    pub(super) fn hand_over_question<E>(
        &self,
        asked: &Asked<'_, 'd>,
        (sheet, page): (Sheet<'d>, Written),
        press: &mut Press<'_, E>,
    ) -> Made<E> {
        press.file(sheet.path, page)?;
        self.question_from(asked, 2, press)
    }

    /// Makes the pages of a question from one on.
    fn question_from<E>(&self, asked: &Asked<'_, 'd>, first: usize, press: &mut Press<'_, E>) -> Made<E> {
        (first..=self.pages_of(&asked.list)).try_for_each(|number| {
            let Sheet { path, head, view } = self.question_sheet(asked, number);
            press.page(path, &head, &view)
        })
    }
}

/// Pages of several questions, in their order.
pub(super) fn rendered(sheets: &[Sheet<'_>], renderer: &Renderer) -> Vec<Result<Written, Vec<Diagnostic>>> {
    sheets.iter().map(|sheet| renderer.page(&sheet.head, &sheet.view)).collect()
}
