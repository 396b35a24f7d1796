//! Where a job renders its pages. Each file is handed over as soon as it is made, so that a list of a thousand pages is never held whole.

use std::convert::Infallible;

use crate::diagnostic::Diagnostic;
use crate::render::{InSite, Renderer, Written};
use crate::view::site::{PageHead, PageView};

/// A renderer, and who takes what it makes.
pub(super) struct Press<'p, E> {
    renderer: &'p Renderer,
    take: &'p mut dyn FnMut(String, Written) -> Result<(), E>,
}

/// Why a job was not done to its end.
#[derive(Debug)]
pub(super) enum Stopped<E> {
    /// A template asks for what there is not.
    Templates(Vec<Diagnostic>),
    /// A file was not taken.
    NotTaken(E),
}

/// A job that was done, or how it ended.
pub(super) type Made<E> = Result<(), Stopped<E>>;

impl<E> From<Vec<Diagnostic>> for Stopped<E> {
    fn from(found: Vec<Diagnostic>) -> Self {
        Self::Templates(found)
    }
}

impl Stopped<Infallible> {
    /// What is wrong with the templates, where nothing else can go wrong.
    pub(super) fn templates(self) -> Vec<Diagnostic> {
        match self {
            Self::Templates(found) => found,
            Self::NotTaken(never) => match never {},
        }
    }
}

impl<'p, E> Press<'p, E> {
    pub(super) fn new(
        renderer: &'p Renderer,
        take: &'p mut dyn FnMut(String, Written) -> Result<(), E>,
    ) -> Self {
        Self { renderer, take }
    }

    pub(super) fn renderer(&self) -> &'p Renderer {
        self.renderer
    }

    /// Renders a page and hands it over.
    pub(super) fn page<V: PageView + InSite>(
        &mut self,
        path: String,
        head: &PageHead<'_>,
        view: &V,
    ) -> Made<E> {
        let page = self.renderer.page(head, view)?;
        self.file(path, page)
    }

    /// Hands over a file.
    pub(super) fn file(&mut self, path: String, content: impl Into<Written>) -> Made<E> {
        (self.take)(path, content.into()).map_err(Stopped::NotTaken)
    }
}
