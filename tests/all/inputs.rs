//! Good inputs and their pages, bad inputs and their diagnostics: discovered, never listed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use attache::check;
use attache::desk::{Reading, editions};
use attache::diagnostic::{self, Diagnostic, Severity, human, position::Lines};
use attache::locale::Locales;
use attache::published;
use attache::render::{Renderer, TemplateSet};
use attache::settings;
use attache::source;
use attache::validate::{Inherited, validate};
use attache::view::BriefView;

use crate::expected::{assert_expected, assert_no_orphans, files, folder};

#[test]
fn good_inputs_become_their_pages() {
    let folder = folder("inputs/ok");
    let renderer = Renderer::new(TemplateSet::built_in()).unwrap_or_else(|(found, _)| panic!("{found:#?}"));
    for path in files(&folder, "yaml") {
        let file = source::read(&path).unwrap().unwrap();
        let validated = validate(&file, &Inherited::default());
        let errors: Vec<_> = validated.diagnostics.iter().filter(|it| it.is_error()).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        let brief = validated.brief.unwrap();
        let view = BriefView::new(&brief, Locales::built_in().of(&brief.lang));
        let html = renderer
            .brief_with("brief.html", &view)
            .unwrap_or_else(|found| panic!("{}: {found:#?}", path.display()));
        let markdown = renderer
            .brief_with("brief.md", &view)
            .unwrap_or_else(|found| panic!("{}: {found:#?}", path.display()));
        assert_expected(&path.with_extension("html"), &html);
        assert_expected(&path.with_extension("md"), &markdown);
    }
    assert_no_orphans(&folder, "html", "yaml");
    assert_no_orphans(&folder, "md", "yaml");
}

#[test]
fn a_source_is_called_uncited_where_nothing_on_its_page_leads_to_it() {
    let renderer = Renderer::new(TemplateSet::built_in()).unwrap_or_else(|(found, _)| panic!("{found:#?}"));
    let (mut cited, mut uncited) = (0, 0);
    for path in files(&folder("inputs/ok"), "yaml") {
        let file = source::read(&path).unwrap().unwrap();
        let brief = validate(&file, &Inherited::default()).brief.unwrap();
        let locale = Locales::built_in().of(&brief.lang);
        let html = renderer.brief_with("brief.html", &BriefView::new(&brief, locale)).unwrap();
        for source in &brief.sources {
            let id = &source.id.value;
            let (_, item) = html.split_once(&format!("<li id=\"source-{id}\">")).unwrap();
            let (item, _) = item.split_once("</li>").unwrap();
            let is_called = item.contains(locale.word("not_cited"));
            assert_eq!(
                is_called,
                !html.contains(&format!("href=\"#source-{id}\"")),
                "{}: {id}",
                path.display()
            );
            *if is_called { &mut uncited } else { &mut cited } += 1;
        }
    }
    assert!(cited > 20 && uncited > 0, "{cited}, {uncited}");
}

#[test]
fn good_inputs_break_no_rule_of_error_severity() {
    for path in files(&folder("inputs/ok"), "yaml").iter().chain(&files(&folder("../briefs"), "yaml")) {
        let errors: Vec<_> = check(path).diagnostics.into_iter().filter(Diagnostic::is_error).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
    }
}

#[test]
fn bad_inputs_give_their_diagnostics() {
    let folder = folder("inputs/bad");
    for case in cases(&folder) {
        let code = code_of(&case);
        let found = check(&case);
        assert!(
            found.diagnostics.iter().any(|it| it.code.id == code),
            "{} does not give {code}",
            case.display()
        );
        assert_expected(&case.with_extension("txt"), &report(&found));
    }
    for path in files(&folder, "txt") {
        assert!(
            path.with_extension("yaml").exists() || path.with_extension("").is_dir(),
            "{} has no input",
            path.display()
        );
    }
}

#[test]
fn near_misses_are_not_reported() {
    for case in cases(&folder("inputs/near")) {
        let found = check(&case);
        let false_alarms: Vec<_> =
            found.diagnostics.iter().filter(|it| it.code.id == code_of(&case) || it.is_error()).collect();
        assert!(false_alarms.is_empty(), "{}: {false_alarms:#?}", case.display());
    }
}

/// The codes that no input of a folder can give, with the test that does.
const ELSEWHERE: [(&str, &str); 12] = [
    ("A002", "hostile::a_file_over_the_limit_is_refused"),
    ("A080", "locales::catalogues_are_checked_as_expected"),
    ("A091", "build::a_template_that_leaves_out_what_others_link_to_is_told_of"),
    ("A090", "build::a_broken_template_leaves_the_old_site_standing"),
    ("A092", "templates::mistakes_in_templates_are_told_with_their_places"),
    ("A093", "templates::mistakes_in_templates_are_told_with_their_places"),
    ("A094", "templates::mistakes_in_templates_are_told_with_their_places"),
    ("A095", "templates::mistakes_in_templates_are_told_with_their_places"),
    ("A096", "templates::mistakes_in_templates_are_told_with_their_places"),
    ("A097", "templates::mistakes_in_templates_are_told_with_their_places"),
    ("A098", "templates::mistakes_in_templates_are_told_with_their_places"),
    ("A099", "templates::mistakes_in_templates_are_told_with_their_places"),
];

#[test]
fn every_code_has_a_bad_input_and_every_rule_a_near_miss() {
    let given: BTreeSet<_> = cases(&folder("inputs/bad"))
        .iter()
        .map(|case| code_of(case))
        .chain(ELSEWHERE.map(|(code, _)| code.to_owned()))
        .collect();
    let known: BTreeSet<_> = check::all_codes().map(|code| code.id.to_owned()).collect();
    assert_eq!(given, known);
    let near: BTreeSet<_> = cases(&folder("inputs/near")).iter().map(|case| code_of(case)).collect();
    let rules: BTreeSet<_> = check::settable().into_iter().map(ToOwned::to_owned).collect();
    assert_eq!(near, rules);
}

#[test]
fn every_code_is_explained() {
    let folder = folder("../docs/rules");
    for code in check::all_codes() {
        let page = std::fs::read_to_string(folder.join(code.id).with_extension("md"))
            .unwrap_or_else(|error| panic!("docs/rules/{}.md: {error}", code.id));
        let severity = if code.severity == Severity::Error { "error" } else { "warning" };
        let head = format!("# {}: {}\n\nSeverity: {severity}\n\n", code.id, code.title);
        assert!(page.starts_with(&head), "docs/rules/{}.md does not begin with\n{head}", code.id);
    }
    assert_eq!(files(&folder, "md").len(), check::all_codes().count(), "a page in docs/rules is of no code");
}

/// A case is a file, or a folder of files that are read together as a desk. Its name begins with the code that it is about.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let mut cases: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| {
        path.is_dir() && path.file_name().unwrap() != "articles"
            || path.extension().is_some_and(|it| it == "yaml")
    });
    cases.sort();
    assert!(!cases.is_empty(), "no cases in {}", folder.display());
    cases
}

fn code_of(case: &Path) -> String {
    case.file_name().unwrap().to_string_lossy().split('-').next().unwrap().to_owned()
}

/// Everything that is wrong with a case, under its settings if it is a folder.
fn check(case: &Path) -> Reading {
    let paths = source::find(&[case.to_owned()]).unwrap();
    let settings = settings::read(case, &check::settable()).unwrap();
    let published = published::read(&case.join("site")).unwrap();
    let options = check::Options { settings: settings.settings, published, ..check::Options::default() };
    let mut reading = check::read(&paths, &options, &AtomicUsize::new(0)).unwrap();
    if case.is_dir() {
        editions::read(case, &mut reading).unwrap();
    }
    reading.diagnostics.extend(settings.diagnostics);
    reading.texts.extend(settings.file.map(|file| (file.path, file.text)));
    diagnostic::sort(&mut reading.diagnostics);
    reading
}

/// The diagnostics as `check` prints them, without colours and with paths cut to the file's name.
fn report(found: &Reading) -> String {
    let lines = |it: &Diagnostic| found.texts.get(&it.path).map(|text| Lines::new(text));
    found.diagnostics.iter().map(|it| plain(it, lines(it).as_ref())).collect()
}

fn plain(diagnostic: &Diagnostic, lines: Option<&Lines<'_>>) -> String {
    let name = Path::new(diagnostic.path.file_name().unwrap()).to_owned();
    let inputs = folder("inputs/bad").display().to_string() + "/";
    let message = diagnostic.message.replace(&inputs, "");
    let help = diagnostic.help.iter().map(|help| help.replace(&inputs, "")).collect();
    let text = human::render(&Diagnostic { path: name, message, help, ..diagnostic.clone() }, lines);
    let plain = anstream::adapter::strip_str(&text).to_string();
    format!("{plain}\n\n")
}
