//! A brief as a document.

use std::borrow::Cow;

use super::document::{Document, Weight};
use super::fold::is_dropped;
use super::names::Names;
use crate::locale::Locale;
use crate::markdown::{as_plain, to_plain};
use crate::model::{Brief, CivilDate, Fact, Judgement, Prose, Question, Source, Words as _};
use crate::view::DateView;

type Fields<'d> = Vec<(Weight, Cow<'d, str>)>;

/// Most briefs have fewer texts.
const FIELDS: usize = 64;

/// The day of a brief, and that of its latest correction.
fn dates(brief: &Brief, locale: &Locale) -> String {
    let said = |day: &CivilDate| DateView::new(day, locale).text.into_text().into_owned();
    let of_brief = said(&brief.date.value);
    match brief.corrected() {
        Some(day) => format!("{of_brief} · {} {}", locale.word("corrected"), said(&day)),
        None => of_brief,
    }
}

/// A brief as a document: whatever its page says, under the names that the desk has for those whom it is about.
#[must_use]
pub fn document<'b>(
    brief: &'b Brief,
    names: &'b Names<'_>,
    href: String,
    locale: &'b Locale,
) -> Document<'b> {
    let bottom_line = as_plain(&brief.bottom_line.value);
    let mut fields = Vec::with_capacity(FIELDS);
    fields.push((Weight::Title, Cow::Borrowed(brief.title.value.as_str())));
    fields.extend(brief.entities.iter().map(|entity| (Weight::Name, names.all(entity))));
    fields.push((Weight::Summary, bottom_line.clone()));
    rest(brief, &mut Rest(&mut fields));
    Document {
        kind: locale.word("result_brief").into(),
        href,
        title: brief.title.value.as_str().into(),
        date: Some(dates(brief, locale)),
        marking: brief.banner().word(),
        title_lang: Some(&brief.lang),
        snippet: bottom_line,
        snippet_lang: Some(&brief.lang),
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

/// Prose as plain text. On a page, what steers directions unseen is shown as a character of its own; here it parts no word.
fn plain(prose: &Prose) -> Cow<'_, str> {
    let (plain, text) = (as_plain(prose), prose.as_str());
    // What is plain as it stands there has nothing that would be shown as something else.
    if matches!(plain, Cow::Borrowed(_)) || text.is_ascii() || !text.contains(is_dropped) {
        return plain;
    }
    Cow::Owned(to_plain(&text.replace(is_dropped, "")))
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
    fields.prose(brief.corrections.iter().map(|correction| &correction.text.value));
}

fn fact<'b>(fact: &'b Fact, fields: &mut Rest<'_, 'b>) {
    fields.prose([&fact.text.value].into_iter().chain(fact.note.as_ref().map(|note| &note.value)));
    fact.quotes.iter().for_each(|quote| fields.line(quote.text.value.as_str()));
}

fn question<'b>(question: &'b Question, fields: &mut Rest<'_, 'b>) {
    fields.line(question.question.value.as_str());
    let own = question.matters.as_ref().into_iter().chain(question.note.as_deref());
    fields.prose(own.map(|text| &text.value));
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

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[test]
    fn what_steers_directions_parts_no_word() {
        for text in
            ["\u{202A}Ankara\u{202C}'da", "An\u{2066}kara’\u{2069}da", "[Anka\u{202B}ra](entity:ankara)’da"]
        {
            let prose = Prose::parse(text).unwrap();
            assert_eq!(words(&plain(&prose)), ["ankarada", "ankara"], "{text:?}");
        }
    }
}
