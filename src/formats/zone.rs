//! The time zone that a heading, a title or a cell names: "Joined (UTC)", "Beitritt (MEZ)", "All times are in GMT+1",
//! "08:05 Mitteleuropäische Normalzeit".
//!
//! In headings and titles short names count only in capitals, since many are words as well: `EST` is a zone, `est` is
//! French. Only `utc` and `gmt` count in any case, for headings such as `joined_at_utc`.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime, Offset, TimeZone};
use chrono_tz::{OffsetComponents, TZ_VARIANTS, Tz};

use super::fold;
use super::lexicon::LEXICON;

/// A name of a zone, as a cell has it behind a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoneName {
    zone: Tz,
    /// Whether it says summer time; `None` if it says neither.
    summer: Option<bool>,
}

impl ZoneName {
    /// Returns the zone with this name, which is folded: its words with single spaces.
    pub fn find(folded: &str) -> Option<Self> {
        ZONE_NAMES.get(folded).copied()
    }

    /// Returns the offset of a local time, in seconds east of UTC; `None` if the name says summer time and the time is
    /// not in it, or the reverse: people write `MEZ` in July and mean what the clock says.
    pub fn offset_at(self, time: NaiveDateTime) -> Option<i32> {
        let local = self.zone.offset_from_local_datetime(&time);
        let is_it = |offset: &<Tz as TimeZone>::Offset| {
            let is_summer = !offset.dst_offset().is_zero();
            self.summer.is_none_or(|summer| summer == is_summer)
        };
        let offsets = [local.earliest(), local.latest()];
        let offset = offsets.into_iter().flatten().find(is_it)?;
        Some(offset.fix().local_minus_utc())
    }

    /// Returns the offset that the name stands for by itself; `None` if it depends on the day.
    pub fn offset(self) -> Option<i32> {
        let month = if self.summer? { 7 } else { 1 };
        self.offset_at(NaiveDate::from_ymd_opt(2021, month, 1)?.into())
    }
}

static ZONE_NAMES: LazyLock<HashMap<String, ZoneName>> = LazyLock::new(|| {
    let mut found = HashMap::new();
    for (name, zone, summer) in listed(false) {
        found.insert(fold::words(name).join(" "), ZoneName { zone, summer });
    }
    found
});

/// The names of the vocabulary, with their zones and whether they say summer time.
fn listed(in_headings: bool) -> impl Iterator<Item = (&'static str, Tz, Option<bool>)> {
    LEXICON.times.zones.iter().flat_map(move |(zone, names)| {
        let seasons = [
            (&names.standard, Some(false)),
            (&names.summer, Some(true)),
            (&names.either, None),
            (&names.in_headings, None),
        ];
        let count = if in_headings { 4 } else { 3 };
        let zone = zone.parse::<Tz>().ok();
        seasons
            .into_iter()
            .take(count)
            .flat_map(move |(names, summer)| {
                let names = names.iter();
                names.filter_map(move |name| Some((name.as_str(), zone?, summer)))
            })
    })
}

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
    let found = whole_names(text)
        .chain(tokens(text))
        .find_map(|token| Some((token, of_token(token)?)));
    let (written, known) = found.or_else(|| {
        let (_, name, zone) = long_name(text)?;
        Some((name, Some(zone)))
    })?;
    Some(Zone {
        written: written.to_owned(),
        known,
    })
}

/// Returns a name of several words in a text, folded and as listed, and its zone.
fn long_name(text: &str) -> Option<(String, &'static str, Tz)> {
    let text = format!(" {} ", fold::words(text).join(" "));
    listed(true)
        .map(|(name, zone, _)| (fold::words(name).join(" "), name, zone))
        .filter(|(folded, ..)| folded.contains(' '))
        .find(|(folded, ..)| text.contains(&format!(" {folded} ")))
}

/// Returns the zone that the heading of a column of times names, also by a city: "Arrival (London time)".
pub fn of_times(heading: &str) -> Option<Zone> {
    named(heading)
        .or_else(|| of_city(heading))
        .or_else(|| unknown(heading))
}

/// Names of zones that are no cities: "Arrival, West hall" does not name Brazil's.
const NO_CITIES: [&str; 6] = ["Center", "Central", "Eastern", "North", "South", "West"];

/// Returns the zone of a city in a heading, as written: "(London time)", "(New York)".
fn of_city(heading: &str) -> Option<Zone> {
    let text = format!(" {} ", fold::words(heading).join(" "));
    TZ_VARIANTS.iter().find_map(|zone| {
        let (_, city) = zone.name().rsplit_once('/')?;
        let city = city.replace('_', " ");
        let is_city = city.len() > 3 && !NO_CITIES.contains(&city.as_str());
        let stands = |city: &str| text.contains(&format!(" {} ", fold::words(city).join(" ")));
        (is_city && heading.contains(&city) && stands(&city)).then_some(Zone {
            written: city,
            known: Some(*zone),
        })
    })
}

/// Returns a text in brackets that names a zone which is not known: "(MSK)", "(UK time)". `(HH:MM)` is a form.
fn unknown(heading: &str) -> Option<Zone> {
    let (_, rest) = heading.split_once('(')?;
    let (inside, _) = rest.split_once(')')?;
    let is_short_name = (3..=5).contains(&inside.len())
        && inside.bytes().all(|byte| byte.is_ascii_uppercase())
        && !inside.bytes().all(|byte| b"HMSDYTJAUR".contains(&byte));
    let words = fold::words(inside);
    let speaks_of_time = words.len() > 1 && LEXICON.times.zone_words.has_any(&words);
    (is_short_name || speaks_of_time).then(|| Zone {
        written: inside.to_owned(),
        known: None,
    })
}

/// The words of a text, among them the whole names of zones: `America/New_York`.
fn whole_names(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |sign: char| sign.is_whitespace() || "()[],;".contains(sign);
    text.split(is_between).filter(|token| token.contains('/'))
}

/// Returns a heading without the zone in it, if it names one.
pub fn without(heading: &str) -> Option<String> {
    named(heading)?;
    if let Some((folded, ..)) = long_name(heading) {
        return Some(fold::words(heading).join(" ").replace(&folded, ""));
    }
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
    let (_, zone, _) = listed(true).find(|(name, ..)| *name == token)?;
    Some(Some(zone))
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
            ("Joined (Central European Time)", "Europe/Berlin"),
            ("Beitritt (Osteuropäische Zeit)", "Europe/Athens"),
            ("Heure d'arrivée (heure de Paris)", "Europe/Paris"),
            ("Join Time (America/New_York)", "America/New_York"),
            ("Join Time (New York)", "America/New_York"),
        ] {
            assert_eq!(name(heading), Some(zone), "{heading}");
        }
        for other in ["Joined", "est venu", "Heute", "Left at", "In/Out"] {
            assert_eq!(of_times(other), None, "{other}");
        }
        for unknown in [
            "Join Time (MSK)",
            "Join Time (UK time)",
            "Left (host time zone)",
        ] {
            assert_eq!(
                of_times(unknown).map(|zone| zone.known),
                Some(None),
                "{unknown}"
            );
        }
        for form in [
            "Beginn (HH:MM)",
            "Datum (TTMMJJ)",
            "Dauer (min)",
            "Kam (Uhrzeit)",
        ] {
            assert_eq!(of_times(form), None, "{form}");
        }
        let half = of_times("Joined (UTC+5:30)");
        assert_eq!(half.map(|zone| zone.known), Some(None));
    }

    #[test]
    fn a_heading_keeps_its_words_without_the_zone() {
        assert_eq!(without("Joined (UTC)").as_deref(), Some("Joined"));
        assert_eq!(without("joined_at_utc").as_deref(), Some("joined at"));
        let long = without("Beitritt (Mitteleuropäische Zeit)");
        assert_eq!(long.as_deref().map(str::trim), Some("beitritt"));
        assert_eq!(without("Joined"), None);
    }

    #[test]
    fn every_zone_of_the_vocabulary_is_known() {
        for name in LEXICON.times.zones.keys() {
            assert!(name.parse::<Tz>().is_ok(), "{name}");
        }
    }
}
