//! The `attache` binary: hands over to the library and returns its exit code.

use std::process::ExitCode;

/// A tenth less work for a build than with the system's allocator, which also grows and shrinks its arenas at every other page.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    attache::cli::main()
}
