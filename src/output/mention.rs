//! Iterates over the texts of a table or document, to find the people it mentions.

use super::{Bars, Cell, Content, Document, Part, Table};

impl Content {
    /// Passes every text to `each`: a row of a table as one text with one line per cell; each paragraph; each line.
    /// Headings and words of this program are left out.
    pub fn each_text(&self, each: &mut dyn FnMut(&str)) {
        match self {
            Self::Table(table) => table.each_text(each),
            Self::Document(document) => document.each_text(each),
        }
    }
}

impl Table {
    /// The same for [`Content::each_text`].
    pub fn each_text(&self, each: &mut dyn FnMut(&str)) {
        each(&self.title);
        self.lines.iter().for_each(|line| each(line));
        self.notes.iter().for_each(|note| each(&note.said));
        for group in self.groups() {
            each(&group.heading);
            let around = group.lines.iter().chain(&group.below);
            around.chain(&group.to_sign).for_each(|line| each(line));
        }
        let mut row_text = String::new();
        for row in self.rows() {
            row_text.clear();
            for cell in row {
                push(cell, &mut row_text);
            }
            each(&row_text);
        }
    }
}

impl Document {
    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        each(&self.title);
        self.lines.iter().for_each(|line| each(line));
        for part in &self.parts {
            match part {
                Part::Heading(text) | Part::Paragraph(text) | Part::Signature(text) => each(text),
                Part::Facts(facts) => facts.iter().for_each(|(_, cell)| one(cell, each)),
                Part::Table(table) => table.each_text(each),
                Part::Bars(Bars { bars, .. }) => bars.iter().for_each(|bar| each(&bar.name)),
                Part::List(items) => items.iter().for_each(|item| each(item)),
                // Numbers and file names.
                Part::Figures(_) | Part::Chart(_) | Part::Links(_) | Part::NewPage(_) => {}
            }
        }
    }
}

fn one(cell: &Cell, each: &mut dyn FnMut(&str)) {
    let mut text = String::new();
    push(cell, &mut text);
    each(&text);
}

/// Adds the texts of a cell, each as a line.
fn push(cell: &Cell, text: &mut String) {
    match cell {
        Cell::Text(it) => {
            text.push_str(it);
            text.push('\n');
        }
        Cell::Words(words) => {
            for word in words {
                text.push_str(word);
                text.push('\n');
            }
        }
        _ => {}
    }
}
