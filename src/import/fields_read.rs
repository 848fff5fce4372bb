//! The fields that each kind of file reads.

use super::{Field, Kind};
use crate::formats::CellWord;
use crate::model::Purpose;

/// Fields of every list of people.
const OF_PEOPLE: &[Field] = &[
    Field::Name,
    Field::Title,
    Field::GivenName,
    Field::FamilyName,
    Field::Email,
    Field::Organisation,
];

/// Further fields of lists of people and of sign-ups.
const OF_RECORDS: &[Field] = &[
    Field::Phone,
    Field::Role,
    Field::Country,
    Field::Region,
    Field::Language,
];

const PROGRAMME: &[Field] = &[
    Field::Kind,
    Field::Slug,
    Field::ShortName,
    Field::Title,
    Field::Name,
    Field::Event,
    Field::Start,
    Field::End,
    Field::Date,
    Field::Timezone,
    Field::Capacity,
    Field::DropIn,
    Field::IsCancelled,
    Field::Keep,
    Field::Room,
    Field::Place,
    Field::Rule,
    Field::Organiser,
    Field::OrganiserAddress,
    Field::OrganiserContact,
    Field::ProjectTitle,
    Field::FundingReference,
    Field::Funder,
    Field::Signatory,
    Field::Logos,
    Field::Speakers,
    Field::Moderators,
    Field::Hosts,
];

const ORGANISATIONS: &[Field] = &[
    Field::Name,
    Field::Organisation,
    Field::ShortName,
    Field::Kind,
    Field::Country,
    Field::Region,
    Field::Website,
    Field::Aliases,
];

const SIGNUPS: &[Field] = &[
    Field::Event,
    Field::Session,
    Field::Product,
    Field::Status,
    Field::RequestedAt,
    Field::RequestedTime,
    Field::Void,
    Field::Unsent,
    Field::Answer,
    Field::Consent(Purpose::Photographs),
    Field::Consent(Purpose::Participants),
    Field::Consent(Purpose::Newsletter),
    Field::Consent(Purpose::Recording),
    Field::AccountName,
    Field::AccountEmail,
    Field::AccountOrganisation,
];

const ATTENDANCE: &[Field] = &[
    Field::Event,
    Field::Session,
    Field::Present,
    Field::Absent,
    Field::Word(CellWord::Excused),
    Field::JoinedAt,
    Field::LeftAt,
    Field::Start,
    Field::End,
    Field::Date,
    Field::Duration,
];

impl Kind {
    /// Whether a file of this kind reads a column with that field.
    pub fn reads(self, field: &Field) -> bool {
        let lists: &[&[Field]] = match self {
            Self::Programme => &[PROGRAMME],
            Self::Organisations => &[ORGANISATIONS],
            Self::People => &[
                OF_PEOPLE,
                OF_RECORDS,
                &[Field::OtherEmails, Field::Aliases, Field::DataUse],
            ],
            Self::Signups => &[OF_PEOPLE, OF_RECORDS, SIGNUPS],
            Self::Attendance => &[OF_PEOPLE, ATTENDANCE],
        };
        let has_sessions = matches!(self, Self::Signups | Self::Attendance);
        match field {
            Field::Ignore => true,
            Field::SessionOption(_) => has_sessions,
            field => lists.iter().any(|list| list.contains(field)),
        }
    }
}
