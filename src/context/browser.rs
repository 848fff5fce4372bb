//! Prints a page as PDF with a browser that is already installed.
//!
//! A browser is used instead of a library because there is then only one template, a browser lays out tables and pages
//! better than anything that could be embedded, every Windows has one, and its PDF has tags, a title and a language.
//! The price is that the bytes differ each time.
//!
//! The browser gets a profile of its own, so that it neither uses an open window nor leaves anything behind, and has
//! access to nothing but the page: host names are not resolved, and background activity is disabled. Page, profile and
//! PDF are in one private folder.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::Environment;
use super::interruption;
use super::private_folder::PrivateFolder;
use crate::catalogue::Message;
use crate::catalogue::messages::pdf as words;
use crate::error::Error;
use crate::message;

/// The variable with the browser to use.
const VARIABLE: &str = "ROLLCALL_BROWSER";

/// The variable with the timeout.
const SECONDS: &str = "ROLLCALL_BROWSER_SECONDS";

/// The default timeout: the first start after an update is slow on some machines.
const PATIENCE: Duration = Duration::from_mins(2);

/// The interval at which the browser is checked.
const STEP: Duration = Duration::from_millis(20);

/// Its options, except for the files.
const OPTIONS: &[&str] = &[
    "--headless",
    "--no-pdf-header-footer",
    // The former name of the previous option.
    "--print-to-pdf-no-header",
    "--disable-gpu",
    "--hide-scrollbars",
    // The PDF contains this as the program that created it.
    "--user-agent=rollcall",
    "--mute-audio",
    "--disable-dev-shm-usage",
    // No dialogs, no access to the user's keyring, no crash reports.
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-default-apps",
    "--disable-crash-reporter",
    "--disable-breakpad",
    "--password-store=basic",
    "--use-mock-keychain",
    // No network.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--disable-sync",
    "--disable-quic",
    "--metrics-recording-only",
    "--no-pings",
    "--dns-prefetch-disable",
    "--host-resolver-rules=MAP * ~NOTFOUND",
];

/// Where to look for a browser.
#[derive(Debug, Clone)]
pub(super) struct Browsers {
    /// The browser given in the environment.
    named: Option<PathBuf>,
    /// The folders in `PATH`.
    path: Vec<PathBuf>,
    /// The usual paths of browsers.
    places: Vec<PathBuf>,
    /// The home folder; snap packages only see a folder of their own in it.
    home: Option<PathBuf>,
    patience: Duration,
}

impl Browsers {
    /// Reads the settings for browsers from the environment.
    ///
    /// # Errors
    /// If a variable has an invalid value.
    pub(super) fn of(environment: &Environment) -> Result<Self, Error> {
        // On Windows `Path` and `PATH` are the same variable.
        let is_called = |known: &OsString, name: &str| {
            if cfg!(windows) {
                known.eq_ignore_ascii_case(name)
            } else {
                known == name
            }
        };
        let raw = |name: &str| {
            let mut variables = environment.variables.iter();
            let found = variables.find(|(known, _)| is_called(known, name));
            found.map(|(_, value)| value)
        };
        let path = raw("PATH").map(|path| std::env::split_paths(path).collect());
        Ok(Self {
            named: environment.variable(VARIABLE).map(PathBuf::from),
            path: path.unwrap_or_default(),
            places: usual_places(|name| raw(name).map(PathBuf::from)),
            home: raw("HOME").map(PathBuf::from),
            patience: match environment.variable(SECONDS) {
                Some(text) => match text.parse() {
                    Ok(seconds @ 1..=86_400) => Duration::from_secs(seconds),
                    _ => {
                        return Err(Error::usage(message!(errors::variable {
                            name: SECONDS,
                            reason: words::WRITE_SECONDS
                        })));
                    }
                },
                None => PATIENCE,
            },
        })
    }

    /// Finds the browser: the given one, else the one in the environment, else an installed one.
    ///
    /// # Errors
    /// If there is none, or the given one does not exist.
    pub(super) fn find(&self, said: Option<&Path>) -> Result<Browser, Error> {
        let named = match (said, &self.named) {
            (Some(said), _) => Some((said, message!(pdf::not_there { program: said }))),
            (None, Some(named)) => Some((
                named.as_path(),
                message!(pdf::variable_not_there {
                    program: named,
                    variable: VARIABLE
                }),
            )),
            (None, None) => None,
        };
        let program = match named {
            Some((name, missing)) => self.named(name).ok_or_else(|| {
                Error::new(missing)
                    .hinted(words::NAME_A_BROWSER)
                    .hinted(words::PRINT_THE_PAGE)
            })?,
            None => self.usual().ok_or_else(|| {
                Error::new(words::NO_BROWSER)
                    .hinted(words::INSTALL_ONE)
                    .hinted(words::NAME_A_BROWSER)
                    .hinted(words::PRINT_THE_PAGE)
            })?,
        };
        Ok(Browser {
            folder: self.folder_for(&program),
            program,
            patience: self.patience,
        })
    }

    /// Finds a browser by its path or by its name in `PATH`; on macOS also by its application.
    fn named(&self, name: &Path) -> Option<PathBuf> {
        let inside = name
            .file_stem()
            .map(|stem| name.join("Contents/MacOS").join(stem));
        let is_a_name = name.components().count() == 1;
        let on_path = self.path.iter().filter(|_| is_a_name);
        let on_path = on_path.map(|folder| folder.join(name));
        let candidates = on_path.chain([name.to_owned()]).chain(inside);
        let mut candidates = candidates.flat_map(|it| {
            let windows = cfg!(windows).then(|| it.with_added_extension("exe"));
            [it].into_iter().chain(windows)
        });
        let found = candidates.find(|it| is_program(it))?;
        // It is started in another folder.
        std::path::absolute(found).ok()
    }

    /// Finds an installed browser.
    fn usual(&self) -> Option<PathBuf> {
        let on_path = NAMES.iter().flat_map(|name| {
            let folders = self.path.iter();
            folders.map(move |folder| folder.join(name))
        });
        let mut candidates = on_path.chain(self.places.iter().cloned());
        candidates.find(|it| is_program(it))
    }

    /// Returns the parent of the private folder for a browser. One that is installed as a snap only sees its own
    /// temporary files.
    fn folder_for(&self, program: &Path) -> PathBuf {
        let is_snap = program.starts_with("/snap")
            || program
                .canonicalize()
                .is_ok_and(|it| it.ends_with("usr/bin/snap"));
        let name = program.file_name().unwrap_or_default();
        let own = self.home.as_ref().filter(|_| is_snap);
        let own = own.map(|home| home.join("snap").join(name).join("common"));
        own.filter(|it| it.is_dir())
            .unwrap_or_else(std::env::temp_dir)
    }
}

/// The names of browsers in `PATH`, those of the system's vendor first.
#[cfg(windows)]
const NAMES: [&str; 3] = ["msedge.exe", "chrome.exe", "chromium.exe"];

/// The names of browsers in `PATH`.
#[cfg(not(windows))]
const NAMES: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
];

/// Returns the usual paths of browsers; `folder` returns the folder in a variable.
fn usual_places(folder: impl Fn(&str) -> Option<PathBuf>) -> Vec<PathBuf> {
    if cfg!(windows) {
        let folders = ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"];
        let folders: Vec<PathBuf> = folders.into_iter().filter_map(folder).collect();
        let programs = [
            r"Microsoft\Edge\Application\msedge.exe",
            r"Google\Chrome\Application\chrome.exe",
            r"Chromium\Application\chrome.exe",
        ];
        return under_each(&programs, &folders);
    }
    if cfg!(target_os = "macos") {
        let own = folder("HOME").map(|home| home.join("Applications"));
        let folders: Vec<PathBuf> = [PathBuf::from("/Applications")]
            .into_iter()
            .chain(own)
            .collect();
        let programs = [
            "Google Chrome.app/Contents/MacOS/Google Chrome",
            "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "Chromium.app/Contents/MacOS/Chromium",
        ];
        return under_each(&programs, &folders);
    }
    let programs = [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/microsoft-edge",
        "/opt/google/chrome/chrome",
        "/opt/microsoft/msedge/msedge",
        "/usr/lib/chromium/chromium",
        "/snap/bin/chromium",
    ];
    programs.map(PathBuf::from).into()
}

fn under_each(programs: &[&str], folders: &[PathBuf]) -> Vec<PathBuf> {
    let under = |program: &&str| {
        folders
            .iter()
            .map(|it| it.join(program))
            .collect::<Vec<_>>()
    };
    programs.iter().flat_map(under).collect()
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let metadata = std::fs::metadata(path);
    metadata.is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// A browser that was found.
#[derive(Debug, Clone)]
pub(super) struct Browser {
    program: PathBuf,
    /// The parent of its private folder.
    folder: PathBuf,
    patience: Duration,
}

impl Browser {
    /// Creates the private folder for a page.
    ///
    /// # Errors
    /// If there is no room for it.
    pub(super) fn desk(&self) -> Result<Desk, Error> {
        let folder = PrivateFolder::create(&self.folder);
        let folder = folder.map_err(|error| no_room(&self.folder, &error))?;
        Ok(Desk { folder })
    }

    /// Prints the page on a desk; returns the PDF, open for reading.
    ///
    /// # Errors
    /// If the browser does not start, fails, takes too long, or does not write a complete PDF.
    pub(super) fn print(&self, desk: &Desk) -> Result<File, Error> {
        let failed = |error: Error| {
            error
                .hinted(words::TRY_ANOTHER)
                .hinted(words::PRINT_THE_PAGE)
        };
        let said = desk.path().join("said.txt");
        let mut running = self
            .start(desk, &said)
            .map_err(|error| failed(self.not_started(&error)))?;
        let ended = running.wait(self.patience);
        drop(running);
        let status = match ended {
            Ok(Some(status)) => status,
            Ok(None) => {
                let made = Error::new(message!(pdf::takes_too_long {
                    program: self.program,
                    seconds: self.patience.as_secs()
                }));
                return Err(failed(
                    made.hinted(message!(pdf::give_it_time { variable: SECONDS })),
                ));
            }
            Err(error) => return Err(failed(self.not_started(&error))),
        };
        if let Some(pdf) = whole_pdf(&desk.pdf()) {
            return Ok(pdf);
        }
        let program = &self.program;
        let mut made = Error::new(match status.code() {
            Some(0) => message!(pdf::wrote_nothing { program }),
            Some(code) => message!(pdf::ended_with { program, code }),
            None => message!(pdf::was_ended { program }),
        });
        if let Some(line) = last_line(&said) {
            made = made.because(Message::verbatim(line));
        }
        Err(failed(made))
    }

    fn not_started(&self, error: &io::Error) -> Error {
        let program = &self.program;
        Error::new(message!(pdf::does_not_start { program })).caused_by(error)
    }

    fn start(&self, desk: &Desk, said: &Path) -> io::Result<Running> {
        let said = File::create_new(said)?;
        let folder = desk.path();
        let option = |name: &str, value: &Path| {
            let mut option = OsString::from(name);
            option.push(value);
            option
        };
        let mut command = Command::new(&self.program);
        command
            .args(OPTIONS)
            .arg(option("--user-data-dir=", &folder.join("profile")))
            .arg(option("--crash-dumps-dir=", &folder.join("profile")))
            .arg(option("--print-to-pdf=", &desk.pdf()));
        if desk.folder.is_of_root() {
            // Otherwise it refuses to run as root, as in a container. It only opens our own page.
            command.arg("--no-sandbox");
        }
        command
            .arg(url(&desk.page()))
            .current_dir(folder)
            .env("CHROME_CONFIG_HOME", folder.join("config"))
            .env("GSETTINGS_BACKEND", "memory")
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said);
        if cfg!(target_os = "linux") && folder.as_os_str().len() < SHORT_ENOUGH {
            command.env("TMPDIR", folder);
        }
        // Its child processes are ended with it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let child = command.spawn()?;
        interruption::add_group(child.id());
        Ok(Running { child })
    }
}

/// The path of a socket is limited to about a hundred bytes; the browser adds about fifty to its temporary folder.
const SHORT_ENOUGH: usize = 50;

/// The private folder with a page and its PDF.
#[derive(Debug)]
pub(super) struct Desk {
    folder: PrivateFolder,
}

impl Desk {
    /// Returns the path at which to write the page.
    pub(super) fn page(&self) -> PathBuf {
        self.path().join("page.html")
    }

    fn pdf(&self) -> PathBuf {
        self.path().join("page.pdf")
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the error for a page that cannot be written.
    pub(super) fn no_room(&self, error: &io::Error) -> Error {
        no_room(self.path(), error)
    }
}

fn no_room(folder: &Path, error: &io::Error) -> Error {
    let made = Error::new(message!(pdf::no_room { folder })).caused_by(error);
    made.hinted(words::MAKE_ROOM)
}

/// A running browser, which is ended on drop.
struct Running {
    child: Child,
}

impl Running {
    /// Waits for the end; `None` if it takes too long.
    fn wait(&mut self, patience: Duration) -> io::Result<Option<ExitStatus>> {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(Some(status));
            }
            if begun.elapsed() > patience {
                return Ok(None);
            }
            std::thread::sleep(STEP);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        interruption::end_group(self.child.id());
        // It has ended or is about to; without this it would remain as a zombie process.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Opens a PDF if it is complete from its first to its last marker.
fn whole_pdf(path: &Path) -> Option<File> {
    use std::io::{Read as _, Seek as _, SeekFrom};
    let mut file = File::open(path).ok()?;
    let mut first = [0; 5];
    file.read_exact(&mut first).ok()?;
    let length = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(32))).ok()?;
    let mut last = Vec::new();
    file.read_to_end(&mut last).ok()?;
    file.rewind().ok()?;
    let is_whole = first == *b"%PDF-" && last.windows(5).any(|it| it == b"%%EOF");
    is_whole.then_some(file)
}

/// Returns the last line of the browser's output, which contains the reason of a failure.
fn last_line(said: &Path) -> Option<String> {
    let said = String::from_utf8_lossy(&std::fs::read(said).ok()?).into_owned();
    let line = said.lines().map(str::trim).rfind(|line| !line.is_empty())?;
    Some(line.chars().take(200).collect())
}

/// Returns the URL of a file.
fn url(path: &Path) -> String {
    let path = path.to_string_lossy();
    let path = if cfg!(windows) {
        format!("/{}", path.replace('\\', "/"))
    } else {
        path.into_owned()
    };
    let sign = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    std::iter::once("file://".to_owned())
        .chain(path.bytes().map(sign))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Language;

    fn browsers() -> Browsers {
        Browsers {
            named: None,
            path: Vec::new(),
            places: Vec::new(),
            home: None,
            patience: PATIENCE,
        }
    }

    #[test]
    fn where_there_is_none_both_languages_say_what_to_do() {
        let error = browsers().find(None).unwrap_err();
        assert_eq!(error.exit().code(), 1);
        let mut said = Vec::new();
        error.write(&mut said, Language::En, false).unwrap();
        error.write(&mut said, Language::De, false).unwrap();
        let said = String::from_utf8(said).unwrap();
        for word in [
            "Edge",
            "ROLLCALL_BROWSER",
            "-o FILE.html",
            "Installieren Sie",
        ] {
            assert!(said.contains(word), "{word}: {said}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn it_is_found_on_the_path_in_its_place_and_by_its_name() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let program = |name: &str, mode| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, "").unwrap();
            std::fs::set_permissions(&path, PermissionsExt::from_mode(mode)).unwrap();
            path
        };
        let no_program = program("a/chromium", 0o600);
        let chrome = program("b/google-chrome", 0o700);
        let placed = program("c/chrome", 0o700);
        let app = program("My Browser.app/Contents/MacOS/My Browser", 0o700);
        let mut browsers = browsers();
        browsers.places.push(placed.clone());
        let found = |browsers: &Browsers, said: Option<&Path>| {
            let found = browsers.find(said);
            found
                .map(|it| it.program)
                .map_err(|it| it.message.in_english())
        };
        assert_eq!(found(&browsers, None), Ok(placed));
        let path = [no_program.parent().unwrap(), chrome.parent().unwrap()];
        browsers.path = path.map(Path::to_owned).into();
        assert_eq!(found(&browsers, None), Ok(chrome.clone()));
        let named = Path::new("google-chrome");
        assert_eq!(found(&browsers, Some(named)), Ok(chrome));
        let bundle = folder.path().join("My Browser.app");
        assert_eq!(found(&browsers, Some(&bundle)), Ok(app));
        browsers.named = Some("firefox".into());
        assert!(
            found(&browsers, None)
                .unwrap_err()
                .contains("ROLLCALL_BROWSER")
        );
        assert!(found(&browsers, Some(&no_program)).is_err());
    }

    #[test]
    fn an_address_has_no_sign_that_means_something_else() {
        if !cfg!(windows) {
            let path = Path::new("/tmp/Jürgen #1?/page 2%.html");
            assert_eq!(
                url(path),
                "file:///tmp/J%C3%BCrgen%20%231%3F/page%202%25.html"
            );
        }
    }

    #[test]
    fn half_a_pdf_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.pdf");
        for (bytes, is_whole) in [
            ("", false),
            ("%PDF-1.4", false),
            ("<html>%%EOF", false),
            ("%PDF-1.4\n1 0 obj\n%%EOF\n", true),
        ] {
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(whole_pdf(&path).is_some(), is_whole, "{bytes}");
        }
        assert!(whole_pdf(&folder.path().join("other.pdf")).is_none());
    }
}
