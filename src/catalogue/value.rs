//! The values of arguments.
//!
//! A list has commas between its texts. Whether "and" or "or" comes before the last one is up to the sentence, so it is
//! written in the file of texts: `{ AND($names) }`, `{ OR($names) }`.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentType;
use serde::{Deserialize, Serialize};

use super::messages::conventions;
use super::{Language, Message, Wording};
use crate::message;

/// An argument of a [`Message`], as data.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Value {
    /// A count, which chooses between singular and plural.
    Number(i64),
    /// A day, written as the language writes it.
    Day(NaiveDate),
    /// A local date and time, written as the language writes them.
    Moment(NaiveDateTime),
    /// A name, a heading or a cell, verbatim.
    Text(String),
    /// A text of the catalogue.
    Message(Message),
    /// Several values, separated by commas unless a sentence says otherwise.
    List(Vec<Self>),
}

impl Value {
    /// Returns the value that Fluent inserts.
    pub(super) fn in_language(&self, language: Language) -> FluentValue<'_> {
        match self {
            Self::Number(number) => FluentValue::from(*number),
            Self::List(values) => {
                let texts = values.iter().map(|it| it.text(language).into_owned());
                FluentValue::Custom(Box::new(Texts(texts.collect())))
            }
            other => FluentValue::from(other.text(language)),
        }
    }

    fn text(&self, language: Language) -> Cow<'_, str> {
        match self {
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Day(day) => {
                let format = conventions::DATE.in_language(language);
                Cow::Owned(day.format(format).to_string())
            }
            Self::Moment(moment) => {
                let format = conventions::DATE_AND_TIME.in_language(language);
                Cow::Owned(moment.format(format).to_string())
            }
            Self::Text(text) => Cow::Borrowed(text),
            Self::Message(message) => Cow::Owned(message.in_language(language)),
            Self::List(values) => {
                let texts: Vec<_> = values.iter().map(|it| it.text(language)).collect();
                Cow::Owned(texts.join(COMMA))
            }
        }
    }
}

const COMMA: &str = ", ";

/// A list as an argument of a Fluent function.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Texts(Vec<String>);

impl FluentType for Texts {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        Cow::Owned(self.0.join(COMMA))
    }

    fn as_string_threadsafe(
        &self,
        _: &intl_memoizer::concurrent::IntlLangMemoizer,
    ) -> Cow<'static, str> {
        Cow::Owned(self.0.join(COMMA))
    }
}

/// The word before the last text of a list.
#[derive(Debug, Clone, Copy)]
pub(super) enum Before {
    /// `{ AND($names) }`.
    And,
    /// `{ OR($names) }`.
    Or,
}

impl Before {
    /// The function as called from the files of texts. It leaves anything that is not a list unchanged.
    pub(super) fn last<'a>(
        self,
        arguments: &[FluentValue<'a>],
        language: Language,
    ) -> FluentValue<'a> {
        let Some(given) = arguments.first() else {
            return FluentValue::Error;
        };
        let FluentValue::Custom(custom) = given else {
            return given.clone();
        };
        match custom.as_any().downcast_ref() {
            Some(Texts(texts)) => self.joined(texts, language).into(),
            None => given.clone(),
        }
    }

    fn joined(self, texts: &[String], language: Language) -> String {
        let [before @ .., last] = texts else {
            return String::new();
        };
        if before.is_empty() {
            return last.clone();
        }
        let before = before.join(COMMA);
        let joined = match self {
            Self::And => message!(lists::and { before, last }),
            Self::Or => message!(lists::or { before, last }),
        };
        joined.in_language(language)
    }
}

/// A type that can be an argument.
pub trait ToValue {
    /// Returns the argument as data.
    fn to_value(&self) -> Value;
}

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
}

macro_rules! texts {
    ($($kind:ty),*) => {$(
        impl ToValue for $kind {
            fn to_value(&self) -> Value {
                Value::Text(self.to_string())
            }
        }
    )*};
}
texts!(str, String, char, Cow<'_, str>);

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl ToValue for $kind {
            fn to_value(&self) -> Value {
                Value::Number(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        }
    )*};
}
numbers!(i64, i32, u8, u16, u32, u64, usize);

impl ToValue for Path {
    fn to_value(&self) -> Value {
        Value::Text(self.display().to_string())
    }
}

impl ToValue for PathBuf {
    fn to_value(&self) -> Value {
        self.as_path().to_value()
    }
}

/// A choice between two wordings: `{ $planned -> [yes] would be *[no] is }`.
impl ToValue for bool {
    fn to_value(&self) -> Value {
        if *self { "yes" } else { "no" }.to_value()
    }
}

impl ToValue for NaiveDate {
    fn to_value(&self) -> Value {
        Value::Day(*self)
    }
}

impl ToValue for NaiveDateTime {
    fn to_value(&self) -> Value {
        Value::Moment(*self)
    }
}

impl ToValue for Message {
    fn to_value(&self) -> Value {
        Value::Message(self.clone())
    }
}

impl ToValue for Wording {
    fn to_value(&self) -> Value {
        Value::Message((*self).into())
    }
}

impl ToValue for Value {
    fn to_value(&self) -> Value {
        self.clone()
    }
}

impl<T: ToValue> ToValue for [T] {
    fn to_value(&self) -> Value {
        Value::List(self.iter().map(ToValue::to_value).collect())
    }
}

impl<T: ToValue, const N: usize> ToValue for [T; N] {
    fn to_value(&self) -> Value {
        self.as_slice().to_value()
    }
}

impl<T: ToValue> ToValue for Vec<T> {
    fn to_value(&self) -> Value {
        self.as_slice().to_value()
    }
}
