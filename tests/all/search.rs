//! Full-text search: folding that is the same in Rust and in the browser, files of a bounded size, and a page that finds what is
//! there, from a file and from a server.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use attache::locale::Locale;
use attache::markdown::to_plain;
use attache::model::Brief;
use attache::render::{Renderer, TemplateSet};
use attache::search::{Builder, Document, Names, Weight, document, words};
use attache::source::SourceFile;
use attache::validate::{Inherited, validate};
use attache::view::BriefView;
use attache::view::site::{PageHead, SearchView, address};

use crate::browser::{Browser, node_is_there};
use crate::expected::{files, folder};
use crate::generator;
use crate::project::Project;

/// The lines of `tests/search/fold.txt`: a text, and the words that it is found by.
fn table() -> Vec<(String, Vec<String>)> {
    let text = std::fs::read_to_string(folder("search/fold.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let table: Vec<_> = lines
        .map(|line| {
            let (text, words) = line.split_once(" →").unwrap_or_else(|| panic!("no arrow: {line}"));
            (text.to_owned(), words.split_whitespace().map(str::to_owned).collect())
        })
        .collect();
    assert!(table.len() > 30, "{}", table.len());
    table
}

#[test]
fn texts_are_folded_as_the_table_says() {
    for (text, expected) in table() {
        assert_eq!(words(&text), expected, "{text}");
    }
}

/// What the search page makes of these texts; none of those that have characters which are new to it.
fn words_in_javascript(texts: &[String]) -> Option<Vec<Option<Vec<String>>>> {
    if !node_is_there() {
        return None;
    }
    let mut node = Command::new("node")
        .arg(folder("search/fold.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines: Vec<_> = texts.iter().map(|text| serde_json::to_string(text).unwrap()).collect();
    let mut input = node.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(lines.join("\n").as_bytes()).unwrap());
    let output = node.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());
    let output = String::from_utf8(output.stdout).unwrap();
    Some(output.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn the_search_page_folds_as_the_table_says() {
    let (texts, expected): (Vec<_>, Vec<_>) = table().into_iter().unzip();
    let Some(actual) = words_in_javascript(&texts) else { return };
    for ((text, expected), actual) in texts.iter().zip(expected).zip(actual) {
        assert_eq!(actual, Some(expected), "{text}");
    }
}

#[test]
fn the_search_page_folds_every_character_as_the_index_does() {
    // Latin with its extensions, phonetic letters, Greek, Cyrillic, Hebrew, Arabic with its extensions and presentation forms,
    // punctuation, letterlike symbols, Japanese, ligatures, full-width forms. Beyond these two versions of Unicode may differ.
    let blocks = [
        0..=0x52F,
        0x590..=0x77F,
        0x1E00..=0x1FFF,
        0x2000..=0x218B,
        0x2460..=0x24FF,
        0x3000..=0x30FF,
        0x4E00..=0x4E20,
        0xAC00..=0xAC40,
        0xFB00..=0xFDFF,
        0xFE00..=0xFFEF,
    ];
    let mut texts = Vec::new();
    for character in blocks.into_iter().flatten().filter_map(char::from_u32) {
        // By itself, at the beginning, in the middle and at the end of a word, behind an article.
        texts.push(format!("{character} {character}abc abc{character}def abc{character} ال{character}بت"));
    }
    texts.push(format!("{} {}'s", "x".repeat(100), "ş".repeat(100)));
    texts.extend(generator::desk(3, 30).map(|(_, text)| text));
    let Some(actual) = words_in_javascript(&texts) else { return };
    assert_eq!(actual.len(), texts.len());
    let mut held = 0;
    for (text, actual) in texts.iter().zip(actual) {
        let Some(actual) = actual else { continue };
        assert_eq!(actual, words(text), "{text:?} ({:x?})", text.chars().next().map(u32::from));
        held += 1;
    }
    assert!(held > 4_300, "{held}");
}

/// A brief from its text; it is a good one.
fn brief(path: &str, text: String) -> Brief {
    let file = SourceFile { path: path.into(), text, sha256: String::new() };
    let validated = validate(&file, &Inherited::default());
    validated.brief.unwrap_or_else(|| panic!("{path}: {:#?}", validated.diagnostics))
}

fn generated(count: u32) -> Vec<Brief> {
    generator::desk(1, count).map(|(name, text)| brief(&format!("briefs/{name}"), text)).collect()
}

/// The files of an index of these briefs, which are sorted from the earliest.
fn index(briefs: &[Brief]) -> Vec<(String, Vec<u8>)> {
    let names = Names::of(briefs.iter().flat_map(|brief| &brief.entities));
    let mut index = Builder::new();
    for brief in briefs {
        index.add(&document(brief, &names, address::brief(&brief.id), Locale::english()));
    }
    index.finish().collect()
}

/// What `attacheSearch` is called with in a file.
fn value(content: &[u8]) -> serde_json::Value {
    let text = std::str::from_utf8(content).unwrap();
    let call = text.strip_prefix("attacheSearch(").and_then(|it| it.strip_suffix(");\n"));
    let call: serde_json::Value = serde_json::from_str(&format!("[{}]", call.expect("a call"))).unwrap();
    call[1].clone()
}

#[test]
fn every_file_of_a_large_desk_is_small() {
    let files = index(&generated(3_000));
    let total: usize = files.iter().map(|(_, content)| content.len()).sum();
    for (path, content) in &files {
        assert!(content.len() < 100_000, "{path} has {} bytes", content.len());
        let name = path.strip_prefix("search/").and_then(|it| it.strip_suffix(".js"));
        assert!(name.is_some_and(|it| it == "manifest" || it.len() == 12), "{path}");
    }
    let (path, manifest) = files.last().unwrap();
    assert_eq!(path, "search/manifest.js");
    assert!(manifest.len() < 10_000, "{}", manifest.len());
    let manifest = value(manifest);
    assert_eq!(manifest["count"], 3_000);
    let named = [&manifest["documents"], &manifest["words"]].map(|names| names.as_array().unwrap().len());
    assert_eq!(named.iter().sum::<usize>() + 1, files.len());
    // A figure to look at when it moves: bytes of index for each brief of six kilobytes.
    let each = total / 3_000;
    assert!((400..650).contains(&each), "{each}");
}

#[test]
fn the_same_briefs_make_the_same_bytes() {
    let mut briefs = generated(60);
    let first = index(&briefs);
    briefs.reverse();
    briefs.sort_by(|a, b| (a.date.value, &a.id).cmp(&(b.date.value, &b.id)));
    let again = index(&briefs);
    briefs.reverse();
    assert_eq!(first, again);
    assert_ne!(first, index(&briefs), "the order of the briefs is theirs who add them");
}

#[test]
fn a_word_of_very_many_documents_goes_over_several_files() {
    const MANY: u32 = 150_000;
    let mut index = Builder::new();
    for number in 0..MANY {
        let text = if number % 2 == 0 { "the even" } else { "the" };
        let fields = vec![(Weight::Rest, text.into())];
        index.add(&Document { href: "a.html".to_owned(), fields, ..Document::default() });
    }
    let files: Vec<_> = index.finish().collect();
    assert!(files.iter().all(|(_, content)| content.len() < 100_000));
    let manifest = value(&files.last().unwrap().1);
    assert_eq!(manifest["bounds"], serde_json::json!(["even", "the", "the"]));
    let Some(browser) = Browser::find() else { return };
    let project = Project::new();
    let renderer = Renderer::new(TemplateSet::built_in()).unwrap();
    project.write("site/search.html", page(&renderer, &[]));
    for (path, content) in &files {
        project.write(&format!("site/{path}"), content);
    }
    let all = [("the", MANY), ("th", MANY), ("even", MANY / 2), ("the even", MANY / 2), ("odd", 0)];
    project.write("queries.ndjson", all.map(|(query, count)| line(query, count as usize)).concat());
    let arguments = [&*project.path("site"), &*project.path("queries.ndjson")];
    let (code, report) = browser.run("search.mjs", &arguments);
    assert_eq!(code, Some(0), "{report}");
}

/// A line for `tests/browser/search.mjs`.
fn line(query: &str, count: usize) -> String {
    format!("{}\n", serde_json::json!({"query": query, "count": count}))
}

/// What results show of these documents: title and text.
fn shown(index: Builder<'_>) -> Vec<[String; 2]> {
    let values = index.finish().map(|(path, content)| {
        assert!(content.len() < 100_000, "{path} has {} bytes", content.len());
        value(&content)
    });
    // Files of documents are lists; those of words are texts, and the manifest is a record.
    let cards = values.filter_map(|value| value.as_array().cloned()).flatten();
    cards.map(|card| [2, 7].map(|at| card[at].as_str().unwrap().to_owned())).collect()
}

#[test]
fn results_show_the_bottom_line_whole() {
    let paths: Vec<_> = ["../briefs", "inputs/ok"].iter().flat_map(|it| files(&folder(it), "yaml")).collect();
    let read = |path: &PathBuf| brief("briefs/one.yaml", std::fs::read_to_string(path).unwrap());
    let briefs: Vec<_> = paths.iter().map(read).collect();
    let names: Vec<_> = briefs.iter().map(|brief| Names::of(&brief.entities)).collect();
    let mut index = Builder::new();
    let mut expected = Vec::new();
    for (brief, names) in briefs.iter().zip(&names) {
        index.add(&document(brief, names, address::brief(&brief.id), Locale::english()));
        expected.push([brief.title.value.as_str().to_owned(), to_plain(brief.bottom_line.value.as_str())]);
    }
    assert!(expected.iter().any(|[_, text]| text.chars().count() > 300), "none is long");
    assert_eq!(shown(index), expected);
}

#[test]
fn no_file_is_large_whatever_results_would_show() {
    let long = "word ".repeat(30_000);
    let (title, snippet) = ("Invented".into(), long.as_str().into());
    let mut index = Builder::new();
    index.add(&Document { title, snippet, href: "a.html".to_owned(), ..Document::default() });
    let title = long.as_str().into();
    index.add(&Document { title, href: "b.html".to_owned(), ..Document::default() });
    assert_eq!(shown(index), [["Invented", ""], ["b.html", ""]]);
}

/// `cargo test --release -- --ignored --nocapture cost_of_an_index` prints the figures.
#[test]
#[ignore = "a measurement"]
fn cost_of_an_index() {
    for count in [1_000, 3_000, 10_000] {
        let briefs = generated(count);
        let before = memory();
        let (naming, names) = timed(|| Names::of(briefs.iter().flat_map(|brief| &brief.entities)));
        let (mut preparing, mut adding, mut index) = (0.0, 0.0, Builder::new());
        for brief in &briefs {
            let (took, document) =
                timed(|| document(brief, &names, address::brief(&brief.id), Locale::english()));
            preparing += took;
            adding += timed(|| index.add(&document)).0;
        }
        let held = memory() - before;
        let (writing, sizes) = timed(|| index.finish().map(|(_, it)| it.len()).collect::<Vec<_>>());
        let each = |micros: f64| micros / f64::from(count);
        println!(
            "{count} briefs, µs each: names {:.1}, documents {:.1}, adding {:.1}, files {:.1}, all {:.1}; {held} kB held before the \
             files are made, {} kB behind; {} files, {} bytes, the largest {}",
            each(naming),
            each(preparing),
            each(adding),
            each(writing),
            each(naming + preparing + adding + writing),
            memory() - before,
            sizes.len(),
            sizes.iter().sum::<usize>(),
            sizes.iter().max().unwrap(),
        );
    }
}

/// How many microseconds some work took, and what came of it.
fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed().as_secs_f64() * 1e6, result)
}

/// What the process holds, in kilobytes; 0 where the system does not say.
fn memory() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|it| it.parse().ok()).unwrap_or_default()
}

const TURKISH: &str = "\
schema: 1
title: Deneme toplantısı ertelendi
date: 2025-03-07
lang: tr
marking: TLP:GREEN
bottom_line: Uydurmadır. Şara'nın katılacağı söylenen toplantı ertelenmiştir.
entities:
  - {id: s, name: Ahmed Şara, kind: person, names: [{lang: ar, name: أحمد الشرع}]}
";

const ARABIC: &str = "\
schema: 1
title: عينة عن اجتماع مؤجل
date: 2025-03-08
lang: ar
marking: TLP:AMBER
bottom_line: هذا النص مختلق. لم يُعقد الاجتماع.
entities:
  - {id: x, name: أحمد الشَّرع, kind: person}
";

const HOSTILE: &str = "\
schema: 1
title: \"Zzyzx </script><script>document.title='taken'</script> \\\"); alert(1); //\"
date: 2025-03-09
marking: TLP:CLEAR
bottom_line: \"Invented. Qwertz \\u2028 \\u2029 <img src=x onerror=alert(1)> `${1}` \\\\\"
topics: [\"\\\"); alert(2); //\", \"__proto__\", \"constructor\", \"toString hasOwnProperty\"]
";

/// A brief with one entity.
fn with_entity(id: &str, entity: &str) -> Brief {
    let text = format!(
        "schema: 1\ntitle: Invented\ndate: 2025-01-01\nmarking: TLP:CLEAR\nbottom_line: Invented.\nentities:\n  - {{id: {id}, {entity}}}\n"
    );
    brief("briefs/invented.yaml", text)
}

#[test]
fn entities_are_one_by_their_names_and_not_by_chance() {
    let briefs = [
        with_entity("a", "kind: person, name: Örnek Kişi, names: [{lang: ar, name: شخص مختلق}]"),
        with_entity("b", "kind: person, name: Example Person, aliases: [ORNEK KISI]"),
        with_entity("c", "kind: person, name: مُختلق, aliases: [شخص مختلق, Kişi]"),
        // Another kind of thing, another person with a name in common, and the same with the same id.
        with_entity("a", "kind: place, name: Örnek Kişi"),
        with_entity("d", "kind: person, name: Kişi, aliases: [Somebody Else]"),
        with_entity("c", "kind: person, name: Kişi, aliases: [Yet Another]"),
    ];
    let names = Names::of(briefs.iter().flat_map(|brief| &brief.entities));
    let all: Vec<_> = briefs.iter().map(|brief| names.all(&brief.entities[0])).collect();
    assert_eq!(
        all[0].lines().collect::<Vec<_>>(),
        ["Example Person", "Kişi", "ORNEK KISI", "Yet Another", "Örnek Kişi", "شخص مختلق", "مُختلق"]
    );
    assert_eq!([&all[1], &all[2], &all[5]], [&all[0]; 3]);
    assert_eq!([&*all[3], &*all[4]], ["Örnek Kişi", "Kişi\nSomebody Else"]);
    let crowd: Vec<_> = (0..500)
        .map(|it| with_entity("x", &format!("kind: place, name: Place {it}, aliases: [Place]")))
        .collect();
    let names = Names::of(crowd.iter().flat_map(|brief| &brief.entities));
    let most = crowd.iter().map(|brief| names.all(&brief.entities[0]).lines().count()).max();
    assert_eq!(most, Some(41), "what has too many names brings only some of them along");
}

/// The sample brief about the attaché, two that are about the same person under other names, one that tries to get out of the
/// index, and generated ones. From the earliest.
fn desk(count: u32) -> Vec<Brief> {
    let path = "briefs/2025-03-05-damascus-attache.yaml";
    let sample = std::fs::read_to_string(folder("..").join(path)).unwrap();
    let mut briefs = generated(count);
    briefs.push(brief(path, sample));
    briefs.push(brief("briefs/deneme.yaml", TURKISH.to_owned()));
    briefs.push(brief("briefs/ayyina.yaml", ARABIC.to_owned()));
    briefs.push(brief("briefs/hostile.yaml", HOSTILE.to_owned()));
    briefs
}

/// The search page, which has the highest marking of what it finds. It is without the frame of a site, since there is none.
fn page(renderer: &Renderer, briefs: &[Brief]) -> String {
    let marking = briefs.iter().map(Brief::banner).max();
    let head = PageHead { alone: true, ..PageHead::new(address::SEARCH, "search", marking) };
    renderer.search(&head, &SearchView { briefs: briefs.len() }).unwrap().text
}

/// A site of them, made by hand: the search page with its index, an archive that is none, a page for each brief that is no
/// generated one.
fn site(project: &Project, briefs: &[Brief]) {
    let renderer = Renderer::new(TemplateSet::built_in()).unwrap();
    project.write("site/search.html", page(&renderer, briefs));
    project.write("site/archive.html", std::fs::read(folder("inputs/ok/minimal.html")).unwrap());
    for brief in briefs.iter().rev().take(4) {
        let html = renderer.brief_with("brief.html", &BriefView::new(brief, Locale::english())).unwrap();
        project.write(&format!("site/{}", address::brief(&brief.id)), html);
    }
    for (path, content) in index(briefs) {
        project.write(&format!("site/{path}"), content);
    }
}

/// The words of each brief, by another way than the index's.
fn sets(briefs: &[Brief]) -> Vec<BTreeSet<String>> {
    let names = Names::of(briefs.iter().flat_map(|brief| &brief.entities));
    let documents = briefs.iter().map(|brief| document(brief, &names, String::new(), Locale::english()));
    documents.map(|it| it.fields.iter().flat_map(|(_, text)| words(text)).collect()).collect()
}

/// How many briefs a search must find: those that have every word, and one that begins like the last, if that has more
/// than one letter.
fn count(sets: &[BTreeSet<String>], query: &str) -> usize {
    let asked = words(query);
    let (last, others) = asked.split_last().unwrap();
    let begins = |word: &String| last.chars().nth(1).is_some() && word.starts_with(last.as_str());
    let has_all = |there: &&BTreeSet<String>| {
        others.iter().all(|word| there.contains(word))
            && (there.contains(last) || there.range(last.clone()..).next().is_some_and(begins))
    };
    sets.iter().filter(has_all).count()
}

#[test]
fn search_finds_what_is_there_in_a_browser() {
    let Some(browser) = Browser::find() else { return };
    let (briefs, project) = (desk(400), Project::new());
    site(&project, &briefs);
    let sets = sets(&briefs);
    let queries = [
        // One person under any name.
        "al-Sharaa",
        "Şara",
        "الشرع",
        "شرع",
        "sara",
        "AHMED AL-SHARAA",
        "Ahmed Şara",
        "أحمد الشرع",
        // Beginnings of words, all words, words that nearly all briefs have, none.
        "Damas",
        "damascus attach",
        "attaché",
        "atache",
        "the",
        "the minister",
        "in",
        "of the",
        "bakan",
        "وزي",
        "الوز",
        "ال",
        "12",
        "a",
        "zzyzx",
        "zzyzx qwertz",
        "constructor",
        "__proto__",
        "toString",
        "no such thing as this",
    ];
    let lines: String = queries.iter().map(|query| line(query, count(&sets, query))).collect();
    project.write("queries.ndjson", lines);
    let arguments = [&*project.path("site"), &*project.path("queries.ndjson"), Path::new("page")];
    let (code, report) = browser.run("search.mjs", &arguments);
    assert_eq!(code, Some(0), "{report}");
    // And it is looked at as every page is.
    project.write("page/search.html", project.read("site/search.html"));
    project.write("page/archive.html", std::fs::read(folder("inputs/ok/minimal.html")).unwrap());
    let (code, report) = browser.check(&project.path("page"));
    assert_eq!(code, Some(0), "{report}");
}
