//! Messages with a place each, taken apart once: phrases are put together from them by the hundred on each page.

use super::Locale;
use super::pattern::Arg;

/// A message with a place in it: its words, and nothing where the place is.
#[derive(Default)]
pub(crate) struct Frame(Vec<Option<String>>);

impl Frame {
    fn of(id: &str, place: &str, locale: &Locale) -> Self {
        let mut pieces: Vec<Option<String>> = Vec::new();
        locale.each(id, &[(place, Arg::Name(""))], &mut |text, is_place| match pieces.last_mut() {
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
}

/// What a phrase of attribution sets its parts in: who it was said by, through whom, then through whom, on which date.
#[derive(Default)]
pub(crate) struct Frames {
    pub(crate) by: Frame,
    pub(crate) via: Frame,
    pub(crate) then: Frame,
    pub(crate) on: Frame,
    /// What closes the description of a source without a name.
    pub(crate) close: String,
}

impl Frames {
    pub(super) fn of(locale: &Locale) -> Self {
        Self {
            by: Frame::of("said_by", "speaker", locale),
            via: Frame::of("said_via", "carrier", locale),
            then: Frame::of("said_then", "carrier", locale),
            on: Frame::of("said_on", "date", locale),
            close: locale.word("unnamed_close").to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locales;

    #[test]
    fn a_frame_says_what_its_message_says() {
        for locale in Locales::built_in().iter() {
            let frames = locale.frames();
            for (frame, id, place) in [
                (&frames.by, "said_by", "speaker"),
                (&frames.via, "said_via", "carrier"),
                (&frames.then, "said_then", "carrier"),
                (&frames.on, "said_on", "date"),
            ] {
                let said: String = frame.pieces().map(|piece| piece.unwrap_or("<it>")).collect();
                assert_eq!(said, locale.say(id, &[(place, Arg::Name("<it>"))]));
            }
        }
    }
}
