//! Messages with the place of a name or a date, taken apart once: phrases are put together from them by the hundred on each page.

use super::Locale;
use super::pattern::Arg;

/// A message with a place in it: its words, and nothing where the place is.
#[derive(Default)]
pub(crate) struct Frame(Vec<Option<String>>);

impl Frame {
    fn of(id: &str, place: &str, locale: &Locale) -> Self {
        Self::with(id, &[(place, Arg::Name(""))], locale)
    }

    /// The description of so many sources without names.
    pub(crate) fn of_some(count: u32, locale: &Locale) -> Self {
        let number = locale.number(count);
        Self::with("unnamed_some", &[("who", Arg::Name("")), ("number", Arg::Text(&number))], locale)
    }

    fn with(id: &str, args: &[(&str, Arg<'_>)], locale: &Locale) -> Self {
        let mut pieces: Vec<Option<String>> = Vec::new();
        locale.each(id, args, &mut |text, is_place| match pieces.last_mut() {
            _ if is_place => pieces.push(None),
            Some(Some(words)) => words.push_str(text),
            _ => pieces.push(Some(text.to_owned())),
        });
        Self(pieces)
    }

    /// The words before the place, nothing for the place, the words behind it.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Option<&str>> {
        self.0.iter().map(Option::as_deref)
    }

    /// The same of a frame that is not at hand for longer.
    pub(crate) fn into_pieces(self) -> impl Iterator<Item = Option<String>> {
        self.0.into_iter()
    }
}

/// What a phrase of attribution sets its parts in: who it was said by, through whom, then through whom, on which date.
#[derive(Default)]
pub(crate) struct Frames {
    pub(crate) by: Frame,
    pub(crate) via: Frame,
    pub(crate) then: Frame,
    pub(crate) on: Frame,
    /// The description of one source without a name.
    pub(crate) one: Frame,
    /// Of several, from two on.
    some: Vec<Frame>,
    /// Of nobody knows how many.
    pub(crate) uncounted: Frame,
}

/// How many several are at the least.
const FEWEST: u32 = 2;

/// Up to how many sources without names are described in a frame that is at hand.
const MOST: u32 = 12;

impl Frames {
    pub(super) fn of(locale: &Locale) -> Self {
        Self {
            by: Frame::of("said_by", "speaker", locale),
            via: Frame::of("said_via", "carrier", locale),
            then: Frame::of("said_then", "carrier", locale),
            on: Frame::of("said_on", "date", locale),
            one: Frame::of("unnamed_one", "who", locale),
            some: (FEWEST..=MOST).map(|count| Frame::of_some(count, locale)).collect(),
            uncounted: Frame::of("unnamed_uncounted", "who", locale),
        }
    }

    /// The description of so many sources without names, if it is at hand.
    pub(crate) fn some(&self, count: u32) -> Option<&Frame> {
        self.some.get(usize::try_from(count.checked_sub(FEWEST)?).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Locales, catalogue};
    use crate::model::Lang;

    fn said(frame: &Frame) -> String {
        frame.pieces().map(|piece| piece.unwrap_or("<it>")).collect()
    }

    #[test]
    fn a_frame_says_what_its_message_says() {
        for locale in Locales::built_in().iter() {
            let frames = locale.frames();
            for (frame, id, place) in [
                (&frames.by, "said_by", "speaker"),
                (&frames.via, "said_via", "carrier"),
                (&frames.then, "said_then", "carrier"),
                (&frames.on, "said_on", "date"),
                (&frames.one, "unnamed_one", "who"),
                (&frames.uncounted, "unnamed_uncounted", "who"),
            ] {
                assert_eq!(said(frame), locale.say(id, &[(place, Arg::Name("<it>"))]));
            }
            several_are_described_by_their_message(locale);
        }
    }

    fn several_are_described_by_their_message(locale: &Locale) {
        for count in FEWEST..=MOST {
            let args = [("who", Arg::Name("<it>")), ("number", Arg::Text(&locale.number(count)))];
            assert_eq!(said(locale.frames().some(count).unwrap()), locale.say("unnamed_some", &args));
        }
    }

    #[test]
    fn a_desk_may_put_places_where_it_likes() {
        let own = "unnamed_one = {\"\"}{$who}\nsaid_by = {$speaker}!\nnumbers = nought one two\n\
                   unnamed_some = {$who}, {$number} × {$who}\n    \n";
        let (mut messages, faults) = catalogue::read(own);
        assert!(faults.is_empty(), "{faults:?}");
        for (id, pattern) in crate::locale::builtin::messages("en").unwrap() {
            messages.entry(id.clone()).or_insert_with(|| pattern.clone());
        }
        let locale = Locale::new(Lang::english(), messages);
        assert_eq!(said(&locale.frames().one), "<it>");
        assert_eq!(said(&locale.frames().by), "<it>!");
        assert_eq!(said(locale.frames().some(2).unwrap()), "<it>, two × <it>");
        assert_eq!(said(locale.frames().some(3).unwrap()), "<it>, 3 × <it>");
        several_are_described_by_their_message(&locale);
    }
}
