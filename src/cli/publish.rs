//! `attache publish`

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::Outcome;
use super::console::Console;
use super::log::{Event, LogArgs, Planned};
use super::making::{self, counted};
use super::reading::{Settled, Strictness, desk_argument};
use super::timings::Timings;
use crate::error::Error;
use crate::model::{Line, Words as _};
use crate::output::{Fault, Plan};
use crate::publish::{self, Intent, ReadBack, Session, WayBack};
use crate::settings::{self, Target};

const EXAMPLES: &str = "\
Examples:
  attache publish --dry-run           what would change, without changing it
  attache publish intranet            the desk you stand in, to its target `intranet`
  attache publish intranet --rollback back to the release before the present one; with --dry-run, what would change
  attache publish intranet --verify   read back what stands there
  attache publish intranet --repair   read it back, and write again what is missing or different

Targets stand in attache.yaml:

  targets:
    - {name: intranet, url: 'file:/srv/www/briefs', ceiling: TLP:GREEN}

Whatever is marked higher than a target's ceiling is left out, as if it did not exist. A folder that does not exist yet becomes a \
link that is switched from one release to the next; a folder that exists is written in place, page by page.

Addresses are file:/srv/www/briefs, ssh://user@host/srv/www/briefs, and with the feature `remote` webdav:https://host/folder and \
s3://bucket/folder. Credentials come from the system's SSH, from ATTACHE_WEBDAV_USER and ATTACHE_WEBDAV_PASSWORD or \
ATTACHE_WEBDAV_TOKEN, and from AWS_ACCESS_KEY_ID and the like; none stands in attache.yaml.

Exit codes:
  0  published, or nothing to do
  1  the briefs or the templates have problems
  2  the tool could not do its work on this machine
  3  it was not agreed to
  4  the target cannot be reached, or is no place for a site; nothing has changed there
  5  somebody else is publishing to it
  6  the way there broke off; readers have whole pages, old and new: publish again
  7  what was read back is not what was published, or was published under a higher ceiling";

/// Publish the site of a desk to one of its targets
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct Publish {
    /// The target, by its name in attache.yaml; not needed where there is one
    target: Option<String>,
    /// The desk
    #[arg(long, value_name = "DIR", default_value = ".", value_parser = desk_argument())]
    desk: PathBuf,
    /// Only say what would change
    #[arg(long, conflicts_with = "verify")]
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
    /// Read back what was published, and write again what is not there as it was published
    #[arg(long, conflicts_with_all = ["rollback", "verify"])]
    repair: bool,
    /// Publish although somebody else seems to be publishing to it: only if you know that they are not
    #[arg(long, conflicts_with_all = ["dry_run", "rollback", "verify"])]
    take_over: bool,
    #[command(flatten)]
    log: LogArgs,
    #[command(flatten)]
    strictness: Strictness,
}

impl Publish {
    pub(super) fn run(self, console: &mut Console) -> Result<Outcome, Error> {
        console.log_as(self.log.format);
        let settled = Settled::read(&self.desk, None, Some(&self.desk.join(settings::SITE)))?;
        // A target that cannot be read is told as what it is, not as missing.
        if settled.is_refused(console)? {
            return Ok(Outcome::Problems);
        }
        let targets = &settled.options.settings.targets;
        let target = self.chosen(targets)?.clone();
        publish::refuse_shared(&target, targets, &self.desk)?;
        if self.rollback {
            self.roll_back(&target, settled, console)
        } else if self.verify {
            read_back(&target, &self.desk, console)
        } else {
            self.publish(&target, settled, console)
        }
    }

    fn roll_back(&self, target: &Target, settled: Settled, console: &mut Console) -> Result<Outcome, Error> {
        let way = WayBack::find(target, &self.desk)?;
        // What the desk says now is what readers may see, also of what it said then.
        let Some(made) = making::read(&self.desk, settled, &self.strictness, console)? else {
            return Ok(Outcome::Problems);
        };
        let (name, address) = (target.name.as_str(), target.address.to_string());
        if self.dry_run {
            let (release, plan) = way.plan(made.desk())?;
            console.tell(&Event::WayBack { target: name, address: &address, release })?;
            return list(&plan, console);
        }
        let release = way.go(made.desk())?;
        console.tell(&Event::RolledBack { target: name, address: &address, release })?;
        Ok(Outcome::Fine)
    }

    fn intent(&self) -> Intent {
        match (self.dry_run, self.take_over) {
            (true, _) => Intent::Look,
            (false, true) => Intent::TakeOver,
            (false, false) => Intent::Publish,
        }
    }

    fn publish(&self, target: &Target, settled: Settled, console: &mut Console) -> Result<Outcome, Error> {
        let mut timings = Timings::start();
        let Some(mut made) =
            making::read(&self.desk, settled.under(Some(target.ceiling)), &self.strictness, console)?
        else {
            return Ok(Outcome::Problems);
        };
        made.cut(target.ceiling, console)?;
        if let Some(include) = &target.include {
            made.settings.outputs.clone_from(include);
        }
        made.settings.audience.clone_from(&target.audience);
        made.shows_withheld = target.shows_withheld;
        made.settings.base_url = target.base_url.clone().or(made.settings.base_url);
        let Some(renderer) = made.renderer(&self.desk, console)? else { return Ok(Outcome::Problems) };
        let there = if self.repair { publish::read_back(target, &self.desk)? } else { None };
        let faults = there.map(|there| there.faults).unwrap_or_default();
        let session = Session::begin(target, &self.desk, self.intent())?.repairing(&faults);
        if !made.render(&renderer, session.files(), &self.strictness, &mut timings, console)? {
            return Ok(Outcome::Problems);
        }
        self.carry_out(session, target, console)
    }

    fn carry_out(&self, session: Session, target: &Target, console: &mut Console) -> Result<Outcome, Error> {
        let plan = session.plan();
        let (name, address) = (target.name.as_str(), target.address.to_string());
        let audience = target.audience.as_ref().map(Line::as_str);
        console.tell(&Event::Plan(Planned::of(&plan, name, &address, target.ceiling.word(), audience)))?;
        if self.dry_run {
            return list(&plan, console);
        }
        if plan.is_empty() {
            console.tell(&Event::NothingToDo { target: name })?;
            return Ok(Outcome::Fine);
        }
        if !self.yes && is_much(&plan, target) && !agreed(&plan, console)? {
            console.tell(&Event::Declined { target: name })?;
            return Ok(Outcome::Declined);
        }
        let files = plan.new.len() + plan.changed.len() + plan.deleted.len();
        let report = counted("publishing", files, console.is_for_people(), |done| session.finish(done))?;
        console.tell(&Event::published(&report, name, &address))?;
        for kept in &report.kept {
            console.tell(&Event::Kept { path: kept.as_str() })?;
        }
        Ok(Outcome::Fine)
    }

    /// The target that was named, or the only one.
    fn chosen<'t>(&self, targets: &'t [Target]) -> Result<&'t Target, Error> {
        let names: Vec<_> =
            targets.iter().map(|it| format!("`{}` ({})", it.name, it.ceiling.word())).collect();
        let problem = match (&self.target, targets) {
            (None, [only]) => return Ok(only),
            (_, []) => no_targets(&settings_of(&self.desk)),
            (None, _) => format!("which target? There are {}", names.join(", ")),
            (Some(name), _) => match targets.iter().find(|target| target.name.as_str() == name) {
                Some(target) => return Ok(target),
                None => format!("there is no target `{name}`; there are {}", names.join(", ")),
            },
        };
        Err(Error::Message(problem))
    }
}

fn no_targets(settings: &Path) -> String {
    let path = settings.display();
    if settings.exists() {
        format!("{path} names no target to publish to")
    } else {
        format!(
            "there is no {path} that would name a target to publish to; `attache init` writes one to start from"
        )
    }
}

fn settings_of(desk: &Path) -> PathBuf {
    let path = desk.join(settings::FILE);
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}

fn read_back(target: &Target, desk: &Path, console: &mut Console) -> Result<Outcome, Error> {
    let Some(ReadBack { files, faults, above }) = publish::read_back(target, desk)? else {
        return Err(Error::Message(format!("nothing has been published to {}", target.address)));
    };
    for fault in &faults {
        console.line(&match fault {
            Fault::Missing(path) => format!("missing   {path}"),
            Fault::Different(path) => format!("different {path}"),
        })?;
    }
    if let Some(release) = above {
        let ceiling = target.ceiling.word();
        console.line(&format!("release {release} was made under a higher ceiling than {ceiling}"))?;
    }
    let (wrong, above_ceiling) = (faults.len(), above.is_some());
    console.tell(&Event::ReadBack { target: target.name.as_str(), files, wrong, above_ceiling })?;
    Ok(if faults.is_empty() && !above_ceiling { Outcome::Fine } else { Outcome::Altered })
}

/// What would change, a line each file.
fn list(plan: &Plan, console: &mut Console) -> Result<Outcome, Error> {
    for (what, paths) in [("new", &plan.new), ("changed", &plan.changed), ("deleted", &plan.deleted)] {
        for path in paths {
            console.line(&format!("{what:<8} {path}"))?;
        }
    }
    Ok(Outcome::Fine)
}

/// Whether so much is deleted that somebody should agree to it.
fn is_much(plan: &Plan, target: &Target) -> bool {
    plan.deleted.len().saturating_mul(100) > plan.before().saturating_mul(target.most_deleted)
}

fn agreed(plan: &Plan, console: &mut Console) -> Result<bool, Error> {
    console.tell(&Event::Asks { deleted: plan.deleted.len(), of: plan.before() })?;
    // Where nobody sits, or a program reads, nobody is asked.
    if !io::stdin().is_terminal() || !console.is_for_people() {
        console.message("`--yes` agrees to it")?;
        return Ok(false);
    }
    console.message("Publish all the same? [y/N]")?;
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.map_err(|error| Error::Message(format!("cannot read an answer: {error}")))?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}
