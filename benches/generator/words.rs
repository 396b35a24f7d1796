//! What a language brings along, and how its sentences are filled.

/// An id and a name or sentence.
pub(super) type Named = (&'static str, &'static str);

/// A question with what people say to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask {
    pub(super) id: &'static str,
    pub(super) question: &'static str,
    pub(super) matters: &'static str,
    pub(super) settled_by: &'static str,
}

/// The words of one language. In sentences `{place}`, `{body}`, `{firm}`, `{person}` and `{thing}` stand for names, `{n}` and `{m}`
/// for numbers.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) lang: &'static str,
    /// That all of it is made up.
    pub(super) invented: &'static str,
    pub(super) titles: &'static [&'static str],
    /// `{fact}` and `{question}` stand for ids.
    pub(super) bottom_lines: &'static [&'static str],
    pub(super) topics: &'static [&'static str],
    pub(super) things: &'static [Named],
    /// With the name in another language: id, name, language, name.
    pub(super) places: &'static [(&'static str, &'static str, &'static str, &'static str)],
    pub(super) people: &'static [(&'static str, &'static str, &'static str, &'static str)],
    pub(super) bodies: &'static [Named],
    pub(super) firms: &'static [Named],
    pub(super) agencies: &'static [Named],
    pub(super) outlets: &'static [Named],
    pub(super) roles: &'static [&'static str],
    /// Who unnamed people are.
    pub(super) unnamed: &'static [&'static str],
    /// How they know.
    pub(super) access: &'static [&'static str],
    pub(super) descriptors: &'static [&'static str],
    pub(super) facts: &'static [Named],
    pub(super) quotes: &'static [&'static str],
    pub(super) notes: &'static [&'static str],
    pub(super) events: &'static [&'static str],
    pub(super) asks: &'static [Ask],
    pub(super) positions: &'static [&'static str],
    pub(super) judgements: &'static [&'static str],
    pub(super) unclear: &'static [&'static str],
    pub(super) corrections: &'static [&'static str],
}

/// What the gaps of a sentence are filled with.
#[derive(Debug)]
pub(super) struct Fill<'f>(pub(super) &'f [(&'f str, &'f str)]);

impl Fill<'_> {
    /// The sentence without gaps. A name at its beginning gets a capital.
    pub(super) fn sentence(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len() * 2);
        for (index, piece) in template.split('{').enumerate() {
            match piece.split_once('}').filter(|_| index > 0) {
                Some((gap, rest)) => {
                    let value = self.0.iter().find(|(name, _)| *name == gap).map_or("", |(_, value)| value);
                    text.push_str(value);
                    text.push_str(rest);
                }
                None => text.push_str(piece),
            }
        }
        if template.starts_with('{') { capital(text) } else { text }
    }
}

fn capital(text: String) -> String {
    match text.chars().next() {
        Some(first) if first.is_ascii_lowercase() => {
            let mut capital = String::with_capacity(text.len());
            capital.push(first.to_ascii_uppercase());
            capital.extend(text.chars().skip(1));
            capital
        }
        _ => text,
    }
}
