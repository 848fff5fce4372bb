//! PDF in one step: a browser on the machine prints the page. Most of this is tried with browsers that are scripts.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::support::{Output, World};

/// A world with one meeting and one person, and a private place for temporary files.
fn meeting() -> World {
    let mut world = World::with_file();
    std::fs::create_dir(world.path().join("tmp")).unwrap();
    let temporary = world.path().join("tmp").display().to_string();
    world.set_variable("TMPDIR", &temporary);
    world
        .line("event add Clustertreffen --start 2020-10-08")
        .success();
    world.write(
        "list.csv",
        "Name;E-Mail;Status\nAnna Müller;anna@example.org;confirmed\n",
    );
    world.line("import list.csv --as signups").success();
    world
}

/// Makes a browser of a script; `$pdf` is where the PDF belongs, and `$page` is the address of the page.
#[cfg(unix)]
fn browser(world: &World, script: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let path = world.path().join("my browser");
    let text = format!(
        "#!/bin/sh\nfor it; do case \"$it\" in\n--print-to-pdf=*) pdf=\"${{it#*=}}\";;\nfile://*) page=\"$it\";;\nesac; done\n{script}\n"
    );
    std::fs::write(&path, text).unwrap();
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o700)).unwrap();
    path
}

/// Whether a file is of a kind.
#[cfg(unix)]
fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == ending)
}

/// A script that writes a PDF of nothing.
const WRITES: &str = "printf '%%PDF-1.4\\n%%%%EOF\\n' > \"$pdf\"";

#[cfg(unix)]
fn print(world: &World, script: &str, more: &[&str]) -> Output {
    let browser = browser(world, script);
    let mut arguments = vec!["report", "sign-in", "-o", "list.pdf", "--browser"];
    arguments.push(browser.to_str().unwrap());
    arguments.extend(more);
    world.run(&arguments)
}

/// Holds that nothing was written and nothing is left.
#[track_caller]
fn assert_nothing(world: &World) {
    assert!(!world.path().join("list.pdf").exists());
    assert_no_remains(world);
}

#[track_caller]
fn assert_no_remains(world: &World) {
    let names = |folder: &Path| -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    assert_eq!(names(&world.path().join("tmp")), [""; 0]);
    let left = names(world.path());
    assert!(
        left.iter().all(|name| !name.starts_with(".rollcall-")),
        "{left:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_pdf_is_a_file_like_any_other() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = meeting();
    let written = print(&world, WRITES, &[]).code(0);
    assert_eq!(written.stderr, "wrote list.pdf (6 rows)\n");
    let pdf = std::fs::read(world.path().join("list.pdf")).unwrap();
    assert_eq!(pdf, b"%PDF-1.4\n%%EOF\n");
    let mode = std::fs::metadata(world.path().join("list.pdf"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    // What rollcall wrote is replaced, and what somebody changed is not.
    print(&world, WRITES, &[]).success();
    world.write("list.pdf", "mine");
    let refused = print(&world, "exit 9", &[]).code(1);
    assert!(
        refused.stderr.contains("`list.pdf` is there already"),
        "{refused}"
    );
    print(&world, WRITES, &["--force"]).success();
    assert_no_remains(&world);
}

#[cfg(unix)]
#[test]
fn the_browser_gets_a_page_and_a_profile_that_nobody_else_sees() {
    let world = meeting();
    let script = format!(
        "printf '%s\\n' \"$@\" > \"$OLDPWD/asked.txt\"; ls -ld . >> \"$OLDPWD/asked.txt\"; cp \"${{page#file://}}\" \"$OLDPWD/page.html\"; {WRITES}"
    );
    // The script finds its way back by the folder that it is in.
    let script = script.replace("$OLDPWD", &world.path().display().to_string());
    print(&world, &script, &[]).success();
    let asked = std::fs::read_to_string(world.path().join("asked.txt")).unwrap();
    for option in [
        "--headless",
        "--user-data-dir=",
        "MAP * ~NOTFOUND",
        "drwx------",
    ] {
        assert!(asked.contains(option), "{option}: {asked}");
    }
    assert!(!asked.contains("Müller"), "{asked}");
    let page = std::fs::read_to_string(world.path().join("page.html")).unwrap();
    for text in ["Müller, Anna", "<html lang=\"en\">", "default-src 'none'"] {
        assert!(page.contains(text), "{text}");
    }
    assert_no_remains(&world);
}

#[cfg(unix)]
#[test]
fn a_browser_that_fails_leaves_nothing_and_its_last_words_are_told() {
    let world = meeting();
    let failed = print(
        &world,
        "echo starting; echo 'cannot open display' >&2; exit 7",
        &[],
    )
    .code(1);
    for text in [
        "failed with the exit code 7",
        "caused by: cannot open display",
        "-o FILE.html",
    ] {
        assert!(failed.stderr.contains(text), "{text}: {failed}");
    }
    assert_nothing(&world);
    let ended = print(&world, "kill -9 $$", &["--lang", "de"]).code(1);
    assert!(ended.stderr.contains("wurde von außen beendet"), "{ended}");
    assert_nothing(&world);
    // A broken format is said by the system.
    let path = browser(&world, "");
    std::fs::write(&path, "\u{7f}ELF, but no program").unwrap();
    let path = path.to_str().unwrap();
    let not_started = world
        .run(&["report", "sign-in", "-o", "list.pdf", "--browser", path])
        .code(1);
    assert!(
        not_started.stderr.contains("cannot start the browser"),
        "{not_started}"
    );
    assert_nothing(&world);
}

#[cfg(unix)]
#[test]
fn a_browser_that_writes_no_whole_pdf_has_written_none() {
    let world = meeting();
    for script in [
        "exit 0",
        "printf '%%PDF-1.4 half' > \"$pdf\"",
        "echo hello > \"$pdf\"; exit 0",
    ] {
        let failed = print(&world, script, &[]).code(1);
        assert!(
            failed.stderr.contains("has not written a PDF"),
            "{script}: {failed}"
        );
        assert_nothing(&world);
    }
}

#[cfg(unix)]
#[test]
fn a_browser_that_hangs_is_ended_with_all_that_it_started() {
    let mut world = meeting();
    world.set_variable("ROLLCALL_BROWSER_SECONDS", "1");
    let begun = Instant::now();
    let script = format!(
        "sleep 600 & echo $! > {}/child; wait",
        world.path().display()
    );
    let failed = print(&world, &script, &[]).code(1);
    assert!(begun.elapsed() < Duration::from_mins(1));
    for text in ["within 1 second,", "ROLLCALL_BROWSER_SECONDS=600"] {
        assert!(failed.stderr.contains(text), "{text}: {failed}");
    }
    assert_nothing(&world);
    assert_gone(&world);
}

/// Holds that the process whose number a script has written ends soon.
#[cfg(unix)]
#[track_caller]
fn assert_gone(world: &World) {
    let child = std::fs::read_to_string(world.path().join("child")).unwrap();
    let is_there = || {
        let sent = std::process::Command::new("kill")
            .args(["-0", child.trim()])
            .stderr(std::process::Stdio::null())
            .status();
        // Who has ended and was not looked after yet is there too.
        let state = std::fs::read_to_string(format!("/proc/{}/stat", child.trim()));
        sent.unwrap().success() && !state.is_ok_and(|it| it.contains(") Z"))
    };
    for _ in 0..100 {
        if !is_there() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("process {child} is still there");
}

#[cfg(unix)]
#[test]
fn whoever_interrupts_finds_nothing_left() {
    for signal in ["-INT", "-TERM"] {
        let world = meeting();
        let script = format!(
            "sleep 600 & echo $! > {}/child; wait",
            world.path().display()
        );
        let browser = browser(&world, &script);
        let mut running = std::process::Command::new(env!("CARGO_BIN_EXE_rollcall"))
            .args(["report", "sign-in", "-o", "list.pdf", "--browser"])
            .arg(&browser)
            .current_dir(world.path())
            .env("TMPDIR", world.path().join("tmp"))
            .spawn()
            .unwrap();
        for _ in 0..400 {
            if std::fs::read_to_string(world.path().join("child"))
                .is_ok_and(|it| it.ends_with('\n'))
            {
                break;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        let sent = std::process::Command::new("kill")
            .args([signal, &running.id().to_string()])
            .status();
        assert!(sent.unwrap().success());
        let status = running.wait().unwrap();
        assert!(status.code().is_none(), "it ends by the signal: {status}");
        assert_gone(&world);
        // The new file beside its place is removed by the next command, as with every format.
        world.run(&["report", "sign-in"]).success();
        assert_nothing(&world);
    }
}

#[test]
fn a_browser_that_is_not_there_is_named_in_both_languages() {
    let mut world = meeting();
    let said = world
        .line("report sign-in -o list.pdf --browser nowhere")
        .code(1);
    assert!(
        said.stderr
            .contains("the browser `nowhere` is not a program"),
        "{said}"
    );
    assert_nothing(&world);
    world.set_variable("ROLLCALL_BROWSER", "/nowhere/browser");
    let said = world
        .line("export people --format pdf -o list.pdf --lang de")
        .code(1);
    for text in [
        "`/nowhere/browser` aus ROLLCALL_BROWSER ist kein Programm",
        "-o FILE.html",
    ] {
        assert!(said.stderr.contains(text), "{text}: {said}");
    }
    assert_nothing(&world);
}

#[test]
fn a_browser_is_for_pdf_alone() {
    let world = meeting();
    for arguments in [
        &["report", "sign-in", "--browser", "x"][..],
        &["report", "dossier", "-o", "dossier", "--browser", "x"],
        &["export", "all", "-o", "all.xlsx", "--browser", "x"],
        &["export", "programme", "-o", "all.ics", "--browser", "x"],
    ] {
        let refused = world.run(arguments).code(2);
        assert!(
            refused.stderr.contains("a browser is needed for PDF"),
            "{refused}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_dossier_has_pdf_in_place_of_pages_but_for_its_index() {
    let mut world = meeting();
    let browser = browser(&world, WRITES).display().to_string();
    world.set_variable("ROLLCALL_BROWSER", &browser);
    let names = || -> Vec<String> {
        let entries = std::fs::read_dir(world.path().join("dossier")).unwrap();
        let mut names: Vec<String> = entries
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .filter(|name| has_ending(name, "pdf") || has_ending(name, "html"))
            .collect();
        names.sort();
        names
    };
    let pages = || {
        world.line("report dossier -o dossier").success();
        names()
    };
    let before = pages();
    world
        .line("report dossier -o dossier --format pdf")
        .success();
    let printed = names();
    assert_eq!(printed.len(), before.len());
    assert_eq!(
        printed
            .iter()
            .filter(|it| has_ending(it, "html"))
            .collect::<Vec<_>>(),
        ["index.html"]
    );
    let index = std::fs::read_to_string(world.path().join("dossier/index.html")).unwrap();
    assert!(index.contains("href=\"sign-in.pdf\""), "{index}");
    // Pages and PDF of two moments never stand side by side.
    assert_eq!(pages(), before);
}

/// Returns the browser that `ROLLCALL_BROWSER` names or that is found, by asking the program itself.
fn real_browser(world: &World) -> bool {
    let found = world.line("report sign-in -o found.pdf");
    if found.code != 0 {
        eprintln!("skipped: no browser found to print with: {}", found.stderr);
    }
    found.code == 0
}

#[test]
fn a_real_browser_writes_a_pdf_with_tags_title_and_language() {
    let mut world = meeting();
    if let Some(browser) = crate::browser::named() {
        world.set_variable("ROLLCALL_BROWSER", browser.to_str().unwrap());
    }
    if !real_browser(&world) {
        return;
    }
    world
        .line("report sign-in -o list.pdf --lang de --blank 40")
        .success();
    let pdf = std::fs::read(world.path().join("list.pdf")).unwrap();
    let text = String::from_utf8_lossy(&pdf);
    for part in [
        "%PDF-",
        "/StructTreeRoot",
        "/Lang (de)",
        "/Title (Unterschriftenliste: Clustertreffen)",
        "/MarkInfo",
    ] {
        assert!(text.contains(part), "{part}");
    }
    let pages = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
    assert!((2..=3).contains(&pages), "{pages} pages");
    assert_no_remains(&world);
}
