//! Back to the release before, unless the desk has come to withhold what it shows.

use std::path::Path;

use super::error::PublishError;
use super::local::{self, Has};
use crate::ceiling;
use crate::desk::Desk;
use crate::model::{Brief, Marking};
use crate::output::Plan;
use crate::settings::{Address, Target};

/// The way back to the release before the one that readers have. Dropped, it leaves everything as it was.
#[derive(Debug)]
pub struct WayBack {
    way: local::WayBack,
    ceiling: Marking,
}

impl WayBack {
    /// Finds the release before the one that readers have, and keeps others from publishing meanwhile.
    ///
    /// # Errors
    /// When the target has no releases; when there is none before the present one, or one that was made under a higher ceiling; when
    /// somebody else is publishing; when the machine refuses.
    pub fn find(target: &Target, desk: &Path) -> Result<Self, PublishError> {
        match &target.address {
            Address::Folder(folder) => {
                let way = local::way_back(folder, target.ceiling, desk)?;
                Ok(Self { way, ceiling: target.ceiling })
            }
            Address::Remote(address) => Err(PublishError::NoReleases(address.to_string())),
        }
    }

    /// The number of the release, and what would change for readers; how many bytes is not known. `desk` is all of the desk, as it is
    /// now.
    ///
    /// # Errors
    /// When the release shows a brief that is marked above the ceiling now.
    pub fn plan(&self, desk: &Desk) -> Result<(u64, Plan), PublishError> {
        let briefs: Vec<_> = desk
            .briefs
            .iter()
            .filter(|brief| self.shows_more_of(brief))
            .map(|brief| brief.id.clone())
            .collect();
        if briefs.is_empty() {
            return Ok((self.way.name().1, self.way.plan()));
        }
        let (target, release) = self.way.name();
        Err(PublishError::Marked { target, release, briefs })
    }

    /// Leads readers there: the number of the release.
    ///
    /// # Errors
    /// As [`WayBack::plan`]; when the machine refuses.
    pub fn go(self, desk: &Desk) -> Result<u64, PublishError> {
        self.plan(desk)?;
        self.way.go()
    }

    /// Whether the release may show of a brief what is withheld now. Of one that is withheld in parts nobody knows which parts the
    /// release has, but it shows no more than readers have already if its pages are the same.
    fn shows_more_of(&self, brief: &Brief) -> bool {
        brief.banner() > self.ceiling
            && match self.way.has(&brief.id) {
                Has::Nothing => false,
                Has::Same => ceiling::shown(brief, self.ceiling).is_none(),
                Has::Other => true,
            }
    }
}
