//! The records of the input, schema 1, as they are written: every value at its place, nothing resolved.
//!
//! The doc comments are the descriptions in the JSON Schema; they speak to whoever writes a brief.

use super::record::record;
use crate::model::{
    CivilDate, Confidence, Credibility, EntityKind, FuzzyDate, Id, Lang, LikelihoodScale, Line, Marking,
    NoteKind, Prose, QuestionStatus, Reliability, SourceKind, Stance, Status, WebAddress, Weight,
};

record! {
    /// The structured summary of one news article, as of one date.
    RawBrief, "a brief" {
        /// The version of this schema: 1.
        required schema: u32,
        /// The name of the brief in links and file names. Default: the name of the file.
        optional id: Id,
        /// Headline. One line of plain text.
        required title: Line,
        /// The day as of which the brief speaks: YYYY-MM-DD.
        required date: CivilDate,
        /// The language of the brief, as a BCP 47 tag. Default: en.
        optional lang: Lang,
        /// How the brief may be handled (TLP 2.0).
        required marking: Marking,
        /// The scale that likelihood terms are taken from. Default: icd203.
        optional likelihood_scale: LikelihoodScale,
        /// The developing matter that the brief belongs to: the same id in each of its briefs.
        optional story: Id,
        /// How much the brief matters on its day: the daily brief goes by it. Default: normal.
        optional weight: Weight,
        /// Subjects, in plain text.
        list topics: Line,
        /// What the reader must know if they read nothing else: one to three sentences of Markdown, with links to facts and
        /// questions, attributed where they need to be.
        required bottom_line: Prose,
        /// The article that is summarised. What is not known stays absent.
        optional article: RawArticle,
        /// Who said it, or who carried it.
        list sources: RawSource,
        /// People, organisations and places.
        list entities: RawEntity,
        /// Statements, each with its status and its speaker.
        list key_facts: RawFact,
        /// What happened when.
        list timeline: RawEvent,
        /// What is not known, and who says what to it.
        list open_questions: RawQuestion,
        /// The analyst's own assessments.
        list judgements: RawJudgement,
        /// What the article gets wrong or leaves unclear, and what the analyst supplied.
        list notes: RawNote,
        /// What earlier versions of this brief had wrong.
        list corrections: RawCorrection,
        /// The AI tool and version that helped to write the brief, if any.
        optional disclosure: Line,
        /// Rules that this brief may break, each with the reason.
        list allow: RawAllow,
    }
}

record! {
    /// The article that a brief summarises.
    RawArticle, "an article" {
        /// Who published it.
        optional outlet: Line,
        /// Its headline.
        optional title: Line,
        /// Where it can be read.
        optional url: WebAddress,
        /// Who wrote it.
        optional author: Line,
        /// When it was published (EDTF).
        optional published: FuzzyDate,
        /// When the analyst read it (EDTF).
        optional accessed: FuzzyDate,
        /// Its language, as a BCP 47 tag.
        optional lang: Lang,
        /// A file with its text; the path is relative to the brief.
        optional text: Line,
    }
}

record! {
    /// Who said it, or who carried it.
    RawSource, "a source" {
        /// The name of the source in references.
        required id: Id,
        /// Its proper name. Not for anonymous sources.
        optional name: Line,
        /// What sort of party it is.
        required kind: SourceKind,
        /// How many people an anonymous source stands for.
        optional count: u32,
        /// How an anonymous source is described.
        optional described_as: Line,
        /// How the source comes to know: what it saw, read or was told.
        optional access: Line,
        /// What the source is, how direct it is and with what bias (ICD 206).
        optional descriptor: Line,
        /// How far it can be relied on (Admiralty code). F: cannot be judged.
        optional reliability: Reliability,
        /// The independence group: sources with the same origin count as one.
        optional origin: Id,
        /// Title of the item, where the source is a document or a report.
        optional title: Line,
        /// Author of the item.
        optional author: Line,
        /// Where it can be read.
        optional url: WebAddress,
        /// When it was published (EDTF).
        optional published: FuzzyDate,
        /// When the analyst read it (EDTF).
        optional accessed: FuzzyDate,
        /// Its language, as a BCP 47 tag.
        optional lang: Lang,
        /// The entity of this brief that the source is: an id. An unnamed source is none.
        optional entity: Id,
        /// A handling label of its own.
        optional marking: Marking,
        /// Rules that this source may break, each with the reason.
        list allow: RawAllow,
    }
}

record! {
    /// A person, an organisation or a place.
    RawEntity, "an entity" {
        /// The name of the entity in references.
        required id: Id,
        /// The name that the brief uses.
        required name: Line,
        /// What it is.
        required kind: EntityKind,
        /// Rank, office or function.
        optional role: Line,
        /// Other spellings and names.
        list aliases: Line,
        /// The name in its own script.
        list names: RawName,
        /// Anything else worth knowing, in Markdown.
        optional note: Prose,
        /// Rules that this entity may break, each with the reason.
        list allow: RawAllow,
    }
}

record! {
    /// A name in its own script.
    RawName, "a name" {
        /// The language of the name, as a BCP 47 tag.
        required lang: Lang,
        /// The name.
        required name: Line,
    }
}

record! {
    /// Words that a source used, to the letter.
    RawQuote, "a quote" {
        /// The words, without quotation marks.
        required text: Line,
        /// Their language, where it is not the brief's.
        optional lang: Lang,
        /// Who said them, where it is not the speaker of the fact or position: a source's id.
        optional said_by: Id,
    }
}

record! {
    /// One statement with its status and its speaker.
    RawFact, "a key fact" {
        /// The name of the fact in references.
        required id: Id,
        /// The statement, in Markdown.
        required text: Prose,
        /// How well it is attested.
        required status: Status,
        /// The speaker: a source's id. Required unless the status is assessed.
        optional said_by: Id,
        /// The carriers, in order, first the one who heard the speaker: ids of sources.
        list via: Id,
        /// When it was said (EDTF).
        optional on: FuzzyDate,
        /// When it happened or will happen (EDTF).
        optional when: FuzzyDate,
        /// How credible the item is (Admiralty code). 1: confirmed by other, independent sources, 2: probably true, 3: possibly true,
        /// 4: doubtful, 5: improbable, 6: cannot be judged.
        optional credibility: Credibility,
        /// Words to the letter.
        list quotes: RawQuote,
        /// What the fact says as a value, so that contradictions can be found: whose, what, which.
        optional property: RawProperty,
        /// Anything else worth knowing, in Markdown.
        optional note: Prose,
        /// A handling label of its own.
        optional marking: Marking,
        /// Rules that this fact may break, each with the reason.
        list allow: RawAllow,
    }
}

record! {
    /// What a fact says as a value: "the commander (name) of the garrison (of) is … (value)".
    RawProperty, "a property" {
        /// Whose: an entity's id.
        required of: Id,
        /// What: an id of your choosing, the same wherever the same is meant, such as commander.
        required name: Id,
        /// Which.
        required value: Line,
    }
}

record! {
    /// A rule that may be broken here, and why.
    RawAllow, "an allow" {
        /// The code of the rule: A112.
        required rule: Line,
        /// Why it is right to break it here.
        required reason: Line,
    }
}

record! {
    /// Something that happened, or is expected to.
    RawEvent, "a timeline event" {
        /// The name of the event in links. Default: made from its date and text.
        optional id: Id,
        /// When (EDTF). Absent: undated.
        optional when: FuzzyDate,
        /// What, in Markdown.
        required text: Prose,
        /// Announced, and not yet seen to happen.
        optional expected: bool,
        /// The key fact whose attribution this event shares: its id.
        optional fact: Id,
        /// How well it is attested, where no key fact says so.
        optional status: Status,
        /// The speaker, where no key fact names one: a source's id. Our own assessment (`assessed`) has none.
        optional said_by: Id,
        /// The carriers, in order: ids of sources.
        list via: Id,
        /// When it was said (EDTF).
        optional on: FuzzyDate,
        /// A handling label of its own.
        optional marking: Marking,
        /// Rules that this event may break, each with the reason.
        list allow: RawAllow,
    }
}

record! {
    /// A question that lives across briefs.
    RawQuestion, "an open question" {
        /// The name of the question, the same in every brief that takes it up.
        required id: Id,
        /// The question. One line of plain text.
        required question: Line,
        /// Why it matters, in Markdown.
        optional matters: Prose,
        /// Where it stands.
        required status: QuestionStatus,
        /// Since when it is open: YYYY-MM-DD. Absent: unknown.
        optional opened: CivilDate,
        /// The key fact that answers it: its id.
        optional answered_by: Id,
        /// When it was answered: YYYY-MM-DD. Absent: unknown.
        optional answered_on: CivilDate,
        /// Who says what to it.
        list positions: RawPosition,
        /// What would settle it, in plain text.
        list would_settle: Line,
        /// Anything else worth knowing, in Markdown.
        optional note: Prose,
        /// A handling label of its own.
        optional marking: Marking,
        /// Rules that this question may break, each with the reason.
        list allow: RawAllow,
    }
}

record! {
    /// One party's stance on a question.
    RawPosition, "a position" {
        /// The name of the position in links. Default: made from speaker, stance and date.
        optional id: Id,
        /// For, against, wary or silent.
        required stance: Stance,
        /// What the party says, in Markdown. Required unless it declines.
        optional says: Prose,
        /// The party: a source's id.
        #[schemars(required)]
        optional said_by: Id,
        /// The carriers, in order: ids of sources.
        list via: Id,
        /// When it was said (EDTF).
        optional on: FuzzyDate,
        /// Words to the letter.
        list quotes: RawQuote,
    }
}

record! {
    /// The analyst's own assessment.
    RawJudgement, "a judgement" {
        /// The name of the judgement in links. Default: made from its text.
        optional id: Id,
        /// The assessment, in Markdown.
        required text: Prose,
        /// How likely: a term of the scale.
        optional likelihood: Line,
        /// How sure the analyst is of the ground.
        required confidence: Confidence,
        /// What it rests on: ids of key facts and questions.
        list basis: Id,
        /// Anything else worth knowing, in Markdown.
        optional note: Prose,
        /// A handling label of its own.
        optional marking: Marking,
        /// Rules that this judgement may break, each with the reason.
        list allow: RawAllow,
    }
}

record! {
    /// An analyst's note on the article.
    RawNote, "a note" {
        /// What sort of note.
        required kind: NoteKind,
        /// The note, in Markdown.
        required text: Prose,
        /// What it is about: ids of key facts, questions, sources or entities.
        list about: Id,
    }
}

record! {
    /// What an earlier version of the brief had wrong.
    RawCorrection, "a correction" {
        /// When it was put right: YYYY-MM-DD.
        required on: CivilDate,
        /// What was wrong and what is right, in Markdown.
        required text: Prose,
    }
}
