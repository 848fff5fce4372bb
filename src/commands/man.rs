//! `rollcall man`

use std::path::{Path, PathBuf};

use crate::catalogue::Language;
use crate::catalogue::messages::command_line as words;
use crate::context::{Context, Writing};
use crate::error::{Error, Exit};
use crate::message;

#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    #[arg(long, value_name = "DIR")]
    all: Option<PathBuf>,
    #[arg(long, requires = "all")]
    force: bool,
}

pub(super) fn man(context: &mut Context, args: &ManArgs) -> Result<Exit, Error> {
    let language = context.language;
    let command = super::command_line(language);
    let Some(folder) = &args.all else {
        context.write(&page(&command, language)?)?;
        return Ok(Exit::Done);
    };
    context.create_folder(folder)?;
    let mut pages = Vec::new();
    add_pages(folder, &command, "rollcall", language, &mut pages)?;
    // The pages contain no personal data, so no database needs to record them.
    let writing = Writing {
        force: args.force,
        recorded: false,
    };
    let targets: Vec<PathBuf> = pages.iter().map(|(path, _)| path.clone()).collect();
    context.check_targets(&targets, writing)?;
    for (path, page) in &pages {
        context.write_file(path, page, writing, Vec::new())?;
    }
    context.say(message!(commands::wrote_pages { folder }))?;
    Ok(Exit::Done)
}

fn page(command: &clap::Command, language: Language) -> Result<Vec<u8>, Error> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    Ok(with_headings(&String::from_utf8_lossy(&page), language).into_bytes())
}

/// Translates the headings of a page. The library writes some in English whatever the language of the command; other
/// lines of a page never begin like a heading.
fn with_headings(page: &str, language: Language) -> String {
    let lines = page.lines().map(|line| {
        let Some(heading) = line.strip_prefix(".SH ") else {
            return format!("{line}\n");
        };
        let heading = match heading {
            "NAME" => words::PAGE_NAME.in_language(language),
            "SYNOPSIS" => words::PAGE_SYNOPSIS.in_language(language),
            "DESCRIPTION" => words::PAGE_DESCRIPTION.in_language(language),
            other => other,
        };
        format!(".SH {}\n", heading.to_uppercase())
    });
    lines.collect()
}

fn add_pages(
    folder: &Path,
    command: &clap::Command,
    name: &str,
    language: Language,
    pages: &mut Vec<(PathBuf, Vec<u8>)>,
) -> Result<(), Error> {
    pages.push((folder.join(format!("{name}.1")), page(command, language)?));
    for subcommand in command.get_subcommands() {
        let name = format!("{name}-{}", subcommand.get_name());
        add_pages(folder, subcommand, &name, language, pages)?;
    }
    Ok(())
}
