//! What running text says in English, Turkish and Arabic: words, numbers, dates, weekdays, wording that leans on another date.
//!
//! It serves the draft of a brief, which lists what an article says, and the rules, which hold a brief against it; and it tells whether two
//! wordings make the same statement.

pub(crate) mod dates;
pub(crate) mod fold;
pub(crate) mod letters;
pub(crate) mod names;
pub(crate) mod shortlist;
pub(crate) mod spelled;
pub(crate) mod tokens;
pub(crate) mod window;
pub(crate) mod wording;
