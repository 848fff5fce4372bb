//! `rollcall completions`

use crate::context::Context;
use crate::error::{Error, Exit};

/// Write the completion script of a shell
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall completions bash > ~/.local/share/bash-completion/completions/rollcall
  rollcall completions powershell >> $PROFILE")]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: clap_complete::Shell,
}

pub(super) fn completions(context: &mut Context, args: &CompletionsArgs) -> Result<Exit, Error> {
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut super::command_line(),
        "rollcall",
        &mut script,
    );
    context.write(&script)?;
    Ok(Exit::Done)
}
