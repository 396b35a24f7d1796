//! Sample briefs to render templates on: the least that a brief can say, every field, and text that means harm.

use std::path::Path;

use crate::contract::is_output;
use crate::desk::{Desk, Index};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::locale::Locale;
use crate::model::Brief;
use crate::render::Renderer;
use crate::settings::Settings;
use crate::site::{Rendered, Site};
use crate::source::SourceFile;
use crate::validate::{Inherited, validate};
use crate::view::BriefView;

/// The least that a brief can say.
const MINIMAL: (&str, &str) = ("sample-minimal.yaml", include_str!("../../tests/inputs/ok/minimal.yaml"));
/// Every field.
pub(super) const FULL: (&str, &str) =
    ("sample-full.yaml", include_str!("../../tests/inputs/ok/every-field.yaml"));
/// A brief of the day on which the full sample was put right, on which much of it has changed: corrections and changes stand in the
/// daily brief of their own day.
const SEQUEL: (&str, &str) = ("sample-sequel.yaml", include_str!("../../tests/inputs/ok/the-day-after.yaml"));
/// A brief of the day of the full sample that denies what one of its events rests on.
const DENIAL: (&str, &str) = ("sample-denial.yaml", include_str!("../../tests/inputs/ok/the-same-day.yaml"));
/// The full sample, and what is said of it on its day and the day after.
pub(super) const STORY: [(&str, &str); 3] = [FULL, DENIAL, SEQUEL];
/// Text that means harm.
const HOSTILE: (&str, &str) = ("sample-hostile.yaml", include_str!("../../tests/inputs/ok/hostile.yaml"));

/// All samples.
pub(super) const ALL: [(&str, &str); 5] = [MINIMAL, FULL, DENIAL, SEQUEL, HOSTILE];

/// The samples as one desk.
fn desk(samples: &[(&str, &str)]) -> Desk {
    let briefs = samples.iter().filter_map(|(name, text)| brief(name, text)).collect();
    let mut desk = Desk { briefs, ..Desk::default() };
    desk.sort();
    desk
}

/// A sample as a brief.
pub(super) fn brief(name: &str, text: &str) -> Option<Brief> {
    validate(&SourceFile::new(Path::new(name), text.to_owned()), &Inherited::default()).brief
}

/// The pages of a desk of all samples.
pub(super) fn render(
    renderer: &Renderer,
    settings: &Settings,
) -> Result<Vec<Result<Rendered, Vec<Diagnostic>>>, Error> {
    pages(&ALL, renderer, settings)
}

/// The full sample by itself, as each template of a brief makes it.
pub(super) fn alone(renderer: &Renderer) -> Vec<Result<Rendered, Vec<Diagnostic>>> {
    let Some(brief) = brief(FULL.0, FULL.1) else { return Vec::new() };
    let view = BriefView::new(&brief, Locale::english());
    let own = renderer.templates().own().filter(|name| is_output(name));
    let page = |template: &str| {
        let written = renderer.brief_with(template, &view)?.into();
        Ok(Rendered { template: template.to_owned(), path: String::new(), written })
    };
    ["brief.html", "brief.md"].into_iter().chain(own).map(page).collect()
}

/// The pages of a desk of some samples.
pub(super) fn pages(
    samples: &[(&str, &str)],
    renderer: &Renderer,
    settings: &Settings,
) -> Result<Vec<Result<Rendered, Vec<Diagnostic>>>, Error> {
    let mut desk = desk(samples);
    if desk.briefs.len() != samples.len() {
        return Err(Error::Message("a sample brief cannot be read".to_owned()));
    }
    desk.briefs.sort_by(|a, b| (b.date.value, &a.id).cmp(&(a.date.value, &b.id)));
    let index = Index::of(&desk, &settings.inherited.register);
    Ok(Site::new(&desk, &index, settings).rendered(renderer))
}
