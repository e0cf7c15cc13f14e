//! The host's desktop: an icon that tells how the pads are, a menu whose entries do what they say,
//! notices; and a program that does without where there is none of it.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::Stdio;

use serde_json::{Value as Json, json};

use crate::support::desktop::{Desktop, Panel, Running, eventually, get};

/// A message of y-protocols: "hello", typed into a text.
const HELLO: &[u8] = b"\x00\x02\x12\x01\x01\x01\x00\x04\x01\x04text\x05hello\x00";

const HERE: &[&str] = &["--port", "0", "--no-open"];

fn started(args: &[&str]) -> (Desktop, Panel, Running) {
    let desktop = Desktop::new();
    let panel = desktop.panel();
    let running = Running::start(&mut desktop.command(&[HERE, args].concat()));
    (desktop, panel, running)
}

#[test]
fn the_icon_and_its_menu_tell_who_is_here() {
    let (_desktop, panel, running) = started(&["sprint_review", "--ttl", "13m"]);
    let icon = panel.icon();
    icon.says("sprint_review: nobody is here yet");
    let idle = icon.picture();
    assert_eq!((idle.0, idle.1, idle.2.len()), (32, 32, 32 * 32 * 4));
    let guest = running.guest();
    icon.says("sprint_review: 1 person");
    let alive = eventually("another picture", || Some(icon.picture()).filter(|now| *now != idle));
    let second = running.guest();
    icon.says("sprint_review: 2 people");
    drop((guest, second));
    icon.says("sprint_review: everyone has left, fades in 13 min");
    let fading = eventually("a third", || Some(icon.picture()).filter(|now| *now != alive));
    assert_ne!(fading, idle);
    let labels: Vec<_> = icon.menu().into_iter().map(|entry| entry.label).collect();
    let expected = [
        "sprint_review: everyone has left, fades in 13 min",
        "",
        "Open sprint_review",
        "Show code and QR",
        "Copy link",
        "Hand over…",
        "End now…",
        "",
        "Start at login",
        "Quit",
    ];
    assert_eq!(labels, expected);
}

#[test]
fn its_entries_open_pages_without_a_key_in_the_browsers_arguments() {
    let (desktop, panel, running) = started(&[]);
    let icon = panel.icon();
    let key = running.ready["host_key"].as_str().unwrap();
    let leads = |n: usize, folder: &str| {
        let url = desktop.opened(n);
        assert!(url.contains("/open/") && !url.contains(key), "{url}");
        let answer = get(&url);
        assert!(answer.contains(&format!("location: /{folder}/notes#{key}")), "{answer}");
    };
    icon.click(&["Open notes"]);
    leads(0, "p");
    icon.click(&["Show code and QR"]);
    leads(1, "wall");
    icon.press();
    leads(2, "p");
    // No clipboard is here: the page has a button of its own.
    icon.click(&["Copy link"]);
    leads(3, "p");
}

#[test]
fn end_now_asks_back_and_a_new_pad_can_be_opened() {
    let (desktop, panel, mut running) = started(&[]);
    let icon = panel.icon();
    icon.click(&["End now…", "Yes, end it for everyone"]);
    assert_eq!(running.hears("ended")["why"], "host");
    icon.says("No pad is open");
    icon.click(&["Open a new pad"]);
    icon.says("notes: nobody is here yet");
    assert!(get(&desktop.opened(0)).contains("location: /p/notes#"));
}

#[test]
fn quit_asks_back_where_people_are_and_offers_them_a_copy() {
    let (_desktop, panel, mut running) = started(&["--last-call", "2s"]);
    let icon = panel.icon();
    let mut guest = running.guest();
    icon.says("notes: 1 person");
    // Without a word in it a pad would end at once: a binary frame under a mask of zeros.
    guest.write_all(&[&[0x82, 0x80 | 21, 0, 0, 0, 0], HELLO].concat()).unwrap();
    icon.click(&["Quit…", "Yes, quit and end all for everyone"]);
    running.hears("ending");
    running.hears("ended");
    assert_eq!(running.child.wait().unwrap().code(), Some(0));
    drop(guest);
}

#[test]
fn start_at_login_is_a_file_that_a_desktop_understands() {
    let (desktop, panel, _running) = started(&[]);
    let icon = panel.icon();
    let mark = |on| {
        eventually("the mark", || {
            icon.entry(&["Start at login"]).filter(|entry| entry.checked == Some(on))
        })
    };
    let file = desktop.folder.join("my config/autostart/fadepad.desktop");
    mark(false);
    icon.click(&["Start at login"]);
    eventually("the file is there", || file.exists().then_some(()));
    mark(true);
    let entry = fs::read_to_string(&file).unwrap();
    let program = desktop.folder.join("my programs/fadepad");
    let exec = format!("Exec=\"{}\" --hidden\n", program.display());
    assert!(entry.starts_with("[Desktop Entry]\n") && entry.contains(&exec), "{entry}");
    icon.click(&["Start at login"]);
    eventually("the file is gone", || (!file.exists()).then_some(()));
    mark(false);
}

#[test]
fn several_pads_have_a_menu_each() {
    let (desktop, panel, running) = started(&["alpha"]);
    let icon = panel.icon();
    icon.says("alpha: nobody is here yet");
    open(&running, "beta");
    icon.says("2 pads: nobody");
    let guest = running.guest();
    icon.says("2 pads: 1 person");
    icon.click(&["beta: nobody is here yet", "Open beta"]);
    assert!(get(&desktop.opened(0)).contains("location: /p/beta#"));
    drop(guest);
}

/// Opens a pad as the page does.
fn open(running: &Running, name: &str) {
    let answer = post(running, "pads", &format!("{{\"name\":\"{name}\"}}"));
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
}

/// What a host's browser hears of REST.
fn post(running: &Running, path: &str, body: &str) -> String {
    use std::io::Write as _;
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", running.port())).unwrap();
    write!(
        stream,
        "POST /api/v1/{path} HTTP/1.1\r\nHost: localhost:{}\r\nAuthorization: Bearer {}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        running.port(),
        running.ready["host_key"].as_str().unwrap(),
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn notices_tell_the_first_the_last_minutes_and_the_end() {
    let (_desktop, panel, running) = started(&["--ttl", "3s"]);
    let guest = running.guest();
    assert_eq!(panel.notice(), ("notes".into(), "The first one is here.".into()));
    let second = running.guest();
    drop((guest, second));
    let (title, text) = panel.notice();
    assert_eq!(title, "notes");
    assert!(text.starts_with("Nobody is here. It fades in "), "{text}");
    let (title, text) = panel.notice();
    assert_eq!(title, "notes has faded");
    assert!(text.contains("erased") && text.ends_with("0 files kept."), "{text}");
}

#[test]
fn a_notice_tells_of_who_knocks() {
    let (_desktop, panel, running) = started(&["--door", "knock"]);
    let code = running.ready["code"].as_str().unwrap();
    let body = format!("{{\"code\":\"{code}\",\"name\":\"Calm Heron\"}}");
    let answer = post(&running, "join", &body);
    assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
    let told = "Calm Heron wants to come in. Your page lets them in.";
    assert_eq!(panel.notice(), ("notes".into(), told.into()));
}

/// Somebody knocks; what they ask with.
fn knock(running: &Running, name: &str) -> String {
    let code = running.ready["code"].as_str().unwrap();
    let answer = post(running, "join", &format!("{{\"code\":\"{code}\",\"name\":\"{name}\"}}"));
    assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
    let told: Json = serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
    json!({ "knock": told["knock"] }).to_string()
}

/// A desktop whose notices have buttons, and somebody who knocks there: with what they ask.
fn knocked(name: &str) -> (Desktop, Panel, Running, String) {
    let desktop = Desktop::new();
    let panel = desktop.panel_with_buttons();
    let running = Running::start(&mut desktop.command(&[HERE, &["--door", "knock"]].concat()));
    let asked = knock(&running, name);
    (desktop, panel, running, asked)
}

#[test]
fn who_knocks_is_let_in_or_not_by_the_buttons_of_the_notice() {
    for (button, answered) in [("let_in", "200"), ("not_now", "403")] {
        let (_desktop, panel, running, asked) = knocked("Calm <b>Heron");
        let notice = panel.shown();
        let text = ("notes".to_owned(), "Calm &lt;b&gt;Heron wants to come in.".to_owned());
        assert_eq!(notice.text, text);
        let buttons = ["let_in", "Let in", "not_now", "Not now", "default", "Open the pad"];
        assert_eq!(notice.buttons, buttons);
        eventually(button, || {
            // Again, until the program listens: nobody presses a button so soon.
            panel.answer(notice.id + 1, "let_in");
            panel.answer(notice.id, button);
            let told = post(&running, "pads/notes/knock", &asked);
            assert!(told.contains(" 202 ") || told.contains(&format!(" {answered} ")), "{told}");
            told.starts_with(&format!("HTTP/1.1 {answered}")).then_some(())
        });
    }
}

#[test]
fn a_notice_of_who_knocks_opens_the_pad_and_goes_when_nobody_knocks_any_more() {
    let (desktop, panel, running, _) = knocked("Ida");
    let notice = panel.shown();
    let opened = || fs::read_to_string(desktop.folder.join("opened")).ok();
    eventually("the pad is opened", || {
        panel.answer(notice.id, "default");
        opened()
    });
    assert!(get(&desktop.opened(0)).contains("location: /p/notes#"));
    drop(running);

    let (_desktop, panel, running, asked) = knocked("Ida");
    let notice = panel.shown();
    let told = post(&running, "pads/notes/knock", &asked.replace('}', r#","leave":true}"#));
    assert!(told.starts_with("HTTP/1.1 "), "{told}");
    assert_eq!(panel.closed(), notice.id);
}

#[test]
fn without_a_bus_there_is_one_line_and_everything_else() {
    let mut desktop = Desktop::new();
    desktop.bus = "unix:path=/nonexistent/bus".into();
    let mut command = desktop.command(HERE);
    let mut running = Running::start(command.stderr(Stdio::piped()));
    let guest = running.guest();
    running.hears("joined");
    drop(guest);
    running.signal("-INT");
    assert_eq!(running.child.wait().unwrap().code(), Some(0));
    let mut told = String::new();
    running.child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert!(told.contains("WARN") && told.contains("this desktop shows no tray icon"), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
}

#[test]
fn who_wants_no_icon_is_told_nothing_of_it() {
    let mut desktop = Desktop::new();
    desktop.bus = "unix:path=/nonexistent/bus".into();
    for flag in ["--no-tray", "--headless"] {
        let mut command = desktop.command(&[HERE, &[flag]].concat());
        let mut running = Running::start(command.stderr(Stdio::piped()));
        running.signal("-INT");
        let mut told = String::new();
        running.child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert_eq!(told, "", "{flag}");
    }
}

#[test]
fn without_a_panel_it_is_told_and_the_icon_comes_with_one() {
    let desktop = Desktop::new();
    let mut command = desktop.command(&["--port", "0", "--hidden"]);
    let mut running = Running::start(command.stderr(Stdio::piped()));
    let mut told = String::new();
    BufReader::new(running.child.stderr.take().unwrap()).read_line(&mut told).unwrap();
    assert!(told.contains("no program shows icons here"), "{told}");
    let panel = desktop.panel();
    panel.icon().says("notes: nobody is here yet");
}

#[test]
fn what_is_left_out_is_not_there() {
    let desktop = Desktop::new();
    let panel = desktop.panel();
    let without = Running::start(&mut desktop.command(&[HERE, &["--no-tray", "first"]].concat()));
    let headless = Running::start(&mut desktop.command(&[HERE, &["--headless", "b"]].concat()));
    let _with = Running::start(&mut desktop.command(&[HERE, &["third"]].concat()));
    panel.icon().says("third: nobody is here yet");
    let threads = |running: &Running| {
        let tasks = fs::read_dir(format!("/proc/{}/task", running.child.id())).unwrap();
        let name = |task: fs::DirEntry| fs::read_to_string(task.path().join("comm")).unwrap();
        tasks.map(|task| name(task.unwrap())).any(|name| name.starts_with("tray-icon"))
    };
    assert!(!threads(&without) && !threads(&headless));
}
