//! Determines the language: the one given with `--lang`, else in ROLLCALL_LANG, else the locale of the environment,
//! else the one of the system, as set on Windows and macOS.

use std::ffi::OsString;

use super::Environment;
use crate::catalogue::{Language, UnknownLanguage};
use crate::error::Error;
use crate::message;

/// Returns the user's language if no command has begun: for help, a wrong command line, or a bug.
pub fn language_of(environment: &Environment) -> Language {
    language(environment, said(&environment.arguments)).unwrap_or_default()
}

/// Returns the language given with `--lang`, in a command line that may otherwise be invalid.
fn said(arguments: &[OsString]) -> Option<Language> {
    let words = arguments.iter().skip(1);
    let mut words = words.map_while(|word| word.to_str().filter(|word| *word != "--"));
    let mut said = None;
    while let Some(word) = words.next() {
        let code = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        said = code.and_then(|code| code.parse().ok()).or(said);
    }
    said
}

/// Returns the given language, else the one of the environment.
///
/// # Errors
/// If ROLLCALL_LANG is not a language.
pub(super) fn language(
    environment: &Environment,
    said: Option<Language>,
) -> Result<Language, Error> {
    if let Some(language) = said {
        return Ok(language);
    }
    if let Some(word) = environment.variable("ROLLCALL_LANG") {
        return word.parse().map_err(|unknown: UnknownLanguage| {
            Error::usage(message!(errors::variable {
                name: "ROLLCALL_LANG",
                reason: unknown.message()
            }))
        });
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| environment.variable(name))
        .or(environment.system_language.as_deref());
    Ok(locale
        .and_then(|name| name.parse().ok())
        .unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language_of_all(arguments: &str, variables: &[(&str, &str)], system: &str) -> Language {
        let variables = variables.iter();
        let system = (!system.is_empty()).then(|| system.to_owned());
        language_of(&Environment {
            arguments: arguments.split(' ').map(OsString::from).collect(),
            variables: variables
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
            stdin: Box::new(std::io::empty()),
            stdout: Box::new(std::io::sink()),
            stderr: Box::new(std::io::sink()),
            stdin_is_terminal: false,
            stdout_is_terminal: false,
            stderr_is_terminal: false,
            terminal_width: None,
            system_language: system,
        })
    }

    #[test]
    fn whoever_is_nearer_to_the_command_says_the_language() {
        let (de, en) = (Language::De, Language::En);
        let german = [("LANG", "de_DE.UTF-8")];
        let chosen = [("LANG", "de_DE.UTF-8"), ("ROLLCALL_LANG", "en")];
        assert_eq!(language_of_all("rollcall", &[], ""), en);
        assert_eq!(language_of_all("rollcall", &[], "de-AT"), de);
        assert_eq!(language_of_all("rollcall", &[("LANG", "C")], "de-AT"), en);
        assert_eq!(language_of_all("rollcall", &german, "en-GB"), de);
        assert_eq!(language_of_all("rollcall", &chosen, "de-AT"), en);
        assert_eq!(language_of_all("rollcall --lang de", &chosen, ""), de);
        assert_eq!(language_of_all("rollcall --lang=de -x", &chosen, ""), de);
        assert_eq!(language_of_all("rollcall -- --lang de", &chosen, ""), en);
    }
}
