//! Good inputs and their pages, bad inputs and their diagnostics: discovered, never listed.

use std::collections::BTreeSet;
use std::path::Path;

use attache::desk;
use attache::diagnostic::{Diagnostic, codes, human, position::Lines};
use attache::render::{Renderer, TemplateSet};
use attache::source;
use attache::validate::validate;
use attache::view::BriefView;

use crate::expected::{assert_expected, assert_no_orphans, files, folder};

#[test]
fn good_inputs_become_their_pages() {
    let folder = folder("inputs/ok");
    let renderer = Renderer::new(TemplateSet::built_in()).unwrap_or_else(|(found, _)| panic!("{found:#?}"));
    for path in files(&folder, "yaml") {
        let file = source::read(&path).unwrap().unwrap();
        let validated = validate(&file);
        let errors: Vec<_> = validated.diagnostics.iter().filter(|it| it.is_error()).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        let view = BriefView::new(&validated.brief.unwrap());
        let html =
            renderer.brief_html(&view).unwrap_or_else(|found| panic!("{}: {found:#?}", path.display()));
        let markdown =
            renderer.brief_markdown(&view).unwrap_or_else(|found| panic!("{}: {found:#?}", path.display()));
        assert_expected(&path.with_extension("html"), &html);
        assert_expected(&path.with_extension("md"), &markdown);
    }
    assert_no_orphans(&folder, "html", "yaml");
    assert_no_orphans(&folder, "md", "yaml");
}

#[test]
fn bad_inputs_give_their_diagnostics() {
    let folder = folder("inputs/bad");
    for path in files(&folder, "yaml") {
        let report = report(&path);
        let code = path.file_name().unwrap().to_string_lossy().split('-').next().unwrap().to_owned();
        assert!(report.contains(&format!("[{code}]")), "{} does not give {code}:\n{report}", path.display());
        assert_expected(&path.with_extension("txt"), &report);
    }
    assert_no_orphans(&folder, "txt", "yaml");
}

/// The codes that no single input file can give, with the test that does.
const ELSEWHERE: [(&str, &str); 3] = [
    ("A002", "hostile::a_file_over_the_limit_is_refused"),
    ("A070", "build::two_briefs_with_one_id_are_refused"),
    ("A090", "build::a_broken_template_leaves_the_old_site_standing"),
];

#[test]
fn every_code_has_a_bad_input() {
    let given: BTreeSet<_> = files(&folder("inputs/bad"), "yaml")
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().split('-').next().unwrap().to_owned())
        .chain(ELSEWHERE.map(|(code, _)| code.to_owned()))
        .collect();
    let known: BTreeSet<_> = codes::ALL.iter().map(|code| code.id.to_owned()).collect();
    assert_eq!(given, known);
}

/// The diagnostics of one file as `check` prints them, without colours and with the path cut to its name.
fn report(path: &Path) -> String {
    let reading = desk::read(&[path.to_owned()], &std::sync::atomic::AtomicUsize::new(0)).unwrap();
    let lines = reading.texts.get(path).map(|text| Lines::new(text));
    reading.diagnostics.iter().map(|it| plain(it, lines.as_ref())).collect()
}

fn plain(diagnostic: &Diagnostic, lines: Option<&Lines<'_>>) -> String {
    let name = Path::new(diagnostic.path.file_name().unwrap()).to_owned();
    let text = human::render(&Diagnostic { path: name, ..diagnostic.clone() }, lines);
    let plain = anstream::adapter::strip_str(&text).to_string();
    format!("{plain}\n\n")
}
