//! pretix: order positions (one row a ticket, the attendee list), orders, and the check-in list;
//! German and English.
//!
//! Source: pretix 2024.8 and its German catalogue. The buyer's address stands in `E-Mail`, the
//! attendee's in `E-Mail Teilnehmer*in`, and `Firma` twice: the attendee's first, the invoice's second.
//! Date and time of the order are two columns. Cells that start like a formula have an apostrophe
//! before them.

use super::{Draft, Field, Head, Kind, Quirks, Words};

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let words = Words::of(head.records.first()?);
    if !words.has_any(&["bestellnummer", "order code"]) {
        return None;
    }
    let positions = words.has_any(&["produkt-id", "product id", "produkt", "product"]);
    let orders = words.has_any(&["gesamtbetrag", "order total", "total"]);
    let check_in = words.has_any(&["eingecheckt", "checked in"]);
    let family = match (check_in, positions, orders) {
        (true, _, _) => "pretix-checkin",
        (false, true, _) => "pretix-positions",
        (false, false, true) => "pretix-orders",
        (false, false, false) => return None,
    };
    let parts = words.0.iter().any(|cell| {
        cell.starts_with("name teilnehmer*in:")
            || cell.starts_with("teilnehmer*innenname:")
            || cell.starts_with("attendee name:")
    });
    let whole = if parts { Field::Ignore } else { Field::Name };
    let mut fields = words.claim(COLUMNS);
    for (field, cell) in fields.iter_mut().zip(&words.0) {
        if matches!(cell.as_str(), "name teilnehmer*in" | "attendee name") {
            *field = Some(whole.clone());
        } else if family == "pretix-orders" && matches!(cell.as_str(), "vorname" | "given name") {
            *field = Some(Field::GivenName);
        } else if family == "pretix-orders" && matches!(cell.as_str(), "nachname" | "family name") {
            *field = Some(Field::FamilyName);
        } else if family == "pretix-checkin" && matches!(cell.as_str(), "e-mail" | "email") {
            // The list falls back to the buyer's address by itself.
            *field = Some(Field::Email);
        } else if is_technical(cell) {
            *field = Some(Field::Ignore);
        }
    }
    let mut draft = Draft::signups(family, fields);
    draft.kind = Kind::Signups;
    draft.quirks = Quirks {
        defused: true,
        tickets: family != "pretix-orders",
        ..Quirks::default()
    };
    Some(draft)
}

/// Columns of the shop about invoices and seats, whatever their exact words.
fn is_technical(cell: &str) -> bool {
    ["rechnungsadresse", "invoice address", "sitz", "seat"]
        .iter()
        .any(|start| cell.starts_with(start))
}

const COLUMNS: &[(&str, Field)] = &[
    ("kurzname der veranstaltung", Field::Ignore),
    ("event slug", Field::Ignore),
    ("veranstaltungstitel", Field::Ignore),
    ("event name", Field::Ignore),
    ("bestellnummer", Field::Ignore),
    ("order code", Field::Ignore),
    ("position", Field::Ignore),
    ("position id", Field::Ignore),
    ("status", Field::Status),
    ("e-mail", Field::AccountEmail),
    ("email", Field::AccountEmail),
    ("telefonnummer", Field::Phone),
    ("phone number", Field::Phone),
    ("bestelldatum", Field::RequestedAt),
    ("order date", Field::RequestedAt),
    ("bestelluhrzeit", Field::RequestedTime),
    ("order time", Field::RequestedTime),
    ("termin", Field::Ignore),
    ("date", Field::Ignore),
    ("beginn", Field::Ignore),
    ("start date", Field::Ignore),
    ("ende", Field::Ignore),
    ("end date", Field::Ignore),
    ("produkt", Field::Product),
    ("product", Field::Product),
    ("produkt-id", Field::Ignore),
    ("product id", Field::Ignore),
    ("variante", Field::Product),
    ("variation", Field::Product),
    ("varianten-id", Field::Ignore),
    ("variation id", Field::Ignore),
    ("preis", Field::Ignore),
    ("price", Field::Ignore),
    ("gesamtbetrag", Field::Ignore),
    ("order total", Field::Ignore),
    ("steuersatz", Field::Ignore),
    ("tax rate", Field::Ignore),
    ("steuerregel", Field::Ignore),
    ("tax rule", Field::Ignore),
    ("steuer", Field::Ignore),
    ("tax value", Field::Ignore),
    ("name", Field::AccountName),
    ("name teilnehmer*in: vorname", Field::GivenName),
    ("teilnehmer*innenname: vorname", Field::GivenName),
    ("attendee name: given name", Field::GivenName),
    ("name teilnehmer*in: nachname", Field::FamilyName),
    ("teilnehmer*innenname: nachname", Field::FamilyName),
    ("attendee name: family name", Field::FamilyName),
    ("e-mail teilnehmer*in", Field::Email),
    ("attendee email", Field::Email),
    ("firma", Field::Organisation),
    ("firma", Field::AccountOrganisation),
    ("company", Field::Organisation),
    ("company", Field::AccountOrganisation),
    ("adresse", Field::Ignore),
    ("address", Field::Ignore),
    ("postleitzahl", Field::Ignore),
    ("zip code", Field::Ignore),
    ("ort", Field::Ignore),
    ("city", Field::Ignore),
    ("land", Field::Ignore),
    ("country", Field::Ignore),
    ("bundesstaat", Field::Ignore),
    ("state", Field::Ignore),
    ("gutschein", Field::Ignore),
    ("gutscheincode", Field::Ignore),
    ("voucher", Field::Ignore),
    ("pseudonyme id", Field::Ignore),
    ("pseudonymization id", Field::Ignore),
    ("ticket-code", Field::Ignore),
    ("ticket secret", Field::Ignore),
    ("secret", Field::Ignore),
    ("gesperrt", Field::Ignore),
    ("blocked", Field::Ignore),
    ("gültig ab", Field::Ignore),
    ("valid from", Field::Ignore),
    ("gültig bis", Field::Ignore),
    ("valid until", Field::Ignore),
    ("datum zur wiedervorlage", Field::Ignore),
    ("follow-up date", Field::Ignore),
    ("zusatzprodukt zu position", Field::Ignore),
    ("add-on to position id", Field::Ignore),
    ("ust-id-nr.", Field::Ignore),
    ("vat id", Field::Ignore),
    ("verkaufskanal", Field::Ignore),
    ("sales channel", Field::Ignore),
    ("bestellsprache", Field::Ignore),
    ("order locale", Field::Ignore),
    ("e-mail-adresse verifiziert", Field::Ignore),
    ("e-mail address verified", Field::Ignore),
    ("externe kundennummer", Field::Ignore),
    ("external customer id", Field::Ignore),
    ("check-in-listen", Field::Ignore),
    ("check-in lists", Field::Ignore),
    ("zahlungsmethoden", Field::Ignore),
    ("payment providers", Field::Ignore),
    ("eingecheckt", Field::JoinedAt),
    ("checked in", Field::JoinedAt),
    ("ausgetreten", Field::LeftAt),
    ("checked out", Field::LeftAt),
    ("automatisch eingecheckt", Field::Ignore),
    ("automatically checked in", Field::Ignore),
    ("benötigt besondere behandlung", Field::Ignore),
    ("requires special attention", Field::Ignore),
];
