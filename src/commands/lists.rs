//! Lists of `rollcall report` that are printed, written on and handed out: their empty lines, and who may be named.

use std::collections::BTreeSet;

use super::report::ReportName;
use crate::catalogue::messages::report as words;
use crate::error::Error;
use crate::import::consent::{NotCertain, agreed_to_be_listed};
use crate::message;
use crate::model::{Event, PersonId};
use crate::output::Format;
use crate::report::{self, AnswersOf, AsOf, SheetFor};
use crate::store::Reader;

use super::report::By;
use crate::output::{Language, Table};

/// Empty lines of a list on paper.
const BLANK: usize = 5;

/// The same at the door, where people come whom nobody expects.
const BLANK_AT_THE_DOOR: usize = 10;

/// What `--consent` says where nobody was asked.
const NOBODY_ASKED: &str = "none";

#[derive(Debug, Default, clap::Args)]
pub(super) struct ListArgs {
    #[arg(long, value_name = "N")]
    blank: Option<usize>,
    #[arg(long)]
    addresses: bool,
    #[arg(long, value_name = "QUESTION")]
    consent: Option<String>,
    #[arg(long)]
    absent: bool,
}

impl ListArgs {
    /// Whether there are empty lines for whoever comes, so that a list of nobody is one all the same.
    pub(super) fn asks_for_lines(&self, name: ReportName) -> bool {
        has_lines(name) && self.blank.is_some_and(|it| it > 0)
    }

    /// How many lines were asked for.
    pub(super) fn blank(&self) -> Option<usize> {
        self.blank
    }

    /// Refuses what does not go with a report.
    ///
    /// # Errors
    /// When an option has nothing to work on.
    pub(super) fn check(&self, name: ReportName) -> Result<(), Error> {
        let of_participants = self.addresses || self.consent.is_some();
        if of_participants && name != ReportName::Participants {
            return Err(Error::usage(words::NOT_HANDED_OUT).hinted(words::ADDRESSES_GO_WITH));
        }
        if self.absent && name != ReportName::Organisations {
            return Err(Error::usage(words::NOT_OF_ORGANISATIONS).hinted(words::ABSENT_GOES_WITH));
        }
        Ok(())
    }
}

fn has_lines(name: ReportName) -> bool {
    matches!(
        name,
        ReportName::SignIn | ReportName::Evidence | ReportName::Door
    )
}

/// How many empty lines a list has: as many as were asked for, else some where it is printed and written on.
pub(super) fn blank_lines(asked: Option<usize>, name: ReportName, format: Format) -> usize {
    let on_paper = if name == ReportName::Door {
        BLANK_AT_THE_DOOR
    } else {
        BLANK
    };
    asked.unwrap_or(if format.is_for_paper() { on_paper } else { 0 })
}

/// A list, and what to say beside it.
pub(super) struct Made {
    pub(super) table: Table,
    pub(super) said: Vec<crate::catalogue::Message>,
}

impl From<Table> for Made {
    fn from(table: Table) -> Self {
        Self {
            table,
            said: Vec::new(),
        }
    }
}

/// How a list is made.
pub(super) struct How<'a> {
    pub(super) args: &'a ListArgs,
    pub(super) by: Option<By>,
    pub(super) session: Option<crate::model::SessionId>,
    pub(super) format: Format,
    pub(super) language: Language,
}

/// Makes a list of one event; `None` for every report that is none.
///
/// # Errors
/// Those of the report, and where it is not certain who agreed to be listed.
pub(super) fn list(
    as_of: &AsOf<'_>,
    event: &Event,
    name: ReportName,
    how: &How<'_>,
) -> Result<Option<Made>, Error> {
    let blank = blank_lines(how.args.blank, name, how.format);
    let language = how.language;
    Ok(Some(match name {
        ReportName::SignIn => {
            let sheets = match (how.by, how.session) {
                (Some(By::Event), _) => SheetFor::Event,
                (Some(By::Day), _) => SheetFor::Day,
                (_, Some(session)) => SheetFor::Session(session),
                (_, None) => SheetFor::EachSession,
            };
            report::sign_in(as_of, event, sheets, blank, language)?.into()
        }
        ReportName::Evidence => Made {
            table: report::evidence(as_of, event, blank, language)?,
            said: lacking(event),
        },
        ReportName::Door => report::door(as_of, event, blank, language)?.into(),
        ReportName::Participants => {
            let agreed = agreed(as_of, event, how.args.consent.as_deref())?.map_err(not_certain)?;
            let addresses = how.args.addresses;
            Made {
                table: report::participants(as_of, event, agreed.as_ref(), addresses, language)?,
                said: match agreed {
                    None => vec![words::NOBODY_WAS_ASKED.into()],
                    Some(_) => Vec::new(),
                },
            }
        }
        ReportName::Answers => {
            let of = match (how.by, how.session) {
                (_, Some(session)) => AnswersOf::Session(session),
                (Some(By::Session), None) => AnswersOf::EachSession,
                (_, None) => AnswersOf::Event,
            };
            report::answers(as_of, event, of, language)?.into()
        }
        ReportName::Attendance if how.by == Some(By::Matrix) => {
            report::matrix(as_of, event, language)?.into()
        }
        ReportName::Organisations if how.args.absent => {
            report::absent_organisations(as_of, event, language)?.into()
        }
        _ => return Ok(None),
    }))
}

/// Who agreed to stand on the list of participants, where that is certain; `None` where nobody was asked.
///
/// # Errors
/// Those of the store.
pub(super) fn agreed(
    reader: &Reader<'_>,
    event: &Event,
    named: Option<&str>,
) -> Result<Result<Option<BTreeSet<PersonId>>, NotCertain>, Error> {
    if named == Some(NOBODY_ASKED) {
        return Ok(Ok(None));
    }
    let rows = reader.registrations(event.id)?;
    let registrations = rows.iter().map(|it| &it.registration);
    Ok(agreed_to_be_listed(registrations, named))
}

/// Says why nobody can say who agreed, and how to settle it.
pub(super) fn not_certain(why: NotCertain) -> Error {
    match why {
        NotCertain::Question(question) => {
            Error::new(message!(report::consent_not_certain { question }))
                .hinted(message!(report::consent_of_question { question }))
        }
        NotCertain::Answer { question, answer } => {
            Error::new(message!(report::answer_not_certain { question, answer }))
                .hinted(words::CORRECT_THE_ANSWER)
        }
        NotCertain::NoSuchQuestion => {
            Error::new(words::NO_SUCH_QUESTION).hinted(words::QUESTIONS_ARE_IN_ANSWERS)
        }
    }
}

/// Says what funders ask for and the event does not say.
fn lacking(event: &Event) -> Vec<crate::catalogue::Message> {
    let facts = &event.facts;
    let facts = [
        ("--organiser", facts.organiser.is_none()),
        ("--project", facts.project.is_none()),
        ("--funding-reference", facts.funding_reference.is_none()),
    ];
    let missing = facts.into_iter().filter(|(_, is_missing)| *is_missing);
    let options: Vec<&str> = missing.map(|(option, _)| option).collect();
    if options.is_empty() {
        return Vec::new();
    }
    vec![message!(report::facts_are_missing { options })]
}
