//! The `attache` binary.

fn main() {}
