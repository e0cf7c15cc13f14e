//! A host who wants copies of pads that end (`--save-dir`), and a program that is told (`--on-end`): everyone in the pad knows,
//! the files are whole, and nothing of the text is left anywhere else.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::erased::Server;
use crate::files::show;
use crate::support::{Guest, Heard};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fadepad::render::{Form, Job};
use serde_json::Value;

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("kept-{:016x}", getrandom::u64().unwrap()));
    std::fs::create_dir(&folder).unwrap();
    folder
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn start(flags: &[&str]) -> Server {
    Server::logging(flags, Stdio::piped())
}

/// Somebody of our page types this; returns what they were welcomed with.
async fn typed(server: &Server, text: &str) -> (Guest, Value) {
    let mut ann = server.guest("edit_key").await;
    let welcome = loop {
        if let Heard::Page(json) = ann.hear().await {
            break json;
        }
    };
    ann.sync().await;
    crate::rendered::type_in(&mut ann, text).await;
    (ann, welcome)
}

/// The lines of JSON that were told until this one.
fn told(server: &mut Server, event: &str) -> Vec<Value> {
    let lines = server.until(event);
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn of<'a>(events: &'a [Value], event: &str) -> &'a Value {
    events.iter().find(|told| told["event"] == *event).unwrap_or_else(|| panic!("{events:?}"))
}

#[tokio::test]
async fn a_pad_that_ends_is_kept_as_markdown_and_as_a_capsule_and_is_gone_from_memory() {
    let folder = folder();
    let marker = format!("marker{:032x}", getrandom::u64().unwrap());
    let mut server = start(&["--save-dir", &folder.to_string_lossy()]);
    assert_eq!(server.ready["save_dir"], *folder.to_string_lossy());
    let (ann, welcome) = typed(&server, &format!("cups & {marker}")).await;
    assert_eq!(welcome["saves"], true, "everyone who comes is told: {welcome}");
    let key = server.ready["view_key"].as_str().unwrap().to_owned();
    let described = server.get(&format!("/api/v1/pads/notes?key={key}"));
    assert!(described.contains("\"saves\":true"), "{described}");
    let receipt = server.delete();
    assert!(receipt.contains("\"files_kept\":2"), "{receipt}");
    drop(ann);
    let events = told(&mut server, "ended");
    assert_eq!(of(&events, "ended")["files_kept"], 2, "{events:?}");
    let gone = server.get("/api/v1/pads/notes");
    assert!(gone.contains(" 410 ") && gone.contains("\"files_kept\":2"), "{gone}");
    let kept = of(&events, "kept");
    assert_eq!((&kept["failed"], kept["files"].as_array().unwrap().len()), (&Value::Null, 2));
    let [html, md] = &files(&folder)[..] else { panic!("{:?}", files(&folder)) };
    assert!(md.starts_with("notes-20") && md.ends_with(".md"), "{md}");
    assert_eq!(kept["files"][0], *folder.join(md).to_string_lossy());
    let markdown = std::fs::read_to_string(folder.join(md)).unwrap();
    assert_eq!(markdown, format!("cups & {marker}\n"));
    let html = std::fs::read_to_string(folder.join(html)).unwrap();
    assert!(html.contains(&format!(">cups &amp; {marker}</p>")), "{html}");
    let foot = "</main>\n<footer>notes, kept from Fadepad on ";
    assert!(html.contains(foot), "a file says of which pad it is: {html}");
    let (_, document) =
        html.split_once("<script type=\"application/vnd.fadepad.capsule\">").unwrap();
    let document = BASE64_STANDARD.decode(document.split_once("</script>").unwrap().0).unwrap();
    let again = Job::Read { form: Form::Markdown, title: "notes".into() }.done(&document).unwrap();
    assert_eq!(String::from_utf8(again).unwrap(), markdown, "the capsule goes on with it");
    server.is_clean_of(&marker);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn copies_have_the_pictures_of_the_pad_and_its_files_lie_beside_the_text() {
    let folder = folder();
    let mut server = start(&["--save-dir", &folder.to_string_lossy()]);
    let (mut ann, _) = typed(&server, "cups").await;
    let port = u16::try_from(server.ready["port"].as_u64().unwrap()).unwrap();
    let key = server.ready["edit_key"].as_str().unwrap().to_owned();
    let picture = b"\x89PNG\r\n\x1a\nwhat is shown";
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
    let (name, len) = ("..%2fa.png", picture.len());
    let head = format!(
        "POST /api/v1/pads/notes/files?name={name} HTTP/1.1\r\nHost: localhost:{port}\r\n\
         Authorization: Bearer {key}\r\nContent-Length: {len}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(&[head.as_bytes(), picture].concat()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let brought: Value = serde_json::from_str(answer.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    let url = brought["url"].as_str().unwrap();
    show(&mut ann, &[("image", url, "a.png", "What we drew")]).await;
    let receipt = server.delete();
    assert!(receipt.contains("\"files_kept\":3"), "{receipt}");
    drop(ann);
    told(&mut server, "ended");
    let [html, md, zip] = &files(&folder)[..] else { panic!("{:?}", files(&folder)) };
    let kept = |name: &String| std::fs::read(folder.join(name)).unwrap();
    let zip = String::from_utf8_lossy(&kept(zip)).into_owned();
    for part in ["notes.md", "![a.png](files/a.png \"What we drew\")", "what is shown"] {
        assert!(zip.contains(part), "{part} in {zip}");
    }
    let html = String::from_utf8(kept(html)).unwrap();
    assert!(html.contains(&BASE64_STANDARD.encode(picture)), "{html}");
    let md = String::from_utf8(kept(md)).unwrap();
    assert!(md.contains("cups") && md.contains("![a.png](files/a.png \"What we drew\")"), "{md}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn nothing_is_kept_of_a_pad_where_nobody_asked_for_it_or_nothing_was_written() {
    let folder = folder();
    let server = start(&[]);
    let (_ann, welcome) = typed(&server, "cups").await;
    assert_eq!(welcome.get("saves"), None, "{welcome}");
    let mut server = start(&["--save-dir", &folder.to_string_lossy()]);
    server.delete();
    let events = told(&mut server, "ended");
    assert!(events.iter().all(|told| told["event"] != "kept"), "{events:?}");
    assert_eq!(files(&folder), [""; 0]);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn what_can_not_be_kept_is_said_and_the_pad_ends_all_the_same() {
    let folder = folder();
    let mut server = start(&["--save-dir", &folder.to_string_lossy()]);
    let (_ann, _) = typed(&server, "cups").await;
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(server.delete().contains("\"why\":\"host\""));
    let events = told(&mut server, "ended");
    let kept = of(&events, "kept");
    assert!(kept["failed"].as_str().unwrap().contains("No such file"), "{kept}");
    assert_eq!(kept["files"].as_array().unwrap().len(), 0);
    assert_eq!(of(&events, "ended")["files_kept"], 0, "{events:?}");
}

/// How a service is restarted: its secret outlives it, and the text of those who are away does not.
#[cfg(unix)]
#[tokio::test]
async fn a_restart_that_ends_no_pad_keeps_a_copy_of_it_for_those_who_do_not_come_back() {
    let folder = folder();
    let (copies, secret) = (folder.join("copies"), folder.join("secret"));
    let secret = secret.to_string_lossy();
    let mut server = start(&["--save-dir", &copies.to_string_lossy(), "--secret-file", &secret]);
    let (_ann, _) = typed(&server, "cups").await;
    let pid = rustix::process::Pid::from_child(&server.child);
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    let events = told(&mut server, "kept");
    assert!(events.iter().all(|told| told["event"] != "ended"), "{events:?}");
    assert!(server.child.wait().unwrap().success());
    let [_, md] = &files(&copies)[..] else { panic!("{:?}", files(&copies)) };
    assert_eq!(std::fs::read_to_string(copies.join(md)).unwrap(), "cups\n");
    let again = start(&["--secret-file", &secret]);
    assert_eq!(again.ready["epoch"], server.ready["epoch"], "it goes on");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_folder_in_which_no_file_can_be_made_or_a_program_that_is_not_there_is_refused_at_the_start() {
    let folder = folder();
    let file = folder.join("file");
    std::fs::write(&file, "").unwrap();
    let started = Command::new(env!("CARGO_BIN_EXE_fadepad"))
        .args(["--headless", "--port", "0", "--save-dir", &file.to_string_lossy()])
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&started.stderr);
    assert_eq!(started.status.code(), Some(4), "{error}");
    assert!(error.contains("--save-dir") && error.contains("file"), "{error}");
    let started = Command::new(env!("CARGO_BIN_EXE_fadepad"))
        .args(["--headless", "--port", "0", "--on-end", "/nonexistent/minutes --to team"])
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&started.stderr);
    assert_eq!(started.status.code(), Some(4), "{error}");
    assert!(error.contains("/nonexistent/minutes") && !error.contains("team"), "{error}");
    // As in an image of nothing but the binary.
    let started = Command::new(env!("CARGO_BIN_EXE_fadepad"))
        .args(["--headless", "--port", "0", "--on-end", "https://hooks.example/secret"])
        .envs([("XDG_CONFIG_HOME", "/nonexistent"), ("SSL_CERT_FILE", "/dev/null")])
        .env_remove("SSL_CERT_DIR")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&started.stderr);
    assert_eq!(started.status.code(), Some(4), "{error}");
    assert!(error.contains("SSL_CERT_FILE") && !error.contains("secret"), "{error}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_address_with_a_password_is_refused_and_what_is_wrong_is_said_without_its_secrets() {
    for wrong in ["https://ann:secret@hooks.example/", "http:///secret", "'secret"] {
        let started = Command::new(env!("CARGO_BIN_EXE_fadepad"))
            .args(["--headless", "--port", "0", "--on-end", wrong])
            .env("XDG_CONFIG_HOME", "/nonexistent")
            .output()
            .unwrap();
        let error = String::from_utf8_lossy(&started.stderr);
        assert_eq!(started.status.code(), Some(2), "{error}");
        assert!(error.contains("--on-end: ") && !error.contains("secret@"), "{error}");
        assert!(!error.contains("/secret") && !error.contains("'secret"), "{error}");
    }
}

/// The way it is asked for, with and without copies.
#[cfg(unix)]
#[tokio::test]
async fn a_program_is_told_of_an_end_by_its_standard_input_and_has_the_text_only_with_copies() {
    use std::os::unix::fs::PermissionsExt as _;
    for keeps in [false, true] {
        let folder = folder();
        let (program, heard) = (folder.join("on end.sh"), folder.join("heard"));
        // Its argument is no shell's to read.
        std::fs::write(&program, "#!/bin/sh\ncat > \"$1.part\"; mv \"$1.part\" \"$1\"\n").unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        let way = format!("'{}' '{}'", program.display(), heard.display());
        let copies = folder.join("copies");
        let mut flags = vec!["--on-end", &way];
        let copies = copies.to_string_lossy();
        flags.extend(if keeps { vec!["--save-dir", &copies] } else { vec![] });
        let mut server = start(&flags);
        let (_ann, _) = typed(&server, "cups").await;
        server.delete();
        server.until("ended");
        // The program itself is waited for where the server ends.
        let pid = rustix::process::Pid::from_child(&server.child);
        rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
        server.child.wait().unwrap();
        let said: Value = serde_json::from_slice(&std::fs::read(&heard).unwrap()).unwrap();
        let epoch = server.ready["epoch"].clone();
        assert_eq!((&said["pad"], &said["epoch"]), (&Value::from("notes"), &epoch), "{said}");
        assert_eq!((&said["event"], &said["why"]), (&"ended".into(), &"host".into()), "{said}");
        assert_eq!(said.get("markdown"), keeps.then_some(&Value::from("cups\n")), "{said}");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

#[tokio::test]
async fn an_address_is_told_by_post_and_one_that_refuses_is_named() {
    for (status, fails) in [("204 No Content", false), ("500 Internal Server Error", true)] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hooks/secret?a=b", listener.local_addr().unwrap());
        let mut server = start(&["--on-end", &url]);
        let (ann, _) = typed(&server, "cups").await;
        server.delete();
        drop(ann);
        let answer = tokio::task::spawn_blocking(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let (mut said, mut part) = (Vec::new(), [0; 4_096]);
            while !said.ends_with(b"}") {
                let read = stream.read(&mut part).unwrap();
                assert!(read > 0, "{}", String::from_utf8_lossy(&said));
                said.extend_from_slice(&part[..read]);
            }
            write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n").unwrap();
            String::from_utf8(said).unwrap()
        });
        let said = answer.await.unwrap();
        assert!(said.starts_with("POST /hooks/secret?a=b HTTP/1.1\r\n"), "{said}");
        assert!(
            said.contains("content-type: application/json") && !said.contains("cups"),
            "{said}"
        );
        assert!(said.contains("\"people\":1"), "{said}");
        server.until("ended");
        let pid = rustix::process::Pid::from_child(&server.child);
        rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
        server.child.wait().unwrap();
        let mut log = String::new();
        server.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        assert_eq!(log.contains("--on-end (127.0.0.1): it answers 500"), fails, "{log}");
        assert!(!log.contains("secret"), "the path of a hook may be one: {log}");
    }
}
