//! The words of pages, in the language of each page: built-in catalogues of English, Turkish and Arabic, and a desk's own.
//!
//! A [`Locale`] is one language: views take it and make every label, phrase and date with it. The words that templates print as they
//! are reach them as one map ([`Locale::words`]), made once a language. A name is never inflected: phrases are built so that it
//! stands by itself, and names are set apart in what `Locale::each` says.

mod attested;
mod builtin;
mod catalogue;
mod caveats;
mod collate;
mod counted;
mod desk;
mod frames;
mod pattern;
#[cfg(test)]
mod tests;
mod worded;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, LazyLock};

use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::markdown::KnownText;
use crate::model::date::{Days, arabic, english, months, turkish};
use crate::model::{Attestation, Caveats, Direction, FuzzyDate, Lang, Stance, Words};
use attested::Attested;
use catalogue::Messages;
use caveats::WithCaveats;
use counted::Message;
use frames::Frames;
use worded::Worded;

pub use desk::{FOLDER, Reading, read};
pub(crate) use frames::Frame;
pub(crate) use pattern::Arg;

/// A vocabulary whose values have a label for readers: the message `PREFIX_word`.
pub(crate) trait Label: Words {
    /// What the ids of its messages begin with.
    const PREFIX: &'static str;
    /// The place of the vocabulary among all that have labels.
    const PLACE: usize;
}

macro_rules! labels {
    ($($name:ident = $prefix:literal;)+) => {
        /// The vocabularies, for their places.
        enum Vocabulary {
            $($name,)+
        }

        $(impl Label for crate::model::$name {
            const PREFIX: &'static str = $prefix;
            const PLACE: usize = Vocabulary::$name as usize;
        })+

        /// The labels of every vocabulary, in the order of its words.
        fn labels_of_all(locale: &Locale) -> Vec<Labels> {
            vec![$(labels_of(crate::model::$name::ALL, locale),)+]
        }
    };
}

labels! {
    Status = "status";
    Stance = "stance";
    QuestionStatus = "question";
    SourceKind = "source";
    EntityKind = "entity";
    Reliability = "reliability";
    Credibility = "credibility";
    Confidence = "confidence";
    NoteKind = "note";
}

/// What readers see of the words of a vocabulary, in their order.
type Labels = Vec<KnownText<String>>;

fn labels_of<T: Label>(all: &[T], locale: &Locale) -> Labels {
    let label = |value: &T| locale.word(&id(T::PREFIX, value.word())).to_owned();
    all.iter().map(|value| KnownText::of(label(value))).collect()
}

/// Most messages say no more bytes, with what is put into them.
const SAID: usize = 96;

/// The languages that write dates in their own way here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dates {
    English,
    Turkish,
    Arabic,
}

/// A table that is looked up all the time.
type Table<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// A language with its words.
pub struct Locale {
    lang: Lang,
    direction: Direction,
    messages: Table<String, Message>,
    /// What readers see of the words of each vocabulary.
    labels: Vec<Labels>,
    attested: Attested,
    /// The labels of how well something is attested with whatever a brief warns of besides.
    statuses: WithCaveats,
    /// Those of stances.
    stances: WithCaveats,
    frames: Frames,
    /// The first numbers in words, from nought on.
    numbers: Vec<String>,
    rules: Option<PluralRules>,
    dates: Dates,
    days: Days,
    worded: Worded,
    /// Days as they stand in a phrase of attribution.
    days_said_on: Days,
    date_lang: Lang,
    date_direction: Direction,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Locale {
    fn new(lang: Lang, messages: Messages) -> Self {
        let rules = plural_rules(&lang);
        let dates = match &*lang.primary() {
            "tr" => Dates::Turkish,
            "ar" => Dates::Arabic,
            _ => Dates::English,
        };
        let date_lang = match dates {
            Dates::English if lang.primary() != "en" => Lang::english(),
            _ => lang.clone(),
        };
        let (direction, date_direction) = (lang.direction(), date_lang.direction());
        let messages = messages.into_iter().map(|(id, pattern)| (id, pattern.into())).collect();
        let mut locale = Self {
            lang,
            direction,
            messages,
            labels: Vec::new(),
            attested: Attested::default(),
            statuses: WithCaveats::default(),
            stances: WithCaveats::default(),
            frames: Frames::default(),
            numbers: Vec::new(),
            rules,
            dates,
            days: Days::default(),
            worded: Worded::default(),
            days_said_on: Days::default(),
            date_lang,
            date_direction,
        };
        locale.labels = labels_of_all(&locale);
        locale.attested = Attested::of(&locale);
        locale.numbers = locale.word("numbers").split(' ').map(ToOwned::to_owned).collect();
        // With the numbers in words.
        locale.frames = Frames::of(&locale);
        locale
    }

    /// English, as it is built in.
    #[must_use]
    pub fn english() -> &'static Self {
        &builtin::ENGLISH
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// The direction that it runs in.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The language that its dates are written in, which is English where nobody has taught us another.
    #[must_use]
    pub fn date_lang(&self) -> &Lang {
        &self.date_lang
    }

    /// The direction that its dates run in.
    #[must_use]
    pub fn date_direction(&self) -> Direction {
        self.date_direction
    }

    /// A date as the language writes it.
    #[must_use]
    pub fn date(&self, date: &FuzzyDate) -> KnownText<Cow<'_, str>> {
        match date.certain_day() {
            Some(day) => self.days.text(day, || self.worded(date)),
            None => self.worded.text(date, || self.worded(date)),
        }
    }

    /// The day on which something was said, as it stands behind whoever said it: `, 5 March 2025`.
    pub(crate) fn said_on(&self, date: &FuzzyDate) -> Cow<'_, str> {
        let say = || {
            let date = self.date(date);
            self.frames.on.pieces().map(|piece| piece.unwrap_or(&date)).collect()
        };
        match date.certain_day() {
            Some(day) => self.days_said_on.text(day, say).into_text(),
            None => Cow::Owned(say()),
        }
    }

    fn worded(&self, date: &FuzzyDate) -> String {
        match self.dates {
            Dates::English => english(date),
            Dates::Turkish => turkish(date),
            Dates::Arabic => arabic(date),
        }
    }

    /// What a name is sorted by in a list for readers of this language.
    #[must_use]
    pub fn sort_key(&self, name: &str) -> Vec<u32> {
        collate::key(name, matches!(self.dates, Dates::Turkish))
    }

    /// The name of a month: `March`.
    #[must_use]
    pub fn month(&self, month: chrono::Month) -> &'static str {
        let names = match self.dates {
            Dates::English => &months::ENGLISH,
            Dates::Turkish => &months::TURKISH,
            Dates::Arabic => &months::ARABIC,
        };
        months::of(names, month)
    }

    /// The name of a month as it stands on an axis: `Mar`.
    #[must_use]
    pub fn short_month(&self, month: chrono::Month) -> &'static str {
        let names = match self.dates {
            Dates::English => &months::SHORT_ENGLISH,
            Dates::Turkish => &months::SHORT_TURKISH,
            // Arabic has no short names of months that readers know.
            Dates::Arabic => &months::ARABIC,
        };
        months::of(names, month)
    }

    /// What a reader sees of a word of a vocabulary.
    pub(crate) fn label<T: Label>(&self, value: T) -> KnownText<&str> {
        let label = self.labels.get(T::PLACE).and_then(|labels| labels.get(value.place()));
        label.map(KnownText::borrowed).unwrap_or_default()
    }

    /// What a reader sees of how well something is attested.
    pub(crate) fn status(&self, of: Attestation) -> KnownText<&str> {
        self.attested.label(of)
    }

    /// The same away from its brief: whatever the brief warns of goes with its status.
    pub(crate) fn attested(&self, of: Attestation, caveats: Caveats) -> KnownText<&str> {
        let label = self.statuses.label(attested::place(of), caveats, || self.attested.all(), self);
        label.map_or_else(|| self.status(of), KnownText::borrowed)
    }

    /// The same of a stance.
    pub(crate) fn taken(&self, stance: Stance, caveats: Caveats) -> KnownText<&str> {
        let all = || Stance::ALL.iter().map(|stance| self.label(*stance));
        let label = self.stances.label(stance.place(), caveats, all, self);
        label.map_or_else(|| self.label(stance), KnownText::borrowed)
    }

    /// The words of a message that has no variables.
    #[must_use]
    pub fn word(&self, id: &str) -> &str {
        self.known(id).text()
    }

    /// The same, with what is known of them.
    pub(crate) fn known(&self, id: &str) -> KnownText<&str> {
        let words = self.messages.get(id).and_then(Message::words);
        debug_assert!(words.is_some(), "no message {id} without variables");
        words.unwrap_or_default()
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.messages.contains_key(id)
    }

    /// A message with these values.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut said = String::with_capacity(SAID);
        self.each(id, args, &mut |text, _| said.push_str(text));
        said
    }

    /// A message with these values, piece by piece; `true` comes with a name.
    pub(crate) fn each(&self, id: &str, args: &[(&str, Arg<'_>)], sink: &mut dyn FnMut(&str, bool)) {
        let message = self.messages.get(id);
        debug_assert!(message.is_some(), "no message {id}");
        if let Some(message) = message {
            message.pattern.say(self.rules.as_ref(), args, sink);
        }
    }

    /// What phrases of attribution set their parts in.
    pub(crate) fn frames(&self) -> &Frames {
        &self.frames
    }

    /// A number in words up to twelve where the language writes it so, in digits above.
    pub(crate) fn number(&self, count: u32) -> Cow<'_, str> {
        let place = usize::try_from(count).unwrap_or(usize::MAX);
        self.numbers.get(place).map_or_else(|| Cow::from(count.to_string()), Cow::from)
    }

    /// What a reader of the language sees beside the English term of a likelihood scale; nothing in English, nor
    /// in a language that has no other words for it.
    pub(crate) fn likelihood(&self, term: &str) -> Option<&str> {
        Some(self.word(&id("likelihood", term))).filter(|gloss| self.lang.primary() != "en" && *gloss != term)
    }

    /// Every message without variables, by id, with the language, its direction and the language of dates: what templates print as it
    /// is.
    #[must_use]
    pub fn words(&self) -> BTreeMap<String, String> {
        let fixed = self
            .messages
            .iter()
            .filter_map(|(id, message)| Some((id.clone(), message.pattern.as_text()?.to_owned())));
        let direction = if self.direction() == Direction::Rtl { "rtl" } else { "ltr" };
        let own = [("lang", self.lang.as_str()), ("dir", direction), ("date_lang", self.date_lang.as_str())];
        fixed.chain(own.map(|(id, word)| (id.to_owned(), word.to_owned()))).collect()
    }
}

/// How the language, or its primary language, sorts numbers.
fn plural_rules(lang: &Lang) -> Option<PluralRules> {
    let identifier = lang.as_str().parse::<LanguageIdentifier>().ok();
    let tags = identifier.into_iter().chain(lang.primary().parse());
    tags.into_iter().find_map(|it| PluralRules::create(it, PluralRuleType::CARDINAL).ok())
}

/// The categories of a language's numbers.
fn categories(lang: &Lang) -> Vec<&'static str> {
    pattern::categories(plural_rules(lang).as_ref())
}

/// The id of a message: what it is about, and a word of the input.
pub(crate) fn id(prefix: &str, word: &str) -> String {
    let id = [prefix, "_", word].concat();
    if id.bytes().any(|byte| matches!(byte, b'-' | b' ')) { id.replace(['-', ' '], "_") } else { id }
}

/// Every language that a desk's pages can be in.
#[derive(Debug, Clone)]
pub struct Locales(BTreeMap<String, Arc<Locale>>);

static BUILT_IN: LazyLock<Locales> = LazyLock::new(|| builtin::locales(&BTreeMap::new()));

impl Default for Locales {
    fn default() -> Self {
        BUILT_IN.clone()
    }
}

impl Locales {
    /// The built-in languages.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The locale of a language: of the tag itself, or of its primary language, or English where there is neither.
    #[must_use]
    pub fn of(&self, lang: &Lang) -> &Locale {
        let (whole, primary) = (lang.lower_case(), lang.primary());
        let known = [&*whole, &*primary, "en"].into_iter().find_map(|tag| self.0.get(tag));
        if let Some(locale) = known { locale } else { Locale::english() }
    }

    /// Every locale with its language.
    pub fn iter(&self) -> impl Iterator<Item = &Locale> {
        self.0.values().map(|locale| &**locale)
    }
}
