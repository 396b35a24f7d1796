//! Measuring: CPU time, since wall time tells as much of what else the machine was doing.

pub(crate) mod clock;
pub(crate) mod instructions;
pub(crate) mod preview;
pub(crate) mod process;
pub(crate) mod stages;

/// What can go wrong here: anything, and then the measurement is void.
pub(crate) type Failure = Box<dyn std::error::Error>;

/// Tenths of a microsecond as `12.3`.
pub(crate) fn micros(nanoseconds: u64) -> String {
    format!("{}.{}", nanoseconds / 1_000, nanoseconds % 1_000 / 100)
}
