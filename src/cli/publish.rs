//! `attache publish`

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

use clap::Args;

use super::Outcome;
use super::console::{Console, files};
use super::making;
use super::reading::{Settled, Strictness};
use super::timings::Timings;
use crate::error::Error;
use crate::model::Words as _;
use crate::output::{Fault, Plan};
use crate::publish::{self, Intent, Session};
use crate::settings::Target;

const EXAMPLES: &str = "\
Examples:
  attache publish --dry-run           what would change, without changing it
  attache publish intranet            the desk you stand in, to its target `intranet`
  attache publish intranet --rollback back to the release before the present one
  attache publish intranet --verify   read back what stands there

Targets stand in attache.yaml:

  targets:
    - {name: intranet, url: 'file:/srv/www/briefs', ceiling: TLP:GREEN}

Whatever is marked higher than a target's ceiling is left out, as if it did not exist. A folder that does not exist yet becomes a
link that is switched from one release to the next; a folder that exists is written in place, page by page.

Exit codes: 0 published, or nothing to do; 1 the briefs, the templates or what was read back have problems; 2 the tool could not
do its work; 3 it was not agreed to.";

/// Publish the site of a desk to one of its targets
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct Publish {
    /// The target, by its name in attache.yaml; not needed where there is one
    target: Option<String>,
    /// The desk
    #[arg(long, value_name = "DIR", default_value = ".")]
    desk: PathBuf,
    /// Only say what would change
    #[arg(long, conflicts_with_all = ["rollback", "verify"])]
    dry_run: bool,
    /// Do not ask, however much is deleted
    #[arg(long)]
    yes: bool,
    /// Lead readers back to the release before the one that they have
    #[arg(long, conflicts_with = "verify")]
    rollback: bool,
    /// Read back what was published, and compare
    #[arg(long)]
    verify: bool,
    /// Publish although somebody else seems to be publishing to it: only if you know that they are not
    #[arg(long, conflicts_with_all = ["dry_run", "rollback", "verify"])]
    take_over: bool,
    #[command(flatten)]
    strictness: Strictness,
}

impl Publish {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        let targets = Settled::read(&self.desk, None, None)?.options.settings.targets;
        let target = self.chosen(&targets)?;
        if self.rollback {
            self.roll_back(target, console)
        } else if self.verify {
            self.read_back(target, console)
        } else {
            self.publish(target, console)
        }
    }

    fn intent(&self) -> Intent {
        match (self.dry_run, self.take_over) {
            (true, _) => Intent::Look,
            (false, true) => Intent::TakeOver,
            (false, false) => Intent::Publish,
        }
    }

    fn publish(&self, target: &Target, console: &mut Console) -> Result<Outcome, Error> {
        let mut timings = Timings::start();
        let published = self.desk.join("site");
        let Some(mut made) = making::read(&self.desk, Some(&published), &self.strictness, console)? else {
            return Ok(Outcome::Problems);
        };
        made.cut(target.ceiling, console)?;
        if !target.include.is_empty() {
            made.settings.outputs.clone_from(&target.include);
        }
        made.settings.base_url = target.base_url.clone().or(made.settings.base_url);
        let Some(renderer) = made.renderer(&self.desk, console)? else { return Ok(Outcome::Problems) };
        let session = Session::begin(target, &self.desk, self.intent())?;
        if !made.render(&renderer, session.files(), &self.strictness, &mut timings, console)? {
            return Ok(Outcome::Problems);
        }
        self.carry_out(session, target, console)
    }

    fn carry_out(&self, session: Session, target: &Target, console: &mut Console) -> Result<Outcome, Error> {
        let plan = session.plan();
        console.message(&told(&plan, target))?;
        if self.dry_run {
            for (what, paths) in [("new", &plan.new), ("changed", &plan.changed), ("deleted", &plan.deleted)]
            {
                for path in paths {
                    console.line(&format!("{what:<8} {path}"))?;
                }
            }
            return Ok(Outcome::Fine);
        }
        if plan.is_empty() {
            console.message("nothing to publish: readers have all of it")?;
            return Ok(Outcome::Fine);
        }
        if !self.yes && is_much(&plan, target) && !agreed(&plan, console)? {
            console.message("nothing was published")?;
            return Ok(Outcome::Declined);
        }
        let report = session.finish(&AtomicUsize::new(0))?;
        console.message(&format!("published: {}", target.address))?;
        for kept in &report.kept {
            console.message(&format!("kept {kept}: the site has it no more, but somebody edited it"))?;
        }
        Ok(Outcome::Fine)
    }

    fn roll_back(&self, target: &Target, console: &mut Console) -> Result<Outcome, Error> {
        let release = publish::roll_back(target, &self.desk)?;
        console.message(&format!("{} is back at release {release}", target.address))?;
        Ok(Outcome::Fine)
    }

    fn read_back(&self, target: &Target, console: &mut Console) -> Result<Outcome, Error> {
        let Some((count, faults)) = publish::read_back(target, &self.desk)? else {
            return Err(Error::Message(format!("nothing has been published to {}", target.address)));
        };
        for fault in &faults {
            console.line(&match fault {
                Fault::Missing(path) => format!("missing   {path}"),
                Fault::Different(path) => format!("different {path}"),
            })?;
        }
        let wrong = faults.len();
        console.message(&format!("{} read back, {wrong} not as published", files(count)))?;
        Ok(if faults.is_empty() { Outcome::Fine } else { Outcome::Problems })
    }

    /// The target that was named, or the only one.
    fn chosen<'t>(&self, targets: &'t [Target]) -> Result<&'t Target, Error> {
        let names: Vec<_> = targets.iter().map(|target| target.name.as_str()).collect();
        let problem = match (&self.target, targets) {
            (None, [only]) => return Ok(only),
            (_, []) => format!("{} names no target to publish to", settings_of(&self.desk).display()),
            (None, _) => format!("which target? There are {}", names.join(", ")),
            (Some(name), _) => match targets.iter().find(|target| target.name.as_str() == name) {
                Some(target) => return Ok(target),
                None => format!("there is no target `{name}`; there are {}", names.join(", ")),
            },
        };
        Err(Error::Message(problem))
    }
}

fn settings_of(desk: &Path) -> PathBuf {
    let path = desk.join(crate::settings::FILE);
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}

fn told(plan: &Plan, target: &Target) -> String {
    let whom = target.audience.as_ref().map(|audience| format!(", for {audience}")).unwrap_or_default();
    format!(
        "{} → {}, up to {}{whom}\n  new {}, changed {}, deleted {}, unchanged {}; {} to write",
        target.name,
        target.address,
        target.ceiling.word(),
        plan.new.len(),
        plan.changed.len(),
        plan.deleted.len(),
        plan.unchanged,
        bytes(plan.bytes)
    )
}

/// A number of bytes, for people.
fn bytes(count: u64) -> String {
    match count {
        0..1_024 => format!("{count} bytes"),
        1_024..1_048_576 => format!("{} KiB", count.div_ceil(1_024)),
        _ => format!("{} MiB", count.div_ceil(1_048_576)),
    }
}

/// Whether so much is deleted that somebody should agree to it.
fn is_much(plan: &Plan, target: &Target) -> bool {
    plan.deleted.len().saturating_mul(100) > plan.before().saturating_mul(target.most_deleted)
}

fn agreed(plan: &Plan, console: &mut Console) -> Result<bool, Error> {
    let question = format!("{} of {} would be deleted", plan.deleted.len(), files(plan.before()));
    if !io::stdin().is_terminal() {
        console.message(&format!("{question}; `--yes` agrees to it"))?;
        return Ok(false);
    }
    console.message(&format!("{question}. Publish all the same? [y/N]"))?;
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.map_err(|error| Error::Message(format!("cannot read an answer: {error}")))?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}
