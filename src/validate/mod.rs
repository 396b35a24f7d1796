//! Raw records → model, collecting every problem.
//!
//! Here stands what must hold for a brief to be a brief at all: references that lead somewhere, ids that are given once,
//! claims that have a speaker. Whether it is also an honest and consistent brief is for the rules in `check`.

mod allows;
mod attribution;
mod called;
mod devices;
mod edition;
mod facts;
mod judgements;
mod names;
mod parts;
mod prose;
mod questions;
mod register;
mod registered;
mod speaker;
mod timeline;

use std::path::Path;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use crate::diagnostic::{Diagnostic, codes};
use crate::load::list::List;
use crate::load::raw::{RawArticle, RawBrief};
use crate::load::{self, Problems};
use crate::model::levels::Levels;
use crate::model::reached::Marks;
use crate::model::{Article, Brief, Id, Lang, LikelihoodScale, Register, Weight};
use crate::source::SourceFile;
use crate::span::Spanned;

pub(crate) use edition::edition;
use names::Names;
pub(crate) use register::register;

/// What a brief takes from its desk where it says nothing itself.
#[derive(Debug, Clone)]
pub struct Inherited {
    /// The language that it is written in.
    pub lang: Lang,
    /// The scale of its likelihood terms.
    pub likelihood_scale: LikelihoodScale,
    /// Sources and entities that it may name without listing them.
    pub register: Register,
}

impl Default for Inherited {
    fn default() -> Self {
        Self {
            lang: Lang::english(),
            likelihood_scale: LikelihoodScale::Icd203,
            register: Register::default(),
        }
    }
}

/// What became of a file.
#[derive(Debug)]
pub struct Validated {
    /// The brief; absent when a problem of error severity stands in the way.
    pub brief: Option<Brief>,
    /// Everything that is wrong with the file, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads and validates one file; what it leaves open is as the desk has settled it.
#[must_use]
pub fn validate(file: &SourceFile, inherited: &Inherited) -> Validated {
    let mut problems = Problems::new(file);
    let raw = load::brief(&mut problems);
    let brief = raw.and_then(|raw| {
        let names = Names::collect(&raw, &inherited.register, &mut problems);
        registered::advise(&raw, &inherited.register, &mut problems);
        called::advise(&raw, &inherited.register, &mut problems);
        let scale = raw.likelihood_scale.as_ref().map_or(inherited.likelihood_scale, |scale| scale.value);
        Validator { file, problems: &mut problems, names, scale }.brief(raw.value, inherited)
    });
    let is_open = problems.is_open;
    let mut diagnostics = problems.found;
    crate::diagnostic::sort(&mut diagnostics);
    // A reference that was not followed may be to a speaker: without it there is no brief, whatever is reported elsewhere.
    let brief = brief.filter(|_| !is_open && !diagnostics.iter().any(Diagnostic::is_error));
    Validated { brief, diagnostics }
}

/// What the parts of a brief are validated against. Its methods are spread over the files of this folder, one for each part.
struct Validator<'t, 'p, 'r> {
    file: &'t SourceFile,
    problems: &'p mut Problems<'t>,
    names: Names<'r>,
    scale: LikelihoodScale,
}

impl Validator<'_, '_, '_> {
    /// `None` when something required is missing; that has been reported.
    fn brief(&mut self, raw: RawBrief, inherited: &Inherited) -> Option<Brief> {
        schema_version(raw.schema.as_ref(), self.problems);
        // Every part is validated before the first missing value ends the attempt.
        let allows = allows::collect(&raw);
        let id = self.id(raw.id);
        devices::refuse(std::iter::once(raw.story.as_ref()), "story", self.problems);
        let bottom_line = self.prose(raw.bottom_line);
        self.source_entities(&raw.sources);
        let mut entities: Vec<_> = each(raw.entities, |entity| self.entity(entity.value));
        let key_facts = each(raw.key_facts, |fact| self.fact(fact));
        let timeline: Vec<_> = each(raw.timeline, |event| self.event(event));
        let open_questions = each(raw.open_questions, |question| self.question(question));
        let judgements: Vec<_> = each(raw.judgements, |judgement| self.judgement(judgement));
        let notes = each(raw.notes, |note| self.note(note.value));
        let corrections = each(raw.corrections, |correction| self.correction(correction.value));
        names::distinct(timeline.iter().map(|event| (&event.id, event.text.span)), "event", self.problems);
        names::distinct(
            judgements.iter().map(|judgement| (&judgement.id, judgement.text.span)),
            "judgement",
            self.problems,
        );
        entities.extend(self.names.taken_entities());
        let marking = raw.marking?;
        let brief = Brief {
            id: id?,
            path: self.file.path.clone(),
            sha256: Some(self.file.sha256.clone()),
            title: raw.title?,
            date: raw.date?,
            lang: raw.lang.map_or_else(|| inherited.lang.clone(), |lang| lang.value),
            banner: marking.value,
            levels: Levels::flat(marking.value),
            named: Marks::default(),
            marking,
            likelihood_scale: self.scale,
            story: raw.story,
            weight: raw.weight.map_or(Weight::Normal, |weight| weight.value),
            topics: raw.topics.into(),
            bottom_line: bottom_line?,
            article: raw.article.map(|article| self::article(article.value)).unwrap_or_default(),
            sources: self.names.sources(),
            entities,
            key_facts,
            timeline,
            open_questions,
            judgements,
            notes,
            corrections,
            disclosure: raw.disclosure,
            allows,
        };
        Some(brief.settled())
    }

    /// The explicit id, or the one that the file's name makes.
    fn id(&mut self, given: Option<Spanned<Id>>) -> Option<Id> {
        if let Some(id) = given {
            devices::refuse(std::iter::once(Some(&id)), "brief", self.problems);
            return Some(id.value);
        }
        let stem = self.file.path.file_stem().unwrap_or_default().to_string_lossy();
        let id = Id::slug(&stem);
        if id.is_none() {
            let diagnostic = Diagnostic::of_file(
                &codes::BAD_ID,
                &self.file.path,
                "no id can be made from the name of the file",
            );
            self.problems.push(diagnostic.with_help("give the brief one: `id: …`"));
        }
        if let Some(id) = id.as_ref().filter(|id| devices::is_device(id)) {
            let diagnostic = Diagnostic::of_file(&codes::BAD_ID, &self.file.path, devices::message(id));
            self.problems
                .push(diagnostic.with_help("give the file another name, or the brief an id: `id: …`"));
        }
        id
    }

    fn path(&self) -> &Path {
        &self.file.path
    }
}

/// Reports a version of the input that is not known here.
fn schema_version(schema: Option<&Spanned<u32>>, problems: &mut Problems<'_>) {
    if let Some(schema) = schema.filter(|schema| schema.value != 1) {
        let message = format!("schema {} is not known to this version of attache", schema.value);
        let diagnostic = Diagnostic::new(&codes::SCHEMA_VERSION, problems.path(), schema.span, message);
        problems.push(diagnostic.with_help("write `schema: 1`"));
    }
}

fn article(raw: RawArticle) -> Article {
    Article {
        outlet: raw.outlet,
        title: raw.title,
        url: raw.url,
        author: raw.author,
        published: raw.published,
        accessed: raw.accessed,
        lang: raw.lang.map(|lang| lang.value),
        text: raw.text,
    }
}

/// What becomes of the values of a list, without room to spare: a desk keeps thousands of such lists.
fn each<R, T, L: From<Vec<T>>>(raw: List<R>, make: impl FnMut(Spanned<R>) -> Option<T>) -> L {
    let mut list = Vec::with_capacity(raw.len());
    list.extend(raw.into_iter().filter_map(make));
    list.into()
}

fn value<T: Clone>(spanned: Option<&Spanned<T>>) -> Option<T> {
    spanned.map(|spanned| spanned.value.clone())
}

/// Adds eight hexadecimal digits that stand for a text: for ids of parts that were given none.
fn push_digest(id: &mut String, text: &str) {
    let digest = Sha256::digest(text.as_bytes());
    HEXLOWER.encode_append(digest.get(..4).unwrap_or_default(), id);
}

/// A brief for a test, from a text that is a good one.
#[cfg(test)]
pub(crate) fn sample(text: String) -> Brief {
    sample_with(text, Register::default())
}

/// The same of a desk with a register.
#[cfg(test)]
pub(crate) fn sample_with(text: String, register: Register) -> Brief {
    let file = SourceFile::new(Path::new("brief.yaml"), text);
    let validated = validate(&file, &Inherited { register, ..Inherited::default() });
    validated.brief.unwrap_or_else(|| panic!("{:#?}", validated.diagnostics))
}

/// The register of these sources and entities, which stand in lists in one line.
#[cfg(test)]
pub(crate) fn register_of(sources: &str, entities: &str) -> Register {
    let brief = sample(format!(
        "schema: 1\ntitle: Invented\ndate: 2025-03-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\n\
         sources: [{sources}]\nentities: [{entities}]\n"
    ));
    let entities = brief.entities.into_iter().map(|it| (it.id.value.clone(), it.into()));
    let sources = brief.sources.into_iter().map(|it| (it.id.value.clone(), it));
    Register { sources: sources.collect(), entities: entities.collect(), is_unread: false }
}
