//! Erased means erased: after the end the text is in no memory of the process and in no file.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::support::Guest;
use crate::support::phoenix::Client;
use fadepad_wire::sync;
use serde_json::{Value, json};

pub(crate) struct Server {
    pub(crate) child: Child,
    lines: BufReader<ChildStdout>,
    pub(crate) ready: Value,
}

impl Server {
    pub(crate) fn start() -> Self {
        Self::logging(&["-vv"], Stdio::piped())
    }

    pub(crate) fn logging(how: &[&str], log: Stdio) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_fadepad"))
            .args(["--headless", "--json", "--port", "0", "--ttl", "1s"])
            .args(how)
            .env("XDG_CONFIG_HOME", "/nonexistent")
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        lines.read_line(&mut line).unwrap();
        Self { child, lines, ready: serde_json::from_str(&line).unwrap() }
    }

    /// Reads on until this happens; returns all lines on the way.
    pub(crate) fn until(&mut self, event: &str) -> String {
        let mut all = String::new();
        loop {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap() > 0, "it ended before {event}");
            all.push_str(&line);
            if line.contains(&format!("\"event\":\"{event}\"")) {
                return all;
            }
        }
    }

    pub(crate) async fn guest(&self, key: &str) -> Guest {
        let url = format!(
            "ws://127.0.0.1:{}/ws/notes?x=1&key={}",
            self.ready["port"],
            self.ready[key].as_str().unwrap()
        );
        Guest::at(&url).await
    }

    pub(crate) fn delete(&self) -> String {
        let port = u16::try_from(self.ready["port"].as_u64().unwrap()).unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let key = self.ready["host_key"].as_str().unwrap();
        write!(
            stream,
            "DELETE /api/v1/pads/notes HTTP/1.1\r\nHost: localhost:{port}\r\n\
             Authorization: Bearer {key}\r\nContent-Length: 10\r\nConnection: close\r\n\r\n\
             {{\"in_s\":0}}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    pub(crate) fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        self.ask(path).read_to_string(&mut answer).unwrap();
        answer
    }

    /// Asks for this, and reads nothing of the answer.
    /// Has the host put the text on walls.
    fn put_on_walls(&self) {
        let port = u16::try_from(self.ready["port"].as_u64().unwrap()).unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let key = self.ready["host_key"].as_str().unwrap();
        write!(
            stream,
            "PATCH /api/v1/pads/notes HTTP/1.1\r\nHost: localhost:{port}\r\n\
             Authorization: Bearer {key}\r\nContent-Length: 22\r\nConnection: close\r\n\r\n\
             {{\"text_on_walls\":true}}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }

    fn ask(&self, path: &str) -> TcpStream {
        let port = u16::try_from(self.ready["port"].as_u64().unwrap()).unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let key = self.ready["view_key"].as_str().unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAuthorization: Bearer {key}\r\n\
             Connection: close\r\n\r\n"
        )
        .unwrap();
        stream
    }

    /// How often this stands in the process's memory; `None` where only root may look.
    pub(crate) fn copies(&self, needle: &[u8]) -> Option<usize> {
        let folder = format!("/proc/{}", self.child.id());
        let maps = fs::read_to_string(format!("{folder}/maps")).ok()?;
        let mut memory = File::open(format!("{folder}/mem")).ok()?;
        let regions = maps.lines().filter(|line| line.split(' ').nth(1).unwrap().starts_with('r'));
        let mut copies = 0;
        for region in regions {
            let (from, to) = region.split(' ').next().unwrap().split_once('-').unwrap();
            let from = u64::from_str_radix(from, 16).unwrap();
            let len = u64::from_str_radix(to, 16).unwrap() - from;
            let mut bytes = vec![0; usize::try_from(len).unwrap()];
            // [vvar] can't be read; it is the kernel's.
            if memory.seek(SeekFrom::Start(from)).is_ok() && memory.read_exact(&mut bytes).is_ok() {
                copies += bytes.windows(needle.len()).filter(|window| *window == needle).count();
            }
        }
        Some(copies)
    }

    /// Searches until the text is gone: the last sockets of the pad close a moment after its end,
    /// and what was read from them goes with them.
    pub(crate) fn is_clean_of(&self, marker: &str) {
        let begun = std::time::Instant::now();
        while let Some(copies @ 1..) = self.copies(marker.as_bytes()) {
            assert!(begun.elapsed() < crate::support::PATIENCE, "{copies} copies are left");
        }
    }

    /// Files, other than pipes and sockets, that are open for writing now.
    fn files_for_writing(&self) -> Vec<String> {
        let folder = format!("/proc/{}", self.child.id());
        let open = fs::read_dir(format!("{folder}/fd")).unwrap().map(|entry| entry.unwrap());
        open.filter_map(|entry| {
            let target = fs::read_link(entry.path()).ok()?.to_string_lossy().into_owned();
            let number = entry.file_name().to_string_lossy().into_owned();
            let info = fs::read_to_string(format!("{folder}/fdinfo/{number}")).ok()?;
            let flags = info.lines().find_map(|line| line.strip_prefix("flags:"))?.trim();
            let writes = u32::from_str_radix(flags, 8).unwrap() & 3 != 0;
            (writes && target.starts_with('/') && target != "/dev/null").then_some(target)
        })
        .collect()
    }

    /// Bytes that the process has sent to a disk.
    fn written(&self) -> u64 {
        let io = fs::read_to_string(format!("/proc/{}/io", self.child.id())).unwrap();
        let line = io.lines().find_map(|line| line.strip_prefix("write_bytes: ")).unwrap();
        line.parse().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A text that is in no file and no program before it is typed.
pub(crate) fn marker() -> String {
    format!("marker{:016x}{:016x}", getrandom::u64().unwrap(), getrandom::u64().unwrap())
}

/// Two people type the marker, in several ways; a third one reads.
async fn write_together(server: &Server, marker: &str) -> Vec<Guest> {
    let (mut ann, mut bob) = (server.guest("edit_key").await, server.guest("edit_key").await);
    ann.sync().await;
    bob.sync().await;
    for n in 0..40 {
        ann.type_(&format!("{n} {marker} ")).await;
        let update = bob.write(&format!("{marker} {n} "));
        bob.send(sync::update(&update)).await;
    }
    ann.show(1, &format!(r#"{{"user":{{"name":"{marker}"}}}}"#)).await;
    let hello = format!(r#"{{"t":"hello","name":"{marker}"}}"#);
    ann.send(sync::extra(&hello)).await;
    let large = bob.write(&format!("{marker} ").repeat(20_000));
    bob.send(sync::update(&large)).await;
    ann.saved().await;
    bob.saved().await;
    let mut eve = server.guest("view_key").await;
    eve.sync().await;
    vec![ann, bob, eve]
}

#[tokio::test]
async fn after_the_host_ended_it_the_text_is_nowhere() {
    let (mut server, marker) = (Server::start(), marker());
    let guests = write_together(&server, &marker).await;
    let Some(before) = server.copies(marker.as_bytes()) else {
        // Only root may search the memory of a process that forbids dumps.
        return;
    };
    assert!(before > 20_000, "the search finds the text while it is there: {before}");
    let receipt = server.delete();
    assert!(receipt.contains("\"why\":\"host\""), "{receipt}");
    drop(guests);
    let told = server.until("ended");
    assert!(!told.contains(&marker), "events hold no content");
    server.is_clean_of(&marker);
    assert_eq!(server.files_for_writing(), Vec::<String>::new());
    assert_eq!(server.written(), 0);
}

/// By the process that reads the pad, in the room that keeps what was read, and on its way out.
#[tokio::test]
async fn what_programs_have_read_is_gone_with_the_pad() {
    let (mut server, marker) = (Server::start(), marker());
    let mut ann = server.guest("edit_key").await;
    ann.sync().await;
    crate::rendered::type_in(&mut ann, &format!("{marker} ").repeat(500)).await;
    for form in ["md", "txt", "html", "json"] {
        let read = server.get(&format!("/p/notes.{form}"));
        assert!(read.matches(&marker).count() >= 500, "{read}");
    }
    let Some(before) = server.copies(marker.as_bytes()) else { return };
    assert!(before > 2_000, "what was read is kept until the text changes: {before}");
    server.delete();
    drop(ann);
    server.until("ended");
    server.is_clean_of(&marker);
    assert_eq!(server.files_for_writing(), Vec::<String>::new());
    assert_eq!(server.written(), 0);
}

/// By connections that are left open, and never read.
#[tokio::test]
async fn what_a_reader_has_asked_for_and_never_reads_is_gone_with_the_pad() {
    let (mut server, marker) = (Server::start(), marker());
    // More than the buffers of two sockets take, and from each person what one message may bring.
    let mut anns = Vec::new();
    for _ in 0..6 {
        let mut ann = server.guest("edit_key").await;
        ann.sync().await;
        crate::rendered::type_in(&mut ann, &format!("{marker} ").repeat(20_000)).await;
        // While somebody is there, the pad does not fade before it is searched, however busy the machine is.
        anns.push(ann);
    }
    let asleep = ["notes.md", "notes/tail"].map(|path| server.ask(&format!("/p/{path}")));
    for stream in &asleep {
        // The head is there: the text is on its way.
        stream.peek(&mut [0]).unwrap();
    }
    let Some(before) = server.copies(marker.as_bytes()) else { return };
    assert!(before > 120_000, "the search finds the text while it is there: {before}");
    server.delete();
    drop(anns);
    server.until("ended");
    server.is_clean_of(&marker);
    drop(asleep);
}

#[tokio::test]
async fn what_was_on_a_wall_is_gone_with_the_pad() {
    let (mut server, marker) = (Server::start(), marker());
    let mut ann = server.guest("edit_key").await;
    ann.sync().await;
    ann.type_(&format!("{marker} ").repeat(200)).await;
    ann.saved().await;
    server.put_on_walls();
    let (port, key) = (&server.ready["port"], server.ready["view_key"].as_str().unwrap());
    let mut wall = Guest::at(&format!("ws://127.0.0.1:{port}/ws/notes?x=1&wall=1&key={key}")).await;
    wall.sync().await;
    ann.type_(&format!("{marker}.")).await;
    wall.reads(&ann.text()).await;
    let Some(before) = server.copies(marker.as_bytes()) else { return };
    assert!(before >= 200, "the search finds the text while it is there: {before}");
    server.delete();
    server.until("ended");
    server.is_clean_of(&marker);
}

#[tokio::test]
async fn after_it_has_faded_the_text_is_nowhere() {
    let (mut server, marker) = (Server::start(), marker());
    let guests = write_together(&server, &marker).await;
    drop(guests);
    server.until("ended");
    server.is_clean_of(&marker);
    server.child.kill().unwrap();
    let mut log = String::new();
    server.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(!log.contains(&marker), "logs hold no content, not even at the level debug");
}

/// Whoever asks for all that there is to log, also of the libraries by name.
#[tokio::test]
async fn no_level_of_the_log_holds_text_or_keys() {
    for level in ["trace", "warn,tungstenite=trace,tokio_tungstenite=trace,hyper=trace,warp=trace"]
    {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.log", marker()));
        let log = File::create(&path).unwrap();
        let (mut server, marker) = (Server::logging(&["--log", level], log.into()), marker());
        let address = format!("127.0.0.1:{}", server.ready["port"]).parse().unwrap();
        let key = server.ready["edit_key"].as_str().unwrap().to_owned();
        let mut phoenix = Client::connect(address, "vsn=2.0.0").await;
        let join = phoenix.push("doc:notes", "phx_join", json!({ "token": key })).await;
        let joined = phoenix.reply(&join).await;
        assert_eq!(joined["status"], "ok", "{joined}");
        phoenix.push("doc:notes", "cursor_pos", json!({ "cursor": marker })).await;
        drop(write_together(&server, &marker).await);
        let ended = server.delete();
        assert!(ended.contains("\"why\":\"host\""), "{ended}");
        server.until("ended");
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        let log = fs::read_to_string(&path).unwrap();
        fs::remove_file(&path).unwrap();
        let secret = ["edit_key", "view_key", "host_key"].map(|name| &server.ready[name]);
        for secret in secret.into_iter().map(|key| key.as_str().unwrap()).chain([&*marker]) {
            let line = log.lines().find(|line| line.contains(secret));
            assert_eq!(line, None, "--log {level} holds {secret}");
        }
    }
}

#[tokio::test]
async fn what_was_pasted_and_deleted_is_gone_while_its_author_stays() {
    let (server, marker) = (Server::start(), marker());
    let mut ann = server.guest("edit_key").await;
    ann.sync().await;
    ann.type_(&format!("{marker} ").repeat(2_000)).await;
    ann.saved().await;
    let Some(before) = server.copies(marker.as_bytes()) else { return };
    assert!(before >= 2_000, "the search finds the text while it is there: {before}");
    let update = ann.delete_all();
    ann.send(sync::update(&update)).await;
    ann.saved().await;
    server.is_clean_of(&marker);
}

/// One that was brought whole, one that is still on its way, and one that somebody reads slowly.
#[tokio::test]
async fn files_are_gone_with_the_pad() {
    let (mut server, marker) = (Server::start(), marker());
    let mut ann = server.guest("edit_key").await;
    ann.sync().await;
    let port = u16::try_from(server.ready["port"].as_u64().unwrap()).unwrap();
    let key = server.ready["edit_key"].as_str().unwrap().to_owned();
    let bring = |bytes: &str, len: usize| {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        write!(
            stream,
            "POST /api/v1/pads/notes/files?name=a HTTP/1.1\r\nHost: localhost:{port}\r\n\
             Authorization: Bearer {key}\r\nContent-Length: {len}\r\nConnection: close\r\n\r\n{bytes}"
        )
        .unwrap();
        stream
    };
    // More than the buffers of two sockets take.
    let file = format!("{marker} ").repeat(150_000);
    let mut answer = String::new();
    bring(&file, file.len()).read_to_string(&mut answer).unwrap();
    let told: Value = serde_json::from_str(answer.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    let asleep = server.ask(told["url"].as_str().unwrap());
    asleep.peek(&mut [0]).unwrap();
    let half = bring(&file[..file.len() / 4], file.len() / 2);
    let Some(before) = server.copies(marker.as_bytes()) else { return };
    assert!(before >= 150_000, "the search finds it while it is there: {before}");
    server.delete();
    drop(ann);
    server.until("ended");
    server.is_clean_of(&marker);
    drop((asleep, half));
    assert_eq!(server.files_for_writing(), Vec::<String>::new());
    assert_eq!(server.written(), 0);
}

#[test]
fn the_process_leaves_no_image_of_itself() {
    let server = Server::start();
    let limits = fs::read_to_string(format!("/proc/{}/limits", server.child.id())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
    // A process that forbids dumps belongs to root in /proc, whoever started it.
    let owner = std::os::unix::fs::MetadataExt::uid(
        &fs::metadata(format!("/proc/{}/mem", server.child.id())).unwrap(),
    );
    assert_eq!(owner, 0);
}
