//! The compiled templates make what the template engine makes of their texts, to the byte, on every page.

use std::fs;

use attache::ceiling::Counts;
use attache::desk::{Desk, Index};
use attache::locale::Locale;
use attache::model::Line;
use attache::render::{Landmarks, Renderer, TemplateSet};
use attache::settings::Settings;
use attache::site::Site;
use attache::source::SourceFile;
use attache::validate::validate;
use attache::view::BriefView;

use crate::expected::folder;
use crate::project::Project;
use crate::{generator, secrets};

/// A desk of these files.
fn desk(files: impl IntoIterator<Item = (String, String)>, settings: &Settings) -> Desk {
    let mut desk = Desk::default();
    for (name, text) in files {
        let file = SourceFile::new(name.as_ref(), text);
        desk.briefs.extend(validate(&file, &settings.inherited).brief);
    }
    desk.sort();
    desk
}

/// The briefs that are snapshot one by one: the least, every field, what means harm, other languages.
fn inputs() -> Vec<(String, String)> {
    let paths = fs::read_dir(folder("inputs/ok")).unwrap().map(|entry| entry.unwrap().path());
    let briefs = paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    briefs
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn renderers(settings: &Settings) -> [Renderer; 2] {
    let renderer = Renderer::new(TemplateSet::built_in()).unwrap().for_desk(settings).unwrap();
    [renderer.clone(), renderer.by_engine_alone()]
}

/// Every page of a site, both ways.
fn hold(site: &Site<'_>, [compiled, engine]: [Renderer; 2]) -> usize {
    let (ours, theirs) = (site.rendered(&compiled), site.rendered(&engine));
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(&theirs) {
        let (ours, theirs) = (ours.as_ref().unwrap(), theirs.as_ref().unwrap());
        assert_eq!(ours.path, theirs.path);
        assert_eq!(ours.written.text, theirs.written.text, "{}", ours.path);
        if let Some(noted) = &ours.written.landmarks {
            assert_eq!(*noted, Landmarks::of(&ours.written.text), "{}", ours.path);
        }
    }
    ours.len()
}

#[test]
fn pages_of_snapshot_and_of_generated_briefs_are_the_same() {
    let settings = Settings::default();
    let desk = desk(inputs().into_iter().chain(generator::desk(3, 40)), &settings);
    let index = Index::of(&desk, &settings.inherited.register);
    let pages = hold(&Site::new(&desk, &index, &settings), renderers(&settings));
    assert!(pages > 2 * desk.briefs.len() && desk.briefs.len() > 45, "{pages} pages");
}

#[test]
fn pages_that_say_what_is_withheld_are_the_same() {
    for seed in 1..4 {
        let (cut, settings) = secrets::cut(&secrets::desk::desk(seed), "TLP:GREEN");
        let settings = Settings { audience: Line::parse("Partners & <friends>").ok(), ..settings };
        let index = Index::of(&cut.desk, &settings.inherited.register);
        let site =
            Site::new(&cut.desk, &index, &settings).for_readers().with_withheld(Counts::of(&cut.withheld));
        hold(&site, renderers(&settings));
    }
}

#[test]
fn a_brief_by_itself_is_the_same() {
    let [compiled, engine] = [0, 1].map(|which| {
        let renderer = Renderer::new(TemplateSet::built_in()).unwrap();
        if which == 0 { renderer } else { renderer.by_engine_alone() }
    });
    for brief in desk(inputs(), &Settings::default()).briefs {
        let view = BriefView::new(&brief, Locale::english());
        assert_eq!(
            compiled.brief_with("brief.html", &view).unwrap(),
            engine.brief_with("brief.html", &view).unwrap()
        );
        assert_eq!(
            compiled.brief_with("brief.md", &view).unwrap(),
            engine.brief_with("brief.md", &view).unwrap()
        );
    }
}

/// A desk with a look, a language and some templates of its own, among them components that stand where nobody looks for them.
#[test]
fn pages_beside_templates_of_a_desk_are_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        #[expect(clippy::disallowed_methods, reason = "a test fixture, not an output of the tool")]
        fs::write(path, text).unwrap();
    };
    put("locales/de.ftl", "key_facts = Fakten & <b>mehr</b> *hier*\u{202e}\ncomma = { \"; \" }\n");
    put("attache.yaml", "title: A & B <i>\nlang: de\n");
    let looks = [("theme.css", ":root { --ink: #111; }"), ("search.js", "// \"mine\" & <here>\n")];
    let of_pages = [
        ("partials/hooks/after_day.html", "<p>{{ day.desk }}</p>"),
        ("brief.md", "{% extends \"builtin/brief.md\" %}{% block notes %}none{% endblock %}"),
        ("shapes.html", "{% component arrow(dir) %}({{ dir }}){% endcomponent %}"),
    ];
    let settings = attache::settings::read(folder.path(), &[]).unwrap().settings;
    let desk = desk(inputs().into_iter().chain(generator::desk(5, 10)), &settings);
    let index = Index::of(&desk, &settings.inherited.register);
    let site = Site::new(&desk, &index, &settings);
    let set = |files: &[(&str, &str)]| {
        let set = TemplateSet::built_in().with("brief.flash.html", "<p>{{ brief.title }}</p>");
        files.iter().fold(set, |set, (name, text)| set.with(name, text))
    };
    for templates in [set(&looks), set(&of_pages), set(&[&looks[..], &of_pages].concat())] {
        let renderer = Renderer::new(templates)
            .unwrap()
            .with_outputs(["brief.flash.html".to_owned()])
            .for_desk(&settings)
            .unwrap();
        hold(&site, [renderer.clone(), renderer.by_engine_alone()]);
    }
}

/// A desk with a template of its own has its pages from the engine: with copies of all templates, all of them.
#[test]
fn copies_of_all_templates_make_the_same_site() {
    for desk in fs::read_dir(folder("desks")).unwrap() {
        let project = Project::of_desk(&desk.unwrap().path());
        let run = project.run(&["build"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let before = project.tree("site");
        let names = crate::templates::names(&project);
        let eject: Vec<_> =
            ["templates", "eject"].into_iter().chain(names.iter().map(String::as_str)).collect();
        assert_eq!(project.run(&eject).code, 0);
        let run = project.run(&["build"]);
        assert_eq!((run.code, run.err.starts_with("0 files written")), (0, true), "{}", run.err);
        assert_eq!(before.len(), project.tree("site").len());
    }
}
