//! What the templates of a page hide.

use std::collections::{BTreeMap, BTreeSet};

use super::concern::{CONCERNS, Concern};
use super::samples;
use crate::contract::BUILTIN;
use crate::contract::walk::Walked;
use crate::diagnostic::{Diagnostic, codes};
use crate::error::Error;
use crate::model::Words as _;
use crate::render::{Family, Planting, Renderer, TemplateSet};
use crate::settings::Settings;
use crate::site::Rendered;
use crate::span::Span;

/// What pages hide that the desk's own templates make, and that the desk has not allowed.
pub(super) fn hidden(
    renderer: &Renderer,
    settings: &Settings,
    pages: &[(String, Walked)],
) -> Result<Vec<Diagnostic>, Error> {
    let templates = renderer.templates();
    let own: Vec<_> =
        pages.iter().filter(|(_, walked)| walked.reached.iter().any(|it| !it.starts_with(BUILTIN))).collect();
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let outputs = own.iter().map(|(page, _)| page.clone()).filter(|page| crate::contract::is_output(page));
    let [in_site, alone] = shown(&renderer.clone().with_outputs(outputs), settings)?;
    let mut found = Vec::new();
    for (page, walked) in own {
        let words: Vec<_> = [in_site.get(page), alone.get(page)].into_iter().flatten().collect();
        let is_hidden = |concern: &Concern| words.iter().any(|words| concern.is_hidden(words));
        for concern in CONCERNS.iter().filter(|concern| concern.is_of(page) && is_hidden(concern)) {
            let culprit = Culprit::of(concern, page, walked, templates);
            if !culprit.is_allowed(concern, page, settings) {
                found.push(culprit.told(concern, page, templates));
            }
        }
    }
    Ok(found)
}

/// The paths whose words come out, by the template of the page.
type Shown = BTreeMap<String, BTreeSet<&'static str>>;

/// What comes out of the full sample in a site, and of a brief that is rendered by itself.
///
/// Each is rendered twice: with words in place of what people read, and with words in place of the words of closed vocabularies too,
/// which templates may choose by.
fn shown(renderer: &Renderer, settings: &Settings) -> Result<[Shown; 2], Error> {
    let all: BTreeSet<_> =
        CONCERNS.iter().flat_map(|concern| concern.shown.iter().copied().chain(concern.beside)).collect();
    let words: Vec<_> = all.into_iter().enumerate().map(|(nth, path)| (path, word(nth))).collect();
    let mut shown = [Shown::new(), Shown::new()];
    for vocabulary in [false, true] {
        let is_word = |path: &str| path.rsplit('.').next() == Some("word");
        let planted = words.iter().filter(|(path, _)| vocabulary || !is_word(path));
        let planting =
            Planting::new(planted.map(|(path, word)| ((*path).to_owned(), word.clone())).collect());
        let renderer = renderer.clone().planted(planting);
        let in_site = samples::pages(&[samples::FULL, samples::SEQUEL], &renderer, settings)?;
        let alone = samples::alone(&renderer);
        // A page that breaks hides nothing: that it breaks is told where it is rendered.
        if !vocabulary && in_site.iter().chain(&alone).any(Result::is_err) {
            return Ok([Shown::new(), Shown::new()]);
        }
        for (shown, pages) in shown.iter_mut().zip([in_site, alone]) {
            for page in pages.into_iter().flatten() {
                let text = readable(&page);
                let out =
                    words.iter().filter(|(_, word)| text.contains(word.as_str())).map(|(path, _)| *path);
                shown.entry(page.template).or_default().extend(out);
            }
        }
    }
    Ok(shown)
}

/// A word that stands nowhere else, and that no escape changes.
fn word(nth: usize) -> String {
    let letter = |nth: usize| char::from(b'a' + u8::try_from(nth % 26).unwrap_or_default());
    format!("zqx{}{}xqz", letter(nth / 26), letter(nth))
}

/// What a reader sees of a page, in small letters: markup is taken out with all that stands in tags, styles and scripts.
fn readable(page: &Rendered) -> String {
    let text = page.text.to_lowercase();
    if Family::of(&page.template) != Family::Html {
        return text;
    }
    let mut seen = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, tag)) = rest.split_once('<') {
        seen.push_str(before);
        let end = ["style", "script", "title"].into_iter().find(|name| tag.starts_with(name));
        let inside = end.and_then(|name| tag.split_once(&format!("</{name}"))).map_or(tag, |(_, rest)| rest);
        rest = inside.split_once('>').map_or("", |(_, rest)| rest);
    }
    seen.push_str(rest);
    seen
}

impl Concern {
    /// Whether a page on which these come out hides it.
    fn is_hidden(&self, words: &BTreeSet<&'static str>) -> bool {
        let about = self.beside.is_none_or(|beside| words.contains(beside));
        about && !self.shown.iter().any(|path| words.contains(path))
    }
}

/// The template of the desk that hides something, and where.
struct Culprit {
    template: String,
    span: Span,
}

impl Culprit {
    /// The desk's own template that shows what the hidden field is about; if that is built in, the page's own; if that is too,
    /// the first that the page is made of.
    fn of(concern: &Concern, page: &str, walked: &Walked, templates: &TemplateSet) -> Self {
        let is_own = |name: &str| !name.starts_with(BUILTIN);
        let asked = concern.beside.and_then(|beside| walked.asked.get(beside));
        let mut places = asked.into_iter().flat_map(|asked| &asked.places);
        if let Some((template, span)) = places.find(|(template, _)| is_own(template)) {
            return Self { template: template.clone(), span: *span };
        }
        let own = walked.reached.iter().find(|name| is_own(name)).map_or(page, String::as_str);
        let template = if templates.text(page).is_some() { page } else { own };
        Self { template: template.to_owned(), span: Span::default() }
    }

    /// Whether the desk has given a reason, for the page or for the template that it is made of.
    fn is_allowed(&self, concern: &Concern, page: &str, settings: &Settings) -> bool {
        settings.hidings.iter().any(|hiding| {
            hiding.hides == concern.hidden && (hiding.template == page || hiding.template == self.template)
        })
    }

    fn told(&self, concern: &Concern, page: &str, templates: &TemplateSet) -> Diagnostic {
        let sort = if concern.is_refused() { &codes::DROPPED } else { &codes::HIDDEN };
        let message = format!("this template {}: `{}`", concern.never(), concern.field);
        let diagnostic = Diagnostic::new(sort, &templates.path(&self.template), self.span, message);
        let diagnostic = match concern.beside {
            Some(_) if self.span != Span::default() => diagnostic.with_label("this is shown without it"),
            _ => diagnostic,
        };
        let word = concern.hidden.word();
        let diagnostic = if self.template == page {
            diagnostic
        } else {
            diagnostic.with_help(format!("the page is made by {page}"))
        };
        diagnostic.with_help(format!(
            "show it, or give the reason in attache.yaml: `templates: {{allow: [{{hides: {word}, in: {page}, reason: …}}]}}`"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_read_counts() {
        let page = |template: &str, text: &str| {
            readable(&Rendered { template: template.to_owned(), path: String::new(), text: text.to_owned() })
        };
        let html = "<title>ZQ</title><style>zq</style><p class=\"zq\">Seen</p><!-- zq --> and<br>so <b";
        assert_eq!(page("brief.html", html), "seen andso ");
        assert_eq!(page("brief.md", "<b>Seen"), "<b>seen");
    }

    #[test]
    fn words_are_their_own() {
        let words: BTreeSet<_> = (0..500).map(word).collect();
        assert_eq!(words.len(), 500);
    }
}
