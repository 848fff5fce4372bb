//! What is said in German of files: whole outputs of `import`, `inspect` and `map`, of what is done and of what is
//! refused. What is typed and what programs read is the same in every language.

use serde_json::Value;

use crate::support::{World, golden};

/// Two sessions, one of them with a single place.
const PROGRAMME: &str = "event,slug,title,kind,start,end,capacity\n\
    herbst,,Herbsttreffen,event,2030-10-08T09:00+02:00,2030-10-08T17:00+02:00,\n\
    herbst,auftakt,Auftakt,plenary,2030-10-08T09:00+02:00,2030-10-08T10:00+02:00,\n\
    herbst,presse,Presse,breakout,2030-10-08T11:00+02:00,2030-10-08T12:00+02:00,1\n\
    herbst,recht,Recht,breakout,2030-10-08T13:00+02:00,2030-10-08T14:00+02:00,\n";

/// Two who want the one place, a change of mind, and rows that wait or cannot be imported.
const SIGNUPS: &str = "Zeitstempel;Name;E-Mail-Adresse;Ihr Verband;Session\n\
    2030-09-01 10:00;Anna Adler;anna@example.org;Nordverband;presse\n\
    2030-09-01 11:00;Ben Brandt;ben@example.org;Nordverband;presse\n\
    2030-09-02 09:00;Anna Adler;anna@example.org;Nordverband;recht\n\
    2030-09-02 10:00;Anna Adlers;;Nordverband;recht\n\
    2030-09-02 11:00;Carl Conrad;carl@example.org;Nordverband;kantine\n\
    2030-09-02 12:00;Dora Dietz;dora(at)example.org;Nordverband;recht\n\
    2030-09-03 09:00;Emil Ernst;emil@example.org;Nordverband;presse\n";

/// Somebody who left before they came, one of a session that is not in the programme, one who was not there.
const ATTENDANCE: &str = "Name,E-Mail,Session,Gekommen,Gegangen\n\
    Anna Adler,anna@example.org,recht,13:05,13:55\n\
    Ben Brandt,ben@example.org,presse,12:00,11:00\n\
    Carl Conrad,carl@example.org,kantine,11:00,12:00\n\
    Gerda Gast,,presse,11:00,\n";

/// A log of a meeting platform.
const LOG: &str = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
    Anna Adler,anna@example.org,08/10/2030 11:00:00,08/10/2030 11:50:00,50,No\n\
    Ben Brandt,,08/10/2030 11:30:00,08/10/2030 11:40:00,10,Yes\n";

/// Runs commands in German and compares all they say, with how they ended.
#[track_caller]
fn transcript(world: &World, name: &str, commands: &[&[&str]]) {
    let mut text = String::new();
    for arguments in commands {
        let output = world.run(&[arguments, &["--lang", "de"][..]].concat());
        let shown: Vec<String> = arguments.iter().map(|it| quoted(it)).collect();
        text.push_str(&format!("$ rollcall {}\n{output}", shown.join(" ")));
    }
    golden(&format!("german/{name}.txt"), text);
}

/// Returns an argument as it is typed.
fn quoted(argument: &str) -> String {
    if argument.contains(' ') {
        format!("'{argument}'")
    } else {
        argument.to_owned()
    }
}

fn with_files() -> World {
    let world = World::with_file();
    world.write("programm.csv", PROGRAMME);
    world.write("anmeldungen.csv", SIGNUPS);
    world.write("anwesend.csv", ATTENDANCE);
    world.write("presse.csv", LOG);
    world
}

/// As somebody types it, with words of their own language.
const MAP: &[&str] = &["--as", "Anmeldungen", "--map", "Ihr Verband=Organisation"];

#[test]
fn imports_speak_german() {
    let world = with_files();
    let signups = |more: &[&'static str]| [&["import", "anmeldungen.csv"][..], MAP, more].concat();
    transcript(
        &world,
        "import",
        &[
            &["import", "programm.csv"],
            &signups(&["--dry-run"]),
            &signups(&["--strict"]),
            &signups(&["--rejects", "zurück.csv"]),
            &signups(&[]),
            &["review", "--list"],
            &["import", "anwesend.csv", "--as", "Anwesenheit"],
            &["import", "presse.csv", "--date-order", "dmy"],
            &["import", "presse.csv", "--minimal"],
            &["import", "anmeldungen.csv", "--session", "kantine"],
            &["import", "anwesend.csv", "--session", "nirgends"],
            &["import", "-", "-"],
            &["import", "anmeldungen.csv", "--rejects", "zurück.xlsx"],
        ],
    );
}

#[test]
fn inspect_and_map_speak_german() {
    let world = with_files();
    world.write("liste.txt", "Anna Adler\nBen Brandt\n");
    world.write(
        "antworten.csv",
        "Überschriften;Überschrift;Feld\nx;y;z\n1;y;z\n",
    );
    transcript(
        &world,
        "inspect",
        &[
            &["inspect", "programm.csv"],
            &["import", "programm.csv"],
            &[&["inspect", "anmeldungen.csv"], MAP].concat(),
            &["inspect", "liste.txt", "--as", "attendance"],
            &["inspect", "presse.csv"],
            &[&["import", "anmeldungen.csv", "-q"], MAP].concat(),
            &["map", "list"],
            &["map", "remove", "7"],
            &["map", "remove", "1", "--dry-run"],
            &["map", "export", "-o", "gemerkt.csv"],
            &["map", "remove", "1"],
            &["map", "import", "gemerkt.csv"],
            &["map", "import", "antworten.csv"],
        ],
    );
}

/// Programs read the same whatever people read.
#[test]
fn data_is_the_same_in_every_language() {
    let run = |language: &str| -> Value {
        let world = with_files();
        world.run(&["import", "programm.csv"]).success();
        let arguments = ["import", "anmeldungen.csv", "--format", "json", "--lang"];
        let output = world.run(&[&arguments[..], &[language], MAP].concat());
        serde_json::from_str(&output.stdout).unwrap()
    };
    let (english, german) = (run("en"), run("de"));
    assert_eq!(english, german);
    let file = &german["files"][0];
    assert_eq!(file["kind"], "signups");
    assert!(
        file["notes"].to_string().contains("1 of 1 places taken"),
        "{file}"
    );
}

/// What is remembered of a column is its key, in whatever language it was typed.
#[test]
fn a_word_for_a_field_is_remembered_by_its_key() {
    let world = with_files();
    world.run(&["import", "programm.csv"]).success();
    let imported = world.run(&[&["import", "anmeldungen.csv"][..], MAP].concat());
    assert!(imported.stdout.contains("google-forms"), "{imported}");
    let listed = world.line("map list --format json").stdout;
    assert!(listed.contains("\"organisation\""), "{listed}");
    assert!(!listed.contains("\"Organisation\""), "{listed}");
}
