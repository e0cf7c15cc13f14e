//! One instance for a person: a second start hands its pad to the first and ends; who wants a
//! server of its own gets one.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::Output;
use std::sync::atomic::{AtomicU16, Ordering};
use std::thread;

use crate::support::desktop::{Desktop, Running, get, private};
use serde_json::Value;

/// A free port of this process's own block, below those that systems give away by themselves.
fn free_port() -> String {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    const BLOCK: u32 = 16;
    let block = u16::try_from(10_000 + std::process::id() % 1_250 * BLOCK).unwrap();
    let ports = std::iter::repeat_with(|| block + NEXT.fetch_add(1, Ordering::Relaxed));
    let is_free = |port: &u16| TcpListener::bind(("0.0.0.0", *port)).is_ok();
    ports.take(BLOCK as usize).find(is_free).expect("a port is free").to_string()
}

/// The instance that others find.
fn first(desktop: &Desktop, more: &[&str]) -> Running {
    let port = free_port();
    let args = [&["--no-tray", "--no-open", "--port", &port], more].concat();
    Running::start(&mut desktop.command(&args))
}

fn second(desktop: &Desktop, args: &[&str]) -> Output {
    desktop.command(&[&["--no-tray"], args].concat()).output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_second_start_hands_its_pad_over_and_prints_its_links() {
    let desktop = Desktop::new();
    let running = first(&desktop, &["one"]);
    let handed = second(&desktop, &["--json", "--no-open", "--ttl", "30s", "two"]);
    assert_eq!(handed.status.code(), Some(0));
    let ready: Value = serde_json::from_str(&text(&handed)).unwrap();
    assert_eq!((&ready["event"], &ready["pad"]), (&"ready".into(), &"two".into()));
    assert_eq!((&ready["port"], &ready["pid"]), (&running.ready["port"], &running.ready["pid"]));
    assert_eq!((&ready["ttl_s"], &ready["handed_over"]), (&30.into(), &true.into()));
    assert!(get(ready["host_url"].as_str().unwrap()).starts_with("HTTP/1.1 200"));

    let quiet = second(&desktop, &["--quiet", "--no-open", "two"]);
    assert_eq!(text(&quiet).trim(), ready["join_url"].as_str().unwrap(), "it is open already");

    let greeting = text(&second(&desktop, &["--no-open", "three"]));
    for part in ["three", "Open this", "Code", "Your own page", "has taken this pad"] {
        assert!(greeting.contains(part), "{part} is missing in\n{greeting}");
    }
    assert!(!greeting.contains('█') && !greeting.contains("Ctrl-C"), "a pipe: {greeting}");
    let link = greeting.lines().find(|row| row.contains("/h/")).unwrap();
    assert!(get(link).contains("location: /p/three#"), "{link}");

    let mut drawn = desktop.command(&["--no-tray", "--no-open", "three"]);
    drawn.env("CLICOLOR_FORCE", "1").env("LC_ALL", "C.UTF-8");
    let drawn = text(&drawn.output().unwrap());
    assert!(drawn.contains("Scan, or type") && drawn.contains('█'), "for its own screen: {drawn}");
}

#[test]
fn a_second_start_opens_the_page_of_its_pad() {
    let desktop = Desktop::new();
    let _running = first(&desktop, &["one"]);
    assert!(second(&desktop, &["--quiet", "two"]).status.success());
    assert!(get(&desktop.opened(0)).contains("location: /p/two#"));
    assert!(second(&desktop, &["--quiet", "--hidden", "three"]).status.success());
    assert!(second(&desktop, &["--quiet", "four"]).status.success());
    assert!(get(&desktop.opened(1)).contains("location: /p/four#"), "three was hidden");
}

#[test]
fn who_wants_another_server_gets_it() {
    let desktop = Desktop::new();
    let running = first(&desktop, &["one"]);
    let (port, secret) = (free_port(), desktop.folder.join("secret"));
    let secret = secret.to_str().unwrap();
    for args in [
        &["--port", "0"][..],
        &["--headless", "--port", "0"],
        &["--port", &port],
        &["--port", "0", "--secret-file", secret],
        &["--port", &port, "--bind", "127.0.0.1"],
        &["--max-pads", "3"],
    ] {
        let own =
            Running::start(&mut desktop.command(&[&["--no-open", "--no-tray"], args].concat()));
        assert_ne!(own.ready["pid"], running.ready["pid"], "{args:?}");
        assert!(own.ready["handed_over"].is_null());
    }
    let same = running.port().to_string();
    assert!(second(&desktop, &["--quiet", "--no-open", "--port", &same]).status.success());
}

#[test]
fn that_another_one_runs_here_is_a_sentence_on_a_terminal_and_a_line_of_a_log_elsewhere() {
    let desktop = Desktop::new();
    let _running = first(&desktop, &["one"]);
    // It stands beside that one, and does not open.
    let taken = TcpListener::bind(("0.0.0.0", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let mut command = desktop.command(&["--no-tray", "--no-open", "--port", &port]);
    let piped = String::from_utf8(command.output().unwrap().stderr).unwrap();
    let sentence = "A Fadepad with other settings runs here already (process ";
    assert!(piped.contains("WARN") && piped.contains(sentence), "{piped}");
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| format!("'{}'", word.to_str().unwrap())).collect();
    let mut script = std::process::Command::new("script");
    script.args(["-qec", &format!("{} >/dev/null", words.join(" ")), "/dev/null"]);
    for (name, value) in command.get_envs() {
        let _ = match value {
            Some(value) => script.env(name, value),
            None => script.env_remove(name),
        };
    }
    let shown = String::from_utf8(script.output().unwrap().stdout).unwrap();
    assert!(shown.starts_with(sentence) && !shown.contains("WARN"), "{shown}");
}

#[test]
fn a_server_with_settings_takes_those_who_want_the_same_or_any() {
    let desktop = Desktop::new();
    let running = first(&desktop, &["--max-pads", "7", "one"]);
    for args in [&["--max-pads", "7", "two"][..], &["three"]] {
        let handed = second(&desktop, &[&["--json", "--no-open"], args].concat());
        let ready: Value = serde_json::from_str(&text(&handed)).unwrap();
        assert_eq!(ready["pid"], running.ready["pid"], "{args:?}");
    }
}

#[test]
fn a_second_start_with_another_pin_is_a_server_of_its_own_and_the_pin_is_in_no_file() {
    let desktop = Desktop::new();
    let running = first(&desktop, &["--pin", "47110815", "one"]);
    for args in [&["--pin", "47110815", "two"][..], &["three"]] {
        let handed = second(&desktop, &[&["--json", "--no-open"], args].concat());
        let ready: Value = serde_json::from_str(&text(&handed)).unwrap();
        assert_eq!(ready["pid"], running.ready["pid"], "{args:?}");
    }
    let greeting = text(&second(&desktop, &["--no-open", "two"]));
    assert!(greeting.contains(", and the PIN"), "{greeting}");
    let own = ["--no-open", "--no-tray", "--pin", "47110816", "four"];
    let own = Running::start(&mut desktop.command(&own));
    assert_ne!(own.ready["pid"], running.ready["pid"]);
    let known = fs::read_to_string(desktop.folder.join("run/fadepad.json")).unwrap();
    assert!(!known.contains("4711081"), "{known}");
}

#[test]
fn over_tls_it_hands_over_too() {
    let desktop = Desktop::new();
    let running = first(&desktop, &["--tls", "self-signed", "one"]);
    for args in [&["two"][..], &["--tls", "self-signed", "three"]] {
        let handed = second(&desktop, &[&["--json", "--no-open"], args].concat());
        assert_eq!(handed.status.code(), Some(0));
        let ready: Value = serde_json::from_str(&text(&handed)).unwrap();
        assert_eq!(ready["pid"], running.ready["pid"], "{args:?}");
        assert_eq!(ready["handed_over"], true);
        assert_eq!(ready["certificate"], running.ready["certificate"], "what people compare");
        let base = format!("https://localhost:{}/p/{}#", running.port(), args.last().unwrap());
        assert!(ready["host_url"].as_str().unwrap().starts_with(&base), "{ready}");
    }
    let told = |args: &[&str]| {
        let told = desktop.command(args).output().unwrap();
        assert!(told.status.success(), "{args:?}: {}", String::from_utf8_lossy(&told.stderr));
        text(&told)
    };
    told(&["append", "one", "a word"]);
    assert_eq!(
        told(&["cat", "one", "--as", "txt"]).trim(),
        "a word",
        "by the name, as without TLS"
    );
    assert!(told(&["list"]).contains("three"));
    assert!(second(&desktop, &["--quiet", "four"]).status.success());
    let entrance = desktop.opened(0);
    let base = format!("https://localhost:{}/open/", running.port());
    assert!(entrance.starts_with(&base), "a browser is led to TLS: {entrance}");
}

#[test]
fn many_at_once_are_one_server() {
    let desktop = Desktop::new();
    let port = free_port();
    let names: Vec<_> = (0..6).map(|n| format!("pad-{n}")).collect();
    let mut all: Vec<Running> = Vec::new();
    thread::scope(|scope| {
        let starts: Vec<_> = names
            .iter()
            .map(|name| {
                let args = ["--no-tray", "--no-open", "--port", &port, name];
                let mut command = desktop.command(&args);
                scope.spawn(move || Running::start(&mut command))
            })
            .collect();
        all.extend(starts.into_iter().map(|start| start.join().unwrap()));
    });
    let (here, handed): (Vec<_>, Vec<_>) =
        all.iter_mut().partition(|one| one.ready["handed_over"].is_null());
    assert_eq!((here.len(), handed.len()), (1, 5));
    assert!(handed.iter().all(|one| one.ready["pid"] == here[0].ready["pid"]));
    for one in handed {
        assert_eq!(one.child.wait().unwrap().code(), Some(0));
    }
}

#[test]
fn one_that_was_killed_leaves_nothing_in_the_way() {
    let desktop = Desktop::new();
    let mut killed = first(&desktop, &["one"]);
    let file = desktop.folder.join("run/fadepad.json");
    assert!(file.exists());
    killed.child.kill().unwrap();
    killed.child.wait().unwrap();
    let next = first(&desktop, &["two"]);
    assert!(next.ready["handed_over"].is_null());
    let handed = second(&desktop, &["--json", "--no-open", "three"]);
    let ready: Value = serde_json::from_str(&text(&handed)).unwrap();
    assert_eq!(ready["pid"], next.ready["pid"]);
    next.signal("-INT");
    let mut next = next;
    assert!(next.child.wait().unwrap().success());
    assert!(!file.exists(), "who ends takes the address away");
}

#[test]
fn only_this_user_can_read_how_to_hand_over() {
    use std::os::unix::fs::PermissionsExt as _;
    let desktop = Desktop::new();
    let running = first(&desktop, &[]);
    for name in ["fadepad.lock", "fadepad.json"] {
        let file = desktop.folder.join("run").join(name);
        assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
    let body = r#"{"pad":"two","open":false,"qr":false,"screen":{"columns":80,"rows":24,"unicode":true,"colour":false,"live":true}}"#;
    let post = |token: &str| {
        let mut stream = TcpStream::connect(("127.0.0.1", running.port())).unwrap();
        write!(
            stream,
            "POST /hand-over HTTP/1.1\r\nHost: localhost:{}\r\nAuthorization: Bearer {token}\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            running.port(),
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let known = fs::read(desktop.folder.join("run/fadepad.json")).unwrap();
    let known: Value = serde_json::from_slice(&known).unwrap();
    let token = known["token"].as_str().unwrap();
    let nearly = token.replace(|c: char| c.is_ascii_digit(), "a");
    for wrong in ["", "x", &token[1..], &nearly, running.ready["host_key"].as_str().unwrap()] {
        assert!(post(wrong).starts_with("HTTP/1.1 404"), "{wrong}");
    }
    assert!(post(token).starts_with("HTTP/1.1 200"));
}

#[test]
fn what_runs_here_takes_a_pad_of_another_machine_by_tls_too() {
    for (tls, again) in [(&[][..], &[][..]), (&["--tls", "self-signed"], &["--fingerprint"])] {
        let (here, there) = (Desktop::new(), Desktop::new());
        let mut running = first(&here, &["mine"]);
        let mut old = first(&there, &[tls, &["notes"]].concat());
        let appended = there.command(&["append", "notes", "words that go"]).status().unwrap();
        assert!(appended.success());

        let sha256 = old.ready["certificate"]["sha256"].as_str();
        let link = old.ready["host_url"].as_str().unwrap();
        let args: Vec<_> = again.iter().copied().chain(sha256).collect();
        let taken = here.command(&[&["take", "--json", link], &args[..]].concat()).output();
        let taken = taken.unwrap();
        assert!(taken.status.success(), "{}", String::from_utf8_lossy(&taken.stderr));
        let ready: Value = serde_json::from_str(text(&taken).lines().next().unwrap()).unwrap();
        assert_eq!((&ready["pid"], &ready["pad"]), (&running.ready["pid"], &"notes".into()));
        for same in ["epoch", "code"] {
            assert_eq!(ready[same], old.ready[same], "{same}");
        }
        assert_eq!(running.hears("taken")["epoch"], old.ready["epoch"]);
        assert_eq!(old.hears("ended")["why"], "handed_on");
        let read = here.command(&["cat", "notes", "--as", "txt"]).output().unwrap();
        assert_eq!(text(&read).trim(), "words that go");
    }
}

#[test]
fn without_a_folder_of_its_own_it_starts_all_the_same() {
    let desktop = Desktop::new();
    let run = desktop.folder.join("run");
    let start = |folder: &str| {
        let port = free_port();
        let mut command = desktop.command(&["--no-tray", "--no-open", "--port", &port]);
        let one = Running::start(command.env("XDG_RUNTIME_DIR", folder));
        assert!(one.ready["handed_over"].is_null(), "{folder:?}");
        one
    };
    let _some = ["", "relative", "/nonexistent", "/proc"].map(start);
    let path = run.to_str().unwrap();
    fs::create_dir(run.join("fadepad.lock")).unwrap();
    let _locked = [start(path), start(path)];
    fs::remove_dir(run.join("fadepad.lock")).unwrap();
    private(&run, 0o777);
    let _shared = [start(path), start(path)];
    assert!(!run.join("fadepad.lock").exists(), "others could have made it");
}
