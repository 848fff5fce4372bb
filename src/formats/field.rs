//! The meanings of columns.

use serde::{Deserialize, Serialize};

use crate::catalogue::Wording;
use crate::catalogue::messages::fields;
use crate::model::Purpose;

/// The meaning of a column.
///
/// The names are a contract: `--map 'Heading=NAME'` accepts them and `inspect` prints them. Some mean different things
/// in different kinds of file, as their words do: `title` is an academic title in a list of people and the title of a
/// session in a programme.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    /// Full name: `Anna Müller`, `Müller, Anna`; in a list of organisations, the organisation's name.
    Name,
    /// Academic title, or a session's title.
    Title,
    /// Given names.
    GivenName,
    /// Family name.
    FamilyName,
    /// E-mail address.
    Email,
    /// Telephone.
    Phone,
    /// Role in the network.
    Role,
    /// Organisation.
    Organisation,
    /// Country of the organisation.
    Country,
    /// Region of the organisation.
    Region,
    /// Language for correspondence.
    Language,
    /// Chosen sessions.
    Session,
    /// A column for a single session, by short name.
    SessionOption(String),
    /// What a ticket is for: the session of that name, if there is one, else the event as a whole.
    Product,
    /// Status of the sign-up.
    Status,
    /// When the sign-up was made.
    RequestedAt,
    /// A form answer, stored under its heading.
    Answer,
    /// Whether somebody agrees, stored under its heading as well.
    Consent(Purpose),
    /// Not imported.
    Ignore,
    /// The time of day for the date in `requested_at`.
    RequestedTime,
    /// Any value here means that the ticket is void.
    Void,
    /// A yes here means that the form was never submitted.
    Unsent,
    /// Whether somebody was there.
    Present,
    /// Whether somebody was missing.
    Absent,
    /// Name of the account or buyer, used if the row has no other name.
    AccountName,
    /// Address of the account or buyer, used if the row has no other address.
    AccountEmail,
    /// Organisation of the account or buyer, used if the row has no other organisation.
    AccountOrganisation,
    /// Number of the record.
    Id,
    /// Short name of an organisation.
    ShortName,
    /// Kind of an organisation or session.
    Kind,
    /// Web address.
    Website,
    /// Other names, separated by semicolons.
    Aliases,
    /// Other addresses, separated by semicolons.
    OtherEmails,
    /// Event, by short name.
    Event,
    /// Short name of a session.
    Slug,
    /// Begin.
    Start,
    /// End.
    End,
    /// Places.
    Capacity,
    /// Whether people come and go.
    DropIn,
    /// Whether it does not take place.
    IsCancelled,
    /// How long the data of an event is kept.
    Keep,
    /// Room.
    Room,
    /// Speakers, moderators and hosts.
    Speakers,
    /// Only moderators.
    Moderators,
    /// Only hosts.
    Hosts,
    /// The date of times of day in other columns.
    Date,
    /// Time zone of an event.
    Timezone,
    /// Place of an event.
    Place,
    /// Attendance rule.
    Rule,
    /// Organiser of an event.
    Organiser,
    /// The organiser's postal address.
    OrganiserAddress,
    /// The organiser's contact details.
    OrganiserContact,
    /// The project that an event is part of.
    ProjectTitle,
    /// The number under which the project is funded.
    FundingReference,
    /// The line that the funder asks for in print.
    Funder,
    /// Who signs certificates.
    Signatory,
    /// Image files, separated by semicolons.
    Logos,
    /// Number of a person.
    PersonId,
    /// Name as a log or list recorded it.
    RecordedName,
    /// Address as a log or list recorded it.
    RecordedEmail,
    /// When somebody came.
    JoinedAt,
    /// When somebody left.
    LeftAt,
    /// Where a stay was recorded.
    Source,
    /// How long somebody was there.
    Duration,
    /// Length in seconds, in our own export of a stay without times.
    Seconds,
    /// Whether the exact time behind rounded seconds met the rule.
    Meets,
    /// Whether somebody answered that a stay belongs to no person.
    Nobody,
    /// A verdict set by hand.
    Verdict,
    /// The reason for a verdict set by hand.
    Reason,
    /// What somebody agreed to, refused and asked for about the use of their data, in our own export.
    DataUse,
    /// The last operation that our own export knows of.
    AsOf,
    /// Not a column but the meaning of a word in a cell; present and absent are [`Self::Present`] and [`Self::Absent`].
    Word(CellWord),
}

/// The meaning of a word in a cell, as `--map` can give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CellWord {
    /// The sign-up is confirmed.
    Confirmed,
    /// They wait for a place.
    Waitlisted,
    /// They do not come.
    Cancelled,
    /// The row is not a sign-up, or does not say who was there.
    Nothing,
    /// They had said that they would not come.
    Excused,
}

/// Every field except the option of a session, with its name and the words that are accepted as well.
const NAMES: &[(Field, &str, Wording)] = &[
    (Field::Name, "name", fields::NAME),
    (Field::Title, "title", fields::TITLE),
    (Field::GivenName, "given_name", fields::GIVEN_NAME),
    (Field::FamilyName, "family_name", fields::FAMILY_NAME),
    (Field::Email, "email", fields::EMAIL),
    (Field::Phone, "phone", fields::PHONE),
    (Field::Role, "role", fields::ROLE),
    (Field::Organisation, "organisation", fields::ORGANISATION),
    (Field::Country, "country", fields::COUNTRY),
    (Field::Region, "region", fields::REGION),
    (Field::Language, "language", fields::LANGUAGE),
    (Field::Session, "session", fields::SESSION),
    (Field::Product, "product", fields::PRODUCT),
    (Field::Status, "status", fields::STATUS),
    (Field::RequestedAt, "requested_at", fields::REQUESTED_AT),
    (Field::Answer, "answer", fields::ANSWER),
    (
        Field::Consent(Purpose::Photographs),
        "consent:photographs",
        fields::CONSENT_PHOTOGRAPHS,
    ),
    (
        Field::Consent(Purpose::Participants),
        "consent:participants",
        fields::CONSENT_PARTICIPANTS,
    ),
    (
        Field::Consent(Purpose::Newsletter),
        "consent:newsletter",
        fields::CONSENT_NEWSLETTER,
    ),
    (
        Field::Consent(Purpose::Recording),
        "consent:recording",
        fields::CONSENT_RECORDING,
    ),
    (Field::Ignore, "ignore", fields::IGNORE),
    (
        Field::RequestedTime,
        "requested_time",
        fields::REQUESTED_TIME,
    ),
    (Field::Void, "void", fields::VOID),
    (Field::Unsent, "unsent", fields::UNSENT),
    (Field::Present, "present", fields::PRESENT),
    (Field::Absent, "absent", fields::ABSENT),
    (Field::AccountName, "account_name", fields::ACCOUNT_NAME),
    (Field::AccountEmail, "account_email", fields::ACCOUNT_EMAIL),
    (
        Field::AccountOrganisation,
        "account_organisation",
        fields::ACCOUNT_ORGANISATION,
    ),
    (Field::Id, "id", fields::ID),
    (Field::ShortName, "short_name", fields::SHORT_NAME),
    (Field::Kind, "kind", fields::KIND),
    (Field::Website, "website", fields::WEBSITE),
    (Field::Aliases, "aliases", fields::ALIASES),
    (Field::OtherEmails, "other_emails", fields::OTHER_EMAILS),
    (Field::Event, "event", fields::EVENT),
    (Field::Slug, "slug", fields::SLUG),
    (Field::Start, "start", fields::START),
    (Field::End, "end", fields::END),
    (Field::Capacity, "capacity", fields::CAPACITY),
    (Field::DropIn, "drop_in", fields::DROP_IN),
    (Field::IsCancelled, "is_cancelled", fields::IS_CANCELLED),
    (Field::Keep, "keep", fields::KEEP),
    (Field::Room, "room", fields::ROOM),
    (Field::Speakers, "speakers", fields::SPEAKERS),
    (Field::Moderators, "moderators", fields::MODERATORS),
    (Field::Hosts, "hosts", fields::HOSTS),
    (Field::Date, "date", fields::DATE),
    (Field::Timezone, "timezone", fields::TIMEZONE),
    (Field::Place, "place", fields::PLACE),
    (Field::Rule, "rule", fields::RULE),
    (Field::Organiser, "organiser", fields::ORGANISER),
    (
        Field::OrganiserAddress,
        "organiser_address",
        fields::ORGANISER_ADDRESS,
    ),
    (
        Field::OrganiserContact,
        "organiser_contact",
        fields::ORGANISER_CONTACT,
    ),
    (Field::ProjectTitle, "project_title", fields::PROJECT_TITLE),
    (
        Field::FundingReference,
        "funding_reference",
        fields::FUNDING_REFERENCE,
    ),
    (Field::Funder, "funder", fields::FUNDER),
    (Field::Signatory, "signatory", fields::SIGNATORY),
    (Field::Logos, "logos", fields::LOGOS),
    (Field::PersonId, "person_id", fields::PERSON_ID),
    (Field::RecordedName, "recorded_name", fields::RECORDED_NAME),
    (
        Field::RecordedEmail,
        "recorded_email",
        fields::RECORDED_EMAIL,
    ),
    (Field::JoinedAt, "joined_at", fields::JOINED_AT),
    (Field::LeftAt, "left_at", fields::LEFT_AT),
    (Field::Source, "source", fields::SOURCE),
    (Field::Duration, "duration", fields::DURATION),
    (Field::Seconds, "seconds", fields::SECONDS),
    (Field::Meets, "meets", fields::MEETS),
    (Field::Nobody, "nobody", fields::NOBODY),
    (Field::Verdict, "verdict", fields::VERDICT),
    (Field::Reason, "reason", fields::REASON),
    (Field::DataUse, "data_use", fields::DATA_USE),
    (Field::AsOf, "as_of", fields::AS_OF),
    (
        Field::Word(CellWord::Confirmed),
        "confirmed",
        fields::CONFIRMED,
    ),
    (
        Field::Word(CellWord::Waitlisted),
        "waitlisted",
        fields::WAITLISTED,
    ),
    (
        Field::Word(CellWord::Cancelled),
        "cancelled",
        fields::CANCELLED,
    ),
    (Field::Word(CellWord::Nothing), "none", fields::NONE),
    (Field::Word(CellWord::Excused), "excused", fields::EXCUSED),
];

/// The prefix before the short name of a session that has its own column.
const SESSION_PREFIX: &str = "session:";

impl Field {
    /// Parses a field's name; `None` if there is no such field.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(slug) = name.strip_prefix(SESSION_PREFIX) {
            return (!slug.is_empty()).then(|| Self::SessionOption(slug.to_owned()));
        }
        NAMES
            .iter()
            .find(|(_, known, _)| *known == name)
            .map(|(field, ..)| field.clone())
    }

    /// Parses a field as typed by somebody: its name, or a word for it in any language.
    pub fn typed(text: &str) -> Option<Self> {
        let is_it = |words: Wording| words.is_word(text);
        let worded = || NAMES.iter().find(|(.., words)| is_it(*words));
        Self::parse(text).or_else(|| worded().map(|(field, ..)| field.clone()))
    }

    /// Returns every name that an organiser may use, for a message.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let offered = NAMES
            .iter()
            .filter(|(field, ..)| !field.is_of_own_exports());
        offered.map(|(_, name, _)| *name)
    }

    /// Whether only the exports of this program have such a column.
    pub fn is_of_own_exports(&self) -> bool {
        matches!(
            self,
            Self::Id
                | Self::Keep
                | Self::PersonId
                | Self::RecordedName
                | Self::RecordedEmail
                | Self::Seconds
                | Self::Meets
                | Self::Nobody
                | Self::Verdict
                | Self::Reason
                | Self::Source
                | Self::DataUse
                | Self::AsOf
        )
    }

    /// Returns whether a table may have several columns with this field.
    pub fn may_repeat(&self) -> bool {
        matches!(
            self,
            Self::Session
                | Self::SessionOption(_)
                | Self::Product
                | Self::Answer
                | Self::Consent(_)
                | Self::Ignore
        )
    }
}

impl std::fmt::Display for Field {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Self::SessionOption(slug) = self {
            return write!(formatter, "{SESSION_PREFIX}{slug}");
        }
        let name = NAMES
            .iter()
            .find(|(field, ..)| field == self)
            .map_or("answer", |(_, name, _)| name);
        formatter.write_str(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Language;

    #[test]
    fn names_are_read_and_written_alike() {
        let all = NAMES.iter().map(|(_, name, _)| *name);
        for name in all.chain(["session:breakout-a"]) {
            assert_eq!(Field::parse(name).unwrap().to_string(), name);
        }
        assert_eq!(Field::parse("session:"), None);
        assert_eq!(Field::parse("surname"), None);
    }

    #[test]
    fn words_of_every_language_are_understood() {
        for (word, field) in [
            ("Organisation", Field::Organisation),
            ("vorname", Field::GivenName),
            ("E-Mail-Adresse", Field::Email),
            ("abgesagt", Field::Word(CellWord::Cancelled)),
            ("Warteliste", Field::Word(CellWord::Waitlisted)),
            ("last name", Field::FamilyName),
            ("session:a", Field::SessionOption("a".to_owned())),
        ] {
            assert_eq!(Field::typed(word), Some(field), "{word}");
        }
        assert_eq!(Field::typed("Schuhgröße"), None);
    }

    #[test]
    fn no_word_means_two_fields() {
        let mut seen = std::collections::HashMap::new();
        for (field, name, words) in NAMES {
            let words = Language::ALL.map(|language| words.in_language(language));
            let words = words.iter().flat_map(|it| it.split(','));
            for word in words.chain([*name]).map(|it| it.trim().to_lowercase()) {
                let before = seen.insert(word.clone(), field);
                assert!(before.is_none_or(|it| it == field), "{word}: {before:?}");
            }
        }
    }
}
