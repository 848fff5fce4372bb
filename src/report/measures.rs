//! The counts in documents: each measure has one definition, one name and one explanation.
//!
//! All labels come from here, so that a word means the same from the first page to the last.
//!
//! | measure | formula |
//! | --- | --- |
//! | registered | confirmed registrations for the event |
//! | signed up | sign-ups for the session that have a place |
//! | waiting | sign-ups that wait for a place |
//! | withdrew | cancelled sign-ups of people who did not come |
//! | present | expected, and there for as long as the rule asks |
//! | partly | expected, and there for less |
//! | absent | expected, and not there |
//! | excused | has a place, excused themselves, and did not come |
//! | without sign-up | not expected, and there for as long as the rule asks; without the next two |
//! | from the waiting list | waited for a place, and was there for as long as the rule asks |
//! | speakers of other sessions | the same for those with a part in another session: they are no walk-ins |
//! | briefly | not expected, and there for less |
//! | came | present + partly + without sign-up + from the waiting list + speakers of other sessions + briefly |
//! | rate | the share of people with a place who were present |
//! | peak | the maximum at one moment; empty unless the times of everybody who came are known |
//! | average | mean minutes of people whose minutes are known |
//! | sessions chosen, attended | of one person: sessions with a place, and attended for long enough |
//! | events registered, attended | of one person or organisation |
//!
//! Signed up = present + partly + absent + excused, unless verdicts by hand change that.

use crate::catalogue::Wording;
use crate::catalogue::messages::measures as words;
use crate::message;
use crate::model::{SignupStatus, Verdict};
use crate::output::keyed::{Keyed, columns};
use crate::output::{Cell, Language};

/// A measure: its name, which is the heading of its column, and its meaning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub(super) column: Keyed,
    meaning: Wording,
}

impl Measure {
    const fn new(column: Keyed, meaning: Wording) -> Self {
        Self { column, meaning }
    }

    /// Returns the name and its meaning in a sentence.
    pub(super) fn explained(self, language: Language) -> String {
        let name = self.column.in_language(language);
        let meaning = self.meaning.in_language(language);
        message!(measures::explained { name, meaning }).in_language(language)
    }
}

/// All measures, in the order in which readers meet them.
pub(super) const ALL: [Measure; 22] = [
    Measure::new(columns::REGISTERED, words::REGISTERED),
    Measure::new(columns::SIGNED_UP, words::SIGNED_UP),
    Measure::new(columns::WAITLISTED, words::WAITLISTED),
    Measure::new(columns::CAME, words::CAME),
    Measure::new(columns::PRESENT, words::PRESENT),
    Measure::new(columns::PARTIAL, words::PARTIAL),
    Measure::new(columns::NO_SHOW, words::NO_SHOW),
    Measure::new(columns::EXCUSED_WITH_PLACE, words::EXCUSED_WITH_PLACE),
    Measure::new(columns::WITHDREW, words::WITHDREW),
    Measure::new(columns::WALK_IN, words::WALK_IN),
    Measure::new(columns::FROM_WAITING_LIST, words::FROM_WAITING_LIST),
    Measure::new(columns::CONTRIBUTING, words::CONTRIBUTING),
    Measure::new(columns::BRIEF, words::BRIEF),
    Measure::new(columns::NOT_KNOWN, words::NOT_KNOWN),
    Measure::new(columns::RATE, words::RATE),
    Measure::new(columns::PEAK, words::PEAK),
    Measure::new(columns::AVERAGE_MINUTES, words::AVERAGE_MINUTES),
    Measure::new(columns::REPRESENTED, words::REPRESENTED),
    Measure::new(columns::SESSIONS_SIGNED_UP, words::SESSIONS_SIGNED_UP),
    Measure::new(columns::SESSIONS_PRESENT, words::SESSIONS_PRESENT),
    Measure::new(columns::EVENTS_REGISTERED, words::EVENTS_REGISTERED),
    Measure::new(columns::EVENTS_PRESENT, words::EVENTS_PRESENT),
];

/// The number of people for each outcome, for a session or an event.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) signed_up: i64,
    pub(super) waiting: i64,
    /// The signed up who came, for as long as the rule asks or not.
    pub(super) came_with_place: i64,
    /// The signed up who were there for as long as the rule asks.
    present_with_place: i64,
    pub(super) present: i64,
    pub(super) partial: i64,
    pub(super) no_show: i64,
    pub(super) excused_with_place: i64,
    pub(super) withdrew: i64,
    /// Withdrew, excused themselves, or were excused by hand.
    pub(super) excused: i64,
    pub(super) walk_in: i64,
    pub(super) from_waiting_list: i64,
    /// There for long enough without a place, with a part in another session.
    pub(super) contributing: i64,
    pub(super) brief: i64,
    /// People with a place and an unknown outcome.
    pub(super) not_known: i64,
}

impl Tally {
    /// Counts one person in the audience of a session; `contributes` says whether they have a part in another one.
    pub(super) fn add_to_audience(
        &mut self,
        signup: Option<SignupStatus>,
        verdict: Option<Verdict>,
        contributes: bool,
    ) {
        self.add(signup, verdict);
        let waits = signup == Some(SignupStatus::Waitlisted);
        if contributes && !waits && verdict == Some(Verdict::WalkIn) {
            self.walk_in -= 1;
            self.contributing += 1;
        }
    }

    /// Counts one person.
    pub(super) fn add(&mut self, signup: Option<SignupStatus>, verdict: Option<Verdict>) {
        let has_place = signup == Some(SignupStatus::Confirmed);
        let waits = signup == Some(SignupStatus::Waitlisted);
        self.signed_up += i64::from(has_place);
        self.waiting += i64::from(waits);
        match verdict {
            Some(Verdict::Present) => self.present += 1,
            Some(Verdict::Partial) => self.partial += 1,
            Some(Verdict::WalkIn) if waits => self.from_waiting_list += 1,
            Some(Verdict::WalkIn) => self.walk_in += 1,
            Some(Verdict::Brief) => self.brief += 1,
            Some(Verdict::NoShow) => self.no_show += 1,
            Some(Verdict::Excused) => {
                self.excused += 1;
                self.excused_with_place += i64::from(has_place);
                self.withdrew += i64::from(signup == Some(SignupStatus::Cancelled));
            }
            None => self.not_known += i64::from(has_place),
        }
        if has_place {
            let is_present = matches!(verdict, Some(Verdict::Present | Verdict::WalkIn));
            let is_brief = matches!(verdict, Some(Verdict::Partial | Verdict::Brief));
            self.present_with_place += i64::from(is_present);
            self.came_with_place += i64::from(is_present || is_brief);
        }
    }

    /// Adds other people.
    pub(super) fn add_all(&mut self, other: &Self) {
        self.signed_up += other.signed_up;
        self.waiting += other.waiting;
        self.came_with_place += other.came_with_place;
        self.present_with_place += other.present_with_place;
        self.present += other.present;
        self.partial += other.partial;
        self.no_show += other.no_show;
        self.excused_with_place += other.excused_with_place;
        self.withdrew += other.withdrew;
        self.excused += other.excused;
        self.walk_in += other.walk_in;
        self.from_waiting_list += other.from_waiting_list;
        self.contributing += other.contributing;
        self.brief += other.brief;
        self.not_known += other.not_known;
    }

    /// Counts people with a place who did not come.
    pub(super) fn add_absent(&mut self, count: i64) {
        self.signed_up += count;
        self.no_show += count;
    }

    /// Counts people with a place and an unknown outcome.
    pub(super) fn add_expected(&mut self, count: i64) {
        self.signed_up += count;
        self.not_known += count;
    }

    /// Counts people who withdrew and did not come.
    pub(super) fn add_withdrawn(&mut self, count: i64) {
        self.withdrew += count;
        self.excused += count;
    }

    /// Returns how many were there at all, however briefly.
    pub(super) fn came(&self) -> i64 {
        let expected = self.present + self.partial;
        expected + self.walk_in + self.from_waiting_list + self.contributing + self.brief
    }

    /// Returns how many people with a place were there for long enough.
    pub(super) fn present_with_place(&self) -> i64 {
        self.present_with_place
    }

    /// Returns their share; empty if nobody has a place.
    pub(super) fn rate(&self) -> Cell {
        rate(self.present_with_place, self.signed_up)
    }

    /// Returns the labelled numbers in one line: everything known if it is over, else who is expected. Zeros are left
    /// out, unless they are informative.
    pub(super) fn in_a_line(&self, is_settled: bool, language: Language) -> String {
        let always = [(columns::SIGNED_UP, self.signed_up)];
        let settled = [
            (columns::CAME, self.came()),
            (columns::PRESENT, self.present),
        ];
        let others = [
            (columns::PARTIAL, self.partial, true),
            (columns::NO_SHOW, self.no_show, true),
            (columns::EXCUSED_WITH_PLACE, self.excused_with_place, false),
            (columns::WITHDREW, self.withdrew, false),
            (columns::WALK_IN, self.walk_in, true),
            (columns::FROM_WAITING_LIST, self.from_waiting_list, true),
            (columns::CONTRIBUTING, self.contributing, true),
            (columns::BRIEF, self.brief, true),
            (columns::WAITLISTED, self.waiting, false),
        ];
        let settled = settled.into_iter().filter(|_| is_settled);
        let others = others.into_iter();
        let others =
            others.filter(|(_, count, is_outcome)| *count > 0 && (is_settled || !is_outcome));
        let numbers = always
            .into_iter()
            .chain(settled)
            .chain(others.map(|(name, count, _)| (name, count)));
        let numbers = numbers.map(|(name, count)| {
            let name = name.in_language(language);
            message!(measures::number { name, count }).in_language(language)
        });
        numbers.collect::<Vec<_>>().join(" · ")
    }
}

/// Returns a share of a whole; empty if the whole is zero.
#[expect(
    clippy::cast_precision_loss,
    reason = "people are fewer than a double counts exactly"
)]
pub(super) fn rate(part: i64, whole: i64) -> Cell {
    if whole == 0 {
        Cell::Empty
    } else {
        Cell::Percent(part as f64 / whole as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_measures_have_the_same_name() {
        for language in [Language::En, Language::De, Language::Fr] {
            // At an event and in a session it is the same relation to the one or the other.
            let names = ALL.iter().map(|it| it.column.in_language(language));
            let mut names: Vec<&str> = names
                .filter(|it| *it != columns::SIGNED_UP.in_language(language))
                .collect();
            names.sort_unstable();
            let count = names.len();
            names.dedup();
            assert_eq!(names.len(), count, "{language:?}");
        }
    }

    #[test]
    fn whoever_waited_and_came_is_not_without_sign_up() {
        let mut tally = Tally::default();
        tally.add(Some(SignupStatus::Waitlisted), Some(Verdict::WalkIn));
        tally.add(None, Some(Verdict::WalkIn));
        assert_eq!((tally.from_waiting_list, tally.walk_in), (1, 1));
        assert_eq!((tally.came(), tally.signed_up, tally.waiting), (2, 0, 1));
    }

    #[test]
    fn whoever_has_a_part_in_another_session_is_not_without_sign_up() {
        let mut tally = Tally::default();
        tally.add_to_audience(None, Some(Verdict::WalkIn), true);
        tally.add_to_audience(None, Some(Verdict::WalkIn), false);
        tally.add_to_audience(Some(SignupStatus::Waitlisted), Some(Verdict::WalkIn), true);
        tally.add_to_audience(Some(SignupStatus::Confirmed), Some(Verdict::Present), true);
        assert_eq!((tally.walk_in, tally.contributing), (1, 1));
        assert_eq!((tally.from_waiting_list, tally.present), (1, 1));
        assert_eq!(tally.came(), 4);
    }

    #[test]
    fn the_rate_counts_those_with_a_place_alone() {
        let mut tally = Tally::default();
        let place = Some(SignupStatus::Confirmed);
        tally.add(place, Some(Verdict::NoShow));
        tally.add(None, Some(Verdict::WalkIn));
        assert_eq!(tally.rate(), Cell::Percent(0.0));
        tally.add(place, Some(Verdict::Present));
        assert_eq!(tally.rate(), Cell::Percent(0.5));
        assert_eq!(Tally::default().rate(), Cell::Empty);
    }

    #[test]
    fn the_signed_up_are_the_sum_of_what_came_of_them() {
        let mut tally = Tally::default();
        let place = Some(SignupStatus::Confirmed);
        for verdict in [
            Verdict::Present,
            Verdict::Partial,
            Verdict::NoShow,
            Verdict::Excused,
        ] {
            tally.add(place, Some(verdict));
        }
        tally.add_absent(2);
        tally.add(Some(SignupStatus::Cancelled), Some(Verdict::Excused));
        let sum = tally.present + tally.partial + tally.no_show + tally.excused_with_place;
        assert_eq!((tally.signed_up, sum), (6, 6));
        assert_eq!((tally.excused, tally.withdrew), (2, 1));
        assert_eq!(
            tally.in_a_line(true, Language::En),
            "Signed up: 6 · Attended: 2 · Present: 1 · Partial: 1 · No-show: 3 · Excused: 1 · Withdrew: 1"
        );
        assert_eq!(
            tally.in_a_line(false, Language::De),
            "Angemeldet: 6 · Entschuldigt: 1 · Abgemeldet: 1"
        );
    }
}
