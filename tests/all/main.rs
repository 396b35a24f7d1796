//! The integration tests: one binary, cases discovered from folders.
//!
//! `BLESS=1 cargo test` writes what the tool prints today as what is expected; read the diff before you commit it.
#![cfg(test)]

mod browser;
mod build;
mod changes;
mod cli;
mod compiled;
mod compiler;
mod customisations;
mod days;
mod desk;
mod desk_rules;
mod documents;
mod draft;
mod edtf;
mod expected;
mod export;
mod feeds;
mod fix;
mod formats;
mod generated;
#[path = "../../benches/generator/mod.rs"]
mod generator;
mod grounding;
mod growth;
mod hostile;
mod inputs;
mod lists;
mod locales;
mod markdown;
mod noise;
mod oracle;
mod other_than_wanted;
mod output;
mod picture;
mod project;
mod publish;
mod reference;
mod remote;
mod renamed;
mod schema;
mod search;
mod secrets;
mod serve;
mod servers;
mod site;
mod templates;
mod unseen;
mod validity;
