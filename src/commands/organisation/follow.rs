//! Options for whether registrations follow a change: the old value was never right, or it was right at the time.

use super::super::arguments::instant;
use super::super::telling::Story;
use crate::error::Error;
use crate::intake::Follow;
use crate::message;

/// The options for this.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
pub(in crate::commands) struct FollowArgs {
    #[arg(long)]
    correct: bool,
    #[arg(long)]
    keep: bool,
    #[arg(long = "from", value_name = "DATE")]
    since: Option<String>,
}

impl FollowArgs {
    /// Returns whether any option is given.
    pub(in crate::commands) fn is_given(&self) -> bool {
        self.correct || self.keep || self.since.is_some()
    }

    /// Returns which registrations follow; `otherwise` if no option is given.
    pub(in crate::commands) fn or(&self, otherwise: Follow) -> Result<Follow, Error> {
        Ok(match &self.since {
            Some(text) => Follow::From(instant(text, None, chrono_tz::UTC)?.date_naive()),
            None if self.correct => Follow::All,
            None if self.keep => Follow::None,
            None => otherwise,
        })
    }
}

/// Reports how many registrations follow.
pub(in crate::commands) fn tell_followed(story: &mut Story, count: usize, name: &str) {
    if count > 0 {
        story.line(message!(organisation::registrations_follow {
            planned: story.is_planned(),
            count,
            name
        }));
    }
}
