//! Attaché turns YAML structured summaries of news articles into briefs.

pub mod cli;
pub mod desk;
pub mod diagnostic;
pub mod error;
pub mod load;
pub mod markdown;
pub mod model;
pub mod output;
pub mod render;
pub mod schema;
pub mod site;
pub mod source;
pub mod span;
pub mod suggest;
pub mod validate;
pub mod view;
