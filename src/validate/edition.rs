//! An edition: raw record → model.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, codes};
use crate::load::raw_edition::RawEdition;
use crate::load::{self, Problems};
use crate::markdown::{self, RefKind};
use crate::model::{CivilDate, Edition, Id, Marking, Prose};
use crate::source::SourceFile;
use crate::span::{Span, Spanned};

/// Reads and validates the edition of a day. Whether there are such briefs is for the desk to say, also of an edition that is wrong
/// in other ways and must not be used.
pub(crate) fn edition(file: &SourceFile) -> (Option<Edition>, Vec<Diagnostic>) {
    let mut problems = Problems::new(file);
    let raw = load::edition(&mut problems);
    let edition = raw.and_then(|raw| {
        super::schema_version(raw.schema.as_ref(), &mut problems);
        let date = date(&raw, &mut problems);
        once_each(&raw, &mut problems);
        label_of_nothing(&raw, &mut problems);
        let note = raw.note.as_ref().map(|note| self::note(note, &raw, &mut problems));
        Some(Edition {
            path: file.path.clone(),
            date: date?,
            note: note.flatten(),
            pin: raw.pin.to_vec(),
            order: raw.order.to_vec(),
            leave_out: raw.leave_out.to_vec(),
        })
    });
    let mut found = problems.found;
    crate::diagnostic::sort(&mut found);
    (edition, found)
}

/// The day of the edition: the one that its file is named by, and no other.
fn date(raw: &RawEdition, problems: &mut Problems<'_>) -> Option<CivilDate> {
    let stem = problems.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let parsed = CivilDate::parse(&stem);
    let named = parsed.as_ref().ok().copied();
    match (&raw.date, named) {
        (Some(given), Some(named)) if given.value != named => {
            let message = format!("the file is named by {named}, and gives another day");
            let diagnostic = Diagnostic::new(&codes::BAD_DATE, problems.path(), given.span, message);
            problems.push(diagnostic.with_help("rename the file, or take out `date`"));
            None
        }
        (Some(given), _) => Some(given.value),
        (None, Some(named)) => Some(named),
        (None, None) => {
            let message = match parsed {
                Err(error) if stem.starts_with(|first: char| first.is_ascii_digit()) => {
                    format!("the name of the file is no day: {error}")
                }
                _ => "neither the name of the file nor a key `date` says which day this is".to_owned(),
            };
            let diagnostic = Diagnostic::of_file(&codes::BAD_DATE, problems.path(), message);
            problems.push(diagnostic.with_help("name the file by the day: `2025-03-05.yaml`"));
            None
        }
    }
}

/// A brief has one place in the day.
fn once_each(raw: &RawEdition, problems: &mut Problems<'_>) {
    let mut seen: BTreeMap<&Id, &Spanned<Id>> = BTreeMap::new();
    for id in raw.pin.iter().chain(raw.order.iter()).chain(raw.leave_out.iter()) {
        if let Some(first) = seen.insert(&id.value, id) {
            let message = format!("the brief `{}` is named twice", id.value);
            let diagnostic = Diagnostic::new(&codes::DUPLICATE_ID, problems.path(), id.span, message)
                .with_label("the second")
                .with_related(first.span, "the first")
                .with_help("it can be pinned, ordered or left out, and only once");
            problems.push(diagnostic);
        }
    }
}

/// The label is that of the note; the label of the day is made from its briefs and the note.
fn label_of_nothing(raw: &RawEdition, problems: &mut Problems<'_>) {
    let whole = Span::new(0, problems.file.text.len());
    let Some(marking) = raw.marking.as_ref().filter(|_| raw.note.is_none()) else { return };
    if problems.is_broken("note", whole) {
        return;
    }
    let message = "this is the label of a note, and there is none: the day is marked as its briefs are";
    let diagnostic = Diagnostic::new(&codes::NO_EFFECT_OF_EDITION, problems.path(), marking.span, message);
    problems.push(diagnostic.with_help("write a `note` that is marked so, or take the label out"));
}

/// A note has no facts and questions to refer to but those of briefs, which have addresses of their own.
fn note(
    note: &Spanned<Prose>,
    raw: &RawEdition,
    problems: &mut Problems<'_>,
) -> Option<(Spanned<Prose>, Marking)> {
    for reference in markdown::scan(note.value.as_str()).references {
        let kind = match reference.kind {
            RefKind::Fact => "fact",
            RefKind::Entity => "entity",
            RefKind::Source => "source",
            RefKind::Question => "question",
        };
        let message = format!("`{kind}:{}` leads nowhere from an edition", reference.id);
        let diagnostic = Diagnostic::new(&codes::UNKNOWN_REFERENCE, problems.path(), note.span, message);
        problems.push(diagnostic.with_help("name the brief in words; the daily brief links it below"));
    }
    let Some(marking) = &raw.marking else {
        let message = "a note needs a `marking`: it is a text of its own";
        problems.report(&codes::MISSING_KEY, note.span, message);
        return None;
    };
    Some((note.clone(), marking.value))
}
