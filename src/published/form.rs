//! The forms that a record has had.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Content;
use super::content::Digest;
use crate::model::Id;

/// What every version begins with.
#[derive(Deserialize)]
struct Head {
    attache_published: u32,
}

#[derive(Deserialize)]
struct Record<E> {
    briefs: BTreeMap<Id, E>,
}

#[derive(Deserialize)]
struct Version1 {
    sha256: String,
    corrections: usize,
}

#[derive(Deserialize)]
struct Version2 {
    xxh3: String,
    corrections: usize,
}

impl From<Version1> for Content {
    fn from(Version1 { sha256, corrections }: Version1) -> Self {
        Self { digest: Digest::Sha256(sha256), corrections }
    }
}

impl From<Version2> for Content {
    fn from(Version2 { xxh3, corrections }: Version2) -> Self {
        Self { digest: Digest::Xxh3(xxh3), corrections }
    }
}

/// What a record says of each brief, or why it cannot be read. A version that nobody here knows is named before anything else of it is
/// looked at.
pub(super) fn read(bytes: &[u8]) -> Result<BTreeMap<Id, Content>, String> {
    let Head { attache_published } = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    match attache_published {
        1 => briefs::<Version1>(bytes),
        2 => briefs::<Version2>(bytes),
        other => Err(format!("it has version {other} of the record")),
    }
}

fn briefs<E: DeserializeOwned + Into<Content>>(bytes: &[u8]) -> Result<BTreeMap<Id, Content>, String> {
    let Record { briefs } = serde_json::from_slice::<Record<E>>(bytes).map_err(|error| error.to_string())?;
    Ok(briefs.into_iter().map(|(id, entry)| (id, entry.into())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_has_its_digest() {
        let record = |version: u32, digest: &str| {
            format!(
                "{{\"attache_published\": {version}, \"briefs\": {{\"a\": {{\"{digest}\": \"0\", \"corrections\": 1}}}}}}"
            )
        };
        let digest = |version, digest| {
            read(record(version, digest).as_bytes())
                .map(|briefs| briefs.into_values().map(|it| it.digest).collect::<Vec<_>>())
        };
        assert_eq!(digest(1, "sha256"), Ok(vec![Digest::Sha256("0".to_owned())]));
        assert_eq!(digest(2, "xxh3"), Ok(vec![Digest::Xxh3("0".to_owned())]));
        assert!(digest(1, "xxh3").unwrap_err().contains("missing field `sha256`"));
        assert!(digest(2, "sha256").unwrap_err().contains("missing field `xxh3`"));
        assert_eq!(digest(3, "blake"), Err("it has version 3 of the record".to_owned()));
        assert!(read(b"{}").unwrap_err().contains("missing field `attache_published`"));
    }
}
