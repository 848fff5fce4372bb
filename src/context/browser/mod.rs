//! Prints a page as PDF with a browser that is already installed.
//!
//! A browser is used instead of a library because there is then only one template, a browser lays out tables and pages
//! better than anything that could be embedded, every Windows has one, and its PDF has tags, a title and a language.
//! The price is that the bytes differ each time.
//!
//! The browser gets a profile of its own, so that it neither uses an open window nor leaves anything behind, and has
//! access to nothing but the page: host names are not resolved, and background activity is disabled. Page, profile and
//! PDF are in one private folder.

mod finding;
mod printing;

pub(super) use finding::Browsers;
pub(super) use printing::{Browser, Desk};

/// The variable with the timeout.
const SECONDS: &str = "ROLLCALL_BROWSER_SECONDS";
