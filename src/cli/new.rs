//! new
use super::*;
/// New
#[derive(Debug, clap::Args)]
pub(super) struct New {}
impl New {
    pub(super) fn run(self, _: &mut Console) -> Result<Outcome, Error> {
        Ok(Outcome::Fine)
    }
}
