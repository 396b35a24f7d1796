//! The `attache` binary: hands over to the library and returns its exit code.

use std::process::ExitCode;

/// The system's allocator grows and shrinks its arenas at every other page, and slows down as they fill: on a desk of ten thousand
/// briefs this one takes a sixth less time for as much memory.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    attache::cli::main()
}
