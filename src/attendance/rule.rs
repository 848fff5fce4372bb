//! Which attendance rule applies, and whether it is met.

use crate::model::Rule;

/// For sessions shorter than this, the default rule is half their length.
const SHORT_SESSION_SECONDS: i64 = 600;

/// Who set the rule that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleSource {
    /// The session has its own.
    Session,
    /// The event has one for all its sessions.
    Event,
    /// Nobody set one.
    Default,
}

/// The rule that applies to a session; printed as `5min`, `50%`, `any`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleInForce {
    /// The rule.
    pub rule: Rule,
    /// Who set it.
    pub source: RuleSource,
}

impl std::fmt::Display for RuleInForce {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.rule.fmt(formatter)
    }
}

/// Returns the default rule: five minutes, or half of a session shorter than ten.
pub fn default_rule(session_seconds: i64) -> Rule {
    if session_seconds < SHORT_SESSION_SECONDS {
        Rule::Percent(50)
    } else {
        Rule::Minutes(5)
    }
}

/// Returns the rule that applies: the session's own, else the event's, else the default.
pub fn effective_rule(
    session: Option<Rule>,
    event: Option<Rule>,
    session_seconds: i64,
) -> RuleInForce {
    let (rule, source) = match (session, event) {
        (Some(rule), _) => (rule, RuleSource::Session),
        (None, Some(rule)) => (rule, RuleSource::Event),
        (None, None) => (default_rule(session_seconds), RuleSource::Default),
    };
    RuleInForce { rule, source }
}

/// Whether somebody who came for this many seconds meets the rule.
///
/// Nobody has to stay longer than the whole session: `15min` in a session of ten minutes is met by staying throughout.
pub fn meets(rule: Rule, seconds: i64, session_seconds: i64) -> bool {
    match rule {
        Rule::Any => true,
        Rule::Minutes(needed) => seconds >= (i64::from(needed) * 60).min(session_seconds),
        // In whole numbers, so that exactly half counts as half.
        Rule::Percent(needed) => seconds * 100 >= session_seconds * i64::from(needed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_rule_holds() {
        let (own, general) = (Some(Rule::Any), Some(Rule::Minutes(15)));
        let force = |session, event, seconds| {
            let force = effective_rule(session, event, seconds);
            (force.to_string(), force.source)
        };
        assert_eq!(
            force(own, general, 3600),
            ("any".to_owned(), RuleSource::Session)
        );
        assert_eq!(
            force(None, general, 3600),
            ("15min".to_owned(), RuleSource::Event)
        );
        assert_eq!(
            force(None, None, 600),
            ("5min".to_owned(), RuleSource::Default)
        );
        assert_eq!(
            force(None, None, 599),
            ("50%".to_owned(), RuleSource::Default)
        );
    }

    #[test]
    fn a_rule_is_met_to_the_second() {
        for (rule, seconds, session, expected) in [
            (Rule::Any, 0, 3600, true),
            (Rule::Minutes(5), 300, 3600, true),
            (Rule::Minutes(5), 299, 3600, false),
            (Rule::Minutes(15), 600, 600, true),
            (Rule::Minutes(15), 599, 600, false),
            (Rule::Percent(50), 1350, 2700, true),
            (Rule::Percent(50), 1349, 2700, false),
            (Rule::Percent(100), 2700, 2700, true),
            (Rule::Percent(33), 33, 100, true),
            (Rule::Percent(50), 0, 0, true),
        ] {
            assert_eq!(meets(rule, seconds, session), expected, "{rule} {seconds}");
        }
    }
}
