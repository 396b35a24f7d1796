//! The closed vocabularies of a brief: each word as it is written in YAML, with its meaning.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A closed vocabulary whose values are written as single words.
pub trait Words: Sized + Copy + 'static {
    /// What one such value is called in a message: "a status".
    const NOUN: &'static str;
    /// Every value, in its natural order.
    const ALL: &'static [Self];

    /// The word as it is written in YAML.
    fn word(self) -> &'static str;

    /// The place of the value among all.
    fn place(self) -> usize;

    /// The value that is written as `text`, to the letter.
    fn from_word(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == text)
    }
}

/// Declares a closed vocabulary: its values, their words and their meanings.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $name:ident, $noun:literal {
            $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $crate::model::words::words! {
            $(#[$meta])* #[derive(schemars::JsonSchema)]
            $name, $noun, schema = by_hand { $($(#[$variant_meta])* $variant = $word,)+ }
        }
    };
    (
        $(#[$meta:meta])*
        $name:ident, $noun:literal, schema = by_hand {
            $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+
        }

        impl $crate::model::words::Words for $name {
            const NOUN: &'static str = $noun;
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}

pub(crate) use words;

words! {
    /// How well a key fact is attested.
    Status, "a status" {
        /// Someone saw it.
        Observed = "observed",
        /// The party whom it concerns says it of itself.
        Stated = "stated",
        /// A third party says it.
        Claimed = "claimed",
        /// Parties who should know contradict each other.
        Disputed = "disputed",
        /// The party whom it concerns says that it is not so. The text names what is denied: "That its ship touched the quay."
        Denied = "denied",
        /// Our own assessment.
        Assessed = "assessed",
    }
}

impl Status {
    /// Whether somebody says that it is not so.
    #[must_use]
    pub fn is_doubted(self) -> bool {
        matches!(self, Self::Denied | Self::Disputed)
    }

    /// Its place in the order in which `disputed`, `claimed`, `stated` and `observed` attest the same statement, each better than
    /// the one before. A denial is not a weaker claim but a contrary one, and an assessment of our own stands beside them all: these
    /// have no place in it.
    #[must_use]
    pub fn rank(self) -> Option<u8> {
        match self {
            Self::Disputed => Some(0),
            Self::Claimed => Some(1),
            Self::Stated => Some(2),
            Self::Observed => Some(3),
            Self::Denied | Self::Assessed => None,
        }
    }

    /// Its place among several that one thing has at once, the one first that no reader may miss.
    #[must_use]
    pub fn by_doubt(self) -> u8 {
        match self {
            Self::Denied => 0,
            Self::Disputed => 1,
            Self::Claimed => 2,
            Self::Assessed => 3,
            Self::Stated => 4,
            Self::Observed => 5,
        }
    }
}

words! {
    /// What one party says to an open question.
    Stance, "a stance" {
        /// Says that it is so.
        Asserts = "asserts",
        /// Says that it is not so.
        Denies = "denies",
        /// Warns against taking it as so, without denying it.
        Cautions = "cautions",
        /// Was asked and would not say.
        Declines = "declines",
    }
}

words! {
    /// Where an open question stands.
    QuestionStatus, "a question status" {
        /// Nothing has settled it.
        Open = "open",
        /// Something has been ruled out or agreed; the rest is open.
        Narrowed = "narrowed",
        /// A key fact answers it.
        Answered = "answered",
        /// Events have made it pointless.
        Moot = "moot",
    }
}

words! {
    /// What sort of party or carrier a source is.
    SourceKind, "a kind of source" {
        /// A government, ministry, embassy, army or its spokesperson.
        Official = "official",
        /// A newspaper, broadcaster or site.
        Outlet = "outlet",
        /// A news agency.
        Agency = "agency",
        /// A named person.
        Person = "person",
        /// A published document, image or data set.
        Document = "document",
        /// One or more people who are not named.
        Anonymous = "anonymous",
    }
}

words! {
    /// What an entity is.
    EntityKind, "a kind of entity" {
        /// A human being.
        Person = "person",
        /// A state body, company, party, armed group.
        Organization = "organization",
        /// A country, city, region, building.
        Place = "place",
    }
}

words! {
    /// How far a source can be relied on: the letter of NATO's Admiralty code (AJP-2.1). It belongs to the source.
    /// `F` means "not judged", never "worst".
    Reliability, "a reliability" {
        /// Completely reliable.
        A = "A",
        /// Usually reliable.
        B = "B",
        /// Fairly reliable.
        C = "C",
        /// Not usually reliable.
        D = "D",
        /// Unreliable.
        E = "E",
        /// Reliability cannot be judged.
        F = "F",
    }
}

words! {
    /// How credible one item is: the digit of NATO's Admiralty code (AJP-2.1). It belongs to the item.
    /// `6` means "not judged", never "worst".
    Credibility, "a credibility", schema = by_hand {
        /// Confirmed by other, independent sources.
        Confirmed = "1",
        /// Probably true.
        ProbablyTrue = "2",
        /// Possibly true.
        PossiblyTrue = "3",
        /// Doubtful.
        Doubtful = "4",
        /// Improbable.
        Improbable = "5",
        /// Truth cannot be judged.
        NotJudged = "6",
    }
}

// The digit is a number to YAML, quoted or not it is the same to us.
impl JsonSchema for Credibility {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Credibility")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "How credible one item is: the digit of the Admiralty code. 1: confirmed by other, independent sources, 2: probably true, 3: possibly true, 4: doubtful, 5: improbable, 6: cannot be judged.",
            "enum": [1, 2, 3, 4, 5, 6, "1", "2", "3", "4", "5", "6"],
        })
    }
}

words! {
    /// How sure the analyst is of a judgement's ground; another axis than likelihood (ICD 203, 2015).
    Confidence, "a confidence" {
        /// Little or poor information.
        Low = "low",
        /// Credible information, not enough for more.
        Moderate = "moderate",
        /// Good information from several sides.
        High = "high",
    }
}

words! {
    /// What an analyst's note says of the article.
    NoteKind, "a kind of note" {
        /// The analyst supplied something that the article does not state.
        Inferred = "inferred",
        /// The article leaves it open.
        Unclear = "unclear",
        /// The article gets it wrong, or so it seems.
        Mistaken = "mistaken",
        /// Anything else the reader should know.
        Comment = "comment",
    }
}

words! {
    /// How a document may be handled: FIRST's Traffic Light Protocol 2.0, from least to most restricted.
    /// The labels are never translated.
    Marking, "a marking" {
        /// No limit on disclosure.
        Clear = "TLP:CLEAR",
        /// Within the community.
        Green = "TLP:GREEN",
        /// Within the organisation and its clients, on a need-to-know basis.
        Amber = "TLP:AMBER",
        /// Within the organisation only.
        AmberStrict = "TLP:AMBER+STRICT",
        /// For the named recipients only.
        Red = "TLP:RED",
    }
}

words! {
    /// How much a brief matters on its day.
    Weight, "a weight" {
        /// It comes before the others.
        High = "high",
        /// It stands among the others.
        Normal = "normal",
        /// It comes after the others.
        Low = "low",
    }
}

words! {
    /// A published scale of likelihood terms.
    LikelihoodScale, "a likelihood scale" {
        /// Intelligence Community Directive 203 (United States, 2015).
        Icd203 = "icd203",
        /// The PHIA probability yardstick (United Kingdom, March 2025).
        Phia = "phia",
    }
}
