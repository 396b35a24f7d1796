//! Pages with the templates that make them, for whoever looks at templates and writes nothing.

use super::{Job, Site};
use crate::diagnostic::Diagnostic;
use crate::render::{Renderer, Written};

/// A page, and the template that made it.
#[derive(Debug)]
pub struct Rendered {
    /// The name of the template.
    pub template: String,
    /// Where the page stands in the site.
    pub path: String,
    /// The page.
    pub written: Written,
}

impl Job<'_> {
    /// The template that makes the file at this address, if one does.
    fn template(self, path: &str) -> Option<String> {
        let fixed = |name: &str| Some(name.to_owned());
        // No id and no date has a dot in it.
        let by_ending = |kind: &str| path.split_once('.').map(|(_, ending)| format!("{kind}.{ending}"));
        match self {
            Self::Brief(_) => by_ending("brief"),
            Self::Day(_) => by_ending("day").filter(|name| name != "day.json"),
            Self::Home => fixed("home.html"),
            Self::Archive => fixed("archive.html"),
            Self::Month(_) => fixed("month.html"),
            Self::Stories => fixed("stories.html"),
            Self::Story(_) => fixed("story.html"),
            Self::Questions => fixed("questions.html"),
            Self::Question(_) => fixed("question.html"),
            Self::Entities => fixed("entities.html"),
            Self::Entity(_) => fixed("entity.html"),
            Self::Topics => fixed("topics.html"),
            Self::Topic(_) => fixed("topic.html"),
            Self::Sources => fixed("sources.html"),
            Self::Source(_) => fixed("source.html"),
            Self::Unnamed => fixed("unnamed.html"),
            Self::Corrections => fixed("corrections.html"),
            Self::Search => fixed("search.html"),
            Self::NotFound => fixed("404.html"),
            Self::Feeds | Self::Calendar | Self::Ndjson | Self::StyleSheet | Self::Record => None,
        }
    }
}

impl Site<'_> {
    /// Every page with the template that made it, or what is wrong with its templates. Nothing is written.
    #[must_use]
    pub fn rendered(&self, renderer: &Renderer) -> Vec<Result<Rendered, Vec<Diagnostic>>> {
        let mut pages = Vec::new();
        for job in self.plan() {
            match self.files(job, renderer) {
                Ok(files) => {
                    pages.extend(files.into_iter().filter_map(|(path, written)| {
                        Some(Ok(Rendered { template: job.template(&path)?, path, written }))
                    }));
                }
                Err(found) => pages.push(Err(found)),
            }
        }
        pages
    }
}
