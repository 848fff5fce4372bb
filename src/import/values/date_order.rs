//! Determines the order in which the dates of a column are written.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};

use super::date_shape::{Written, full_year, shape};
use super::dates::{DateOrder, calendar, quoted};

/// What the cells of a column say about its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// No cell needs an order: ISO, dots, month names, `10/10/2020`, or no dates at all.
    NotNeeded,
    /// At least one cell is only valid in this order, and none is only valid in the other.
    Settled(DateOrder),
    /// Some cells are only valid in one order, some only in the other: a spreadsheet swapped days and months in some
    /// rows, or two files were combined. It is unknown which of the others are swapped.
    Contradictory {
        /// The first cell that is only valid with the day first.
        day_first: String,
        /// The first cell that is only valid with the month first.
        month_first: String,
    },
    /// Every cell that needs an order is valid in both.
    Open,
}

impl Evidence {
    /// Returns the order for [`parse`](super::dates::parse) to read every cell unambiguously, if there is one.
    pub fn order(&self) -> Result<Option<DateOrder>, &Self> {
        match self {
            Self::NotNeeded => Ok(None),
            Self::Settled(order) => Ok(Some(*order)),
            Self::Contradictory { .. } | Self::Open => Err(self),
        }
    }
}

/// The purpose of a column's dates, for comparison with the event's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Times of request: none is after the event.
    SignUps,
    /// Times of coming and leaving: all are on the event's days.
    Stays,
}

/// Collects what the cells of one or several columns of a file say about their order.
#[derive(Debug, Clone, Default)]
pub struct OrderEvidence {
    day_first: Option<String>,
    month_first: Option<String>,
    dotted: Option<String>,
    /// The different dates that are valid in both orders: day first, month first.
    open: BTreeSet<(NaiveDate, NaiveDate)>,
}

impl OrderEvidence {
    /// Examines one more cell; a cell that is not a date is ignored.
    pub fn observe(&mut self, cell: &str) {
        let Some(written) = shape(cell).and_then(|shape| shape.date) else {
            return;
        };
        let text = || quoted(cell);
        let (first, second, year) = match written {
            Written::Known(_, _, _, Some('.')) => {
                self.dotted.get_or_insert_with(text);
                return;
            }
            Written::Known(..) => return,
            Written::Numbers {
                first,
                second,
                third,
                long_year,
            } => (first, second, full_year(third, long_year)),
        };
        match (calendar(year, second, first), calendar(year, first, second)) {
            (Some(_), None) => {
                self.day_first.get_or_insert_with(text);
            }
            (None, Some(_)) => {
                self.month_first.get_or_insert_with(text);
            }
            (Some(day_first), Some(month_first)) if day_first != month_first => {
                self.open.insert((day_first, month_first));
            }
            _ => {}
        }
    }

    /// Returns what the cells alone decide.
    ///
    /// Dots together with slashes count as day first: a German spreadsheet that opens an American file wrongly converts
    /// the dates it can read with the day first into dotted ones, and leaves the rest.
    pub fn decide(&self) -> Evidence {
        let dotted = self
            .dotted
            .as_ref()
            .filter(|_| self.month_first.is_some() || !self.open.is_empty());
        match (self.day_first.as_ref().or(dotted), &self.month_first) {
            (Some(day_first), Some(month_first)) => Evidence::Contradictory {
                day_first: day_first.clone(),
                month_first: month_first.clone(),
            },
            (Some(_), None) => Evidence::Settled(DateOrder::DayFirst),
            (None, Some(_)) => Evidence::Settled(DateOrder::MonthFirst),
            (None, None) if self.open.is_empty() => Evidence::NotNeeded,
            (None, None) => Evidence::Open,
        }
    }

    /// Returns what the cells and the day of the event decide; see [`Self::against_days`].
    pub fn against(&self, event_date: NaiveDate, what: What) -> Evidence {
        self.against_days(event_date, event_date, what)
    }

    /// Returns what the cells and the days of the event decide.
    ///
    /// The days only matter if the cells leave the order open, and only if one order fits and the other does not. Stays
    /// fit if every one is on a day of the event or adjacent to it (because of midnight, and the time zone of the
    /// person who saved the log); sign-ups fit if none is after the last day. Otherwise the order stays open, and the
    /// caller asks for `--date-order`.
    pub fn against_days(&self, first: NaiveDate, last: NaiveDate, what: What) -> Evidence {
        let evidence = self.decide();
        if evidence != Evidence::Open {
            return evidence;
        }
        let day = TimeDelta::days(1);
        let fits = |date: NaiveDate| match what {
            What::Stays => date + day >= first && date - day <= last,
            What::SignUps => date <= last,
        };
        let day_first = self.open.iter().all(|&(date, _)| fits(date));
        let month_first = self.open.iter().all(|&(_, date)| fits(date));
        match (day_first, month_first) {
            (true, false) => Evidence::Settled(DateOrder::DayFirst),
            (false, true) => Evidence::Settled(DateOrder::MonthFirst),
            _ => Evidence::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(cells: &[&str]) -> OrderEvidence {
        let mut evidence = OrderEvidence::default();
        for cell in cells {
            evidence.observe(cell);
        }
        evidence
    }

    fn meeting() -> NaiveDate {
        NaiveDate::from_ymd_opt(2020, 10, 8).unwrap()
    }

    #[test]
    fn a_part_above_twelve_decides() {
        let us = ["10/8/2020, 9:58:03 AM", "9/21/2020, 1:00:00 PM"];
        assert_eq!(
            evidence(&us).decide(),
            Evidence::Settled(DateOrder::MonthFirst)
        );
        let indian = ["2/1/25, 9:04:01 pm", "14/1/25, 9:04:01 pm"];
        assert_eq!(
            evidence(&indian).decide(),
            Evidence::Settled(DateOrder::DayFirst)
        );
    }

    #[test]
    fn dates_that_say_it_themselves_need_no_order() {
        let cells = [
            "2020-10-08",
            "08.10.2020",
            "Oct 8, 2020",
            "10/10/2020",
            "",
            "Anna",
        ];
        assert_eq!(evidence(&cells).decide(), Evidence::NotNeeded);
        assert_eq!(evidence(&cells).decide().order(), Ok(None));
    }

    #[test]
    fn a_half_swapped_file_is_refused() {
        let swapped = evidence(&["25/9/2020", "10/8/2020", "9/21/2020"]).decide();
        let expected = Evidence::Contradictory {
            day_first: "25/9/2020".to_owned(),
            month_first: "9/21/2020".to_owned(),
        };
        assert_eq!(swapped, expected);
        assert!(swapped.order().is_err());
        // German Excel turns 10/8/2020 and 9/21/2020 into these.
        let saved_again = evidence(&["10.08.2020", "9/21/2020"]).decide();
        assert!(matches!(saved_again, Evidence::Contradictory { .. }));
    }

    #[test]
    fn the_day_of_the_event_settles_a_log() {
        let american = evidence(&["10/8/20, 9:58:03 AM", "10/8/20, 12:00:44 PM"]);
        assert_eq!(american.decide(), Evidence::Open);
        assert_eq!(
            american.against(meeting(), What::Stays),
            Evidence::Settled(DateOrder::MonthFirst)
        );
        let british = evidence(&["08/10/2020, 23:58:03", "09/10/2020, 00:03:00"]);
        assert_eq!(
            british.against(meeting(), What::Stays),
            Evidence::Settled(DateOrder::DayFirst)
        );
    }

    #[test]
    fn a_log_of_several_meetings_or_of_another_day_stays_open() {
        let months_apart = evidence(&["10/8/2020", "11/8/2020"]);
        assert_eq!(months_apart.against(meeting(), What::Stays), Evidence::Open);
        let other_day = evidence(&["3/4/2020"]);
        assert_eq!(other_day.against(meeting(), What::Stays), Evidence::Open);
    }

    #[test]
    fn nobody_signs_up_after_the_event() {
        // 10 September or 9 October; the event is on 8 October.
        let late = evidence(&["9/10/2020", "9/2/2020"]);
        assert_eq!(
            late.against(meeting(), What::SignUps),
            Evidence::Settled(DateOrder::MonthFirst)
        );
        let early = evidence(&["9/1/2020", "9/2/2020"]);
        assert_eq!(early.against(meeting(), What::SignUps), Evidence::Open);
    }
}
