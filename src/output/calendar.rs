//! A calendar that calendar programs take in: RFC 5545, the file called `.ics`.
//!
//! Like a table it is put together by whoever has something to tell, and this room turns it into bytes; equal
//! calendars give equal bytes.
//!
//! # Compatibility
//!
//! Times are in UTC, which every program understands and shows in its reader's zone; a zone's name would
//! have to bring its whole history of clock changes along. Text is escaped, lines end in CR LF and are folded after
//! 75 octets, never inside a character.
//!
//! # Nothing breaks out
//!
//! A title is one line: line breaks in it become blanks, other control characters are left out. That is done with
//! everything that any program takes for the end of a line, Unicode's separators among them; what follows
//! them would otherwise be read as a property of its own, an invitation in the organiser's name for example.
//!
//! # Why not with a library
//!
//! The one that would suggest itself, `icalendar`, folds the last piece of a long line after 76 octets, takes time that
//! grows with the square of a line, and lets a carriage return through. What there is to do takes two short
//! functions; its parser is the judge of them in the tests.

use chrono::{DateTime, Utc};

/// Octets of a line, without its end; one more is not allowed.
const LINE: usize = 75;

/// What a calendar holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// What programs call it.
    pub name: String,
    /// Its entries, in the order they are written.
    pub entries: Vec<Entry>,
}

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who it is, everywhere and for good: taken in again, it replaces itself.
    pub uid: String,
    /// When what it says was last changed.
    pub changed_at: DateTime<Utc>,
    /// When it begins.
    pub start: DateTime<Utc>,
    /// When it ends; left out unless it is after `start`.
    pub end: DateTime<Utc>,
    /// The title.
    pub summary: String,
    /// Where; left out when empty.
    pub location: String,
    /// What else there is to say, line by line; left out without any.
    pub description: Vec<String>,
    /// What kind of entry it is; left out when empty.
    pub category: String,
    /// Whether it is not yet certain that its owner takes part.
    pub is_tentative: bool,
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
        file.line(if self.is_tentative {
            "STATUS:TENTATIVE"
        } else {
            "STATUS:CONFIRMED"
        });
        file.line("END:VEVENT");
    }
}

/// What was written so far.
#[derive(Debug, Default)]
struct File {
    content: String,
}

impl File {
    /// Adds a property with a text, unless there is none.
    fn text(&mut self, name: &str, text: &str) {
        let text = escaped(text);
        if !text.is_empty() {
            self.line(&format!("{name}:{text}"));
        }
    }

    fn moment(&mut self, name: &str, moment: DateTime<Utc>) {
        self.line(&format!("{name}:{}", moment.format("%Y%m%dT%H%M%SZ")));
    }

    /// Adds a line, folded: what goes on after a break begins with a blank, which counts as well.
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

/// Returns a text of one line as it stands in a calendar.
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

/// Whether some program begins a new line here.
fn ends_a_line(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
