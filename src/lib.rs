//! Attaché turns YAML structured summaries of news articles into briefs: Markdown and HTML documents with key facts, timeline
//! and open questions, and a site of them. **Nothing in any output is better attested than it was in the input**: a claim
//! never loses its speaker on the way to a page.
//!
//! # The way the data flows
//!
//! ```text
//! attache.yaml ─▶ settings ─┐
//! briefs/*.yaml ─ source ─▶ load ─▶ validate ─▶ model::Brief ─▶ desk ─┬▶ check ─▶ diagnostic
//! briefs/daily/*.yaml ─────────────────────▶ model::Edition ──┘       ├▶ change ─▶ view
//!                                                                     ├▶ feed, search
//! templates/ ─ build/ ─▶ code of pages ────────────────┐              └▶ site::plan ─▶ view ─┐
//! a desk's own templates/ ─▶ Tera ─────────────────────┴▶ render ◀───────────────────────────┘
//!                                                             ├▶ output (staged, renamed, remembered) ─▶ publish
//!                                                             └▶ export (one file, to be sent)
//! ```
//!
//! | module | what it does |
//! |---|---|
//! | [`cli`] | one file a command; the only place that prints |
//! | [`source`] | finds and reads input files: sorted, size-limited |
//! | [`load`] | text → raw records with places, collecting every problem; the only module that names the YAML crate |
//! | [`validate`] | raw records → model, collecting every problem |
//! | [`model`] | the brief and its parts, and how high each is; a value of these types cannot be invalid |
//! | [`diagnostic`] | trouble in the user's files: code, place, help; one file an output format |
//! | [`fix`] | the mends that diagnostics carry, as edits of a file's text |
//! | [`diff`] | what changed between two texts |
//! | [`desk`] | all briefs together: days, stories, questions through time, parties, topics |
//! | [`change`] | what changed between two editions, item by item |
//! | [`grounding`] | the brief held against the text of its article: quotes, figures, dates, names |
//! | [`published`] | what a site remembers of the briefs that it was made from |
//! | [`markdown`] | untrusted prose → safe HTML, safe Markdown, plain text |
//! | [`locale`] | the words of pages: English, Turkish, Arabic and a desk's own catalogues |
//! | [`feed`] | what a site offers to other programs: Atom, JSON Feed, calendar, JSON-LD, one brief a line |
//! | [`view`] | what templates see: their public contract; order, numbers and phrases are settled there |
//! | [`render`] | view → pages; the only module that names the template engine |
//! | [`contract`] | every variable of every page, with its type, from the view structs; templates walked through with types for values |
//! | [`templates`] | a desk's own templates: held against the contract and against what they must not hide; listed, copied, compared |
//! | [`search`] | documents → the files that the search page finds them in |
//! | [`site`] | desk → the list of pages → files |
//! | [`ceiling`] | a desk without whatever is marked higher, cut before any page is thought of |
//! | [`export`] | one brief or one day → one file that can be sent: a page, Markdown, a mail, a PDF |
//! | [`serve`] | the site from memory, anew whenever a file of the desk changes |
//! | [`settings`] | `attache.yaml`: what a desk has settled |
//! | [`check`] | the rules, one file each |
//! | `json` | values → JSON on one line, for what is written by the million |
//! | `decimal` | whole numbers → text |
//! | `few` | a map for what is few nearly always |
//! | `room` | memory that large files are written into, kept for the next one |
//! | `own` | where a desk keeps its own writing, which no output takes the place of |
//! | `script` | values → JSON that can stand in a script of a page |
//! | `shelf` | what was made of texts that come again, at hand |
//! | `language` | what running text says in English, Turkish and Arabic: dates, weekdays; whether two wordings say the same |
//! | [`draft`] | the commented first draft of a brief |
//! | [`output`] | files → disk: all or nothing, only what has changed, only into folders of our own |
//! | [`publish`] | a site → where readers have it from: releases of a folder, or file by file, here, over SSH, WebDAV or S3 |
//! | [`schema`] | the JSON Schema of the input, from the records that decode it |
//! | [`prompt`] | the same in words, with the rules, for whoever or whatever writes briefs |
//!
//! A stage knows the stages before it, never after. Trouble in the user's files is a [`diagnostic::Diagnostic`]; trouble of the
//! tool or the machine is an [`error::Error`]. There is no clock and no network in a build: the same input gives the same bytes.
//!
//! Where the code differs from the first design: templates live in three engines, which escape for HTML, for Markdown and for plain
//! text, so that a template prints safely without a filter in each; and pages go to the output folder as they are
//! rendered, since nothing in it is visible before all of them have been. Publishing has exit codes of its own, 3 to 7, that say which
//! step failed.
//!
//! Four libraries have a quicker companion here, since they took much of a build, and each is held against it by tests. The template
//! engine renders the pages that a template of the desk has a part in; all others are written by code, to which the built-in templates
//! are compiled when attaché itself is built (`build/`). The YAML crate reads every file that is not sure to be in the usual forms. The
//! Markdown parser reads prose that holds more than plain text and simple links. The JSON library writes whatever is not written by the
//! million.

pub mod ceiling;
pub mod change;
pub mod check;
pub mod cli;
pub mod contract;
mod decimal;
pub mod desk;
pub mod diagnostic;
pub mod diff;
pub mod draft;
pub mod error;
pub mod export;
pub mod feed;
mod few;
pub mod fix;
pub mod grounding;
mod json;
mod language;
pub mod load;
pub mod locale;
pub mod markdown;
pub mod model;
pub mod output;
mod own;
pub mod prompt;
pub mod publish;
pub mod published;
pub mod render;
mod room;
pub mod schema;
mod script;
pub mod search;
pub mod serve;
pub mod settings;
mod shelf;
pub mod site;
pub mod source;
pub mod span;
pub mod suggest;
pub mod templates;
pub mod validate;
pub mod view;
