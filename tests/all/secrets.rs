//! Nothing above a ceiling is in any file of a site: random desks with a secret in every part, and every byte searched.

pub(crate) mod desk;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::AtomicUsize;

use attache::ceiling::{self, Cut};
use attache::desk::Index;
use attache::model::{Marking, Words as _};
use attache::output::OutputDir;
use attache::render::{Renderer, TemplateSet};
use attache::settings::Settings;
use attache::site::Site;
use attache::source::SourceFile;
use attache::validate::validate;
use desk::{Desk, LABELS, Secret, desk};

use crate::project::Project;

/// The settings of a desk, with its register.
fn settings(desk: &Desk) -> Settings {
    let project = Project::new().file("attache.yaml", &desk.settings);
    let reading = attache::settings::read(&project.path("."), &[]).unwrap();
    assert!(reading.diagnostics.is_empty(), "{}\n{:#?}", desk.settings, reading.diagnostics);
    reading.settings
}

/// A desk and its settings as the tool knows them under a ceiling.
pub(crate) fn cut(desk: &Desk, label: &str) -> (Cut, Settings) {
    let mut settings = settings(desk);
    let read = read(desk, &settings);
    let cut = ceiling::cut(read, &mut settings.inherited.register, Marking::from_word(label).unwrap());
    (cut, settings)
}

fn read(desk: &Desk, settings: &Settings) -> attache::desk::Desk {
    let mut read = attache::desk::Desk::default();
    for (name, text) in &desk.files {
        let file = SourceFile::new(name.as_ref(), text.clone());
        let validated = validate(&file, &settings.inherited);
        let brief = validated.brief.unwrap_or_else(|| panic!("{text}\n{:#?}", validated.diagnostics));
        read.briefs.push(brief);
    }
    read.sort();
    read
}

/// Every file of the site of a desk under a ceiling, with its path, in one.
fn published(desk: &Desk, label: &str, renderer: &Renderer) -> Vec<u8> {
    let (cut, settings) = cut(desk, label);
    let index = Index::of(&cut.desk, &settings.inherited.register);
    let site = Site::new(&cut.desk, &index, &settings).for_readers();
    let folder = tempfile::tempdir().unwrap();
    let out = OutputDir::open(&folder.path().join("site")).unwrap();
    let found = site.render(&site.plan(), renderer, &AtomicUsize::new(0), &out).unwrap();
    assert!(found.is_empty(), "{found:#?}");
    out.finish().unwrap();
    let mut bytes = Vec::new();
    gather(&folder.path().join("site"), &mut bytes);
    bytes
}

/// What stands on a page of a whole desk under a banner that is lower.
fn above_the_banner(seed: u64, renderer: &Renderer) -> Vec<String> {
    let desk = desk(seed);
    let settings = settings(&desk);
    let read = read(&desk, &settings);
    let index = Index::of(&read, &settings.inherited.register);
    let site = Site::new(&read, &index, &settings);
    let mut faults = Vec::new();
    for page in site.rendered(renderer) {
        let page = page.unwrap();
        let label = banner(&page.written.text).and_then(|label| LABELS.iter().position(|it| *it == label));
        let Some(banner) = label else { continue };
        let text = seen(&page.written.text);
        let found = words(text.as_bytes());
        let is_above = |secret: &&Secret| secret.level > banner && found.contains(secret.word.as_str());
        faults.extend(
            desk.secrets
                .iter()
                .filter(is_above)
                .map(|secret| format!("desk {seed}, {} under {}: {secret:?}", page.path, LABELS[banner])),
        );
    }
    faults
}

/// A page without the addresses that it links, behind which there is another banner, and without the ids that sources give as their
/// origins: these are the words of the brief that lists the source.
fn seen(page: &str) -> String {
    let without = |text: &str, begin: &str, end: char| {
        let mut pieces = text.split(begin);
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |text, piece| text + piece.split_once(end).map_or("", |(_, rest)| rest))
    };
    without(&without(page, "href=\"", '"').replace("origin: <bdi>", "origin: "), "origin: ", '<')
}

/// The banner of a page.
pub(crate) fn banner(page: &str) -> Option<&str> {
    let (_, behind) = page.split_once("<p class=\"tlp ")?;
    let (_, label) = behind.split_once('>')?;
    Some(label.split_once('<')?.0)
}

fn gather(folder: &Path, bytes: &mut Vec<u8>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        bytes.extend(path.file_name().unwrap().as_encoded_bytes());
        bytes.push(b'\n');
        if path.is_dir() {
            gather(&path, bytes);
        } else {
            bytes.extend(std::fs::read(&path).unwrap());
        }
    }
}

/// The words of secrets in some bytes.
pub(crate) fn words(bytes: &[u8]) -> BTreeSet<&str> {
    let is_part = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let words =
        bytes.split(|byte| !is_part(byte)).filter(|word| word.starts_with(b"zq") && word.ends_with(b"w"));
    words.map(|word| std::str::from_utf8(word).unwrap()).collect()
}

/// What is wrong with the site of a desk under each ceiling: what it tells that it must not, and what it hides that it need not.
fn faults(seed: u64, renderer: &Renderer) -> Vec<String> {
    let desk = desk(seed);
    let mut faults = Vec::new();
    for (ceiling, label) in LABELS.iter().enumerate() {
        let bytes = published(&desk, label, renderer);
        let found = words(&bytes);
        for secret in &desk.secrets {
            let word = secret.word.as_str();
            match (found.contains(word), secret.level <= ceiling) {
                (true, false) => faults.push(format!("desk {seed}, {label}: tells {secret:?}")),
                (false, true) if secret.is_certain => {
                    faults.push(format!("desk {seed}, {label}: hides {secret:?}"));
                }
                _ => {}
            }
        }
    }
    faults
}

fn none_in(seeds: std::ops::Range<u64>) {
    let site = attache::view::site::SiteView::new(&Settings::default());
    let renderer = Renderer::new(TemplateSet::built_in()).unwrap().for_site(&site).unwrap();
    let faults: Vec<_> = seeds.flat_map(|seed| faults(seed, &renderer)).collect();
    assert!(faults.is_empty(), "{}\n{:#?}", faults.join("\n"), desk(0));
}

#[test]
fn no_page_holds_what_is_marked_higher_than_its_banner() {
    let site = attache::view::site::SiteView::new(&Settings::default());
    let renderer = Renderer::new(TemplateSet::built_in()).unwrap().for_site(&site).unwrap();
    let faults: Vec<_> = (0..20).flat_map(|seed| above_the_banner(seed, &renderer)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_above_a_ceiling_is_published() {
    none_in(0..40);
}

#[test]
#[ignore = "takes minutes; run with --release"]
fn nothing_above_a_ceiling_is_published_of_a_thousand_desks() {
    none_in(40..1_040);
}
