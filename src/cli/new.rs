//! new
use super::{Console, Error, Outcome};
/// New
#[derive(Debug, clap::Args)]
pub(super) struct New {}
impl New {
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the shape of every command")]
    pub(super) fn run(self, _: &mut Console) -> Result<Outcome, Error> {
        Ok(Outcome::Fine)
    }
}
