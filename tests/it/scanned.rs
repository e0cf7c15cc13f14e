//! The QR on the host's screen is read by an independent decoder, in windows of many sizes, on dark
//! and on light ground, and whatever else is printed leaves it there.

#[path = "support/greeting.rs"]
mod drawn;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, sync_channel};

use crate::support::emulator::{Pty, Theme, Window};
use crate::support::skip::{Lack, skip};
use fadepad::base::door::Door;
use fadepad::base::network::{Address, Cause, InterfaceKind};
use fadepad::base::screen::Screen;
use fadepad::desktop::greeting::Greeting;
use fadepad::desktop::printer::Printer;
use fadepad::desktop::terminal::Terminal;

const JOIN: &str = "HTTP://192.168.1.20:7780/J/K7QPM3";

/// Columns and rows of windows in which a code has room.
const SIZES: [(usize, usize); 18] = [
    (80, 24),
    (80, 40),
    (100, 40),
    (120, 40),
    (140, 40),
    (160, 50),
    (200, 60),
    (100, 24),
    (120, 24),
    (132, 43),
    (80, 20),
    (80, 16),
    (64, 24),
    (50, 30),
    (40, 24),
    (33, 40),
    (30, 20),
    (29, 16),
];

fn greeting() -> Greeting {
    Greeting { may_swap: true, ..drawn::greeting("sprint-review") }
}

/// The size of the window that the terminal under test stands in; one test at a time.
static SIZE: Mutex<(usize, usize)> = Mutex::new((80, 24));
static ALONE: Mutex<()> = Mutex::new(());

fn screen() -> Screen {
    let (columns, rows) = *SIZE.lock().unwrap();
    Screen { columns, rows, unicode: true, colour: true, live: true }
}

/// The host's terminal in a window.
struct Host {
    terminal: Terminal,
    printed: Receiver<String>,
    window: Window,
}

impl Host {
    fn new((columns, rows): (usize, usize)) -> Self {
        *SIZE.lock().unwrap() = (columns, rows);
        let (texts, printed) = sync_channel(1_024);
        let terminal = Terminal::new(Printer::to(texts), screen);
        let mut host = Self { terminal, printed, window: Window::new(columns, rows) };
        host.window.print("$ fadepad sprint-review\n");
        host.terminal.greet(greeting());
        host.look();
        host
    }

    /// Leaves letters all over the window, as one that is dragged may, and the cursor above them.
    fn scribble(&mut self) {
        let (columns, rows) = *SIZE.lock().unwrap();
        let rows = vec!["#".repeat(columns); rows].join("\r\n");
        self.window.take(format!("\u{1b}[H{rows}\u{1b}[H").as_bytes());
    }

    fn look(&mut self) {
        self.printed.try_iter().for_each(|text| self.window.print(&text));
    }

    fn resize(&mut self, (columns, rows): (usize, usize)) {
        *SIZE.lock().unwrap() = (columns, rows);
        self.window.resize(columns, rows);
        self.terminal.resized();
        self.look();
    }

    /// The code is read in both themes, and no row is broken.
    fn is_scanned(&mut self, when: &str) {
        self.look();
        let text = self.window.text();
        for theme in [Theme::Dark, Theme::Light] {
            let codes = self.window.codes(theme);
            let last = codes.last().map(String::as_str);
            assert_eq!(last, Some(JOIN), "{when}, {theme:?}: {:?}\n{text}", screen());
        }
        let own = &greeting().host_link;
        let broken: Vec<_> =
            self.window.broken_rows().into_iter().filter(|row| !own.starts_with(row)).collect();
        assert!(broken.is_empty(), "{when}: {broken:?}\n{text}");
    }
}

fn causes() -> Vec<Cause> {
    let cause = |why: &str, fix: &str| Cause { cause: "x", why: why.into(), fix: fix.into() };
    vec![
        cause("The firewall (ufw) lets nobody in on port 7780.", "Run: sudo ufw allow 7780/tcp"),
        cause(
            "A VPN is up (wg0); many keep out the devices of the own network.",
            "Allow \"local network access\" in it, or disconnect it while the pad lives.",
        ),
        cause(
            "The phone may be in another network than wlan0 (192.168.1.20).",
            "Join it to the same Wi-Fi, without its mobile data or VPN, and open http://192.168.1.20:7780",
        ),
        cause(
            "Guest networks often keep their devices apart (\"client isolation\").",
            "Use another Wi-Fi, or turn on this machine's own hotspot: the QR follows by itself.",
        ),
    ]
}

#[test]
fn it_is_read_in_a_window_of_any_size_that_it_fits_into() {
    let _alone = ALONE.lock().unwrap_or_else(|e| e.into_inner());
    for size in SIZES {
        Host::new(size).is_scanned("the greeting");
    }
}

#[test]
fn a_code_that_leads_here_no_more_is_drawn_no_more_unless_the_pad_stays_after_all() {
    let _alone = ALONE.lock().unwrap_or_else(|e| e.into_inner());
    let mut host = Host::new((80, 24));
    let said = |host: &mut Host| host.printed.try_iter().collect::<String>();
    for _ in 0..9 {
        host.terminal.goes_over("sprint-review", "It goes on at http://192.168.1.30:7780.");
    }
    host.terminal.resized();
    let told = said(&mut host);
    assert!(told.contains("It goes on at") && !told.contains('█'), "{told}");
    host.terminal.stays_here("sprint-review", "The pad stays here.");
    host.is_scanned("it stays");
}

#[test]
fn nothing_that_is_printed_later_pushes_it_off() {
    let _alone = ALONE.lock().unwrap_or_else(|e| e.into_inner());
    for size in SIZES.into_iter().step_by(2) {
        let mut host = Host::new(size);
        host.terminal.unreached(&causes());
        host.is_scanned("what may be in the way");
        let names =
            ["Calm Heron", "Milo", "会議の書記会議の書記会議の書記", "Zoë"].map(String::from);
        host.terminal.people("notes", &names, 12);
        host.terminal.reached("phone", "14:02:11".into());
        host.is_scanned("a phone got through");
        host.terminal.linked("http://localhost:7780/h/ABCDEFGHJKMN");
        host.terminal.certificate(&["AB"; 32].join(":"));
        host.terminal.say("1 person is here. Press Ctrl-C again to end the pad for everyone.");
        let wide = size.0 >= 50;
        if wide {
            host.is_scanned("several sentences");
        }
        host.terminal.moved(greeting());
        host.look();
        assert_eq!(
            host.window.codes(Theme::Dark).last().map(String::as_str),
            Some(JOIN),
            "{size:?}"
        );
        host.terminal
            .ended("sprint-review", "sprint-review was ended: 1.2 KB erased, 0 files kept.");
        host.look();
        assert!(host.window.text().contains("erased"), "nothing is drawn over the last word");
    }
}

#[test]
fn a_window_that_is_dragged_shows_it_whole_again() {
    let _alone = ALONE.lock().unwrap_or_else(|e| e.into_inner());
    let mut host = Host::new((140, 40));
    for size in [(120, 40), (100, 40), (80, 24), (60, 20), (29, 16), (80, 24), (160, 50)] {
        host.resize(size);
        host.is_scanned("dragged");
    }
    host.resize((20, 10));
    host.resize((80, 24));
    host.is_scanned("after it had no room");
    let before = host.window.text();
    host.resize((81, 25));
    let drawn = |text: &str| text.matches("Scan, or type").count();
    assert_eq!(drawn(&host.window.text()), drawn(&before), "what still fits is not drawn anew");
}

#[test]
fn nothing_of_what_stood_there_is_left_in_what_is_drawn_anew() {
    let _alone = ALONE.lock().unwrap_or_else(|e| e.into_inner());
    for (from, to) in [((120, 40), (80, 24)), ((80, 24), (64, 24)), ((60, 20), (120, 40))] {
        let mut host = Host::new(from);
        host.scribble();
        host.resize((20, 10));
        host.scribble();
        host.resize(to);
        host.is_scanned("over other letters");
        assert!(!host.window.text().contains('#'), "{to:?}\n{}", host.window.text());
        host.scribble();
        host.terminal
            .say("A sentence, and another one that is long enough to need a second row here.");
        host.look();
        let text = host.window.text();
        let mine = text.lines().filter(|row| row.contains("sentence") || row.contains("second"));
        assert!(mine.clone().count() > 0 && mine.clone().all(|row| !row.contains('#')), "{text}");
    }
}

#[test]
fn a_window_that_is_made_wide_again_has_the_facts_beside_the_code_again() {
    let _alone = ALONE.lock().unwrap_or_else(|e| e.into_inner());
    let beside = |host: &Host| {
        let text = host.window.text();
        let facts = text.lines().rfind(|row| row.contains("Scan, or type")).map(str::to_owned);
        facts.unwrap().contains(['█', '▀', '▄'])
    };
    let mut host = Host::new((120, 40));
    assert!(beside(&host));
    host.resize((60, 24));
    host.is_scanned("narrow");
    assert!(!beside(&host));
    host.resize((120, 40));
    host.is_scanned("wide again");
    assert!(beside(&host), "{}", host.window.text());
}

/// The real program, which prints a link behind a reverse proxy's name: that needs no network.
fn fadepad(more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(["--headless", "--no-mdns", "--port", "0"]).args(more);
    for name in ["LC_CTYPE", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "DISPLAY"] {
        command.env_remove(name);
    }
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("LC_ALL", "C.UTF-8").env("TERM", "xterm");
    command
}

const PROXY: [&str; 2] = ["--url", "http://192.168.1.20:7780"];

/// The code on a screen leads to the pad whose letters stand beside it.
fn leads_to_the_pad(window: &Window) {
    let text = window.text();
    let typed = text.split("Code").nth(1).unwrap().trim_start();
    let letters: String = typed.chars().filter(|c| *c != ' ').take(6).collect();
    let codes = window.codes(Theme::Dark);
    assert_eq!(codes.last(), Some(&format!("HTTP://192.168.1.20:7780/J/{letters}")), "{text}");
}

#[test]
fn the_programs_own_window_is_read_and_followed() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut pty = Pty::start(&mut fadepad(&PROXY), columns, rows);
        pty.shows("waiting for the first phone");
        leads_to_the_pad(&pty.window);
        pty.resize(60, 22);
        pty.until("the code in a smaller window", |window| {
            window.broken_rows().is_empty() && !window.codes(Theme::Light).is_empty()
        });
        pty.resize(100, 50);
        pty.until("and in a large one", |window| !window.codes(Theme::Light).is_empty());
    }
}

#[test]
fn where_no_code_can_be_drawn_there_are_words_and_no_escape_sequence() {
    for (name, value) in [("LC_ALL", "C"), ("TERM", "dumb"), ("TERM", ""), ("NO_COLOR", "1")] {
        let mut pty = Pty::start(fadepad(&PROXY).env(name, value), 80, 24);
        let text = pty.shows("waiting for the first phone");
        assert!(!text.contains(['█', '▀', '▄']), "{name}: {text}");
        for part in ["Open this     http://192.168.1.20:7780", "Code          ", "QR code       on"]
        {
            assert!(text.contains(part), "{name}: {part} is missing in\n{text}");
        }
        assert!(value == "1" || text.is_ascii(), "{name}={value}: {text}");
        let mut piped = fadepad(&PROXY).env(name, value).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(piped.stdout.take().unwrap()).lines().map(Result::unwrap);
        let whole: Vec<_> = lines.take_while(|line| !line.starts_with("Ctrl-C")).collect();
        let _ = piped.kill();
        let _ = piped.wait();
        assert!(whole.len() > 5 && !whole.concat().contains('\u{1b}'), "{name}: {whole:?}");
    }
}

#[test]
fn zbar_reads_it_too() {
    if Command::new("zbarimg").arg("--version").output().is_err() {
        skip(&Lack::Tool("zbarimg is not installed (zbar-tools)"));
        return;
    }
    let _alone = ALONE.lock().unwrap_or_else(|e| e.into_inner());
    for theme in [Theme::Dark, Theme::Light] {
        let (width, height, pixels) = Host::new((80, 24)).window.picture(theme);
        let name = format!("screen-{theme:?}.pgm");
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let mut out = fs::File::create(&file).unwrap();
        writeln!(out, "P5 {width} {height} 255").unwrap();
        out.write_all(&pixels).unwrap();
        let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&file).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&read.stdout).trim(), JOIN, "{theme:?}");
    }
}

/// One request over loopback: the whole answer.
fn get(port: &str, host: &str, path: &str, more: &str) -> String {
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n")
        .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn the_hosts_short_link_opens_the_pad_once_and_the_next_one_is_printed() {
    let mut pty = Pty::start(&mut fadepad(&PROXY), 80, 30);
    let text = pty.shows("waiting for the first phone");
    let link = text.lines().map(str::trim).find(|row| row.contains("/h/")).unwrap().to_owned();
    let (start, code) = link.rsplit_once("/h/").unwrap();
    let port = start.rsplit_once(':').unwrap().1.to_owned();
    assert_eq!((start.rsplit_once(':').unwrap().0, code.len()), ("http://localhost", 12), "{link}");
    let path = format!("/h/{}", code.to_lowercase());
    let here = format!("localhost:{port}");
    let page = "Accept: text/html\r\n";

    let refused = |answer: &str| assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    refused(&get(&port, "192.168.1.20:7780", &path, page));
    refused(&get(&port, &here, &path, "Sec-Purpose: prefetch\r\n"));
    refused(&get(&port, &here, "/h/ABCDEFGHJKMN", ""));
    let led = get(&port, &here, &path, page);
    assert!(led.starts_with("HTTP/1.1 303") && led.contains("location: /p/notes#"), "{led}");
    let key = led.split("/p/notes#").nth(1).unwrap().split("\r\n").next().unwrap();
    let bearer = format!("Authorization: Bearer {key}\r\n");
    let pads = get(&port, &here, "/api/v1/pads", &bearer);
    assert!(pads.starts_with("HTTP/1.1 200"), "it is the host's key: {pads}");

    let again = get(&port, &here, &path, page);
    refused(&again);
    assert!(again.contains("<!doctype html>") || again.contains("content-encoding"), "{again}");
    let told = get(&port, &here, &path, "");
    assert!(told.contains("application/problem+json") && told.contains("the terminal"), "{told}");

    let text = pty.shows("once more");
    let next = text.split("once more:").nth(1).unwrap().split_whitespace().next().unwrap();
    assert_ne!(next, link);
    let path = next.split(&here).nth(1).unwrap();
    assert!(get(&port, &here, path, page).starts_with("HTTP/1.1 303"), "{next}");
}
