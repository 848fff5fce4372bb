//! What a column of a file can mean.

use serde::{Deserialize, Serialize};

/// The meaning of a column.
///
/// The names are a contract: `--map 'Heading=NAME'` takes them and `inspect` prints them. Some mean
/// different things in different kinds of file, as their words do: `title` is an academic title in a
/// list of people and the title of a session in a programme.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    /// A whole name: `Anna Müller`, `Müller, Anna`; in a list of organisations, theirs.
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
    /// Language to write in.
    Language,
    /// Chosen sessions.
    Session,
    /// A column of its own for one session, by short name.
    SessionOption(String),
    /// What a ticket is for: a session where it is called like one, else the event as a whole.
    Product,
    /// Status of the sign-up.
    Status,
    /// When the sign-up was made.
    RequestedAt,
    /// A form answer, kept under its heading.
    Answer,
    /// Not taken.
    Ignore,
    /// The time of day that belongs to a date in `requested_at`.
    RequestedTime,
    /// Anything here means that the ticket is void.
    Void,
    /// A yes here means that the form was never sent.
    Unsent,
    /// Whether somebody was there.
    Present,
    /// Whether somebody was missing.
    Absent,
    /// Name of the account or buyer, where the row names nobody else.
    AccountName,
    /// Address of the account or buyer, where the row has no other.
    AccountEmail,
    /// Organisation of the account or buyer, where the row has no other.
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
    /// Room.
    Room,
    /// Speakers, moderators and hosts.
    Speakers,
    /// Moderators alone.
    Moderators,
    /// Hosts alone.
    Hosts,
    /// The day of times of day beside it.
    Date,
    /// Time zone of an event.
    Timezone,
    /// Place of an event.
    Place,
    /// Attendance rule.
    Rule,
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
    /// How many whole seconds, in an own export of a stay without times.
    Seconds,
    /// Whether the time behind rounded seconds met the rule.
    Meets,
    /// Whether somebody said that a stay was nobody's.
    Nobody,
    /// A verdict by hand.
    Verdict,
    /// Why a verdict was given by hand.
    Reason,
    /// Which operations an own export knows.
    AsOf,
    /// No column, but what a word in a cell means; there and absent are [`Self::Present`] and [`Self::Absent`].
    Word(CellWord),
}

/// What `--map` can say that a word in a cell means.
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

/// Every field but the option of a session, with its name.
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
    (Field::Room, "room"),
    (Field::Speakers, "speakers"),
    (Field::Moderators, "moderators"),
    (Field::Hosts, "hosts"),
    (Field::Date, "date"),
    (Field::Timezone, "timezone"),
    (Field::Place, "place"),
    (Field::Rule, "rule"),
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
    (Field::AsOf, "as_of"),
    (Field::Word(CellWord::Confirmed), "confirmed"),
    (Field::Word(CellWord::Waitlisted), "waitlisted"),
    (Field::Word(CellWord::Cancelled), "cancelled"),
    (Field::Word(CellWord::Nothing), "none"),
    (Field::Word(CellWord::Excused), "excused"),
];

/// What stands before the short name of a session that has a column of its own.
const SESSION_PREFIX: &str = "session:";

impl Field {
    /// Reads a field's name; `None` when there is no such field.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(slug) = name.strip_prefix(SESSION_PREFIX) {
            return (!slug.is_empty()).then(|| Self::SessionOption(slug.to_owned()));
        }
        NAMES
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(field, _)| field.clone())
    }

    /// Returns every name that an organiser may give, for a message.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let offered = NAMES.iter().filter(|(field, _)| !field.is_of_own_exports());
        offered.map(|(_, name)| *name)
    }

    /// Whether only the exports of this program have such a column.
    pub fn is_of_own_exports(&self) -> bool {
        matches!(
            self,
            Self::Id
                | Self::PersonId
                | Self::RecordedName
                | Self::RecordedEmail
                | Self::Seconds
                | Self::Meets
                | Self::Nobody
                | Self::Verdict
                | Self::Reason
                | Self::Source
                | Self::AsOf
        )
    }

    /// Returns whether a table may have several columns of this field.
    pub fn may_repeat(&self) -> bool {
        matches!(
            self,
            Self::Session | Self::SessionOption(_) | Self::Product | Self::Answer | Self::Ignore
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
            .find(|(field, _)| field == self)
            .map_or("answer", |(_, name)| name);
        formatter.write_str(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_written_alike() {
        let all = NAMES.iter().map(|(_, name)| *name);
        for name in all.chain(["session:breakout-a"]) {
            assert_eq!(Field::parse(name).unwrap().to_string(), name);
        }
        assert_eq!(Field::parse("session:"), None);
        assert_eq!(Field::parse("surname"), None);
    }
}
