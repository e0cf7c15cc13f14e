//! `fadepad append`: text of a command line at the end of a pad, written by a participant with a name. What
//! comes is sent on as it comes: of a long log no more is held than a few messages.

use std::io::{self, BufRead, IsTerminal as _, Read as _, Write as _};
use std::time::{Duration, Instant};

use ::http::HeaderValue;
use fadepad_client::{
    Close, Entrance, Entry, Error, FromPage, Guest, Protocol, Received, ToPage, WebSocket,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::{PadEntry, Source};
use crate::app::pads::{Unanswered, unheard};
use crate::app::{http, sealed};
use crate::base::close::CloseCode;
use crate::base::target::{Seal, Server};
use crate::render::{Writer, Written};

/// What is gathered of a stream that does not pause, in bytes: it goes out as one message.
pub(super) const PORTION: usize = 64 << 10;
/// A pause of a stream after which what was gathered goes out.
const PAUSE: Duration = Duration::from_millis(250);
/// Lines of code in one block: editors and people slow down in longer ones.
const BLOCK_LINES: usize = 500;
/// Lines that are read ahead of what is sent.
const AHEAD: usize = 256;
/// How long the server may think about one message.
const PATIENCE: Duration = Duration::from_secs(30);
/// Room for one message after another: a server takes 1 MiB and 100 messages of a seat in a second.
const BEAT: Duration = Duration::from_millis(40);

/// Who writes, and how.
#[derive(Clone, Debug)]
pub struct AppendOptions {
    /// What others read beside it.
    pub name: String,
    /// As code in this language, and not as Markdown.
    pub code: Option<String>,
}

/// What was written.
#[derive(Debug, Serialize)]
pub struct Appended {
    /// The pad.
    pub pad: String,
    /// Lines of what was read; of a document its blocks, each of which is a line. `None`: the server did not count them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<usize>,
    /// Pictures and files that came in with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub files: Option<usize>,
    /// Those that did not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// How many more did not, which the server has not named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out_more: Option<usize>,
}

/// A picture or a file that the pad has no place for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LeftOut {
    /// What it is called.
    pub name: String,
    /// Why it stays out, in a sentence of the server's.
    pub why: String,
}

/// Writes these words at the end of a pad; without any, what stands on stdin, until that ends.
///
/// # Errors
/// Where nobody answers, there is no such pad, or it takes no words of this link.
pub fn append(
    source: &Source,
    author: &AppendOptions,
    words: Option<String>,
) -> Result<Appended, Unanswered> {
    let (lines, incoming) = mpsc::channel(AHEAD);
    let entry = PadEntry::of(source)?;
    if words.is_none() && io::stdin().is_terminal() {
        // Who typed no words would wait for a command that waits for them.
        let end = if cfg!(windows) { "Ctrl-Z and Enter" } else { "Ctrl-D" };
        let _ = writeln!(io::stderr(), "Write, and end with {end} on a line of its own.");
    }
    std::thread::Builder::new()
        .name("stdin".into())
        .spawn(move || match words {
            Some(words) => read_lines(words.as_bytes(), &lines),
            None => read_lines(io::stdin().lock(), &lines),
        })
        .map_err(|error| Unanswered::Failed(format!("the system gave no thread: {error}")))?;
    run(write(&entry, author, incoming))
}

pub(super) fn run<T>(work: impl Future<Output = Result<T, Unanswered>>) -> Result<T, Unanswered> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime
        .map_err(|error| Unanswered::Failed(format!("the system gave no event loop: {error}")))?;
    runtime.block_on(work)
}

/// Reads line by line, and waits where nobody takes them. A line that is no UTF-8 is shown as far as it is.
fn read_lines(mut from: impl BufRead, to: &mpsc::Sender<String>) {
    loop {
        let mut line = Vec::new();
        match from.by_ref().take(PORTION as u64).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
        if to.blocking_send(String::from_utf8_lossy(&line).into_owned()).is_err() {
            return;
        }
    }
}

async fn write(
    entry: &PadEntry,
    author: &AppendOptions,
    mut incoming: mpsc::Receiver<String>,
) -> Result<Appended, Unanswered> {
    let mut line = PadConnection::enter(entry, &author.name).await?;
    let mut gathered = PendingLines::default();
    let mut lines = 0;
    loop {
        // Nothing waits, and nothing is gathered: the next line may come in an hour.
        let next = match gathered.text.is_empty() {
            true => Ok(line.listen(&mut incoming).await?),
            false => timeout(PAUSE, incoming.recv()).await,
        };
        let goes_on = match next {
            Ok(Some(read)) => {
                lines += usize::from(read.ends_with('\n'));
                gathered.take(&read);
                true
            }
            Ok(None) => false,
            Err(_) => {
                line.put(author, &mut gathered).await?;
                continue;
            }
        };
        if !goes_on {
            lines += usize::from(!gathered.text.is_empty() && !gathered.text.ends_with('\n'));
            line.put(author, &mut gathered).await?;
            return line.leave(entry, lines).await;
        }
        if gathered.is_due(author) {
            line.put(author, &mut gathered).await?;
        }
    }
}

/// Lines that wait to go out.
#[derive(Default)]
struct PendingLines {
    text: String,
    /// Lines of the code that the last block has.
    in_block: usize,
    /// Whether a fence is open, in which an empty line ends nothing.
    fenced: bool,
}

impl PendingLines {
    fn take(&mut self, line: &str) {
        let bare = line.trim_start();
        self.fenced ^= bare.starts_with("```") || bare.starts_with("~~~");
        self.text.push_str(line);
    }

    /// Whether it goes out without a pause: Markdown between two of its parts, as far as it has any.
    fn is_due(&self, author: &AppendOptions) -> bool {
        let ends = author.code.is_some() || (!self.fenced && self.text.ends_with("\n\n"));
        (ends && self.text.len() >= PORTION) || self.text.len() >= 4 * PORTION
    }
}

/// A participant's line to a pad.
pub(super) struct PadConnection {
    guest: Guest<Line>,
    pub(super) writer: Writer,
    pings: u64,
    last: Option<Instant>,
}

impl PadConnection {
    pub(super) async fn enter(entry: &PadEntry, name: &str) -> Result<Self, Unanswered> {
        let server = &entry.server;
        let entrance = Entrance {
            authority: server.to_string(),
            pad: entry.pad.to_string(),
            key: entry.key.clone(),
            protocol: Protocol::Page { epoch: None },
        };
        let mut guest = connect(server, &entrance).await.map_err(|error| match error {
            Error::Io(why) => unheard(server, &why),
            other => lost(&other),
        })?;
        let role = welcomed(&mut guest).await?;
        if role == "view" {
            return Err(Unanswered::Refused("this link reads and does not write".into()));
        }
        let whole = timeout(PATIENCE, guest.whole()).await.map_err(|_| silent())?;
        let whole = whole.map_err(|error| lost(&error))?;
        let unreadable = |_| Unanswered::Failed("the pad can't be read".into());
        let writer = Writer::new(&whole).map_err(unreadable)?;
        let hello = FromPage::Hello { name: name.to_owned(), color: None };
        guest.tell(&hello).await.map_err(|error| lost(&error))?;
        let state = json!({ "user": { "name": name } }).to_string();
        let shown = Entry { client: writer.client(), clock: 1, json: &state };
        guest.show(shown).await.map_err(|error| lost(&error))?;
        Ok(Self { guest, writer, pings: 0, last: None })
    }

    /// The next line of the stream; meanwhile the server's pings are answered.
    async fn listen(
        &mut self,
        incoming: &mut mpsc::Receiver<String>,
    ) -> Result<Option<String>, Unanswered> {
        loop {
            tokio::select! {
                line = incoming.recv() => return Ok(line),
                heard = self.guest.next() => judge(heard.map_err(|error| lost(&error))?)?,
            }
        }
    }

    /// Writes what was gathered. Where the stream pauses, code goes on in the same block afterwards.
    async fn put(
        &mut self,
        author: &AppendOptions,
        gathered: &mut PendingLines,
    ) -> Result<(), Unanswered> {
        let Some(language) = &author.code else {
            let text = std::mem::take(&mut gathered.text);
            let updates = self.writer.add(Written::Markdown(&text));
            return self.send_all(updates).await;
        };
        let text = std::mem::take(&mut gathered.text);
        let mut rest = text.as_str();
        while !rest.is_empty() {
            if gathered.in_block >= BLOCK_LINES {
                gathered.in_block = 0;
            }
            let room = BLOCK_LINES - gathered.in_block;
            let end = rest.match_indices('\n').nth(room - 1).map_or(rest.len(), |(at, _)| at + 1);
            let (part, more) = rest.split_at(end);
            // A block's last line end is no line of its own.
            let words = part.strip_suffix('\n').unwrap_or(part);
            let goes_on = (gathered.in_block > 0).then(|| self.writer.go_on(&format!("\n{words}")));
            let updates = match goes_on.flatten() {
                Some(update) => vec![update],
                None => self.writer.add(Written::Code(words, language)),
            };
            gathered.in_block += part.lines().count();
            self.send_all(updates).await?;
            rest = more;
        }
        Ok(())
    }

    pub(super) async fn send_all(&mut self, updates: Vec<Vec<u8>>) -> Result<(), Unanswered> {
        // The writer is ahead of all but the last of them.
        let last = updates.len();
        for (n, update) in updates.into_iter().enumerate() {
            let wanted = (n + 1 == last).then(|| self.writer.clock());
            self.send(&update, wanted).await?;
        }
        Ok(())
    }

    /// Sends an update, and waits until the server has looked at it. `wanted`: how much of all it must have then.
    async fn send(&mut self, update: &[u8], wanted: Option<u32>) -> Result<(), Unanswered> {
        if let Some(last) = self.last {
            tokio::time::sleep_until((last + BEAT).into()).await;
        }
        self.last = Some(Instant::now());
        self.guest.update(update).await.map_err(|error| lost(&error))?;
        self.pings += 1;
        let n = self.pings;
        let ping = FromPage::Ping { n, client: Some(self.writer.client()) };
        self.guest.tell(&ping).await.map_err(|error| lost(&error))?;
        let taken = async {
            loop {
                let heard = self.guest.next().await.map_err(|error| lost(&error))?;
                let Received::Page(json) = &heard else {
                    judge(heard)?;
                    continue;
                };
                match ToPage::read(json) {
                    Ok(ToPage::Pong { n: said, clock, .. }) if said == n => {
                        return match clock {
                            Some(clock) if wanted.is_some_and(|wanted| clock < wanted) => {
                                Err(not_taken("it takes no more"))
                            }
                            _ => Ok(()),
                        };
                    }
                    _ => judge(heard)?,
                }
            }
        };
        timeout(PATIENCE, taken).await.map_err(|_| silent())?
    }

    pub(super) async fn leave(
        self,
        entry: &PadEntry,
        lines: usize,
    ) -> Result<Appended, Unanswered> {
        // All of it is taken: how the connection ends is of no matter.
        let _ = self.guest.leave().await;
        let (pad, lines) = (entry.pad.to_string(), Some(lines));
        Ok(Appended { pad, lines, files: None, left_out: Vec::new(), left_out_more: None })
    }
}

/// A connection to a server, sealed or not.
type Line = Box<dyn AsyncServerLine>;

trait AsyncServerLine: AsyncRead + AsyncWrite + Unpin {}

impl<T: AsyncRead + AsyncWrite + Unpin> AsyncServerLine for T {}

/// Connects and enters.
async fn connect(server: &Server, entrance: &Entrance) -> Result<Guest<Line>, Error> {
    let stream = TcpStream::connect((server.at.host(), http::port(server))).await?;
    stream.set_nodelay(true)?;
    let pinned = match server.seal {
        Seal::Open | Seal::Proxied => None,
        Seal::Trusted => Some(None),
        Seal::Pinned(pinned) => Some(Some(pinned)),
    };
    let stream: Line = match pinned {
        None => Box::new(stream),
        Some(pinned) => Box::new(sealed::seal_async(stream, &server.at, pinned).await?),
    };
    let mut request = entrance.request()?;
    if server.seal == Seal::Proxied {
        let (name, value) = http::PROXIED;
        request.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(Guest::over(WebSocket::open(request, stream).await?))
}

/// Waits for the first word of the server; returns what the key allows.
async fn welcomed(guest: &mut Guest<Line>) -> Result<String, Unanswered> {
    let welcome = async {
        loop {
            let heard = guest.next().await.map_err(|error| lost(&error))?;
            if let Received::Page(json) = &heard
                && let Ok(ToPage::Welcome { role, .. }) = ToPage::read(json)
            {
                return Ok(role.to_owned());
            }
            judge(heard)?;
        }
    };
    timeout(PATIENCE, welcome).await.map_err(|_| silent())?
}

/// What is heard beside what is waited for: others' words are of no matter, a refusal is.
fn judge(heard: Received) -> Result<(), Unanswered> {
    match heard {
        Received::Closed(close) => Err(closed(&close)),
        Received::Refused(why) => Err(not_taken(&why)),
        Received::Page(json) => match ToPage::read(&json) {
            Ok(ToPage::Refused { why }) => Err(not_taken(why)),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

fn closed(close: &Close) -> Unanswered {
    let code = close.code;
    let is = |known: CloseCode| known.number() == code;
    if is(CloseCode::NoSuchPad) || is(CloseCode::Ended) {
        return Unanswered::NoPad("this pad is not there, or has ended".into());
    }
    if is(CloseCode::KeyInvalid) || is(CloseCode::Forbidden) {
        return Unanswered::Refused("this link does not let one write into the pad".into());
    }
    Unanswered::Failed(format!("the server closed the connection ({code} {})", close.reason))
}

fn not_taken(why: &str) -> Unanswered {
    let told = match why {
        "too_large" => "the pad is full, or this is more than one may put into it",
        "server_full" => "the server has no more memory",
        "read_only" => return Unanswered::Refused("this link reads and does not write".into()),
        other => other,
    };
    Unanswered::Failed(format!("the last part was not taken: {told}"))
}

fn lost(error: &Error) -> Unanswered {
    Unanswered::Failed(format!("the connection to the pad is lost: {error}"))
}

fn silent() -> Unanswered {
    Unanswered::Failed("the server does not answer any more".into())
}
