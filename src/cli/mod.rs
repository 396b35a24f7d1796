//! The command line: one file a command. The only place that prints.

mod build;
mod ceiling;
mod check;
mod completions;
mod console;
mod context;
mod daily;
mod diff;
mod exit;
mod explain;
mod export;
mod fix;
mod init;
mod log;
mod making;
mod man;
mod new;
mod progress;
mod publish;
mod questions;
mod reading;
mod render;
mod schema;
mod serve;
mod templates;
mod timings;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::error::Error;
use console::Console;
use exit::Outcome;

const EXAMPLES: &str = "\
Examples:
  attache new \"Port of Larnaca reopens\" --article port.txt   start a brief from an article
  attache check                                              everything that is wrong with every brief
  attache fix --diff                                         what can be mended without a decision
  attache render briefs/2025-03-05-damascus-attache.yaml --format md --out -
  attache build                                              the whole desk, into site/
  attache publish intranet --dry-run                         what would change for readers
  attache serve --open                                       the same in your browser, anew whenever you save
  attache daily                                              what the briefs of the latest day say together
  attache export 2025-03-05 --format pdf                     the same as one file that can be sent
  attache diff 2025-03-04 2025-03-05                         what changed between two days
  attache templates eject partials/fact.html                 a built-in template, to make your own

Exit codes: 0 fine, 1 the input has problems, 2 the tool could not do its work, 3 it was not agreed to; `publish` has more.";

/// Turns YAML structured summaries of news articles into briefs, and never lets a claim lose its speaker.
#[derive(Debug, Parser)]
#[command(name = "attache", version, after_help = EXAMPLES, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Init),
    New(new::New),
    Check(check::Check),
    Fix(fix::Fix),
    Render(render::Render),
    Build(build::Build),
    Publish(publish::Publish),
    Export(export::Export),
    Serve(serve::Serve),
    Daily(daily::Daily),
    Diff(diff::Diff),
    Questions(questions::Questions),
    Explain(explain::Explain),
    Context(context::Context),
    Templates(templates::Templates),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Man),
}

/// Runs the command that the process was started with.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let mut console = Console::new();
    ExitCode::from(match run(cli.command, &mut console) {
        Ok(outcome) => outcome.code(),
        Err(error) => {
            let code = exit::code_of(&error);
            console.error(&error, code);
            code
        }
    })
}

/// Help and version are answers; anything else that clap says is a wrong call, which is exit code 2.
fn usage(error: &clap::Error) -> ExitCode {
    // When even this cannot be printed, the exit code is all that is left to say.
    let printed = error.print();
    if error.use_stderr() || printed.is_err() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

fn run(command: Command, console: &mut Console) -> Result<Outcome, Error> {
    match command {
        Command::Init(init) => init.run(console),
        Command::New(new) => new.run(console),
        Command::Check(check) => check.run(console),
        Command::Fix(fix) => fix.run(console),
        Command::Render(render) => render.run(console),
        Command::Build(build) => build.run(console),
        Command::Publish(publish) => publish.run(console),
        Command::Export(export) => export.run(console),
        Command::Serve(serve) => serve.run(console),
        Command::Daily(daily) => daily.run(console),
        Command::Diff(diff) => diff.run(console),
        Command::Questions(questions) => questions.run(console),
        Command::Explain(explain) => explain.run(console),
        Command::Context(context) => context.run(console),
        Command::Templates(templates) => templates.run(console),
        Command::Schema(schema) => schema.run(console),
        Command::Man(man) => man.run(Cli::command(), console),
        Command::Completions(completions) => completions.run(&mut Cli::command(), console),
    }
}
