//! Attaché turns YAML structured summaries of news articles into briefs.

pub mod model;
pub mod output;
