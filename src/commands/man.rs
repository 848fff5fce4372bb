//! `rollcall man`

use std::path::PathBuf;

use crate::context::{Context, write_file};
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
}

pub(super) fn man(context: &mut Context, args: &ManArgs) -> Result<Exit, Error> {
    let mut command = super::command_line();
    command.build();
    let Some(folder) = &args.all else {
        context.write(&page(&command)?)?;
        return Ok(Exit::Done);
    };
    std::fs::create_dir_all(folder).map_err(|error| {
        Error::new(format!("cannot create `{}`", folder.display())).caused_by(error)
    })?;
    write_pages(folder, &command, "rollcall")?;
    context.say(&format!("wrote the pages to {}", folder.display()))?;
    Ok(Exit::Done)
}

fn page(command: &clap::Command) -> Result<Vec<u8>, Error> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    Ok(page)
}

fn write_pages(folder: &std::path::Path, command: &clap::Command, name: &str) -> Result<(), Error> {
    write_file(&folder.join(format!("{name}.1")), &page(command)?)?;
    for subcommand in command.get_subcommands() {
        write_pages(
            folder,
            subcommand,
            &format!("{name}-{}", subcommand.get_name()),
        )?;
    }
    Ok(())
}
