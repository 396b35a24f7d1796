//! Examples for the authors of templates. Each runs, and the reference page shows what comes out.

use super::samples;
use crate::error::Error;
use crate::locale::Locale;
use crate::render::{FILTERS, Renderer, TemplateSet, Word};
use crate::view::BriefView;

/// A component's call, by the component's name.
pub(super) const COMPONENTS: [(&str, &str); 22] = [
    ("marking", "{{ <marking marking={brief.marking}/> }}"),
    ("part_marking", "{{ <part_marking label={brief.marking.label}/> }}"),
    ("in_words", "<p{{ <in_words around={brief.lang}/> }}>{{ words.brief }}</p>"),
    ("in_language", "<p{{ <in_language of={brief} around={words.lang}/> }}>{{ brief.title }}</p>"),
    ("date", "{{ <date date={brief.date}/> }}"),
    (
        "status",
        "{% for fact in brief.key_facts %}{% if loop.first %}{{ <status status={fact.status}/> }}{% endif %}{% endfor %}",
    ),
    ("status_shape", "<svg viewBox=\"0 0 12 12\">{{ <status_shape word=\"observed\"/> }}</svg>"),
    (
        "citations",
        "{% for fact in brief.key_facts %}{% if loop.first %}{{ <citations citations={fact.attribution.citations}/> }}{% endif %}{% endfor %}",
    ),
    (
        "phrase",
        "{% for fact in brief.key_facts %}{% if loop.first %}{{ <phrase parts={fact.attribution.parts}/> }}{% endif %}{% endfor %}",
    ),
    (
        "value",
        "{% for fact in brief.key_facts %}{% if loop.first %}{{ <value text={fact.status.label} parts={fact.attribution.parts}/> }}{% endif %}{% endfor %}",
    ),
    (
        "attribution",
        "{% for fact in brief.key_facts %}{% if loop.first %}{{ <attribution attribution={fact.attribution}/> }}{% endif %}{% endfor %}",
    ),
    (
        "quotes",
        "{% for fact in brief.key_facts %}{% if loop.first %}{{ <quotes quotes={fact.quotes}/> }}{% endif %}{% endfor %}",
    ),
    (
        "quotes_inline",
        "{% for fact in brief.key_facts %}{% if loop.first %}{{ <quotes_inline quotes={fact.quotes}/> }}{% endif %}{% endfor %}",
    ),
    ("title", "{{ <title of={brief.article} around={brief.lang}/> }}"),
    (
        "links",
        "{% for judgement in brief.judgements %}{% if loop.first %}{{ <links links={judgement.basis}/> }}{% endif %}{% endfor %}",
    ),
    (
        "likelihood_term",
        "{% for judgement in brief.judgements %}{% if loop.first %}{{ <likelihood_term likelihood={judgement.likelihood}/> }}{% endif %}{% endfor %}",
    ),
    ("arrow", "{{ <arrow dir={brief.dir}/> }}"),
    ("brief_link", "{{ <brief_link entry={brief} page={page}/> }}"),
    (
        "corrected",
        "{# in home.html, for each `entry` of `home.recent`: #}{# {{ <corrected entry={entry}/> }} #}",
    ),
    (
        "change_text",
        "{# in day.md, for each `change` of `day.changes.groups[].changes`: #}{# {{ <change_text change={change}/> }} #}",
    ),
    (
        "later_word",
        "{# in day.md, for each `later` of `day.timeline[].events[].later[]`: #}{# {{ <later_word later={later}/> }} #}",
    ),
    (
        "question_standing",
        "{# in day.md, for each `entry` of `day.questions`: #}{# {{ <question_standing entry={entry}/> }} #}",
    ),
];

/// An example with what comes out of it.
pub(super) struct Ran {
    pub(super) code: &'static str,
    pub(super) out: String,
}

/// Runs the examples of all filters, or of all components, on the full sample.
pub(super) fn run(examples: &[&'static str]) -> Result<Vec<Ran>, Error> {
    let name = |nth: usize| format!("example-{nth}.html");
    let set = examples
        .iter()
        .enumerate()
        .fold(TemplateSet::built_in(), |set, (nth, code)| set.with(&name(nth), code));
    let broken = |found: &[crate::diagnostic::Diagnostic]| {
        let messages: Vec<_> =
            found.iter().map(|it| format!("{}: {}", it.path.display(), it.message)).collect();
        Error::Message(format!("an example does not run: {}", messages.join("; ")))
    };
    let renderer = Renderer::new(set).map_err(|(found, _)| broken(&found))?;
    let (file, text) = samples::FULL;
    let brief = samples::brief(file, text)
        .ok_or_else(|| Error::Message("a sample brief cannot be read".to_owned()))?;
    let view = BriefView::new(&brief, Locale::english());
    let run = |(nth, code): (usize, &&'static str)| {
        let out = renderer.brief_with(&name(nth), &view).map_err(|found| broken(&found))?;
        Ok(Ran { code, out: out.split_whitespace().collect::<Vec<_>>().join(" ") })
    };
    examples.iter().enumerate().map(run).collect()
}

/// The examples of all filters, in their order.
pub(super) fn of_filters() -> Vec<&'static str> {
    FILTERS.iter().map(|filter| filter.example).collect()
}

/// The examples of these functions or tests, in their order.
pub(super) fn of_words(words: &[Word]) -> Vec<&'static str> {
    words.iter().map(|word| word.example).collect()
}
