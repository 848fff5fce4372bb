//! The meanings of columns.

use serde::{Deserialize, Serialize};

use crate::catalogue::Wording;
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

/// Every field except the option of a session, with its name. `locales/*/fields.ftl` has the words that are accepted as
/// well.
const NAMES: &[(Field, &str)] = &[
    (Field::Name, "name"),
    (Field::Title, "title"),
    (Field::GivenName, "given_name"),
    (Field::FamilyName, "family_name"),
    (Field::Email, "email"),
    (Field::Phone, "phone"),
    (Field::Role, "role"),
    (Field::Organisation, "organisation"),
    (Field::Country, "country"),
    (Field::Region, "region"),
    (Field::Language, "language"),
    (Field::Session, "session"),
    (Field::Product, "product"),
    (Field::Status, "status"),
    (Field::RequestedAt, "requested_at"),
    (Field::Answer, "answer"),
    (Field::Consent(Purpose::Photographs), "consent:photographs"),
    (
        Field::Consent(Purpose::Participants),
        "consent:participants",
    ),
    (Field::Consent(Purpose::Newsletter), "consent:newsletter"),
    (Field::Consent(Purpose::Recording), "consent:recording"),
    (Field::Ignore, "ignore"),
    (Field::RequestedTime, "requested_time"),
    (Field::Void, "void"),
    (Field::Unsent, "unsent"),
    (Field::Present, "present"),
    (Field::Absent, "absent"),
    (Field::AccountName, "account_name"),
    (Field::AccountEmail, "account_email"),
    (Field::AccountOrganisation, "account_organisation"),
    (Field::Id, "id"),
    (Field::ShortName, "short_name"),
    (Field::Kind, "kind"),
    (Field::Website, "website"),
    (Field::Aliases, "aliases"),
    (Field::OtherEmails, "other_emails"),
    (Field::Event, "event"),
    (Field::Slug, "slug"),
    (Field::Start, "start"),
    (Field::End, "end"),
    (Field::Capacity, "capacity"),
    (Field::DropIn, "drop_in"),
    (Field::IsCancelled, "is_cancelled"),
    (Field::Keep, "keep"),
    (Field::Room, "room"),
    (Field::Speakers, "speakers"),
    (Field::Moderators, "moderators"),
    (Field::Hosts, "hosts"),
    (Field::Date, "date"),
    (Field::Timezone, "timezone"),
    (Field::Place, "place"),
    (Field::Rule, "rule"),
    (Field::Organiser, "organiser"),
    (Field::OrganiserAddress, "organiser_address"),
    (Field::OrganiserContact, "organiser_contact"),
    (Field::ProjectTitle, "project_title"),
    (Field::FundingReference, "funding_reference"),
    (Field::Funder, "funder"),
    (Field::Signatory, "signatory"),
    (Field::Logos, "logos"),
    (Field::PersonId, "person_id"),
    (Field::RecordedName, "recorded_name"),
    (Field::RecordedEmail, "recorded_email"),
    (Field::JoinedAt, "joined_at"),
    (Field::LeftAt, "left_at"),
    (Field::Source, "source"),
    (Field::Duration, "duration"),
    (Field::Seconds, "seconds"),
    (Field::Meets, "meets"),
    (Field::Nobody, "nobody"),
    (Field::Verdict, "verdict"),
    (Field::Reason, "reason"),
    (Field::DataUse, "data_use"),
    (Field::AsOf, "as_of"),
    (Field::Word(CellWord::Confirmed), "confirmed"),
    (Field::Word(CellWord::Waitlisted), "waitlisted"),
    (Field::Word(CellWord::Cancelled), "cancelled"),
    (Field::Word(CellWord::Nothing), "none"),
    (Field::Word(CellWord::Excused), "excused"),
];

/// The prefix before the short name of a session that has its own column.
const SESSION_PREFIX: &str = "session:";

impl Field {
    /// Parses a field's name; `None` if there is no such field.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(slug) = name.strip_prefix(SESSION_PREFIX) {
            return (!slug.is_empty()).then(|| Self::SessionOption(slug.to_owned()));
        }
        let named = NAMES.iter().find(|(_, known)| *known == name);
        named.map(|(field, _)| field.clone())
    }

    /// Parses a field as typed by somebody: its name, or a word for it in any language.
    pub fn typed(text: &str) -> Option<Self> {
        let is_it = |name| words_for(name).is_some_and(|words| words.is_word(text));
        let worded = || NAMES.iter().find(|(_, name)| is_it(name));
        Self::parse(text).or_else(|| worded().map(|(field, _)| field.clone()))
    }

    /// Returns every name that an organiser may use, for a message.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let offered = NAMES.iter().filter(|(field, _)| !field.is_of_own_exports());
        offered.map(|(_, name)| *name)
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
        let named = NAMES.iter().find(|(field, _)| field == self);
        formatter.write_str(named.map_or("answer", |(_, name)| name))
    }
}

/// Returns the words for a field, by its name.
fn words_for(name: &str) -> Option<Wording> {
    Wording::named(&format!("fields.{}", name.replace(['_', ':'], "-")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Language;

    #[test]
    fn names_are_read_and_written_alike() {
        let all = NAMES.iter().map(|(_, name)| *name);
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
        for (field, name) in NAMES {
            let words = words_for(name).unwrap();
            let words = Language::ALL.map(|language| words.in_language(language));
            let words = words.iter().flat_map(|it| it.split(','));
            for word in words.chain([*name]).map(|it| it.trim().to_lowercase()) {
                let before = seen.insert(word.clone(), field);
                assert!(before.is_none_or(|it| it == field), "{word}: {before:?}");
            }
        }
    }
}
