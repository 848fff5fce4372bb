//! Writes a self-contained HTML page: no scripts, nothing loaded from elsewhere, suitable for paper and phones.
//!
//! The page is made from templates (`src/output/templates`), which an organiser may replace or extend, see
//! [`Template`]. All data is escaped, in custom templates as well, and misleading characters are made
//! [visible](super::shown).
//!
//! # Rows on demand
//!
//! A list of 50,000 sign-ups is not copied: `data.rs` passes rows to the template on demand, and the page is written
//! piece by piece.
//!
//! # Custom templates
//!
//! A custom template gets the same data as the built-in ones, in the syntax of [minijinja](https://docs.rs/minijinja)
//! (that of Jinja). `{% extends "document.html" %}` keeps the page and fills its blocks `style`, `letterhead`,
//! `content` and `footer`; `{% from "parts.html" import show %}` imports the macro that shows one part.
//!
//! | name | content |
//! | --- | --- |
//! | `document.name`, `.title`, `.language`, `.layout` | `attendance`, the title, `en` or `de`, `portrait`, `landscape` or `letters` |
//! | `document.lines` | facts below the title |
//! | `document.foot` | the title, escaped for a string in a stylesheet |
//! | `document.pages` | one for most documents; letters have one each, and reports one more for the annex: `.language`, `.words`, `.parts` |
//! | a part | `.kind` and the following |
//! | … `heading`, `paragraph`, `signature` | `.text` |
//! | … `figures` | `.figures`: `.key`, `.label`, `.value`, `.remark` |
//! | … `facts` | `.caption`, `.facts`: `.key`, `.label`, `.value` |
//! | … `list` | `.items` |
//! | … `links` | `.links`: `.target`, `.text` |
//! | … `chart`, `bars` | `.svg`, a picture that can safely be used with the filter `safe` |
//! | … `table` | `.name`, `.title`, `.caption`, `.lines`, `.columns` (`.key`, `.label`, `.class`, `.width`, `.is_head`), `.groups` (`.above`, `.heading`, `.called`, `.lines`, `.rows`, `.below`, `.to_sign`), `.svg`, `.notes`, `.level`, `.level_of_groups`, `.density`, `.is_paged`, `.is_one` |

mod data;
mod foot;

use std::io::Write;
use std::sync::Arc;

use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::{Document, Options, OutputError};

/// The names of the built-in templates, and their content.
const BUILT_IN: [(&str, &str); 3] = [
    ("document.html", include_str!("../templates/document.html")),
    ("parts.html", include_str!("../templates/parts.html")),
    ("style.css", include_str!("../templates/style.css")),
];

/// The name of a custom template, so that it may extend a built-in one of any name.
const OWN: &str = "(own template)";

/// An organiser's custom template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The name used in messages: the file name.
    pub name: String,
    /// The content.
    pub text: String,
}

/// Writes a document as a page.
///
/// # Errors
/// If the custom template has a mistake, or `out` cannot be written to.
pub(super) fn write(
    document: Document,
    template: Option<&Template>,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), OutputError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|name| match name {
        "style.css" => AutoEscape::None,
        _ => AutoEscape::Html,
    });
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    for (name, text) in BUILT_IN {
        environment
            .add_template(name, text)
            .map_err(|error| mistake(&error, template))?;
    }
    if let Some(template) = template {
        environment
            .add_template(OWN, &template.text)
            .map_err(|error| mistake(&error, Some(template)))?;
    }
    let name = template.map_or(BUILT_IN[0].0, |_| OWN);
    let page = environment
        .get_template(name)
        .map_err(|error| mistake(&error, template))?;
    let data = data::of_document(&Arc::new(document.for_people()), options);
    let mut out = Watched { out, failed: None };
    let written = page.render_captured_to(data, &mut out).map(drop);
    if let Some(error) = out.failed {
        return Err(OutputError::Write(error));
    }
    written.map_err(|error| mistake(&error, template))?;
    out.out.write_all(b"\n")?;
    Ok(())
}

/// Keeps the error that stopped the writing, since the template engine does not pass it on.
struct Watched<'a> {
    out: &'a mut dyn Write,
    failed: Option<std::io::Error>,
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.out.write(bytes).inspect_err(|error| {
            let of_system = error.raw_os_error().map(std::io::Error::from_raw_os_error);
            self.failed = Some(of_system.unwrap_or_else(|| error.kind().into()));
        })
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

/// Returns the place of a mistake in a template, and the innermost reason.
fn mistake(error: &minijinja::Error, own: Option<&Template>) -> OutputError {
    let mut innermost = error;
    while let Some(cause) = std::error::Error::source(innermost)
        .and_then(|cause| cause.downcast_ref::<minijinja::Error>())
    {
        innermost = cause;
    }
    let name = match (innermost.name(), own) {
        (Some(OWN), Some(own)) => own.name.clone(),
        (Some(name), _) => name.to_owned(),
        (None, own) => own.map_or_else(String::new, |own| own.name.clone()),
    };
    OutputError::Template {
        name,
        line: innermost.line().unwrap_or(1),
        reason: innermost
            .detail()
            .map_or_else(|| innermost.kind().to_string(), str::to_owned),
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
