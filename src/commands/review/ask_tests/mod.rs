//! Dialogues in which a script answers what a terminal would ask.

mod script;

use script::Step::{Back, Choose, Stop, Type};
use script::{Desk, FORM, PROGRAMME};

use crate::context::Talk;
use crate::output::{Format, Language};

#[test]
fn one_question_after_the_other_each_an_operation_of_its_own() {
    let desk = Desk::with_questions();
    let talked = desk.talk(
        Language::En,
        false,
        &[
            Choose("cancel `a`"),
            Choose("2 Anna Amsel, Photonik Süd"),
            Choose("somebody else on file"),
            Choose("habi"),
            Choose("nobody"),
        ],
    );
    assert_eq!(
        desk.answers(),
        [
            "settled: the sessions do not overlap any more",
            "person 2",
            "person 3",
            "nobody"
        ]
    );
    assert_eq!(talked.written, "", "a dialogue writes no results");
    let operations = desk.store().read().operations().unwrap();
    let done: Vec<(&str, String)> = operations
        .iter()
        .skip(3)
        .map(|it| (it.command.as_str(), it.summary.in_english()))
        .collect();
    assert_eq!(
        done,
        [
            ("signup cancel", "1 sign-up for a cancelled"),
            ("review", "question 2: person 2"),
            ("review", "question 3: person 3"),
            ("review", "question 4: nobody"),
        ]
        .map(|(command, summary)| (command, summary.to_owned()))
    );
    for sentence in [
        "\nquestion 1: Hans Habicht: a and b overlap\n  form.csv; hans@nord.example.org\n",
        "Hans Habicht is no longer signed up for `a`\n",
        "\nquestion 2: Who was Anna Amsel in `opening`?\n  present.csv, line 2; Leichtbau West\n  1 stay: no times recorded\n",
        "question 2: person 2, Anna Amsel (Photonik Süd)\noperation 5: question 2 answered\n2 questions are open\nhint: `rollcall undo 5` takes it back\n",
        "no question is open any more\n",
    ] {
        assert!(
            talked.said.contains(sentence),
            "{sentence}\nin {}",
            talked.said
        );
    }
    // A question whose answer is undone is asked again.
    desk.run(&["undo", "6"]);
    assert_eq!(desk.answers()[2], "");
}

#[test]
fn candidates_come_first_with_what_speaks_for_and_against() {
    let desk = Desk::with_questions();
    let talked = desk.talk(Language::En, false, &[Choose("skip"), Choose("stop")]);
    assert_eq!(
        talked.offered[0],
        [
            "keep both sessions",
            "cancel `a`",
            "cancel `b`",
            "skip: leave it open",
            "stop"
        ]
    );
    let (candidates, others) = talked.offered[1].split_at(2);
    assert_eq!(
        others,
        [
            "somebody new",
            "somebody else on file, by number, address or name",
            "nobody: a program that takes notes, a second screen",
            "skip: leave it open",
            "stop"
        ]
    );
    let score = desk.store().read().reviews().unwrap()[1]
        .question
        .candidates[0]
        .score;
    assert!(
        candidates[0].starts_with(&format!(
            "1 Anna Amsel, Cluster Nord ({score:.2}; for: same name; against: several people of this name"
        )),
        "{candidates:?}"
    );
    assert!(
        candidates[1].starts_with("2 Anna Amsel, Photonik Süd ("),
        "{candidates:?}"
    );
    let talked = desk.talk(Language::De, false, &[Choose("überspringen"), Back]);
    let score = format!("{score:.2}").replace('.', ",");
    assert!(
        talked.offered[1][0].starts_with(&format!(
            "1 Anna Amsel, Cluster Nord ({score}; dafür: gleicher Name; dagegen: mehrere dieses Namens"
        )),
        "{:?}",
        talked.offered
    );
    assert!(
        talked.said.contains(
            "Frage 2: Wer war Anna Amsel in `opening`?\n  present.csv, Zeile 2; Leichtbau West\n"
        ),
        "{}",
        talked.said
    );
}

#[test]
fn an_answer_that_fails_is_told_and_the_question_asked_again() {
    let desk = Desk::with_questions();
    let before = desk.store().read().operations().unwrap().len();
    let talked = desk.talk(
        Language::En,
        false,
        &[
            Choose("skip"),
            Choose("somebody else"),
            Type("Zygmunt Zander"),
            Choose("somebody else"),
            Type("Anna Amsel"),
            Choose("somebody else"),
            Back,
            Choose("1 Anna Amsel"),
            Stop,
        ],
    );
    assert_eq!(desk.answers(), ["", "person 1", "", ""]);
    assert_eq!(desk.store().read().operations().unwrap().len(), before + 1);
    for sentence in [
        "error: there is no person `Zygmunt Zander`\n",
        "error: `Anna Amsel` may be 2 people\n",
        "3 questions are open\nhint: `rollcall review` goes on, `rollcall review --list` lists them\n",
    ] {
        assert!(
            talked.said.contains(sentence),
            "{sentence}\nin {}",
            talked.said
        );
    }
    assert_eq!(talked.said.matches("question 2: Who was").count(), 4);
}

#[test]
fn stopping_at_once_changes_nothing_and_skipping_all_ends() {
    let desk = Desk::with_questions();
    let before = desk.store().read().dump().unwrap();
    for stop in [Stop, Back, Choose("stop")] {
        let talked = desk.talk(Language::En, false, &[stop]);
        assert!(
            talked.said.contains("4 questions are open\n"),
            "{}",
            talked.said
        );
    }
    // Ctrl-C while typing a name does not return to the question.
    let steps = [Choose("skip"), Choose("somebody else"), Stop];
    desk.talk(Language::En, false, &steps);
    let skip = Choose("skip");
    desk.talk(Language::En, false, &vec![skip; 4]);
    assert_eq!(desk.store().read().dump().unwrap(), before);
}

#[test]
fn a_dry_run_asks_everything_once_and_changes_nothing() {
    let desk = Desk::with_questions();
    let before = desk.store().read().dump().unwrap();
    let steps = [
        Choose("cancel `b`"),
        Choose("somebody new"),
        Choose("somebody else"),
        Choose("habi"),
        Choose("nobody"),
    ];
    let talked = desk.talk(Language::En, true, &steps);
    assert_eq!(
        talked.said.matches("a dry run").count(),
        3,
        "{}",
        talked.said
    );
    assert!(
        talked.said.contains("Hans Habicht would no longer be"),
        "{}",
        talked.said
    );
    assert_eq!(desk.store().read().dump().unwrap(), before);
}

#[test]
fn nobody_new_is_offered_where_there_is_no_name_and_nobody_where_there_is_no_stay() {
    let desk = Desk::with_questions();
    let skip = Choose("skip");
    let talked = desk.talk(Language::En, false, &vec![skip; 4]);
    let program = &talked.offered[3];
    assert!(
        !program.iter().any(|it| it == "somebody new"),
        "{program:?}"
    );
    let sign_up = Desk::new(&[
        ("programme.csv", PROGRAMME, &[]),
        ("form.csv", FORM, &["--as", "signups"]),
        (
            "late.csv",
            "Timestamp;Name;E-Mail;Organisation;Session\n2020-09-11 10:00;Jan Beker;jan.b@nord.example.org;Cluster Nord;A\n",
            &["--as", "signups"],
        ),
    ]);
    let talked = sign_up.talk(
        Language::En,
        false,
        &[Choose("keep both sessions"), Choose("somebody new")],
    );
    assert!(!talked.offered[1].iter().any(|it| it.starts_with("nobody")));
    assert_eq!(sign_up.answers(), ["keep", "new"]);
}

#[test]
fn enter_takes_the_only_suggestion_and_the_prompt_says_so() {
    let present = "Name;Organisation\nAnna Amsel;Leichtbau West\nHanz Habicht;Cluster Nord\n";
    let desk = Desk::new(&[
        ("programme.csv", PROGRAMME, &[]),
        ("form.csv", FORM, &["--as", "signups"]),
        (
            "present.csv",
            present,
            &["--as", "attendance", "--session", "opening"],
        ),
    ]);
    let skip = Choose("skip");
    let talked = desk.talk(Language::En, false, &vec![skip.clone(); 3]);
    assert_eq!(
        talked.asked,
        [
            "What holds?",
            // With two suggestions, Enter chooses neither.
            "Who was it?",
            "Who was it? (Enter: 3 Hans Habicht, Cluster Nord)",
        ]
    );
    assert!(talked.offered[2][0].starts_with("3 Hans Habicht, Cluster Nord"));
    let skip = Choose("überspringen");
    let talked = desk.talk(Language::De, false, &vec![skip; 3]);
    assert_eq!(
        talked.asked[2],
        "Wer war es? (Eingabe: 3 Hans Habicht, Cluster Nord)"
    );
}

#[test]
fn questions_that_are_one_are_asked_once() {
    let log = |from: &str, to: &str| {
        format!(
            "Name,E-Mail,Joined,Left\nHanz Habicht,,2020-10-08 {from},2020-10-08 {to}\nread.ai meeting notes,,2020-10-08 {from},2020-10-08 {to}\nOtter.ai,,2020-10-08 {from},2020-10-08 {to}\n"
        )
    };
    let (one, two) = (log("10:05", "10:50"), log("11:20", "12:20"));
    let desk = Desk::new(&[
        ("programme.csv", PROGRAMME, &[]),
        (
            "form.csv",
            "Timestamp;Name;E-Mail;Organisation;Session\n2020-09-10 10:02;Hans Habicht;hans@nord.example.org;Cluster Nord;B\n",
            &["--as", "signups"],
        ),
        ("one.csv", &one, &["--session", "opening"]),
        ("two.csv", &two, &["--session", "b"]),
    ]);
    assert_eq!(desk.answers().len(), 6);
    let talked = desk.talk(
        Language::En,
        false,
        &[
            Choose("1 Hans Habicht"),
            // For programs with several names, only the first can be a person.
            Choose("somebody else"),
            Choose("habi"),
            Choose("nobody"),
        ],
    );
    let answers = desk.answers();
    let count = |word: &str| answers.iter().filter(|it| *it == word).count();
    assert_eq!((count("person 1"), count("nobody")), (3, 3), "{answers:?}");
    for sentence in [
        ": that it is nobody answers all, every other answer this one alone\n",
        ": one answer for both\n",
        "2 questions answered\n",
        "3 questions answered\n",
    ] {
        assert!(
            talked.said.contains(sentence),
            "{sentence}\nin {}",
            talked.said
        );
    }
}

#[test]
fn organisations_are_the_same_or_are_not() {
    let organisations = "Name\nBioCluster Hanse\n";
    let people = "Name;E-Mail;Organisation\nIda Igel;ida@hanse.example.org;BioCluster Hansa\n";
    let desk = || {
        Desk::new(&[
            (
                "organisations.csv",
                organisations,
                &["--as", "organisations"],
            ),
            ("people.csv", people, &["--as", "people"]),
        ])
    };
    let one = desk();
    let talked = one.talk(Language::En, false, &[Choose("1 BioCluster Hanse")]);
    assert_eq!(one.answers(), ["same as organisation 1"]);
    assert_eq!(
        talked.offered[0][1..],
        [
            "none of them: an organisation of its own",
            "another organisation on file, by number or name",
            "skip: leave it open",
            "stop"
        ]
    );
    let other = desk();
    other.talk(Language::En, false, &[Choose("none of them")]);
    assert_eq!(other.answers(), ["different"]);
    let named = desk();
    let steps = [
        Choose("another organisation"),
        Type("2"),
        Choose("another organisation"),
        Choose("hanse"),
    ];
    let talked = named.talk(Language::En, false, &steps);
    assert!(
        talked.said.contains("question 1 is not answered that way"),
        "{}",
        talked.said
    );
    assert_eq!(named.answers(), ["same as organisation 1"]);
}

#[test]
fn without_questions_nothing_is_asked() {
    let desk = Desk::new(&[("programme.csv", PROGRAMME, &[])]);
    let talked = desk.talk(Language::En, false, &[]);
    assert_eq!(talked.said, "no question is open\n");
}

#[test]
fn nobody_is_asked_in_a_pipe_or_in_quiet_or_where_a_format_is_named() {
    let desk = Desk::new(&[]);
    assert!(desk.may_ask(Talk::Normal, None, |_| {}));
    assert!(desk.may_ask(Talk::Verbose, None, |_| {}));
    assert!(!desk.may_ask(Talk::Quiet, None, |_| {}));
    assert!(!desk.may_ask(Talk::Normal, Some(Format::Text), |_| {}));
    assert!(!desk.may_ask(Talk::Normal, None, |it| it.stdin_is_terminal = false));
    assert!(!desk.may_ask(Talk::Normal, None, |it| it.stdout_is_terminal = false));
    assert!(!desk.may_ask(Talk::Normal, None, |it| it.stderr_is_terminal = false));
    assert!(!desk.may_ask(Talk::Normal, None, |it| {
        it.variables.insert("TERM".into(), "dumb".into());
    }));
}
