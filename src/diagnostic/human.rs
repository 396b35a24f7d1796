//! Diagnostics for people: the source line, a caret, and what to do.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::position::{Lines, floor};
use super::{Diagnostic, Severity};
use crate::markdown::visible;
use crate::span::Span;

/// How much of an over-long line is shown on each side of the place, in bytes.
const LINE_CONTEXT: usize = 160;

/// How far apart two places may be, in bytes, to be shown in one excerpt.
const NEAR: usize = 1200;

/// Renders one diagnostic. `lines` is the text of its file, where it could be read.
/// Colours are ANSI codes; print through a stream that strips them where they are not wanted.
#[must_use]
pub fn render(diagnostic: &Diagnostic, lines: Option<&Lines<'_>>) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(visible(&diagnostic.message).into_owned()).id(diagnostic.code.id);
    let path = visible(&diagnostic.path.display().to_string()).into_owned();
    let group = match (diagnostic.span, lines) {
        (Some(span), Some(lines)) => located(diagnostic, Group::with_title(title), &path, lines, span),
        _ => title.element(Origin::path(path)),
    };
    let helps = diagnostic.help.iter().map(|help| Level::HELP.message(visible(help).into_owned()));
    Renderer::styled().render(&[group.elements(helps)])
}

fn located<'a>(
    diagnostic: &Diagnostic,
    group: Group<'a>,
    path: &str,
    lines: &Lines<'_>,
    span: Span,
) -> Group<'a> {
    let primary = Mark { span, label: diagnostic.label.as_deref(), kind: AnnotationKind::Primary };
    let related = diagnostic.related.iter().map(|(span, label)| Mark {
        span: *span,
        label: Some(label),
        kind: AnnotationKind::Context,
    });
    let mut windows = vec![Window::around(&primary, lines)];
    for mark in related {
        match windows.iter_mut().find(|window| window.is_near(&mark, lines)) {
            Some(window) => window.take(&mark, lines),
            None => windows.push(Window::around(&mark, lines)),
        }
    }
    let start = lines.position(span.start());
    let cut = windows.first().is_some_and(|window| window.cut);
    let group = if cut {
        group.element(Origin::path(path.to_owned()).line(start.line).char_column(start.column))
    } else {
        group
    };
    windows.into_iter().enumerate().fold(group, |group, (index, window)| {
        let snippet = window.snippet(lines);
        group.element(if cut && index == 0 { snippet } else { snippet.path(path.to_owned()) })
    })
}

/// A place to point at, with a word.
struct Mark<'d> {
    span: Span,
    label: Option<&'d str>,
    kind: AnnotationKind,
}

/// Some neighbouring lines of a file, made visible, with the places in them.
struct Window {
    start: usize,
    end: usize,
    /// Whether a line was too long to be shown whole.
    cut: bool,
    marks: Vec<(Span, Option<String>, AnnotationKind)>,
}

impl Window {
    /// The line where a place begins; of an over-long line, what is around the place.
    fn around(mark: &Mark<'_>, lines: &Lines<'_>) -> Self {
        let text = lines.text();
        let line = lines.line_of(mark.span.start());
        let at = floor(text, mark.span.start());
        let end = mark.end(line.end);
        let from = floor(text, at.saturating_sub(LINE_CONTEXT)).max(line.start);
        let to =
            text.ceil_char_boundary(end.min(at + LINE_CONTEXT).saturating_add(LINE_CONTEXT)).min(line.end);
        let short = line.len() <= 4 * LINE_CONTEXT;
        let (start, stop) = if short { (line.start, line.end) } else { (from, to) };
        let mut window = Self { start, end: stop, cut: !short, marks: Vec::new() };
        window.add(mark, line.end);
        window
    }

    /// Whether a place begins so few lines away that one excerpt can show both.
    fn is_near(&self, mark: &Mark<'_>, lines: &Lines<'_>) -> bool {
        let line = lines.line_of(mark.span.start());
        let distance = line.start.abs_diff(self.start).max(line.end.abs_diff(self.end));
        !self.cut && distance <= NEAR
    }

    fn take(&mut self, mark: &Mark<'_>, lines: &Lines<'_>) {
        let line = lines.line_of(mark.span.start());
        (self.start, self.end) = (self.start.min(line.start), self.end.max(line.end));
        self.add(mark, line.end);
    }

    fn add(&mut self, mark: &Mark<'_>, line_end: usize) {
        let span = Span::new(mark.span.start(), mark.end(line_end));
        self.marks.push((span, mark.label.map(|label| visible(label).into_owned()), mark.kind));
    }

    /// The excerpt. Its text is cleaned piece by piece, so that the marks keep their places in it.
    fn snippet<'a>(mut self, lines: &Lines<'_>) -> Snippet<'a, Annotation<'a>> {
        let text = lines.text();
        let mut shown = String::new();
        let mut at = self.start;
        let mut annotations = Vec::new();
        self.marks.sort_by_key(|(span, ..)| *span);
        let mut piece = |shown: &mut String, to: usize| {
            let to = floor(text, to).clamp(at, self.end);
            shown.push_str(&visible(text.get(at..to).unwrap_or_default()));
            at = to;
        };
        for (span, label, kind) in self.marks {
            piece(&mut shown, span.start());
            let start = shown.len();
            piece(&mut shown, span.end());
            annotations.push(kind.span(start..shown.len()).label(label));
        }
        piece(&mut shown, self.end);
        Snippet::source(shown).line_start(lines.position(self.start).line).annotations(annotations)
    }
}

impl Mark<'_> {
    /// Where the mark ends on the line where it begins.
    fn end(&self, line_end: usize) -> usize {
        self.span.end().clamp(self.span.start(), line_end.max(self.span.start()))
    }
}
