//! The words of the scaffold. Lines with `##` explain, lines with `# ` wait to be used.

use super::scalar::{comment, one_line, scalar};

/// The line that editors read, and how to read the rest.
pub(super) fn head(schema_line: &str) -> String {
    let schema = comment(schema_line);
    format!(
        "# yaml-language-server: $schema={schema}
##
## A brief: what one article says, who says so, and what stays open, as of one date.
##
## Lines with two marks explain. Lines with one mark are examples: take off the mark and the space behind it, and
## the line is in force. Then fill in what is blank. Delete whatever you do not need, these lines too.
## `attache check` says what is still missing.

"
    )
}

/// The keys that say what the brief is.
pub(super) fn opening(title: &str, date: &str, lang: &str) -> String {
    let (title, date, lang) = (scalar(&one_line(title)), scalar(&one_line(date)), scalar(&one_line(lang)));
    format!(
        "## The version of this schema.
schema: 1

## The name of the brief in links. Without it, the name of this file.
# id:

## The headline: one line of plain text.
title: {title}

## The day as of which the brief speaks.
date: {date}

## The language that the brief is written in.
lang: {lang}

## How it may be handled: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED. Blank, for you to decide.
marking:

## The scale of likelihood terms: icd203 (which it is without this line) or phia.
# likelihood_scale: icd203

## The developing matter that it belongs to: a short name, the same in each of its briefs.
# story:

## Subjects, in plain text.
# topics: []

## What a reader must know who reads nothing else: one to three sentences, each claim with its speaker.
bottom_line:

"
    )
}

/// What is known of the article; `path` is that of its text.
pub(super) fn article(path: Option<&str>) -> String {
    let (article, text) = match path {
        Some(path) => ("article:".to_owned(), format!("  text: {}", scalar(path))),
        None => (
            "# article:".to_owned(),
            "#   text:        # a file with its text; the path is relative to this file".to_owned(),
        ),
    };
    format!(
        "## The article that is summarised. What is not known stays absent.
{article}
#   outlet:      # who published it
#   title:       # its headline
#   url:
#   author:
#   published:   # when: 2025-03-05, or 2025-03 if the day is not known
#   accessed:    # when you read it
#   lang:
{text}

"
    )
}

/// The example sources.
pub(super) const SOURCES: &str = "\
## Everyone who said something, and everyone who carried it. Facts refer to them by id.
# sources:
#   - id:              # small letters, digits and hyphens: defence-ministry
#     name:
#     kind:            # official, outlet, agency, person or document
#     descriptor:      # what it is, how close to the matter, with what interest
#     reliability:     # A to E; F if it cannot be judged
#     origin:          # one name for all sources that are not independent of each other: they count as one
#     url:             # also, where known: title, author, published, accessed, lang, marking
##   Sources without a name are counted and described.
#   - id:
#     kind: anonymous
#     count:           # how many
#     described_as:    # in the article's terms
#     access:          # how they come to know

";

/// The example entity.
pub(super) const ENTITIES: &str = "\
## People, organisations and places that the reader may have to look up.
# entities:
#   - id:
#     name:
#     kind:            # person, organization or place
#     role:
#     aliases: []      # other spellings
#     names: []        # in its own script: [{lang: ar, name: …}]
#     note:

";

/// The example fact, up to its quotes.
pub(super) const KEY_FACTS: &str = "\
## Statements, one at a time, each with its status and its speaker.
# key_facts:
#   - id:
#     text:
#     status:          # observed, stated (by whom it concerns), claimed (by others), disputed, denied or assessed
#     said_by:         # the speaker: the id of a source; not needed for what is assessed
#     via: []          # who carried it: ids of sources, first the one who heard the speaker
#     on:              # when it was said
#     when:            # when it happened, or is to happen
#     credibility:     # 1 to 5; 6 if it cannot be judged
#     note:
";

/// The quotes of the example fact where there are none to list.
pub(super) const QUOTE: &str = "\
#     quotes:
#       - text:        # words to the letter, without quotation marks
";

/// What stands before the phrases that were found.
pub(super) const QUOTES_FOUND: &str = "\
##   What the article has in quotation marks, in order. Move each to the fact that it belongs to, or strike it.
#     quotes:
";

/// The example event.
pub(super) const TIMELINE: &str = "
## What happened when, and what is to happen.
# timeline:
#   - when:            # 2025-03-05, 2025-03, 2025-03~ (about), 2024-12-08/.. (since then); absent: undated
#     text:
#     expected:        # true: announced, and not yet seen to happen
#     fact:            # the id of the key fact that says on whose word; or said_by, via, on and status, as there
";

/// What stands before the dates that were found.
pub(super) const DATES_FOUND: &str = "\
##   Dates that the article names, in order. Fill in the text, or strike the line. Where the year is ????, write the
##   year that you can answer for; those that fit a weekday are given up to ten years around the date of the brief.
";

/// The examples behind the timeline.
pub(super) const REST: &str = "
## What is not known, and who says what to it. A question keeps its id in every brief that takes it up.
# open_questions:
#   - id:
#     question:        # one line of plain text
#     matters:         # why
#     status:          # open, narrowed, answered (then answered_by a fact, and answered_on a day) or moot
#     opened:          # the day since when it is open: 2025-03-05
#     positions:
#       - stance:      # asserts, denies, cautions or declines
#         says:
#         said_by:     # the id of a source
#         via: []
#         on:
#     would_settle: []

## Your own assessments. Likelihood and confidence are two things, and do not share a sentence.
# judgements:
#   - text:
#     likelihood:      # a term of the scale; icd203: almost no chance, very unlikely, unlikely, roughly even chance,
##                       likely, very likely, almost certain
#     confidence:      # high, moderate or low
#     basis: []        # ids of the facts and questions that it rests on

## What you supplied, and what the article leaves unclear or has wrong.
# notes:
#   - kind:            # inferred, unclear, mistaken or comment
#     text:
#     about: []        # ids of facts, questions, sources or entities

## What an earlier version of this brief had wrong.
# corrections:
#   - on:              # the day it was put right
#     text:            # what was wrong, and what is right

## The AI tool and version that helped to write the brief, if any.
# disclosure:
";
