//! Marks in lanes, so that neither they nor their numbers overlap.

use super::{Across, EDGE, End, LANE, MarkView};

/// The shortest axis that is foreseen, in pixels: on a phone of 360 pixels, without the margins of the page and of the picture. On
/// longer ones there is more room between marks.
pub(super) const SHORTEST: u32 = 256;

/// What is free before the axis, in pixels.
const BEFORE: u32 = 52;

/// What is free behind the axis, in pixels.
pub(super) const BEHIND: u32 = 14;

/// The width of a digit, in pixels, rounded up.
pub(super) const DIGIT: u32 = 7;

/// From a mark to its number: a gap, the shape of its status, a gap; in pixels.
const TO_NUMBER: u32 = 20;

/// What an arrow or a dashed end takes beside the mark, in pixels.
const BESIDE: u32 = 10;

/// Between one mark and the number of the next, in pixels.
const BETWEEN: u32 = 6;

/// How many lanes there are at most.
const MOST: usize = 24;

/// Puts each mark into the first lane that has room, and drops those that find none. Returns the number of lanes.
pub(super) fn place(marks: &mut Vec<MarkView<'_>>) -> u32 {
    let mut lanes: Vec<Vec<(u32, u32)>> = Vec::new();
    marks.retain_mut(|mark| {
        let (left, right) = room(mark);
        // A list that begins with the latest comes from the right.
        let has_room = |lane: &Vec<(u32, u32)>| lane.iter().all(|(from, to)| right <= *from || *to <= left);
        let lane = lanes.iter().position(has_room).unwrap_or(lanes.len());
        if lane >= MOST {
            return false;
        }
        match lanes.get_mut(lane) {
            Some(taken) => taken.push((left, right)),
            None => lanes.push(vec![(left, right)]),
        }
        mark.y = EDGE + LANE / 2 + LANE * u32::try_from(lane).unwrap_or_default();
        true
    });
    u32::try_from(lanes.len()).unwrap_or_default()
}

/// The pixels that a mark takes beside the shortest axis, with its number, counted from the edge of the picture.
fn room(mark: &MarkView<'_>) -> (u32, u32) {
    let pixels = |across: Across| BEFORE + u32::from(across.0) * SHORTEST / 1000;
    let digits = u32::try_from(mark.label.len()).unwrap_or(u32::MAX);
    let before = beside(mark.from) + TO_NUMBER + digits.saturating_mul(DIGIT);
    (pixels(mark.x).saturating_sub(before), pixels(mark.end) + beside(mark.to) + BETWEEN)
}

fn beside(end: End) -> u32 {
    if matches!(end, End::Sharp | End::Unknown) { 0 } else { BESIDE }
}
