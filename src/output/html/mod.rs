//! One self-contained HTML page: no script, nothing loaded from elsewhere, good on paper and on a telephone.
//!
//! The page is made by templates (`src/output/templates`), which an organiser may replace or extend with
//! one of their own, see [`Template`]. Whatever comes from the data is escaped, in an own template as well, and what
//! a reader would be misled by is [`shown`](super::shown).
//!
//! # Rows one by one
//!
//! A list of 50,000 sign-ups is not turned into a second list of texts: `data.rs` hands rows to the template as
//! it asks for them, and the page is written piece by piece.
//!
//! # An own template
//!
//! It finds the same data as the built-in ones, in [minijinja's](https://docs.rs/minijinja) notation (that of
//! Jinja). `{% extends "document.html" %}` keeps the page and fills its blocks `style`, `letterhead`, `content` and
//! `footer`; `{% from "parts.html" import show %}` gives the macro that shows one part.
//!
//! | name | is |
//! | --- | --- |
//! | `document.name`, `.title`, `.language`, `.layout` | `attendance`, the title, `en` or `de`, `portrait`, `landscape` or `letters` |
//! | `document.lines` | facts below the title |
//! | `document.foot` | the title, for a text within a style |
//! | `document.pages` | for most documents one; letters have one each, and reports one more for the annex: `.language`, `.words`, `.parts` |
//! | a part | `.kind` and what belongs to it |
//! | … `heading`, `paragraph`, `signature` | `.text` |
//! | … `figures` | `.figures`: `.key`, `.label`, `.value`, `.remark` |
//! | … `facts` | `.caption`, `.facts`: `.key`, `.label`, `.value` |
//! | … `list` | `.items` |
//! | … `links` | `.links`: `.target`, `.text` |
//! | … `chart`, `bars` | `.svg`, a picture, safe to print with the filter `safe` |
//! | … `table` | `.name`, `.title`, `.caption`, `.lines`, `.columns` (`.key`, `.label`, `.class`, `.width`, `.is_head`), `.groups` (`.above`, `.heading`, `.called`, `.lines`, `.rows`, `.below`, `.to_sign`), `.svg`, `.notes`, `.level`, `.level_of_groups`, `.density`, `.is_paged`, `.is_one` |

mod data;

use std::io::Write;
use std::sync::Arc;

use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::{Document, Options, OutputError};

/// What the built-in templates are called, and what stands in them.
const BUILT_IN: [(&str, &str); 3] = [
    ("document.html", include_str!("../templates/document.html")),
    ("parts.html", include_str!("../templates/parts.html")),
    ("style.css", include_str!("../templates/style.css")),
];

/// What an own template is called while it is used, so that it may extend a built-in one of any name.
const OWN: &str = "(own template)";

/// An organiser's own template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What messages call it: the name of its file.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// Writes a document as a page.
///
/// # Errors
/// When the own template has a mistake, or `out` takes no more.
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

/// Keeps the reason why nothing more could be written, which the template engine does not hand on.
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

/// Says where a template has its mistake, and what the innermost reason is.
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
