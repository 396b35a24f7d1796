//! Texts that brief after brief says in the same words: ids, names, questions, what is said to them. They are kept once for all that say
//! them.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use arcstr::ArcStr;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text that is not changed, in one word. Most of those that are alike are one in memory, being copies of one that is
/// [at hand](crate::shelf).
#[derive(Debug, Clone, Eq)]
pub(crate) struct SharedText(ArcStr);

impl SharedText {
    /// Whether both are one in memory.
    #[inline]
    pub(crate) fn is_one_with(&self, other: &Self) -> bool {
        ArcStr::ptr_eq(&self.0, &other.0)
    }
}

// What is one in memory is not looked at.
impl PartialEq for SharedText {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.is_one_with(other) || **self == **other
    }
}

impl PartialOrd for SharedText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SharedText {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.is_one_with(other) { Ordering::Equal } else { (**self).cmp(&**other) }
    }
}

impl Hash for SharedText {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        str::hash(self, state);
    }
}

impl From<&str> for SharedText {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl Deref for SharedText {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Serialize for SharedText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for SharedText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<str>::deserialize(deserializer).map(|text| Self::from(&*text))
    }
}
