//! serde_yaml as the oracle of what we read: whatever we accept, it decodes to the same values.

use attache::load::raw::RawBrief;
use attache::{load, source};

use crate::expected::{files, folder};

#[test]
fn what_we_accept_serde_yaml_decodes_to_the_same_values() {
    let inputs = files(&folder("inputs/ok"), "yaml");
    let desk = files(&folder("../briefs"), "yaml");
    for path in inputs.into_iter().chain(desk) {
        let file = source::read(&path).unwrap().unwrap();
        let ours = load::read(&file).unwrap_or_else(|found| panic!("{}: {found:#?}", path.display()));
        let theirs: RawBrief =
            serde_yaml::from_str(&file.text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let (ours, theirs) = (format!("{ours:#?}"), format!("{theirs:#?}"));
        let difference = ours.lines().zip(theirs.lines()).find(|(a, b)| a != b);
        assert!(difference.is_none() && ours.len() == theirs.len(), "{}: {difference:?}", path.display());
    }
}
