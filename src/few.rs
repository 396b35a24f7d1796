//! A map for what is few nearly always: the sources of a brief, the parties to a question. Few are found sooner one by one than by a hash,
//! which has to be made of what is sought.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::RandomState;

/// How many are looked through one by one.
const MOST: usize = 24;

/// Values by their keys.
#[derive(Debug, Clone)]
pub(crate) enum Few<K, V> {
    /// As they came.
    OneByOne(Vec<(K, V)>),
    /// However many there are.
    Hashed(HashMap<K, V, RandomState>),
}

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self::OneByOne(Vec::new())
    }
}

impl<K: Eq + Hash, V> Few<K, V> {
    pub(crate) fn with_room(count: usize) -> Self {
        let mut few = Self::default();
        few.make_room(count);
        few
    }

    /// Makes room for so many more.
    pub(crate) fn make_room(&mut self, count: usize) {
        match self {
            Self::OneByOne(list) if list.len() + count <= MOST => list.reserve(count),
            Self::OneByOne(list) => *self = Self::Hashed(hashed(list, count)),
            Self::Hashed(map) => map.reserve(count),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::OneByOne(list) => list.is_empty(),
            Self::Hashed(map) => map.is_empty(),
        }
    }

    pub(crate) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        match self {
            Self::OneByOne(list) => {
                list.iter().find(|(known, _)| known.borrow() == key).map(|(_, value)| value)
            }
            Self::Hashed(map) => map.get(key),
        }
    }

    /// The keys; however many there are, in no order.
    pub(crate) fn keys(&self) -> Vec<&K> {
        match self {
            Self::OneByOne(list) => list.iter().map(|(key, _)| key).collect(),
            Self::Hashed(map) => map.keys().collect(),
        }
    }

    pub(crate) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        match self {
            Self::OneByOne(list) => list.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value),
            Self::Hashed(map) => map.get_mut(key),
        }
    }

    /// Adds what is not there yet.
    pub(crate) fn add(&mut self, key: K, value: V) {
        if matches!(self, Self::OneByOne(list) if list.len() == MOST) {
            self.make_room(MOST);
        }
        match self {
            Self::OneByOne(list) => list.push((key, value)),
            Self::Hashed(map) => {
                map.insert(key, value);
            }
        }
    }
}

impl<K: Eq + Hash> Few<K, ()> {
    /// Adds to a set what is not in it, and says whether it was not.
    pub(crate) fn insert(&mut self, key: K) -> bool {
        let is_new = self.get(&key).is_none();
        if is_new {
            self.add(key, ());
        }
        is_new
    }
}

/// The same by their hashes, with room for so many more.
fn hashed<K: Eq + Hash, V>(list: &mut Vec<(K, V)>, count: usize) -> HashMap<K, V, RandomState> {
    let mut map = HashMap::with_capacity_and_hasher(list.len() + count, RandomState::default());
    map.extend(list.drain(..));
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found_by_its_key_however_many_there_are() {
        for room in [0, MOST, MOST + 1] {
            let mut few = Few::with_room(room);
            for key in 0..3 * MOST {
                assert_eq!(few.is_empty(), key == 0);
                assert_eq!(few.get(&key), None);
                few.add(key, key);
                if let Some(value) = few.get_mut(&(key / 2)) {
                    *value += 1;
                }
                let expected = |known: usize| (0..=key).filter(|key| key / 2 == known).count() + known;
                assert!((0..=key).all(|known| few.get(&known) == Some(&expected(known))), "{key}");
            }
            assert!(matches!(few, Few::Hashed(_)));
            let mut keys = few.keys();
            keys.sort_unstable();
            assert!(keys.into_iter().copied().eq(0..3 * MOST));
        }
    }

    #[test]
    fn what_is_in_a_set_is_not_new_to_it() {
        let mut set = Few::default();
        let new = (0..2 * MOST).chain(0..2 * MOST).filter(|key| set.insert(*key));
        assert_eq!(new.count(), 2 * MOST);
    }
}
