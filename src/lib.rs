//! Attaché turns YAML structured summaries of news articles into briefs.

pub mod draft;
pub mod model;
