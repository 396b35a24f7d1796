//! A site is published whole or not at all, to a place that is ours, with nothing above its ceiling.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use crate::project::{Project, Run, brief};
use crate::servers::{nginx, nginx_is_there};

const TARGET: &str = "targets: [{name: intranet, url: 'file:../www/briefs', ceiling: TLP:GREEN, keep: 3}]\n";

/// A desk in `desk/` with a target beside it: invented briefs, the last of them above its ceiling.
fn desk(target: &str) -> Project {
    let secret = brief(9).replace("TLP:CLEAR", "TLP:AMBER").replace("title: ", "title: Secret ");
    let target = target.replace("file:../", "file:ROOT/");
    let project = (0..4).fold(Project::new(), |project, index| {
        project.file(&format!("desk/briefs/b{index}.yaml"), brief(index))
    });
    let project = project.file("desk/briefs/secret.yaml", secret);
    let root = project.path("").to_string_lossy().trim_end_matches('/').to_owned();
    project.file("desk/attache.yaml", target.replace("ROOT", &root))
}

fn publish(project: &Project, arguments: &[&str]) -> Run {
    project.run(&[&["publish", "--desk", "desk"], arguments].concat())
}

fn fine(run: &Run) -> &Run {
    assert_eq!(run.code, 0, "{run:?}");
    run
}

/// The number of the release that readers have.
fn release(project: &Project) -> String {
    let leads = fs::read_link(project.path("www/briefs")).unwrap();
    leads.to_str().unwrap().strip_prefix(".briefs.releases/").unwrap().to_owned()
}

/// The names in a folder that are no files of our own.
fn names(project: &Project, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(project.path(folder)).unwrap();
    let mut names: Vec<_> = entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with(".attache"));
    names.sort();
    names
}

#[test]
fn releases_follow_each_other_and_lead_back() {
    let project = desk(TARGET);
    let run = publish(&project, &["--dry-run"]);
    assert!(fine(&run).out.lines().all(|line| line.starts_with("new ")), "{run:?}");
    assert!(!project.path("www/briefs").exists() && names(&project, "www").is_empty());

    let run = publish(&project, &["intranet"]);
    assert!(fine(&run).err.contains("desk/briefs/secret.yaml: the brief, TLP:AMBER"), "{}", run.err);
    assert_eq!(release(&project), "1");
    let first = project.read("www/briefs/briefs/b0.html");
    let every: Vec<u8> = project.tree("www/briefs/").into_iter().flat_map(|(_, bytes)| bytes).collect();
    assert!(!String::from_utf8_lossy(&every).contains("Secret"));

    let run = publish(&project, &[]);
    assert!(fine(&run).err.contains("nothing to publish"), "{}", run.err);
    assert_eq!((release(&project), names(&project, "www/.briefs.releases")), ("1".into(), vec!["1".into()]));

    for number in 2..=5 {
        let text = brief(0).replace("title: ", &format!("title: Number {number}, "));
        project.write("desk/briefs/b0.yaml", text);
        fine(&publish(&project, &[]));
        assert_eq!(release(&project), number.to_string());
        assert!(project.read("www/briefs/briefs/b0.html").contains(&format!("Number {number}")));
    }
    assert_eq!(names(&project, "www/.briefs.releases"), ["3", "4", "5"]);
    assert!(!project.path("www/.briefs.releases/1").exists() && first.contains("</html>"));

    let look = publish(&project, &["--rollback", "--dry-run"]);
    assert!(fine(&look).err.contains("would be back at release 4"), "{}", look.err);
    assert!(look.out.contains("changed  briefs/b0.html\n"), "{}", look.out);
    assert_eq!(release(&project), "5");
    assert!(fine(&publish(&project, &["--rollback"])).err.contains("back at release 4"));
    assert!(project.read("www/briefs/briefs/b0.html").contains("Number 4"));
    fine(&publish(&project, &["--rollback"]));
    let run = publish(&project, &["--rollback"]);
    assert_eq!(run.code, 4);
    assert!(run.err.contains("there is no release of"), "{}", run.err);
    // What is published next comes after all that there was.
    fine(&publish(&project, &[]));
    assert_eq!(release(&project), "6");
    assert!(project.read("www/briefs/briefs/b0.html").contains("Number 5"));
}

#[test]
fn nobody_is_led_back_above_the_ceiling() {
    let project = desk(&TARGET.replace("TLP:GREEN", "TLP:AMBER"));
    fine(&publish(&project, &[]));
    assert!(project.path("www/briefs/briefs/secret.html").exists());
    let settings = project.read("desk/attache.yaml").replace("TLP:AMBER", "TLP:GREEN");
    project.write("desk/attache.yaml", &settings);
    let run = publish(&project, &["--rollback"]);
    assert_eq!(run.code, 4, "{run:?}");
    // The release that readers have shows more than the target may show now.
    let run = publish(&project, &["--verify"]);
    let told = "release 1 was made under a higher ceiling than TLP:GREEN\n";
    assert_eq!((run.code, run.out.as_str()), (7, told));
    fine(&publish(&project, &["--yes"]));
    fine(&publish(&project, &["--verify"]));
    assert_eq!(names(&project, "www/.briefs.releases"), ["2"]);
    assert!(!project.path("www/briefs/briefs/secret.html").exists());
    // The release before was made under a ceiling that has been lowered since.
    project.write("desk/attache.yaml", settings.replace("TLP:GREEN", "TLP:CLEAR"));
    project.write("www/.briefs.releases/1/.attache-ceiling", "TLP:GREEN");
    let run = publish(&project, &["--rollback"]);
    assert!(run.code == 4 && run.err.contains("higher ceiling"), "{run:?}");
}

#[test]
fn nobody_is_led_back_to_what_has_been_marked_higher_since() {
    let project = desk(TARGET);
    let leaked = brief(7);
    project.write("desk/briefs/leaked.yaml", &leaked);
    fine(&publish(&project, &[]));
    project.write("desk/briefs/leaked.yaml", leaked.replace("TLP:CLEAR", "TLP:RED"));
    fine(&publish(&project, &["--yes"]));
    let run = publish(&project, &["--rollback"]);
    assert!(run.code == 4 && run.err.contains("higher than the ceiling now: leaked;"), "{run:?}");
    assert_eq!(release(&project), "2");
    // A desk that cannot be read may withhold anything.
    project.write("desk/briefs/leaked.yaml", "schema: 1\n");
    assert_eq!(publish(&project, &["--rollback"]).code, 1);
    assert_eq!(release(&project), "2");
    project.write("desk/briefs/leaked.yaml", leaked);
    fine(&publish(&project, &["--rollback"]));
    assert_eq!(release(&project), "1");
}

#[test]
fn nobody_is_led_back_to_a_part_that_has_been_marked_higher_since() {
    let project = desk(TARGET);
    let with = |marking: &str| {
        let part = "key_facts: [{id: hidden, text: Invented., status: assessed, marking: MARKING}]\n\
                    allow: [{rule: A151, reason: A test.}]\n";
        project.write("desk/briefs/b1.yaml", format!("{}{}", brief(1), part.replace("MARKING", marking)));
    };
    with("TLP:GREEN");
    fine(&publish(&project, &[]));
    with("TLP:RED");
    fine(&publish(&project, &["--yes"]));
    let run = publish(&project, &["--rollback"]);
    assert!(run.code == 4 && run.err.contains("higher than the ceiling now: b1;"), "{run:?}");
    // Where its page is what readers have already, they learn nothing of it.
    project.write("desk/briefs/b3.yaml", brief(3).replace("title: ", "title: Other "));
    fine(&publish(&project, &["--yes"]));
    fine(&publish(&project, &["--rollback"]));
    assert_eq!(release(&project), "2");
}

#[test]
fn what_a_killed_publication_has_left_is_no_hindrance() {
    let project = desk(TARGET).file("www/briefs/.attache-lock", "").file("www/briefs/.attache-tmp-1/0", "x");
    let lock = fs::File::open(project.path("www/briefs/.attache-lock")).unwrap();
    lock.try_lock().unwrap();
    let run = publish(&project, &[]);
    assert!(run.code == 5 && run.err.contains("somebody else is publishing"), "{run:?}");
    lock.unlock().unwrap();
    fine(&publish(&project, &[]));
    assert!(project.path("www/briefs/index.html").exists());
    assert!(!project.path("www/briefs/.attache-tmp-1").exists());

    for other in ["mine", ".attache-mine"] {
        let project =
            desk(TARGET).file("www/briefs/.attache-lock", "").file(&format!("www/briefs/{other}"), "");
        let run = publish(&project, &[]);
        assert!(run.code == 4 && run.err.contains("has files in it that attache did not write"), "{run:?}");
    }
}

#[test]
fn nothing_is_built_where_readers_of_a_target_read() {
    let project = desk(TARGET);
    let refused = |out: &str| {
        let before = project.tree("");
        for ceiling in [&[][..], &["--ceiling", "TLP:GREEN"]] {
            let run = project.run(&[&["build", "desk", "--out", out], ceiling].concat());
            assert_eq!(run.code, 2, "{out}: {run:?}");
            assert!(run.err.contains("readers of the target `intranet`"), "{out}: {}", run.err);
        }
        assert_eq!(project.tree(""), before, "{out}");
    };
    let outs =
        ["www/briefs", "www/./briefs/", "www/briefs/all", "none/../www/briefs", "www/.briefs.releases/9"];
    for out in outs {
        refused(out);
    }
    fine(&publish(&project, &[]));
    for out in outs {
        refused(out);
    }
    std::os::unix::fs::symlink(project.path("www"), project.path("link")).unwrap();
    refused("link/briefs");
    refused(&project.path("www/briefs").display().to_string());
    fine(&project.run(&["build", "desk", "--ceiling", "TLP:GREEN", "--out", "www/review"]));
    fine(&project.run(&["build", "desk"]));
}

#[test]
fn a_folder_that_exists_is_written_in_place() {
    let project = desk(TARGET);
    fs::create_dir_all(project.path("www/briefs")).unwrap();
    fine(&publish(&project, &[]));
    let before = fs::metadata(project.path("www/briefs/briefs/b1.html")).unwrap().modified().unwrap();
    project.write("desk/briefs/b0.yaml", brief(0).replace("title: ", "title: Other "));
    fs::remove_file(project.path("desk/briefs/b3.yaml")).unwrap();
    fine(&publish(&project, &["--yes"]));
    assert!(project.read("www/briefs/briefs/b0.html").contains("Other"));
    assert!(!project.path("www/briefs/briefs/b3.html").exists());
    // Nothing was read or written that had not changed, not even what somebody else did.
    project.write("www/briefs/briefs/b1.html", "somebody else");
    fine(&publish(&project, &[]));
    assert_eq!(project.read("www/briefs/briefs/b1.html"), "somebody else");
    let run = publish(&project, &["--verify"]);
    assert_eq!((run.code, run.out.as_str()), (7, "different briefs/b1.html\n"));
    assert!(before <= fs::metadata(project.path("www/briefs/index.html")).unwrap().modified().unwrap());
    let run = publish(&project, &["--rollback"]);
    assert_eq!(run.code, 4);
    let told = "www/briefs is a folder and no link to a release: it is written in place, and keeps no releases; publish an older";
    assert!(run.err.contains(told), "{}", run.err);
}

#[test]
fn what_is_read_back_is_compared() {
    let project = desk(TARGET);
    let run = publish(&project, &["--verify"]);
    assert!(run.code == 2 && run.err.contains("nothing has been published"), "{run:?}");
    fine(&publish(&project, &[]));
    assert!(fine(&publish(&project, &["--verify"])).err.contains(" 0 not as published"));
    fs::remove_file(project.path("www/briefs/briefs/b2.html")).unwrap();
    project.write("www/briefs/index.html", "x");
    let run = publish(&project, &["--verify"]);
    assert_eq!(run.code, 7);
    assert_eq!(run.out, "missing   briefs/b2.html\ndifferent index.html\n");
    assert!(run.err.contains("`attache publish intranet --repair` writes them again"), "{run:?}");
}

#[test]
fn what_is_missing_or_was_changed_is_written_again_where_that_is_asked_for() {
    for in_place in [false, true] {
        let project = desk(TARGET);
        if in_place {
            fs::create_dir_all(project.path("www/briefs")).unwrap();
        }
        fine(&publish(&project, &[]));
        let before = project.tree("www/briefs/");
        fs::remove_file(project.path("www/briefs/briefs/b2.html")).unwrap();
        fs::remove_file(project.path("www/briefs/index.html")).unwrap();
        project.write("www/briefs/index.html", "x");
        // Without being asked, it takes the manifest at its word.
        let run = publish(&project, &[]);
        assert!(fine(&run).err.contains("nothing to publish: nothing has changed since"), "{run:?}");
        let run = publish(&project, &["--repair", "--dry-run"]);
        assert_eq!(fine(&run).out, "changed  briefs/b2.html\nchanged  index.html\n");
        fine(&publish(&project, &["--repair"]));
        fine(&publish(&project, &["--verify"]));
        assert_eq!(project.tree("www/briefs/"), before, "{in_place}");
        let run = publish(&project, &["--repair"]);
        assert!(fine(&run).err.contains("nothing to publish"), "{run:?}");
    }
}

#[test]
fn much_is_deleted_only_where_somebody_agrees() {
    let project = desk(TARGET);
    fine(&publish(&project, &[]));
    for index in 1..4 {
        fs::remove_file(project.path(&format!("desk/briefs/b{index}.yaml"))).unwrap();
    }
    let run = publish(&project, &[]);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.err.contains("would be deleted\n`--yes` agrees to it"), "{}", run.err);
    assert!(project.path("www/briefs/briefs/b1.html").exists());
    assert_eq!(names(&project, "www/.briefs.releases"), ["1"]);
    fine(&publish(&project, &["--yes"]));
    assert!(!project.path("www/briefs/briefs/b1.html").exists());
}

#[test]
fn places_that_are_not_for_a_site_are_refused() {
    let cases = [
        ("file:../foreign", "has files in it that attache did not write"),
        ("file:../link", "is a link that attache did not make"),
        ("file:../file", "is a file"),
        ("file:../again/site", "is where `attache build` writes all of the desk"),
        ("file:../again/.attache/x", "keeps its own writing in"),
    ];
    for (url, why) in cases {
        let project =
            desk(&TARGET.replace("file:../www/briefs", url)).file("foreign/a", "a").file("file", "a");
        std::os::unix::fs::symlink(project.path("foreign"), project.path("link")).unwrap();
        std::os::unix::fs::symlink(project.path("desk"), project.path("again")).unwrap();
        let before = project.tree("");
        let run = publish(&project, &["--yes"]);
        assert_eq!(run.code, 4, "{url}: {run:?}");
        assert!(run.err.contains(why), "{url}: {}", run.err);
        assert_eq!(project.tree(""), before, "{url}");
    }
    // As they are written, so that `check` says so before anybody publishes.
    for url in ["file:/", "file:../desk", "file:.", "file:briefs/site", "file:templates"] {
        let run = publish(&desk(&TARGET.replace("file:../www/briefs", url)), &["--yes"]);
        assert_eq!(run.code, 1, "{url}: {run:?}");
        assert!(run.err.contains("error[A040]"), "{url}: {}", run.err);
    }
}

#[test]
fn a_link_does_not_lead_one_target_to_another() {
    let targets = |other: &str| {
        format!(
            "targets: [{{name: a, url: 'file:../www/x', ceiling: TLP:RED}}, {{name: b, url: 'file:ROOT/{other}', ceiling: TLP:GREEN}}]\n"
        )
    };
    for other in ["link/x", "link/x/y", "link/.x.releases/1", "link"] {
        let project = desk(&targets(other)).file("www/x/.attache-lock", "");
        std::os::unix::fs::symlink(project.path("www"), project.path("link")).unwrap();
        for name in ["a", "b"] {
            let run = publish(&project, &[name, "--yes"]);
            assert_eq!(run.code, 4, "{other}: {run:?}");
            assert!(run.err.contains("leads to the folder of another target"), "{other}: {}", run.err);
        }
    }
    let project = desk(&targets("link/y")).file("www/z", "");
    std::os::unix::fs::symlink(project.path("www"), project.path("link")).unwrap();
    for name in ["a", "b", "a"] {
        fine(&publish(&project, &[name, "--yes"]));
    }
}

#[test]
fn a_link_in_a_folder_is_not_followed() {
    let project = desk(TARGET).file("elsewhere/keep", "kept");
    fs::create_dir_all(project.path("www/briefs")).unwrap();
    fine(&publish(&project, &[]));
    fs::remove_dir_all(project.path("www/briefs/briefs")).unwrap();
    std::os::unix::fs::symlink(project.path("elsewhere"), project.path("www/briefs/briefs")).unwrap();
    project.write("desk/briefs/b0.yaml", brief(0).replace("title: ", "title: Other "));
    let run = publish(&project, &["--yes"]);
    assert_eq!(run.code, 6, "{run:?}");
    assert_eq!(names(&project, "elsewhere"), ["keep"]);
}

#[test]
fn the_second_of_two_is_told() {
    let project = desk(TARGET);
    fine(&publish(&project, &[]));
    let lock = fs::File::open(project.path("www/.briefs.releases/.attache-lock")).unwrap();
    lock.try_lock().unwrap();
    project.write("desk/briefs/b0.yaml", brief(0).replace("title: ", "title: Other "));
    let run = publish(&project, &[]);
    assert!(run.code == 5 && run.err.contains("somebody else is publishing"), "{run:?}");
    lock.unlock().unwrap();
    fine(&publish(&project, &[]));
}

#[test]
fn every_line_of_a_log_for_programs_is_an_object() {
    let project = desk(TARGET);
    let www = project.path("www/briefs").display().to_string();
    let events = |arguments: &[&str]| {
        let run = publish(&project, &[&["--log", "json"], arguments].concat());
        let lines = run.err.lines().map(|line| serde_json::from_str(line).unwrap());
        (run.code, lines.collect::<Vec<serde_json::Value>>())
    };
    let (code, lines) = events(&["intranet"]);
    assert_eq!(code, 0);
    let files = project.tree("www/briefs").into_iter().map(|(path, _)| path);
    let count = files.filter(|path| !path.starts_with(".attache")).count();
    let planned = serde_json::json!({
        "level": "info", "event": "plan", "target": "intranet", "address": www, "ceiling": "TLP:GREEN", "audience": null,
        "new": count, "changed": 0, "deleted": 0, "unchanged": 0, "bytes": lines[1]["bytes"]
    });
    let withheld = serde_json::json!({
        "level": "info", "event": "withheld", "ceiling": "TLP:GREEN", "path": "desk/briefs/secret.yaml",
        "what": "the brief, TLP:AMBER"
    });
    let published = serde_json::json!({
        "level": "info", "event": "published", "target": "intranet", "address": www, "written": count, "unchanged": 0, "deleted": 0
    });
    assert_eq!(lines, [withheld, planned, published]);
    assert_eq!(events(&[]).1.last().unwrap()["event"], "nothing-to-do");

    project.write("desk/briefs/b1.yaml", "schema: 1\n");
    let (code, lines) = events(&[]);
    assert_eq!((code, &lines[0]["code"], &lines[0]["severity"]), (1, &"A011".into(), &"error".into()));
    let (code, lines) = events(&["nowhere"]);
    assert_eq!((code, &lines[0]["event"], &lines[0]["exit"]), (2, &"failed".into(), &2.into()));
    let (code, lines) = events(&["--rollback"]);
    assert_eq!((code, &lines[0]["level"], &lines[0]["exit"]), (4, &"error".into(), &4.into()));
}

#[test]
fn readers_are_told_for_whom_it_is_and_no_more_than_they_may_know() {
    let project = desk(&TARGET.replace("keep: 3", "audience: 'Partners <b>', show_withheld: count"));
    let part = "key_facts: [{id: hidden, text: Invented., status: assessed, marking: TLP:RED}]\nallow: [{rule: A151, reason: A test.}]\n";
    project.write("desk/briefs/b1.yaml", format!("{}{part}", brief(1)));
    let pages = |paths: [&str; 3]| paths.map(|path| project.read(&format!("www/briefs/{path}")));
    fine(&publish(&project, &["--yes"]));
    let [home, whole, cut] = pages(["index.html", "briefs/b0.html", "briefs/b1.html"]);
    for page in [&home, &whole, &cut] {
        assert!(page.contains("For:</span> <bdi>Partners &lt;b&gt;</bdi>"), "{page}");
    }
    assert!(home.contains("1 brief is withheld here") && !whole.contains("withheld"));
    assert!(cut.contains("1 part of this brief is withheld here") && !cut.contains("Invented."));

    // Unless the target says so, nobody is told.
    let settings = project.read("desk/attache.yaml").replace(", show_withheld: count", "");
    project.write("desk/attache.yaml", settings);
    fine(&publish(&project, &["--yes"]));
    assert!(
        pages(["index.html", "briefs/b0.html", "briefs/b1.html"])
            .iter()
            .all(|page| !page.contains("withheld"))
    );
}

#[test]
fn a_target_can_have_pages_alone() {
    for (include, is_there) in [("", true), (", include: [markdown]", false), (", include: []", false)] {
        let project = desk(&TARGET.replace("keep: 3", &format!("keep: 3{include}")));
        fine(&publish(&project, &["--yes"]));
        assert_eq!(project.path("www/briefs/feed.atom").exists(), is_there, "{include}");
        assert!(project.path("www/briefs/index.html").exists(), "{include}");
    }
}

#[test]
fn targets_are_named_rightly() {
    let project = desk("title: A\n");
    let run = publish(&project, &[]);
    assert!(run.err.contains("desk/attache.yaml names no target to publish to"), "{}", run.err);
    fs::remove_file(project.path("desk/attache.yaml")).unwrap();
    let run = publish(&project, &[]);
    assert!(run.err.contains("there is no desk/attache.yaml that would name a target"), "{}", run.err);
    assert!(run.err.contains("`attache init`"), "{}", run.err);
    let both = "targets: [{name: a, url: 'file:../a', ceiling: TLP:RED}, {name: b, url: 'file:../b', ceiling: TLP:RED}]\n";
    let run = publish(&desk(both), &[]);
    assert!(run.err.contains("which target? There are `a` (TLP:RED), `b` (TLP:RED)"), "{}", run.err);
    let run = publish(&desk(both), &["c"]);
    assert!(
        run.err.contains("there is no target `c`; there are `a` (TLP:RED), `b` (TLP:RED)"),
        "{}",
        run.err
    );
    let password = "targets: [{name: a, url: 'ssh://me:hush@a.example/b', ceiling: TLP:RED}]\n";
    let run = publish(&desk(password), &[]);
    assert!(run.code == 1 && run.err.contains("credentials do not belong into the settings"), "{run:?}");
    assert!(
        run.err.contains("`ssh://…@a.example/b` is no place") && !run.err.contains("hush"),
        "{}",
        run.err
    );
    let wrong = "targets: [{name: a, url: 'ftp://a.example', ceiling: TLP:RED}]\n";
    let run = desk(wrong).run(&["check", "desk"]);
    assert!(run.out.contains("`ftp://a.example` is no place that a site can be published to"), "{}", run.out);
}

/// Every page is whole, and every page that the home page leads to is there.
fn is_whole(site: &Path) -> Result<(), String> {
    let read = |path: &str| fs::read_to_string(site.join(path)).map_err(|error| format!("{path}: {error}"));
    for path in ["index.html", "archive.html", "briefs/b0.html", "briefs/b1.html"] {
        let page = read(path)?;
        if !page.ends_with("</html>\n") {
            return Err(format!("{path} is cut off"));
        }
    }
    Ok(())
}

#[test]
fn readers_see_whole_pages_while_it_is_published() {
    let project = desk(TARGET);
    fine(&publish(&project, &[]));
    let (site, over, reads) = (project.path("www/briefs"), AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                is_whole(&site).unwrap();
                reads.fetch_add(4, Ordering::Relaxed);
            }
        });
        for number in 0..10 {
            let text = brief(0).replace("title: ", &format!("title: Number {number}, "));
            project.write("desk/briefs/b0.yaml", text);
            let run = publish(&project, &["--yes"]);
            if run.code != 0 {
                over.store(true, Ordering::Relaxed);
            }
            fine(&run);
        }
        over.store(true, Ordering::Relaxed);
    });
    assert!(reads.into_inner() > 100);
}

/// Asks a web server for pages over one connection, again and again, until it is over: how many came. Each is whole.
fn reads_on(port: u16, over: &AtomicBool) -> usize {
    let mut stream = BufReader::new(TcpStream::connect(("127.0.0.1", port)).unwrap());
    let mut requests = 0;
    while !over.load(Ordering::Relaxed) {
        for path in ["", "archive.html", "briefs/b0.html", "briefs/b1.html"] {
            let request = format!("GET /briefs/{path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
            stream.get_mut().write_all(request.as_bytes()).unwrap();
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                assert!(stream.read_line(&mut head).unwrap() > 0, "the connection ended: {head}");
            }
            assert!(head.starts_with("HTTP/1.1 200 "), "/briefs/{path}: {head}");
            let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap();
            let mut page = vec![0; length.parse().unwrap()];
            stream.read_exact(&mut page).unwrap();
            assert!(page.ends_with(b"</html>\n"), "/briefs/{path} is cut off");
            requests += 1;
        }
    }
    requests
}

/// Publishes under load: how many requests were answered meanwhile.
fn published_under_load(project: &Project) -> usize {
    fine(&publish(project, &[]));
    let server = nginx(&project.path("www")).unwrap();
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..4).map(|_| scope.spawn(|| reads_on(server.port, &over))).collect();
        let runs = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            for number in 0..20 {
                let text = brief(0).replace("title: ", &format!("title: Number {number}, "));
                project.write("desk/briefs/b0.yaml", text);
                project.write("desk/briefs/x.yaml", brief(20 + number % 2));
                fine(&publish(project, &["--yes"]));
            }
        }));
        over.store(true, Ordering::Relaxed);
        runs.unwrap();
        readers.into_iter().map(|reader| reader.join().unwrap()).sum()
    })
}

#[test]
fn a_web_server_under_load_never_has_a_missing_or_half_page() {
    if !nginx_is_there() {
        return;
    }
    let switched = desk(TARGET);
    let in_place = desk(TARGET);
    fs::create_dir_all(in_place.path("www/briefs")).unwrap();
    for (how, project) in [("by a link", &switched), ("in place", &in_place)] {
        let requests = published_under_load(project);
        // With `--nocapture`, the figure.
        println!("20 publications {how}: {requests} requests, none missing, none half");
        assert!(requests > 500, "{requests}");
    }
}

/// Kills a publication at some moment, again and again: what readers have is whole each time, and the next one completes it.
fn survives_kills(project: &Project) {
    fine(&publish(project, &[]));
    let site = project.path("www/briefs");
    let mut killed = 0;
    for number in 0_u64..100 {
        let text = brief(0).replace("title: ", &format!("title: Number {number}, "));
        project.write("desk/briefs/b0.yaml", text);
        // Each has a page that the one before does not have, and lacks one that it has.
        let path = |number| format!("desk/briefs/x{}.yaml", number % 3);
        project.write(&path(number), brief(10 + usize::try_from(number % 3).unwrap()));
        fs::remove_file(project.path(&path(number + 1))).ok();
        let mut child = Command::new(env!("CARGO_BIN_EXE_attache"))
            .args(["publish", "--desk", "desk", "--yes"])
            .current_dir(project.path(""))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Moments all over what a publication takes, and most of them near its end, in an order that is always the same.
        std::thread::sleep(Duration::from_millis(20 + number * 37 % 160));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        is_whole(&site).unwrap();
    }
    assert!(killed > 10, "{killed}");
    fine(&publish(project, &["--yes"]));
    assert!(project.read("www/briefs/briefs/b0.html").contains("Number 99"));
    assert!(fine(&publish(project, &["--verify"])).err.contains(" 0 not as published"));
    let folder = if site.is_symlink() { "www/.briefs.releases" } else { "www/briefs" };
    let left = fs::read_dir(project.path(folder)).unwrap().map(|it| it.unwrap().file_name());
    assert_eq!(left.filter(|name| name.to_string_lossy().starts_with(".attache-tmp")).count(), 0);
}

#[test]
fn a_killed_publication_leaves_a_link_that_leads_somewhere() {
    survives_kills(&desk(TARGET));
}

#[test]
fn a_killed_publication_leaves_whole_pages_in_place() {
    let project = desk(TARGET);
    fs::create_dir_all(project.path("www/briefs")).unwrap();
    survives_kills(&project);
}
