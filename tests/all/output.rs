//! The output folder, from outside.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
#[cfg(unix)]
use std::sync::atomic::{AtomicBool, Ordering};

use attache::output::{
    Artifact, Outcome, OutputDir, OutputError, Overwrite, Report, SitePath, verify, write_file,
};
use sha2::Digest as _;
use tempfile::{TempDir, tempdir};

mod folders;

/// A place that is not there yet, in a folder that goes with the test.
fn fresh() -> (TempDir, std::path::PathBuf) {
    let base = tempdir().unwrap();
    let site = base.path().join("site");
    (base, site)
}

fn artifact(path: &str, content: &str) -> Artifact<'static> {
    Artifact { path: SitePath::new(path).unwrap(), content: content.as_bytes().to_vec().into() }
}

fn build(site: &Path, files: &[(&str, &str)]) -> Result<Report, OutputError> {
    let artifacts: Vec<_> = files.iter().map(|(path, content)| artifact(path, content)).collect();
    OutputDir::open(site)?.write_all(artifacts)
}

fn report(written: usize, unchanged: usize, removed: usize) -> Report {
    Report { written, unchanged, removed, kept: Vec::new() }
}

/// Every file that a reader could see, with its text.
fn visible(site: &Path) -> BTreeMap<String, String> {
    fn walk(folder: &Path, prefix: &str, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
            if name.starts_with(".attache") {
                continue;
            }
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                found.insert(format!("{name}/"), String::new());
                walk(&entry.path(), &format!("{name}/"), found);
            } else {
                found.insert(name, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(site, "", &mut found);
    found
}

fn own_files(site: &Path) -> Vec<String> {
    let names = fs::read_dir(site).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name.starts_with(".attache")).collect();
    names.sort();
    names
}

fn put_file(path: &Path, content: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    write_file(path, content.as_bytes(), Overwrite::Yes).unwrap();
}

fn says(error: &OutputError, parts: &[&str]) {
    let message = error.to_string();
    for part in parts {
        assert!(message.contains(part), "{message:?} lacks {part:?}");
    }
}

mod ownership {
    use super::*;

    #[test]
    fn a_missing_folder_is_made_and_filled() {
        let (base, _) = fresh();
        let site = base.path().join("a/b/site");
        assert_eq!(build(&site, &[("index.html", "i"), ("briefs/a.html", "a")]).unwrap(), report(2, 0, 0));
        let found: Vec<_> = visible(&site).into_iter().collect();
        let expected = [("briefs/", ""), ("briefs/a.html", "a"), ("index.html", "i")];
        assert_eq!(found, expected.map(|(path, text)| (path.to_owned(), text.to_owned())));
        assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
    }

    #[test]
    fn an_empty_folder_becomes_ours() {
        let (_base, site) = fresh();
        fs::create_dir(&site).unwrap();
        assert_eq!(build(&site, &[]).unwrap(), report(0, 0, 0));
        assert_eq!(build(&site, &[("a", "1")]).unwrap(), report(1, 0, 0));
    }

    #[test]
    fn a_folder_that_is_not_ours_is_refused_and_left_as_it_was() {
        let (_base, site) = fresh();
        put_file(&site.join("thesis.txt"), "years of work");
        let error = build(&site, &[("index.html", "i")]).unwrap_err();
        assert!(matches!(error, OutputError::NotOurs(_)), "{error}");
        says(&error, &[site.to_str().unwrap(), "choose another --out"]);
        assert_eq!(own_files(&site), [""; 0]);
        assert_eq!(visible(&site).len(), 1);
    }

    #[test]
    fn what_a_killed_first_build_leaves_is_no_hindrance() {
        let (_base, site) = fresh();
        put_file(&site.join(".attache-tmp-abc/0"), "half");
        put_file(&site.join(".attache-lock"), "");
        assert_eq!(build(&site, &[("a", "1")]).unwrap(), report(1, 0, 0));
        assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
    }

    #[test]
    fn a_file_in_the_place_of_a_folder_is_named() {
        let (_base, site) = fresh();
        put_file(&site, "a file");
        let error = build(&site, &[]).unwrap_err();
        assert!(matches!(error, OutputError::NotAFolder(_)), "{error}");
        says(&error, &[site.to_str().unwrap()]);

        let (_base, site) = fresh();
        build(&site, &[("a", "1")]).unwrap();
        let error = build(&site, &[("a/b", "2")]).unwrap_err();
        assert!(matches!(error, OutputError::NotAFolder(_)), "{error}");
        says(&error, &[site.join("a").to_str().unwrap()]);
    }

    #[test]
    fn a_file_that_we_did_not_write_is_not_overwritten() {
        let (_base, site) = fresh();
        build(&site, &[("index.html", "old")]).unwrap();
        put_file(&site.join("notes.html"), "mine");
        let error = build(&site, &[("index.html", "new"), ("notes.html", "theirs")]).unwrap_err();
        assert!(matches!(error, OutputError::Foreign(_)), "{error}");
        says(&error, &["notes.html"]);
        assert_eq!(visible(&site)["index.html"], "old");
        assert_eq!(visible(&site)["notes.html"], "mine");

        assert_eq!(build(&site, &[("index.html", "new")]).unwrap(), report(1, 0, 0));
        assert_eq!(visible(&site)["notes.html"], "mine");
    }

    #[test]
    fn a_second_build_is_told_that_there_is_a_first() {
        let (_base, site) = fresh();
        let first = OutputDir::open(&site).unwrap();
        let error = OutputDir::open(&site).unwrap_err();
        assert!(matches!(error, OutputError::Busy(_)), "{error}");
        says(&error, &[site.to_str().unwrap(), "another build"]);
        first.put(artifact("a", "1")).unwrap();
        assert!(OutputDir::open(&site).is_err());
        first.finish().unwrap();
        assert_eq!(build(&site, &[("a", "1")]).unwrap(), report(0, 1, 0));
    }
}

mod writing {
    use super::*;

    fn assert_usable_from_threads<T: Send + Sync>() {}

    #[test]
    fn changed_files_are_written_and_stale_ones_removed() {
        assert_usable_from_threads::<OutputDir>();
        let (_base, site) = fresh();
        build(
            &site,
            &[("same", "1"), ("changed", "1"), ("longer", "1"), ("old/deep/stale", "1"), ("old/x", "1")],
        )
        .unwrap();
        let now = [("same", "1"), ("changed", "2"), ("longer", "1+"), ("new/file", "")];
        assert_eq!(build(&site, &now).unwrap(), report(3, 1, 2));
        let expected = [("changed", "2"), ("longer", "1+"), ("new/", ""), ("new/file", ""), ("same", "1")];
        let expected = expected.map(|(path, text)| (path.to_owned(), text.to_owned()));
        assert_eq!(visible(&site), BTreeMap::from(expected));
        let manifest = fs::read_to_string(site.join(".attache-manifest")).unwrap();
        let listed: Vec<_> = manifest.lines().skip(1).filter_map(|line| line.rsplit(' ').next()).collect();
        assert_eq!(listed, ["changed", "longer", "new/file", "same"]);
    }

    #[test]
    fn put_says_what_will_become_of_a_file_and_changes_nothing_yet() {
        let (_base, site) = fresh();
        build(&site, &[("a", "1"), ("b", "1")]).unwrap();
        let before = visible(&site);
        let out = OutputDir::open(&site).unwrap();
        let files = [artifact("a", "1"), artifact("b", "2"), artifact("c/d", "3")];
        let outcomes = files.map(|file| out.put(file).unwrap());
        assert_eq!(outcomes, [Outcome::Unchanged, Outcome::Changed, Outcome::New]);
        assert_eq!(visible(&site), before);
        assert_eq!(out.finish().unwrap(), report(2, 1, 0));
        assert_eq!(visible(&site)["b"], "2");
    }

    #[test]
    fn a_build_that_is_given_up_changes_nothing() {
        let (_base, site) = fresh();
        build(&site, &[("a", "1"), ("b", "1")]).unwrap();
        let (before, manifest) = (visible(&site), fs::read(site.join(".attache-manifest")).unwrap());
        let out = OutputDir::open(&site).unwrap();
        out.put(artifact("a", "2")).unwrap();
        out.put(artifact("x/y", "2")).unwrap();
        drop(out);
        assert_eq!(visible(&site), before);
        assert_eq!(fs::read(site.join(".attache-manifest")).unwrap(), manifest);
        assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
    }

    #[test]
    fn paths_that_collide_are_refused_before_anything_is_written() {
        let pairs = [
            ("a.html", "a.html"),
            ("briefs/A.html", "briefs/a.html"),
            ("Briefs/a", "briefs/A"),
            ("a", "a/b"),
        ];
        for (one, other) in pairs {
            let (_base, site) = fresh();
            build(&site, &[("index.html", "old")]).unwrap();
            let error = build(&site, &[("index.html", "new"), (other, "2"), (one, "1")]).unwrap_err();
            assert!(matches!(error, OutputError::Collision { .. }), "{error}");
            says(&error, &[one, other]);
            assert_eq!(visible(&site), BTreeMap::from([("index.html".to_owned(), "old".to_owned())]));
        }
    }

    #[test]
    fn a_name_that_changes_in_case_alone_is_another_page() {
        let (_base, site) = fresh();
        build(&site, &[("Page.html", "1")]).unwrap();
        build(&site, &[("page.html", "2")]).unwrap();
        // On a disk that ignores case it is one file, and it must not be the one that is removed.
        assert_eq!(fs::read_to_string(site.join("page.html")).unwrap(), "2");
    }

    #[test]
    fn a_stale_file_that_was_edited_is_kept_and_reported_until_it_is_gone() {
        let (_base, site) = fresh();
        build(&site, &[("a", "1"), ("same-length", "one"), ("other/length", "one")]).unwrap();
        put_file(&site.join("same-length"), "two");
        put_file(&site.join("other/length"), "three");
        let kept = ["other/length", "same-length"].map(|path| SitePath::new(path).unwrap());
        for (written, unchanged, text) in [(1, 0, "2"), (0, 1, "2"), (1, 0, "3")] {
            let expected = Report { written, unchanged, removed: 0, kept: kept.to_vec() };
            assert_eq!(build(&site, &[("a", text)]).unwrap(), expected);
        }
        fs::remove_file(site.join("other/length")).unwrap();
        put_file(&site.join("same-length"), "one");
        assert_eq!(build(&site, &[("a", "3")]).unwrap(), report(0, 1, 1));
        assert_eq!(visible(&site).into_keys().collect::<Vec<_>>(), ["a"]);
    }

    #[test]
    fn an_edited_page_that_the_site_still_has_is_written_anew() {
        let (_base, site) = fresh();
        build(&site, &[("a", "1")]).unwrap();
        put_file(&site.join("a"), "2");
        assert_eq!(build(&site, &[("a", "1")]).unwrap(), report(1, 0, 0));
        assert_eq!(visible(&site)["a"], "1");
    }

    #[test]
    fn files_that_went_missing_come_back() {
        let (_base, site) = fresh();
        build(&site, &[("a/b", "1"), ("c", "1")]).unwrap();
        fs::remove_dir_all(site.join("a")).unwrap();
        assert_eq!(build(&site, &[("a/b", "1"), ("c", "1")]).unwrap(), report(1, 1, 0));
        assert_eq!(visible(&site)["a/b"], "1");
    }

    #[test]
    fn other_peoples_files_and_folders_stay() {
        let (_base, site) = fresh();
        build(&site, &[("a/stale", "1"), ("b", "1")]).unwrap();
        put_file(&site.join("a/mine"), "mine");
        fs::create_dir(site.join("empty")).unwrap();
        assert_eq!(build(&site, &[("b", "1")]).unwrap(), report(0, 1, 1));
        assert_eq!(visible(&site).into_keys().collect::<Vec<_>>(), ["a/", "a/mine", "b", "empty/"]);
    }

    #[test]
    fn a_write_that_fails_leaves_the_old_files_and_names_the_path() {
        let (_base, site) = fresh();
        build(&site, &[("a", "1"), ("b", "1")]).unwrap();
        fs::remove_file(site.join("b")).unwrap();
        fs::create_dir(site.join("b")).unwrap();
        let error = build(&site, &[("a", "2"), ("b", "2")]).unwrap_err();
        assert!(matches!(error, OutputError::NotAFile(_)), "{error}");
        says(&error, &[site.join("b").to_str().unwrap()]);
        assert_eq!(visible(&site)["a"], "1");
        assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
    }
}

mod manifest {
    use super::*;

    #[test]
    fn it_lists_the_files_sorted_and_does_not_depend_on_their_order() {
        let text = |files: &[(&str, &str)]| {
            let (_base, site) = fresh();
            build(&site, files).unwrap();
            fs::read_to_string(site.join(".attache-manifest")).unwrap()
        };
        let one = text(&[("b/c", "abc"), ("a", "")]);
        assert_eq!(one, text(&[("a", ""), ("b/c", "abc")]));
        assert_eq!(
            one,
            "attache-manifest 2\n\
             99aa06d3014798d86001c324468d497f 0 a\n\
             06b05ab6733a618578af5f94892f3950 3 b/c\n"
        );
    }

    #[test]
    fn a_tampered_manifest_cannot_reach_outside() {
        let (base, site) = fresh();
        build(&site, &[("a", "1")]).unwrap();
        put_file(&base.path().join("x"), "1");
        let manifest = site.join(".attache-manifest");
        let genuine = fs::read_to_string(&manifest).unwrap();
        let absolute = base.path().join("x").to_str().unwrap().to_owned();
        for path in ["../x", "b/../../x", absolute.as_str(), ".attache-lock", "..\\x"] {
            put_file(&manifest, &genuine.replace(" a\n", &format!(" {path}\n")));
            let error = build(&site, &[]).unwrap_err();
            assert!(matches!(error, OutputError::BadManifest { line: 2, .. }), "{error}");
            says(&error, &[".attache-manifest", "line 2"]);
        }
        assert_eq!(fs::read_to_string(base.path().join("x")).unwrap(), "1");
        assert_eq!(visible(&site)["a"], "1");
    }

    #[test]
    fn what_an_older_one_lists_is_known_by_its_digests() {
        let (_base, site) = fresh();
        build(&site, &[("a", "1"), ("edited", "2"), ("gone", "3")]).unwrap();
        let line = |(path, content): (&str, &str)| {
            let digest = data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(content));
            format!("{digest} {} {path}\n", content.len())
        };
        let older = [("a", "1"), ("edited", "2"), ("gone", "3")].map(line).concat();
        put_file(&site.join(".attache-manifest"), &format!("attache-manifest 1\n{older}"));
        let (count, faults) = verify(&site).unwrap().unwrap();
        assert_eq!((count, faults), (3, vec![]));
        put_file(&site.join("edited"), "4");
        assert_eq!(verify(&site).unwrap().unwrap().1.len(), 1);

        let report = build(&site, &[("a", "1")]).unwrap();
        assert_eq!((report.unchanged, report.removed, report.kept.len()), (1, 1, 1));
        assert_eq!(visible(&site).into_keys().collect::<Vec<_>>(), ["a", "edited"]);
        let report = build(&site, &[("a", "1")]).unwrap();
        assert_eq!(
            (report.unchanged, report.removed, report.kept.len()),
            (1, 0, 1),
            "what is kept stays listed"
        );
    }

    #[test]
    fn garbage_and_other_versions_are_refused() {
        for text in ["", "hello\n", "attache-manifest 3\n", "attache-manifest 2\nhello\n"] {
            let (_base, site) = fresh();
            put_file(&site.join(".attache-manifest"), text);
            put_file(&site.join("a"), "mine");
            let error = build(&site, &[("a", "2")]).unwrap_err();
            assert!(matches!(error, OutputError::BadManifest { .. }), "{error}");
            assert_eq!(visible(&site)["a"], "mine");
        }
    }
}

mod single_file {
    use super::*;

    #[test]
    fn is_written_once_and_then_left_alone() {
        let (base, _) = fresh();
        let path = base.path().join("new/folder/page.html");
        assert_eq!(write_file(&path, b"1", Overwrite::No).unwrap(), Outcome::New);
        assert_eq!(write_file(&path, b"1", Overwrite::Yes).unwrap(), Outcome::Unchanged);
        assert_eq!(write_file(&path, b"2", Overwrite::Yes).unwrap(), Outcome::Changed);
        assert_eq!(fs::read(&path).unwrap(), b"2");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn does_not_overwrite_unless_told() {
        let (base, _) = fresh();
        let path = base.path().join("brief.yaml");
        put_file(&path, "mine");
        for content in ["mine", "other"] {
            let error = write_file(&path, content.as_bytes(), Overwrite::No).unwrap_err();
            assert!(matches!(error, OutputError::Exists(_)), "{error}");
            says(&error, &[path.to_str().unwrap()]);
        }
        assert_eq!(fs::read(&path).unwrap(), b"mine");
    }

    #[test]
    fn is_not_written_over_a_folder_or_under_a_file() {
        let (base, _) = fresh();
        let error = write_file(base.path(), b"1", Overwrite::Yes).unwrap_err();
        assert!(matches!(error, OutputError::NotAFile(_)), "{error}");
        put_file(&base.path().join("file"), "1");
        let path = base.path().join("file/page.html");
        let error = write_file(&path, b"1", Overwrite::Yes).unwrap_err();
        says(&error, &[path.to_str().unwrap()]);
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    use std::time::{Duration, SystemTime};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).unwrap().mode() & 0o7777
    }

    /// What the umask of whoever runs the tests leaves of 0644.
    fn usual_mode(base: &Path) -> u32 {
        use std::os::unix::fs::OpenOptionsExt as _;
        let path = base.join("mode");
        fs::OpenOptions::new().write(true).create_new(true).mode(0o644).open(&path).unwrap();
        mode(&path)
    }

    #[test]
    fn files_are_readable_for_a_web_server() {
        let (base, site) = fresh();
        build(&site, &[("a/b", "1")]).unwrap();
        put_file(&base.path().join("c"), "1");
        for path in [site.join("a/b"), site.join(".attache-manifest"), base.path().join("c")] {
            assert_eq!(mode(&path), usual_mode(tempdir().unwrap().path()), "{}", path.display());
        }
    }

    #[test]
    fn a_private_file_stays_private_when_it_is_overwritten() {
        let (base, _) = fresh();
        let path = base.path().join("page.html");
        put_file(&path, "1");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        put_file(&path, "2");
        assert_eq!(mode(&path), 0o600);
    }

    #[test]
    fn what_waits_for_its_turn_is_private() {
        let (_base, site) = fresh();
        let out = OutputDir::open(&site).unwrap();
        out.put(artifact("a", "1")).unwrap();
        let stage = own_files(&site).into_iter().find(|name| name.starts_with(".attache-tmp-")).unwrap();
        assert_eq!(mode(&site.join(stage)), 0o700);
    }

    /// Inode, modification and status-change time of the folder and of everything in it.
    fn stamps(folder: &Path, found: &mut BTreeMap<std::path::PathBuf, [i64; 5]>) {
        let metadata = fs::symlink_metadata(folder).unwrap();
        let inode = i64::try_from(metadata.ino()).unwrap();
        let stamp = [inode, metadata.mtime(), metadata.mtime_nsec(), metadata.ctime(), metadata.ctime_nsec()];
        found.insert(folder.to_owned(), stamp);
        if metadata.is_dir() {
            for entry in fs::read_dir(folder).unwrap() {
                stamps(&entry.unwrap().path(), found);
            }
        }
    }

    #[test]
    fn an_unchanged_rebuild_touches_nothing_at_all() {
        let (_base, site) = fresh();
        let files = [("a/b", "1"), ("a/c", ""), ("d", "2")];
        build(&site, &files).unwrap();
        let mut before = BTreeMap::new();
        stamps(&site, &mut before);
        // Set back, so that a change within one tick of the disk's clock shows too.
        for path in before.keys() {
            let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
            fs::File::open(path).unwrap().set_modified(long_ago).unwrap();
        }
        before.clear();
        stamps(&site, &mut before);
        assert_eq!(before.len(), 7);
        assert_eq!(build(&site, &files).unwrap(), report(0, 3, 0));
        let mut after = BTreeMap::new();
        stamps(&site, &mut after);
        assert_eq!(before, after);
    }

    #[test]
    fn an_unchanged_file_is_not_touched_when_another_one_is() {
        let (_base, site) = fresh();
        build(&site, &[("a", "1"), ("b", "1")]).unwrap();
        let inode = |name| fs::symlink_metadata(site.join(name)).unwrap().ino();
        let before = [inode("a"), inode("b")];
        build(&site, &[("a", "1"), ("b", "2")]).unwrap();
        assert_eq!(inode("a"), before[0]);
        assert_ne!(inode("b"), before[1]);
    }

    #[test]
    fn whoever_reads_during_a_build_finds_a_whole_page() {
        let (_base, site) = fresh();
        let page = |round: usize| round.to_string().repeat(50_000);
        build(&site, &[("page", &page(0))]).unwrap();
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    let text = fs::read_to_string(site.join("page")).unwrap();
                    assert!(text == text.get(..1).unwrap().repeat(50_000), "half a page");
                }
            });
            let outcome = (0..50).try_for_each(|round| build(&site, &[("page", &page(round % 9))]).map(drop));
            done.store(true, Ordering::Relaxed);
            outcome.unwrap();
        });
    }

    #[test]
    fn a_link_in_the_place_of_a_file_is_replaced_and_not_followed() {
        let (base, site) = fresh();
        build(&site, &[("a", "1"), ("b", "1")]).unwrap();
        let outside = base.path().join("outside");
        // The same bytes at the other end make it no file of ours.
        put_file(&outside, "1");
        for name in ["a", "b"] {
            fs::remove_file(site.join(name)).unwrap();
        }
        symlink(&outside, site.join("a")).unwrap();
        symlink(base.path().join("nowhere"), site.join("b")).unwrap();
        symlink(&outside, site.join("new")).unwrap();
        assert_eq!(build(&site, &[("a", "1"), ("b", "2"), ("new", "3")]).unwrap(), report(3, 0, 0));
        for (name, content) in [("a", "1"), ("b", "2"), ("new", "3")] {
            assert!(fs::symlink_metadata(site.join(name)).unwrap().is_file());
            assert_eq!(fs::read_to_string(site.join(name)).unwrap(), content);
        }
        assert_eq!(fs::read_to_string(outside).unwrap(), "1");
        assert!(!base.path().join("nowhere").exists());
    }

    #[test]
    fn a_link_in_the_place_of_a_folder_is_refused() {
        let (base, site) = fresh();
        build(&site, &[("a/b/c", "1")]).unwrap();
        let outside = base.path().join("outside");
        fs::rename(site.join("a"), &outside).unwrap();
        symlink(&outside, site.join("a")).unwrap();
        for content in ["1", "2"] {
            let error = build(&site, &[("a/b/c", content)]).unwrap_err();
            assert!(matches!(error, OutputError::Link(_)), "{error}");
            says(&error, &[site.join("a").to_str().unwrap()]);
        }
        // Nor is anything removed through it.
        let kept = vec![SitePath::new("a/b/c").unwrap()];
        assert_eq!(build(&site, &[]).unwrap(), Report { kept, ..report(0, 0, 0) });
        assert_eq!(fs::read_to_string(outside.join("b/c")).unwrap(), "1");
    }

    #[test]
    fn a_link_that_appears_after_the_comparison_is_refused_too() {
        let (base, site) = fresh();
        build(&site, &[("a/b", "1")]).unwrap();
        let outside = base.path().join("outside");
        let out = OutputDir::open(&site).unwrap();
        out.put(artifact("a/b", "2")).unwrap();
        fs::rename(site.join("a"), &outside).unwrap();
        symlink(&outside, site.join("a")).unwrap();
        let error = out.finish().unwrap_err();
        assert!(matches!(error, OutputError::Link(_)), "{error}");
        assert_eq!(fs::read_to_string(outside.join("b")).unwrap(), "1");
    }

    #[test]
    fn a_stale_link_is_kept_and_its_target_too() {
        let (base, site) = fresh();
        build(&site, &[("a", "1")]).unwrap();
        put_file(&base.path().join("outside"), "1");
        fs::remove_file(site.join("a")).unwrap();
        symlink(base.path().join("outside"), site.join("a")).unwrap();
        assert_eq!(build(&site, &[]).unwrap().kept.len(), 1);
        assert!(fs::symlink_metadata(site.join("a")).unwrap().is_symlink());
        assert_eq!(visible(base.path())["outside"], "1");
    }

    #[test]
    fn the_output_folder_and_our_own_files_may_not_be_links() {
        let (base, real) = fresh();
        build(&real, &[("a", "1")]).unwrap();
        let link = base.path().join("link");
        symlink(&real, &link).unwrap();
        for path in [link.clone(), link.join(""), link.join(".")] {
            let error = build(&path, &[("a", "2")]).unwrap_err();
            assert!(matches!(error, OutputError::Link(_)), "{error}");
        }
        for name in [".attache-lock", ".attache-manifest"] {
            let outside = base.path().join(name);
            fs::rename(real.join(name), &outside).unwrap();
            symlink(&outside, real.join(name)).unwrap();
            let error = build(&real, &[("a", "2")]).unwrap_err();
            assert!(matches!(error, OutputError::Link(_)), "{error}");
            fs::rename(&outside, real.join(name)).unwrap();
        }
        assert_eq!(visible(&real)["a"], "1");
    }

    #[test]
    fn a_leftover_that_is_a_link_is_removed_and_not_followed() {
        let (base, site) = fresh();
        build(&site, &[("a", "1")]).unwrap();
        put_file(&base.path().join("outside/x"), "1");
        symlink(base.path().join("outside"), site.join(".attache-tmp-evil")).unwrap();
        build(&site, &[("a", "1")]).unwrap();
        assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
        assert_eq!(fs::read_to_string(base.path().join("outside/x")).unwrap(), "1");
    }

    #[test]
    fn where_two_names_are_one_file_the_new_name_keeps_it() {
        let (_base, site) = fresh();
        build(&site, &[("Page.html", "1")]).unwrap();
        // As near as a disk that knows case comes to one that does not.
        fs::hard_link(site.join("Page.html"), site.join("page.html")).unwrap();
        assert_eq!(build(&site, &[("page.html", "1")]).unwrap(), report(0, 1, 0));
        assert!(site.join("Page.html").exists());
    }

    #[test]
    fn a_single_file_is_not_written_over_a_link_or_a_device() {
        let (base, _) = fresh();
        put_file(&base.path().join("target"), "1");
        symlink(base.path().join("target"), base.path().join("link")).unwrap();
        let error = write_file(&base.path().join("link"), b"2", Overwrite::Yes).unwrap_err();
        assert!(matches!(error, OutputError::Link(_)), "{error}");
        assert_eq!(fs::read(base.path().join("target")).unwrap(), b"1");
        let _socket = std::os::unix::net::UnixListener::bind(base.path().join("socket")).unwrap();
        let error = write_file(&base.path().join("socket"), b"2", Overwrite::Yes).unwrap_err();
        assert!(matches!(error, OutputError::NotAFile(_)), "{error}");
    }
}

mod trouble {
    use super::*;

    #[test]
    fn a_build_that_stops_halfway_knows_its_own_files_afterwards() {
        let (_base, site) = fresh();
        build(&site, &[("a", "1"), ("b", "1"), ("c", "1")]).unwrap();
        let out = OutputDir::open(&site).unwrap();
        for name in ["a", "b", "bb/new", "c"] {
            out.put(artifact(name, "22")).unwrap();
        }
        // Renames go in the order of the paths, and this one cannot succeed.
        fs::remove_file(site.join("c")).unwrap();
        fs::create_dir(site.join("c")).unwrap();
        let error = out.finish().unwrap_err();
        assert!(matches!(error, OutputError::Io { .. }), "{error}");
        says(&error, &[site.join("c").to_str().unwrap()]);
        let found: Vec<_> = visible(&site).into_iter().filter(|(path, _)| !path.ends_with('/')).collect();
        assert_eq!(found, ["a", "b", "bb/new"].map(|path| (path.to_owned(), "22".to_owned())));

        // One new file is stale, one has its old text again: both are ours. One was edited: it is not.
        fs::remove_dir(site.join("c")).unwrap();
        put_file(&site.join("b"), "1");
        put_file(&site.join("a"), "33");
        let kept = vec![SitePath::new("a").unwrap()];
        assert_eq!(build(&site, &[("c", "1")]).unwrap(), Report { kept, ..report(1, 0, 2) });
        assert_eq!(visible(&site).into_keys().collect::<Vec<_>>(), ["a", "c"]);
    }

    #[test]
    fn what_was_under_way_is_not_taken_for_done() {
        let (_base, site) = fresh();
        let put_all = |names: &[&str]| {
            let out = OutputDir::open_by_manifest(&site).unwrap();
            for name in names {
                out.put(artifact(name, "1")).unwrap();
            }
            out.finish()
        };
        put_all(&["a", "z/old"]).unwrap();
        // Something stands where a new file is to go; it appears after the comparison.
        let out = OutputDir::open_by_manifest(&site).unwrap();
        for name in ["a", "b/new", "m", "n"] {
            out.put(artifact(name, "1")).unwrap();
        }
        fs::create_dir(site.join("m")).unwrap();
        assert!(matches!(out.finish(), Err(OutputError::Io { .. })));
        assert!(own_files(&site).contains(&".attache-pending".to_owned()));
        fs::remove_dir(site.join("m")).unwrap();
        // As if the old file had been removed, and a new one had not been reached.
        fs::remove_file(site.join("z/old")).unwrap();
        assert!(!site.join("n").exists());

        let report = put_all(&["a", "b/new", "m", "n", "z/old"]).unwrap();
        assert_eq!((report.written, report.unchanged), (4, 1));
        let found: Vec<_> = visible(&site).into_keys().filter(|path| !path.ends_with('/')).collect();
        assert_eq!(found, ["a", "b/new", "m", "n", "z/old"]);
        assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
    }

    #[cfg(unix)]
    mod in_a_process_of_its_own {
        use std::process::{Command, Stdio};
        use std::thread::sleep;
        use std::time::Duration;

        use super::*;

        /// The name of a test in this module, for the test program itself.
        fn full_name(test: &str) -> String {
            let module = module_path!().split_once("::").map(|(_, module)| module).unwrap_or_default();
            format!("{module}::{test}")
        }

        /// The children work where they are put, and only there.
        fn is_child() -> bool {
            Path::new("this-is-the-child").exists()
        }

        fn child(test: &str, base: &Path, shell: &str) -> Command {
            put_file(&base.join("this-is-the-child"), "");
            let mut command = Command::new("sh");
            let program = std::env::current_exe().unwrap();
            command.current_dir(base).args(["-c", &format!("{shell} exec \"$0\" \"$@\"")]).arg(program);
            command.args(["--ignored", "--exact", &full_name(test)]).stdout(Stdio::null());
            command
        }

        /// Long enough for a write to be caught halfway.
        fn page(round: usize) -> String {
            format!("round {round}\n").repeat(20_000) + "end"
        }

        #[test]
        #[ignore = "started, and killed, by a_killed_build_leaves_whole_files_and_knows_them"]
        fn child_that_builds_until_it_is_killed() {
            for round in 0..if is_child() { 10_000 } else { 0 } {
                // Every round has pages that the one before does not have.
                let pages = (round * 3..round * 3 + 12).map(|number| number % 30);
                // One of the folders is new, one goes, and one stays with new pages in it.
                let folder = |number| if number % 3 == 0 { 99 } else { number / 3 };
                let pages =
                    pages.map(|number| artifact(&format!("p{}/{number}.html", folder(number)), &page(round)));
                OutputDir::open(Path::new("site")).unwrap().write_all(pages.collect::<Vec<_>>()).unwrap();
            }
        }

        #[test]
        fn a_killed_build_leaves_whole_files_and_knows_them() {
            for delay in 0..12 {
                let (base, site) = fresh();
                let mut child =
                    child("child_that_builds_until_it_is_killed", base.path(), "").spawn().unwrap();
                while !site.join(".attache-manifest").exists() {
                    assert!(child.try_wait().unwrap().is_none(), "the child does not build");
                    sleep(Duration::from_millis(1));
                }
                sleep(Duration::from_millis(delay * 3));
                child.kill().unwrap();
                child.wait().unwrap();
                for (path, text) in visible(&site).iter().filter(|(path, _)| !path.ends_with('/')) {
                    let line = text.lines().next().unwrap_or_default();
                    let round = line.strip_prefix("round ").unwrap().parse().unwrap();
                    assert!(*text == page(round), "{path} of {line} is not whole");
                }
                let done = build(&site, &[("index.html", "i")]).unwrap();
                assert!(done.kept.is_empty(), "{:?}", done.kept);
                assert_eq!(visible(&site).into_keys().collect::<Vec<_>>(), ["index.html"]);
                assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
            }
        }

        #[test]
        fn a_lock_does_not_outlive_its_build_in_a_process_that_was_just_started() {
            let (_base, site) = fresh();
            let done = AtomicBool::new(false);
            std::thread::scope(|scope| {
                scope.spawn(|| {
                    while !done.load(Ordering::Relaxed) {
                        Command::new("true").status().unwrap();
                    }
                });
                let outcome = (0..500).try_for_each(|_| OutputDir::open(&site).map(drop));
                done.store(true, Ordering::Relaxed);
                outcome.unwrap();
            });
        }

        #[test]
        #[ignore = "started by a_full_disk_loses_nothing, with a limit on the size of files"]
        fn child_whose_disk_is_full() {
            if !is_child() {
                return;
            }
            let error = build(Path::new("site"), &[("a", "2"), ("b", &page(2))]).unwrap_err();
            says(&error, &["cannot write", "site"]);
            let error = write_file(Path::new("single"), page(2).as_bytes(), Overwrite::Yes).unwrap_err();
            says(&error, &["cannot write single"]);
            // What was begun is not put in place, though the rest of its folder is.
            let out = OutputDir::open(Path::new("new")).unwrap();
            out.put(artifact("folder/a", "1")).unwrap();
            out.put(artifact("folder/b", &page(2))).unwrap_err();
            out.finish().unwrap();
            put_file(Path::new("proof"), "");
        }

        #[test]
        fn a_full_disk_loses_nothing() {
            let (base, site) = fresh();
            build(&site, &[("a", "1"), ("b", "1")]).unwrap();
            put_file(&base.path().join("single"), "1");
            // A file of more than some kilobytes fails here as on a full disk, rather than end the process.
            let mut child = child("child_whose_disk_is_full", base.path(), "trap '' XFSZ; ulimit -f 16;");
            assert!(child.status().unwrap().success());
            assert!(base.path().join("proof").exists(), "the child did nothing");
            assert_eq!(visible(&site).into_values().collect::<Vec<_>>(), ["1", "1"]);
            assert_eq!(fs::read(base.path().join("single")).unwrap(), b"1");
            assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
            assert_eq!(
                visible(&base.path().join("new")).into_keys().collect::<Vec<_>>(),
                ["folder/", "folder/a"]
            );
            assert_eq!(fs::read_dir(base.path()).unwrap().count(), 5);
        }
    }
}
