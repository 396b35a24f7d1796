//! The calendar (RFC 5545) of what briefs say is to come.
//!
//! An entry needs exact days, so events whose date is a month, about a day or one of several are left out: a calendar has no way to
//! say so, and would make them look known. A time of day whose zone is stated is a moment; without one it is a time of no known
//! place, and the day stands for it. Each entry says in its title that it is expected, denied or disputed, and on whose word.

mod content;
mod dated;

use self::content::Lines;
use self::dated::{Dated, dated};
use super::{Site, line, plain, time, urn};
use crate::desk::Overtaken;
use crate::locale::{Arg, Locale};
use crate::model::date::Shape;
use crate::model::{Brief, CivilDate, Event, Marking, Prose, Standing, Statement, Status, Words as _};
use crate::view::site::{LaterWord, address};
use crate::view::{Labelled, party_name, said_by};

/// The calendar of these briefs, in whatever order they come.
///
/// Where several briefs of a story have the same event, those of the latest day alone speak of it: if they hold the event for past, or
/// its date for uncertain, nothing stands in the calendar. An event that stands on a fact stands no better than the last words of its
/// story on that, which are among those of `overtaken`.
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
    lines.raw("UID", &urn::uuid("event", &format!("{matter} {id}{date}")));
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
    let title = match standing.and_then(|standing| standing.status) {
        Some(Status::Denied) => "calendar_event_denied",
        Some(Status::Disputed) => "calendar_event_disputed",
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

/// The whole attribution, what later briefs say of it, the brief, where to read it, and how it may be handled.
fn description(dated: &Dated<'_>, site: &Site<'_>, url: &str) -> String {
    let word = match Standing::of_event(dated.event, dated.brief) {
        None => site.locale.word("No_source_named").to_owned(),
        Some(standing) => {
            match (Labelled::of_standing(standing, site.locale), said_by(standing.attribution, site.locale)) {
                (Some(_), by)
                    if standing.status == Some(Status::Assessed) && standing.attribution.is_none() =>
                {
                    by
                }
                (Some(status), by) => format!("{}{}{by}", status.label, site.locale.word("colon")),
                (None, by) => by,
            }
        }
    };
    let brief = format!("{} ({})", line(&dated.brief.title.value), dated.brief.date.value);
    let mut parts = vec![word];
    parts.extend(LaterWord::first(&dated.later, site.locale).0.iter().map(|later| later.said(site.locale)));
    parts.push(brief);
    parts.extend(site.base_url.map(|_| url.to_owned()));
    parts.push(dated.marking().word().to_owned());
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
