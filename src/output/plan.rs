//! What is about to be done to an output folder.

use std::collections::BTreeSet;

use super::manifest::Manifest;
use super::path::SitePath;

/// What a build is about to do to its folder: paths in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files that were not there.
    pub new: Vec<SitePath>,
    /// Files that will have another content.
    pub changed: Vec<SitePath>,
    /// Files that the site has no more.
    pub deleted: Vec<SitePath>,
    /// How many files stay as they are.
    pub unchanged: usize,
    /// How many bytes the new and the changed files have.
    pub bytes: u64,
}

impl Plan {
    /// What becomes of these files, each with its length if it is to be written, in a folder with this manifest.
    pub(super) fn of<'e>(
        before: Option<&Manifest>,
        files: impl Iterator<Item = (&'e SitePath, Option<u64>)>,
    ) -> Self {
        let mut plan = Self::default();
        let mut kept = BTreeSet::new();
        for (path, written) in files {
            kept.insert(path);
            let Some(length) = written else {
                plan.unchanged += 1;
                continue;
            };
            plan.bytes += length;
            let known = before.map(|before| before.at(path)).unwrap_or_default();
            let is_known = known.iter().any(|it| it.record.is_some());
            let list = if is_known { &mut plan.changed } else { &mut plan.new };
            list.push(path.clone());
        }
        let before = before.into_iter().flat_map(Manifest::paths);
        plan.deleted = before.filter(|path| !kept.contains(path)).collect();
        plan.new.sort();
        plan.changed.sort();
        plan
    }

    /// What leads from the site with one manifest to that with another. How long files are is not looked at.
    pub(crate) fn between(from: &Manifest, to: &Manifest) -> Self {
        let (old, new): (BTreeSet<_>, BTreeSet<_>) =
            (from.paths().into_iter().collect(), to.paths().into_iter().collect());
        let both = old.intersection(&new);
        let (same, changed): (Vec<_>, Vec<_>) = both.partition(|path| from.is_same_at(to, path));
        Self {
            new: new.difference(&old).cloned().collect(),
            changed: changed.into_iter().cloned().collect(),
            deleted: old.difference(&new).cloned().collect(),
            unchanged: same.len(),
            bytes: 0,
        }
    }

    /// Whether nothing is to be done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.deleted.is_empty()
    }

    /// How many files there were before.
    #[must_use]
    pub fn before(&self) -> usize {
        self.changed.len() + self.deleted.len() + self.unchanged
    }
}
