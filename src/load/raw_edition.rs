//! The record of a day's edition, as it is written.

use super::record::record;
use crate::model::{CivilDate, Id, Marking, Prose};

record! {
    /// What an editor settles for the daily brief of one day. The file stands in `briefs/daily` or in a folder below.
    RawEdition, "an edition" {
        /// The version of this schema: 1.
        required schema: u32,
        /// The day. Default: the name of the file.
        optional date: CivilDate,
        /// How the note may be handled (TLP 2.0). Required with a note.
        optional marking: Marking,
        /// A note to readers, in Markdown. It stands above everything else.
        optional note: Prose,
        /// Briefs that come first, in this order.
        list pin: Id,
        /// Briefs in the order in which they come after those, before all that are not named.
        list order: Id,
        /// Briefs that the daily brief leaves out. It says how many. What they changed is told as changed on the next day whose briefs say it.
        list leave_out: Id,
    }
}
