//! The integration tests: one binary, cases discovered from folders.
//!
//! `BLESS=1 cargo test` writes what the tool prints today as what is expected; read the diff before you commit it.

mod build;
mod cli;
mod edtf;
mod expected;
mod generated;
#[path = "../../benches/generator/mod.rs"]
mod generator;
mod hostile;
mod inputs;
mod oracle;
mod output;
mod project;
mod schema;
