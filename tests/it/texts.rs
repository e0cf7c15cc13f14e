//! A pad's text from a command line, as a script does it: read, followed, kept as a file, written to.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Output, Stdio};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::rendered::type_in;
use crate::support::{Plan, TestServer};
use fadepad::base::ids::Role;
use fadepad::base::limits::Limits;
use serde_json::Value;

fn fadepad(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(args).env("XDG_CONFIG_HOME", "/nonexistent").env("USER", "ann");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

/// What a command says to this input, while the server under test goes on.
async fn run(args: &[&str], input: &str) -> (i32, String, String) {
    let mut child = fadepad(args).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let work = move || {
        // One that is refused reads nothing.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        told(&child.wait_with_output().unwrap())
    };
    tokio::task::spawn_blocking(work).await.unwrap()
}

fn link(server: &TestServer, role: Role) -> String {
    format!("http://{}/p/notes#{}", server.address, server.key(role))
}

const MARKDOWN: &str = "# Plan\n\n- [x] *cups*\n- [ ] **plates** and [link](https://a.example/)\n  \
    - nested\n\n1. one\n2. two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```rust\nfn main() {}\n```\n\n\
    > quote\n\nline one\\\nline two\n\n<details>\n<summary>More</summary>\n\ninside\n\n</details>\n";

/// One a line: a table is one, and so is a line with a break in it; what is nested counts as well, and the empty line at a pad's end.
const MARKDOWN_BLOCKS: usize = 13;

#[tokio::test]
async fn what_a_script_appends_reads_the_same_in_the_pad() {
    let server = TestServer::new().await;
    let mut bob = server.page(Role::Edit).await;
    bob.sync().await;
    let code = format!("http://{}/j/{}", server.address, server.code());
    let (status, out, error) = run(&["append", &code], MARKDOWN).await;
    assert_eq!((status, &*out), (0, ""), "{error}");
    let (status, out, error) = run(&["cat", &link(&server, Role::View)], "").await;
    assert_eq!((status, &*out), (0, MARKDOWN), "{error}");
    let shown = loop {
        let states = bob.sees().await;
        if let Some((.., json)) = states.into_iter().find(|(.., json)| json != "null") {
            break json;
        }
    };
    assert!(shown.contains("\"name\":\"ann\""), "its author has a name: {shown}");
    let (status, out, _) = run(&["cat", &link(&server, Role::View), "--json"], "").await;
    let json: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((status, &json["blocks"][0]["type"]), (0, &Value::from("heading")));
}

#[tokio::test]
async fn words_of_the_command_line_are_appended_as_they_stand_with_quotes_or_without() {
    let server = TestServer::new().await;
    let pad = link(&server, Role::Edit);
    for words in [&["- [ ] order cups"][..], &["two", "-", "words"], &["--name", "bob", "last"]] {
        let (status, out, error) = run(&[&["append", &pad], words].concat(), "not read").await;
        assert_eq!((status, &*out), (0, ""), "{error}");
    }
    let (_, text, _) = run(&["cat", &link(&server, Role::View)], "").await;
    assert_eq!(text, "- [ ] order cups\n\ntwo - words\n\nlast\n");
    for flags in [&["--nmae", "build"][..], &["words", "--name", "ci"], &["words", "-x"]] {
        let (status, _, error) = run(&[&["append", &pad], flags].concat(), "not read").await;
        assert!(status == 2 && error.contains("flags stand before the words"), "{error}");
    }
    // A log that follows would be lost, and "rust" be all that is written.
    let (status, _, error) = run(&["append", &pad, "--code", "rust"], "not read").await;
    assert!(status == 2 && error.contains("--code=rust"), "{error}");
    let (status, _, error) = run(&["append", &pad, "--code", "fn main() {}"], "").await;
    assert_eq!(status, 0, "{error}");
}

#[tokio::test]
async fn who_appends_nothing_is_told_that_nothing_is_written() {
    let server = TestServer::new().await;
    let (status, out, error) = run(&["append", &link(&server, Role::Edit)], "").await;
    assert_eq!((status, &*out), (0, ""), "{error}");
    assert_eq!(error, "fadepad: there were no words, so nothing is written.\n");
}

#[tokio::test]
async fn a_long_document_goes_in_by_several_messages_and_is_whole() {
    let server = TestServer::new().await;
    let text: String = (0..2_000).map(|n| format!("Block {n} with **bold** words.\n\n")).collect();
    let (status, _, error) = run(&["append", &link(&server, Role::Edit)], &text).await;
    assert_eq!(status, 0, "{error}");
    let (_, out, _) = run(&["cat", &link(&server, Role::View)], "").await;
    assert!(out.trim_end() == text.trim_end(), "{} of {} bytes", out.len(), text.len());
}

#[tokio::test]
async fn the_line_that_a_pad_begins_with_stays_the_last() {
    let server = TestServer::new().await;
    let edit = link(&server, Role::Edit);
    for words in ["one", "two"] {
        assert_eq!(run(&["append", &edit], words).await.0, 0);
    }
    let (_, out, _) = run(&["cat", &edit, "--as", "txt"], "").await;
    assert_eq!(out, "one\ntwo\n\n");
}

#[tokio::test]
async fn a_script_reads_by_its_exit_code_why_not() {
    let server = TestServer::new().await;
    let (view, edit) = (link(&server, Role::View), link(&server, Role::Edit));
    let at = format!("http://{}", server.address);
    let (nobody, no_code) = (format!("{at}/p/nobody#x"), format!("{at}/j/ZZZZZZ"));
    let bad_key = format!("{at}/p/notes#x");
    let file = std::env::temp_dir().join(format!("fadepad-{:x}.pdf", getrandom::u64().unwrap()));
    let file = file.to_string_lossy();
    for (args, code, why) in [
        (vec!["cat", &nobody], 5, "No pad of this name"),
        (vec!["tail", &nobody], 5, "No pad of this name"),
        (vec!["append", &nobody], 5, "not there"),
        (vec!["cat", &no_code], 5, "code is not known"),
        (vec!["cat", &bad_key], 6, "does not open the pad"),
        (vec!["append", &bad_key], 6, "does not let one write"),
        (vec!["append", &view], 6, "reads and does not write"),
        (vec!["append", "http://127.0.0.1:1/p/notes#x"], 1, "127.0.0.1:1 does not answer: "),
        (vec!["cat", "http://127.0.0.1:1/p/notes#x"], 1, "does not answer"),
        (vec!["append", "https://127.0.0.1:1/p/notes#x"], 1, "127.0.0.1:1 does not answer: "),
        (vec!["cat", "https://127.0.0.1:1/p/notes#x", "--fingerprint", "3A"], 2, "no SHA-256"),
        (vec!["import", &edit, &file], 1, "drop it on the page"),
        (vec!["cat"], 2, "PAD"),
    ] {
        let (status, out, error) = run(&args, "words").await;
        assert_eq!((status, &*out), (code, ""), "{args:?}: {error}");
        assert!(error.contains(why), "{args:?}: {error}");
    }
    let pad: fadepad::base::names::PadName = "notes".parse().unwrap();
    let host = server.key(Role::Host);
    assert_eq!(server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await.0, 200);
    assert!(server.state.lobby.get(&pad).is_none());
    for word in ["cat", "tail", "append"] {
        let (status, _, error) = run(&[word, &edit], "words").await;
        assert_eq!(status, 5, "{word}: {error}");
    }
}

#[tokio::test]
async fn who_joins_by_code_is_asked_for_the_pin_and_knocks_in_a_browser() {
    let pin = Some("4711".parse().unwrap());
    let server = TestServer::with(Plan { pin, ..Plan::default() }).await;
    let code = format!("http://{}/j/{}", server.address, server.code());
    let (status, _, error) = run(&["cat", &code], "").await;
    assert!(status == 6 && error.contains("PIN"), "{error}");
    assert_eq!(run(&["cat", &code, "--pin", "4711"], "").await.0, 0);
    let host = server.key(Role::Host);
    let shut = server.api("PATCH", "pads/notes", &host, r#"{"door":"knock","pin":null}"#).await;
    assert_eq!(shut.0, 200, "{}", shut.1);
    let (status, _, error) = run(&["cat", &code], "").await;
    assert!(status == 6 && error.contains("knock"), "{error}");
}

#[tokio::test]
async fn a_pad_is_kept_as_a_file_and_no_file_is_lost() {
    let server = TestServer::new().await;
    let view = link(&server, Role::View);
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    type_in(&mut ann, "cups").await;
    let folder = std::env::temp_dir().join(format!("fadepad-{:x}", getrandom::u64().unwrap()));
    std::fs::create_dir(&folder).unwrap();
    let file = folder.join("notes.html");
    let name = file.to_string_lossy().into_owned();
    let (status, out, error) = run(&["export", &view, &name, "--json"], "").await;
    assert_eq!(status, 0, "{error}");
    let json: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["file"], *name);
    let html = std::fs::read_to_string(&file).unwrap();
    assert!(html.contains(">cups</p>"), "{html}");
    let (status, _, error) = run(&["export", &view, &name], "").await;
    assert!(status == 1 && error.contains("--force"), "{error}");
    assert_eq!(run(&["export", &view, &name, "--as", "txt", "--force"], "").await.0, 0);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "cups\n");
    std::fs::write(&file, "<script>words()</script>").unwrap();
    let (status, _, error) = run(&["import", &link(&server, Role::Edit), &name], "").await;
    assert!(status == 1 && error.contains("no words in this page"), "{error}");
    let page =
        "<h2>Costs</h2><table><tr><td colspan=2>a</td></tr><tr><td>1</td><td>2</td></tr></table>";
    std::fs::write(&file, page).unwrap();
    let (status, out, error) =
        run(&["import", &link(&server, Role::Edit), &name, "--json"], "").await;
    let json: Value = serde_json::from_str(&out).unwrap_or_default();
    assert_eq!((status, &json["lines"]), (0, &Value::from(2)), "{error}");
    let read = run(&["cat", &view], "").await.1;
    assert!(read.contains("## Costs\n\n<table>") && read.contains("colspan=\"2\""), "{read}");
    let server = TestServer::new().await;
    let view = link(&server, Role::View);
    assert_eq!(run(&["append", &link(&server, Role::Edit), "cups"], "").await.0, 0);
    let text = folder.join("more.txt");
    std::fs::write(&text, "*one*\ntwo").unwrap();
    let text = text.to_string_lossy().into_owned();
    assert_eq!(run(&["import", &link(&server, Role::Edit), &text], "").await.0, 0);
    assert_eq!(run(&["cat", &view], "").await.1, "cups\n\n\\*one\\*\n\ntwo\n");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn a_file_that_commands_do_not_make_or_read_is_named_with_the_way_out() {
    let server = TestServer::new().await;
    let (view, edit) = (link(&server, Role::View), link(&server, Role::Edit));
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(at("latin.md"), b"caf\xe9").unwrap();
    std::fs::copy(at("latin.md"), at("latin.html")).unwrap();
    for (command, file, way_out) in [
        ("export", at("notes.PDF"), "Take it with you"),
        ("export", at("notes.doc"), "say --as"),
        ("export", at(""), "is a folder: say"),
        ("export", "-".to_owned(), "fadepad cat"),
        ("import", "-".to_owned(), "fadepad append"),
        ("import", at("latin.md"), "save it as UTF-8"),
        ("import", at("latin.html"), "save it as UTF-8"),
        ("import", at("plan.pdf"), "drop it on the page"),
    ] {
        let key = if command == "export" { &view } else { &edit };
        let (status, out, error) = run(&[command, key, &file], "").await;
        assert_eq!((status, &*out), (1, ""), "{command} {file}: {error}");
        assert!(error.contains(way_out), "{command} {file}: {error}");
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 2, "nothing was made: {left:?}");
    let sealed = view.replace("http:", "https:");
    let (status, _, error) = run(&["cat", &sealed], "").await;
    assert!(status == 1 && error.contains("its links begin with http://"), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn who_follows_a_quiet_pad_ends_with_the_one_who_reads() {
    let server = TestServer::new().await;
    assert_eq!(run(&["append", &link(&server, Role::Edit), "cups"], "").await.0, 0);
    let mut child = fadepad(&["tail", &link(&server, Role::View)]).spawn().unwrap();
    let ended = tokio::task::spawn_blocking(move || {
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        assert_eq!(line, "cups\n");
        drop(out);
        child.wait().unwrap().code()
    });
    assert_eq!(ended.await.unwrap(), Some(0));
}

#[tokio::test]
async fn a_pad_goes_from_one_server_to_another_as_a_capsule_and_as_a_document() {
    let from = TestServer::new().await;
    assert_eq!(run(&["append", &link(&from, Role::Edit)], MARKDOWN).await.0, 0);
    let folder = std::env::temp_dir().join(format!("fadepad-{:x}", getrandom::u64().unwrap()));
    std::fs::create_dir(&folder).unwrap();
    for (file, form) in [("notes.html", Some("capsule")), ("notes.yjs", None), ("n.YJS", None)] {
        let file = folder.join(file).to_string_lossy().into_owned();
        let mut export = vec!["export", "--json"];
        form.into_iter().for_each(|form| export.extend(["--as", form]));
        let view = link(&from, Role::View);
        let (status, _, error) = run(&[&export[..], &[&view, &file]].concat(), "").await;
        assert_eq!(status, 0, "{error}");
        let to = TestServer::new().await;
        let (status, _, error) = run(&["import", &link(&to, Role::View), &file], "").await;
        assert_eq!(status, 6, "{error}");
        let (status, out, error) = run(&["import", &link(&to, Role::Edit), &file], "").await;
        assert_eq!((status, &*out), (0, ""), "{error}");
        let again = TestServer::new().await;
        let import = ["import", "--json", &link(&again, Role::Edit), &file];
        let (_, told, _) = run(&import, "").await;
        let told: Value = serde_json::from_str(&told).unwrap();
        assert_eq!(told["lines"], MARKDOWN_BLOCKS, "{form:?}");
        let (_, text, _) = run(&["cat", &link(&to, Role::View)], "").await;
        assert_eq!(text, MARKDOWN, "{form:?}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn a_pad_goes_from_one_server_to_another_as_a_zip_with_its_pictures_and_what_stays_out_is_told()
 {
    let (from, _) = crate::along::kept().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.zip").to_string_lossy().into_owned();
    let (status, _, error) = run(&["export", &link(&from, Role::View), &file], "").await;
    assert_eq!(status, 0, "{error}");
    for (most, files, out) in [(1 << 20, 2, 0), (20, 1, 1)] {
        let limits = Limits { file: most, ..Limits::default() };
        let to = TestServer::with(Plan { limits, ..Plan::default() }).await;
        let import = ["import", "--json", &link(&to, Role::Edit), &file];
        let (status, told, error) = run(&import, "").await;
        assert_eq!(status, 0, "{error}");
        let told: Value = serde_json::from_str(&told).unwrap();
        assert_eq!((&told["files"], to.pad.room.files().totals().0), (&files.into(), files));
        assert_eq!(told["left_out"].as_array().map_or(0, Vec::len), out, "{told}");
        assert_eq!(error.contains("Tafel 1.png stays out: A file may have"), out > 0, "{error}");
    }
}

#[tokio::test]
async fn of_many_pictures_that_stay_out_the_first_hundred_are_named_and_the_others_counted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.html");
    let img = |n: usize| {
        let bytes = BASE64_STANDARD.encode(format!("\u{89}PNG {n}"));
        let name = "n".repeat(110);
        format!("<img alt=\"{n} {name}.png\" src=\"data:image/png;base64,{bytes}\">")
    };
    std::fs::write(&file, "<p>words</p>".to_owned() + &(0..600).map(img).collect::<String>())
        .unwrap();
    let server = TestServer::new().await;
    let import = ["import", "--json", &link(&server, Role::Edit), file.to_str().unwrap()];
    let (status, told, error) = run(&import, "").await;
    assert_eq!(status, 0, "{error}");
    let told: Value = serde_json::from_str(&told).unwrap();
    let left_out = told["left_out"].as_array().unwrap();
    assert_eq!((left_out.len(), &told["left_out_more"]), (100, &500.into()));
    assert!(error.lines().count() == 101 && error.ends_with("500 more stay out\n"), "{error}");
}

#[tokio::test]
async fn how_large_a_file_may_be_that_is_imported_its_server_says() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.html");
    let mut page = b"<p>words</p><img alt='board' src='data:image/png;base64,".to_vec();
    page.resize(81 << 20, b'A');
    page.extend(b"'>");
    std::fs::write(&file, page).unwrap();
    let roomy = Limits { files: 100 << 20, ..Limits::default() };
    for (limits, is_taken) in [(Limits::default(), false), (roomy, true)] {
        let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
        let import = ["import", &link(&server, Role::Edit), file.to_str().unwrap()];
        let (status, _, error) = run(&import, "").await;
        assert_eq!(status == 0, is_taken, "{error}");
        assert!(is_taken || error.contains("which is the most that is read here"), "{error}");
    }
}

#[tokio::test]
async fn tail_prints_what_two_people_type_until_the_pad_ends() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = (server.page(Role::Edit).await, server.page(Role::Edit).await);
    ann.sync().await;
    type_in(&mut ann, "one").await;
    let mut child = fadepad(&["tail", &link(&server, Role::View), "--json"]).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (sender, mut heard) = tokio::sync::mpsc::channel(100);
    let reader = std::thread::spawn(move || {
        lines.map_while(Result::ok).for_each(|line| sender.blocking_send(line).unwrap());
        child.wait().unwrap()
    });
    let mut until = async |text: &str| {
        let wanted = async {
            while let Some(line) = heard.recv().await {
                let line: Value = serde_json::from_str(&line).unwrap();
                if line["text"] == *text {
                    return;
                }
            }
            panic!("it ended before {text:?}");
        };
        tokio::time::timeout(crate::support::PATIENCE, wanted).await.unwrap();
    };
    until("one").await;
    bob.sync().await;
    type_in(&mut bob, ", two").await;
    until("one, two").await;
    ann.sync().await;
    type_in(&mut ann, ", three").await;
    until("one, two, three").await;
    let host = server.key(Role::Host);
    assert_eq!(server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await.0, 200);
    let ended = tokio::task::spawn_blocking(move || reader.join().unwrap()).await.unwrap();
    assert!(ended.success(), "{ended}");
}

/// A log that never ends would take all memory of who gathers it.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_log_of_100_000_lines_goes_through_beside_who_types_and_little_memory_is_used() {
    const LINES: usize = 100_000;
    /// An empty one takes 20 MB in a debug build; all lines with their updates would be ten times more.
    const MOST_KB: u64 = 64_000;
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    let mut child =
        fadepad(&["append", &link(&server, Role::Edit), "--code", "--json"]).spawn().unwrap();
    let (mut stdin, id) = (child.stdin.take().unwrap(), child.id());
    let writing = tokio::task::spawn_blocking(move || {
        for n in 1..=LINES {
            writeln!(stdin, "line {n}").unwrap();
        }
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let peak: u64 = peak.split_whitespace().next().unwrap().parse().unwrap();
        drop(stdin);
        (peak, told(&child.wait_with_output().unwrap()))
    });
    while !writing.is_finished() {
        type_in(&mut ann, "typing ").await;
    }
    let (peak, (status, out, error)) = writing.await.unwrap();
    assert_eq!((status, &*out), (0, "{\"pad\":\"notes\",\"lines\":100000}\n"), "{error}");
    assert!(peak < MOST_KB, "{peak} kB");
    let (_, text, _) = run(&["cat", &link(&server, Role::View), "--as", "txt"], "").await;
    let log: Vec<&str> = text.lines().filter(|line| line.starts_with("line ")).collect();
    assert_eq!(log.len(), LINES, "every line once");
    assert!(log.iter().enumerate().all(|(n, line)| *line == format!("line {}", n + 1)), "in order");
    assert!(text.starts_with("typing typing ") || text.contains("\ntyping "), "and who typed");
}

#[tokio::test]
async fn a_shell_completes_the_commands_and_their_manual_and_settings_are_printed() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (status, out, error) = run(&["completions", shell], "").await;
        assert!(status == 0 && out.contains("append") && out.contains("ttl"), "{shell}: {error}");
        assert!(!out.contains("shutdown"), "{shell} offers a word that is only asked about");
    }
    let (status, out, _) = run(&["man"], "").await;
    assert!(status == 0 && out.contains(".TH fadepad 1"), "{out}");
    let folder = std::env::temp_dir().join(format!("fadepad-{:x}", getrandom::u64().unwrap()));
    std::fs::create_dir(&folder).unwrap();
    let file = folder.join("fadepad.toml");
    std::fs::write(&file, "ttl = \"8h\"\npin = \"4711\"\n").unwrap();
    let mut command = fadepad(&["config", "show", "--config", &file.to_string_lossy()]);
    command.env("FADEPAD_PORT", "7790");
    let (status, out, error) = told(&command.output().unwrap());
    assert_eq!(status, 0, "{error}");
    let row = |flag: &str| {
        let line = out.lines().find(|line| line.split(' ').next() == Some(flag)).unwrap();
        line[flag.len()..].trim().to_owned()
    };
    assert_eq!(row("port"), "7790  (environment)");
    assert_eq!(row("ttl"), "8h  (file)");
    assert_eq!(row("max-lifetime"), "24h  (default)");
    assert_eq!(row("pin"), "(set)  (file)");
    std::fs::remove_dir_all(&folder).unwrap();
}
