//! Ids that never change.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::Site;
use crate::model::Id;

/// The UUID of a thing of this kind and name: version 8 with the first bits of a SHA-256, as RFC 9562 shows in appendix B.2. What a desk
/// without an id has is told apart by kind and name alone.
pub(super) fn uuid(desk: Option<&Id>, kind: &str, name: &str) -> String {
    // No kind begins as the id of a desk with a slash does.
    let (desk, slash) = desk.map_or(("", ""), |desk| (desk.as_str(), "/"));
    let digest = Sha256::digest(["attache ", desk, slash, kind, " ", name].concat());
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(digest) {
        *to = from;
    }
    let [.., version, _, variant, _, _, _, _, _, _, _] = &mut bytes;
    *version = *version & 0x0f | 0x80;
    *variant = *variant & 0x3f | 0x80;
    let mut uuid = String::with_capacity(36);
    HEXLOWER.encode_append(&bytes, &mut uuid);
    // From the end, where nothing has been put between yet.
    for place in [20, 16, 12, 8] {
        uuid.insert(place, '-');
    }
    uuid
}

/// The id of a brief in every feed.
pub(super) fn of_brief(desk: Option<&Id>, id: &Id) -> String {
    ["urn:uuid:", &uuid(desk, "brief", id.as_str())].concat()
}

/// The id of the feed itself. A desk without an id has no name but the address of its site, or its title.
pub(super) fn of_feed(site: &Site<'_>) -> String {
    let name = if site.desk.is_some() { "" } else { site.base_url.unwrap_or(site.title) };
    ["urn:uuid:", &uuid(site.desk, "feed", name)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_and_variant_stand_in_their_places() {
        for name in ["a", "b", "2025-03-05-damascus-attache"] {
            let uuid = uuid(None, "brief", name);
            let at = |index: usize| char::from(uuid.as_bytes()[index]);
            assert_eq!((uuid.len(), at(14)), (36, '8'), "{uuid}");
            assert!(matches!(at(19), '8' | '9' | 'a' | 'b'), "{uuid}");
        }
        assert_ne!(uuid(None, "brief", "a"), uuid(None, "event", "a"));
    }
}
