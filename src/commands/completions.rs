//! `rollcall completions`

use crate::context::Context;
use crate::error::{Error, Exit};

#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    shell: clap_complete::Shell,
}

pub(super) fn completions(context: &mut Context, args: &CompletionsArgs) -> Result<Exit, Error> {
    let mut script = Vec::new();
    let mut command = super::command_line(context.language);
    clap_complete::generate(args.shell, &mut command, "rollcall", &mut script);
    context.write(&script)?;
    Ok(Exit::Done)
}
