//! The pages that are compiled.

/// A kind of page.
pub(crate) struct Kind {
    /// The template that makes it.
    pub(crate) template: &'static str,
    /// The name that the template knows its view by.
    pub(crate) name: &'static str,
    /// The type of the view, below `crate::view`.
    pub(crate) view: &'static str,
}

const fn kind(template: &'static str, name: &'static str, view: &'static str) -> Kind {
    Kind { template, name, view }
}

pub(crate) const KINDS: [Kind; 22] = [
    kind("404.html", "not_found", "site::NotFoundView"),
    kind("archive.html", "archive", "site::ArchiveView"),
    kind("brief.html", "brief", "BriefView"),
    kind("brief.md", "brief", "BriefView"),
    kind("corrections.html", "corrections", "site::CorrectionsView"),
    kind("day.html", "day", "site::DayView"),
    kind("day.md", "day", "site::DayView"),
    kind("entities.html", "entities", "site::EntitiesView"),
    kind("entity.html", "entity", "site::EntityPageView"),
    kind("home.html", "home", "site::HomeView"),
    kind("month.html", "month", "site::MonthView"),
    kind("partials/timeline_picture.html", "picture", "PictureView"),
    kind("question.html", "question", "site::QuestionPageView"),
    kind("questions.html", "questions", "site::QuestionsView"),
    kind("search.html", "search", "site::SearchView"),
    kind("source.html", "source", "site::SourcePageView"),
    kind("sources.html", "sources", "site::SourcesView"),
    kind("stories.html", "stories", "site::StoriesView"),
    kind("story.html", "story", "site::StoryPageView"),
    kind("topic.html", "topic", "site::TopicPageView"),
    kind("topics.html", "topics", "site::TopicsView"),
    kind("unnamed.html", "unnamed", "site::UnnamedView"),
];

impl Kind {
    /// `.html` or `.md`.
    pub(crate) fn ending(&self) -> &'static str {
        if self.is_markdown() { ".md" } else { ".html" }
    }

    fn is_markdown(&self) -> bool {
        self.template.rsplit_once('.').is_some_and(|(_, ending)| ending == "md")
    }

    /// Whether it can stand by itself, without a site around it.
    pub(crate) fn stands_alone(&self) -> bool {
        matches!(self.name, "brief" | "day")
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
        let out = if self.is_markdown() { "Markdown" } else { "Html" };
        let page = if self.stands_alone() { "Option<&PageHead>" } else { "&PageHead" };
        format!("(out: &mut {out}, view: &crate::view::{}, cx: &Cx<'_>, page: {page})", self.view)
    }

    /// What makes the page known to the renderer.
    pub(crate) fn implementation(&self) -> String {
        let (function, view) = (self.function(), self.view);
        match (self.name, self.is_markdown()) {
            ("brief" | "day", true) => format!(
                "impl Alone for crate::view::{view} {{\n\
                 fn html(&self, out: &mut Html, cx: &Cx<'_>, page: Option<&PageHead>) {{ page_{name}_html(out, self, cx, page); }}\n\
                 fn markdown(&self, out: &mut Markdown, cx: &Cx<'_>, page: Option<&PageHead>) {{ {function}(out, self, cx, page); }}\n\
                 }}\n",
                name = self.name,
            ),
            ("brief" | "day", false) => String::new(),
            _ => format!(
                "impl InSite for crate::view::{view} {{\n\
                 fn html(&self, out: &mut Html, cx: &Cx<'_>, page: &PageHead) {{ {function}(out, self, cx, page); }}\n\
                 }}\n"
            ),
        }
    }
}
