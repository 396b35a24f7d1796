//! A123: a quote in other characters than the article's.

use super::{Findings, Rule, Subject};
use crate::diagnostic::{Code, Severity};
use crate::grounding::quotes::Outcome;
use crate::span::Span;

static CODE: Code =
    Code { id: "A123", severity: Severity::Warning, title: "a quote in other characters than the article's" };

pub(super) static RULE: Rule = Rule::grounding(&CODE, check);

fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (quote, outcome) in subject.brief.quotes().zip(subject.quotes) {
        let text = quote.text.value.as_str();
        let (message, own) = match outcome {
            Outcome::Repaired { own, difference, .. } => {
                let message = format!("the article has these words, but {} differ", difference.phrase());
                (message, within_marks(own).unwrap_or(own))
            }
            Outcome::Verified { .. } => {
                let Some(words) = within_marks(text) else { continue };
                ("the quotation marks are the article's, and pages set their own".to_owned(), words)
            }
            Outcome::Ambiguous { .. } | Outcome::NotFound { .. } | Outcome::NotLookedFor => continue,
        };
        let help = match within_marks(text) {
            Some(_) => format!("write the words without quotation marks: {own}"),
            None => format!("write it as the article does: {own}"),
        };
        let found = findings.at(subject.path(), quote.text.span, message).with_help(help);
        findings.push(match rewritten(&subject.file.text, quote.text.span, text, own) {
            Some(scalar) => found.with_edit(quote.text.span, scalar),
            None => found,
        });
    }
}

/// The words, where quotation marks stand around all of them: pages put their own there. Nothing where they are marks of more than one
/// quotation: “yes” or “no”.
fn within_marks(text: &str) -> Option<&str> {
    const PAIRS: [(char, &[char]); 8] = [
        ('"', &['"']),
        ('“', &['”', '“']),
        ('”', &['”']),
        ('„', &['“', '”']),
        ('«', &['»']),
        ('»', &['«']),
        ('‘', &['’']),
        ('‹', &['›']),
    ];
    let text = text.trim();
    let opening = text.chars().next()?;
    let closing = PAIRS.iter().find_map(|(open, close)| (*open == opening).then_some(*close))?;
    let inner = text.strip_prefix(opening)?.strip_suffix(closing)?;
    let of_more = |mark: char| mark == opening || closing.contains(&mark);
    // Single marks are apostrophes, too.
    let apart = if opening == '‘' { inner.contains('‘') } else { inner.contains(of_more) };
    (!apart && inner.chars().any(char::is_alphanumeric)).then_some(inner.trim())
}

/// The scalar at a place with another text, in the notation that it has or in double quotation marks. Nothing where its text does
/// not stand in the file as it is: folded over lines, or with escapes.
fn rewritten(file: &str, span: Span, text: &str, own: &str) -> Option<String> {
    let written = file.get(span.range())?;
    if own.chars().any(char::is_control) {
        return None;
    }
    if written == text {
        let is_plain = is_plain(own) && (within_marks(text).is_none() || begins_plainly(own));
        return Some(if is_plain { own.to_owned() } else { in_double_marks(own) });
    }
    let within = |mark: char| written.strip_prefix(mark)?.strip_suffix(mark).filter(|inner| *inner == text);
    if within('"').is_some() {
        return Some(in_double_marks(own));
    }
    within('\'').map(|_| format!("'{}'", own.replace('\'', "''")))
}

fn in_double_marks(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a text may stand in YAML without quotation marks, in flow context too. The text that stood there could; but marks
/// and spaces mean something to YAML.
fn is_plain(text: &str) -> bool {
    !text.starts_with(['"', '\'', '`'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
}

/// The same of words whose mark made a text of them: no sign of YAML, and none of its words for other things than text.
fn begins_plainly(text: &str) -> bool {
    const OTHER: [&str; 7] = ["null", "true", "false", "yes", "no", "on", "off"];
    text.starts_with(char::is_alphabetic) && !OTHER.iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_all_of_a_quote_are_no_part_of_it() {
        for text in
            ["“no comment”", "\"no comment\"", "«no comment»", "„no comment“", "‘no comment’", "”no comment”"]
        {
            assert_eq!(within_marks(text), Some("no comment"), "{text}");
        }
        assert_eq!(within_marks("‘I don’t know’"), Some("I don’t know"));
        for text in ["no comment", "“yes” or “no”", "“no” comment", "‘yes’ or ‘no’", "“”", "\"", ""]
        {
            assert_eq!(within_marks(text), None, "{text}");
        }
    }

    #[test]
    fn words_without_their_marks_are_still_a_text() {
        let written = |text: &str| {
            let file = format!("text: {text}");
            rewritten(&file, Span::new(6, file.len()), text, within_marks(text).unwrap())
        };
        assert_eq!(written("“no comment”").unwrap(), "no comment");
        assert_eq!(written("“No”").unwrap(), "\"No\"");
        assert_eq!(written("“- 5 °C”").unwrap(), "\"- 5 °C\"");
    }
}
