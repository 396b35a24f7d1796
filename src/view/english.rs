//! The English words of the page: labels of vocabularies, counts, lists.

use crate::model::{
    Confidence, Credibility, EntityKind, Marking, NoteKind, QuestionStatus, Reliability, SourceKind, Stance,
    Status,
};

/// A vocabulary whose values have a label for readers.
pub(super) trait Label {
    fn label(self) -> &'static str;
}

impl Label for Status {
    fn label(self) -> &'static str {
        match self {
            Self::Observed => "Observed",
            Self::Stated => "Stated by the party concerned",
            Self::Claimed => "Claimed",
            Self::Disputed => "Disputed",
            Self::Denied => "Denial by the party concerned",
            Self::Assessed => "Our assessment",
        }
    }
}

/// What a reader sees of a status.
pub(crate) fn status_label(status: Status) -> &'static str {
    status.label()
}

impl Label for Stance {
    fn label(self) -> &'static str {
        match self {
            Self::Asserts => "Asserts",
            Self::Denies => "Denies",
            Self::Cautions => "Cautions",
            Self::Declines => "Declines to comment",
        }
    }
}

impl Label for QuestionStatus {
    fn label(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Narrowed => "Narrowed",
            Self::Answered => "Answered",
            Self::Moot => "No longer relevant",
        }
    }
}

impl Label for SourceKind {
    fn label(self) -> &'static str {
        match self {
            Self::Official => "Official body",
            Self::Outlet => "News outlet",
            Self::Agency => "News agency",
            Self::Person => "Person",
            Self::Document => "Document",
            Self::Anonymous => "Anonymous",
        }
    }
}

impl Label for EntityKind {
    fn label(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Organization => "Organisation",
            Self::Place => "Place",
        }
    }
}

impl Label for Reliability {
    fn label(self) -> &'static str {
        match self {
            Self::A => "completely reliable",
            Self::B => "usually reliable",
            Self::C => "fairly reliable",
            Self::D => "not usually reliable",
            Self::E => "unreliable",
            Self::F => "cannot be judged",
        }
    }
}

impl Label for Credibility {
    fn label(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed by other sources",
            Self::ProbablyTrue => "probably true",
            Self::PossiblyTrue => "possibly true",
            Self::Doubtful => "doubtful",
            Self::Improbable => "improbable",
            Self::NotJudged => "cannot be judged",
        }
    }
}

impl Label for Confidence {
    fn label(self) -> &'static str {
        match self {
            Self::Low => "Low confidence",
            Self::Moderate => "Moderate confidence",
            Self::High => "High confidence",
        }
    }
}

impl Label for NoteKind {
    fn label(self) -> &'static str {
        match self {
            Self::Inferred => "Inferred by the analyst",
            Self::Unclear => "Unclear in the article",
            Self::Mistaken => "Doubtful in the article",
            Self::Comment => "Comment",
        }
    }
}

/// A class name for a marking: the label without the characters that CSS would trip over.
pub(super) fn marking_class(marking: Marking) -> &'static str {
    match marking {
        Marking::Clear => "clear",
        Marking::Green => "green",
        Marking::Amber => "amber",
        Marking::AmberStrict => "amber-strict",
        Marking::Red => "red",
    }
}

/// A number in words up to twelve, in digits above, as newspapers set it.
pub(super) fn number(count: u32) -> String {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    usize::try_from(count)
        .ok()
        .and_then(|index| WORDS.get(index))
        .map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// `1 source`, `3 sources`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
