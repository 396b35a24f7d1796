//! The pages that are compiled.

/// A kind of page.
pub(crate) struct Kind {
    /// The template that makes it.
    pub(crate) template: &'static str,
    /// The name that the template knows its view by.
    pub(crate) name: &'static str,
    /// The type of the view, below `crate::view`.
    view: &'static str,
    /// Whether it can stand by itself, without a site around it; such a page has a form in Markdown too.
    pub(crate) stands_alone: bool,
}

/// A page that stands in a site.
const fn kind(template: &'static str, name: &'static str, view: &'static str) -> Kind {
    Kind { template, name, view, stands_alone: false }
}

/// A page that can stand by itself.
const fn alone(template: &'static str, name: &'static str, view: &'static str) -> Kind {
    Kind { template, name, view, stands_alone: true }
}

pub(crate) const KINDS: [Kind; 22] = [
    kind("404.html", "not_found", "site::NotFoundView"),
    kind("archive.html", "archive", "site::ArchiveView"),
    alone("brief.html", "brief", "BriefView<'_>"),
    alone("brief.md", "brief", "BriefView<'_>"),
    kind("corrections.html", "corrections", "site::CorrectionsView<'_>"),
    alone("day.html", "day", "site::DayView<'_>"),
    alone("day.md", "day", "site::DayView<'_>"),
    kind("entities.html", "entities", "site::EntitiesView<'_>"),
    kind("entity.html", "entity", "site::EntityPageView<'_>"),
    kind("home.html", "home", "site::HomeView<'_>"),
    kind("month.html", "month", "site::MonthView<'_>"),
    kind("partials/timeline_picture.html", "picture", "PictureView<'_>"),
    kind("question.html", "question", "site::QuestionPageView<'_>"),
    kind("questions.html", "questions", "site::QuestionsView<'_>"),
    kind("search.html", "search", "site::SearchView"),
    kind("source.html", "source", "site::SourcePageView<'_>"),
    kind("sources.html", "sources", "site::SourcesView<'_>"),
    kind("stories.html", "stories", "site::StoriesView<'_>"),
    kind("story.html", "story", "site::StoryPageView<'_>"),
    kind("topic.html", "topic", "site::TopicPageView<'_>"),
    kind("topics.html", "topics", "site::TopicsView<'_>"),
    kind("unnamed.html", "unnamed", "site::UnnamedView<'_>"),
];

impl Kind {
    /// `.html` or `.md`.
    pub(crate) fn ending(&self) -> &'static str {
        if self.is_markdown() { ".md" } else { ".html" }
    }

    fn is_markdown(&self) -> bool {
        self.template.rsplit_once('.').is_some_and(|(_, ending)| ending == "md")
    }

    /// Which runs are written on it.
    pub(crate) fn runs(&self) -> &'static str {
        if self.is_markdown() { "MARKDOWN" } else { "HTML" }
    }

    /// The first attribute in a text that names a part of a page or is a link: what stands before its value, the rest, and the code
    /// that notes it.
    pub(crate) fn landmark<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str, &'static str)> {
        if self.is_markdown() {
            return None;
        }
        let landmarks = [(" id=\"", "out.part();"), (" href=\"", "out.link();")];
        let ends = landmarks.iter().filter_map(|(sign, note)| Some((text.find(sign)? + sign.len(), *note)));
        let (end, note) = ends.min()?;
        let (before, behind) = text.split_at(end);
        Some((before, behind, note))
    }

    /// The name of its function.
    pub(crate) fn function(&self) -> String {
        format!("page_{}", self.template.replace(['.', '/'], "_"))
    }

    /// The name of the function of one of its blocks.
    pub(crate) fn block(&self, block: &str) -> String {
        format!("{}_{block}", self.function())
    }

    /// The parameters of its functions.
    pub(crate) fn parameters(&self) -> String {
        let out = if self.is_markdown() { "MarkdownPage" } else { "HtmlPage" };
        let page = if self.stands_alone { "Option<&PageHead<'_>>" } else { "&PageHead<'_>" };
        format!("(out: &mut {out}, view: &crate::view::{}, around: &Around<'_>, page: {page})", self.view)
    }

    /// What makes the page known to the renderer.
    pub(crate) fn implementation(&self) -> String {
        let (function, view) = (self.function(), self.view);
        match (self.stands_alone, self.is_markdown()) {
            (true, true) => format!(
                "impl Alone for crate::view::{view} {{\n\
                 fn html(&self, out: &mut HtmlPage, around: &Around<'_>, page: Option<&PageHead<'_>>) {{ page_{name}_html(out, self, around, page); }}\n\
                 fn markdown(&self, out: &mut MarkdownPage, around: &Around<'_>, page: Option<&PageHead<'_>>) {{ {function}(out, self, around, page); }}\n\
                 }}\n",
                name = self.name,
            ),
            // It is done with the other form.
            (true, false) => String::new(),
            (false, _) => format!(
                "impl InSite for crate::view::{view} {{\n\
                 fn html(&self, out: &mut HtmlPage, around: &Around<'_>, page: &PageHead<'_>) {{ {function}(out, self, around, page); }}\n\
                 }}\n"
            ),
        }
    }
}
