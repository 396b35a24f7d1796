//! Changes as lines for people.

use crate::locale::Locale;
use crate::view::{AttributionView, ChangeGroup, ChangeView, ChangesView, Labelled};

/// The width of a line in characters, on any terminal: what is printed is the same everywhere.
const WIDTH: usize = 100;

/// What a line that goes on begins with.
const INDENT: &str = "    ";

/// Every change, a line each, without a line break at the end.
pub(super) fn text(view: &ChangesView<'_>) -> String {
    if view.groups.is_empty() {
        return "nothing has changed".to_owned();
    }
    view.groups.iter().map(group).collect::<Vec<_>>().join("\n\n")
}

fn group(group: &ChangeGroup<'_>) -> String {
    let of = match &group.story {
        Some(story) => format!("story {story}"),
        None => format!("brief {}", group.brief.id),
    };
    let head = format!("{of}, {} ({})", group.brief.date.text, group.marking.label);
    let lines = group.changes.iter().map(|change| wrapped(&line(change)));
    std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
}

/// One change: what it is of, what became of it, what it says, on whose word.
fn line(change: &ChangeView<'_>) -> String {
    let sign = match &*change.kind.word {
        "new" | "again" => '+',
        "dropped" | "gone" => '-',
        _ => '~',
    };
    let kind = lower(&change.kind.label);
    let grounds = grounds(change).map(|it| format!(" ({it})")).unwrap_or_default();
    // Likelihood and confidence do not stand in one sentence (ICD 203).
    let confidence = change.confidence.as_ref().filter(|_| !change.kind.word.starts_with("confidence"));
    let confidence = confidence.map(|it| format!(". {}.", it.label)).unwrap_or_default();
    let quotes = change.quotes.iter().map(|quote| format!(" · {}", quote.said(Locale::english())));
    let quotes: String = quotes.collect();
    format!("{sign} {}: {kind}: {}{grounds}{confidence}{quotes}", subject(change), what(change))
}

/// The item, by the name that readers know it by: an id that was made of a text says nothing to them.
fn subject(change: &ChangeView<'_>) -> String {
    let item = lower(&change.item.label);
    match (&*change.item.word, &change.question, &change.when) {
        ("brief" | "fact" | "question" | "source", ..) => format!("{item} {}", change.id),
        ("position", Some(question), _) => format!("{item} on question {}", question.id),
        ("event" | "correction", _, Some(when)) => format!("{item} of {}", when.text),
        _ => item,
    }
}

/// Whether the name of the item says which one it is.
fn names_its_item(change: &ChangeView<'_>) -> bool {
    matches!(&*change.item.word, "brief" | "fact" | "question")
}

/// What changed, from what to what; the item's own words wherever these are not what changed.
fn what(change: &ChangeView<'_>) -> String {
    let own = own_words(change);
    match &*change.kind.word {
        "new" | "again" | "same-origin" | "dropped" | "gone" => own,
        "reworded" if !change.words.is_empty() => words(change),
        "reworded" => arrow(change, |text| format!("“{text}”")),
        "followed" => match &change.before {
            Some(before) => format!("{own}, after “{before}”"),
            None => own,
        },
        "details" => {
            let names = change.after.as_deref().unwrap_or_default();
            if names_its_item(change) { names.to_owned() } else { format!("{names}: {own}") }
        }
        "stance" => arrow(change, str::to_owned),
        _ if change.text_before.is_some() => both_statements(change),
        "new-origin" | "said-by-another" => {
            let (before, after) = (change.before.as_deref(), change.after.as_deref());
            format!("{}, besides {}: {own}", after.unwrap_or_default(), before.unwrap_or_default())
        }
        "at-odds" => format!("{}: {own}", sides(change, " / ", str::to_owned)),
        "answered" => format!("{own} — {}", arrow(change, str::to_owned)),
        _ => format!("{}: {own}", arrow(change, str::to_owned)),
    }
}

/// What was with the words that it was of, and what is with those that it is of.
fn both_statements(change: &ChangeView<'_>) -> String {
    let stance = change.stance.as_ref().map(|it| format!("{}: ", lower(&it.label))).unwrap_or_default();
    let between = if &*change.kind.word == "at-odds" { " / " } else { " → " };
    format!("{stance}{}", sides(change, between, str::to_owned))
}

fn own_words(change: &ChangeView<'_>) -> String {
    let stance = change.stance.as_ref().map(|stance| lower(&stance.label));
    match (stance, change.text.is_empty()) {
        (Some(stance), true) => stance,
        (Some(stance), false) => format!("{stance}: “{}”", change.text),
        (None, _) => format!("“{}”", change.text),
    }
}

fn arrow(change: &ChangeView<'_>, quoted: impl Fn(&str) -> String) -> String {
    sides(change, " → ", quoted)
}

/// What was, or is in one brief, and what is.
fn sides(change: &ChangeView<'_>, between: &str, quoted: impl Fn(&str) -> String) -> String {
    let side = |value: Option<&str>| value.map_or_else(|| "not given".to_owned(), &quoted);
    format!("{}{between}{}", side(change.before.as_deref()), side(change.after.as_deref()))
}

/// Both wordings in one: `[-gone-]` and `{+come+}`, as version control marks words.
fn words(change: &ChangeView<'_>) -> String {
    let marked = change.words.iter().map(|piece| match &*piece.mark {
        "gone" => format!("[-{}-]", piece.words),
        "come" => format!("{{+{}+}}", piece.words),
        _ => piece.words.clone(),
    });
    format!("“{}”", marked.collect::<Vec<_>>().join(" "))
}

/// How well attested, on whose word; and the same of the old state, where that was otherwise. What the change itself tells is not
/// told twice.
fn grounds(change: &ChangeView<'_>) -> Option<String> {
    let kind = &*change.kind.word;
    let status = |it| if kind.starts_with("status") { None } else { it };
    let expected = change.expected.then(|| "expected".to_owned());
    let attribution =
        change.attribution.as_ref().filter(|_| !matches!(kind, "attribution" | "said-by-another"));
    let now = ground(status(change.status.as_ref()), attribution);
    let likelihood = change.likelihood.as_ref().filter(|_| !kind.starts_with("likelihood"));
    let likelihood = likelihood.map(|it| format!("{}: {}, {}", it.term, it.band, it.scale));
    let before = ground(status(change.status_before.as_ref()), change.attribution_before.as_ref())
        .map(|before| format!("before: {before}"));
    let grounds: Vec<_> = [expected, now, likelihood, before].into_iter().flatten().collect();
    (!grounds.is_empty()).then(|| grounds.join("; "))
}

fn ground(status: Option<&Labelled<'_>>, attribution: Option<&AttributionView<'_>>) -> Option<String> {
    let status = status.map(|status| lower(&status.label));
    let attribution = attribution.map(|attribution| attribution.text.clone());
    match (status, attribution) {
        (Some(status), Some(attribution)) if status != attribution => {
            Some(format!("{status}: {attribution}"))
        }
        (one, other) => one.or(other),
    }
}

/// The label inside a sentence. Labels are ours: English, and no proper names.
fn lower(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A line that is too long goes on under itself. A word that is longer than a line stays whole.
fn wrapped(line: &str) -> String {
    let mut text = String::new();
    let mut width = 0;
    for (nth, word) in line.split(' ').enumerate() {
        let length = word.chars().count();
        if nth > 0 && width + 1 + length > WIDTH {
            text.push('\n');
            text.push_str(INDENT);
            width = INDENT.len();
        } else if nth > 0 {
            text.push(' ');
            width += 1;
        }
        text.push_str(word);
        width += length;
    }
    text
}
