//! Where a log belongs: to the session that was said, that its title names or that its hours fit, or to the
//! event, whose sessions share it by the clock.

use std::collections::HashMap;

use super::super::IntakeError;
use super::super::desk::Agenda;
use super::super::outcome::FileOutcome;
use crate::attendance::{Interval, Placement, place, shares_by_the_clock};
use crate::import::log::{Log, LogLine, LoggedStay, Meeting};
use crate::model::{Event, Instant, Session, SessionId};

/// Where the stays of one meeting go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Session(SessionId),
    Event,
    /// It is another meeting of the same export, on another day or of another event.
    Elsewhere,
}

impl Target {
    /// Returns the session of a stay's own, `None` within for the event as a whole; nothing for a meeting
    /// of somewhere else.
    #[expect(
        clippy::option_option,
        reason = "whether it is taken at all, and whether to one session"
    )]
    pub(super) fn session(self) -> Option<Option<SessionId>> {
        match self {
            Self::Session(id) => Some(Some(id)),
            Self::Event => Some(None),
            Self::Elsewhere => None,
        }
    }
}

/// Finds out where the stays of each meeting go.
pub(super) fn targets(
    log: &Log,
    agenda: &Agenda,
    session: Option<&Session>,
    by_the_clock: bool,
    outcome: &mut FileOutcome,
) -> Result<Vec<Target>, IntakeError> {
    let mut targets = Vec::new();
    let is_one = log.meetings.len() == 1;
    let mut outside = None;
    for (number, meeting) in log.meetings.iter().enumerate() {
        let stays = || {
            let lines = log.lines.iter().filter_map(|line| line.says.as_ref().ok());
            lines.filter(move |stay| stay.meeting == number)
        };
        let first_line = || {
            let of_it = |line: &&LogLine| line.says.as_ref().is_ok_and(|it| it.meeting == number);
            let first = log.lines.iter().find(of_it)?;
            first.lines.first().copied().filter(|_| !is_one)
        };
        // A meeting that nobody came to has no stays to be given to a session.
        let target = if stays().next().is_none()
            || !is_one && !is_on_a_day_of(meeting, &agenda.event)
        {
            Target::Elsewhere
        } else if let Some(session) = session {
            if !is_one {
                return Err(IntakeError::unfit(
                    format!(
                        "{} is of {} meetings, and --session names one session",
                        outcome.file,
                        log.meetings.len()
                    ),
                    "leave --session out: each meeting is given to the session that its title and hours fit",
                ));
            }
            Target::Session(session.id)
        } else if by_the_clock {
            Target::Event
        } else {
            let named = named(
                meeting,
                if is_one { &outcome.file } else { "" },
                &agenda.sessions,
            );
            let hours = hours(meeting, stays());
            match place(&agenda.sessions, hours, &named) {
                Placement::Event => Target::Event,
                // A list of many meetings has the lunch of the day in it, too.
                Placement::Outside if !is_one => {
                    outside.get_or_insert(first_line());
                    Target::Elsewhere
                }
                found => settled(&found, agenda, first_line(), outcome)?,
            }
        };
        if target == Target::Event {
            let has_lengths = stays().any(LoggedStay::is_a_length);
            hold_event(agenda, meeting, outcome, has_lengths)?;
        }
        targets.push(target);
    }
    if let Some(line) = outside
        && targets.iter().all(|target| *target == Target::Elsewhere)
    {
        settled(&Placement::Outside, agenda, line, outcome)?;
    }
    Ok(targets)
}

/// Says to which session a log was given, and why; or asks. `line` is the meeting's first, in a list of many.
fn settled(
    placement: &Placement,
    agenda: &Agenda,
    line: Option<u64>,
    outcome: &mut FileOutcome,
) -> Result<Target, IntakeError> {
    let slug = |id: SessionId| {
        agenda
            .session(id)
            .map_or("", |session| session.slug.as_str())
    };
    let file = match line {
        Some(line) => format!("{}, the meeting of line {line},", outcome.file),
        None => outcome.file.clone(),
    };
    // A list of many meetings is not given to one session.
    let unfit = |message: String, hint: &str| match line {
        Some(_) => IntakeError::unfit(
            message,
            "put the rows of that meeting into a file of its own, and say which session it is: --session SESSION; or leave them out",
        ),
        None => IntakeError::unfit(message, hint),
    };
    let (id, why) = match placement {
        Placement::Event => return Ok(Target::Event),
        Placement::Named(id) => (*id, "which its title or name says"),
        Placement::ByHours(id) => (*id, "whose hours it fits"),
        Placement::Disagrees(id) => {
            return Err(unfit(
                format!(
                    "{file} is called as the session `{}`, but its hours are those of others",
                    slug(*id)
                ),
                "say which it is: --session SESSION, or --by-the-clock when its room served several sessions, one after the other",
            ));
        }
        Placement::Parallel(ids) => {
            let slugs: Vec<String> = ids.iter().map(|id| format!("`{}`", slug(*id))).collect();
            return Err(unfit(
                format!(
                    "the hours of {file} are those of {}, which run at the same time",
                    slugs.join(", ")
                ),
                "say which it is: --session SESSION",
            ));
        }
        Placement::Outside => {
            return Err(unfit(
                format!("{file} is of hours in which no session of the event runs"),
                "say which session it is all the same: --session SESSION; or put the programme right: rollcall session edit SESSION --start TIME --end TIME",
            ));
        }
        Placement::Unknown => {
            return Err(unfit(
                format!(
                    "{file} does not say which session it is of: it has no times, and its title names none"
                ),
                "say which it is: --session SESSION",
            ));
        }
    };
    let which = line.map_or_else(String::new, |line| format!("the meeting of line {line}: "));
    outcome
        .notes
        .push(format!("{which}given to the session `{}`, {why}", slug(id)));
    Ok(Target::Session(id))
}

/// Holds that a log of the event as a whole can be shared among its sessions by the clock, and says how.
fn hold_event(
    agenda: &Agenda,
    meeting: &Meeting,
    outcome: &mut FileOutcome,
    has_lengths: bool,
) -> Result<(), IntakeError> {
    if agenda.sessions.is_empty() {
        return Ok(());
    }
    let sharing: Vec<&Session> = shares_by_the_clock(&agenda.sessions).collect();
    let is_touched = |session: &&Session| {
        meeting.start.is_none_or(|start| start < session.end)
            && meeting.end.is_none_or(|end| session.start < end)
    };
    let quoted = |session: &Session| format!("`{}`", session.slug);
    let slugs: Vec<String> = sharing
        .iter()
        .copied()
        .filter(is_touched)
        .map(quoted)
        .collect();
    let file = &outcome.file;
    if slugs.is_empty() {
        return Err(IntakeError::unfit(
            format!(
                "{file} is of several sessions, and each has a room of its own or runs beside another"
            ),
            "give it to one session: --session SESSION",
        ));
    }
    if has_lengths && agenda.sessions.len() > 1 {
        return Err(IntakeError::unfit(
            format!(
                "{file} says how long people were there and not when, and so it cannot be shared among several sessions"
            ),
            "export it with times (Zoom: without \"show unique users\"), or give it to one session: --session SESSION",
        ));
    }
    outcome
        .notes
        .push(format!("shared by the clock among {}", slugs.join(", ")));
    let beside: Vec<String> = agenda
        .sessions
        .iter()
        .filter(is_touched)
        .filter(|session| session.room.is_none() && !sharing.iter().any(|it| it.id == session.id))
        .map(quoted)
        .collect();
    if !beside.is_empty() {
        outcome.notes.push(format!(
            "not counted for {}, which run at the same time: the log of each is imported with --session",
            beside.join(", ")
        ));
    }
    Ok(())
}

fn is_on_a_day_of(meeting: &Meeting, event: &Event) -> bool {
    let Some(start) = meeting.start else {
        return true;
    };
    let day = |instant: Instant| instant.with_timezone(&event.zone).date_naive();
    (day(event.start)..=day(event.end)).contains(&day(start))
}

/// When somebody first came and last left, as far as a log says.
type Hours = (Option<Instant>, Option<Instant>);

/// Returns when most of a meeting's people were there: from the moment that a quarter of them had come to
/// the moment that a quarter had left. Hosts come early, and some stay to the bitter end.
fn hours<'a>(meeting: &Meeting, stays: impl Iterator<Item = &'a LoggedStay>) -> Option<Interval> {
    let mut people: HashMap<(&str, Option<&str>), Hours> = HashMap::new();
    for stay in stays {
        let entry = people
            .entry((stay.name.as_str(), stay.email.as_deref()))
            .or_default();
        entry.0 = entry.0.into_iter().chain(stay.joined_at).min();
        entry.1 = entry.1.max(stay.left_at);
    }
    let (mut came, mut left): (Vec<Instant>, Vec<Instant>) = (Vec::new(), Vec::new());
    for (joined_at, left_at) in people.into_values() {
        came.extend(joined_at);
        left.extend(left_at);
    }
    came.sort_unstable();
    left.sort_unstable();
    let quarter =
        |moments: &[Instant], share: usize| moments.get(moments.len() * share / 4).copied();
    let start = quarter(&came, 1).or(meeting.start)?;
    let end = match left.len() {
        0 => meeting.end?,
        length => left[(length * 3).div_ceil(4) - 1],
    };
    if start < end {
        return Some(Interval { start, end });
    }
    // They came one after the other.
    let (start, end) = (meeting.start?, meeting.end?);
    (start < end).then_some(Interval { start, end })
}

/// Returns the sessions that a meeting's title names, or else the file's name: by their title, what stands
/// before its colon ("Bar 1: Harbour Pub"), their short name or their room, in whole words. Of two such names the longer counts, when it contains the other.
fn named(meeting: &Meeting, file: &str, sessions: &[Session]) -> Vec<SessionId> {
    for text in [meeting.title.as_deref().unwrap_or_default(), stem(file)] {
        let text = words(text);
        let mut found: Vec<(SessionId, String)> = Vec::new();
        for session in sessions {
            let names = [
                Some(session.title.as_str()),
                session.title.split_once(':').map(|(number, _)| number),
                Some(session.slug.as_str()),
                session.room.as_deref(),
            ];
            let longest = names
                .into_iter()
                .flatten()
                .map(words)
                .filter(|name| !name.trim().is_empty() && text.contains(name.as_str()))
                .max_by_key(String::len);
            found.extend(longest.map(|name| (session.id, name)));
        }
        let is_part = |name: &String| {
            found
                .iter()
                .any(|(_, other)| other.len() > name.len() && other.contains(name.as_str()))
        };
        let whole: Vec<SessionId> = found
            .iter()
            .filter(|(_, name)| !is_part(name))
            .map(|(id, _)| *id)
            .collect();
        if !whole.is_empty() {
            return whole;
        }
    }
    Vec::new()
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// Returns a text as folded words with a blank around each: ` bar 1 `, of `Bar 1`, `bar-1` and `bar1`.
fn words(text: &str) -> String {
    let mut words = String::from(" ");
    for token in crate::identity::fold_tokens(&text.replace(['-', '_', '.'], " ")) {
        let mut was_digit = None;
        for letter in token.chars() {
            let is_digit = letter.is_ascii_digit();
            if was_digit.is_some_and(|was| was != is_digit) {
                words.push(' ');
            }
            was_digit = Some(is_digit);
            words.push(letter);
        }
        words.push(' ');
    }
    words
}
