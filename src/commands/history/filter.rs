//! Which operations a list is about: `--person`, `--session`, `--since`.

use std::collections::BTreeSet;

use super::super::arguments::{instant, is_date_only};
use crate::context::Context;
use crate::error::Error;
use crate::import::values::dates;
use crate::intake;
use crate::model::{Instant, Operation, OperationId, PersonId};
use crate::store::Reader;

/// The options of lists of operations.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct Filter {
    #[arg(long, value_name = "PERSON")]
    person: Option<String>,
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
}

impl Filter {
    /// Returns the person the list is about.
    pub(super) fn person(&self, reader: &Reader<'_>) -> Result<Option<PersonId>, Error> {
        let person = self.person.as_deref();
        let person = person.map(|it| intake::person_by_whole_name(reader, it));
        Ok(person.transpose()?.map(|it| it.id))
    }

    /// Returns the operations that are meant, oldest first.
    pub(super) fn operations(
        &self,
        context: &Context,
        reader: &Reader<'_>,
    ) -> Result<Vec<Operation>, Error> {
        let mut operations = reader.operations()?;
        let mut keep = |numbers: &BTreeSet<OperationId>| {
            operations.retain(|it| numbers.contains(&it.id));
        };
        if let Some(person) = self.person(reader)? {
            keep(&reader.operations_on_person(person)?);
        }
        if let Some(reference) = &self.session {
            let event = context.find_event(reader)?;
            let session = intake::session_by_slug(reader, &event, reference)?;
            keep(&reader.operations_on_session(session.id)?);
        }
        if let Some(since) = &self.since {
            let since = beginning(context, since)?;
            operations.retain(|it| it.time >= since);
        }
        Ok(operations)
    }
}

/// Parses a day, which begins at midnight, or a moment.
pub(super) fn beginning(context: &Context, text: &str) -> Result<Instant, Error> {
    if is_date_only(text)
        && let Ok(moment) = dates::parse(text, None)
        && let Some(day) = moment.date
    {
        return instant(&format!("{day} 00:00"), None, context.zone);
    }
    instant(text, None, context.zone)
}
