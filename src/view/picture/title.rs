//! What a picture is, in a few words: how many events, and between which dates.

use super::extent::{Day, Extent};
use super::scale;
use crate::locale::{Arg, Locale};
use crate::model::FuzzyDate;
use crate::model::date::{PartialDate, Shape, Stated};

/// How many events there are, and from when to when as far as the brief says so itself. Where one of them has no limit on a side, or
/// the outermost date is none that can be told as it is given, the number stands alone: the first day of “the 1980s” is no date that
/// anybody gave.
pub(super) fn of(extents: &[Extent<'_>], locale: &Locale) -> String {
    let title = locale.counted("picture_title", extents.len());
    let (Some(first), Some(last)) = (first(extents), last(extents)) else { return title.into_owned() };
    let (Some(from), Some(to)) = (beginning(first, locale), end(last, locale)) else {
        return title.into_owned();
    };
    let title_arg = ("title", Arg::Text(&title));
    if from != to {
        let ends = [title_arg, ("first", Arg::Text(&from)), ("last", Arg::Text(&to))];
        return locale.say("picture_between", &ends);
    }
    let on_a_day = first.event.when.is_some_and(|when| when.exact().is_some());
    if on_a_day {
        locale.say("picture_on", &[title_arg, ("day", Arg::Text(&from))])
    } else {
        title.into_owned()
    }
}

/// The event that begins first, of several the one that is known best; none where one has no beginning.
fn first<'s, 'e>(extents: &'s [Extent<'e>]) -> Option<&'s Extent<'e>> {
    let bounded = extents.iter().all(|it| it.first.is_some());
    extents.iter().filter(|_| bounded).min_by_key(|it| (it.first, it.last.is_none(), it.last))
}

/// The event that ends last, of several the one that is known best; none where one has no end.
fn last<'s, 'e>(extents: &'s [Extent<'e>]) -> Option<&'s Extent<'e>> {
    let bounded = extents.iter().all(|it| it.last.is_some());
    extents.iter().filter(|_| bounded).max_by_key(|it| (it.last, it.first))
}

fn beginning(extent: &Extent<'_>, locale: &Locale) -> Option<String> {
    let when = extent.event.when?;
    match when.shape() {
        Shape::Between(ends) => exact(&ends.start, extent.first, locale),
        Shape::From { start, .. } => exact(start, extent.first, locale),
        _ => single(when, extent.first, locale),
    }
}

fn end(extent: &Extent<'_>, locale: &Locale) -> Option<String> {
    let when = extent.event.when?;
    match when.shape() {
        Shape::Between(ends) => exact(&ends.end, extent.last, locale),
        Shape::Until { end, .. } => exact(end, extent.last, locale),
        _ => single(when, extent.last, locale),
    }
}

/// A date that is one, in its own words; of a moment its day.
fn single(when: &FuzzyDate, day: Option<Day>, locale: &Locale) -> Option<String> {
    match when.shape() {
        Shape::Date(_) => Some(locale.date(when).into_text().into_owned()),
        Shape::Moment(_) => day_in_words(day?, locale),
        _ => None,
    }
}

/// The end of a span, where it is a day that nobody doubts.
fn exact(date: &PartialDate, day: Option<Day>, locale: &Locale) -> Option<String> {
    let doubt = date.doubt_of_any();
    let certain = matches!(date.stated(), Stated::Day(_)) && !doubt.is_approximate() && !doubt.is_uncertain();
    day.filter(|_| certain).and_then(|day| day_in_words(day, locale))
}

fn day_in_words(day: Day, locale: &Locale) -> Option<String> {
    scale::date(day).map(|day| locale.date(&FuzzyDate::from(day)).into_text().into_owned())
}
