//! `fadepad tail`: prints what changes in a pad, block by block, until it ends.

use std::collections::HashMap;
use std::io::{self, BufRead as _, Write as _};
use std::thread;
use std::time::Duration;

use serde_json::json;
use url::form_urlencoded::byte_serialize;

use super::{PadEntry, Source, fetch};
use crate::app::pads::Unanswered;
use crate::desktop::text::tame;

/// As the server asks for: `retry: 2000`.
const AGAIN: Duration = Duration::from_secs(2);
/// How often one comes back to a server that does not answer.
const TRIES: u32 = 30;

/// Follows a pad as `name`; begins with its last `lines` blocks.
///
/// # Errors
/// Where nobody answers, there is no such pad, or the link does not open it.
pub fn tail(source: &Source, (lines, name): (usize, &str), json: bool) -> Result<(), Unanswered> {
    let entry = PadEntry::of(source)?;
    #[cfg(unix)]
    end_with_the_reader();
    let name: String = byte_serialize(name.as_bytes()).collect();
    let path = format!("/p/{}/tail?name={name}", entry.pad);
    let mut told = PrintedLines { json, lines: Some(lines), known: HashMap::new() };
    let mut failures = 0;
    loop {
        match follow((&entry, &path), &mut told) {
            Ok(StreamEnd::Ended) => return Ok(()),
            Ok(StreamEnd::Closed(why)) => return Err(Unanswered::Refused(why)),
            // A room that failed, or a proxy that had enough.
            Ok(StreamEnd::Cut) => failures = 0,
            Err(Unanswered::Failed(_)) if told.lines.is_none() && failures < TRIES => failures += 1,
            Err(error) => return Err(error),
        }
        thread::park_timeout(AGAIN);
    }
}

/// Ends this program as soon as nobody reads what it prints (`| head -1`): in a quiet pad nothing is printed that would tell.
#[cfg(unix)]
fn end_with_the_reader() {
    use rustix::event::{PollFd, PollFlags, poll};
    let watch = || {
        let out = io::stdout();
        // Asked for nothing, it tells of errors alone: a pipe without a reader.
        let told = poll(&mut [PollFd::new(&out, PollFlags::empty())], None);
        if told.is_ok_and(|ready| ready > 0) {
            std::process::exit(0);
        }
    };
    let _ = thread::Builder::new().name("stdout".into()).spawn(watch);
}

/// How a connection has ended.
enum StreamEnd {
    Ended,
    Closed(String),
    Cut,
}

/// What was printed, and how.
struct PrintedLines {
    json: bool,
    /// How many blocks are printed of the first state; `None` once that is done.
    lines: Option<usize>,
    /// The pad as it was told: who comes back prints what is other.
    known: HashMap<String, String>,
}

#[derive(Default)]
struct SseEvent {
    kind: String,
    id: String,
    text: Option<String>,
}

impl SseEvent {
    fn take(&mut self, line: &str) {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.kind),
            "id" => value.clone_into(&mut self.id),
            "data" => match &mut self.text {
                Some(text) => {
                    text.push('\n');
                    text.push_str(value);
                }
                None => self.text = Some(value.to_owned()),
            },
            _ => {}
        }
    }
}

fn follow(
    (entry, path): (&PadEntry, &str),
    told: &mut PrintedLines,
) -> Result<StreamEnd, Unanswered> {
    let lines = fetch::open(entry, path)?.lines();
    let (mut event, mut first) = (SseEvent::default(), Some(Vec::new()));
    for line in lines {
        // Silence beyond all patience, too: one comes back.
        let Ok(line) = line else { return Ok(StreamEnd::Cut) };
        if !line.is_empty() {
            event.take(&line);
            continue;
        }
        let SseEvent { kind, id, text } = std::mem::take(&mut event);
        let text = text.unwrap_or_default();
        let printed = match (kind.as_str(), &mut first) {
            ("block", Some(first)) => {
                first.push((id, text));
                Ok(())
            }
            ("ready", _) => told.begin(first.take().unwrap_or_default()),
            ("block", None) => told.print(id, text),
            ("gone", _) => told.gone(&id),
            ("ended", _) => return Ok(StreamEnd::Ended),
            ("closed", _) => return Ok(StreamEnd::Closed(text)),
            ("problem", _) => {
                tracing::warn!("{text}");
                Ok(())
            }
            _ => Ok(()),
        };
        // Whoever has read enough (`| head -1`) is no failure.
        if printed.is_err() {
            return Ok(StreamEnd::Ended);
        }
    }
    Ok(StreamEnd::Cut)
}

impl PrintedLines {
    fn begin(&mut self, blocks: Vec<(String, String)>) -> io::Result<()> {
        let from = self.lines.take().map_or(0, |lines| blocks.len().saturating_sub(lines));
        for (n, (id, text)) in blocks.into_iter().enumerate() {
            match n < from {
                true => drop(self.known.insert(id, text)),
                false => self.print(id, text)?,
            }
        }
        Ok(())
    }

    fn print(&mut self, id: String, text: String) -> io::Result<()> {
        if self.known.get(&id) == Some(&text) {
            return Ok(());
        }
        let line = match self.json {
            true => json!({ "event": "block", "id": id, "text": text }).to_string(),
            false => tame_lines(&text),
        };
        self.known.insert(id, text);
        say(&line)
    }

    fn gone(&mut self, id: &str) -> io::Result<()> {
        match self.known.remove(id) {
            Some(_) if self.json => say(&json!({ "event": "gone", "id": id }).to_string()),
            _ => Ok(()),
        }
    }
}

fn say(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// What strangers have written commands no terminal.
fn tame_lines(text: &str) -> String {
    text.lines().map(tame).collect::<Vec<_>>().join("\n")
}
