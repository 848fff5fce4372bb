//! A browser that is on the machine anyway prints a page as PDF.
//!
//! Why a browser and no library: the page is the one template there is, a browser sets tables and breaks pages better than
//! anything that could be built in, every Windows has one, and its PDF has tags, a title and a language. What it costs is
//! that the bytes are not the same twice.
//!
//! It gets a profile of its own, so that it neither meets a window that is open nor leaves anything in it, and finds
//! nothing but the page: no name is resolved to an address, and what it would do in the background is switched off.
//! Page, profile and PDF are in one private folder.

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

/// The variable that names the browser.
const VARIABLE: &str = "ROLLCALL_BROWSER";

/// The variable that says how long it may take.
const SECONDS: &str = "ROLLCALL_BROWSER_SECONDS";

/// How long it may take where nothing was said: the first start after an update is slow on some machines.
const PATIENCE: Duration = Duration::from_mins(2);

/// How often it is looked after.
const STEP: Duration = Duration::from_millis(20);

/// Its options, except for the files.
const OPTIONS: &[&str] = &[
    "--headless",
    "--no-pdf-header-footer",
    // The former name of that.
    "--print-to-pdf-no-header",
    "--disable-gpu",
    "--hide-scrollbars",
    // The PDF names this as the program that made it.
    "--user-agent=rollcall",
    "--mute-audio",
    "--disable-dev-shm-usage",
    // Nothing of its own: no questions, no keys of the user's, no reports.
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

/// Where a browser is looked for.
#[derive(Debug, Clone)]
pub(super) struct Browsers {
    /// As the environment names it.
    named: Option<PathBuf>,
    /// The folders of the path.
    path: Vec<PathBuf>,
    /// Where browsers usually are.
    places: Vec<PathBuf>,
    /// Whose packages see nothing but a folder of their own under it.
    home: Option<PathBuf>,
    patience: Duration,
}

impl Browsers {
    /// Takes from the environment what it says of browsers.
    ///
    /// # Errors
    /// When a variable holds what it must not.
    pub(super) fn of(environment: &Environment) -> Result<Self, Error> {
        // Windows writes `Path` and `PATH`, and means one.
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

    /// Finds the browser: the one that is said, else the one of the environment, else one that is there.
    ///
    /// # Errors
    /// When there is none, or not the one that was named.
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

    /// Finds a browser by its path, or by its name on the path; on macOS by its application too.
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

    /// Finds a browser that is there.
    fn usual(&self) -> Option<PathBuf> {
        let on_path = NAMES.iter().flat_map(|name| {
            let folders = self.path.iter();
            folders.map(move |folder| folder.join(name))
        });
        let mut candidates = on_path.chain(self.places.iter().cloned());
        candidates.find(|it| is_program(it))
    }

    /// Returns where the private folder of a browser stands. One that is installed as a snap sees no temporary files but
    /// its own.
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

/// What browsers are called on the path, those of the system's makers first.
#[cfg(windows)]
const NAMES: [&str; 3] = ["msedge.exe", "chrome.exe", "chromium.exe"];

/// What browsers are called on the path.
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

/// Where browsers usually are; `folder` returns the folder that a variable names.
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
    /// Where its private folder is made.
    folder: PathBuf,
    patience: Duration,
}

impl Browser {
    /// Makes the private folder for a page.
    ///
    /// # Errors
    /// When there is no room for it.
    pub(super) fn desk(&self) -> Result<Desk, Error> {
        let folder = PrivateFolder::create(&self.folder);
        let folder = folder.map_err(|error| no_room(&self.folder, &error))?;
        Ok(Desk { folder })
    }

    /// Prints the page on a desk; returns the PDF, open for reading.
    ///
    /// # Errors
    /// When the browser does not start, fails, takes too long, or writes no whole PDF.
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
            // It refuses to be root's otherwise, as in a container. All that it opens is our own page.
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
        // What it starts is ended with it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let child = command.spawn()?;
        interruption::add_group(child.id());
        Ok(Running { child })
    }
}

/// A path of a socket has some hundred bytes; the browser makes one of some fifty among its temporary files.
const SHORT_ENOUGH: usize = 50;

/// The private folder with a page and what becomes of it.
#[derive(Debug)]
pub(super) struct Desk {
    folder: PrivateFolder,
}

impl Desk {
    /// Returns where the page is to be written.
    pub(super) fn page(&self) -> PathBuf {
        self.path().join("page.html")
    }

    fn pdf(&self) -> PathBuf {
        self.path().join("page.pdf")
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The error for a page that cannot be written.
    pub(super) fn no_room(&self, error: &io::Error) -> Error {
        no_room(self.path(), error)
    }
}

fn no_room(folder: &Path, error: &io::Error) -> Error {
    let made = Error::new(message!(pdf::no_room { folder })).caused_by(error);
    made.hinted(words::MAKE_ROOM)
}

/// A browser at work; it ends with this.
struct Running {
    child: Child,
}

impl Running {
    /// Waits for the end; `None` when it takes too long.
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
        // It is gone, or about to be; without this it would stay in the list of processes.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Opens a PDF if it is there from its first to its last mark.
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

/// Returns the last line that the browser has said, which is where it says why it failed.
fn last_line(said: &Path) -> Option<String> {
    let said = String::from_utf8_lossy(&std::fs::read(said).ok()?).into_owned();
    let line = said.lines().map(str::trim).rfind(|line| !line.is_empty())?;
    Some(line.chars().take(200).collect())
}

/// Returns the address of a file.
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
