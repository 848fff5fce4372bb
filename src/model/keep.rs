//! How long the data of an event is kept after its end.

use std::fmt;
use std::str::FromStr;

use chrono::{Days, Months};

use super::Instant;

/// The greatest number in a period; all of them end in a time that can be written.
const MOST: u32 = 1000;

/// The word for data that is kept for good.
const FOREVER: &str = "forever";

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

impl Unit {
    const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Days, "day", "days"),
        (Self::Weeks, "week", "weeks"),
        (Self::Months, "month", "months"),
        (Self::Years, "year", "years"),
    ];
}

/// A period such as `3months`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    number: u32,
    unit: Unit,
}

impl Period {
    /// Returns the moment at which the period is over; `None` if no calendar has it.
    pub fn after(self, moment: Instant) -> Option<Instant> {
        match self.unit {
            Unit::Days => moment.checked_add_days(Days::new(self.number.into())),
            Unit::Weeks => moment.checked_add_days(Days::new(u64::from(self.number) * 7)),
            Unit::Months => moment.checked_add_months(Months::new(self.number)),
            Unit::Years => moment.checked_add_months(Months::new(self.number * 12)),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, one, many) = Unit::ALL[self.unit as usize];
        let word = if self.number == 1 { one } else { many };
        write!(formatter, "{}{word}", self.number)
    }
}

impl FromStr for Period {
    type Err = KeepError;

    fn from_str(text: &str) -> Result<Self, KeepError> {
        let letters = text.trim_start_matches(|it: char| it.is_ascii_digit());
        let digits = &text[..text.len() - letters.len()];
        let word = letters.trim();
        let unit = Unit::ALL.iter().find(|(_, one, many)| {
            word.eq_ignore_ascii_case(one) || word.eq_ignore_ascii_case(many)
        });
        match (digits.parse(), unit) {
            (Ok(number), Some((unit, _, _))) if (1..=MOST).contains(&number) => Ok(Self {
                number,
                unit: *unit,
            }),
            _ => Err(KeepError::NoPeriod(text.to_owned())),
        }
    }
}

/// What is let go of, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// When people came and left, and how logs name them.
    Times,
    /// People whom no other event keeps.
    People,
    /// Everything but figures.
    All,
}

impl Stage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Times, Self::People, Self::All];

    /// Returns its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Times => "times",
            Self::People => "people",
            Self::All => "all",
        }
    }
}

/// How long the data of an event is kept: `times=3months,people=12months`. What is not named is kept for good.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Keep([Option<Period>; Stage::ALL.len()]);

impl Keep {
    /// Returns how long a stage waits; `None` where it never comes.
    pub fn period(self, stage: Stage) -> Option<Period> {
        self.0[stage as usize]
    }
}

impl fmt::Display for Keep {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named: Vec<String> = Stage::ALL
            .iter()
            .filter_map(|stage| Some(format!("{}={}", stage.as_str(), self.period(*stage)?)))
            .collect();
        if named.is_empty() {
            formatter.write_str(FOREVER)
        } else {
            formatter.write_str(&named.join(","))
        }
    }
}

/// Why a text says no period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeepError {
    /// It is not a number with a unit of time.
    NoPeriod(String),
    /// It names no stage, or names one twice.
    NoStage(String),
    /// A later stage would come before an earlier one.
    OutOfOrder(Stage, Stage),
}

impl FromStr for Keep {
    type Err = KeepError;

    fn from_str(text: &str) -> Result<Self, KeepError> {
        let mut keep = Self::default();
        if text.trim().eq_ignore_ascii_case(FOREVER) {
            return Ok(keep);
        }
        for part in text.split(',').map(str::trim) {
            let no_stage = || KeepError::NoStage(part.to_owned());
            let (word, period) = part.split_once('=').ok_or_else(no_stage)?;
            let mut stages = Stage::ALL.into_iter();
            let stage = stages
                .find(|it| word.trim().eq_ignore_ascii_case(it.as_str()))
                .filter(|it| keep.period(*it).is_none())
                .ok_or_else(no_stage)?;
            keep.0[stage as usize] = Some(period.trim().parse()?);
        }
        keep.refuse_disorder()?;
        Ok(keep)
    }
}

impl Keep {
    /// Refuses periods of which a later one ends first, counted from an ordinary day.
    fn refuse_disorder(self) -> Result<(), KeepError> {
        let end = Instant::UNIX_EPOCH;
        let mut before: Option<(Stage, Instant)> = None;
        for stage in Stage::ALL {
            let Some(due) = self.period(stage).and_then(|it| it.after(end)) else {
                continue;
            };
            if let Some((earlier, _)) = before.filter(|(_, earlier)| due < *earlier) {
                return Err(KeepError::OutOfOrder(earlier, stage));
            }
            before = Some((stage, due));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time;

    #[test]
    fn what_is_written_is_read_again() {
        for (text, written) in [
            (
                "times=3months,people=12months",
                "times=3months,people=12months",
            ),
            ("People = 1 Years", "people=1year"),
            ("all=10years,times=1week", "times=1week,all=10years"),
            ("forever", "forever"),
        ] {
            let keep: Keep = text.parse().unwrap();
            assert_eq!(keep.to_string(), written);
            assert_eq!(written.parse(), Ok(keep));
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        let refused = |text: &str| text.parse::<Keep>().unwrap_err();
        for text in [
            "times=3",
            "times=0days",
            "times=months",
            "times=1001days",
            "times=-1day",
        ] {
            assert!(matches!(refused(text), KeepError::NoPeriod(_)), "{text}");
        }
        for text in ["", "3months", "names=3months", "times=1day,times=2days"] {
            assert!(matches!(refused(text), KeepError::NoStage(_)), "{text}");
        }
        assert_eq!(
            refused("times=1year,people=3months"),
            KeepError::OutOfOrder(Stage::Times, Stage::People)
        );
    }

    #[test]
    fn a_month_ends_on_its_last_day_at_the_latest() {
        let end = time::from_text("2020-01-31T10:00:00Z").unwrap();
        let due = |text: &str| text.parse::<Period>().unwrap().after(end).unwrap();
        assert_eq!(time::to_utc_text(due("1month")), "2020-02-29T10:00:00Z");
        assert_eq!(time::to_utc_text(due("2weeks")), "2020-02-14T10:00:00Z");
        assert_eq!(time::to_utc_text(due("1year")), "2021-01-31T10:00:00Z");
    }
}
