//! Finds as lines of the scaffold: commented YAML that can be used or struck.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::quotes::Quote;
use super::scaffold;
use super::scalar::scalar;
use super::snippet::{snippet, wording};
use crate::language::dates::{Find, What};
use crate::language::shortlist::Shortlist;

/// The phrases as quotes of the example fact.
pub(super) fn quotes(list: &Shortlist<Quote>) -> String {
    if list.listed.is_empty() {
        let none = "## No phrase in quotation marks was found in the article.\n";
        return [none, scaffold::QUOTE].concat();
    }
    let mut out = scaffold::QUOTES_FOUND.to_owned();
    for Quote { text, cut, line } in &list.listed {
        let cut = if *cut { ", cut here: it goes on in the article" } else { "" };
        add(&mut out, format_args!("#       - text: {}   # line {line}{cut}", scalar(text)));
    }
    left_out(&mut out, list.left_out, "phrase");
    out
}

/// The dates as events. `day` is that of the brief.
pub(super) fn dates(list: &Shortlist<Find>, text: &str, day: Option<NaiveDate>) -> String {
    if list.listed.is_empty() {
        return "## No date was found in the article.\n".to_owned();
    }
    let mut out = scaffold::DATES_FOUND.to_owned();
    for find in &list.listed {
        date(&mut out, find, text, day);
    }
    left_out(&mut out, list.left_out, "date");
    out
}

fn date(out: &mut String, Find { what, at, line }: &Find, text: &str, day: Option<NaiveDate>) {
    match what {
        What::Date(when, weekday) => {
            let mut place = format!("line {line}");
            for remark in when.remarks(*weekday, day) {
                place.push_str("; ");
                place.push_str(&remark);
            }
            let (when, words) = (value(&when.edtf()), snippet(text, at));
            add(out, format_args!("#   - {{when: {when}, text: \"\"}}   # {place}: “{words}”"));
        }
        What::Relative => {
            let words = wording(text, at);
            add(out, format_args!("## relative: “{words}” (line {line}) – write the absolute date"));
        }
    }
}

/// A date as YAML text in flow context: quoted where it would be something else without quotation marks.
fn value(edtf: &str) -> String {
    let plain = edtf.starts_with(|first: char| first.is_ascii_digit()) && edtf.contains('-');
    if plain { edtf.to_owned() } else { format!("\"{edtf}\"") }
}

fn left_out(out: &mut String, count: usize, noun: &str) {
    match count {
        0 => {}
        1 => add(out, format_args!("## 1 more {noun} was left out.")),
        _ => add(out, format_args!("## {count} more {noun}s were left out.")),
    }
}

fn add(out: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{line}");
}
