//! Headlines, bottom lines, markings, corrections.

use super::compare::{Both, Found};
use super::{How, Item, Shift, Standing, details};
use crate::language::wording::same_words;
use crate::model::{Brief, Correction, Marking};
use crate::span::Spanned;

/// The briefs of a thread themselves.
pub(super) fn compare<'d>(old: &[&'d Brief], new: &[&'d Brief], found: &mut Found<'_, 'd>) {
    let Some(mut last) = old.last() else { return };
    for day in new.chunk_by(|one, next| one.date.value == next.date.value) {
        for brief in day {
            match old.iter().find(|it| found.same_document(it, brief)) {
                Some(before) => versions(before, brief, found),
                None => follows(last, brief, found),
            }
        }
        last = day.last().unwrap_or(last);
    }
    // Briefs of the same day that are versions of none: one of two was taken away.
    let same_day = |brief: &&&Brief| new.iter().any(|it| it.date.value == brief.date.value);
    for gone in old.iter().filter(same_day) {
        if !new.iter().any(|brief| found.same_document(gone, brief)) {
            found.went(gone, Item::Brief);
        }
    }
}

fn standing<'d>(brief: &'d Brief, item: Item<'d>) -> Standing<'d> {
    Standing { brief, item }
}

/// Two versions of one brief.
fn versions<'d>(old: &'d Brief, new: &'d Brief, found: &mut Found<'_, 'd>) {
    let mut brief = found.both(standing(old, Item::Brief), standing(new, Item::Brief));
    marking(old.marking.value, new.marking.value, &mut brief);
    brief.details(|| details::of_brief(old, new));
    if !same_words(old.title.value.as_str(), new.title.value.as_str()) {
        found.both(standing(old, Item::Title), standing(new, Item::Title)).changed(How::Reworded);
    }
    bottom_line(old, new, found);
    corrections(old, new, found);
}

/// A newer brief on the same story. Its headline is its own; the bottom line is the story's.
fn follows<'d>(old: &'d Brief, new: &'d Brief, found: &mut Found<'_, 'd>) {
    found.both(standing(old, Item::Brief), standing(new, Item::Brief)).changed(How::Followed);
    bottom_line(old, new, found);
    for correction in &new.corrections {
        found.came(new, Item::Correction(correction));
    }
}

fn bottom_line<'d>(old: &'d Brief, new: &'d Brief, found: &mut Found<'_, 'd>) {
    if !same_words(old.bottom_line.value.as_str(), new.bottom_line.value.as_str()) {
        found.both(standing(old, Item::BottomLine), standing(new, Item::BottomLine)).changed(How::Reworded);
    }
}

fn corrections<'d>(old: &'d Brief, new: &'d Brief, found: &mut Found<'_, 'd>) {
    let same = |a: &Correction, b: &Correction| {
        a.on.value == b.on.value && same_words(a.text.value.as_str(), b.text.value.as_str())
    };
    for correction in &new.corrections {
        if !old.corrections.iter().any(|it| same(it, correction)) {
            found.came(new, Item::Correction(correction));
        }
    }
    for correction in &old.corrections {
        if !new.corrections.iter().any(|it| same(it, correction)) {
            found.went(old, Item::Correction(correction));
        }
    }
}

/// The handling label of a part, which is that of its brief where it has none of its own. Where neither has, the brief tells of it.
pub(super) fn part_marking(
    old: (&Brief, Option<&Spanned<Marking>>),
    new: (&Brief, Option<&Spanned<Marking>>),
    both: &mut Both<'_, '_>,
) {
    let of_part = |(brief, own): (&Brief, Option<&Spanned<Marking>>)| own.unwrap_or(&brief.marking).value;
    if old.1.is_some() || new.1.is_some() {
        marking(of_part(old), of_part(new), both);
    }
}

fn marking(old: Marking, new: Marking, both: &mut Both<'_, '_>) {
    both.changed(match new.cmp(&old) {
        std::cmp::Ordering::Greater => Some(How::Marking(Shift::Up)),
        std::cmp::Ordering::Less => Some(How::Marking(Shift::Down)),
        std::cmp::Ordering::Equal => None,
    });
}
