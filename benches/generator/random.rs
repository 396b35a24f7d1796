//! Chance that repeats itself: the same seed, the same draws, on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014): small, and good enough to vary texts.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    /// A stream of its own for each list of numbers.
    pub(super) fn new(parts: &[u64]) -> Self {
        parts.iter().fold(Self(0), |random, part| Self(Self(random.0 ^ part).next()))
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including `limit`, which is not 0.
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        u32::try_from(self.next() % u64::from(limit)).unwrap_or_default()
    }

    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most - least + 1)
    }

    /// True in so many of a hundred draws.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    pub(super) fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        let length = u32::try_from(from.len()).unwrap_or(u32::MAX);
        from.get(self.below(length.max(1)) as usize).copied().unwrap_or_default()
    }

    /// So many of them, none twice, in an order of its own.
    pub(super) fn several<T: Copy>(&mut self, from: &[T], count: usize) -> Vec<T> {
        let mut rest = from.to_vec();
        let mut taken = Vec::with_capacity(count);
        while taken.len() < count && !rest.is_empty() {
            let at = self.below(u32::try_from(rest.len()).unwrap_or(u32::MAX));
            taken.push(rest.swap_remove(at as usize));
        }
        taken
    }
}
