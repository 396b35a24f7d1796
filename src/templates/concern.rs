//! What makes a page honest: the fields that a reader must see, each beside what it is about.

use crate::settings::Hidden;

/// A field that must come out where another does.
#[derive(Debug)]
pub(super) struct Concern {
    pub(super) hidden: Hidden,
    /// The template of the page, without its extension.
    pub(super) page: &'static str,
    /// What the field is called in a message.
    pub(super) field: &'static str,
    /// The texts of which one must come out.
    pub(super) shown: &'static [&'static str],
    /// What it is about: where that does not come out, nothing is hidden.
    pub(super) beside: Option<&'static str>,
}

macro_rules! concerns {
    ($list:ident: $(#[$doc:meta])* $($page:literal: $hidden:ident, $field:literal, [$($shown:literal),+] $(, beside $beside:literal)?;)+) => {
        $(#[$doc])*
        pub(super) static $list: &[Concern] = &[$(Concern {
            hidden: Hidden::$hidden,
            page: $page,
            field: $field,
            shown: &[$($shown),+],
            beside: concerns!(@beside $($beside)?),
        }),+];
    };
    (@beside $beside:literal) => { Some($beside) };
    (@beside) => { None };
}

concerns! {
    CONCERNS:
    /// Every concern with what comes out.
    "brief": Marking, "brief.marking", ["brief.marking.label", "page.marking.label"];
    "brief": Attribution, "brief.key_facts[].attribution",
        ["brief.key_facts[].attribution.text", "brief.key_facts[].attribution.parts[].text"],
        beside "brief.key_facts[].text";
    "brief": Attribution, "brief.timeline[].events[].attribution",
        ["brief.timeline[].events[].attribution.text", "brief.timeline[].events[].attribution.parts[].text"],
        beside "brief.timeline[].events[].text";
    "brief": Attribution, "brief.open_questions[].stances[].positions[].attribution",
        ["brief.open_questions[].stances[].positions[].attribution.text",
         "brief.open_questions[].stances[].positions[].attribution.parts[].text"],
        beside "brief.open_questions[].stances[].positions[].says";
    "brief": Attribution, "brief.key_facts[].quotes[].speaker",
        ["brief.key_facts[].quotes[].speaker", "brief.key_facts[].quotes[].speaker_parts[].text"],
        beside "brief.key_facts[].quotes[].text";
    "brief": Attribution, "brief.open_questions[].stances[].positions[].quotes[].speaker",
        ["brief.open_questions[].stances[].positions[].quotes[].speaker",
         "brief.open_questions[].stances[].positions[].quotes[].speaker_parts[].text"],
        beside "brief.open_questions[].stances[].positions[].quotes[].text";
    "brief": Status, "brief.key_facts[].status",
        ["brief.key_facts[].status.label", "brief.key_facts[].status.word"], beside "brief.key_facts[].text";
    "brief": Status, "brief.open_questions[].status",
        ["brief.open_questions[].status.label", "brief.open_questions[].status.word"],
        beside "brief.open_questions[].question";
    "brief": Attribution, "brief.open_questions[].answer.attribution",
        ["brief.open_questions[].answer.attribution.text", "brief.open_questions[].answer.attribution.parts[].text"],
        beside "brief.open_questions[].status.label";
    "brief": Status, "brief.open_questions[].answer.status",
        ["brief.open_questions[].answer.status.label", "brief.open_questions[].answer.status.word"],
        beside "brief.open_questions[].status.label";
    "brief": Status, "brief.timeline[].events[].status",
        ["brief.timeline[].events[].status.label", "brief.timeline[].events[].status.word"],
        beside "brief.timeline[].events[].text";
    "brief": Status, "brief.judgements[].likelihood",
        ["brief.judgements[].likelihood.term", "brief.judgements[].likelihood.gloss", "brief.judgements[].likelihood.band"],
        beside "brief.judgements[].text";
    "brief": Status, "brief.judgements[].confidence",
        ["brief.judgements[].confidence.label", "brief.judgements[].confidence.word"],
        beside "brief.judgements[].text";
    "brief": OpenQuestions, "brief.open_questions", ["brief.open_questions[].question"];
    "brief": Positions, "brief.open_questions[].stances[].positions",
        ["brief.open_questions[].stances[].positions[].says"], beside "brief.open_questions[].question";
    "brief": Corrections, "brief.corrections", ["brief.corrections[].text"];
    "day": Marking, "day.marking", ["day.marking.label", "page.marking.label"];
    "day": Attribution, "day.stories[].briefs[].facts[].attribution",
        ["day.stories[].briefs[].facts[].attribution.text", "day.stories[].briefs[].facts[].attribution.parts[].text"],
        beside "day.stories[].briefs[].facts[].text";
    "day": Attribution, "day.timeline[].events[].attribution",
        ["day.timeline[].events[].attribution.text", "day.timeline[].events[].attribution.parts[].text"],
        beside "day.timeline[].events[].text";
    "day": Attribution, "day.changes.groups[].changes[].attribution",
        ["day.changes.groups[].changes[].attribution.text", "day.changes.groups[].changes[].attribution.parts[].text"],
        beside "day.changes.groups[].changes[].text";
    "day": Status, "day.stories[].briefs[].facts[].status",
        ["day.stories[].briefs[].facts[].status.label", "day.stories[].briefs[].facts[].status.word"],
        beside "day.stories[].briefs[].facts[].text";
    "day": Status, "day.timeline[].events[].status",
        ["day.timeline[].events[].status.label", "day.timeline[].events[].status.word"],
        beside "day.timeline[].events[].text";
    "day": Status, "day.questions[].answer.status",
        ["day.questions[].answer.status.label", "day.questions[].answer.status.word"],
        beside "day.questions[].status.label";
    "day": Attribution, "day.questions[].answer.attribution",
        ["day.questions[].answer.attribution.text", "day.questions[].answer.attribution.parts[].text"],
        beside "day.questions[].status.label";
    "day": Status, "day.timeline[].events[].later[].status",
        ["day.timeline[].events[].later[].status.label", "day.timeline[].events[].later[].status.word"],
        beside "day.timeline[].events[].text";
    "day": Attribution, "day.timeline[].events[].later[].attribution",
        ["day.timeline[].events[].later[].attribution.text", "day.timeline[].events[].later[].attribution.parts[].text"],
        beside "day.timeline[].events[].later[].status.label";
    "day": Status, "day.questions[].answer.later[].status",
        ["day.questions[].answer.later[].status.label", "day.questions[].answer.later[].status.word"], beside "day.questions[].status.label";
    "day": Attribution, "day.questions[].answer.later[].attribution",
        ["day.questions[].answer.later[].attribution.text", "day.questions[].answer.later[].attribution.parts[].text"],
        beside "day.questions[].answer.later[].status.label";
    "day": OpenQuestions, "day.questions", ["day.questions[].question"];
    "day": Corrections, "day.corrections", ["day.corrections[].correction.text"];
    "question": Attribution, "question.parties[].held[].attribution",
        ["question.parties[].held[].attribution.text", "question.parties[].held[].attribution.parts[].text"],
        beside "question.parties[].held[].says";
    "question": Attribution, "question.answer.attribution",
        ["question.answer.attribution.text", "question.answer.attribution.parts[].text"],
        beside "question.answer.text";
    "question": Status, "question.answer.status",
        ["question.answer.status.label", "question.answer.status.word"], beside "question.answer.text";
    "question": Positions, "question.parties", ["question.parties[].held[].says"];
    "question": Status, "question.answer.later[].status",
        ["question.answer.later[].status.label", "question.answer.later[].status.word"], beside "question.answer.text";
    "question": Attribution, "question.answer.later[].attribution",
        ["question.answer.later[].attribution.text", "question.answer.later[].attribution.parts[].text"],
        beside "question.answer.later[].status.label";
    "story": Attribution, "story.steps[].changes.changes[].attribution",
        ["story.steps[].changes.changes[].attribution.text", "story.steps[].changes.changes[].attribution.parts[].text"],
        beside "story.steps[].changes.changes[].text";
    "story": Status, "story.questions[].answer.status",
        ["story.questions[].answer.status.label", "story.questions[].answer.status.word"],
        beside "story.questions[].status.label";
    "story": Attribution, "story.questions[].answer.attribution",
        ["story.questions[].answer.attribution.text", "story.questions[].answer.attribution.parts[].text"],
        beside "story.questions[].status.label";
    "story": Status, "story.questions[].answer.later[].status",
        ["story.questions[].answer.later[].status.label", "story.questions[].answer.later[].status.word"],
        beside "story.questions[].status.label";
    "story": Attribution, "story.questions[].answer.later[].attribution",
        ["story.questions[].answer.later[].attribution.text", "story.questions[].answer.later[].attribution.parts[].text"],
        beside "story.questions[].answer.later[].status.label";
    "questions": Status, "questions.settled[].answer.status",
        ["questions.settled[].answer.status.label", "questions.settled[].answer.status.word"],
        beside "questions.settled[].status.label";
    "questions": Attribution, "questions.settled[].answer.attribution",
        ["questions.settled[].answer.attribution.text", "questions.settled[].answer.attribution.parts[].text"],
        beside "questions.settled[].status.label";
    "questions": Status, "questions.settled[].answer.later[].status",
        ["questions.settled[].answer.later[].status.label", "questions.settled[].answer.later[].status.word"],
        beside "questions.settled[].status.label";
    "questions": Attribution, "questions.settled[].answer.later[].attribution",
        ["questions.settled[].answer.later[].attribution.text", "questions.settled[].answer.later[].attribution.parts[].text"],
        beside "questions.settled[].answer.later[].status.label";
    "entity": Attribution, "entity.mentions[].facts[].attribution",
        ["entity.mentions[].facts[].attribution.text", "entity.mentions[].facts[].attribution.parts[].text"],
        beside "entity.mentions[].facts[].text";
    "entity": Status, "entity.mentions[].facts[].status",
        ["entity.mentions[].facts[].status.label", "entity.mentions[].facts[].status.word"],
        beside "entity.mentions[].facts[].text";
    "entity": Status, "entity.mentions[].facts[].later[].status",
        ["entity.mentions[].facts[].later[].status.label", "entity.mentions[].facts[].later[].status.word"],
        beside "entity.mentions[].facts[].text";
    "entity": Attribution, "entity.mentions[].facts[].later[].attribution",
        ["entity.mentions[].facts[].later[].attribution.text", "entity.mentions[].facts[].later[].attribution.parts[].text"],
        beside "entity.mentions[].facts[].later[].status.label";
    "corrections": Corrections, "corrections.corrections", ["corrections.corrections[].correction.text"];
    "*": Marking, "page.marking", ["page.marking.label"];
}

concerns! {
    CHOICES:
    /// Concerns with what has no words of its own: a page that shows what they are about must at least ask for one of these fields.
    "brief": Status, "brief.timeline[].events[].expected",
        ["brief.timeline[].events[].expected", "brief.timeline[].group", "brief.timeline[].label"],
        beside "brief.timeline[].events[].text";
    "day": Status, "day.timeline[].group",
        ["day.timeline[].group", "day.timeline[].label"],
        beside "day.timeline[].events[].text";
}

impl Concern {
    /// Whether it is about the page that this template makes. `*` stands for every page of a site that is about no brief or day and
    /// has a marking: the archive has nothing but names of months.
    pub(super) fn is_of(&self, template: &str) -> bool {
        let kind = template.split('.').next().unwrap_or_default();
        if self.page == "*" {
            !matches!(kind, "brief" | "day" | "archive" | "404")
        } else {
            self.page == kind
        }
    }

    /// What a page that hides it does not show.
    pub(super) fn what(&self) -> &'static str {
        match self.hidden {
            Hidden::Attribution => "who said it",
            Hidden::Status => "how well it is attested",
            Hidden::OpenQuestions => "the open questions",
            Hidden::Positions => "who says what to an open question",
            Hidden::Marking => "how the page may be handled",
            Hidden::Corrections => "what was put right",
        }
    }

    /// Whether a page that hides it is not built.
    pub(super) fn is_refused(&self) -> bool {
        matches!(self.hidden, Hidden::Attribution | Hidden::Marking)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{Contract, Shape};

    /// What the contract has at a path, in which `[]` stands behind lists alone.
    fn shape(contract: &Contract, template: &str, path: &str) -> Option<Shape> {
        let mut steps = path.split('.');
        let first = steps.next()?;
        let variables = &contract.kind(template)?.variables;
        let variable = variables.iter().find(|variable| variable.field.name == first)?;
        steps.try_fold(variable.field.shape.clone(), |shape, step| {
            let (name, is_each) = step.strip_suffix("[]").map_or((step, false), |name| (name, true));
            let Shape::Record(record) = shape else { return None };
            let field = contract.fields(&record).iter().find(|field| field.name == name)?.shape.clone();
            match field {
                Shape::List(of) if is_each => Some(*of),
                _ if is_each => None,
                field => Some(field),
            }
        })
    }

    #[test]
    fn every_field_of_a_concern_is_in_the_contract() {
        let contract = Contract::new();
        for concern in CONCERNS.iter().chain(CHOICES) {
            let page = if concern.page == "*" { "home" } else { concern.page };
            let is_choice = CHOICES.iter().any(|it| std::ptr::eq(it, concern));
            for path in concern.shown.iter().chain(&concern.beside) {
                let shape = shape(&contract, &format!("{page}.html"), path);
                assert!(shape == Some(Shape::Text) || is_choice && shape.is_some(), "{path}");
            }
            assert!(shape(&contract, &format!("{page}.html"), concern.field).is_some(), "{}", concern.field);
        }
    }
}
