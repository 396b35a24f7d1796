//! Bytes from a fixed seed: the same in every run, on every machine.

/// So many bytes of an alphabet.
pub(crate) fn noise(seed: u64, length: usize, alphabet: &[u8]) -> Vec<u8> {
    let mut state = seed;
    (0..length)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            alphabet[(state >> 33) as usize % alphabet.len()]
        })
        .collect()
}
