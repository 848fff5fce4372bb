//! Options for lists of `rollcall report` that are printed, written on and handed out: their empty lines, and who may
//! be named.

use super::report::ReportName;
use crate::catalogue::messages::report as words;
use crate::error::Error;
use crate::import::consent::{NotCertain, Wanted, who_agreed};
use crate::message;
use crate::model::{Agreed, Event, Purpose};
use crate::output::Format;
use crate::report::{self, AnswersOf, AsOf, ParticipantsOptions, SheetFor};
use crate::store::Reader;

use super::report::By;
use crate::output::{Language, Table};

/// The default number of empty lines of a list on paper.
const BLANK: usize = 5;

/// The same at the door, where unexpected people come.
const BLANK_AT_THE_DOOR: usize = 10;

/// The value of `--consent` if nobody was asked.
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
    /// Returns whether empty lines were requested, so that a list without people is useful.
    pub(super) fn asks_for_lines(&self, name: ReportName) -> bool {
        has_lines(name) && self.blank.is_some_and(|it| it > 0)
    }

    /// Returns how many lines were requested.
    pub(super) fn blank(&self) -> Option<usize> {
        self.blank
    }

    /// Refuses options that do not apply to a report.
    ///
    /// # Errors
    /// If an option has no effect.
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

/// Returns how many empty lines a list has: as many as requested, else the default if it is printed and written on.
pub(super) fn blank_lines(asked: Option<usize>, name: ReportName, format: Format) -> usize {
    let on_paper = if name == ReportName::Door {
        BLANK_AT_THE_DOOR
    } else {
        BLANK
    };
    asked.unwrap_or(if format.is_for_paper() { on_paper } else { 0 })
}

/// A list, and the messages about it.
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
    /// Whether everybody is asked for.
    pub(super) all: bool,
    pub(super) session: Option<crate::model::SessionId>,
    pub(super) format: Format,
    pub(super) language: Language,
}

/// Makes a list for one event; `None` for reports that are not lists.
///
/// # Errors
/// Those of the report, and if it is not certain who agreed to be listed.
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
            said: gaps(as_of, event, language)?
                .into_iter()
                .chain(lacking(event))
                .collect(),
        },
        ReportName::Door => report::door(as_of, event, blank, language)?.into(),
        ReportName::Participants => {
            let wanted = Wanted {
                purpose: Purpose::Participants,
                question: how.args.consent.as_deref(),
            };
            let agreed = agreed(as_of, event, wanted)?.map_err(not_certain)?;
            let options = ParticipantsOptions {
                addresses: how.args.addresses,
                registered: how.all,
                language,
            };
            let mut said = gaps(as_of, event, language)?;
            if !agreed.asked {
                said.push(words::NOBODY_WAS_ASKED.into());
            }
            Made {
                table: report::participants(as_of, event, &agreed, options)?,
                said,
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

/// Returns who agreed to something, if that is certain; whoever asked that their data is not used agrees to nothing.
///
/// # Errors
/// Those of the store.
pub(super) fn agreed(
    reader: &Reader<'_>,
    event: &Event,
    wanted: Wanted<'_>,
) -> Result<Result<Agreed, NotCertain>, Error> {
    let mut consents = reader.consents_for(event.id)?;
    let mut rows = reader.registrations(event.id)?;
    let mut wanted = wanted;
    if wanted.question == Some(NOBODY_ASKED) {
        // What was said to the organiser holds all the same.
        consents.retain(|it| it.source.is_none());
        rows.clear();
        wanted.question = None;
    }
    let registrations = rows.iter().map(|it| &it.registration);
    let found = who_agreed(registrations, &consents, wanted);
    let mut agreement = match found {
        Ok(agreement) => agreement,
        Err(why) => return Ok(Err(why)),
    };
    let people = reader.people()?.into_iter();
    let left_alone = people.filter(|it| it.states.is_left_alone());
    agreement.no.extend(left_alone.map(|it| it.id));
    Ok(Ok(agreement))
}

/// Returns the error if it is not certain who agreed, with a way to settle it.
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

/// Returns why people who came may be missing, which is not for those who get the list.
fn gaps(
    as_of: &AsOf<'_>,
    event: &Event,
    language: Language,
) -> Result<Vec<crate::catalogue::Message>, Error> {
    let gaps = report::gaps(as_of, event, language)?.into_iter();
    Ok(gaps
        .map(|it| crate::catalogue::Message::verbatim(it.to_string()))
        .collect())
}

/// Returns what funders ask for and the event lacks.
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
