//! One brief.

use super::calendar::{Day, fuzzy};
use super::random::Random;
use super::story::{FACTS, Story};
use super::words::{Ask, Fill, Named};
use super::yaml::{Yaml, scalar};

/// How many of its story's facts a brief has.
const FACTS_A_BRIEF: usize = 10;

const EVENTS: usize = 6;

/// The text of a brief of the story, as of a day.
pub(super) fn text(story: &Story, day: Day, mut random: Random) -> String {
    let age = day.0 - story.first_day.0;
    let facts = facts_of(story, age);
    let has_others = random.chance(60);
    let mut brief = Brief { story, day, age, facts, has_others, random, yaml: Yaml::default() };
    brief.head();
    brief.sources();
    brief.entities();
    brief.key_facts();
    brief.timeline();
    brief.open_questions();
    brief.rest();
    brief.yaml.text
}

/// Two facts of a story are left out, others each day, so that one brief differs from the next.
fn facts_of(story: &Story, age: u32) -> Vec<Named> {
    let (first, second) = (age as usize % FACTS, (age as usize * 5 + 7) % FACTS);
    let kept = story.facts.iter().enumerate().filter(|(at, _)| *at != first && *at != second);
    kept.map(|(_, fact)| *fact).take(FACTS_A_BRIEF).collect()
}

/// A name without the article that it has in sentences.
fn name_of(name: &'static str) -> &'static str {
    name.strip_prefix("the ").unwrap_or(name)
}

struct Brief<'s> {
    story: &'s Story,
    day: Day,
    /// How many days after the story's first.
    age: u32,
    facts: Vec<Named>,
    /// Whether its last source is more people without names, and not a document.
    has_others: bool,
    random: Random,
    yaml: Yaml,
}

impl Brief<'_> {
    /// A sentence with names, and with numbers by chance.
    fn fill(&mut self, template: &str) -> String {
        let (n, m) = (self.random.between(10, 99), self.random.between(2, 9));
        self.fill_with(template, n, m)
    }

    /// A sentence that reads the same in each brief of its story, until `turn` changes.
    fn kept(&mut self, template: &str, place: u32, turn: u32) -> String {
        let mut random = Random::new(&[self.story.seed, place.into(), turn.into()]);
        let (n, m) = (random.between(10, 99), random.between(2, 9));
        self.fill_with(template, n, m)
    }

    fn fill_with(&mut self, template: &str, n: u32, m: u32) -> String {
        let (n, m) = (n.to_string(), m.to_string());
        let fact = self.stated_fact();
        let question = self.story.asks.first().map(|ask| self.story.question_id(ask)).unwrap_or_default();
        let story = self.story;
        Fill(&[
            ("place", story.place.1),
            ("person", story.person.1),
            ("body", story.body.1),
            ("firm", story.firm.1),
            ("thing", story.thing.1),
            ("fact", fact),
            ("question", &question),
            ("n", &n),
            ("m", &m),
        ])
        .sentence(template)
    }

    /// A fact that a sentence can refer to without naming a speaker: its status is `stated`.
    fn stated_fact(&self) -> &'static str {
        let index = (10 - self.age / 3 % 10) % 10;
        self.facts.get(index as usize).map_or("", |fact| fact.0)
    }

    /// One of these sentences, filled.
    fn one_of(&mut self, templates: &[&str]) -> String {
        let template = self.random.pick(templates);
        self.fill(template)
    }

    fn head(&mut self) {
        let words = self.story.words;
        self.yaml.line("# Generated for measurements: nothing in this file exists or happened.");
        self.yaml.line("schema: 1");
        let title = self.one_of(words.titles);
        self.yaml.key("", "title", &title);
        self.yaml.key("", "date", &self.day.iso());
        self.yaml.key("", "lang", words.lang);
        let marking = self.random.pick(&["TLP:CLEAR", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"]);
        self.yaml.key("", "marking", marking);
        if let Some(key) = &self.story.key {
            self.yaml.key("", "story", key);
        }
        let topics = self.random.several(words.topics, 2);
        self.yaml.line(&format!("topics: [{}]", topics.join(", ")));
        let bottom_line = self.one_of(words.bottom_lines);
        self.yaml.prose("", "bottom_line", &bottom_line);
        self.yaml.line("article:");
        self.yaml.key("  ", "outlet", self.story.outlet.1);
        if self.random.chance(50) {
            let headline = self.one_of(words.titles);
            self.yaml.key("  ", "title", &headline);
        }
        let address =
            format!("https://{}.example/{}/{}", self.story.outlet.0, self.day.iso(), self.story.thing.0);
        self.yaml.key("  ", "url", &address);
        self.yaml.key("  ", "published", &self.day.iso());
        self.yaml.key("  ", "lang", words.lang);
    }

    fn sources(&mut self) {
        let (story, words) = (self.story, self.story.words);
        self.yaml.line("\nsources:");
        for (id, name, kind) in [
            ("body", name_of(story.body.1), "official"),
            ("firm", story.firm.1, "official"),
            ("agency", story.agency.1, "agency"),
            ("outlet", story.outlet.1, "outlet"),
        ] {
            let entity = if kind == "official" { format!(", entity: {id}") } else { String::new() };
            let name_and_kind = format!("{}, kind: {kind}", scalar(name));
            self.yaml.line(&format!("  - {{id: {id}, name: {name_and_kind}, reliability: B{entity}}}"));
            // An outlet observes, and says how.
            if id == "outlet" || self.random.chance(25) {
                self.last_source_goes_on(id, name, kind);
            }
        }
        self.unnamed_source("unnamed", self.age % 4 + 2);
        if self.has_others {
            self.unnamed_source("others", self.age % 3 + 2);
        } else {
            let title = self.one_of(words.titles);
            self.yaml.line("  - id: paper");
            self.yaml.key("    ", "name", &title);
            self.yaml.key("    ", "kind", "document");
            self.yaml.key("    ", "published", &self.day.month());
            self.yaml.key("    ", "reliability", "C");
        }
    }

    /// The same source as a block, with more of what is known of it.
    fn last_source_goes_on(&mut self, id: &str, name: &str, kind: &str) {
        let end = self.yaml.text.trim_end().rfind('\n').unwrap_or_default();
        self.yaml.text.truncate(end + 1);
        self.yaml.line(&format!("  - id: {id}"));
        self.yaml.key("    ", "name", name);
        self.yaml.key("    ", "kind", kind);
        let descriptor = self.one_of(self.story.words.descriptors);
        self.yaml.key("    ", "descriptor", &descriptor);
        let reliability = self.random.pick(&["A", "B", "B", "C", "C", "D", "F"]);
        self.yaml.key("    ", "reliability", reliability);
        if id == "outlet" {
            let access = self.one_of(self.story.words.access);
            self.yaml.key("    ", "access", &access);
        }
        if kind == "official" {
            self.yaml.key("    ", "entity", id);
        }
        if matches!(kind, "agency" | "outlet") {
            self.yaml.key("    ", "origin", self.story.agency.0);
        }
    }

    fn unnamed_source(&mut self, id: &str, count: u32) {
        let words = self.story.words;
        self.yaml.line(&format!("  - id: {id}"));
        self.yaml.line("    kind: anonymous");
        self.yaml.line(&format!("    count: {count}"));
        self.yaml.key("    ", "reliability", "F");
        let described = self.one_of(words.unnamed);
        self.yaml.key("    ", "described_as", &described);
        let access = self.one_of(words.access);
        self.yaml.key("    ", "access", &access);
    }

    fn entities(&mut self) {
        let story = self.story;
        self.yaml.line("\nentities:");
        for (id, (_, name, lang, foreign), kind) in
            [("place", story.place, "place"), ("person", story.person, "person")]
        {
            self.yaml.line(&format!("  - id: {id}"));
            self.yaml.key("    ", "name", name);
            self.yaml.key("    ", "kind", kind);
            if kind == "person" {
                let role = self.random.pick(story.words.roles);
                self.yaml.key("    ", "role", role);
            }
            self.yaml.line(&format!("    names: [{{lang: {lang}, name: {}}}]", scalar(foreign)));
        }
        for (id, name) in [("body", name_of(story.body.1)), ("firm", story.firm.1)] {
            self.yaml.line(&format!("  - {{id: {id}, name: {}, kind: organization}}", scalar(name)));
        }
    }

    fn key_facts(&mut self) {
        self.yaml.line("\nkey_facts:");
        for (index, (id, template)) in (0..).zip(self.facts.clone()) {
            let text = self.kept(template, index, self.age / 3);
            self.yaml.line(&format!("  - id: {id}"));
            self.yaml.prose("    ", "text", &text);
            self.attribution_of_fact(index);
            if self.random.chance(40) {
                let when = fuzzy(self.day.before(self.random.below(20)), &mut self.random);
                self.yaml.key("    ", "when", &when);
            }
            if self.random.chance(30) {
                let credibility = self.random.between(2, 6);
                self.yaml.line(&format!("    credibility: {credibility}"));
            }
            if self.random.chance(15) {
                let quote = self.random.pick(self.story.words.quotes);
                self.yaml.line(&format!("    quotes: [{{text: {}}}]", scalar(quote)));
            }
            if self.random.chance(15) {
                let note = self.one_of(self.story.words.notes);
                self.yaml.prose("    ", "note", &note);
            }
        }
    }

    /// A status, and the speaker that goes with it.
    fn attribution_of_fact(&mut self, index: u32) {
        let status = self.status_of_fact(index);
        self.yaml.key("    ", "status", status);
        let speaker = match status {
            "assessed" => return,
            "claimed" => "unnamed",
            "observed" => "outlet",
            _ => self.random.pick(&["body", "firm"]),
        };
        self.said("    ", speaker);
    }

    /// A fact changes its status now and then while the story goes on.
    fn status_of_fact(&self, index: u32) -> &'static str {
        Self::status_in_turn(index, self.age / 3)
    }

    fn status_in_turn(index: u32, turn: u32) -> &'static str {
        match (index + turn) % 10 {
            0 | 4 | 7 => "stated",
            1 | 5 | 8 => "claimed",
            2 => "observed",
            3 => "disputed",
            6 => "denied",
            _ => "assessed",
        }
    }

    /// Any fact, but for those of a status that it must not have: then the next one.
    fn fact_but(&mut self, unfit: &[&str]) -> &'static str {
        let picked = self.random.pick(&self.facts).0;
        let facts: Vec<_> = (0..).zip(&self.facts).collect();
        let from = facts.iter().position(|(_, (id, _))| *id == picked).unwrap_or_default();
        let mut in_turn = facts.iter().cycle().skip(from).take(facts.len());
        let fit = in_turn.find(|(index, _)| !unfit.contains(&self.status_of_fact(*index)));
        fit.map_or(picked, |(_, (id, _))| id)
    }

    /// A fact that answers a question: a claim does not, nor what somebody has denied since the story began, where there is another.
    fn answer(&mut self) -> &'static str {
        let unfit = ["claimed", "disputed", "denied"];
        let picked = self.fact_but(&unfit);
        let is_denied =
            |index: u32| (0..=self.age / 3).any(|turn| Self::status_in_turn(index, turn) == "denied");
        let fit = |index: u32| !unfit.contains(&self.status_of_fact(index)) && !is_denied(index);
        let facts = || (0..).zip(&self.facts).filter(|(index, _)| fit(*index)).map(|(_, (id, _))| *id);
        facts().find(|id| *id == picked).or_else(|| facts().next()).unwrap_or(picked)
    }

    /// Who said it, through whom, when.
    fn said(&mut self, lead: &str, speaker: &str) {
        self.yaml.key(lead, "said_by", speaker);
        let via = match (speaker, self.random.below(4)) {
            ("outlet", _) | (_, 0 | 1) => "",
            ("agency", _) => "outlet",
            (_, 2) => "agency",
            _ => "agency, outlet",
        };
        if !via.is_empty() {
            self.yaml.line(&format!("{lead}via: [{via}]"));
        }
        if self.random.chance(50) {
            let on = self.day.before(self.random.below(5)).iso();
            self.yaml.key(lead, "on", &on);
        }
    }

    fn timeline(&mut self) {
        self.yaml.line("\ntimeline:");
        let templates = self.random.several(self.story.words.events, EVENTS);
        for (index, template) in templates.into_iter().enumerate() {
            let text = self.fill(template);
            let ahead = index + 1 == EVENTS;
            let day = if ahead {
                self.day.after(self.random.between(2, 40))
            } else {
                self.day.before(self.random.below(90))
            };
            let when = if ahead { day.iso() } else { fuzzy(day, &mut self.random) };
            if index == 0 && self.random.chance(50) {
                self.yaml.line(&format!("  - {{when: {}, text: {}}}", scalar(&when), scalar(&text)));
                continue;
            }
            self.yaml.key("  - ", "when", &when);
            self.yaml.prose("    ", "text", &text);
            if ahead {
                self.yaml.line("    expected: true");
            }
            if self.random.chance(50) {
                let unfit: &[&str] = if ahead { &["denied"] } else { &[] };
                let fact = self.fact_but(unfit);
                self.yaml.key("    ", "fact", fact);
            } else {
                let speaker = self.random.pick(&["body", "outlet", "unnamed"]);
                self.yaml.key("    ", "status", if speaker == "body" { "stated" } else { "claimed" });
                self.said("    ", speaker);
            }
        }
    }

    fn open_questions(&mut self) {
        self.yaml.line("\nopen_questions:");
        for (index, ask) in (0..).zip(&self.story.asks) {
            self.question(ask, index);
        }
    }

    fn question(&mut self, ask: &Ask, index: u32) {
        let id = self.story.question_id(ask);
        self.yaml.key("  - ", "id", &id);
        let question = self.kept(ask.question, index, 0);
        self.yaml.key("    ", "question", &question);
        // Why a question matters is said as long as it is new.
        if self.age < 8 {
            let matters = self.kept(ask.matters, index, 1);
            self.yaml.prose("    ", "matters", &matters);
        }
        // The first question of a story is answered on its last day and the others lapse, so that none grows stale; the second
        // is narrowed on the way there.
        let last = self.age + 1 == self.story.days;
        let status = match index {
            0 if last => "answered",
            _ if last => "moot",
            1 if self.age * 2 > self.story.days => "narrowed",
            _ => "open",
        };
        self.yaml.key("    ", "status", status);
        self.yaml.key("    ", "opened", &self.story.first_day.before(5).iso());
        if status == "answered" {
            let fact = self.answer();
            self.yaml.key("    ", "answered_by", fact);
            self.yaml.key("    ", "answered_on", &self.day.iso());
        }
        self.yaml.line("    positions:");
        let count = self.random.pick(&[1, 1, 2, 2, 3]);
        let speakers = self.random.several(&["body", "firm", "unnamed", "agency"], count);
        for speaker in speakers {
            self.position(speaker);
        }
        let settled_by = self.kept(ask.settled_by, index, 2);
        self.yaml.line(&format!("    would_settle: [{}]", scalar(&settled_by)));
    }

    fn position(&mut self, speaker: &str) {
        let stance = self.random.pick(&["asserts", "asserts", "denies", "cautions", "declines"]);
        self.yaml.key("      - ", "stance", stance);
        if stance != "declines" {
            let says = self.one_of(self.story.words.positions);
            self.yaml.prose("        ", "says", &says);
        }
        self.said("        ", speaker);
    }

    /// Judgements, notes and now and then a correction.
    fn rest(&mut self) {
        let words = self.story.words;
        self.yaml.line("\njudgements:");
        let count = 1 + self.random.below(2) as usize;
        for template in self.random.several(words.judgements, count) {
            let text = self.fill(template);
            self.yaml.prose("  - ", "text", &text);
            let likelihood = self.random.pick(&["unlikely", "roughly even chance", "likely", "very likely"]);
            self.yaml.key("    ", "likelihood", likelihood);
            let confidence = self.random.pick(&["low", "moderate", "high"]);
            self.yaml.key("    ", "confidence", confidence);
            // Whatever of the first three facts of its story a brief has: what becomes of them is judged anew in each.
            let first = self.story.facts.iter().take(3).map(|fact| fact.0);
            let ids: Vec<_> = first.filter(|id| self.facts.iter().any(|fact| fact.0 == *id)).collect();
            self.yaml.line(&format!("    basis: [{}]", ids.join(", ")));
        }
        self.yaml.line("notes:");
        self.yaml.line("  - kind: comment");
        self.yaml.prose("    ", "text", words.invented);
        let last = if self.has_others { "others" } else { "paper" };
        self.yaml.line(&format!("    about: [place, person, body, firm, agency, unnamed, {last}]"));
        if self.random.chance(50) {
            let unclear = self.one_of(words.unclear);
            self.yaml.line("  - kind: unclear");
            self.yaml.prose("    ", "text", &unclear);
        }
        if self.random.chance(8) {
            let correction = self.one_of(words.corrections);
            self.yaml.line("corrections:");
            self.yaml.key("  - ", "on", &self.day.iso());
            self.yaml.prose("    ", "text", &correction);
        }
    }
}
