//! The calendar (RFC 5545) of what briefs say is to come.
//!
//! An entry needs exact days, so events whose date is a month, about a day or one of several are left out: a calendar has no way to
//! say so, and would make them look known. A time of day whose zone is stated is a moment; without one it is a time of no known
//! place, and the day stands for it. Each entry says in its title that it is expected, denied, disputed or held for doubtful or improbable,
//! and on whose word.

mod content;
mod dated;

use self::content::Lines;
use self::dated::{Dated, Told, dated};
use super::{Site, line, plain, time, urn};
use crate::desk::Overtaken;
use crate::locale::{Arg, Locale};
use crate::model::date::Shape;
use crate::model::{
    Brief, CivilDate, Credibility, Event, Marking, Prose, Standing, Statement, Status, Words as _,
};
use crate::view::site::{LaterWord, address};
use crate::view::{DateView, Labelled, party_name, said_by};

/// How many words of others stand in the description of an event.
const SHOWN: usize = 3;

/// The calendar of these briefs, in whatever order they come.
///
/// Where several briefs of a story have the same event, the last word of each speaker stands: for whoever holds the event for past by then, or
/// its date for uncertain, nothing stands in the calendar. An event that stands on a fact stands no better than the last words of its story on
/// that, which are among those of `overtaken`.
#[must_use]
pub fn calendar<'b>(
    site: &Site<'_>,
    briefs: impl IntoIterator<Item = &'b Brief>,
    overtaken: &Overtaken<'b>,
) -> String {
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.text("PRODID", concat!("-//attache//attache ", env!("CARGO_PKG_VERSION"), "//EN"));
    lines.raw("CALSCALE", "GREGORIAN");
    lines.text("NAME", site.title);
    lines.text("X-WR-CALNAME", site.title);
    let dated = dated(briefs, overtaken);
    if let Some(marking) = dated.iter().map(Dated::marking).max().map(Marking::word) {
        lines.text("DESCRIPTION", marking);
        lines.text("X-WR-CALDESC", marking);
    }
    if dated.is_empty() {
        nothing(&mut lines);
    }
    for dated in dated {
        write(&mut lines, &dated, site);
    }
    lines.raw("END", "VCALENDAR");
    lines.finish()
}

/// What stands in a calendar without events, for each must have some component (RFC 5545, section 3.4): the zone of universal time.
fn nothing(lines: &mut Lines) {
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", "UTC");
    lines.raw("BEGIN", "STANDARD");
    lines.raw("DTSTART", "19700101T000000");
    lines.raw("TZOFFSETFROM", "+0000");
    lines.raw("TZOFFSETTO", "+0000");
    lines.raw("END", "STANDARD");
    lines.raw("END", "VTIMEZONE");
}

fn write(lines: &mut Lines, dated: &Dated<'_>, site: &Site<'_>) {
    let Dated { key: (matter, id), brief, first, last, .. } = dated;
    let url = site.href(&address::brief(&brief.id));
    lines.raw("BEGIN", "VEVENT");
    let date = if dated.again { format!(" {first}") } else { String::new() };
    lines.raw("UID", &urn::uuid(site.desk, "event", &format!("{matter} {id}{date}")));
    lines.raw("DTSTAMP", &time::rfc5545(dated.updated(), site.time_zone));
    match moment(dated.event) {
        // Without an end it ends when it begins.
        Some(moment) => lines.raw("DTSTART", &moment),
        None => days(lines, *first, *last),
    }
    lines.text("SUMMARY", &summary(dated, site.locale));
    lines.text("DESCRIPTION", &description(dated, site, &url));
    if site.base_url.is_some() {
        lines.raw("URL", &url);
    }
    lines.raw("CLASS", class(dated.marking()));
    lines.raw("STATUS", "TENTATIVE");
    lines.raw("TRANSP", "TRANSPARENT");
    lines.raw("END", "VEVENT");
}

/// The moment of an event whose time of day and zone are stated.
fn moment(event: &Event) -> Option<String> {
    match event.when.as_ref()?.value.shape() {
        Shape::Moment(moment) => time::rfc5545_moment(moment),
        _ => None,
    }
}

/// Whole days. The end is the first day that is free again; after the last day that there is, one day is meant by default.
fn days(lines: &mut Lines, first: CivilDate, last: CivilDate) {
    lines.raw("DTSTART;VALUE=DATE", &time::rfc5545_day(first));
    if let Some(end) = last.as_naive().succ_opt().and_then(CivilDate::from_naive) {
        lines.raw("DTEND;VALUE=DATE", &time::rfc5545_day(end));
    }
}

/// The event with its speaker, for a title. A cell of a calendar shows its first letters alone: what is not simply expected says so
/// there.
fn summary(dated: &Dated<'_>, locale: &Locale) -> String {
    let (text, standing) = told(dated);
    let (event, speaker) = (plain(text), on_whose_word(standing.as_ref(), locale));
    let credibility = standing.and_then(|it| it.fact?.credibility.as_ref()).map(|it| it.value);
    let title = match (standing.and_then(|it| it.status), credibility) {
        (Some(Status::Denied), _) => "calendar_event_denied",
        (Some(Status::Disputed), _) => "calendar_event_disputed",
        (_, Some(Credibility::Improbable)) => "calendar_event_improbable",
        (_, Some(Credibility::Doubtful)) => "calendar_event_doubtful",
        _ => "calendar_expected",
    };
    locale.say(title, &[("event", Arg::Text(&event)), ("speaker", Arg::Text(&speaker))])
}

/// What a title tells, and how it stands. Where a later brief takes back what the event stands on, that is told: in the words that were
/// denied or disputed, if these are others than before.
fn told<'d>(dated: &Dated<'d>) -> (&'d Prose, Option<Standing<'d>>) {
    let event = &dated.event.text.value;
    let Some(later) = dated.taken_back() else {
        return (event, Standing::of_event(dated.event, dated.brief));
    };
    let [had, now] = [later.fact, later.now].map(Statement::of_fact);
    let text = if now.has_words_of(had) { event } else { &later.now.text.value };
    (text, Some(Standing::of_fact(later.now)))
}

/// The speaker in short; that somebody denies it is said of them.
fn on_whose_word(standing: Option<&Standing<'_>>, locale: &Locale) -> String {
    let Some(standing) = standing else {
        return locale.word("no_source_named").to_owned();
    };
    let Some(attribution) = standing.attribution else { return said_by(None, locale) };
    let speaker = party_name(&attribution.said_by, locale);
    if standing.status == Some(Status::Denied) {
        return locale.say("calendar_denied", &[("speaker", Arg::Text(&speaker))]);
    }
    speaker
}

/// The whole attribution, what others say of it, the brief, where to read it, and how it may be handled.
fn description(dated: &Dated<'_>, site: &Site<'_>, url: &str) -> String {
    let locale = site.locale;
    let brief = format!("{} ({})", line(&dated.brief.title.value), dated.brief.date.value);
    let mut parts = vec![word(dated.event, dated.brief, locale)];
    let (later, more_later) = LaterWord::first(&dated.later, locale);
    parts.extend(later.iter().map(|later| later.said(locale)));
    let (others, more_others) = dated.others.split_at_checked(SHOWN).unwrap_or((&dated.others, &[]));
    parts.extend(others.iter().map(|other| said_by_other(dated, other, locale)));
    let more = more_later.unwrap_or_default() + more_others.len();
    parts.extend((more > 0).then(|| locale.counted("count_more_words", more).into_owned()));
    parts.push(brief);
    parts.extend(site.base_url.map(|_| url.to_owned()));
    parts.push(dated.marking().word().to_owned());
    parts.join("\n")
}

/// How well something is attested, and on whose word.
fn word(event: &Event, brief: &Brief, locale: &Locale) -> String {
    let Some(standing) = Standing::of_event(event, brief) else {
        return locale.word("No_source_named").to_owned();
    };
    let by = said_by(standing.attribution, locale);
    match Labelled::of_standing(standing, brief, locale) {
        // It says itself that it is our own.
        Some(_) if standing.status == Some(Status::Assessed) && standing.attribution.is_none() => by,
        Some(status) => format!("{}{}{by}", status.label, locale.word("colon")),
        None => by,
    }
}

/// The last word of somebody else on the event: `Also, 5 May 2025: Denial: the port`, with what it says where that is put otherwise.
fn said_by_other(dated: &Dated<'_>, (brief, event): &Told<'_>, locale: &Locale) -> String {
    let label = locale.word(if brief.date.value > dated.brief.date.value { "later" } else { "same_day" });
    let (day, colon) = (DateView::new(&brief.date.value, locale).text, locale.word("colon"));
    let word = word(event, brief, locale);
    let [told, other] = [dated.event, *event].map(Statement::of_event);
    let says = if other.has_words_of(told) {
        String::new()
    } else {
        format!(" — “{}”", plain(&event.text.value))
    };
    format!("{label} {day}{colon}{word}{says}")
}

/// The nearest of the three classes that there are; the label itself stands in the description.
fn class(marking: Marking) -> &'static str {
    match marking {
        Marking::Clear => "PUBLIC",
        Marking::Green | Marking::Amber => "PRIVATE",
        Marking::AmberStrict | Marking::Red => "CONFIDENTIAL",
    }
}
