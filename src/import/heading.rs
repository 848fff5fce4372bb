//! Headings in words: English and German, short and as whole questions.
//!
//! A heading is folded to its letters and digits, without the words that only make a sentence of it
//! ("Wie lautet Ihr Nachname?" is `nachname`). What the table does not know is decided by content
//! (`survey.rs`), and what content does not tell either stays a form answer. Words that need the cells
//! to agree are in `doubtful.rs`.
//!
//! Sources: the alias table of the format notes, the exporters' own catalogues, and our own headings.

use super::{Field, doubtful};

/// Words that carry no meaning in a heading.
const FILLERS: &[&str] = &[
    "ihr",
    "ihre",
    "ihrer",
    "ihres",
    "ihren",
    "dein",
    "deine",
    "deiner",
    "your",
    "you",
    "bitte",
    "please",
    "der",
    "die",
    "das",
    "des",
    "den",
    "wie",
    "was",
    "lautet",
    "ist",
    "heißt",
    "heißen",
    "sie",
    "du",
    "what",
    "is",
    "the",
    "a",
    "of",
    "und",
    "and",
    "oder",
    "or",
    "full",
    "vollständige",
    "vollständiger",
    "angabe",
    "angeben",
    "optional",
    "pflichtfeld",
    "required",
    "dienstliche",
    "geschäftliche",
    "business",
    "work",
    "dienstlich",
    "geschäftlich",
    "aktuelle",
    "current",
    "eingeben",
    "enter",
];

/// Words that only make a question of a heading: "Für welche Organisation kommen Sie?"
const ASKING: &[&str] = &[
    "welche",
    "welcher",
    "welchem",
    "welchen",
    "welches",
    "für",
    "aus",
    "von",
    "bei",
    "kommen",
    "kommst",
    "vertreten",
    "vertrittst",
    "arbeiten",
    "arbeitest",
    "sind",
    "bist",
    "tätig",
    "sprechen",
    "sprichst",
    "speak",
    "which",
    "for",
    "from",
    "do",
    "are",
    "come",
    "represent",
    "work",
];

/// Folded headings, after the words above are gone.
const ALIASES: &[(&str, Field)] = &[
    ("name", Field::Name),
    ("vornachname", Field::Name),
    ("wieheißensie", Field::Name),
    ("wieheißtdu", Field::Name),
    ("vornamenachname", Field::Name),
    ("nachnamevorname", Field::Name),
    ("namevorname", Field::Name),
    ("familiennamevorname", Field::Name),
    ("zunamevorname", Field::Name),
    ("lastnamefirstname", Field::Name),
    ("surnamefirstname", Field::Name),
    ("familynamegivenname", Field::Name),
    ("firstlastname", Field::Name),
    ("teilnehmer", Field::Name),
    ("teilnehmerin", Field::Name),
    ("teilnehmerinnen", Field::Name),
    ("teilnehmende", Field::Name),
    ("teilnehmername", Field::Name),
    ("nameteilnehmerin", Field::Name),
    ("participant", Field::Name),
    ("participantname", Field::Name),
    ("attendee", Field::Name),
    ("attendeename", Field::Name),
    ("ticketfullname", Field::Name),
    ("ticketname", Field::Name),
    ("ansprechpartner", Field::Name),
    ("ansprechpartnerin", Field::Name),
    ("person", Field::Name),
    ("nombrecompleto", Field::Name),
    ("imięinazwisko", Field::Name),
    ("title", Field::Title),
    ("titel", Field::Title),
    ("akademischertitel", Field::Title),
    ("akadtitel", Field::Title),
    ("academictitle", Field::Title),
    ("givenname", Field::GivenName),
    ("givennames", Field::GivenName),
    ("firstname", Field::GivenName),
    ("forename", Field::GivenName),
    ("vorname", Field::GivenName),
    ("vornamen", Field::GivenName),
    ("ticketfirstname", Field::GivenName),
    ("attendeenamegivenname", Field::GivenName),
    ("nameteilnehmerinvorname", Field::GivenName),
    ("teilnehmerinnennamevorname", Field::GivenName),
    ("familyname", Field::FamilyName),
    ("lastname", Field::FamilyName),
    ("surname", Field::FamilyName),
    ("nachname", Field::FamilyName),
    ("familienname", Field::FamilyName),
    ("zuname", Field::FamilyName),
    ("ticketlastname", Field::FamilyName),
    ("attendeenamefamilyname", Field::FamilyName),
    ("nameteilnehmerinnachname", Field::FamilyName),
    ("teilnehmerinnennamenachname", Field::FamilyName),
    ("email", Field::Email),
    ("emails", Field::Email),
    ("emailaddress", Field::Email),
    ("emailadresse", Field::Email),
    ("mail", Field::Email),
    ("mailadresse", Field::Email),
    ("useremail", Field::Email),
    ("attendeeemail", Field::Email),
    ("participantemail", Field::Email),
    ("registrationemail", Field::Email),
    ("ticketemail", Field::Email),
    ("emailteilnehmerin", Field::Email),
    ("emailkontakt", Field::Email),
    ("adresemail", Field::Email),
    ("otheremails", Field::OtherEmails),
    ("weitereemails", Field::OtherEmails),
    ("weitereemailadressen", Field::OtherEmails),
    ("phone", Field::Phone),
    ("phonenumber", Field::Phone),
    ("telephone", Field::Phone),
    ("mobile", Field::Phone),
    ("cellphone", Field::Phone),
    ("telefon", Field::Phone),
    ("telefonnummer", Field::Phone),
    ("tel", Field::Phone),
    ("handy", Field::Phone),
    ("mobil", Field::Phone),
    ("role", Field::Role),
    ("rolle", Field::Role),
    ("funktion", Field::Role),
    ("position", Field::Role),
    ("jobtitle", Field::Role),
    ("organisation", Field::Organisation),
    ("organization", Field::Organisation),
    ("organisationname", Field::Organisation),
    ("nameorganisation", Field::Organisation),
    ("company", Field::Organisation),
    ("companyname", Field::Organisation),
    ("ticketcompanyname", Field::Organisation),
    ("affiliation", Field::Organisation),
    ("institution", Field::Organisation),
    ("einrichtung", Field::Organisation),
    ("firma", Field::Organisation),
    ("unternehmen", Field::Organisation),
    ("cluster", Field::Organisation),
    ("clustername", Field::Organisation),
    ("nameclusters", Field::Organisation),
    ("clusterorganisation", Field::Organisation),
    ("organisationcluster", Field::Organisation),
    ("clusternetzwerk", Field::Organisation),
    ("netzwerk", Field::Organisation),
    ("network", Field::Organisation),
    ("country", Field::Country),
    ("land", Field::Country),
    ("region", Field::Region),
    ("bundesland", Field::Region),
    ("state", Field::Region),
    ("language", Field::Language),
    ("sprache", Field::Language),
    ("session", Field::Session),
    ("sessions", Field::Session),
    ("breakout", Field::Session),
    ("breakouts", Field::Session),
    ("breakoutsession", Field::Session),
    ("breakoutsessions", Field::Session),
    ("workshop", Field::Session),
    ("workshops", Field::Session),
    ("welchebreakoutsession", Field::Session),
    ("whichbreakoutsession", Field::Session),
    ("welchersession", Field::Session),
    ("welchenetworkingbars", Field::Session),
    ("welchenetworkingbar", Field::Session),
    ("whichnetworkingbars", Field::Session),
    ("whichnetworkingbar", Field::Session),
    ("status", Field::Status),
    ("registrationstate", Field::Status),
    ("attendeestatus", Field::Status),
    ("approvalstatus", Field::Status),
    ("anmeldestatus", Field::Status),
    ("teilnahmestatus", Field::Status),
    ("requestedat", Field::RequestedAt),
    ("timestamp", Field::RequestedAt),
    ("zeitstempel", Field::RequestedAt),
    ("registrationtime", Field::RequestedAt),
    ("registrationdate", Field::RequestedAt),
    ("registeredat", Field::RequestedAt),
    ("signedupat", Field::RequestedAt),
    ("anmeldedatum", Field::RequestedAt),
    ("anmeldezeit", Field::RequestedAt),
    ("angemeldetam", Field::RequestedAt),
    ("anmeldungam", Field::RequestedAt),
    ("eingangsdatum", Field::RequestedAt),
    ("datumabgeschickt", Field::RequestedAt),
    ("completiontime", Field::RequestedAt),
    ("fertigstellungszeit", Field::RequestedAt),
    ("submitdate", Field::RequestedAt),
    ("submitdateutc", Field::RequestedAt),
    ("orderdate", Field::RequestedAt),
    ("bestelldatum", Field::RequestedAt),
    ("ordertime", Field::RequestedTime),
    ("bestelluhrzeit", Field::RequestedTime),
    ("voidstatus", Field::Void),
    ("id", Field::Id),
    ("nr", Field::Id),
    ("lfdnr", Field::Id),
    ("laufendenummer", Field::Id),
    ("shortname", Field::ShortName),
    ("kurzname", Field::ShortName),
    ("kurzbezeichnung", Field::ShortName),
    ("abkürzung", Field::ShortName),
    ("kind", Field::Kind),
    ("art", Field::Kind),
    ("typ", Field::Kind),
    ("type", Field::Kind),
    ("website", Field::Website),
    ("webseite", Field::Website),
    ("homepage", Field::Website),
    ("url", Field::Website),
    ("aliases", Field::Aliases),
    ("alias", Field::Aliases),
    ("othernames", Field::Aliases),
    ("weiterenamen", Field::Aliases),
    ("anderenamen", Field::Aliases),
    ("event", Field::Event),
    ("veranstaltung", Field::Event),
    ("slug", Field::Slug),
    ("kürzel", Field::Slug),
    ("start", Field::Start),
    ("begin", Field::Start),
    ("beginn", Field::Start),
    ("anfang", Field::Start),
    ("von", Field::Start),
    ("starttime", Field::Start),
    ("end", Field::End),
    ("ende", Field::End),
    ("bis", Field::End),
    ("endtime", Field::End),
    ("capacity", Field::Capacity),
    ("places", Field::Capacity),
    ("seats", Field::Capacity),
    ("kapazität", Field::Capacity),
    ("plätze", Field::Capacity),
    ("maxteilnehmer", Field::Capacity),
    ("dropin", Field::DropIn),
    ("kommengehen", Field::DropIn),
    ("offen", Field::DropIn),
    ("room", Field::Room),
    ("raum", Field::Room),
    ("speakers", Field::Speakers),
    ("speaker", Field::Speakers),
    ("referenten", Field::Speakers),
    ("referent", Field::Speakers),
    ("referentin", Field::Speakers),
    ("referentinnen", Field::Speakers),
    ("mitwirkende", Field::Speakers),
    ("vortragende", Field::Speakers),
    ("timezone", Field::Timezone),
    ("zeitzone", Field::Timezone),
    ("place", Field::Place),
    ("ort", Field::Place),
    ("venue", Field::Place),
    ("rule", Field::Rule),
    ("regel", Field::Rule),
    ("personid", Field::PersonId),
    ("personnr", Field::PersonId),
    ("personennummer", Field::PersonId),
    ("recordedname", Field::RecordedName),
    ("erfassteemail", Field::RecordedEmail),
    ("erfassteremail", Field::RecordedEmail),
    ("erfasstername", Field::RecordedName),
    ("recordedemail", Field::RecordedEmail),
    ("joinedat", Field::JoinedAt),
    ("gekommen", Field::JoinedAt),
    ("joined", Field::JoinedAt),
    ("jointime", Field::JoinedAt),
    ("timejoined", Field::JoinedAt),
    ("arrived", Field::JoinedAt),
    ("kam", Field::JoinedAt),
    ("beigetreten", Field::JoinedAt),
    ("beitritt", Field::JoinedAt),
    ("beitrittszeit", Field::JoinedAt),
    ("anwesendvon", Field::JoinedAt),
    ("anwesendab", Field::JoinedAt),
    ("eingeloggt", Field::JoinedAt),
    ("timein", Field::JoinedAt),
    ("leftat", Field::LeftAt),
    ("gegangen", Field::LeftAt),
    ("left", Field::LeftAt),
    ("leavetime", Field::LeftAt),
    ("timeleft", Field::LeftAt),
    ("timeexited", Field::LeftAt),
    ("ging", Field::LeftAt),
    ("verlassen", Field::LeftAt),
    ("austritt", Field::LeftAt),
    ("austrittszeit", Field::LeftAt),
    ("anwesendbis", Field::LeftAt),
    ("ausgeloggt", Field::LeftAt),
    ("timeout", Field::LeftAt),
    ("duration", Field::Duration),
    ("durationminutes", Field::Duration),
    ("minutes", Field::Duration),
    ("timeinsession", Field::Duration),
    ("dauer", Field::Duration),
    ("dauerminuten", Field::Duration),
    ("minuten", Field::Duration),
    ("anwesenheitsdauer", Field::Duration),
    ("teilnahmedauer", Field::Duration),
    ("moderators", Field::Moderators),
    ("moderator", Field::Moderators),
    ("moderatorin", Field::Moderators),
    ("moderatorinnen", Field::Moderators),
    ("moderatoren", Field::Moderators),
    ("moderation", Field::Moderators),
    ("chair", Field::Moderators),
    ("host", Field::Hosts),
    ("hosts", Field::Hosts),
    ("gastgeber", Field::Hosts),
    ("gastgeberin", Field::Hosts),
    ("date", Field::Date),
    ("datum", Field::Date),
    ("source", Field::Source),
    ("quelle", Field::Source),
];

/// Headings of one column that say which name comes first.
const FAMILY_FIRST: &[&str] = &[
    "namevorname",
    "nachnamevorname",
    "familiennamevorname",
    "zunamevorname",
    "lastnamefirstname",
    "surnamefirstname",
    "familynamegivenname",
];

/// Whose name or address it is, where a heading says so behind it: "E-Mail der teilnehmenden Person".
const OF_WHOM: &[&str] = &[
    "teilnehmersteilnehmerin",
    "teilnehmersin",
    "teilnehmers",
    "teilnehmerin",
    "teilnehmerinnen",
    "teilnehmenden",
    "teilnehmendenperson",
    "participant",
    "attendee",
];

/// Returns a heading's letters and digits in lower case, without filler words and markup.
pub(super) fn fold(heading: &str) -> String {
    fold_without(heading, &[FILLERS])
}

fn fold_without(heading: &str, empty: &[&[&str]]) -> String {
    let without_markup = strip_markup(heading);
    let words: Vec<String> = without_markup
        .to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let meaning: String = words
        .iter()
        .filter(|word| !empty.iter().any(|list| list.contains(&word.as_str())))
        .map(String::as_str)
        .collect();
    if meaning.is_empty() {
        words.concat()
    } else {
        meaning
    }
}

/// Form tools print the markup of a question into its heading: `<strong>Vorname</strong>`.
fn strip_markup(heading: &str) -> String {
    let mut text = String::with_capacity(heading.len());
    let mut rest = heading;
    while let Some(open) = rest.find('<') {
        let (before, tag) = rest.split_at(open);
        text.push_str(before);
        match tag.find('>') {
            Some(close) if close < 40 => rest = &tag[close + 1..],
            _ => {
                text.push('<');
                rest = &tag[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

/// Returns what a heading means by its words alone.
pub(super) fn field_of(heading: &str) -> Option<Field> {
    known(&fold(heading))
        .or_else(|| {
            let is_question = heading.trim_end().ends_with('?');
            is_question
                .then(|| known(&fold_without(heading, &[FILLERS, ASKING])))
                .flatten()
        })
        .or_else(|| of_both(heading))
}

/// Looks a folded heading up, with or without whose it is.
fn known(folded: &str) -> Option<Field> {
    let plain = |folded: &str| {
        ALIASES
            .iter()
            .find(|(alias, _)| *alias == folded)
            .map(|(_, field)| field.clone())
    };
    plain(folded)
        .or_else(|| {
            OF_WHOM
                .iter()
                .find_map(|whom| plain(folded.strip_suffix(whom)?))
                .filter(|field| {
                    matches!(
                        field,
                        Field::Name
                            | Field::GivenName
                            | Field::FamilyName
                            | Field::Email
                            | Field::Phone
                            | Field::Organisation
                    )
                })
        })
        .or_else(|| doubtful::field_of(folded))
}

/// `Firma / Institution`: two words for one thing.
fn of_both(heading: &str) -> Option<Field> {
    let heading = strip_markup(heading);
    let mut parts = heading.split('/').map(|part| known(&fold(part)));
    let field = parts.next()??;
    let others: Vec<Option<Field>> = parts.collect();
    let agree = others.iter().all(|other| other.as_ref() == Some(&field));
    (!others.is_empty() && agree).then_some(field)
}

/// Whether the heading of one column for the whole name says that the family name comes first.
pub(super) fn is_family_first(heading: &str) -> bool {
    FAMILY_FIRST.contains(&fold(heading).as_str())
}

/// Returns headings as they are to be used: cleaned, and told apart where they repeat.
///
/// `Firma`, `Firma` become `Firma`, `Firma (2)`; a heading that is empty becomes `Column 7`.
pub(super) fn distinct(cells: &[String]) -> Vec<String> {
    let mut seen: Vec<String> = Vec::with_capacity(cells.len());
    for (index, cell) in cells.iter().enumerate() {
        let clean = strip_markup(cell)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let clean = if clean.is_empty() {
            unnamed(index)
        } else {
            clean
        };
        let mut name = clean.clone();
        let mut number = 1;
        while seen.contains(&name) {
            number += 1;
            name = format!("{clean} ({number})");
        }
        seen.push(name);
    }
    seen
}

/// Returns what a column without a heading is called.
pub(super) fn unnamed(index: usize) -> String {
    format!("Column {}", index + 1)
}

/// Returns a number for a heading row, by which `--map` answers are remembered.
pub(super) fn headings_key(headings: &[String]) -> i64 {
    let mut hash = super::fingerprint::Fingerprint::new();
    for heading in headings {
        hash.text(heading);
    }
    hash.value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_marks_do_not_hide_the_meaning() {
        for (heading, field) in [
            ("E-Mail-Adresse", Field::Email),
            ("Ihre E-Mail-Adresse (dienstlich)", Field::Email),
            ("Wie lautet Ihr Nachname?", Field::FamilyName),
            ("<strong>Vorname</strong>", Field::GivenName),
            ("Vor- und Nachname", Field::Name),
            ("Cluster / Organisation", Field::Organisation),
            ("\u{feff}Name", Field::Name),
            ("Name Teilnehmer*in: Vorname", Field::GivenName),
            ("Welche Breakout-Session?", Field::Session),
            ("Wie heißen Sie?", Field::Name),
            ("Für welche Organisation kommen Sie?", Field::Organisation),
            ("Für welches Cluster sprechen Sie?", Field::Organisation),
            ("Organisation/Firma", Field::Organisation),
            ("Firma / Institution", Field::Organisation),
            ("Unternehmen/Organisation", Field::Organisation),
            ("Behörde", Field::Organisation),
            ("Org.", Field::Organisation),
            ("Datum der Anmeldung", Field::RequestedAt),
            ("Eingegangen am", Field::RequestedAt),
            ("Anmeldezeitpunkt", Field::RequestedAt),
            ("Name des Teilnehmers", Field::Name),
            ("Name der Teilnehmerin", Field::Name),
            ("Name des Teilnehmers/der Teilnehmerin", Field::Name),
            ("Name der teilnehmenden Person", Field::Name),
            ("E-Mail-Adresse der teilnehmenden Person", Field::Email),
            ("Vorname des Teilnehmers", Field::GivenName),
            ("Familienname Vorname", Field::Name),
            ("Ticketstatus", Field::Status),
            ("Zusage/Absage", Field::Status),
            ("Storniert am", Field::Void),
        ] {
            assert_eq!(field_of(heading), Some(field), "{heading}");
        }
    }

    #[test]
    fn two_words_for_different_things_are_none_of_them() {
        for heading in ["Ort/Firma", "Telefon / E-Mail", "Firma/Wunsch"] {
            assert_eq!(field_of(heading), None, "{heading}");
        }
    }

    #[test]
    fn repeated_headings_stay_apart() {
        let cells = ["Firma", "", "Firma", "Firma "].map(str::to_owned);
        assert_eq!(
            distinct(&cells),
            ["Firma", "Column 2", "Firma (2)", "Firma (3)"]
        );
    }
}
