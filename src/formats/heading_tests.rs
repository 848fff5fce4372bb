use super::*;

fn of(heading: &str) -> Option<(Field, Owner)> {
    meaning(heading).map(|meaning| (meaning.field, meaning.owner))
}

#[test]
fn sentences_markup_and_brackets_do_not_hide_the_meaning() {
    for (heading, field) in [
        ("E-Mail-Adresse", Field::Email),
        ("Ihre E-Mail-Adresse (dienstlich)", Field::Email),
        ("Wie lautet Ihr Nachname?", Field::FamilyName),
        ("<strong>Vorname</strong>", Field::GivenName),
        ("Vor- und Nachname", Field::Name),
        ("Name, Vorname", Field::Name),
        ("Cluster / Organisation", Field::Organisation),
        ("\u{feff}Name", Field::Name),
        ("Welche Breakout-Session?", Field::Session),
        ("Wie heißen Sie?", Field::Name),
        ("Für welche Organisation kommen Sie?", Field::Organisation),
        ("Für welches Cluster sprechen Sie?", Field::Organisation),
        ("Firma / Institution", Field::Organisation),
        ("Org.", Field::Organisation),
        ("Datum der Anmeldung", Field::RequestedAt),
        ("created_at", Field::RequestedAt),
        ("Date de soumission", Field::RequestedAt),
        ("Ticketstatus", Field::Status),
        ("Storniert am", Field::Void),
        ("Prénom", Field::GivenName),
        ("Příjmení", Field::FamilyName),
    ] {
        assert_eq!(of(heading).map(|it| it.0), Some(field), "{heading}");
    }
}

#[test]
fn a_heading_may_say_whose_it_is_in_every_order() {
    use Owner::{Buyer, Contact, Participant, Ticket, Unsaid};
    for (heading, field, owner) in [
        ("Name", Field::Name, Unsaid),
        (
            "Name des Teilnehmers/der Teilnehmerin",
            Field::Name,
            Participant,
        ),
        ("Name der teilnehmenden Person", Field::Name, Participant),
        ("Vorname (Teilnehmer)", Field::GivenName, Participant),
        ("First name of attendee", Field::GivenName, Participant),
        ("Attendee First Name", Field::GivenName, Participant),
        ("Attendee: First Name", Field::GivenName, Participant),
        ("Name Teilnehmer*in: Vorname", Field::GivenName, Participant),
        ("Teilnehmername", Field::Name, Participant),
        ("Teilnehmer", Field::Name, Participant),
        ("Name (First)", Field::GivenName, Unsaid),
        ("Name (Nachname)", Field::FamilyName, Unsaid),
        ("Ansprechpartner", Field::Name, Contact),
        ("Buyer Email", Field::Email, Buyer),
        ("Purchaser Name", Field::Name, Buyer),
        ("E-Mail des Käufers", Field::Email, Buyer),
        ("Ticket First Name", Field::GivenName, Ticket),
        ("Ticket Holder Name", Field::Name, Participant),
    ] {
        assert_eq!(of(heading), Some((field, owner)), "{heading}");
    }
}

#[test]
fn two_words_for_different_things_are_neither() {
    for heading in [
        "Ort/Firma",
        "Telefon / E-Mail",
        "Firma/Wunsch",
        "Vegetarisch",
        "Foo",
    ] {
        assert_eq!(of(heading), None, "{heading}");
    }
}
