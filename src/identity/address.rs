//! E-mail addresses: one spelling for each, and the meaning of their parts.
//!
//! The whole address is lower-cased. The standard allows a case-sensitive local part (RFC 5321, section 2.4), but no
//! mail system met in practice uses that, while lists do mix cases. Dots and `+tags` are kept: they make different
//! addresses at most hosts.

use super::fold::is_invisible;

/// Local parts that belong to an office rather than to one person.
const SHARED_MAILBOXES: &[&str] = &[
    "admin",
    "administration",
    "anmeldung",
    "assistenz",
    "buero",
    "buchhaltung",
    "bureau",
    "cluster",
    "contact",
    "empfang",
    "event",
    "events",
    "geschaeftsfuehrung",
    "geschaeftsleitung",
    "geschaeftsstelle",
    "gs",
    "hallo",
    "hello",
    "hi",
    "info",
    "infos",
    "inquiry",
    "kanzlei",
    "kontakt",
    "kommunikation",
    "mail",
    "mailbox",
    "management",
    "marketing",
    "netzwerk",
    "network",
    "newsletter",
    "office",
    "poststelle",
    "post",
    "praxis",
    "presse",
    "press",
    "projekt",
    "projekte",
    "redaktion",
    "rezeption",
    "sales",
    "secretariat",
    "sekretariat",
    "service",
    "support",
    "team",
    "veranstaltung",
    "veranstaltungen",
    "verein",
    "vertrieb",
    "verwaltung",
    "vorstand",
    "welcome",
    "willkommen",
    "zentrale",
];

/// Domains at which anybody may have an address.
const FREE_MAIL_DOMAINS: &[&str] = &[
    "1und1.de",
    "aol.com",
    "aol.de",
    "aon.at",
    "arcor.de",
    "bluewin.ch",
    "centrum.cz",
    "email.cz",
    "email.de",
    "fastmail.com",
    "free.fr",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.eu",
    "gmx.info",
    "gmx.net",
    "gmx.org",
    "googlemail.com",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "hotmail.fr",
    "hotmail.it",
    "icloud.com",
    "interia.pl",
    "kabelmail.de",
    "laposte.net",
    "libero.it",
    "live.at",
    "live.com",
    "live.de",
    "live.nl",
    "mac.com",
    "mail.com",
    "mail.de",
    "mailbox.org",
    "me.com",
    "msn.com",
    "o2.pl",
    "o2mail.de",
    "online.de",
    "onet.pl",
    "op.pl",
    "orange.fr",
    "outlook.at",
    "outlook.com",
    "outlook.de",
    "outlook.fr",
    "posteo.de",
    "posteo.net",
    "proton.me",
    "protonmail.ch",
    "protonmail.com",
    "rocketmail.com",
    "seznam.cz",
    "t-online.de",
    "tutanota.com",
    "tutanota.de",
    "vodafone.de",
    "vodafonemail.de",
    "wanadoo.fr",
    "web.de",
    "wp.pl",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.de",
    "yahoo.fr",
    "yahoo.it",
    "ymail.com",
];

/// Returns the only address in a cell, in lower case, or `None` if it contains none or several.
///
/// Removes whitespace, `mailto:`, a name as in `Anna <anna@example.org>`, and a trailing `,` or `;`.
pub fn normalize_address(text: &str) -> Option<String> {
    if is_plain_address(text) {
        return Some(text.to_owned());
    }
    find_address(text)
}

fn find_address(text: &str) -> Option<String> {
    let visible: String = text
        .chars()
        .filter(|character| !is_invisible(*character))
        .collect();
    let mut address = trim_address(&visible);
    if let Some((_, rest)) = address.split_once('<') {
        let (inside, after) = rest.split_once('>')?;
        if !trim_address(after).is_empty() {
            return None;
        }
        address = trim_address(inside);
    }
    if let Some((scheme, rest)) = address.split_once(':')
        && scheme.eq_ignore_ascii_case("mailto")
    {
        address = trim_address(rest.split('?').next().unwrap_or_default());
    }
    let address = address.to_lowercase();
    let (local, domain) = address.split_once('@')?;
    (is_local_part(local) && is_domain(domain)).then_some(address)
}

/// Returns whether a text is an ordinary address with nothing to remove or change. Others may still be valid.
fn is_plain_address(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let Some((before, last)) = domain.rsplit_once('.') else {
        return false;
    };
    !local.is_empty()
        && local
            .bytes()
            .all(|byte| is_letter(byte) || matches!(byte, b'.' | b'_' | b'+'))
        && last.len() >= 2
        && last.bytes().all(is_letter)
        && before
            .split('.')
            .all(|label| !label.is_empty() && label.bytes().all(is_letter))
}

/// Returns the text without the characters that surround an address in a cell.
fn trim_address(text: &str) -> &str {
    text.trim_matches(|character: char| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '\'' | '"' | ',' | ';')
    })
}

fn is_local_part(local: &str) -> bool {
    !local.is_empty()
        && !local.chars().any(|character| {
            character.is_whitespace()
                || character.is_control()
                || "@,;:<>()[]\"\\".contains(character)
        })
}

fn is_domain(domain: &str) -> bool {
    domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && label
                    .chars()
                    .all(|character| character == '-' || super::fold::is_word_character(character))
        })
        && domain
            .rsplit('.')
            .next()
            .is_some_and(|last| last.chars().count() >= 2)
}

/// Returns the part of an address after the `@`, or an empty string.
pub fn address_domain(address: &str) -> &str {
    address.rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// Returns whether an address looks like the mailbox of an office (`info@`, `team-nord@`).
///
/// The address alone does not say who reads it.
pub fn is_shared_mailbox(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_lowercase();
    let local = local
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue");
    let first = local
        .split(|character: char| !character.is_alphabetic())
        .find(|part| !part.is_empty())
        .unwrap_or_default();
    SHARED_MAILBOXES.contains(&first)
}

/// Returns whether anybody may have an address at the domain, so that sharing it proves nothing.
pub fn is_free_mail_domain(domain: &str) -> bool {
    let domain = domain.to_lowercase();
    FREE_MAIL_DOMAINS.contains(&domain.as_str())
}

#[cfg(test)]
mod tests {
    use super::{
        address_domain, find_address, is_free_mail_domain, is_plain_address, is_shared_mailbox,
        normalize_address,
    };
    use proptest::prelude::*;

    #[test]
    fn one_address_is_found_in_a_cell() {
        for written in [
            "anna@example.org",
            " Anna@Example.ORG\u{a0}",
            "\u{200b}anna@example.org\u{feff}",
            "mailto:anna@example.org",
            "MAILTO:anna@example.org?subject=Hallo",
            "<anna@example.org>",
            "Anna Müller <anna@example.org>",
            "\"Müller, Anna\" <mailto:anna@example.org>;",
            "'anna@example.org'",
            "anna@example.org;",
        ] {
            let found = normalize_address(written);
            assert_eq!(found.as_deref(), Some("anna@example.org"), "{written}");
        }
        let unusual = normalize_address("O'Neill+news@sub.bücher-über.de");
        assert_eq!(unusual.as_deref(), Some("o'neill+news@sub.bücher-über.de"));
    }

    #[test]
    fn nearly_all_addresses_are_plain() {
        assert!(is_plain_address("anna.b-c_d+e1@mail.example-1.org"));
        assert!(!is_plain_address("Anna@example.org"));
    }

    #[test]
    fn what_is_no_address_or_several_is_none() {
        for written in [
            "",
            "anna",
            "anna@",
            "@example.org",
            "anna@example",
            "anna@example.",
            "anna@.org",
            "anna@@example.org",
            "anna@exa mple.org",
            "anna müller@example.org",
            "anna@example.org, jan@example.org",
            "anna@example.org;jan@example.org",
            "<anna@example.org> <jan@example.org>",
            "anna@example.org (privat)",
        ] {
            assert_eq!(normalize_address(written), None, "{written}");
        }
    }

    #[test]
    fn addresses_tell_what_they_belong_to() {
        assert_eq!(address_domain("anna@example.org"), "example.org");
        assert_eq!(address_domain("anna"), "");
        for shared in [
            "info@example.org",
            "team-nord@example.org",
            "geschäftsstelle@example.org",
        ] {
            assert!(is_shared_mailbox(shared), "{shared}");
        }
        for personal in [
            "anna@example.org",
            "informa@example.org",
            "anna.post@example.org",
        ] {
            assert!(!is_shared_mailbox(personal), "{personal}");
        }
        assert!(is_free_mail_domain("GMX.de"));
        assert!(!is_free_mail_domain("example.org"));
    }

    proptest! {
        #[test]
        fn a_plain_address_is_what_a_thorough_look_finds(
            text in "[a-z0-9._+-]{0,4}@?[a-z0-9._+-]{0,5}[@.]?[a-z0-9-]{0,3}",
        ) {
            if is_plain_address(&text) {
                prop_assert_eq!(find_address(&text), Some(text));
            }
        }

        #[test]
        fn a_normal_address_stays_as_it_is(
            text in "[ <'\"]{0,2}(mailto:)?[a-zA-Z0-9.İß'+-]{1,6}@[a-zA-Zü-]{1,4}\\.[a-zİ]{1,3}[ >;]{0,2}|\\PC{0,4}@\\PC{0,4}\\.\\PC{0,4}",
        ) {
            if let Some(address) = normalize_address(&text) {
                prop_assert_eq!(normalize_address(&address), Some(address.clone()));
                prop_assert_eq!(address_domain(&address).is_empty(), false);
            }
        }
    }
}
