//! Layouts of webinars for which there is no sample.

use super::super::tests::{records_in, records_of};
use super::read;
use super::tests::{fields, meetings, told, told_of};
use crate::import::platforms::tests::in_english;

#[test]
fn a_padded_webinar_without_the_title_of_its_attendees_is_read() {
    let records = records_of("zoom_more/zoom_webinar_padded.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        told(&log),
        [
            "8: Clara Goldbach | clara.goldbach@go-buero.example.org | Mar 22, 2025 19:13:27 | Mar 22, 2025 23:55:19 | 282",
            "12: - registered and not there",
            "13: Erna M. (Erna Muster) <Erna+Muster> | erna@labor.example.net | Mar 22, 2025 19:52:01 | Mar 22, 2025 19:52:39 | 1 [Labor Süd, Abteilung 2]",
            "14: Erna M. (Erna Muster) <Erna+Muster> | erna@labor.example.net | Mar 22, 2025 20:52:29 | Mar 22, 2025 23:55:19 | 183 [Labor Süd, Abteilung 2]",
            "17: 4930****123 |  | Mar 22, 2025 20:00:00 | Mar 22, 2025 20:30:00 | 30",
        ]
    );
    assert_eq!(
        meetings(&log),
        ["Licht, und mehr | Mar 22, 2025 7:13 PM | "]
    );
    assert_eq!(
        fields(&log),
        "status name given_name family_name email ignore ignore ignore joined_at left_at duration \
         ignore organisation answer ignore ignore"
    );
    assert_eq!(in_english(&log.notes), [""; 0]);
}

#[test]
fn a_webinar_in_an_unknown_language_is_read_by_its_shape() {
    let records = records_of("zoom_more/zoom_webinar_unknown_words.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        told(&log),
        [
            "8: Claire Dubois | claire.dubois@optique.example.com | 10/08/2020 09:47:12 AM | 10/08/2020 12:06:40 PM | 140",
            "12: Luc <Luc+Martin> | luc.martin@optique.example.com | 10/08/2020 09:58:03 AM | 10/08/2020 10:31:20 AM | 34 [Optique Est]",
            "13: - registered and not there",
            "16: 336****12 |  | 10/08/2020 10:04:30 AM | 10/08/2020 11:20:15 AM | 76",
        ]
    );
    assert_eq!(
        meetings(&log),
        ["Rencontre d'automne | 10/08/2020 09:47:12 AM | "]
    );
    assert_eq!((log.family, log.notes.len()), ("zoom-webinar", 1));
}

#[test]
fn every_row_of_a_webinar_has_its_fate() {
    let heads = "Attendee Report\nAttendee Details;\nAttended;User Name (Original Name);First Name;\
                 Last Name;Email;Join Time;Leave Time;Time in Session (minutes);Is Guest;Company\n";
    for (row, expected) in [
        (
            "Yes;Anna;;;anna@example.org;--;--;--;--",
            "! None neither a time nor a length: nothing says that they were there",
        ),
        (
            "No;Anna;Anna;Muster;anna@example.org;10/08/2020 09:58 AM;10/08/2020 09:59 AM;1;Yes",
            "! Some(\"Attended\") it says that they were not there, but also how long they were",
        ),
        (
            "No;Anna;Anna;Muster;anna@example.org;;;;",
            "- registered and not there",
        ),
        (
            "Nein;Anna;Anna;Muster;;--;--;--;--",
            "- registered and not there",
        ),
        (
            "Ei;Anna;Anna;Muster;;--;--;--;--",
            "- registered and not there",
        ),
        (
            "Yes;Anna;;;anna@example.org;10/08/2020 09:58 AM;10/08/2020 09:59 AM;1;Yes;Yes",
            "Anna | anna@example.org | 10/08/2020 09:58 AM | 10/08/2020 09:59 AM | 1",
        ),
        (
            "Yes;Anna;Anna;;;10/08/2020 09:58 AM;10/08/2020 09:59 AM;1;Yes;Labor Süd",
            "Anna <Anna+> |  | 10/08/2020 09:58 AM | 10/08/2020 09:59 AM | 1 [Labor Süd]",
        ),
    ] {
        let found = told_of(&format!("{heads}{row}"));
        assert_eq!(found, [format!("5: {expected}")], "{row}");
    }
}

#[test]
fn two_webinars_in_one_file_are_two_meetings() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/zoom/zoom_webinar_attendee.csv");
    let webinar = std::fs::read_to_string(path).unwrap();
    let once = records_in(webinar.as_bytes());
    let twice = records_in(format!("{webinar}{webinar}").as_bytes());
    let (once, twice) = (
        read(&once).unwrap().unwrap(),
        read(&twice).unwrap().unwrap(),
    );
    assert_eq!(
        twice.meetings,
        [&once.meetings[..], &once.meetings[..]].concat()
    );
    assert_eq!(told(&twice)[..once.lines.len()], told(&once));
    assert_eq!(twice.lines.len(), 2 * once.lines.len());
}
