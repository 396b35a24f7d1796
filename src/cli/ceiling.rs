//! `--ceiling`, wherever a command takes it.

use std::collections::BTreeMap;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::console::Console;
use super::log::Event;
use crate::ceiling::{What, Withheld};
use crate::error::Error;
use crate::model::{Marking, Words as _};

/// Takes a handling label for the value of an option.
pub(super) fn marking() -> impl TypedValueParser<Value = Marking> {
    let labels = Marking::ALL.iter().map(|marking| marking.word());
    PossibleValuesParser::new(labels)
        .try_map(|label| Marking::from_word(&label).ok_or_else(|| format!("{label} is no label")))
}

/// Tells what is withheld, for whoever may see all of it.
pub(super) fn tell(withheld: &[Withheld], ceiling: Marking, console: &mut Console) -> Result<(), Error> {
    if console.is_for_people() {
        return console.message(&told(withheld, ceiling));
    }
    for it in withheld {
        let (path, what) = (it.path.display().to_string(), told_of(&it.what));
        console.tell(&Event::Withheld { ceiling: ceiling.word(), path, what })?;
    }
    Ok(())
}

/// A line each file.
fn told(withheld: &[Withheld], ceiling: Marking) -> String {
    if withheld.is_empty() {
        return format!("nothing is marked higher than {}", ceiling.word());
    }
    let mut lines = vec![format!("withheld under {}:", ceiling.word())];
    let mut files: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for it in withheld {
        files.entry(&it.path).or_default().push(told_of(&it.what));
    }
    lines.extend(files.iter().map(|(path, what)| format!("  {}: {}", path.display(), what.join(", "))));
    lines.join("\n")
}

fn told_of(what: &What) -> String {
    match what {
        What::Brief(marking) => format!("the brief, {}", marking.word()),
        What::BottomLine(id) => {
            format!("the brief, since its bottom line links to `{id}`, which is withheld")
        }
        What::Parts(1) => "1 part".to_owned(),
        What::Parts(parts) => format!("{parts} parts"),
        What::Note(marking) => format!("the editor's note, {}", marking.word()),
    }
}
