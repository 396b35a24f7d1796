//! A random desk with a secret in every part, and what each secret may be seen under.

use std::fmt::Write as _;

/// The handling labels, from least to most restricted.
pub(crate) const LABELS: [&str; 5] = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];

/// A word that stands in one part of a desk, and the lowest ceiling that this part may be seen under, as a place in [`LABELS`].
#[derive(Debug)]
pub(crate) struct Secret {
    pub(crate) word: String,
    pub(crate) level: usize,
    /// Whether it is shown whenever it may be: what the register has is shown only where a brief names it.
    pub(crate) is_certain: bool,
}

/// A desk of some briefs: the texts of its files by name, and what is hidden in them.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    /// The text of `attache.yaml`.
    pub(crate) settings: String,
    pub(crate) files: Vec<(String, String)>,
    pub(crate) secrets: Vec<Secret>,
}

/// How many sources and how many entities a register has.
const REGISTERED: usize = 3;

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }
}

/// The desk of this seed.
pub(crate) fn desk(seed: u64) -> Desk {
    let mut desk = Desk::default();
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66);
    let ids = desk.register(&mut dice);
    for place in 0..2 + dice.roll(3) {
        let mut brief = Brief { place, base: 0, dice: &mut dice, desk: &mut desk, register: &ids };
        brief.write();
    }
    desk
}

impl Desk {
    /// A register of sources, each marked as may be, that name each other as their origins, and of entities with notes that link to
    /// them and to each other. The ids of its sources are secret too.
    fn register(&mut self, dice: &mut Dice) -> Vec<String> {
        let levels: Vec<_> = (0..REGISTERED).map(|_| dice.roll(9)).collect();
        let level = |at: usize| if levels[at] < LABELS.len() { levels[at] } else { 0 };
        let ids: Vec<_> = (0..REGISTERED).map(|at| self.registered(level(at))).collect();
        let mut text = "title: Invented\nsources:\n".to_owned();
        for (at, id) in ids.iter().enumerate() {
            let label = LABELS.get(levels[at]).map(|label| format!(", marking: {label}")).unwrap_or_default();
            let origin = dice.roll(2 * REGISTERED);
            let origin = ids.get(origin).map(|id| format!(", origin: {id}")).unwrap_or_default();
            writeln!(text, "  - {{id: {id}, name: N {id}, kind: agency, descriptor: D {id}{origin}{label}}}")
                .unwrap();
        }
        text += "entities:\n";
        for at in 0..REGISTERED {
            let (one, other) = (dice.roll(REGISTERED), dice.roll(REGISTERED));
            let note = self.registered(level(one));
            writeln!(
                text,
                "  - {{id: g{at}, name: G{at}, kind: person, note: 'O {note} [{note}](source:{}) [y](entity:g{other})'}}",
                ids[one]
            )
            .unwrap();
        }
        self.settings = text;
        ids
    }

    fn registered(&mut self, level: usize) -> String {
        let word = format!("zq{}w", self.secrets.len());
        self.secrets.push(Secret { word: word.clone(), level, is_certain: false });
        word
    }
}

struct Brief<'d> {
    place: usize,
    /// The level of the brief's own words.
    base: usize,
    dice: &'d mut Dice,
    desk: &'d mut Desk,
    /// The ids of the sources in the register.
    register: &'d [String],
}

impl Brief<'_> {
    /// A word that nothing else holds, for a part of this level.
    fn secret(&mut self, level: usize) -> String {
        let word = format!("zq{}w", self.desk.secrets.len());
        self.desk.secrets.push(Secret { word: word.clone(), level, is_certain: true });
        word
    }

    /// A label of a part, as YAML, and the level that it gives the part.
    fn label(&mut self) -> (String, usize) {
        if self.dice.once_in(2) {
            return (String::new(), self.base);
        }
        let level = self.dice.roll(LABELS.len());
        (format!(", marking: {}", LABELS[level]), level.max(self.base))
    }

    fn write(&mut self) {
        let day = 1 + self.dice.roll(3);
        let label = self.dice.roll(4);
        let facts = 1 + self.dice.roll(3);
        let labels: Vec<_> = (0..facts).map(|_| self.plan_fact(label)).collect();
        // A bottom line that links to a fact makes the brief as high as the fact.
        let linked = self.dice.once_in(4).then(|| labels[0].level);
        self.base = label.max(linked.unwrap_or_default());
        let mut text = String::new();
        let (title, bottom) = (self.secret(self.base), self.secret(self.base));
        let link = if linked.is_some() { " [it](fact:f0)" } else { "" };
        let (topic, story) = (self.secret(self.base), self.dice.roll(2));
        write!(
            text,
            "schema: 1\ntitle: T {title}\ndate: 2025-03-0{day}\nmarking: {}\nbottom_line: B {bottom}{link}.\n\
             story: story-{story}\ntopics: [t {topic}]\n",
            LABELS[label]
        )
        .unwrap();
        self.parts(&mut text, &labels);
        let name = self.secret(self.base);
        self.desk.files.push((format!("briefs/{name}-{}.yaml", self.place), text));
    }

    /// Settles how high a fact stands: its own label, or that of its speaker.
    fn plan_fact(&mut self, base: usize) -> Fact {
        let (own, speaker) = (self.dice.roll(7), self.dice.roll(12));
        let label = |at: usize| LABELS.get(at).map(|label| format!(", marking: {label}")).unwrap_or_default();
        let level = |at: usize| if at < LABELS.len() { at } else { 0 };
        let high = base.max(level(own)).max(level(speaker));
        let answers = self.dice.once_in(3);
        // The speaker has a word in a question too, which stands or falls with this fact only where the fact answers it.
        let voice = if answers { high } else { base.max(level(speaker)) };
        Fact { label: label(own), speaker: label(speaker), level: high, voice, answers }
    }

    fn parts(&mut self, text: &mut String, facts: &[Fact]) {
        let mut lists = Lists::default();
        for (at, fact) in facts.iter().enumerate() {
            // Nothing is seen of a brief that is withheld.
            let (level, voice) = (fact.level.max(self.base), fact.voice.max(self.base));
            self.fact(&mut lists, at, fact, level, voice);
            self.around(&mut lists, at, level);
            self.question(&mut lists, at, fact.answers, voice);
        }
        let question = self.secret(self.base);
        let (label, level) = self.label();
        writeln!(
            lists.questions,
            "  - {{id: own-{question}, question: Q {question}?, status: open, opened: 2025-03-01{label}}}"
        )
        .unwrap();
        self.desk.secrets.last_mut().unwrap().level = level;
        for (key, list) in lists.named() {
            if !list.is_empty() {
                write!(text, "{key}:\n{list}").unwrap();
            }
        }
    }

    fn fact(&mut self, lists: &mut Lists, at: usize, fact: &Fact, level: usize, voice: usize) {
        let (words, who, person, quote) =
            (self.secret(level), self.secret(voice), self.secret(voice), self.secret(level));
        let origin = self.dice.roll(2 * REGISTERED);
        let origin = self.register.get(origin).map(|id| format!(", origin: {id}")).unwrap_or_default();
        writeln!(
            lists.sources,
            "  - {{id: s{at}, name: N {who}, kind: official, descriptor: D {who}, entity: e{at}{origin}{}}}",
            fact.speaker
        )
        .unwrap();
        writeln!(lists.entities, "  - {{id: e{at}, name: P {person}, kind: person, aliases: [A {person}]}}")
            .unwrap();
        let label = &fact.label;
        let registered = self.dice.roll(REGISTERED);
        writeln!(
            lists.facts,
            "  - {{id: f{at}, text: 'F {words} [x](entity:e{at}) [z](entity:g{registered})', status: claimed, said_by: s{at}, \
             quotes: [{{text: {quote}}}]{label}}}"
        )
        .unwrap();
    }

    /// What stands on a fact, each with a secret of its own.
    fn around(&mut self, lists: &mut Lists, at: usize, level: usize) {
        // It may be marked higher itself.
        let (label, own) = self.label();
        let event = self.secret(level.max(own));
        writeln!(lists.events, "  - {{when: 2025-03-0{}, text: E {event}, fact: f{at}{label}}}", at + 1)
            .unwrap();
        let (label, own) = self.label();
        let judgement = self.secret(level.max(own));
        writeln!(lists.judgements, "  - {{text: J {judgement}, confidence: low, basis: [f{at}]{label}}}")
            .unwrap();
        let (note, correction) = (self.secret(level), self.secret(level));
        writeln!(lists.notes, "  - {{kind: comment, text: C {note}, about: [f{at}]}}").unwrap();
        writeln!(lists.corrections, "  - {{on: 2025-03-05, text: 'R {correction} [x](fact:f{at})'}}")
            .unwrap();
    }

    /// A question that every brief asks, which the fact may answer: an answer that not everybody may see.
    fn question(&mut self, lists: &mut Lists, at: usize, answers: bool, voice: usize) {
        let (said, settle) = (self.secret(voice), self.secret(voice));
        let status = if answers {
            format!("answered, answered_by: f{at}, answered_on: 2025-03-05")
        } else {
            "open".to_owned()
        };
        writeln!(
            lists.questions,
            "  - {{id: asked-{at}, question: W{at}?, status: {status}, opened: 2025-03-01, would_settle: [{settle}], \
             positions: [{{stance: asserts, says: {said}, said_by: s{at}}}]}}"
        )
        .unwrap();
    }
}

struct Fact {
    label: String,
    speaker: String,
    /// How high it stands.
    level: usize,
    /// How high its speaker's word to a question stands.
    voice: usize,
    answers: bool,
}

#[derive(Default)]
struct Lists {
    sources: String,
    entities: String,
    facts: String,
    events: String,
    questions: String,
    judgements: String,
    notes: String,
    corrections: String,
}

impl Lists {
    fn named(&self) -> [(&'static str, &String); 8] {
        [
            ("sources", &self.sources),
            ("entities", &self.entities),
            ("key_facts", &self.facts),
            ("timeline", &self.events),
            ("open_questions", &self.questions),
            ("judgements", &self.judgements),
            ("notes", &self.notes),
            ("corrections", &self.corrections),
        ]
    }
}
