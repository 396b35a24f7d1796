//! Headlines, bottom lines, markings, corrections.

use super::compare::{Both, Found};
use super::words::same_words;
use super::{How, Item, Shift, Standing, details};
use crate::model::{Brief, Correction, Marking};
use crate::span::Spanned;

/// The briefs of a thread themselves.
pub(super) fn compare<'d>(old: &[&'d Brief], new: &[&'d Brief], found: &mut Found<'_, 'd>) {
    let Some(last) = old.last() else { return };
    for brief in new {
        match old.iter().find(|it| found.same_document(it, brief)) {
            Some(before) => versions(before, brief, found),
            None => follows(last, brief, found),
        }
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
    marking(Some(&old.marking), Some(&new.marking), &mut brief);
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

/// A handling label; a part without one has none of its own.
pub(super) fn marking(
    old: Option<&Spanned<Marking>>,
    new: Option<&Spanned<Marking>>,
    both: &mut Both<'_, '_>,
) {
    let (old, new) = (old.map(|it| it.value), new.map(|it| it.value));
    let shift = match (old, new) {
        (Some(old), Some(new)) if new > old => Shift::Up,
        (Some(old), Some(new)) if new < old => Shift::Down,
        (None, Some(_)) | (Some(_), None) => Shift::Moved,
        _ => return,
    };
    both.changed(How::Marking(shift));
}
