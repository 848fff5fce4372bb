//! A column of a table: its key, its heading, and how it is shown.

use std::borrow::Cow;

use super::Language;
use crate::catalogue::Wording;
use crate::output::keyed::Keyed;

/// The heading of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// A wording of the catalogue.
    Wording(Wording),
    /// The text of a form's question, the same in every language.
    Question(String),
}

impl Heading {
    /// Returns the heading in `language`.
    pub fn in_language(&self, language: Language) -> &str {
        match self {
            Self::Wording(wording) => wording.in_language(language),
            Self::Question(question) => question,
        }
    }
}

/// The alignment of a column's cells in text and Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// The properties of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The key in JSON: English, `snake_case`, or the text of a form's question.
    pub key: Cow<'static, str>,
    /// The heading everywhere else.
    pub heading: Heading,
    /// The alignment of the cells.
    pub align: Align,
    /// Left out of text and Markdown, where a group's heading contains it; CSV and JSON always have it.
    pub hidden_in_text: bool,
    /// The minimum width in text, in terminal columns: room for a signature.
    pub minimum_width: u16,
    /// Shown even if it is empty: people write into it by hand, or requested it.
    pub is_shown_empty: bool,
}

impl Column {
    /// Creates a column of the catalogue, aligned to the left.
    pub fn of(keyed: Keyed) -> Self {
        Self::with(
            Cow::Borrowed(keyed.key()),
            Heading::Wording(keyed.wording()),
        )
    }

    /// Creates a column for the answers to a form's question, whose text is key and heading in both languages.
    pub fn answers(question: impl Into<String>) -> Self {
        let question = question.into();
        Self::with(Cow::Owned(question.clone()), Heading::Question(question))
    }

    fn with(key: Cow<'static, str>, heading: Heading) -> Self {
        Self {
            key,
            heading,
            align: Align::Left,
            hidden_in_text: false,
            minimum_width: 0,
            is_shown_empty: false,
        }
    }

    /// Aligns the column to the right.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }

    /// Returns whether it contains numbers.
    pub fn is_number(&self) -> bool {
        self.align == Align::Right
    }

    /// Leaves the column out of text and Markdown.
    #[must_use]
    pub fn hidden_in_text(mut self) -> Self {
        self.hidden_in_text = true;
        self
    }

    /// Sets a minimum width in text.
    #[must_use]
    pub fn at_least(mut self, width: u16) -> Self {
        self.minimum_width = width;
        self
    }

    /// Shows the column even if it is empty: people write into it by hand.
    #[must_use]
    pub fn filled_by_hand(mut self) -> Self {
        self.is_shown_empty = true;
        self
    }
}
