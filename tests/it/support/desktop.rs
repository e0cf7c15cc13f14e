//! A desktop of a test's own: a session bus, a panel that shows icons, a place for notices, and
//! programs that run on it. All are gone with the test.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use serde_json::Value as Json;
use zbus::blocking::{Connection, connection};
use zbus::zvariant::{OwnedValue, Value};

/// Longer than anything that works takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What a test's own session bus allows: everything.
const BUS: &str = r#"<busconfig><type>session</type><listen>unix:dir=FOLDER</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"#;

/// A session with a bus, a runtime folder and a configuration folder.
pub struct Desktop {
    pub folder: PathBuf,
    daemon: Child,
    pub bus: String,
}

impl Desktop {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        // Short: the name of a socket has at most 107 bytes.
        let folder = std::env::temp_dir().join(format!("fadepad-{}-{n}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for name in ["bus", "run", "my config", "my programs"] {
            fs::create_dir_all(folder.join(name)).unwrap();
        }
        private(&folder.join("run"), 0o700);
        fs::copy(env!("CARGO_BIN_EXE_fadepad"), folder.join("my programs/fadepad")).unwrap();
        let config = folder.join("bus.conf");
        let sockets = folder.join("bus");
        fs::write(&config, BUS.replace("FOLDER", sockets.to_str().unwrap())).unwrap();
        let mut daemon = Command::new("dbus-daemon")
            .arg(format!("--config-file={}", config.display()))
            .args(["--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is needed: `cargo xtask test setup` installs it");
        let mut bus = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut bus).unwrap();
        Self { folder, daemon, bus: bus.trim().to_owned() }
    }

    /// The binary on this desktop; no X server answers there. It lies in a folder with a blank.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(self.folder.join("my programs/fadepad"));
        command
            .args(args)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("DISPLAY", ":997")
            .env_remove("WAYLAND_DISPLAY")
            .env("XDG_RUNTIME_DIR", self.folder.join("run"))
            .env("XDG_CONFIG_HOME", self.folder.join("my config"))
            .env("BROWSER", self.browser())
            .stdin(Stdio::null());
        command
    }

    /// A program that notes what it was told to open.
    fn browser(&self) -> PathBuf {
        let script = self.folder.join("browser");
        if !script.exists() {
            let told = self.folder.join("opened");
            let text = format!("#!/bin/sh\necho \"$1\" >> '{}'\n", told.display());
            let new = self.folder.join("browser.new");
            fs::write(&new, text).unwrap();
            private(&new, 0o755);
            fs::rename(new, &script).unwrap();
        }
        script
    }

    /// What browsers were told to open, the n-th.
    pub fn opened(&self, n: usize) -> String {
        eventually("a browser is opened", || {
            let text = fs::read_to_string(self.folder.join("opened")).unwrap_or_default();
            text.lines().nth(n).filter(|_| text.ends_with('\n')).map(str::to_owned)
        })
    }

    /// A panel that shows icons, and a place for notices.
    pub fn panel(&self) -> Panel {
        Panel::new(&self.bus, &["body"])
    }

    /// The same, whose notices have buttons and read their text as markup.
    pub fn panel_with_buttons(&self) -> Panel {
        Panel::new(&self.bus, &["actions", "body", "body-markup"])
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

pub fn private(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Looks until something is there.
pub fn eventually<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let until = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < until, "{what}: not within {PATIENCE:?}");
        std::thread::yield_now();
    }
}

struct Watcher(SyncSender<String>);

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: &str) {
        let _ = self.0.try_send(service.to_owned());
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }
}

/// Title and text of a notice.
pub type Notice = (String, String);

/// A notice as the desktop is asked to show it.
#[derive(Debug)]
pub struct ShownNotice {
    pub id: u32,
    pub text: Notice,
    /// A word and a label, in turns.
    pub buttons: Vec<String>,
}

/// The place for notices.
struct Corner {
    shown: SyncSender<ShownNotice>,
    closed: SyncSender<u32>,
    count: AtomicU32,
    can: &'static [&'static str],
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Corner {
    #[expect(clippy::too_many_arguments, reason = "the standard has eight")]
    fn notify(
        &self,
        _app: &str,
        _replaces: u32,
        _icon: &str,
        title: &str,
        text: &str,
        buttons: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        assert!(hints.contains_key("transient"), "a desktop may write down what is not transient");
        let id = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        let text = (title.to_owned(), text.to_owned());
        let _ = self.shown.try_send(ShownNotice { id, text, buttons });
        id
    }

    fn close_notification(&self, id: u32) {
        let _ = self.closed.try_send(id);
    }

    fn get_server_information(&self) -> (&str, &str, &str, &str) {
        ("test", "test", "1", "1.2")
    }

    fn get_capabilities(&self) -> Vec<String> {
        self.can.iter().map(|word| (*word).to_owned()).collect()
    }
}

/// A tray host as panels are: it is told of icons, reads their menus and clicks.
pub struct Panel {
    bus: Connection,
    icons: Receiver<String>,
    notices: Receiver<ShownNotice>,
    closed: Receiver<u32>,
}

/// An entry of a menu, as the bus tells it.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: i32,
    pub label: String,
    pub checked: Option<bool>,
    pub entries: Vec<Entry>,
}

impl Panel {
    fn new(bus: &str, can: &'static [&'static str]) -> Self {
        let (icon, icons) = sync_channel(8);
        let (shown, notices) = sync_channel(8);
        let (close, closed) = sync_channel(8);
        let corner = Corner { shown, closed: close, count: AtomicU32::new(0), can };
        let bus = connection::Builder::address(bus)
            .unwrap()
            .serve_at("/StatusNotifierWatcher", Watcher(icon))
            .unwrap()
            .serve_at("/org/freedesktop/Notifications", corner)
            .unwrap()
            .name("org.kde.StatusNotifierWatcher")
            .unwrap()
            .name("org.freedesktop.Notifications")
            .unwrap()
            .build()
            .unwrap();
        Self { bus, icons, notices, closed }
    }

    /// The next icon that comes.
    pub fn icon(&self) -> Icon<'_> {
        let service = self.icons.recv_timeout(PATIENCE).expect("an icon comes");
        Icon { panel: self, service }
    }

    /// The words of the next notice.
    pub fn notice(&self) -> Notice {
        self.shown().text
    }

    /// The next notice.
    pub fn shown(&self) -> ShownNotice {
        self.notices.recv_timeout(PATIENCE).expect("a notice is shown")
    }

    /// The next notice that is taken away.
    pub fn closed(&self) -> u32 {
        self.closed.recv_timeout(PATIENCE).expect("a notice is taken away")
    }

    /// Says to all that this button of this notice was pressed.
    pub fn answer(&self, notice: u32, word: &str) {
        let (path, corner) = ("/org/freedesktop/Notifications", "org.freedesktop.Notifications");
        let body = (notice, word);
        self.bus.emit_signal(None::<&str>, path, corner, "ActionInvoked", &body).unwrap();
    }
}

/// One program's icon.
pub struct Icon<'a> {
    panel: &'a Panel,
    service: String,
}

impl Icon<'_> {
    fn call<B>(&self, path: &str, interface: &str, method: &str, body: &B) -> zbus::Message
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        let to = self.service.as_str();
        self.panel.bus.call_method(Some(to), path, Some(interface), method, body).unwrap()
    }

    fn property(&self, name: &str) -> OwnedValue {
        let body = ("org.kde.StatusNotifierItem", name);
        let told =
            self.call("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", &body);
        told.body().deserialize::<OwnedValue>().unwrap()
    }

    /// The picture: width, height, and rows of ARGB.
    pub fn picture(&self) -> (i32, i32, Vec<u8>) {
        let all: Vec<(i32, i32, Vec<u8>)> = self.property("IconPixmap").try_into().unwrap();
        all.into_iter().next().unwrap()
    }

    /// The menu as it is now.
    pub fn menu(&self) -> Vec<Entry> {
        let body = (0i32, -1i32, Vec::<String>::new());
        let told = self.call("/MenuBar", "com.canonical.dbusmenu", "GetLayout", &body);
        type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);
        let (_, layout): (u32, Layout) = told.body().deserialize().unwrap();
        layout.2.iter().map(entry).collect()
    }

    /// The first line of the menu.
    pub fn sentence(&self) -> String {
        self.menu()[0].label.clone()
    }

    /// Waits until the first line says this.
    pub fn says(&self, sentence: &str) {
        let mut last = String::new();
        let started = Instant::now();
        while last != sentence {
            assert!(started.elapsed() < PATIENCE, "{sentence:?} is expected, {last:?} is shown");
            last = self.sentence();
        }
    }

    /// The entry that is reached by these labels.
    pub fn entry(&self, path: &[&str]) -> Option<Entry> {
        let mut entries = self.menu();
        let (last, folders) = path.split_last().unwrap();
        for folder in folders {
            entries = entries.into_iter().find(|entry| entry.label == *folder)?.entries;
        }
        entries.into_iter().find(|entry| entry.label == *last)
    }

    /// Clicks it, as soon as it is there.
    pub fn click(&self, path: &[&str]) {
        let entry = eventually(&format!("the entry {path:?}"), || self.entry(path));
        let body = (entry.id, "clicked", Value::from(0i32), 0u32);
        self.call("/MenuBar", "com.canonical.dbusmenu", "Event", &body);
    }

    /// Clicks the icon itself.
    pub fn press(&self) {
        self.call("/StatusNotifierItem", "org.kde.StatusNotifierItem", "Activate", &(0i32, 0i32));
    }
}

/// One node of a layout: `(id, properties, children)` in a variant.
fn entry(value: &OwnedValue) -> Entry {
    let (id, about, children): (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>) =
        value.try_clone().unwrap().try_into().unwrap();
    let text = |name: &str| {
        about.get(name).and_then(|value| value.downcast_ref::<String>().ok()).unwrap_or_default()
    };
    let checked = about.get("toggle-state").and_then(|value| value.downcast_ref::<i32>().ok());
    let checked = checked.filter(|_| !text("toggle-type").is_empty()).map(|state| state == 1);
    let label = text("label").replace("__", "_");
    Entry { id, label, checked, entries: children.iter().map(entry).collect() }
}

/// A running instance that tells events, ended with the test.
pub struct Running {
    pub child: Child,
    lines: Receiver<String>,
    pub ready: Json,
}

/// What a program prints, line by line.
fn read(out: ChildStdout) -> Receiver<String> {
    let (line, lines) = sync_channel(64);
    std::thread::spawn(move || {
        BufReader::new(out).lines().map_while(Result::ok).try_for_each(|text| line.send(text))
    });
    lines
}

impl Running {
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.arg("--json").stdout(Stdio::piped()).spawn().unwrap();
        let lines = read(child.stdout.take().unwrap());
        let mut running = Self { child, lines, ready: Json::Null };
        running.ready = running.event();
        assert_eq!(running.ready["event"], "ready", "{:?}", running.child.wait());
        running
    }

    /// The next event; null at the end.
    pub fn event(&mut self) -> Json {
        match self.lines.recv_timeout(PATIENCE) {
            Ok(line) => serde_json::from_str(&line).unwrap(),
            Err(RecvTimeoutError::Disconnected) => Json::Null,
            Err(RecvTimeoutError::Timeout) => panic!("no event within {PATIENCE:?}"),
        }
    }

    /// Waits for an event of this name.
    pub fn hears(&mut self, name: &str) -> Json {
        loop {
            let event = self.event();
            assert!(!event.is_null(), "the end came before {name:?}");
            if event["event"] == name {
                return event;
            }
        }
    }

    pub fn port(&self) -> u16 {
        u16::try_from(self.ready["port"].as_u64().unwrap()).unwrap()
    }

    pub fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    }

    /// Somebody who has the pad open until the connection is dropped.
    pub fn guest(&self) -> TcpStream {
        let (pad, key) = (self.ready["pad"].as_str().unwrap(), self.ready["edit_key"].as_str());
        let head = format!(
            "GET /ws/{pad}?key={} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: Upgrade\r\n\
             Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            key.unwrap(),
            self.port()
        );
        let mut stream = TcpStream::connect(("127.0.0.1", self.port())).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut first = [0; 12];
        stream.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"HTTP/1.1 101");
        stream
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One request without a body: the whole answer.
pub fn get(url: &str) -> String {
    let rest = url.strip_prefix("http://").unwrap();
    let (host, path) = rest.split_once('/').unwrap();
    let mut stream = TcpStream::connect(host.replace("localhost", "127.0.0.1")).unwrap();
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
