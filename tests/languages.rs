//! What people read is in their language; what programs read is the same in every one.

use crate::by_hand::day;
use crate::support::World;

/// Somebody signed up for two sessions at once: operation 8 took back the cancellation, operation 6.
fn overlapping() -> World {
    let world = World::with_file();
    for arguments in [
        &[
            "event",
            "add",
            "Meeting",
            "--start",
            "2020-10-08T10:00",
            "--end",
            "12:00",
        ][..],
        &[
            "session", "add", "Alpha", "--start", "10:00", "--end", "11:00",
        ],
        &[
            "session", "add", "Beta", "--start", "10:30", "--end", "11:30",
        ],
        &["person", "add", "Anna Muster"],
        &["signup", "add", "Anna Muster", "--session", "alpha"],
        &["signup", "cancel", "Anna Muster", "--session", "alpha"],
        &["signup", "add", "Anna Muster", "--session", "beta"],
        &["undo", "6"],
    ] {
        world.run(arguments).success();
    }
    world
}

#[test]
fn an_open_question_about_somebody_is_told_in_their_reader_s_language() {
    let world = overlapping();
    let show = ["person", "show", "1", "--lang", "de"];
    let german = world.run(&show).success();
    assert!(
        german.contains("alpha und beta überschneiden sich"),
        "{german}"
    );
    let data = world
        .run(&[&show[..], &["--format", "json"]].concat())
        .success();
    assert!(data.contains("alpha and beta overlap"), "{data}");
}

#[test]
fn the_history_says_what_was_taken_back_in_the_reader_s_language() {
    let world = overlapping();
    let german = world.line("history --lang de").success();
    assert!(german.contains("zurückgenommen durch 8"), "{german}");
    let show = world.line("history show 6 --lang de");
    let show = show.success();
    assert!(show.contains("zurückgenommen durch Vorgang 8"), "{show}");
    for format in ["json", "jsonl"] {
        let data = world.run(&["history", "--lang", "de", "--format", format]);
        let data = data.success();
        assert!(data.contains("\"undone by 8\""), "{data}");
    }
}

#[test]
fn what_inspect_counts_is_told_in_the_reader_s_language() {
    let world = World::new();
    world.write("one.tsv", "Name\tE-Mail\nAnna Muster\ta@x.example\n");
    let shown = |language| {
        world
            .run(&["inspect", "one.tsv", "--lang", language])
            .success()
    };
    assert!(shown("en").contains(", tab, 1 row\n"), "{}", shown("en"));
    assert!(
        shown("de").contains(", Tabulator, 1 Zeile\n"),
        "{}",
        shown("de")
    );
}

#[test]
fn where_a_stay_was_recorded_is_told_in_the_reader_s_language() {
    let world = day();
    world.write(
        "attendance.csv",
        "event,session,person_id,given_name,family_name,email,organisation,recorded_name,recorded_email,\
         joined_at,left_at,source,seconds,meets,nobody,verdict,reason\n\
         tag,a,,,,,,Gast,,2020-10-08T11:30:00+02:00,2020-10-08T12:00:00+02:00,door,,,no,,\n",
    );
    drop(world.run(&["import", "attendance.csv"]).code(3));
    let show = ["review", "show", "1", "--lang", "de"];
    let german = world.run(&show).success();
    assert!(german.contains("30  Einlass\n"), "{german}");
    let data = world
        .run(&[&show[..], &["--format", "json"]].concat())
        .success();
    assert!(data.contains("\"source\":\"door\""), "{data}");
}
