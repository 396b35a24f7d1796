//! What is compared: two briefs, two days of a desk, or two folders.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::slice;
use std::sync::atomic::AtomicUsize;

use crate::change::{Change, Edition, compare, since};
use crate::cli::console::Console;
use crate::cli::daily::date;
use crate::cli::reading::{self, home_of};
use crate::desk::{Desk, Reading};
use crate::error::Error;
use crate::model::CivilDate;

/// Two of one sort.
#[derive(Debug)]
pub(super) enum Sides {
    /// Two brief files.
    Briefs(PathBuf, PathBuf),
    /// Two days of a desk.
    Days { desk: PathBuf, old: CivilDate, new: CivilDate },
    /// Two folders of briefs.
    Folders(PathBuf, PathBuf),
}

/// What one argument names. What is written as a day is one, even where a file is called so: `./2025-03-04` is the file.
enum Side {
    Brief,
    Day(CivilDate),
    Folder,
}

impl Side {
    fn of(text: &str) -> Result<Self, Error> {
        if let Ok(day) = CivilDate::parse(text) {
            return Ok(Self::Day(day));
        }
        let path = Path::new(text);
        match path.metadata() {
            Ok(metadata) => Ok(if metadata.is_dir() { Self::Folder } else { Self::Brief }),
            Err(_) if is_meant_as_day(text) => date(text).map(Self::Day),
            Err(source) => Err(Error::io("read", path, source)),
        }
    }

    fn noun(&self) -> &'static str {
        match self {
            Self::Brief => "a brief",
            Self::Day(_) => "a day",
            Self::Folder => "a folder",
        }
    }
}

/// Whether nobody would call a brief or a folder so: figures with hyphens between them.
fn is_meant_as_day(text: &str) -> bool {
    text.contains('-') && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit())
}

impl Sides {
    /// What the two arguments name.
    pub(super) fn of(old: &str, new: &str, desk: Option<&Path>) -> Result<Self, Error> {
        let paths = || (PathBuf::from(old), PathBuf::from(new));
        let sides = match (Side::of(old)?, Side::of(new)?) {
            (Side::Brief, Side::Brief) => {
                let (old, new) = paths();
                Self::Briefs(old, new)
            }
            (Side::Folder, Side::Folder) => {
                let (old, new) = paths();
                Self::Folders(old, new)
            }
            (Side::Day(old), Side::Day(new)) => {
                Self::Days { desk: desk.unwrap_or(Path::new(".")).to_owned(), old, new }
            }
            (one, other) => {
                return Err(Error::Message(format!(
                    "{old} is {} and {new} is {}: only two of the same sort can be compared",
                    one.noun(),
                    other.noun()
                )));
            }
        };
        sides.check(desk.is_some())?;
        Ok(sides)
    }

    /// Two sides that cannot differ, or that stand the wrong way round, are a slip.
    fn check(&self, has_desk: bool) -> Result<(), Error> {
        match self {
            Self::Briefs(old, new) | Self::Folders(old, new) => {
                if has_desk {
                    return Err(Error::Message("`--desk` is for days; paths name their own desk".to_owned()));
                }
                if old.canonicalize().ok().is_some_and(|old| new.canonicalize().ok() == Some(old)) {
                    return Err(Error::Message(format!(
                        "{} and {} are the same; name two",
                        old.display(),
                        new.display()
                    )));
                }
            }
            Self::Days { old, new, .. } if old == new => {
                return Err(Error::Message(format!("both days are {old}; name two")));
            }
            Self::Days { old, new, .. } if old > new => {
                return Err(Error::Message(format!("{old} is after {new}: name the earlier day first")));
            }
            Self::Days { .. } => {}
        }
        Ok(())
    }

    /// Reads what is compared.
    pub(super) fn read(self) -> Result<Read, Error> {
        Ok(match self {
            Self::Briefs(old, new) => {
                let (one, other) = (Lone::read(&old, &new)?, Lone::read(&new, &old)?);
                Read::Briefs(one, other)
            }
            Self::Folders(old, new) => Read::Folders(folder(&old)?, folder(&new)?),
            Self::Days { desk, old, new } => {
                let reading = folder(&desk)?;
                Read::Days { reading, old, new }
            }
        })
    }
}

/// A brief by itself, with the desk that it was read with.
pub(super) struct Lone {
    reading: Reading,
    desk: PathBuf,
    path: PathBuf,
}

impl Lone {
    /// An older version that was put down elsewhere is read with the desk of the newer one.
    fn read(path: &Path, beside: &Path) -> Result<Self, Error> {
        let (desk, path) = (home_of(path, Some(beside)), path.to_owned());
        let reading = reading::read(&desk, slice::from_ref(&path), None, None, &AtomicUsize::new(0))?;
        Ok(Self { reading, desk, path })
    }
}

/// Reads the briefs of a folder: a desk, or the folder of briefs in one, which is read as that desk has settled it.
fn folder(path: &Path) -> Result<Reading, Error> {
    let (desk, briefs) = reading::given(vec![path.to_owned()])?;
    reading::read(&desk, &briefs, None, None, &AtomicUsize::new(0))
}

/// What is compared, read.
pub(super) enum Read {
    Briefs(Lone, Lone),
    Folders(Reading, Reading),
    Days { reading: Reading, old: CivilDate, new: CivilDate },
}

impl Read {
    /// Everything that was read.
    pub(super) fn readings(&self) -> impl Iterator<Item = &Reading> {
        let (one, other) = match self {
            Self::Briefs(old, new) => (&old.reading, Some(&new.reading)),
            Self::Folders(old, new) => (old, Some(new)),
            Self::Days { reading, .. } => (reading, None),
        };
        std::iter::once(one).chain(other)
    }

    /// Says of briefs that lie outside the desk that they were read with that this is so.
    pub(super) fn tell_outside(&self, console: &mut Console) -> Result<(), Error> {
        let Self::Briefs(old, new) = self else { return Ok(()) };
        for Lone { reading, desk, path } in [old, new] {
            reading::tell_outside(desk, slice::from_ref(path), &reading.diagnostics, console)?;
        }
        Ok(())
    }

    /// Whether anything of error severity is wrong with any of it.
    pub(super) fn has_errors(&self) -> bool {
        self.readings().any(Reading::has_errors)
    }

    /// What changed from one side to the other, the weightiest stories first.
    pub(super) fn changes(&self) -> Result<Vec<Change<'_>>, Error> {
        self.compared().map(by_weight)
    }

    fn compared(&self) -> Result<Vec<Change<'_>>, Error> {
        match self {
            Self::Briefs(old, new) => {
                let (Some(old), Some(new)) = (only(&old.reading), only(&new.reading)) else {
                    return Err(Error::Message("there is no brief to compare".to_owned()));
                };
                Ok(compare(&old, &new))
            }
            Self::Folders(old, new) => Ok(compare(&by_brief(old), &by_brief(new))),
            Self::Days { reading, old, new } => days(&reading.desk, *old, *new),
        }
    }
}

fn only(reading: &Reading) -> Option<Edition<'_>> {
    reading.desk.briefs.first().map(Edition::of_one)
}

fn by_brief(reading: &Reading) -> Edition<'_> {
    Edition::by_brief(reading.desk.chronological())
}

/// Changes of stories, and of briefs that belong to none, by the highest weight of a brief that has one of them.
fn by_weight(mut changes: Vec<Change<'_>>) -> Vec<Change<'_>> {
    let mut weights = BTreeMap::new();
    for change in &changes {
        let weight = change.what.standing().brief.weight;
        let highest = weights.entry(change.thread).or_insert(weight);
        *highest = weight.min(*highest);
    }
    changes.sort_by_key(|change| weights.get(&change.thread).copied());
    changes
}

/// What the briefs after one day up to another change.
fn days(desk: &Desk, old: CivilDate, new: CivilDate) -> Result<Vec<Change<'_>>, Error> {
    let briefs = desk.chronological();
    let (before, rest) = briefs.split_at(briefs.partition_point(|brief| brief.date.value <= old));
    if before.is_empty()
        && let Some(first) = rest.first().map(|first| first.date.value)
    {
        return Err(Error::Message(format!("there are no briefs up to {old}: the first is of {first}")));
    }
    let between = rest.iter().filter(|brief| brief.date.value <= new);
    Ok(since(between.copied(), &Edition::of(before.iter().copied())))
}
