//! The time zone that a heading or a title names: "Joined (UTC)", "Beitritt (MEZ)", "All times are in GMT+1".
//!
//! Short names count only in capitals, since many are words as well: `EST` is a zone, `est` is French. Only `utc` and
//! `gmt` count in any case, for headings such as `joined_at_utc`.

use chrono_tz::{TZ_VARIANTS, Tz};

use super::lexicon::LEXICON;

/// A zone as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// The word.
    pub written: String,
    /// The zone, if it is known.
    pub known: Option<Tz>,
}

/// Returns the zone that a text names.
pub fn named(text: &str) -> Option<Zone> {
    let found = tokens(text).find_map(|token| Some((token, of_token(token)?)));
    found.map(|(token, known)| Zone {
        written: token.to_owned(),
        known,
    })
}

/// Returns the zone that the heading of a column of times names, also by a city: "Arrival (London time)".
pub fn of_times(heading: &str) -> Option<Zone> {
    named(heading).or_else(|| {
        tokens(heading).find_map(|token| {
            let is_it = |zone: &&Tz| {
                let city = zone.name().rsplit_once('/').map(|(_, city)| city);
                city.is_some_and(|city| city == token && city.len() > 3)
            };
            TZ_VARIANTS.iter().find(is_it).map(|zone| Zone {
                written: token.to_owned(),
                known: Some(*zone),
            })
        })
    })
}

/// Returns a heading without the zone in it, if it names one.
pub fn without(heading: &str) -> Option<String> {
    named(heading)?;
    let plain: Vec<&str> = tokens(heading)
        .filter(|token| of_token(token).is_none())
        .collect();
    Some(plain.join(" "))
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |sign: char| sign.is_whitespace() || "()[],;_.".contains(sign);
    text.split(is_between).filter(|token| !token.is_empty())
}

/// Returns the zone of a word; the inner `None` if it is one that is not known.
#[expect(clippy::option_option, reason = "no zone at all, or an unknown one")]
fn of_token(token: &str) -> Option<Option<Tz>> {
    if token.contains('/') {
        return token.parse().ok().map(Some);
    }
    let is_universal = |head: &str| matches!(head, "UTC" | "GMT" | "utc" | "gmt");
    if token.get(..3).is_some_and(is_universal) {
        return match &token[3..] {
            "" => Some(Some(Tz::UTC)),
            offset => of_offset(offset),
        };
    }
    let zones = LEXICON.times.zones.iter();
    let listed = zones
        .clone()
        .find(|(_, words)| words.iter().any(|word| word == token));
    listed.map(|(name, _)| name.parse().ok())
}

/// Reads `+2`, `+02:00`, `-5` behind `UTC`.
#[expect(clippy::option_option, reason = "no offset at all, or an unknown one")]
fn of_offset(text: &str) -> Option<Option<Tz>> {
    // The names of these zones count to the west.
    let sign = match text.chars().next()? {
        '+' | '±' => '-',
        '-' | '−' => '+',
        _ => return None,
    };
    let digits = text.trim_start_matches(['+', '-', '−', '±']);
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "00"));
    let hours: u32 = hours.parse().ok()?;
    let is_whole = minutes == "00";
    let name = if hours == 0 {
        "UTC".to_owned()
    } else {
        format!("Etc/GMT{sign}{hours}")
    };
    Some(name.parse().ok().filter(|_| is_whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<&'static str> {
        of_times(text)?.known.map(Tz::name)
    }

    #[test]
    fn zones_are_read_from_headings() {
        for (heading, zone) in [
            ("Joined (UTC)", "UTC"),
            ("joined_at_utc", "UTC"),
            ("Join time (EST)", "America/New_York"),
            ("Beitritt (MEZ)", "Europe/Berlin"),
            ("Joined (GMT+1)", "Etc/GMT-1"),
            ("Left (UTC-05:00)", "Etc/GMT+5"),
            ("Joined (Europe/London)", "Europe/London"),
            ("Heure d'arrivée (heure de Paris)", "Europe/Paris"),
        ] {
            assert_eq!(name(heading), Some(zone), "{heading}");
        }
        for other in ["Joined", "est venu", "Heute", "Left at", "In/Out"] {
            assert_eq!(of_times(other), None, "{other}");
        }
        let half = of_times("Joined (UTC+5:30)");
        assert_eq!(half.map(|zone| zone.known), Some(None));
    }

    #[test]
    fn a_heading_keeps_its_words_without_the_zone() {
        assert_eq!(without("Joined (UTC)").as_deref(), Some("Joined"));
        assert_eq!(without("joined_at_utc").as_deref(), Some("joined at"));
        assert_eq!(without("Joined"), None);
    }

    #[test]
    fn every_zone_of_the_vocabulary_is_known() {
        for name in LEXICON.times.zones.keys() {
            assert!(name.parse::<Tz>().is_ok(), "{name}");
        }
    }
}
