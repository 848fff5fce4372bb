//! Where a log belongs: to the session given by the user, the one that its title names or that its hours fit, or to the
//! event, whose sessions share it by the clock.

use std::collections::HashMap;

use super::super::IntakeError;
use super::super::desk::Agenda;
use super::super::outcome::FileOutcome;
use crate::attendance::{Interval, Placement, place, shares_by_the_clock};
use crate::catalogue::messages::log;
use crate::catalogue::{Message, Wording};
use crate::import::log::{Log, LogLine, LoggedStay, Meeting};
use crate::import::quoted;
use crate::message;
use crate::model::{Event, Instant, Session, SessionId};

/// Where the stays of a meeting belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Session(SessionId),
    Event,
    /// It is another meeting in the same export, on another day or for another event.
    Elsewhere,
}

impl Target {
    /// Returns the session of a stay, with an inner `None` for the event as a whole; the outer `None` for a meeting
    /// that does not belong here.
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

/// Determines where the stays of each meeting belong.
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
        // A meeting that nobody came to has no stays to assign to a session.
        let target =
            if stays().next().is_none() || !is_one && !is_on_a_day_of(meeting, &agenda.event) {
                Target::Elsewhere
            } else if let Some(session) = session {
                if !is_one {
                    return Err(IntakeError::unfit(
                        message!(log::many_meetings {
                            count: log.meetings.len(),
                            file: outcome.file
                        }),
                        log::MANY_MEETINGS_HINT,
                    ));
                }
                hold_hours(session, meeting, stays(), outcome)?;
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
                    // A list of many meetings also contains the lunch of that day.
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

/// Adds a note about the session a log was assigned to, and why; or asks. `line` is the meeting's first, in a list of
/// many.
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
        Some(line) => message!(log::meeting {
            file: outcome.file,
            line
        }),
        None => Message::verbatim(&outcome.file),
    };
    // A list of many meetings is not assigned to one session.
    let unfit = |message: Message, hint: Wording| {
        Err(IntakeError::unfit(
            message,
            line.map_or(hint, |_| log::SPLIT_HINT),
        ))
    };
    let (id, note) = match placement {
        Placement::Event => return Ok(Target::Event),
        Placement::Named(id) => (*id, message!(log::given_by_name { session: slug(*id) })),
        Placement::ByHours(id) => (*id, message!(log::given_by_hours { session: slug(*id) })),
        Placement::Disagrees(id) => {
            let session = slug(*id);
            let message = message!(log::disagrees { file, session });
            return unfit(message, log::DISAGREES_HINT);
        }
        Placement::Parallel(ids) => {
            let sessions = quoted(ids.iter().map(|id| slug(*id)));
            let message = message!(log::parallel { file, sessions });
            return unfit(message, log::WHICH_SESSION_HINT);
        }
        Placement::Outside => {
            let message = message!(log::no_session_then { file });
            return unfit(message, log::NO_SESSION_THEN_HINT);
        }
        Placement::Unknown => {
            let message = message!(log::nothing_says { file });
            return unfit(message, log::WHICH_SESSION_HINT);
        }
    };
    outcome.notes.push(match line {
        Some(line) => message!(log::of_meeting { line, note }),
        None => note,
    });
    Ok(Target::Session(id))
}

/// Makes sure that a log that only says how long people were there is of the session's hours, if it says of which it is.
fn hold_hours<'a>(
    session: &Session,
    meeting: &Meeting,
    mut stays: impl Iterator<Item = &'a LoggedStay>,
    outcome: &FileOutcome,
) -> Result<(), IntakeError> {
    let is_before = meeting.end.is_some_and(|end| end <= session.start);
    let is_after = meeting.start.is_some_and(|start| session.end <= start);
    if (is_before || is_after) && stays.all(LoggedStay::is_a_length) {
        let (file, session) = (&outcome.file, &session.slug);
        return Err(IntakeError::unfit(
            message!(log::other_hours { file, session }),
            log::OTHER_HOURS_HINT,
        ));
    }
    Ok(())
}

/// Makes sure that a log of the event as a whole can be shared among its sessions by the clock, and adds a note.
fn hold_event<'agenda>(
    agenda: &'agenda Agenda,
    meeting: &Meeting,
    outcome: &mut FileOutcome,
    has_lengths: bool,
) -> Result<(), IntakeError> {
    if agenda.sessions.is_empty() {
        return Ok(());
    }
    let sharing: Vec<&'agenda Session> = shares_by_the_clock(&agenda.sessions).collect();
    let is_touched = |session: &&Session| {
        meeting.start.is_none_or(|start| start < session.end)
            && meeting.end.is_none_or(|end| session.start < end)
    };
    let slug = |session: &'agenda Session| session.slug.as_str();
    let touched = sharing.iter().copied().filter(is_touched);
    let sessions = quoted(touched.map(slug));
    let file = &outcome.file;
    if sessions.is_empty() {
        return Err(IntakeError::unfit(
            message!(log::several_sessions { file }),
            log::ONE_SESSION_HINT,
        ));
    }
    if has_lengths && agenda.sessions.len() > 1 {
        return Err(IntakeError::unfit(
            message!(log::lengths_alone { file }),
            log::LENGTHS_ALONE_HINT,
        ));
    }
    outcome.notes.push(message!(log::shared { sessions }));
    let beside =
        agenda.sessions.iter().filter(is_touched).filter(|session| {
            session.room.is_none() && !sharing.iter().any(|it| it.id == session.id)
        });
    let sessions = quoted(beside.map(slug));
    if !sessions.is_empty() {
        outcome.notes.push(message!(log::not_counted { sessions }));
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

/// When somebody first came and last left, if the log says.
type Hours = (Option<Instant>, Option<Instant>);

/// Returns when most of a meeting's people were there: from the moment when a quarter of them had come to the moment
/// when a quarter had left. Hosts come early, and some stay to the bitter end.
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

/// Returns the sessions named in a meeting's title, or else in the file's name: by their title, the text before its
/// colon ("Bar 1: Harbour Pub"), their short name or their room, in whole words. If one such name contains another, the
/// longer one counts.
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

/// Returns a text as folded words with a space around each: ` bar 1 ` for `Bar 1`, `bar-1` and `bar1`.
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
