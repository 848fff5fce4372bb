//! Calendars in the format of calendar programs: RFC 5545, files with the extension `.ics`.
//!
//! Like a table, a calendar is built by the caller, and this module turns it into bytes; equal calendars give equal
//! bytes.
//!
//! # Compatibility
//!
//! Times are in UTC, which every program understands and shows in its reader's zone; a named zone would need its whole
//! history of clock changes. Text is escaped, lines end in CR LF and are folded after 75 octets, never inside a
//! character.
//!
//! # Injection
//!
//! A title is a single line: line breaks become spaces, other control characters are removed. This includes everything
//! that any program treats as the end of a line, such as Unicode's separators. Otherwise the text after it would be
//! read as a separate property, for example an invitation in the organiser's name.
//!
//! # Why no library
//!
//! The obvious library, `icalendar`, folds the last piece of a long line after 76 octets, takes time quadratic in the
//! length of a line, and does not escape carriage returns. Two short functions do the job instead; the tests check them
//! with its parser.

use chrono::{DateTime, Utc};

/// The maximum length of a line in octets, without its end.
const LINE: usize = 75;

/// The content of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The name shown by programs.
    pub name: String,
    /// Its entries, in the order they are written.
    pub entries: Vec<Entry>,
}

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The permanent, globally unique id: importing the entry again replaces it.
    pub uid: String,
    /// When its content was last changed.
    pub changed_at: DateTime<Utc>,
    /// When it begins.
    pub start: DateTime<Utc>,
    /// When it ends; left out unless it is after `start`.
    pub end: DateTime<Utc>,
    /// The title.
    pub summary: String,
    /// The place; omitted if empty.
    pub location: String,
    /// Further information, line by line; omitted if empty.
    pub description: Vec<String>,
    /// The kind of entry; omitted if empty.
    pub category: String,
    /// How certain it is.
    pub certainty: Certainty,
    /// How often it was changed: programs that have the entry take over a newer one.
    pub sequence: i64,
    /// Who organises it: name and address.
    pub organiser: Option<(String, String)>,
}

/// How certain an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// It takes place, and the calendar's owner takes part.
    Confirmed,
    /// It is not yet certain that the calendar's owner takes part.
    Tentative,
    /// It does not take place.
    Cancelled,
}

impl Calendar {
    /// Returns the content of the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut file = File::default();
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//rollcall//rollcall//EN");
        file.line("CALSCALE:GREGORIAN");
        file.text("X-WR-CALNAME", &self.name);
        for entry in &self.entries {
            entry.write(&mut file);
        }
        file.line("END:VCALENDAR");
        file.content.into_bytes()
    }
}

impl Entry {
    fn write(&self, file: &mut File) {
        file.line("BEGIN:VEVENT");
        file.text("UID", &self.uid);
        file.moment("DTSTAMP", self.changed_at);
        file.moment("DTSTART", self.start);
        if self.end > self.start {
            file.moment("DTEND", self.end);
        }
        file.text("SUMMARY", &self.summary);
        file.text("LOCATION", &self.location);
        let lines = self.description.iter().map(|it| escaped(it));
        let description: Vec<String> = lines.filter(|it| !it.is_empty()).collect();
        if !description.is_empty() {
            file.line(&format!("DESCRIPTION:{}", description.join("\\n")));
        }
        file.text("CATEGORIES", &self.category);
        file.line(&format!("SEQUENCE:{}", self.sequence));
        file.line(match self.certainty {
            Certainty::Confirmed => "STATUS:CONFIRMED",
            Certainty::Tentative => "STATUS:TENTATIVE",
            Certainty::Cancelled => "STATUS:CANCELLED",
        });
        if let Some((name, address)) = &self.organiser {
            // A parameter in quotation marks cannot contain any.
            let name = name.replace('"', "'");
            let name: String = name.chars().filter(|it| !it.is_control()).collect();
            file.line(&format!("ORGANIZER;CN=\"{name}\":mailto:{address}"));
        }
        file.line("END:VEVENT");
    }
}

/// The content written so far.
#[derive(Debug, Default)]
struct File {
    content: String,
}

impl File {
    /// Adds a property with a text, unless the text is empty.
    fn text(&mut self, name: &str, text: &str) {
        let text = escaped(text);
        if !text.is_empty() {
            self.line(&format!("{name}:{text}"));
        }
    }

    fn moment(&mut self, name: &str, moment: DateTime<Utc>) {
        self.line(&format!("{name}:{}", moment.format("%Y%m%dT%H%M%SZ")));
    }

    /// Adds a line, folded: continuation lines begin with a space, which counts as well.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for character in line.chars() {
            if length + character.len_utf8() > LINE {
                self.content.push_str("\r\n ");
                length = 1;
            }
            self.content.push(character);
            length += character.len_utf8();
        }
        self.content.push_str("\r\n");
    }
}

/// Returns a text of one line, escaped for a calendar.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.trim().chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            _ if ends_a_line(character) => {
                if !escaped.ends_with(' ') {
                    escaped.push(' ');
                }
            }
            '\t' => escaped.push(' '),
            _ if character.is_control() => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Returns whether some program begins a new line at this character.
fn ends_a_line(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
