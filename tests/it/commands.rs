//! What a person does to pads from a terminal: listing them and ending one, here and by a link, and the exit codes that scripts
//! compare.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::process::{Command, Output};
use std::thread;

use fadepad::base::ids::Role;
use serde_json::Value;

use crate::support::desktop::{Desktop, Running};
use crate::support::{Plan, TestServer};

fn run(desktop: &Desktop, args: &[&str]) -> (i32, String, String) {
    told(&desktop.command(args).output().unwrap())
}

fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

/// The instance that commands find.
fn running(desktop: &Desktop, more: &[&str]) -> Running {
    let args = [&["--no-tray", "--no-open", "one"], more].concat();
    Running::start(&mut desktop.command(&args))
}

#[test]
fn the_pads_of_the_instance_that_runs_here_are_listed_and_ended() {
    let desktop = Desktop::new();
    assert_eq!(run(&desktop, &["list"]).0, 7);
    assert_eq!(run(&desktop, &["end", "one"]).0, 7);
    let running = running(&desktop, &[]);
    let second = desktop.command(&["--no-tray", "--no-open", "--quiet", "two"]).output().unwrap();
    assert!(second.status.success());
    let (code, text, _) = run(&desktop, &["list"]);
    let rows: Vec<_> = text.lines().collect();
    assert_eq!((code, rows.len()), (0, 2), "{text}");
    assert!(rows[0].starts_with("one  nobody is here yet"), "{text}");
    assert!(rows[0].ends_with(running.ready["join_url"].as_str().unwrap()), "{text}");
    let (_, json, _) = run(&desktop, &["list", "--json"]);
    let pads: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&pads[0]["pad"], &pads[1]["pad"]), (&"one".into(), &"two".into()));
    for field in ["code", "edit_key", "host_key", "epoch"] {
        assert_eq!(pads[0][field], running.ready[field], "{field}");
    }

    let (code, text, _) = run(&desktop, &["rename", "one", "Sprint review"]);
    assert_eq!((code, &*text), (0, "one is called \"Sprint review\" now.\n"));
    let (_, text, _) = run(&desktop, &["list"]);
    assert!(text.starts_with("one \"Sprint review\"  nobody is here yet"), "{text}");
    let (code, json, _) = run(&desktop, &["rename", "one", "", "--json"]);
    let renamed: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((code, &renamed["pad"], &renamed["title"]), (0, &"one".into(), &Value::Null));
    let (code, _, error) = run(&desktop, &["rename", "never", "x"]);
    assert!(code == 5 && error.contains("No pad of this name is open here"), "{error}");

    let (code, text, _) = run(&desktop, &["end", "two"]);
    assert!(code == 0 && text.starts_with("two was ended: "), "{text}");
    let (code, out, error) = run(&desktop, &["end", "two"]);
    assert_eq!((code, &*out), (5, ""));
    assert_eq!(error, "fadepad: This pad has ended and its text is erased.\n");
    let (code, _, error) = run(&desktop, &["end", "never"]);
    assert!(code == 5 && error.contains("No pad of this name is open here"), "{error}");
    let (code, json, _) = run(&desktop, &["end", "--now", "--json", "one"]);
    let receipt: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((code, &receipt["pad"], &receipt["why"]), (0, &"one".into(), &"host".into()));
    assert_eq!(run(&desktop, &["list"]), (0, "No pad is open.\n".into(), String::new()));
}

#[test]
fn where_no_start_can_be_found_a_command_says_so() {
    let desktop = Desktop::new();
    let without = |args: &[&str]| {
        let mut command = desktop.command(args);
        told(&command.env_remove("XDG_RUNTIME_DIR").output().unwrap())
    };
    for args in [&["list"][..], &["end", "one"], &["rename", "one", "x"], &["cat", "one"]] {
        let (code, out, error) = without(args);
        assert_eq!((code, &*out), (7, ""), "{args:?}");
        assert!(error.contains("XDG_RUNTIME_DIR is not set. Set it to a folder"), "{error}");
        assert!(
            error.contains("give this command the pad's link, as http://localhost:7780/p/notes#"),
            "{error}"
        );
    }
}

#[test]
fn what_an_instance_that_was_killed_has_left_is_no_instance() {
    let desktop = Desktop::new();
    let mut running = running(&desktop, &[]);
    running.child.kill().unwrap();
    running.child.wait().unwrap();
    let (code, _, error) = run(&desktop, &["list"]);
    assert!(code == 7 && error.contains("no Fadepad runs on this machine"), "{error}");
}

#[tokio::test]
async fn by_a_link_what_it_allows_is_done_and_else_a_script_reads_why_not() {
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    ann.type_("a word").await;
    ann.saved().await;
    let command = async |args: Vec<String>| {
        let ended = tokio::task::spawn_blocking(move || {
            told(&Command::new(env!("CARGO_BIN_EXE_fadepad")).args(args).output().unwrap())
        });
        ended.await.unwrap()
    };
    let at = format!("http://{}", server.address);
    let link = |key: &str| format!("{at}/p/notes#{key}");
    let (host, edit) = (server.key(Role::Host), server.key(Role::Edit));
    let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (code, text, _) = command(words(&["list", &link(&host)])).await;
    assert_eq!((code, &*text), (0, "notes  1 person\n"));
    let (code, text, _) = command(words(&["rename", &link(&host), "Retro"])).await;
    assert_eq!((code, &*text), (0, "notes is called \"Retro\" now.\n"));
    let (_, text, _) = command(words(&["list", &link(&host)])).await;
    assert_eq!(text, "notes \"Retro\"  1 person\n");
    for (args, code) in [
        (words(&["list", &link(&edit)]), 6),
        (words(&["end", &link(&edit)]), 6),
        (words(&["end", &format!("{at}/j/{}", server.code())]), 6),
        (words(&["end", &link("")]), 6),
        (words(&["rename", &link(&edit), "x"]), 6),
        (words(&["rename", &format!("{at}/j/{}", server.code()), "x"]), 6),
        (words(&["rename", &link(&host)]), 2),
        (words(&["list", &format!("{at}/j/ZZZZZZ")]), 6),
        (words(&["end", &format!("{at}/h/ZZZZZZZZZZZZ")]), 5),
        (words(&["end", &format!("{at}/p/nobody#{host}")]), 5),
        (words(&["end", "http://127.0.0.1:1/p/notes#x"]), 1),
        (words(&["end", "https://127.0.0.1:1/p/notes#x"]), 1),
        (words(&["end", "--fingerprint", "3A:5F", "https://127.0.0.1:1/p/notes#x"]), 2),
        (words(&["end", "--fingerprint", &"3A".repeat(32), "http://127.0.0.1:1/p/notes#x"]), 2),
        (words(&["list", "--fingerprint", &"3A".repeat(32)]), 2),
        (words(&["end", "no/link"]), 2),
        (words(&["end"]), 2),
    ] {
        let (got, out, error) = command(args.clone()).await;
        assert_eq!((got, &*out), (code, ""), "{args:?}: {error}");
        assert!(!error.contains(&host), "{error}");
    }
    let (code, text, _) = command(words(&["end", &link(&host)])).await;
    assert_eq!((code, &*text), (0, "notes ends in 1 min or sooner: 1 person is offered a copy.\n"));
    let (code, _, _) = command(words(&["end", "--now", &link(&host)])).await;
    assert_eq!(code, 0);
    assert_eq!(ann.closed().await, 4410);
    assert_eq!(command(words(&["end", &link(&host)])).await.0, 5);
}

/// What the command of these words prints, asked while the server under test goes on.
async fn command(args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(args);
    tokio::task::spawn_blocking(move || told(&command.output().unwrap())).await.unwrap()
}

#[tokio::test]
async fn a_code_does_nothing_for_a_command_since_it_is_never_a_hosts() {
    let server = TestServer::with(Plan { standing: true, ..Plan::default() }).await;
    let link = format!("http://{}/j/{}", server.address, server.code());
    let host = server.key(Role::Host);
    assert_eq!(server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await.0, 200);
    for words in [["end", &link], ["list", &link]] {
        let (code, out, error) = command(&words).await;
        assert_eq!((code, &*out), (6, ""), "{error}");
        assert!(error.contains("a code is no host's link"), "{error}");
    }
    assert!(server.state.lobby.all().is_empty(), "no pad is begun by looking at it");
}

#[tokio::test]
async fn the_short_link_of_the_greeting_is_a_hosts_for_a_command_too() {
    let server = TestServer::new().await;
    let links = &server.state.reachability.host_links;
    let short = || {
        let path = links.path(&server.pad).unwrap();
        format!("http://{}{path}", server.address)
    };
    let (code, text, error) = command(&["list", &short()]).await;
    assert_eq!((code, &*text), (0, "notes  nobody is here yet\n"), "{error}");
    let used = short();
    let (code, text, error) = command(&["end", "--now", &used]).await;
    assert!(code == 0 && text.starts_with("notes was ended: "), "{error}");
    let (code, _, error) = command(&["end", &used]).await;
    assert!(code == 5 && error.contains("once"), "{error}");
}

/// A server that answers everything with these bytes; where it is, and what it was asked first.
fn answering(answer: &'static str) -> (String, thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap().to_string();
    let asked = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") {
            stream.read_exact(&mut byte).unwrap();
            head.extend(byte);
        }
        stream.write_all(answer.as_bytes()).unwrap();
        String::from_utf8(head).unwrap()
    });
    (at, asked)
}

#[test]
fn an_answer_that_is_none_of_a_fadepads_is_not_taken_for_one() {
    for answer in [
        "HTTP/1.1 200 OK\r\n\r\n<html>The router's page</html>",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n[{\"pad\":\"notes\",\"sta",
        "HTTP/1.1 200 OK\r\n\r\n{}",
        "HTTP/1.1 204 No Content\r\n\r\n",
    ] {
        for word in ["list", "end"] {
            let (at, asked) = answering(answer);
            let link = format!("http://{at}/p/notes#key");
            let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
            let (code, out, error) = told(&command.args([word, &link]).output().unwrap());
            assert_eq!((code, &*out), (1, ""), "{word} {answer}: {error}");
            assert!(error.contains("does not answer as a Fadepad does"), "{error}");
            let asked = asked.join().unwrap();
            assert!(asked.lines().next().unwrap().ends_with(" HTTP/1.0"), "{asked}");
        }
    }
}
