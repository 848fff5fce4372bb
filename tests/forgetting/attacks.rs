//! Every place in the file where somebody may be named.

use super::bytes::{files_with, has};
use crate::support::World;
use rollcall::intake::{self, ForgettingPlan, Mentions};
use rollcall::store::{Store, StoreError};

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,speakers
treff,,Clustertreffen,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,
treff,plenum,Plenum,plenary,2020-10-08T10:00:00+02:00,2020-10-08T12:00:00+02:00,Zita Zeisig (moderator)
treff,a,Session A,breakout,2020-10-08T13:00:00+02:00,2020-10-08T14:00:00+02:00,Otto Olm
treff,b,Session B,breakout,2020-10-08T14:00:00+02:00,2020-10-08T15:00:00+02:00,
";

const FORM: &str = "\
Zeitstempel;Name;E-Mail;Telefon;Organisation;Bemerkung;Session
2020-09-01 10:00;Zita Zeisig;zita@zeisig.example;+49 431 7788990;Zeisig und Co;vegan;Session A
2020-09-01 10:05;Otto Olm;otto@olm.example;;Olmwerk;Ich komme mit Zita Zeisig (+49 431 7788990);Session A
2020-09-01 10:10;Bert Biber;bert@biber.example;;Biberbau;;Session B
";

/// A file with the meeting and three people, of whom Zita Zeisig will be removed.
fn world() -> World {
    let mut world = World::with_file();
    world.set_now("2020-10-07T10:00:00+02:00");
    world.write("programme.csv", PROGRAMME);
    world.write("form.csv", FORM);
    world.run(&["import", "programme.csv"]).success();
    world.line("import form.csv --as signups").success();
    world.set_now("2020-10-09T09:00:00+02:00");
    world
}

fn forget(world: &World, mentions: &str) -> String {
    let line = [
        "person",
        "forget",
        "Zita Zeisig",
        "--yes",
        "--mentions",
        mentions,
    ];
    let output = world.run(&line).code(0);
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    output.stderr
}

/// Holds that the file and its copies say nothing of her, and that all that is left can be undone.
fn assert_gone(world: &World) {
    for name in ["programme.csv", "form.csv"] {
        drop(std::fs::remove_file(world.path().join(name)));
    }
    world.run(&["backup", "copy.db"]).success();
    world.line("export all -o all").success();
    for text in [
        "Zita Zeisig",
        "Zeisig, Zita",
        "zita@zeisig.example",
        "Zeisig Zita",
        "7788990",
    ] {
        assert_eq!(files_with(world.path(), text), [""; 0], "{text}");
    }
    while world.run(&["undo"]).code == 0 {
        assert_eq!(world.run(&["check"]).success(), "sound\n");
    }
    let dump = world.dump();
    let mut left = dump.lines().filter(|line| !line.starts_with("forgotten\t"));
    assert_eq!(left.next(), None);
}

#[test]
fn answers_of_others_and_speakers_lose_the_name_where_that_is_said() {
    let world = world();
    let said = forget(&world, "remove");
    assert!(
        said.contains("0 traces") && said.contains("mentions removed"),
        "{said}"
    );
    let answers = world.line("person show 'Otto Olm'").success();
    assert!(answers.contains("Ich komme mit […] ([…])"), "{answers}");
    let speakers = world.run(&["export", "programme"]).success();
    assert!(
        speakers.contains("Otto Olm") && !speakers.contains("Zita"),
        "{speakers}"
    );
    assert_gone(&world);
}

#[test]
fn mentions_that_are_kept_are_told_by_their_rows() {
    let world = world();
    let refused = world.line("person forget 1 --yes").code(2);
    assert!(refused.stderr.contains("--mentions"), "{refused}");
    let said = forget(&world, "keep");
    assert!(said.contains("the name also stands in"), "{said}");
    assert!(
        said.contains("`registration`") && said.contains("`session_person`"),
        "{said}"
    );
    assert!(said.contains("0 traces"), "{said}");
    let speakers = world.run(&["export", "programme"]).success();
    assert!(speakers.contains("Zita Zeisig"), "{speakers}");
}

#[test]
fn a_part_of_a_name_means_nobody() {
    let world = world();
    for part in ["Zita", "Zeisig", "zeisig.example", "99", "zita@"] {
        let refused = world.run(&["person", "forget", part, "--yes"]).code(1);
        assert!(refused.stderr.contains("there is no person"), "{refused}");
    }
    world.line("person alias 1 Zizi").success();
    let refused = world.line("person forget Zizi --yes").code(1);
    assert!(refused.stderr.contains("there is no person"), "{refused}");
    let said = world.line("person forget 'Zeisig, Zita' -n").code(0);
    assert!(said.stdout.contains("sign-up"), "{said}");
}

#[test]
fn logs_questions_verdicts_merges_and_what_was_taken_back_are_gone_too() {
    let world = world();
    world.write(
        "log.csv",
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n\
         Zita Zeisig (Zeisig und Co),,10/08/2020 10:00:00 AM,10/08/2020 11:50:00 AM,110\n\
         Z. Zeisig,,10/08/2020 10:01:00 AM,10/08/2020 11:40:00 AM,99\n\
         Bert Biber,,10/08/2020 10:01:00 AM,10/08/2020 11:40:00 AM,99\n",
    );
    let taken = world.line("import log.csv --session plenum");
    assert!([0, 3].contains(&taken.code), "{taken}");
    world.write(
        "again.csv",
        "Name;E-Mail;Organisation;Session\nZita Zeisig;z.zeisig@privat.example;Zeisig und Co;Session B\n",
    );
    let asked = world.line("import again.csv --as signups").code(3);
    assert!(asked.stdout.contains("review"), "{asked}");
    world
        .line("attendance set 3 a present --reason 'sagt Zita Zeisig'")
        .success();
    world
        .line("attendance set 1 b excused --reason krank")
        .success();
    world
        .line("person add 'Zita Zeisig-Olm' --email zita@olm.example")
        .success();
    world.line("person merge 4 1").success();
    world
        .line("person edit 1 --phone '+49 431 111222'")
        .success();
    world.write(
        "wrong.csv",
        "Name;E-Mail;Organisation;Session\nZita Zeisig;zita@zeisig.example;Zeisig;Session Q\n",
    );
    drop(world.line("import wrong.csv --as signups --map Organisation=organisation"));
    world.write(
        "people.csv",
        "Name;E-Mail\nZita Zeisig;zita@zeisig.example\nUwe Uhu;uwe@uhu.example\n",
    );
    world.line("import people.csv --as people").success();
    world.run(&["undo"]).success();
    for name in ["log.csv", "again.csv", "wrong.csv", "people.csv"] {
        std::fs::remove_file(world.path().join(name)).unwrap();
    }
    let said = forget(&world, "remove");
    assert!(said.contains("0 traces"), "{said}");
    for text in [
        "z.zeisig@privat.example",
        "zita@olm.example",
        "Zita Zeisig-Olm",
        "431 111222",
    ] {
        let bytes = std::fs::read(world.path().join("rollcall.db")).unwrap();
        assert!(!has(&bytes, text), "{text}");
    }
    assert_gone(&world);
}

#[test]
fn an_import_that_was_taken_back_is_forgotten_by_name_and_by_address() {
    for reference in ["Zita Zeisig", "zita@zeisig.example"] {
        let world = world();
        world.run(&["undo"]).success();
        let database = world.path().join("rollcall.db");
        assert!(has(
            &std::fs::read(&database).unwrap(),
            "zita@zeisig.example"
        ));
        let line = [
            "person",
            "forget",
            reference,
            "--yes",
            "--mentions",
            "remove",
        ];
        let told = world.run(&line).code(0);
        assert!(told.stderr.contains("0 traces"), "{told}");
        assert!(!has(
            &std::fs::read(&database).unwrap(),
            "zita@zeisig.example"
        ));
        // What is done again brings the others alone.
        world.run(&["undo", "3"]).success();
        assert_eq!(world.run(&["check"]).success(), "sound\n");
        let people = world.run(&["export", "people"]).success();
        assert!(
            people.contains("Otto") && !people.contains("Zita"),
            "{people}"
        );
    }
    let world = world();
    let unknown = world.line("person forget 'Nina Nirgendwo' --yes").code(1);
    assert!(unknown.stderr.contains("there is no person"), "{unknown}");
}

#[test]
fn names_of_files_titles_and_remembered_headings_are_mentions() {
    let world = world();
    world.write("Zita Zeisig.csv", "Name;E-Mail\nUwe Uhu;uwe@uhu.example\n");
    world.line("import 'Zita Zeisig.csv' --as people").success();
    std::fs::remove_file(world.path().join("Zita Zeisig.csv")).unwrap();
    world
        .line("event edit --signatory 'Dr. Zita Zeisig'")
        .success();
    world
        .line("session edit b --title 'Gespräch mit Zita Zeisig'")
        .success();
    world.line("session edit b --title Gespräch").success();
    world.write(
        "map.csv",
        "Vorname;Nachname;Mail;Kennt Zita Zeisig?\nIda;Igel;ida@igel.example;ja\n",
    );
    drop(world.line("import map.csv --as people --map 'Kennt Zita Zeisig?=ignore'"));
    std::fs::remove_file(world.path().join("map.csv")).unwrap();
    world
        .line("organisation add 'Beratung Zita Zeisig'")
        .success();
    let shown = world.line("person forget 1 -n --format json").success();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    let tables: Vec<&str> = shown[0]["mentions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["table"].as_str().unwrap())
        .collect();
    for table in [
        "operation",
        "event",
        "session",
        "session_person",
        "organisation",
        "registration",
    ] {
        assert!(tables.contains(&table), "{table}: {shown:#}");
    }
    let said = forget(&world, "remove");
    assert!(said.contains("0 traces"), "{said}");
    let history = world.run(&["history"]).success();
    assert!(
        history.contains("[…].csv") && history.contains("for good"),
        "{history}"
    );
    assert_gone(&world);
}

#[test]
fn whoever_was_removed_does_not_come_back_unless_that_is_allowed() {
    let world = world();
    forget(&world, "remove");
    let before = world.dump();
    let again = world.line("import form.csv --as signups").code(3);
    assert!(
        again.stdout.contains("line 2: somebody who was removed"),
        "{again}"
    );
    assert!(again.stdout.contains("2 unchanged"), "{again}");
    assert_eq!(world.dump(), before);
    // The programme does not bring her name back either.
    drop(world.run(&["import", "programme.csv"]));
    assert!(!world.dump().contains("Zita"));
    // Without an address, the name with the organisation tells; the name alone asks.
    world.write("list.csv", "Name;Organisation;Session\nZita Zeisig;Zeisig & Co.;Session B\nZita Zeisig;Zeisig und Co;Session B\nZeisig, Zita;Ganz anders;Session B\n");
    let list = world.line("import list.csv --as signups").code(3);
    assert!(list.stdout.contains("somebody who was removed; "), "{list}");
    assert!(list.stdout.contains("1 for review"), "{list}");
    assert!(!world.dump().contains("Zita"), "{}", world.dump());
    // Nor does a log, a list of people, or somebody at the keyboard.
    world.write(
        "people.csv",
        "Name;E-Mail\nZita Zeisig;neu@zeisig.example\n",
    );
    let people = world.line("import people.csv --as people").code(3);
    assert!(people.stdout.contains("1 for review"), "{people}");
    world.write(
        "log.csv",
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n\
         Zita Zeisig,,10/08/2020 10:00:00 AM,10/08/2020 11:50:00 AM,110\n\
         Bert Biber,,10/08/2020 10:01:00 AM,10/08/2020 11:40:00 AM,99\n",
    );
    let log = world.line("import log.csv --session plenum").code(3);
    assert!(log.stdout.contains("somebody who was removed"), "{log}");
    let add = [
        "person",
        "add",
        "Zita Zeisig",
        "--email",
        "zita@zeisig.example",
    ];
    let refused = world.run(&add).code(1);
    assert!(refused.stderr.contains("removed for good"), "{refused}");
    assert!(!world.dump().contains("Zita"));
    // It says what to type, at the door as well; and that does it.
    let said = "`rollcall person add \"Zita Zeisig\" --email zita@zeisig.example --allow-again`";
    assert!(refused.stderr.contains(said), "{refused}");
    let door = [
        "check-in",
        "Zita Zeisig",
        "--session",
        "plenum",
        "--walk-in",
    ];
    let refused = world.run(&door).code(1);
    let said = "`rollcall check-in \"Zita Zeisig\" --session plenum --walk-in --allow-again`";
    assert!(refused.stderr.contains(said), "{refused}");
    assert!(!world.dump().contains("Zita"));
    let before = world.dump();
    world
        .run(&[&door[..], &["--allow-again"]].concat())
        .success();
    assert!(world.dump().contains("Zita"));
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
    // Who signs up anew is taken in, and their hashes go; with the undo both are as before.
    let before = world.dump();
    let allowed = world
        .line("import form.csv --as signups --allow-again")
        .code(0);
    assert!(allowed.stdout.contains("1 created"), "{allowed}");
    assert!(world.dump().contains("zita@zeisig.example"));
    assert!(!world.dump().contains("forgotten\t"));
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn of_a_shared_mailbox_the_name_tells_who_was_removed() {
    let world = World::with_file();
    let list = "Name;E-Mail\nZita Zeisig;info@werk.example\nOtto Olm;info@werk.example\n";
    world.write("people.csv", list);
    world.line("import people.csv --as people").success();
    drop(world.line("person forget 1 --yes").code(0));
    world.write(
        "more.csv",
        "Name;E-Mail\nZita Zeisig;info@werk.example\nNina Neu;info@werk.example\n",
    );
    let more = world.line("import more.csv --as people").code(3);
    assert!(
        more.stdout.contains("line 2: somebody who was removed"),
        "{more}"
    );
    let people = world.run(&["export", "people"]).success();
    assert!(
        people.contains("Nina") && people.contains("Otto") && !people.contains("Zita"),
        "{people}"
    );
    let check = world.run(&["check"]).code(0);
    assert!(
        check.stderr.contains("1 person was removed for good"),
        "{check}"
    );
    world.line("person forget --drop-hashes").success();
    assert!(!world.run(&["check"]).code(0).stderr.contains("removed"));
    world.write(
        "guest.csv",
        "Name;E-Mail;Rolle\nZita Zeisig;info@werk.example;Gast\n",
    );
    world.line("import guest.csv --as people").success();
    assert!(world.run(&["export", "people"]).success().contains("Zita"));
}

#[test]
fn a_namesake_stays_and_is_told() {
    let world = World::with_file();
    world.write(
        "people.csv",
        "Name;E-Mail\nZita Zeisig;zita@eins.example\nZita Zeisig;zita@zwei.example\n",
    );
    drop(world.line("import people.csv --as people"));
    drop(world.line("review 1 new"));
    let asked = world.line("person forget 'Zita Zeisig' --yes").code(1);
    assert!(
        asked.stderr.contains("zita") || asked.stderr.contains("Zita"),
        "{asked}"
    );
    let told = world.line("person forget zita@eins.example --yes").code(0);
    assert!(told.stderr.contains("0 traces"), "{told}");
    assert!(told.stderr.contains("the name also stands in"), "{told}");
    let bytes = std::fs::read(world.path().join("rollcall.db")).unwrap();
    assert!(!has(&bytes, "zita@eins.example") && has(&bytes, "zita@zwei.example"));
}

#[test]
fn what_was_cut_short_is_finished_by_the_next_command() {
    let world = world();
    let path = world.path().join("rollcall.db");
    let mut store = Store::open(&path).unwrap();
    let now = rollcall::model::time::from_text("2020-10-09T09:00:00+02:00").unwrap();
    store
        .change_for_good("person forget", now, false, |writer| {
            let person = intake::find_to_forget(writer, "Zita Zeisig").unwrap();
            let plan = ForgettingPlan::of(writer, person.as_ref(), "Zita Zeisig")?;
            intake::forget(writer, now, plan, Mentions::Remove)?;
            Ok::<_, StoreError>(((), rollcall::catalogue::Message::verbatim("")))
        })
        .unwrap();
    drop(store);
    let next = world.run(&["person", "list"]).code(0);
    assert!(
        next.stderr
            .contains("operation 3, which was interrupted, is finished"),
        "{next}"
    );
    assert!(next.stderr.contains("0 traces"), "{next}");
    assert!(!has(&std::fs::read(&path).unwrap(), "Zita Zeisig"));
    assert!(
        !world
            .run(&["person", "list"])
            .code(0)
            .stderr
            .contains("interrupted")
    );
}

#[test]
fn what_another_program_keeps_in_the_file_is_told_by_its_table() {
    let world = world();
    #[expect(
        clippy::disallowed_methods,
        reason = "a file is altered as another program would"
    )]
    let connection = rusqlite::Connection::open(world.path().join("rollcall.db")).unwrap();
    connection
        .execute_batch("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO notes VALUES (7, 'Zita Zeisig anrufen')")
        .unwrap();
    drop(connection);
    let said = forget(&world, "remove");
    assert!(said.contains("`notes`") && said.contains('7'), "{said}");
}

#[test]
fn reports_say_how_many_were_removed_and_the_history_names_nobody() {
    let world = world();
    world.write(
        "list.csv",
        "Name;E-Mail\nZita Zeisig;zita@zeisig.example\nBert Biber;bert@biber.example\n",
    );
    world.line("import list.csv --session a").success();
    forget(&world, "remove");
    for report in [
        "attendance",
        "sessions",
        "no-shows",
        "organisations",
        "event",
    ] {
        let text = world.run(&["report", report]).success();
        assert!(
            text.contains("1 person who took part was removed since"),
            "{report}: {text}"
        );
    }
    let german = world.line("report sessions --lang de").success();
    assert!(
        german.contains("1 Person, die beteiligt war, wurde seither gelöscht"),
        "{german}"
    );
    let history = world.run(&["history"]).success();
    assert!(history.contains("1 person removed for good"), "{history}");
    let refused = world.run(&["undo", "4"]).code(1);
    assert!(refused.stderr.contains("cannot be undone"), "{refused}");
    // An undo of the form passes her rows over.
    let undone = world.run(&["undo", "2"]);
    assert!(
        undone.code == 1 || undone.stderr.contains("left out"),
        "{undone}"
    );
}

#[test]
fn places_that_become_free_are_given_on() {
    let mut world = World::with_file();
    world.set_now("2020-10-01T10:00:00+02:00");
    world.write(
        "programme.csv",
        PROGRAMME
            .replace("speakers", "speakers,capacity")
            .replace(",Otto Olm", ",,1"),
    );
    world.write(
        "form.csv",
        FORM.replace(" (+49 431 7788990)", "")
            .replace("Zita Zeisig;vegan", "x"),
    );
    world.run(&["import", "programme.csv"]).success();
    world.line("import form.csv --as signups").success();
    let said = forget(&world, "remove");
    assert!(said.contains("Otto Olm moves up in `a`"), "{said}");
    // To take the form back is to take all of it back.
    world.run(&["undo"]).success();
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    assert!(!world.dump().contains("person\t"));
}

#[test]
fn numbers_names_and_short_names_are_found_however_they_are_written() {
    let world = World::with_file();
    let line = "event|add|Abend mit Ayse Yilmaz Kaya|--start|2020-10-08 10:00|--end|18:00";
    world.run(&line.split('|').collect::<Vec<_>>()).success();
    let line = "person|add|Ayşe Yılmaz Kaya|--email|ayse@kaya.example|--phone|+49 431 7788990";
    world.run(&line.split('|').collect::<Vec<_>>()).success();
    world
        .line("person edit 1 --given 'Ayşe Yılmaz' --family Kaya")
        .success();
    world.line("person add 'Otto Olm'").success();
    let line = "event|edit|--organiser|Yılmaz Kaya, Ayşe|--contact|0431 / 77 88 99 0 oder 0049 (0)431 7788990";
    world.run(&line.split('|').collect::<Vec<_>>()).success();
    let shown = world.line("person forget 1 --dry-run").code(0);
    assert!(
        shown.stdout.contains("abend-mit-ayse-yilmaz-kaya"),
        "{shown}"
    );
    let line = ["person", "forget", "1", "--yes", "--mentions", "remove"];
    let told = world.run(&line).code(0);
    assert!(told.stderr.contains("0 traces"), "{told}");
    let event = world.run(&["event", "show"]).success();
    for text in ["Kaya", "kaya", "7788990", "77 88 99"] {
        assert!(!event.contains(text), "{text}: {event}");
    }
    assert!(
        world
            .run(&["event", "list"])
            .success()
            .contains("abend-mit-1")
    );
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}

#[test]
fn what_stands_beside_a_mention_in_the_same_form_is_not_shown() {
    let world = World::with_file();
    world.write(
        "form.csv",
        "Name;E-Mail;Bemerkung;Essen\nZita Zeisig;zita@zeisig.example;;\nOtto Olm;otto@olm.example;mit Zita Zeisig;glutenfrei\n",
    );
    let line = "event|add|Treffen|--start|2020-10-08 10:00|--end|18:00";
    world.run(&line.split('|').collect::<Vec<_>>()).success();
    world.line("import form.csv --as signups").success();
    let shown = world.line("person forget 1 --dry-run").code(0);
    assert!(shown.stdout.contains("mit Zita Zeisig"), "{shown}");
    let letter = world.line("report data --person 1").success();
    assert!(letter.contains("mit Zita Zeisig"), "{letter}");
    for text in ["{", "Essen", "glutenfrei"] {
        assert!(!shown.stdout.contains(text), "{text}: {shown}");
        assert!(!letter.contains(text), "{text}: {letter}");
    }
}

#[test]
fn the_name_of_a_removed_person_at_somebody_elses_address_is_not_kept() {
    let world = world();
    forget(&world, "remove");
    world.write(
        "log.csv",
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n\
         Zita Zeisig,otto@olm.example,10/08/2020 10:00:00 AM,10/08/2020 11:50:00 AM,110\n\
         Bert Biber,,10/08/2020 10:01:00 AM,10/08/2020 11:40:00 AM,99\n",
    );
    let log = world.line("import log.csv --session plenum").code(3);
    assert!(log.stdout.contains("1 created, 1 for review"), "{log}");
    assert!(!world.dump().contains("Zita"), "{}", world.dump());
}

/// Removes Zita Zeisig, and imports a form with somebody of her name at another address.
fn with_a_namesake() -> World {
    let world = world();
    forget(&world, "remove");
    world.write(
        "new.csv",
        "Zeitstempel;Name;E-Mail;Bemerkung;Session\n\
         2020-09-20 10:00;Zita Zeisig;zz@anders.example;Rollstuhl;Session B\n\
         2020-09-21 10:00;Nina Neu;nina@neu.example;;Session B\n\
         2020-09-22 10:00;Zeisig, Zita;ZZ@anders.example;nun doch;Session A\n",
    );
    let told = world.line("import new.csv --as signups").code(3);
    assert!(told.stdout.contains("1 created, 2 for review"), "{told}");
    world
}

/// Holds that nothing of the rows that wait is in the file.
fn assert_nothing_is_kept(world: &World) {
    let bytes = std::fs::read(world.path().join("rollcall.db")).unwrap();
    for text in [
        "Zita Zeisig",
        "Zeisig, Zita",
        "zz@anders.example",
        "Rollstuhl",
        "nun doch",
    ] {
        assert!(!has(&bytes, text), "{text}");
    }
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}

#[test]
fn whether_a_namesake_is_the_one_who_was_removed_is_asked_and_nothing_of_the_row_is_kept() {
    let world = with_a_namesake();
    assert_nothing_is_kept(&world);
    let list = world.run(&["review", "--list"]).code(0);
    assert!(
        list.stdout
            .contains("Is the person of line 2 somebody who was removed?")
            && list.stdout.contains("new.csv, line 2"),
        "{list}"
    );
    assert!(list.stderr.contains("review 1 same"), "{list}");
    let shown = world.line("review show 1").code(0);
    assert!(shown.stdout.contains("rollcall review 1 new"), "{shown}");
    let data = world.line("review --format json").success();
    let questions: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!(questions.as_array().unwrap().len(), 1, "one for both rows");
    assert_eq!(questions[0]["kind"], "removed");
    // To read the file again asks nothing new.
    let before = world.dump();
    let again = world.line("import new.csv --as signups").code(3);
    assert!(
        again.stdout.contains("1 unchanged, 2 for review"),
        "{again}"
    );
    assert_eq!(world.dump(), before);
    let wrong = world.line("review 1 person 'Otto Olm'").code(1);
    assert!(wrong.stderr.contains("if it is them"), "{wrong}");
}

#[test]
fn a_namesake_who_is_somebody_else_is_taken_when_the_file_is_read_again() {
    let world = with_a_namesake();
    let before = world.dump();
    let told = world.line("review 1 new").code(0);
    assert!(told.stderr.contains("import `new.csv` again"), "{told}");
    assert_nothing_is_kept(&world);
    let answered = world.dump();
    let again = world.line("import new.csv --as signups").code(0);
    assert!(again.stdout.contains("1 created"), "{again}");
    let people = world.run(&["export", "people"]).success();
    assert!(people.contains("zz@anders.example"), "{people}");
    let check = world.run(&["check"]).code(0);
    assert!(check.stderr.contains("1 person was removed"), "{check}");
    // The old form still brings nobody back, and all of it can be taken back.
    let old = world.line("import form.csv --as signups").code(3);
    assert!(
        old.stdout.contains("line 2: somebody who was removed"),
        "{old}"
    );
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), answered);
    world.run(&["undo", "5"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn a_namesake_who_is_the_one_who_was_removed_stays_out_for_good() {
    let world = with_a_namesake();
    let before = world.dump();
    world.line("review 1 same").success();
    assert_nothing_is_kept(&world);
    let again = world.line("import new.csv --as signups").code(3);
    let said = "somebody who was removed; --allow-again takes them in again";
    assert!(
        again.stdout.contains(said) && again.stdout.contains("2 rejected"),
        "{again}"
    );
    let check = world.run(&["check"]).code(0);
    assert!(check.stderr.contains("1 person was removed"), "{check}");
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
    // Taken in all the same, the row closes the question.
    let line = ["import", "new.csv", "--as", "signups", "--allow-again"];
    let taken = world.run(&line).code(0);
    assert!(taken.stdout.contains("1 created"), "{taken}");
    assert!(
        !world
            .run(&["review", "--list"])
            .success()
            .contains("line 2")
    );
    // With the hashes the questions go, since nobody could answer them.
    world.run(&["undo"]).success();
    world.line("person forget --drop-hashes").success();
    assert!(
        !world
            .run(&["review", "--list"])
            .success()
            .contains("line 2")
    );
    assert_eq!(world.run(&["check"]).success(), "sound\n");
}

#[test]
fn texts_of_an_old_file_that_name_somebody_who_was_removed_are_told() {
    let world = world();
    world
        .line("session edit b --title 'Abend mit Zita Zeisig'")
        .success();
    world
        .line("organisation add 'Beratung Zita Zeisig'")
        .success();
    world.line("export all -o old").success();
    forget(&world, "remove");
    let said = "a text names somebody who was removed, and is kept as it is: line";
    for (file, lines) in [("programme", "5"), ("organisations", "5"), ("signups", "3")] {
        let path = format!("old/{file}.csv");
        let told = world.run(&["import", &path]);
        assert!([0, 3].contains(&told.code), "{told}");
        assert!(
            told.stdout.contains(&format!("{said} {lines};")),
            "{file}: {told}"
        );
    }
    let shown = world.line("person forget 'Zita Zeisig' -n").code(0);
    for text in ["Abend mit Zita", "Beratung Zita", "Ich komme mit Zita"] {
        assert!(shown.stdout.contains(text), "{text}: {shown}");
    }
    let told = world.line("import form.csv --as signups").code(3);
    assert!(
        !told.stdout.contains(said),
        "what is known already is not told: {told}"
    );
}

#[test]
fn a_name_that_two_names_of_somebody_else_make_is_no_trace() {
    let world = World::with_file();
    for (name, address) in [
        ("Ines Xander", "ix@xander.example"),
        ("Katrin Esser", "ke@esser.example"),
    ] {
        let line = ["person", "add", name, "--email", address];
        world.run(&line).success();
    }
    let told = world.line("person forget 1 --yes").code(0);
    assert!(told.stderr.contains("0 traces"), "{told}");
    let bytes = std::fs::read(world.path().join("rollcall.db")).unwrap();
    assert!(!has(&bytes, "Ines") && has(&bytes, "KatrinEsser"));
}

#[test]
fn somebody_who_removes_themselves_is_not_named_by_that() {
    let world = World::with_file();
    let add = [
        "person",
        "add",
        "Zita Zeisig",
        "--email",
        "zita@zeisig.example",
    ];
    world
        .run(&[&add[..], &["--author", "the office"]].concat())
        .success();
    let forget = ["person", "forget", "1", "--yes", "--mentions", "remove"];
    let told = world.run(&[&forget[..], &["--author", "Zita Zeisig"]].concat());
    assert_eq!(told.code, 0, "{told}");
    assert!(told.stderr.contains("0 traces"), "{told}");
    assert!(!told.stderr.contains("also stands"), "{told}");
    assert_eq!(files_with(world.path(), "Zeisig"), [""; 0]);
}

#[test]
fn open_questions_that_may_be_about_them_are_named() {
    let world = World::with_file();
    let event = [
        "event",
        "add",
        "Treffen",
        "--start",
        "2020-10-08 10:00",
        "--end",
        "18:00",
    ];
    world.run(&event).success();
    let add = [
        "session", "add", "Plenum", "--slug", "plenum", "--kind", "plenary",
    ];
    world
        .run(&[&add[..], &["--start", "10:00", "--end", "12:00"]].concat())
        .success();
    world.write(
        "form.csv",
        "Name;E-Mail\nKatharina Zeisig;k@zeisig.example\n",
    );
    world.line("import form.csv --as signups").success();
    world.write(
        "log.csv",
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n\
         Kathi Zeisig,,10/08/2020 10:00:00 AM,10/08/2020 11:50:00 AM,110\n",
    );
    drop(world.line("import log.csv --session plenum").code(3));
    let planned = world.line("person forget 1 --dry-run").code(0);
    let said = "question 1 of `rollcall review` has them as a candidate";
    assert!(planned.stderr.contains(said), "{planned}");
    world.line("review 1 same").success();
    let told = world.line("person forget 1 --yes").code(0);
    assert!(!told.stderr.contains("candidate"), "{told}");
    std::fs::remove_file(world.path().join("form.csv")).unwrap();
    std::fs::remove_file(world.path().join("log.csv")).unwrap();
    assert_eq!(files_with(world.path(), "Kathi"), [""; 0]);
}
