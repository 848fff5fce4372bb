//! Prints a page as PDF with a browser that is already installed.
//!
//! A browser is used instead of a library because there is then only one template, a browser lays out tables and pages
//! better than anything that could be embedded, every Windows has one, and its PDF has tags, a title and a language.
//! The price is that the bytes differ each time.
//!
//! # Without a browser
//!
//! Typst 0.15 was measured with the attendance of the demo (334 rows, one table for each session) as an optional feature
//! would have it: 0.5 s and 11 pages against 3.1 s and 10 pages of the browser, tagged as well. It brings 325 crates, 34 MB
//! (the whole program has 29) and 19 minutes of processor time for an optimised build, and every page and drawing would have
//! to be described a second time in its own language, so that two descriptions could say different things. krilla writes
//! PDF, and lays nothing out: lines, tables and breaks between pages would be our own code. So neither pays while every
//! desk has a browser; a server without one writes HTML.
//!
//! # The browser
//!
//! It gets a profile of its own, so that it neither uses an open window nor leaves anything behind, and has
//! access to nothing but the page: host names are not resolved, and background activity is disabled. Page, profile and
//! PDF are in one private folder.

mod finding;
mod printing;

pub(super) use finding::Browsers;
pub(super) use printing::{Browser, Desk};

/// The variable with the timeout.
const SECONDS: &str = "ROLLCALL_BROWSER_SECONDS";
