//! The catalogues inside the binary, and those of a desk over them.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::catalogue::{self, Messages};
use super::{Locale, Locales};
use crate::model::Lang;

const ENGLISH_TEXT: &str = include_str!("../../locales/en.ftl");
const TURKISH_TEXT: &str = include_str!("../../locales/tr.ftl");
const ARABIC_TEXT: &str = include_str!("../../locales/ar.ftl");

/// The built-in catalogues by language.
pub(super) const TEXTS: [(&str, &str); 3] = [("en", ENGLISH_TEXT), ("tr", TURKISH_TEXT), ("ar", ARABIC_TEXT)];

/// The messages of each built-in language.
static MESSAGES: LazyLock<BTreeMap<&'static str, Messages>> =
    LazyLock::new(|| TEXTS.iter().map(|(lang, text)| (*lang, catalogue::read(text).0)).collect());

pub(super) static ENGLISH: LazyLock<Locale> =
    LazyLock::new(|| Locale::new(Lang::english(), messages("en").cloned().unwrap_or_default()));

/// The messages of a built-in language.
pub(super) fn messages(lang: &str) -> Option<&'static Messages> {
    MESSAGES.get(lang)
}

/// Every language: the built-in ones and a desk's own, by tag. What a desk's catalogue does not say is said as in the built-in
/// language, or in English.
pub(super) fn locales(own: &BTreeMap<Lang, Messages>) -> Locales {
    let mut all: BTreeMap<String, Arc<Locale>> = BTreeMap::new();
    let built_in = TEXTS.iter().filter_map(|(lang, _)| Lang::parse(lang));
    let mut langs: Vec<Lang> = built_in.collect();
    langs.extend(own.keys().filter(|lang| TEXTS.iter().all(|(known, _)| *known != lang.as_str())).cloned());
    for lang in langs {
        let primary = lang.primary();
        // Whoever comes first is heard.
        let catalogues =
            [own_of(own, lang.as_str()), own_of(own, &primary), messages(&primary), messages("en")];
        let mut catalogues = catalogues.into_iter().flatten();
        let mut said = catalogues.next().cloned().unwrap_or_default();
        for catalogue in catalogues {
            let unsaid = catalogue.iter().filter(|(id, _)| !said.contains_key(*id));
            let unsaid: Vec<_> = unsaid.map(|(id, pattern)| (id.clone(), pattern.clone())).collect();
            said.extend(unsaid);
        }
        all.insert(lang.as_str().to_ascii_lowercase(), Arc::new(Locale::new(lang, said)));
    }
    Locales(all)
}

fn own_of<'m>(own: &'m BTreeMap<Lang, Messages>, lang: &str) -> Option<&'m Messages> {
    own.iter().find(|(known, _)| known.as_str() == lang).map(|(_, messages)| messages)
}
