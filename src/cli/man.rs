//! `attache man`

use std::io;
use std::path::PathBuf;

use clap::Args;
use clap_mangen::Man as Manual;

use super::Outcome;
use super::console::{Console, files};
use crate::error::Error;
use crate::output::{Overwrite, write_file};

const EXAMPLES: &str = "\
Examples:
  attache man --out ~/.local/share/man/man1   and then: man attache-check";

/// Write a manual page for each command
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Man {
    /// The folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

impl Man {
    pub(super) fn run(self, command: clap::Command, console: &mut Console) -> Result<Outcome, Error> {
        let mut command = command.disable_help_subcommand(true);
        command.build();
        let pages = pages(&command).map_err(|error| Error::io("write", &self.out, error))?;
        for (name, page) in &pages {
            write_file(&self.out.join(name), page, Overwrite::Yes)?;
        }
        console.message(&format!("{} written: {}", files(pages.len()), self.out.display()))?;
        Ok(Outcome::Fine)
    }
}

/// The pages of a command and of those below it, each with its file's name.
fn pages(command: &clap::Command) -> io::Result<Vec<(String, Vec<u8>)>> {
    let manual = Manual::new(command.clone()).date("").source(concat!("attache ", env!("CARGO_PKG_VERSION")));
    let mut pages = vec![(manual.get_filename(), page(&manual, command)?)];
    for below in command.get_subcommands() {
        pages.extend(self::pages(below)?);
    }
    Ok(pages)
}

fn page(manual: &Manual, command: &clap::Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    manual.render_title(&mut page)?;
    manual.render_name_section(&mut page)?;
    manual.render_synopsis_section(&mut page)?;
    manual.render_description_section(&mut page)?;
    manual.render_options_section(&mut page)?;
    if command.has_subcommands() {
        manual.render_subcommands_section(&mut page)?;
    }
    if let Some(help) = command.get_after_help() {
        page.extend(after(&help.to_string()).into_bytes());
    }
    Ok(ascii(&String::from_utf8_lossy(&page)).into_bytes())
}

/// A page that every formatter reads alike, whatever it takes a file's encoding for.
fn ascii(page: &str) -> String {
    page.chars().fold(String::with_capacity(page.len()), |mut page, character| {
        if character.is_ascii() {
            page.push(character);
        } else {
            page.extend(["\\[u", &format!("{:04X}", u32::from(character)), "]"]);
        }
        page
    })
}

/// What stands below the options: examples line by line, and paragraphs that may be broken anywhere.
fn after(help: &str) -> String {
    let mut text = String::new();
    let mut notes = false;
    for block in help.split("\n\n") {
        let examples = block.strip_prefix("Examples:\n");
        text.push_str(match examples {
            Some(_) => ".SH EXAMPLES\n.nf\n",
            None if notes => ".PP\n",
            None => ".SH NOTES\n",
        });
        notes |= examples.is_none();
        for line in examples.unwrap_or(block).lines() {
            text.push_str(&escaped(line.strip_prefix("  ").unwrap_or(line)));
            text.push('\n');
        }
        text.push_str(if examples.is_some() { ".fi\n" } else { "" });
    }
    text
}

/// A line in which nothing is a command of the formatter.
fn escaped(line: &str) -> String {
    let line = line.replace('\\', "\\e").replace('-', "\\-");
    if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_command_of_the_formatter() {
        assert_eq!(
            after("Examples:\n  attache fix --diff\n  a\\b\n\n.hidden\nmore"),
            ".SH EXAMPLES\n.nf\nattache fix \\-\\-diff\na\\eb\n.fi\n.SH NOTES\n\\&.hidden\nmore\n"
        );
    }
}
