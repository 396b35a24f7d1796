//! The picture of a timeline.

use std::path::Path;

use attache::locale::Locale;
use attache::model::{Attestation, Brief, FuzzyDate, Status, Words as _};
use attache::render::{Renderer, TemplateSet};
use attache::settings::Settings;
use attache::source;
use attache::validate::{Inherited, validate};
use attache::view::picture::{Across, End, MarkKind, MarkView, PictureView, Pictured};
use attache::view::site::PageHead;
use quick_xml::events::Event;

use crate::expected::{assert_expected, files, folder};

const LEFT: Across = Across(0);
const RIGHT: Across = Across(1000);

fn read(path: &Path) -> Brief {
    let file = source::read(path).unwrap().unwrap();
    validate(&file, &Inherited::default()).brief.unwrap()
}

fn rendered(picture: &PictureView<'_>) -> String {
    let renderer = Renderer::new(TemplateSet::built_in()).and_then(|it| it.for_desk(&Settings::default()));
    let renderer = renderer.unwrap_or_else(|(found, _)| panic!("{found:#?}"));
    renderer.page(&PageHead::default(), picture).unwrap_or_else(|found| panic!("{found:#?}")).text
}

/// The picture of events on these dates, all of them in the past.
fn picture(dates: &[&str]) -> Option<PictureView<'static>> {
    let dates: Vec<_> = dates.iter().map(|date| FuzzyDate::parse(date).unwrap()).collect();
    PictureView::of(
        dates.iter().map(|when| Pictured { when: Some(when), expected: false, status: None }),
        Locale::english(),
    )
}

#[test]
fn a_picture_of_one_day_shows_nothing_and_one_of_many_shows_them_all() {
    let hours: Vec<_> = (1..6).map(|hour| format!("2025-03-05T0{hour}:05:00Z")).collect();
    let hours: Vec<_> = hours.iter().map(String::as_str).collect();
    assert!(picture(&hours).is_none());
    assert!(picture(&[&hours[..], &["2025-03-06"]].concat()).is_some());
    assert!(picture(&["2025-03-05", "2025-03-05", "2025-03-05/.."]).is_some());
    let mut days: Vec<_> =
        (0..60).map(|day| format!("2025-{:02}-{:02}", 1 + day / 28, 1 + day % 28)).collect();
    for _ in 0..2 {
        let names: Vec<_> = days.iter().map(String::as_str).collect();
        let picture = picture(&names).unwrap();
        assert_eq!((picture.marks.len(), picture.left_out), (60, None));
        days.reverse();
    }
}

#[test]
fn the_title_counts_what_is_drawn() {
    let crowd = ["2025-03-05"; 70];
    let picture = picture(&[&crowd[..], &["2025-03-01"]].concat()).unwrap();
    assert!(picture.marks.len() < 71);
    assert!(picture.title.contains(&format!("{} events", picture.marks.len())), "{}", picture.title);
    assert!(picture.left_out.is_some());
}

#[test]
fn timelines_become_their_pictures() {
    let cases = files(&folder("inputs/ok"), "yaml").into_iter().chain(files(&folder("feeds"), "yaml"));
    for path in cases {
        let expected = folder("feeds").join(path.file_name().unwrap()).with_extension("svg");
        match PictureView::of_brief(&read(&path), Locale::english()) {
            None => assert!(!expected.exists(), "{} has no picture", path.display()),
            Some(picture) => assert_expected(&expected, &rendered(&picture)),
        }
    }
}

/// Elements are closed in order, and nothing is styled where the policy of a page would forbid it.
fn assert_well_formed(text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {text}")) {
            Event::Start(tag) => {
                depth += 1;
                assert!(tag.attributes().all(|it| it.unwrap().key.as_ref() != "style"), "{text}");
            }
            Event::Empty(tag) => assert!(tag.attributes().all(|it| it.unwrap().key.as_ref() != "style")),
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{text}");
}

/// Dates of every form, from a seed.
fn dates(seed: u64, count: usize) -> Vec<String> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = move |limit: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % limit
    };
    (0..count)
        .map(|_| {
            let far = if below(10) == 0 { below(9900) + 1 } else { 2023 + below(3) };
            let (year, month, day) = (far, below(12) + 1, below(28) + 1);
            let exact = format!("{year:04}-{month:02}-{day:02}");
            match below(14) {
                0 => format!("{year:04}-{month:02}"),
                1 => format!("{year:04}"),
                2 => format!("{exact}/.."),
                3 => format!("../{exact}"),
                4 => format!("{exact}/"),
                5 => format!("/{exact}"),
                6 => format!("[..{exact}]"),
                7 => format!("[{exact}..]"),
                8 => format!("{exact}/{:04}-{month:02}", year + below(2)),
                9 => format!("{exact}~"),
                10 => format!("{year:04}-{month:02}%"),
                11 => format!("{:03}X", year / 10),
                _ => exact,
            }
        })
        .collect()
}

#[test]
fn whatever_the_dates_everything_lies_in_the_picture_and_in_order() {
    for seed in 0..400 {
        let texts = dates(seed, 3 + usize::try_from(seed % 60).unwrap());
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let picture = picture(&texts).unwrap_or_else(|| panic!("{texts:?}"));
        let told = format!("seed {seed}: {texts:?}");
        assert!(picture.ticks.iter().all(|it| (LEFT..=RIGHT).contains(&it.x)), "{told}");
        assert!(picture.ticks.is_sorted_by_key(|it| it.x) && picture.ticks.len() <= 9, "{told}");
        assert!(!picture.ticks.is_empty() && picture.ticks[0].x < Across(600), "{told}");
        for mark in &picture.marks {
            assert!(mark.x <= mark.end && mark.end <= RIGHT, "{told}");
            assert_eq!(mark.width.0, mark.end.0 - mark.x.0, "{told}");
            let bar = !matches!(mark.kind, MarkKind::Day | MarkKind::Beyond);
            assert_eq!(mark.width >= Across(14), bar, "{told}: {mark:?}");
            assert!(mark.y >= 16 && mark.y + 10 <= picture.axis, "{told}");
            let core = mark.core.is_none_or(|it| it.x >= mark.x && it.x.0 + it.width.0 <= mark.end.0);
            assert!(core, "{told}: {mark:?}");
        }
        assert!(picture.axis < picture.height && picture.axis <= 2 * 6 + 24 * 20, "{told}");
        assert_order(&picture, &texts, &told);
        assert_no_overlap(&picture, &told);
        assert_well_formed(&rendered_quickly(&picture, seed));
    }
}

/// What begins earlier does not stand further right.
fn assert_order(picture: &PictureView<'_>, texts: &[&str], told: &str) {
    let mut starts: Vec<_> = picture
        .marks
        .iter()
        .filter(|mark| matches!(mark.kind, MarkKind::Day | MarkKind::Beyond))
        .map(|mark| (FuzzyDate::parse(texts[mark.number - 1]).unwrap().latest().day(), mark.x))
        .filter(|(_, x)| *x > LEFT && *x < RIGHT)
        .collect();
    starts.sort();
    assert!(starts.is_sorted_by_key(|(_, x)| *x), "{told}: {starts:?}");
    assert!(picture.marks.is_sorted_by_key(|mark| mark.number), "{told}");
}

/// Whether a mark stands behind another, of two upon each other the one that is told later.
fn is_behind(mark: &MarkView<'_>, other: &MarkView<'_>) -> bool {
    (mark.x, mark.number) > (other.x, other.number)
}

/// On the shortest axis, of 256 pixels, no mark lies under another's number.
fn assert_no_overlap(picture: &PictureView<'_>, told: &str) {
    let pixels = |across: Across| f64::from(across.0) * 0.256;
    for mark in &picture.marks {
        for other in picture.marks.iter().filter(|other| other.y == mark.y && is_behind(other, mark)) {
            let beside = if matches!(other.from, End::Sharp | End::Unknown) { 0.0 } else { 10.0 };
            let number = 20.0 + 7.0 * f64::from(u32::try_from(other.label.len()).unwrap());
            assert!(
                pixels(mark.end) <= pixels(other.x) - number - beside + 1.0,
                "{told}: {mark:?} {other:?}"
            );
        }
    }
}

/// Rendering takes longer than all the rest, so not every picture is rendered.
fn rendered_quickly(picture: &PictureView<'_>, seed: u64) -> String {
    if seed.is_multiple_of(20) { rendered(picture) } else { String::new() }
}

#[test]
fn two_dates_are_no_picture() {
    assert!(picture(&["2025-03-05", "2025-03-06"]).is_none());
    assert!(
        PictureView::of([Pictured { when: None, expected: false, status: None }; 9], Locale::english())
            .is_none()
    );
}

#[test]
fn each_form_of_a_date_has_its_shape() {
    let forms = [
        ("2025-03-05", MarkKind::Day, End::Sharp, End::Sharp, false),
        ("2025-03-05T10:30:00Z", MarkKind::Day, End::Sharp, End::Sharp, false),
        ("2025-03-05~", MarkKind::Day, End::About, End::About, false),
        ("2025-03", MarkKind::Within, End::Sharp, End::Sharp, false),
        ("2025-03-01/2025-03-09", MarkKind::Lasting, End::Sharp, End::Sharp, true),
        // It may have begun in March and ended in March: no day of it is certain.
        ("2025-03/2025-03", MarkKind::Lasting, End::Sharp, End::Sharp, false),
        ("2025-03-01/..", MarkKind::Lasting, End::Sharp, End::Open, true),
        ("2025-03-01/", MarkKind::Lasting, End::Sharp, End::Unknown, true),
        ("2025-03/", MarkKind::Lasting, End::Sharp, End::Unknown, false),
        ("../2025-03-01", MarkKind::Lasting, End::Open, End::Sharp, true),
        ("[..2025-03-20]", MarkKind::OneOf, End::Open, End::Sharp, false),
        ("[2025-03-20,2025-03-25~]", MarkKind::OneOf, End::About, End::About, false),
    ];
    let texts: Vec<_> = forms.iter().map(|(text, ..)| *text).collect();
    let picture = picture(&texts).unwrap();
    for (mark, (text, kind, from, to, core)) in picture.marks.iter().zip(forms) {
        assert_eq!((mark.kind, mark.from, mark.to, mark.core.is_some()), (kind, from, to, core), "{text}");
    }
    let keys: Vec<_> = picture.key.iter().map(|key| key.shape).collect();
    assert_eq!(keys, ["day", "within", "lasting", "one-of", "about", "open", "unknown"]);
}

#[test]
fn a_few_far_off_do_not_squash_the_rest() {
    let picture =
        picture(&["1920-08-10", "2025-03-01", "2025-03-05", "2025-03-20", "1999/2025-03-10", "2025-03"]);
    let picture = picture.unwrap();
    let of = |number: usize| &picture.marks[number - 1];
    assert_eq!((of(1).kind, of(1).from, of(1).x), (MarkKind::Beyond, End::Beyond, LEFT));
    assert_eq!((of(5).from, of(5).to), (End::Beyond, End::Sharp));
    assert_eq!((of(6).from, of(6).to), (End::Sharp, End::Sharp));
    assert!(of(4).x.0 - of(2).x.0 > 400, "{picture:?}");
    assert!(picture.title.contains("10 August 1920"), "{}", picture.title);
}

#[test]
fn what_is_not_drawn_is_told() {
    let day = FuzzyDate::parse("2025-03-05").unwrap();
    let denied = Attestation { status: Status::Denied, is_by_another: false };
    let dated = Pictured { when: Some(&day), expected: true, status: Some(denied) };
    let undated = Pictured { when: None, ..dated };
    let before = FuzzyDate::parse("2025-03-04").unwrap();
    let first = Pictured { when: Some(&before), ..dated };
    let events = [vec![first], vec![dated; 29], vec![undated; 2]].concat();
    let picture = PictureView::of(events, Locale::english()).unwrap();
    assert_eq!(picture.marks.len(), 25);
    assert_eq!(picture.left_out.as_deref(), Some("Not drawn: 2 without a date, 5 for lack of room."));
    assert_eq!(picture.title, "Picture of the timeline: 25 events between 4 March 2025 and 5 March 2025");
    assert!(picture.description.contains(
        "12: 5 March 2025, expected. Denial by the party concerned. The dates of 18 more are in the list."
    ));
    assert!(picture.marks.iter().all(|mark| mark.status.as_ref().unwrap().word == Status::Denied.word()));
}

#[test]
fn the_title_makes_no_date_sharper_than_it_is_given() {
    let cases: [(&[&str], &str); 7] = [
        (&["2025-03-05", "2025-03", "2025-04-01"], " between March 2025 and 1 April 2025"),
        (&["2025-03-01", "2025-03", "2025-03-31"], " between 1 March 2025 and 31 March 2025"),
        (&["198X", "2025-03-05", "2025-08-01"], " between the 1980s and 1 August 2025"),
        (&["198X", "2025-03-05", "[2025-08-01..]"], ""),
        (&["[..1987]", "2025-03-05", "2025-08-01"], ""),
        (&["1999/2025-03-10", "2025-03-05", "2025-03-06"], ""),
        (&["2025-03-01/2025-03-10", "2025-03-05", "2025-03-06"], " between 1 March 2025 and 10 March 2025"),
    ];
    for (dates, range) in cases {
        assert_eq!(
            picture(dates).unwrap().title,
            format!("Picture of the timeline: 3 events{range}"),
            "{dates:?}"
        );
    }
}
