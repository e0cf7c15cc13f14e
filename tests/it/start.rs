//! The real binary: how it starts, what it prints, how it ends.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use serde_json::Value;

fn fadepad(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(args).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command.env("XDG_CONFIG_HOME", "/nonexistent").stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Output {
    fadepad(args).output().unwrap()
}

/// A running instance, ended with the test.
struct Running {
    child: Child,
    lines: BufReader<ChildStdout>,
    ready: Value,
}

impl Running {
    fn start(args: &[&str]) -> Self {
        let all = [&["--headless", "--json"], args].concat();
        let mut child = fadepad(&all).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        let mut running = Self { child, lines, ready: Value::Null };
        running.ready = running.event();
        running
    }

    fn event(&mut self) -> Value {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|e| panic!("{e}: {line:?}"))
    }

    fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    }

    fn get(&self, path: &str) -> String {
        let port = u16::try_from(self.ready["port"].as_u64().unwrap()).unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let key = self.ready["host_key"].as_str().unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAuthorization: Bearer {key}\r\n\
             Connection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn the_first_line_tells_programs_all_they_need() {
    let running = Running::start(&["--port", "0", "Plans"]);
    let ready = &running.ready;
    assert_eq!(ready["event"], "ready");
    assert_eq!(ready["pad"], "plans");
    assert_eq!(ready["ttl_s"], 900);
    assert_eq!(ready["pid"], running.child.id());
    for name in
        ["version", "epoch", "code", "edit_url", "view_url", "host_url", "edit_key", "view_key"]
    {
        assert!(!ready[name].as_str().unwrap().is_empty(), "{name}");
    }
    let code = ready["code"].as_str().unwrap();
    assert!(ready["join_url"].as_str().unwrap().ends_with(&format!("/j/{code}")));
    assert!(ready["addresses"].is_array());
    assert!(running.get("/healthz").starts_with("HTTP/1.1 200"));
}

#[test]
fn ctrl_c_ends_the_pad_and_the_program() {
    let mut running = Running::start(&["--port", "0"]);
    running.signal("-INT");
    let ended = running.event();
    assert_eq!((&ended["event"], &ended["why"]), (&"ended".into(), &"host".into()));
    assert_eq!(running.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_taken_port_is_told_with_the_way_out() {
    let taken = TcpListener::bind("0.0.0.0:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = run(&["--headless", "--port", &port]);
    assert_eq!(output.status.code(), Some(3));
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(text.contains(&format!("port {port} is taken. Try --port")), "{text}");
    assert!(output.stdout.is_empty());
}

#[test]
fn an_address_of_another_machine_is_told() {
    let output = run(&["--headless", "--port", "0", "--bind", "203.0.113.7"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("203.0.113.7"));
}

#[test]
fn a_wrong_use_and_a_wrong_name_are_told() {
    for (args, word) in [
        (vec!["--no-such-flag"], "--no-such-flag"),
        (vec!["no name"], "no name"),
        (vec!["--ttl", "soon"], "soon"),
        (vec!["--threads", "0"], "0 is not in 1..=256"),
    ] {
        let output = run(&args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(word));
    }
    for (choice, word) in
        [("nosuchcard0", "no interface"), ("lo", "loopback"), ("127.0.0.1", "loopback")]
    {
        let output = run(&["--headless", "--port", "0", "--interface", choice]);
        assert_eq!(output.status.code(), Some(4), "{choice}");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(
            told.contains(&format!("--interface {choice} is")) && told.contains(word),
            "{told}"
        );
        assert!(told.contains("--list-interfaces"), "{told}");
    }
    let output = run(&["--url", "http://ann:pw@pads.example"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("everybody's link"));
    for (args, way) in
        [(&["take"][..], "fadepad take <URL>"), (&["docter"], "Did you mean: fadepad doctor")]
    {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains(way), "{told}");
    }
}

#[test]
fn links_survive_a_restart_with_the_same_secret_file() {
    let file = scratch("secret").join("deep").join("secret");
    let path = file.to_str().unwrap();
    let args = ["--port", "0", "--secret-file", path];
    let first = Running::start(&args).ready.clone();
    let second = Running::start(&args).ready.clone();
    for name in ["epoch", "code"] {
        assert_eq!(first[name], second[name], "{name}");
    }
    let other = Running::start(&["--port", "0"]).ready.clone();
    assert_ne!(first["code"], other["code"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_restart_does_not_bring_an_ended_pad_back() {
    let file = scratch("records").join("secret");
    let args = ["--port", "0", "--secret-file", file.to_str().unwrap()];
    let mut first = Running::start(&args);
    let old = first.ready.clone();
    first.signal("-INT");
    assert!(first.child.wait().unwrap().success());
    let second = Running::start(&args);
    assert_ne!(second.ready["epoch"], old["epoch"], "the old life is over");
    let mut third = Running::start(&args);
    assert_eq!(third.ready["epoch"], second.ready["epoch"], "a killed run is gone on with");
    third.signal("-TERM");
    assert!(third.child.wait().unwrap().success());
    let fourth = Running::start(&args);
    assert_eq!(fourth.ready["epoch"], second.ready["epoch"], "and one that was told to stop");
    let list = fs::read_to_string(file.with_file_name("secret.ended")).unwrap();
    assert!(list.starts_with("fadepad ended 1\nnotes 1 "), "{list}");
    assert!(list.ends_with(" host\n"), "why it ended is noted: {list}");
}

/// By the answer to `DELETE`, and by the event: neither is told before the end is on the disk.
#[test]
fn who_hears_of_an_end_may_cut_the_power() {
    let file = scratch("power").join("secret");
    let args = ["--port", "0", "--secret-file", file.to_str().unwrap()];
    let mut lives = Vec::new();
    for n in 0..12 {
        let mut running = Running::start(&args);
        let port = running.ready["port"].as_u64().unwrap();
        let key = running.ready["host_key"].as_str().unwrap().to_owned();
        let end = || request(port, "DELETE", "/api/v1/pads/notes", &key, r#"{"in_s":0}"#);
        if n % 2 == 0 {
            assert!(end().starts_with("HTTP/1.1 200"));
        } else {
            let told = std::thread::spawn({
                let key = key.clone();
                move || request(port, "DELETE", "/api/v1/pads/notes", &key, r#"{"in_s":0}"#)
            });
            while running.event()["event"] != "ended" {}
            running.signal("-KILL");
            drop(told);
        }
        running.signal("-KILL");
        lives.push(running.ready["epoch"].clone());
    }
    let distinct: std::collections::HashSet<_> = lives.iter().map(Value::to_string).collect();
    assert_eq!(distinct.len(), lives.len(), "no life came back: {lives:?}");
}

/// Shells start programs with 1,024, of which a hall of people and their half-open connections have each one.
#[cfg(target_os = "linux")]
#[test]
fn it_takes_as_many_descriptors_as_it_may() {
    let mut command = Command::new("sh");
    let binary = env!("CARGO_BIN_EXE_fadepad");
    command.args(["-c", "ulimit -n 3000; ulimit -Sn 200; exec \"$@\"", "sh", binary]);
    command.args(["--headless", "--json", "--port", "0"]).env("XDG_CONFIG_HOME", "/nonexistent");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    let mut running = Running { child, lines, ready: Value::Null };
    running.ready = running.event();
    let limits = fs::read_to_string(format!("/proc/{}/limits", running.child.id())).unwrap();
    let files = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
    assert_eq!(files.split_whitespace().skip(3).collect::<Vec<_>>(), ["3000", "3000", "files"]);
}

#[test]
fn an_unreadable_secret_file_is_told() {
    let folder = scratch("unreadable");
    let short = folder.join("short");
    fs::write(&short, "too short").unwrap();
    for path in [folder.clone(), short] {
        let path = path.to_str().unwrap();
        let output = run(&["--headless", "--port", "0", "--secret-file", path]);
        assert_eq!(output.status.code(), Some(4));
        assert!(String::from_utf8_lossy(&output.stderr).contains(path));
    }
}

#[test]
fn a_file_configures_what_neither_flag_nor_environment_does() {
    let file = scratch("config").join("fadepad.toml");
    fs::write(&file, "ttl = \"30s\"\npad = \"from-file\"\nmax_pads = 3\nheadless = true\n")
        .unwrap();
    let path = file.to_str().unwrap();
    let from_file = Running::start(&["--port", "0", "--config", path]).ready.clone();
    assert_eq!((&from_file["pad"], &from_file["ttl_s"]), (&"from-file".into(), &30.into()));
    let by_flag = Running::start(&["--port", "0", "--config", path, "--ttl", "7s"]).ready.clone();
    assert_eq!(by_flag["ttl_s"], 7);
    for (text, word) in [
        ("nonsense = 1", "nonsense"),
        ("tttl = \"15m\"", "Did you mean ttl?"),
        ("last_cal = \"1m\"", "Did you mean last-call?"),
        ("ttl = \"soon\"", "soon"),
        ("= 1", "TOML"),
    ] {
        fs::write(&file, text).unwrap();
        let output = run(&["--headless", "--port", "0", "--config", path]);
        assert_eq!(output.status.code(), Some(4), "{text}");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains(word) && told.contains("fadepad.toml"), "{told}");
        assert!(told.starts_with("fadepad: "), "{told}");
    }
}

#[test]
fn lines_of_a_log_have_colours_on_a_terminal_alone_and_none_where_nobody_wants_them() {
    let wrong = ["--log", "a=b=c", "--list-interfaces"];
    let piped = String::from_utf8(run(&wrong).stderr).unwrap();
    assert!(piped.contains("is not understood") && !piped.contains('\u{1b}'), "{piped}");
    let line = format!("{} {} >/dev/null", env!("CARGO_BIN_EXE_fadepad"), wrong.join(" "));
    for (name, colours) in [("NO_COLOR", false), ("NO_MATTER", true)] {
        let mut script = Command::new("script");
        script.args(["-qec", &line, "/dev/null"]).env_remove("NO_COLOR").env(name, "1");
        let shown = String::from_utf8(script.output().unwrap().stdout).unwrap();
        assert!(shown.contains("is not understood"), "{shown}");
        assert_eq!(shown.contains('\u{1b}'), colours, "{name}: {shown}");
    }
}

#[test]
fn copies_are_not_kept_in_what_is_a_file() {
    let file = scratch("no-folder").join("file");
    fs::write(&file, "words").unwrap();
    let path = file.to_str().unwrap();
    let output = run(&["--headless", "--port", "0", "--save-dir", path]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{told}");
    assert_eq!(told, format!("fadepad: --save-dir {path} is a file, not a folder.\n"));
}

#[test]
fn a_reader_who_stopped_reading_holds_up_nobody() {
    let running = Running::start(&["--port", "0", "--limits", "off"]);
    let port = running.ready["port"].as_u64().unwrap();
    let key = running.ready["host_key"].as_str().unwrap();
    // Each pad that ends is a line that nobody takes: more than a pipe and the queue hold.
    for n in 0..2_500 {
        let open = format!(r#"{{"name":"pad-{n}"}}"#);
        let made = request(port, "POST", "/api/v1/pads", key, &open);
        let host = made.split("\"host_key\":\"").nth(1).unwrap().split('"').next().unwrap();
        request(port, "DELETE", &format!("/api/v1/pads/pad-{n}"), host, "");
    }
    assert!(running.get("/healthz").starts_with("HTTP/1.1 200"));
}

fn request(port: u64, method: &str, path: &str, key: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", u16::try_from(port).unwrap())).unwrap();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAuthorization: Bearer {key}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn readme_says_what_help_says() {
    let readme = include_str!("../../README.md");
    let help = String::from_utf8(run(&["-h"]).stdout).unwrap();
    assert!(readme.contains(&format!("```\n{help}```")), "put this into README.md:\n{help}");
}

#[test]
fn readme_shows_the_editors_pages_as_they_are_tried_in_browsers() {
    let readme = include_str!("../../README.md");
    for page in [
        include_str!("../../clients/editors/blocknote.tsx"),
        include_str!("../../clients/editors/tiptap.ts"),
        include_str!("../../clients/editors/codemirror.ts"),
    ] {
        assert!(readme.contains(page), "put this into README.md:\n{page}");
    }
}

#[test]
fn the_licences_of_crates_and_of_the_page_are_printed_whole_and_without_a_server() {
    let output = run(&["--licenses"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(text.lines().count() > 5_000, "{}", text.lines().count());
    assert!(text.contains("Mozilla Public License Version 2.0") && text.contains("react 1"));
}

#[test]
fn quiet_prints_only_the_join_url() {
    let mut child =
        fadepad(&["--headless", "--quiet", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let _ = child.kill();
    let _ = child.wait();
    assert!(line.starts_with("http://") && line.contains("/j/"), "{line}");
}

#[test]
fn a_pipe_gets_the_greeting_in_words() {
    let mut child = fadepad(&["--headless", "--port", "0", "sprint-review"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    let mut screen = Vec::new();
    for line in out.by_ref() {
        screen.push(line.unwrap());
        if screen.last().unwrap().contains("Ctrl-C ends") {
            break;
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    let text = screen.join("\n");
    assert!(screen.len() <= 24, "{} lines", screen.len());
    for part in ["sprint-review", "then 15 min", "Your own page", "/h/"] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
    assert!(!text.contains(['\u{1b}', '█']), "nobody asked a pipe for pictures: {text}");
}

/// A pipe whose reader is gone before anything is written.
fn into_a_closed_pipe(args: &[&str]) -> Output {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    fadepad(args).stdout(writer).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap()
}

#[test]
fn a_reader_who_has_gone_is_no_failure_and_nobody_is_told() {
    let (doctor, _) = (run(&["doctor", "--port", "0"]).status.code(), ());
    for (args, code) in [
        (&["--help"][..], Some(0)),
        (&["--version"], Some(0)),
        (&["--list-interfaces"], Some(0)),
        (&["--list-interfaces", "--json"], Some(0)),
        (&["doctor", "--port", "0"], doctor),
        (&["doctor", "--port", "0", "--json"], doctor),
    ] {
        let output = into_a_closed_pipe(args);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*told), (code, ""), "{args:?}");
    }
    let found = run(&["find"]);
    let piped = into_a_closed_pipe(&["find"]);
    assert_eq!((piped.status, piped.stderr), (found.status, found.stderr), "find");
}

#[test]
fn a_reader_who_has_gone_ends_no_pad() {
    for form in [&["--json"][..], &["--quiet"], &[]] {
        let (reader, writer) = std::io::pipe().unwrap();
        let args = [&["--headless", "--port", "0"], form].concat();
        let mut host = fadepad(&args).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 1];
        (&reader).read_exact(&mut first).unwrap();
        drop(reader);
        // Its end is one more line that nobody reads.
        let pid = host.id().to_string();
        assert!(host.try_wait().unwrap().is_none(), "{form:?}");
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        let output = host.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{form:?}");
    }
}

#[test]
fn the_hosts_browser_is_opened_without_a_key_in_its_arguments() {
    let folder = scratch("browser");
    let (script, told) = (folder.join("browser"), folder.join("told"));
    fs::write(
        &script,
        format!("#!/bin/sh\necho \"$@\" > {0}.new && mv {0}.new {0}\n", told.display()),
    )
    .unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let mut command = fadepad(&["--port", "0", "--json", "--open=true"]);
    command.env("BROWSER", &script).env("DISPLAY", ":77").stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    while !told.exists() {
        std::thread::yield_now();
    }
    let _ = child.kill();
    let _ = child.wait();
    let arguments = fs::read_to_string(&told).unwrap();
    assert!(arguments.contains("/open/"), "{arguments}");
    for name in ["host_key", "edit_key", "view_key"] {
        assert!(!arguments.contains(ready[name].as_str().unwrap()), "{name}");
    }
}
