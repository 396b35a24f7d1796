//! A brief as a document.

use std::borrow::Cow;

use super::document::{Document, Weight};
use super::names::Names;
use crate::locale::Locale;
use crate::markdown::to_plain;
use crate::model::{Brief, Direction, Fact, Id, Judgement, Prose, Question, Source, Words as _};
use crate::view::DateView;

type Fields<'d> = Vec<(Weight, Cow<'d, str>)>;

/// A brief as a document: whatever its page says, under the names that the desk has for those whom it is about.
#[must_use]
pub fn document<'b>(brief: &'b Brief, names: &Names, href: String, locale: &Locale) -> Document<'b> {
    let bottom_line = to_plain(brief.bottom_line.value.as_str());
    let mut fields = vec![(Weight::Title, Cow::Borrowed(brief.title.value.as_str()))];
    fields.extend(brief.entities.iter().map(|entity| (Weight::Name, Cow::Owned(names.all(entity)))));
    fields.push((Weight::Summary, bottom_line.clone().into()));
    rest(brief, &mut Rest(&mut fields));
    Document {
        kind: locale.word("result_brief").into(),
        href,
        title: brief.title.value.as_str().into(),
        date: Some(DateView::new(&brief.date.value, locale).text),
        marking: brief.banner().word(),
        lang: brief.lang.as_str().into(),
        dir: match brief.lang.direction() {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        },
        snippet: bottom_line.into(),
        fields,
    }
}

/// The fields that weigh least.
struct Rest<'f, 'b>(&'f mut Fields<'b>);

impl<'b> Rest<'_, 'b> {
    fn line(&mut self, text: &'b str) {
        self.0.push((Weight::Rest, Cow::Borrowed(text)));
    }

    fn prose(&mut self, texts: impl IntoIterator<Item = &'b Prose>) {
        self.0.extend(texts.into_iter().map(|text| (Weight::Rest, plain(text))));
    }
}

fn rest<'b>(brief: &'b Brief, fields: &mut Rest<'_, 'b>) {
    brief.topics.iter().for_each(|topic| fields.line(topic.value.as_str()));
    brief.key_facts.iter().for_each(|it| fact(it, fields));
    fields.prose(brief.timeline.iter().map(|event| &event.text.value));
    brief.open_questions.iter().for_each(|it| question(it, fields));
    brief.judgements.iter().for_each(|it| judgement(it, fields));
    for entity in &brief.entities {
        entity.role.iter().for_each(|role| fields.line(role.value.as_str()));
        fields.prose(entity.note.as_ref().map(|note| &note.value));
    }
    brief.sources.iter().for_each(|it| source(it, fields));
    let article = &brief.article;
    for line in [&article.outlet, &article.title, &article.author].into_iter().flatten() {
        fields.line(line.value.as_str());
    }
    fields.prose(brief.notes.iter().map(|note| &note.text.value));
}

fn fact<'b>(fact: &'b Fact, fields: &mut Rest<'_, 'b>) {
    fields.prose([&fact.text.value].into_iter().chain(fact.note.as_ref().map(|note| &note.value)));
    fact.quotes.iter().for_each(|quote| fields.line(quote.text.value.as_str()));
}

fn question<'b>(question: &'b Question, fields: &mut Rest<'_, 'b>) {
    fields.line(question.question.value.as_str());
    let own = [&question.matters, &question.note];
    fields.prose(own.into_iter().flatten().map(|text| &text.value));
    for position in &question.positions {
        fields.prose(position.says.as_ref().map(|says| &says.value));
        position.quotes.iter().for_each(|quote| fields.line(quote.text.value.as_str()));
    }
    question.would_settle.iter().for_each(|it| fields.line(it.value.as_str()));
}

fn judgement<'b>(judgement: &'b Judgement, fields: &mut Rest<'_, 'b>) {
    fields.prose([&judgement.text.value].into_iter().chain(judgement.note.as_ref().map(|note| &note.value)));
}

fn source<'b>(source: &'b Source, fields: &mut Rest<'_, 'b>) {
    fields.line(source.name.value.as_str());
    let more = [&source.descriptor, &source.item().title, &source.item().author];
    more.into_iter().flatten().for_each(|line| fields.line(line.value.as_str()));
}

/// Prose as plain text. Most of it is that already, but for references to parts of the brief, which are taken out here: to read all of
/// it as Markdown would cost as much as everything else.
fn plain(prose: &Prose) -> Cow<'_, str> {
    let text = prose.as_str();
    let marked = |byte| matches!(byte, b'<' | b'&' | b'\\' | b'*' | b'_' | b'`' | b'~' | b'\n' | b'!' | b'#');
    if text.bytes().any(marked) {
        return to_plain(text).into();
    }
    if !text.contains('[') {
        return text.into();
    }
    without_references(text).unwrap_or_else(|| to_plain(text)).into()
}

/// The text without the destinations of its references, unless there is anything else in it that is or may be a link.
fn without_references(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let (label, after) = after.split_once("](")?;
        let (destination, after) = after.split_once(')')?;
        let (kind, id) = destination.split_once(':')?;
        let is_reference =
            matches!(kind, "fact" | "entity" | "source" | "question") && Id::parse(id).is_some();
        if !is_reference || label.is_empty() || label.contains(['[', ']']) || before.contains(']') {
            return None;
        }
        plain.push_str(before);
        plain.push_str(label);
        rest = after;
    }
    plain.push_str(rest);
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_as_plain_as_markdown_makes_it() {
        for text in [
            "Plain text.",
            "[The talks](fact:talks) in [Damascus](entity:damascus), says [Anadolu](source:anadolu).",
            "[one](fact:one)[two](question:two-2)",
            "[one](fact:one) [x](https://example.org/a_b) [y](javascript:alert)",
            "[one](fact:one) [not] (fact:one), [not](fact one), ](fact:one), [](fact:one), [x](fact:)",
            "[one [two](fact:two)](fact:one)",
            "[one](fact:one) *two* `three` ~~four~~ &amp; \\[five](fact:five)",
            "- [one](fact:one)",
            "1. [one](fact:one)",
            "> [one](fact:one)",
            "[one]: fact:one",
            "[one](fact:one",
        ] {
            let words = |text: &str| super::super::words(text);
            assert_eq!(words(&plain(&Prose::parse(text).unwrap())), words(&to_plain(text)), "{text}");
        }
    }
}
