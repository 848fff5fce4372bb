//! The texts of the command line in each language: help, usage, and the names of values.
//!
//! The parser itself has commands and arguments without texts, which is all that most calls need. If help is requested,
//! the command line is wrong, or completions and manual pages are written, [`in_language`] adds texts to each command
//! and argument from `locales/*/help*.ftl`, by their position:
//!
//! | key | content |
//! | --- | --- |
//! | `person-add` | what the command does, in one line |
//! | `person-add-more` | further information about it |
//! | `person-add-examples` | example calls, followed by a note if needed |
//! | `person-add-given` | the meaning of the argument `given` |
//! | `person-add-given-more` | further information about it |
//! | `any-given` | the same, for every command without its own text for it |
//! | `value-file` | the placeholder of a value: `<FILE>` |
//!
//! A noun with many verbs has its own file, `help_person.ftl`; all others share `help.ftl`.

use std::ffi::OsString;

use clap::builder::{PossibleValue, Resettable, StyledStr};
use clap::{Arg, ArgAction, Command};

use crate::catalogue::messages::command_line as words;
use crate::catalogue::{Language, Wording};
use crate::message;

/// The key of the program itself.
const PROGRAM: &str = "rollcall";

/// Adds the texts to a command line.
pub(super) fn in_language(command: Command, language: Language) -> Command {
    let mut command = worded(command, PROGRAM, language);
    command.build();
    finished(command, language)
}

/// Returns the wording of a key, if there is one.
fn wording(key: &str) -> Option<Wording> {
    let noun = key.split('-').next().unwrap_or(key);
    Wording::named(&format!("help_{noun}.{key}")).or_else(|| Wording::named(&format!("help.{key}")))
}

/// Returns the text of a key with each paragraph on one line, since it is wrapped when it is shown.
fn text(key: &str, language: Language) -> Option<String> {
    let text = wording(key)?.in_language(language);
    let paragraphs = text.split("\n\n").map(|it| it.replace('\n', " "));
    Some(paragraphs.collect::<Vec<_>>().join("\n\n"))
}

/// Adds the texts to a command and all its subcommands.
fn worded(command: Command, key: &str, language: Language) -> Command {
    let about = text(key, language).unwrap_or_default();
    let more = text(&format!("{key}-more"), language);
    let long = more.map(|more| StyledStr::from(format!("{about}\n\n{more}")));
    let mut position = 0;
    command
        .about(about)
        .long_about(Resettable::from(long))
        .before_help(Resettable::from(examples(key, language)))
        .help_template(template(language))
        .subcommand_help_heading(words::COMMANDS.in_language(language))
        .subcommand_value_name(words::COMMAND.in_language(language))
        .mut_args(|arg| {
            position += 1;
            argument(arg, key, position, language)
        })
        .mut_subcommands(|command| {
            let key = below(key, command.get_name());
            worded(command, &key, language)
        })
}

/// Returns the key of a subcommand of `key`.
fn below(key: &str, name: &str) -> String {
    match key {
        PROGRAM => name.to_owned(),
        noun => format!("{noun}-{name}"),
    }
}

/// Returns the key of a value's name: `HEADING=FIELD` to `value-heading-field`.
fn value_key(name: &str) -> String {
    let name = name.to_lowercase().replace(['=', '_'], "-");
    format!("value-{name}")
}

/// Returns the parser's own layout of help, with our heading above the usage.
fn template(language: Language) -> String {
    let usage = words::USAGE.in_language(language);
    format!(
        "{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
    )
}

fn examples(key: &str, language: Language) -> Option<StyledStr> {
    let lines = wording(&format!("{key}-examples"))?.in_language(language);
    let heading = words::EXAMPLES.in_language(language);
    let lines = lines.lines().flat_map(|line| ["\n  ", line]);
    let text: String = std::iter::once(heading).chain(lines).collect();
    Some(text.into())
}

/// Adds the texts to an argument. Those without an option are shown in the order of `position`.
fn argument(arg: Arg, key: &str, position: usize, language: Language) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let own = format!("{key}-{id}");
    let help = text(&own, language).or_else(|| text(&format!("any-{id}"), language));
    let help = help.unwrap_or_default();
    let more = text(&format!("{own}-more"), language);
    let long = more.map(|more| StyledStr::from(format!("{help}\n\n{more}")));
    let names = value_names(&arg, language);
    let arg = match names.as_slice() {
        [] => arg,
        _ => arg.value_names(names),
    };
    in_its_place(arg, key, position, language)
        .help(help)
        .long_help(Resettable::from(long))
}

/// Puts an argument under its heading.
fn in_its_place(arg: Arg, key: &str, position: usize, language: Language) -> Arg {
    let under = |heading: Wording| heading.in_language(language);
    if arg.is_positional() {
        arg.help_heading(under(words::ARGUMENTS))
            .display_order(position)
    } else if matches!(arg.get_action(), ArgAction::Help | ArgAction::Version) {
        // Below all others.
        arg.help_heading(under(words::OPTIONS))
            .display_order(usize::MAX)
    } else if key == PROGRAM {
        arg.help_heading(under(words::OPTIONS_OF_EVERY_COMMAND))
    } else {
        arg.help_heading(under(words::OPTIONS))
    }
}

/// Returns the placeholders of an argument's values, such as `<FILE>`.
fn value_names(arg: &Arg, language: Language) -> Vec<String> {
    let names = arg.get_value_names().unwrap_or_default();
    let names = names
        .iter()
        .map(|name| text(&value_key(name), language).unwrap_or_else(|| name.to_string()));
    names.collect()
}

/// Adds what depends on the whole command line: usage, values, and the text of the help option.
fn finished(command: Command, language: Language) -> Command {
    let has_more = |arg: &Arg| arg.get_long_help().is_some();
    let is_long = command.get_long_about().is_some() || command.get_arguments().any(has_more);
    let mut command = command.mut_args(|arg| match arg.get_action() {
        ArgAction::Help if is_long => arg
            .help(words::HELP_OR_MORE.in_language(language))
            .long_help(words::HELP_OR_LESS.in_language(language)),
        ArgAction::Help => arg.help(words::HELP.in_language(language)),
        ArgAction::Version => arg.help(words::VERSION.in_language(language)),
        _ => with_values(arg, is_long, language),
    });
    let usage = usage(&command.render_usage().to_string(), language);
    command
        .override_usage(usage)
        .mut_subcommands(|command| finished(command, language))
}

/// Adds possible values and the default to the help of an argument.
fn with_values(arg: Arg, is_long: bool, language: Language) -> Arg {
    let Some(help) = arg.get_help().map(ToString::to_string) else {
        return arg;
    };
    if !arg.get_action().takes_values() {
        return arg;
    }
    let mut values = Vec::new();
    if let Some(default) = arg.get_default_values().first() {
        let value = default.to_string_lossy();
        values.push(message!(command_line::by_default { value }).in_language(language));
    }
    let possible = arg.get_possible_values();
    if !possible.is_empty() {
        let names: Vec<_> = possible.iter().map(PossibleValue::get_name).collect();
        values
            .push(message!(command_line::possible_values { values: names }).in_language(language));
    }
    if values.is_empty() {
        return arg;
    }
    let arg = arg.hide_default_value(true).hide_possible_values(true);
    let short = format!("{help} {}", values.join(" "));
    if !is_long {
        return arg.help(short);
    }
    let long = arg.get_long_help().map_or(help, ToString::to_string);
    let long = format!("{long}\n\n{}", values.join("\n"));
    arg.help(short).long_help(long)
}

/// Returns the usage of a command in a language. Two words in it come from the parser: `Usage:` before it, below which
/// further lines are indented, and `[OPTIONS]`.
pub(super) fn usage(text: &str, language: Language) -> String {
    const HEADING: &str = "Usage: ";
    let text = text.strip_prefix(HEADING).unwrap_or(text);
    let width = words::USAGE.in_language(language).chars().count() + 1;
    let options = words::OPTIONS_IN_USAGE.in_language(language);
    text.replace("[OPTIONS]", &format!("[{options}]")).replace(
        &format!("\n{:1$}", "", HEADING.len()),
        &format!("\n{:width$}", ""),
    )
}

/// Returns the command given by the words of a command line, as far as possible: `rollcall person add`.
pub(super) fn named(command: &Command, arguments: &[OsString]) -> String {
    let mut named = command;
    for word in arguments.iter().skip(1) {
        if let Some(below) = word.to_str().and_then(|word| named.find_subcommand(word)) {
            named = below;
        }
    }
    named.get_bin_name().unwrap_or(PROGRAM).to_owned()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    /// Collects the keys of all texts in help.
    fn collect(command: &Command, key: &str, used: &mut Vec<String>) {
        used.extend([
            key.to_owned(),
            format!("{key}-more"),
            format!("{key}-examples"),
        ]);
        for arg in command.get_arguments() {
            let is_parsers = matches!(arg.get_action(), ArgAction::Help | ArgAction::Version);
            if !is_parsers {
                let id = arg.get_id().as_str().replace('_', "-");
                let own = format!("{key}-{id}");
                let any = format!("any-{id}");
                used.push(format!("{own}-more"));
                used.push(if wording(&own).is_some() { own } else { any });
            }
            if arg.get_action().takes_values() {
                let names = arg.get_value_names().unwrap_or_default().iter();
                used.extend(names.map(|name| value_key(name)));
            }
        }
        for command in command.get_subcommands() {
            collect(command, &below(key, command.get_name()), used);
        }
    }

    #[test]
    fn everything_in_help_has_words_and_no_words_are_left_over() {
        let mut used = Vec::new();
        collect(&super::super::Cli::command(), PROGRAM, &mut used);
        for key in &used {
            let may_lack = key.ends_with("-more") || key.ends_with("-examples");
            assert!(may_lack || wording(key).is_some(), "{key} has no words");
            let is_shared = key.starts_with("any-") || key.starts_with("value-");
            let places = used.iter().filter(|other| *other == key).count();
            assert!(is_shared || places == 1, "{key} is two things");
        }
        for name in Wording::names() {
            let (file, key) = name.split_once('.').unwrap();
            if file.starts_with("help") {
                assert!(used.iter().any(|it| it == key), "nothing says {name}");
                assert_eq!(wording(key), Wording::named(name), "{name} is in two files");
            }
        }
    }
}
