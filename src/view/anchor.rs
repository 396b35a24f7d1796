//! Where the parts of a brief stand on its page.

use crate::model::Id;

/// The anchor of a part: what it is and its id, `fact-on-duty`.
pub(super) fn anchor(kind: &str, id: &Id) -> String {
    [kind, "-", id.as_str()].concat()
}
