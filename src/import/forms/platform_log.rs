//! Logs of meeting platforms, known well enough to be told from a table of sign-ups.

use super::{Head, Words, plain};

/// Returns the platform whose log this is, if it is one.
pub(in super::super) fn platform(head: &Head<'_>) -> Option<&'static str> {
    let first = plain(head.records.first()?.get(0)?);
    if matches!(
        first.as_str(),
        "meeting summary" | "besprechungszusammenfassung"
    ) || (first.starts_with("1. ")
        && head.records.iter().any(|record| {
            record
                .get(0)
                .is_some_and(|cell| cell.trim_start().starts_with("2. "))
        }))
    {
        return Some("Teams");
    }
    if first == "attendee report" {
        return Some("Zoom");
    }
    if first.starts_with("attendee report:") {
        return Some("GoTo");
    }
    head.records.iter().find_map(|record| {
        let words = Words::of(record);
        if words.starts_with(&["sessionid"])
            || (words.0.len() == 3
                && words.has_any(&["user action", "benutzeraktion", "acción del usuario"]))
        {
            return Some("Teams");
        }
        if words.has("activity score") || words.has_any(&["talk time", "redezeit"]) {
            return Some("BigBlueButton");
        }
        if words.has_any(&["attendance duration", "duração da presença"]) {
            return Some("Webex");
        }
        let named = words.0.iter().any(|cell| {
            [
                "name (original",
                "name (ursprünglich",
                "user name (original",
                "名前 (元の名前)",
            ]
            .iter()
            .any(|start| cell.starts_with(start))
        });
        if named {
            return Some("Zoom");
        }
        (words.has_any(&["time joined", "time exited"])
            || words.has_any(&["join time", "beitrittszeit"]))
        .then_some("a meeting platform")
    })
}
