//! A browser without a window, spoken to through its `DevTools` protocol.
//!
//! <https://chromedevtools.github.io/devtools-protocol/> describes the messages.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// What browsers that speak the protocol are called.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// How long one answer may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);

/// A running browser with one page.
pub(super) struct Browser {
    process: Child,
    socket: WebSocket<TcpStream>,
    session: Option<String>,
    next: u64,
    /// What happened while an answer was waited for.
    events: Vec<Value>,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Starts the browser that `ROLLCALL_BROWSER` names, or one of the path; `None` where there is none, and then
    /// that is said.
    pub(super) fn start() -> Option<Self> {
        let Some(program) = program() else {
            eprintln!(
                "skipped: no browser found to open pages in; install chromium, or name one in ROLLCALL_BROWSER"
            );
            return None;
        };
        let profile = tempfile::tempdir().unwrap();
        let mut process = Command::new(program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the browser starts");
        let mut said = BufReader::new(process.stderr.take().unwrap()).lines();
        let address = said
            .find_map(|line| {
                line.ok()?
                    .strip_prefix("DevTools listening on ")
                    .map(str::to_owned)
            })
            .expect("the browser tells its address");
        // Nobody reads on; a full pipe would stop the browser.
        std::thread::spawn(move || said.for_each(drop));
        let host = address
            .trim_start_matches("ws://")
            .split('/')
            .next()
            .unwrap();
        let stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let (socket, _) = tungstenite::client(address.as_str(), stream).unwrap();
        let mut browser = Self {
            process,
            socket,
            session: None,
            next: 0,
            events: Vec::new(),
            _profile: profile,
        };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" }));
        let session = browser.call(
            "Target.attachToTarget",
            json!({ "targetId": target["targetId"], "flatten": true }),
        );
        browser.session = Some(session["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        Some(browser)
    }

    /// Opens a file and waits until it is loaded.
    pub(super) fn open(&mut self, file: &Path) {
        self.events.clear();
        let url = address(file);
        self.call("Page.navigate", json!({ "url": url }));
        while !self
            .events
            .iter()
            .any(|it| it["method"] == "Page.loadEventFired")
        {
            self.receive();
        }
    }

    /// Returns what the page complained of, and every request but the one for the file itself.
    pub(super) fn complaints(&mut self, file: &Path) -> Vec<String> {
        // Whatever is on its way arrives before this answer.
        self.evaluate("new Promise(done => setTimeout(() => done(1), 50))");
        let own = address(file);
        let of = |event: &Value| match event["method"].as_str()? {
            "Log.entryAdded" => Some(format!("logged: {}", event["params"]["entry"]["text"])),
            "Page.javascriptDialogOpening" => {
                Some(format!("asked: {}", event["params"]["message"]))
            }
            "Runtime.exceptionThrown" => Some(format!("thrown: {}", event["params"])),
            "Runtime.consoleAPICalled" => Some(format!("printed: {}", event["params"]["args"])),
            "Network.requestWillBeSent" => {
                let url = event["params"]["request"]["url"].as_str()?;
                (url != own).then(|| format!("requested: {url}"))
            }
            _ => None,
        };
        self.events.iter().filter_map(of).collect()
    }

    /// Sets the width of the window in pixels, and whether the page is shown as it is printed.
    pub(super) fn resize(&mut self, width: usize, is_print: bool) {
        self.call(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false }),
        );
        let media = if is_print { "print" } else { "" };
        self.call("Emulation.setEmulatedMedia", json!({ "media": media }));
    }

    /// Returns the value of an expression, or of its promise.
    pub(super) fn evaluate(&mut self, expression: &str) -> Value {
        let answer = self.call(
            "Runtime.evaluate",
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true }),
        );
        assert!(answer["exceptionDetails"].is_null(), "{answer}");
        answer["result"]["value"].clone()
    }

    /// Returns how many sheets of paper the page is.
    pub(super) fn sheets(&mut self) -> usize {
        self.call("Emulation.clearDeviceMetricsOverride", json!({}));
        self.call("Emulation.setEmulatedMedia", json!({ "media": "" }));
        let printed = self.call(
            "Page.printToPDF",
            json!({ "preferCSSPageSize": true, "printBackground": true }),
        );
        // Every sheet is an object of its own: counted in the text of the file, whose streams alone are packed.
        let pdf = from_base64(printed["data"].as_str().unwrap());
        let text = String::from_utf8_lossy(&pdf);
        text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "every caller makes it on the spot"
    )]
    fn call(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        let mut message = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = &self.session {
            message["sessionId"] = session.as_str().into();
        }
        self.socket
            .send(Message::text(message.to_string()))
            .unwrap();
        loop {
            if let Some(answer) = self.receive()
                && answer["id"] == id
            {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
        }
    }

    /// Reads one message: an answer is returned, an event kept.
    fn receive(&mut self) -> Option<Value> {
        let message = self.socket.read().expect("the browser answers");
        let message: Value = serde_json::from_str(message.to_text().unwrap()).ok()?;
        if message["id"].is_null() {
            self.events.push(message);
            return None;
        }
        Some(message)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

fn address(file: &Path) -> String {
    format!("file://{}", file.display())
}

/// A variable of the environment that the tests run in.
#[expect(
    clippy::disallowed_methods,
    reason = "the machine's own, not the program's"
)]
pub(super) fn variable(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name)
}

fn program() -> Option<PathBuf> {
    if let Some(named) = variable("ROLLCALL_BROWSER") {
        return Some(named.into());
    }
    let path = variable("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let of = |name: &&str| {
        folders
            .iter()
            .map(|it| it.join(name))
            .find(|it| it.is_file())
    };
    NAMES.iter().find_map(of)
}

/// Decodes what the protocol packs bytes in.
fn from_base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = text
        .bytes()
        .filter_map(|it| DIGITS.iter().position(|digit| *digit == it));
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for digit in digits {
        bits = (bits << 6) | u32::try_from(digit).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).unwrap());
        }
    }
    bytes
}
