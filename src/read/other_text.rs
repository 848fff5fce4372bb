//! Recognises text that is not a table: contacts, calendars, schedules, web pages, JSON.
//!
//! The file name extension is ignored, and so is the kind of file the organiser gave: no line of a vCard is an
//! attendee. [`hint`] says what to do instead for each type.

use crate::catalogue::Wording;
use crate::catalogue::messages::read;

/// Returns what to do about such a file; `None` for types that contain neither people nor a programme.
pub(super) fn hint(what: Wording) -> Option<Wording> {
    match what {
        read::CONTACTS => Some(read::EXPORT_CONTACTS),
        read::CALENDAR => Some(read::WRITE_THE_PROGRAMME),
        read::SCHEDULE => Some(read::EXPORT_THE_SCHEDULE),
        _ => None,
    }
}

/// Names a text that is not a table, with its article. `start` is the beginning of the text.
pub(super) fn other_text(start: &str) -> Option<Wording> {
    let start = start.trim_start().to_ascii_lowercase();
    let xml = start.starts_with("<?xml");
    let html = ["<!doctype html", "<html"];
    if is_contacts(&start) {
        Some(read::CONTACTS)
    } else if is_calendar(&start) {
        Some(read::CALENDAR)
    } else if is_schedule(&start) {
        Some(read::SCHEDULE)
    } else if html.iter().any(|tag| start.starts_with(tag)) || (xml && start.contains("<html")) {
        Some(read::WEB_PAGE)
    } else if xml {
        Some(read::XML)
    } else if is_json(&start) {
        Some(read::JSON)
    } else if is_markdown(&start) {
        Some(read::MARKDOWN)
    } else {
        None
    }
}

/// Whether there is a brace or bracket followed by something that only JSON has there: a heading may begin with a
/// bracket too.
fn is_json(start: &str) -> bool {
    let inner = |sign| start.strip_prefix(sign).map(str::trim_start);
    inner('{').is_some_and(|rest| rest.starts_with(['"', '}']))
        || inner('[').is_some_and(|rest| rest.starts_with(['{', '[', ']', '"']))
}

/// Whether there is a title with an empty line below it, or the line of dashes under the headings of a table.
fn is_markdown(start: &str) -> bool {
    let mut lines = start.lines();
    let titled = lines.next().is_some_and(|line| line.starts_with("# "))
        && lines.next().is_some_and(|line| line.trim().is_empty());
    titled
        || start.lines().take(40).any(|line| {
            line.contains('|')
                && line.contains("---")
                && line.chars().all(|letter| "|-: \t".contains(letter))
        })
}

/// Whether a text begins like contacts; `start` is in lower case.
fn is_contacts(start: &str) -> bool {
    let is_ldif = start.starts_with("dn: ") || start.starts_with("dn:: ");
    is_ldif
        || first_line(start) == "begin:vcard"
        || is_list_of("vcard", start)
        || root_of(start) == "vcards"
}

/// Whether a text begins like a calendar.
fn is_calendar(start: &str) -> bool {
    first_line(start) == "begin:vcalendar"
        || is_list_of("vcalendar", start)
        || root_of(start) == "icalendar"
}

/// Whether a text is a schedule: in the format of frab and related tools, or sessions with speakers and times.
fn is_schedule(start: &str) -> bool {
    if root_of(start) == "schedule" {
        return true;
    }
    let has = |key: &str| start.contains(&format!("\"{key}\""));
    let times = ["start", "startsat", "start_time", "starttime", "slot"];
    is_json(start)
        && (has("schedule") && (has("conference") || has("days"))
            || has("speakers") && times.into_iter().any(has))
}

fn first_line(start: &str) -> &str {
    start.lines().next().unwrap_or_default().trim_end()
}

/// Whether a text is of a type as JSON: jCard and jCal begin with their name.
fn is_list_of(name: &str, start: &str) -> bool {
    let inner = start
        .strip_prefix('[')
        .map(|rest| rest.trim_start_matches(['[', ' ', '\n', '\r', '\t']));
    inner.is_some_and(|rest| rest.starts_with(&format!("\"{name}\"")))
}

/// Returns the name of the root element, without its prefix; empty if the text is not XML.
fn root_of(start: &str) -> &str {
    let mut rest = start;
    while let Some(aside) = rest.strip_prefix("<?").or_else(|| rest.strip_prefix("<!")) {
        let end = if aside.starts_with("--") { "-->" } else { ">" };
        let Some((_, after)) = aside.split_once(end) else {
            return "";
        };
        rest = after.trim_start();
    }
    let name = rest.strip_prefix('<').unwrap_or_default();
    let end = name.find(|it: char| it.is_whitespace() || it == '>' || it == '/');
    let name = &name[..end.unwrap_or(0)];
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_log_in_page_is_named() {
        assert_eq!(
            other_text("\r\n<!DOCTYPE html><html lang=de>"),
            Some(read::WEB_PAGE)
        );
        assert_eq!(
            other_text("<?xml version='1.0'?><Workbook/>"),
            Some(read::XML)
        );
        for json in ["{\n  \"columns\": []}", "[{\"name\": 1}]", "[ ]"] {
            assert_eq!(other_text(json), Some(read::JSON), "{json}");
        }
        for markdown in [
            "# Teilnehmer\n\n* Anna",
            "| Name | Mail |\n| :--- | --- |\n",
        ] {
            assert_eq!(other_text(markdown), Some(read::MARKDOWN));
        }
        for table in [
            "Name;E-Mail",
            "#;Name\n1;Anna",
            "a|b\n-|-\n",
            "[Name];[Mail]",
        ] {
            assert_eq!(other_text(table), None, "{table}");
        }
    }

    #[test]
    fn contacts_calendars_and_schedules_are_named() {
        for (text, what) in [
            ("BEGIN:VCARD\r\nVERSION:3.0\r\n", read::CONTACTS),
            ("\n\nbegin:vcard\nfn:Anna\n", read::CONTACTS),
            ("[[\"vcard\", []]]", read::CONTACTS),
            ("dn: cn=Anna,mail=anna@example.org\n", read::CONTACTS),
            (
                "<?xml version=\"1.0\"?><vcards xmlns=\"x\"><vcard/></vcards>",
                read::CONTACTS,
            ),
            ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", read::CALENDAR),
            ("[\"vcalendar\", []]", read::CALENDAR),
            (
                "<?xml version='1.0'?>\n<!-- x -->\n<schedule>",
                read::SCHEDULE,
            ),
            ("<schedule><version>1</version>", read::SCHEDULE),
            (
                "{\"schedule\": {\"conference\": {\"days\": []}}}",
                read::SCHEDULE,
            ),
            (
                "[{\"title\": \"A\", \"startsAt\": \"x\", \"speakers\": []}]",
                read::SCHEDULE,
            ),
        ] {
            assert_eq!(other_text(text), Some(what), "{text}");
            assert!(hint(what).is_some());
        }
        for table in [
            "Begin:vcard;Name\n",
            "<Name>;<Mail>\n",
            "Schedule;Speakers\n",
            "dn;Name\n",
        ] {
            assert_eq!(other_text(table), None, "{table}");
        }
        assert_eq!(other_text("{\"speakers\": []}"), Some(read::JSON));
    }
}
