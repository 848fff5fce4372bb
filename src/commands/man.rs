//! `rollcall man`

use std::path::{Path, PathBuf};

use crate::context::{Context, Writing};
use crate::error::{Error, Exit};

/// Write the manual page
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall man | man -l -
  rollcall man --all man/      one page a command, into a folder")]
pub(super) struct ManArgs {
    /// Write one page for every command into this folder
    #[arg(long, value_name = "DIR")]
    all: Option<PathBuf>,
    /// Replace pages that are there
    #[arg(long, requires = "all")]
    force: bool,
}

pub(super) fn man(context: &mut Context, args: &ManArgs) -> Result<Exit, Error> {
    let mut command = super::command_line();
    command.build();
    let Some(folder) = &args.all else {
        context.write(&page(&command)?)?;
        return Ok(Exit::Done);
    };
    context.create_folder(folder)?;
    let mut pages = Vec::new();
    add_pages(folder, &command, "rollcall", &mut pages)?;
    // Pages say nothing about anybody, and need no database to record them.
    let writing = Writing {
        force: args.force,
        recorded: false,
    };
    let targets: Vec<PathBuf> = pages.iter().map(|(path, _)| path.clone()).collect();
    context.check_targets(&targets, writing)?;
    for (path, page) in &pages {
        context.write_file(path, page, writing, Vec::new())?;
    }
    context.say(&format!("wrote the pages to {}", folder.display()))?;
    Ok(Exit::Done)
}

fn page(command: &clap::Command) -> Result<Vec<u8>, Error> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    Ok(page)
}

fn add_pages(
    folder: &Path,
    command: &clap::Command,
    name: &str,
    pages: &mut Vec<(PathBuf, Vec<u8>)>,
) -> Result<(), Error> {
    pages.push((folder.join(format!("{name}.1")), page(command)?));
    for subcommand in command.get_subcommands() {
        let name = format!("{name}-{}", subcommand.get_name());
        add_pages(folder, subcommand, &name, pages)?;
    }
    Ok(())
}
