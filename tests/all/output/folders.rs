//! Folders that are missing: put in their places as a whole.

use std::sync::atomic::AtomicUsize;

use super::*;

/// Hands over files without an end.
fn handed_over(site: &Path, files: &[(&str, &str)]) -> OutputDir {
    let out = OutputDir::open(site).unwrap();
    for (path, content) in files {
        assert_eq!(out.put(artifact(path, content)).unwrap(), Outcome::New);
    }
    out
}

/// Where files wait that are bound for missing folders.
fn together(site: &Path) -> std::path::PathBuf {
    let stage = own_files(site).into_iter().find(|name| name.starts_with(".attache-tmp-")).unwrap();
    site.join(stage).join("together")
}

fn paths(site: &Path) -> Vec<String> {
    visible(site).into_keys().filter(|path| !path.ends_with('/')).collect()
}

#[test]
fn files_of_an_existing_folder_are_put_in_place_one_by_one() {
    let (_base, site) = fresh();
    build(&site, &[("briefs/a.html", "a")]).unwrap();
    let files = [("briefs/2025/b.html", "b"), ("briefs/2025/03/c.html", "c"), ("index.html", "i")];
    let out = handed_over(&site, &files);
    assert!(!together(&site).exists());
    out.put(artifact("briefs/a.html", "a")).unwrap();
    assert_eq!(out.finish().unwrap(), report(3, 1, 0));
    assert_eq!(paths(&site), ["briefs/2025/03/c.html", "briefs/2025/b.html", "briefs/a.html", "index.html"]);
}

#[test]
fn a_build_that_stops_between_two_folders_is_mended_by_the_next() {
    for by_manifest in [false, true] {
        let (_base, site) = fresh();
        build(&site, &[("index.html", "old"), ("old/x.html", "x")]).unwrap();
        let files = [("a/x.html", "1"), ("a/y/z.html", "2"), ("b/x.html", "3"), ("c/x.js", "5")];
        let out = handed_over(&site, &files);
        out.put(artifact("index.html", "new")).unwrap();
        // Scripts come first, and those folders that are put in place as a whole in the order of their names.
        put_file(&site.join("b"), "in the way");
        let done = AtomicUsize::new(0);
        let error = out.finish_counted(&done).unwrap_err();
        assert!(matches!(error, OutputError::NotAFolder(_)), "{error}");
        says(&error, &[site.join("b").to_str().unwrap()]);
        assert_eq!(done.into_inner(), 3);
        let stopped = ["a/x.html", "a/y/z.html", "b", "c/x.js", "index.html", "old/x.html"];
        assert_eq!(paths(&site), stopped);
        assert_eq!(visible(&site)["index.html"], "old");
        assert!(own_files(&site).contains(&".attache-pending".to_owned()));

        fs::remove_file(site.join("b")).unwrap();
        let open = if by_manifest { OutputDir::open_by_manifest } else { OutputDir::open };
        let files =
            [("a/x.html", "1"), ("b/x.html", "3"), ("b/y.js", "4"), ("d/x.html", "6"), ("index.html", "new")];
        let files = files.map(|(path, content)| artifact(path, content));
        let written = open(&site).unwrap().write_all(files.to_vec()).unwrap();
        assert!(written.kept.is_empty(), "{:?}", written.kept);
        assert_eq!(written.removed, 3);
        assert_eq!(paths(&site), ["a/x.html", "b/x.html", "b/y.js", "d/x.html", "index.html"]);
        assert_eq!(visible(&site)["b/x.html"], "3");
        assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
    }
}

#[test]
fn a_file_that_has_come_meanwhile_is_refused_by_this_build_and_by_the_next() {
    for by_manifest in [false, true] {
        let (_base, site) = fresh();
        build(&site, &[("index.html", "old")]).unwrap();
        let files = [("a/x.html", "1"), ("b/x.html", "2"), ("c/x.js", "3")];
        let out = handed_over(&site, &files);
        put_file(&site.join("b/x.html"), "not ours");
        let refuses = |error: &OutputError| {
            assert!(matches!(error, OutputError::Foreign(_)), "{error}");
            says(error, &[site.join("b").join("x.html").to_str().unwrap()]);
            assert_eq!(paths(&site), ["b/x.html", "index.html"]);
            assert_eq!(visible(&site)["b/x.html"], "not ours");
            assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
        };
        refuses(&out.finish().unwrap_err());
        let open = if by_manifest { OutputDir::open_by_manifest } else { OutputDir::open };
        let files = files.map(|(path, content)| artifact(path, content));
        refuses(&open(&site).unwrap().write_all(files.to_vec()).unwrap_err());
    }
}

#[test]
fn pages_wait_for_what_they_need() {
    let (_base, site) = fresh();
    let files = [("a/x.html", "1"), ("b/x.html", "2"), ("b/y.js", "3"), ("c/x.js", "4"), ("index.html", "5")];
    let out = handed_over(&site, &files);
    // Nothing can be put in place there.
    put_file(&site.join("c"), "a file");
    let error = out.finish().unwrap_err();
    assert!(matches!(error, OutputError::NotAFolder(_)), "{error}");
    assert_eq!(paths(&site), ["b/y.js", "c"]);
}

#[test]
fn a_folder_that_appears_meanwhile_keeps_what_is_in_it() {
    let (_base, site) = fresh();
    let out =
        handed_over(&site, &[("a/x.html", "1"), ("a/y/z.html", "2"), ("b/x.html", "3"), ("index.html", "4")]);
    put_file(&site.join("a/mine.html"), "mine");
    put_file(&site.join("a/y/mine.html"), "mine too");
    assert_eq!(out.finish().unwrap(), report(4, 0, 0));
    assert_eq!(
        paths(&site),
        ["a/mine.html", "a/x.html", "a/y/mine.html", "a/y/z.html", "b/x.html", "index.html"]
    );
    assert_eq!(build(&site, &[("index.html", "4")]).unwrap(), report(0, 1, 3));
    assert_eq!(paths(&site), ["a/mine.html", "a/y/mine.html", "index.html"]);
}

#[test]
fn what_collides_in_a_missing_folder_is_told_of() {
    let pairs = [("new/a", "new/a"), ("new/A", "new/a"), ("new/a", "new/a/b"), ("new/b/A", "new/b/a/c")];
    for (one, other) in pairs {
        for (first, second) in [(one, other), (other, one)] {
            let (_base, site) = fresh();
            build(&site, &[("index.html", "old")]).unwrap();
            let out = OutputDir::open(&site).unwrap();
            for path in [first, second] {
                out.put(artifact(path, path)).unwrap();
            }
            let error = out.finish().unwrap_err();
            assert!(matches!(error, OutputError::Collision { .. }), "{error}");
            says(&error, &[one, other]);
            assert_eq!(paths(&site), ["index.html"]);
        }
    }
}

#[test]
fn folders_of_other_than_plain_names_are_filled_file_by_file() {
    let (_base, site) = fresh();
    let files = [("Briefs/a.html", "1"), ("briefs/b.html", "2"), ("É/c.html", "3"), ("é/d.html", "4")];
    let out = handed_over(&site, &files);
    let waiting: Vec<_> =
        fs::read_dir(together(&site)).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(waiting, ["briefs"]);
    assert_eq!(out.finish().unwrap(), report(4, 0, 0));
    for (path, content) in files {
        assert_eq!(fs::read_to_string(site.join(path)).unwrap(), content);
    }
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    use super::*;

    fn inode(path: &Path) -> u64 {
        fs::symlink_metadata(path).unwrap().ino()
    }

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).unwrap().mode() & 0o7777
    }

    #[test]
    fn a_missing_folder_is_put_in_place_as_a_whole() {
        let (_base, site) = fresh();
        build(&site, &[("old/x.html", "x")]).unwrap();
        let files =
            [("briefs/a.html", "a"), ("briefs/2025/b.html", "b"), ("search/0.js", "s"), ("index.html", "i")];
        let out = handed_over(&site, &files);
        let waiting = ["briefs", "search"].map(|folder| inode(&together(&site).join(folder)));
        assert_eq!(paths(&site), ["old/x.html"]);
        let done = AtomicUsize::new(0);
        assert_eq!(out.finish_counted(&done).unwrap(), report(4, 0, 1));
        assert_eq!(done.into_inner(), 4);
        assert_eq!(["briefs", "search"].map(|folder| inode(&site.join(folder))), waiting);
        assert_eq!(paths(&site), ["briefs/2025/b.html", "briefs/a.html", "index.html", "search/0.js"]);
        assert_eq!(own_files(&site), [".attache-lock", ".attache-manifest"]);
    }

    #[test]
    fn folders_have_the_mode_that_they_have_elsewhere() {
        for of_root in [0o755, 0o2775] {
            let (_base, site) = fresh();
            fs::create_dir(&site).unwrap();
            fs::set_permissions(&site, fs::Permissions::from_mode(of_root)).unwrap();
            build(&site, &[("index.html", "i")]).unwrap();
            let usual = site.join("usual");
            fs::create_dir(&usual).unwrap();
            let out = handed_over(&site, &[("briefs/a.html", "a"), ("briefs/2025/b.html", "b")]);
            assert!(together(&site).join("briefs").exists());
            out.finish().unwrap();
            for folder in ["briefs", "briefs/2025"] {
                assert_eq!(
                    mode(&site.join(folder)),
                    mode(&usual),
                    "{folder} in a folder of mode {of_root:o}"
                );
            }
            assert_eq!(mode(&site.join("briefs/a.html")), mode(&site.join(".attache-manifest")));
        }
    }

    #[test]
    fn an_empty_folder_that_appears_meanwhile_stays_the_same() {
        let (_base, site) = fresh();
        let out = handed_over(&site, &[("a/x.html", "1")]);
        fs::create_dir(site.join("a")).unwrap();
        fs::set_permissions(site.join("a"), fs::Permissions::from_mode(0o711)).unwrap();
        let before = inode(&site.join("a"));
        out.finish().unwrap();
        assert_eq!((inode(&site.join("a")), mode(&site.join("a"))), (before, 0o711));
        assert_eq!(paths(&site), ["a/x.html"]);
    }

    #[test]
    fn a_link_that_appears_in_the_place_of_a_missing_folder_is_refused() {
        let (base, site) = fresh();
        let out = handed_over(&site, &[("a/x.html", "1")]);
        let outside = base.path().join("outside");
        fs::create_dir(&outside).unwrap();
        symlink(&outside, site.join("a")).unwrap();
        let error = out.finish().unwrap_err();
        assert!(matches!(error, OutputError::Link(_)), "{error}");
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
        assert!(fs::symlink_metadata(site.join("a")).unwrap().is_symlink());
    }
}
