//! The calendar (RFC 5545) of what briefs say is to come.
//!
//! An entry needs exact days, so events whose date is a month, about a day or one of several are left out: a calendar has no way to
//! say so, and would make them look known. A time of day whose zone is stated is a moment; without one it is a time of no known
//! place, and the day stands for it. Each entry says in its title that it is expected, denied or disputed, and on whose word.

mod content;
mod dated;

use self::content::Lines;
use self::dated::{Dated, dated};
use super::{Site, highest, line, plain, time, urn};
use crate::locale::{Arg, Locale};
use crate::model::date::Shape;
use crate::model::{Brief, CivilDate, Event, Marking, Status, Words as _};
use crate::view::site::address;
use crate::view::{party_name, said_by, standing};

/// The calendar of these briefs, in whatever order they come.
///
/// Where several briefs of a story have the same event, those of the latest day alone speak of it: if they hold the event for past, or
/// its date for uncertain, nothing stands in the calendar.
#[must_use]
pub fn calendar<'b>(site: &Site<'_>, briefs: impl IntoIterator<Item = &'b Brief>) -> String {
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.text("PRODID", concat!("-//attache//attache ", env!("CARGO_PKG_VERSION"), "//EN"));
    lines.raw("CALSCALE", "GREGORIAN");
    lines.text("NAME", site.title);
    lines.text("X-WR-CALNAME", site.title);
    let dated = dated(briefs);
    if let Some(marking) = highest(dated.iter().map(|it| it.brief)) {
        lines.text("DESCRIPTION", marking);
        lines.text("X-WR-CALDESC", marking);
    }
    for dated in dated {
        write(&mut lines, &dated, site);
    }
    lines.raw("END", "VCALENDAR");
    lines.finish()
}

fn write(lines: &mut Lines, dated: &Dated<'_>, site: &Site<'_>) {
    let Dated { key: (matter, id), brief, first, last, .. } = dated;
    let url = site.href(&address::brief(&brief.id));
    lines.raw("BEGIN", "VEVENT");
    let date = if dated.again { format!(" {first}") } else { String::new() };
    lines.raw("UID", &urn::uuid("event", &format!("{matter} {id}{date}")));
    lines.raw("DTSTAMP", &time::rfc5545(time::updated(brief), site.time_zone));
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
    lines.raw("CLASS", class(brief.banner()));
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
    lines.raw("DTSTART;VALUE=DATE", &day(first));
    if let Some(end) = last.as_naive().succ_opt().and_then(CivilDate::from_naive) {
        lines.raw("DTEND;VALUE=DATE", &day(end));
    }
}

fn day(day: CivilDate) -> String {
    day.as_naive().format("%Y%m%d").to_string()
}

/// The event with its speaker, for a title. A cell of a calendar shows its first letters alone: what is not simply expected says so
/// there.
fn summary(dated: &Dated<'_>, locale: &Locale) -> String {
    let (event, speaker) = (plain(&dated.event.text.value), on_whose_word(dated, locale));
    let title = match standing(dated.event, dated.brief).and_then(|standing| standing.status) {
        Some(Status::Denied) => "calendar_event_denied",
        Some(Status::Disputed) => "calendar_event_disputed",
        _ => "calendar_expected",
    };
    locale.say(title, &[("event", Arg::Text(&event)), ("speaker", Arg::Text(&speaker))])
}

/// The speaker in short; that somebody denies it is said of them.
fn on_whose_word(dated: &Dated<'_>, locale: &Locale) -> String {
    let Some(standing) = standing(dated.event, dated.brief) else {
        return locale.word("no_source_named").to_owned();
    };
    let Some(attribution) = standing.attribution else { return said_by(None, locale) };
    let speaker = party_name(&attribution.said_by, locale);
    if standing.status == Some(Status::Denied) {
        return locale.say("calendar_denied", &[("speaker", Arg::Text(&speaker))]);
    }
    speaker
}

/// The whole attribution, the brief, where to read it, and how it may be handled.
fn description(dated: &Dated<'_>, site: &Site<'_>, url: &str) -> String {
    let word = match standing(dated.event, dated.brief) {
        None => site.locale.word("No_source_named").to_owned(),
        Some(standing) => match (standing.status, said_by(standing.attribution, site.locale)) {
            (Some(Status::Assessed), by) if standing.attribution.is_none() => by,
            (Some(status), by) => format!("{}{}{by}", site.locale.label(status), site.locale.word("colon")),
            (None, by) => by,
        },
    };
    let brief = format!("{} ({})", line(&dated.brief.title.value), dated.brief.date.value);
    let mut parts = vec![word, brief];
    parts.extend(site.base_url.map(|_| url.to_owned()));
    parts.push(dated.brief.banner().word().to_owned());
    parts.join("\n")
}

/// The nearest of the three classes that there are; the label itself stands in the description.
fn class(marking: Marking) -> &'static str {
    match marking {
        Marking::Clear => "PUBLIC",
        Marking::Green | Marking::Amber => "PRIVATE",
        Marking::AmberStrict | Marking::Red => "CONFIDENTIAL",
    }
}
