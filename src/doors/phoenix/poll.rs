//! Long polling: the same topics for networks that let no WebSocket through. A client asks for what
//! there is to hear, and posts what it says (phoenix.js 1.8, `longpoll.js`).

use std::collections::{HashMap, VecDeque};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use fadepad_wire::frame;
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::time::timeout;

use super::PhoenixClient;
use super::line::TopicLine;
use crate::base::clock::now;
use crate::base::close::CloseCode;
use crate::base::limits::{BEFORE_SESSION, MAX_MAILBOX, POLL_WINDOW, POLLS_WITHIN};
use crate::base::lock::lock;
use crate::base::stop::Stop;
use crate::doors::many::Dialect as _;
use crate::doors::sizes::MessageSizes;
use crate::room::send::outbound::Pipe;

/// All clients that poll. Cheap to clone.
#[derive(Clone, Default)]
pub struct Polls(Arc<Mutex<HashMap<String, PollSession>>>);

/// What a poll brings.
#[derive(Debug, PartialEq, Eq)]
pub enum Polled {
    /// These messages.
    Messages(Vec<String>),
    /// Nothing was said.
    Nothing,
    /// There is no such session, or no more.
    Gone,
}

#[derive(Clone)]
struct PollSession {
    mailbox: Mailbox,
    heard: mpsc::Sender<PollRequest>,
    /// It has taken a seat, and so shown a key.
    trusted: Arc<AtomicBool>,
    sizes: MessageSizes,
}

/// What a client's task hears of its requests.
enum PollRequest {
    Poll,
    Post(Bytes, oneshot::Sender<()>),
}

/// Digits of a session's name: 128 random bits, so that nobody guesses another's.
const NAME: usize = 32;

/// Batches that wait for a client's task: it posts one at a time.
const INBOX: usize = 4;

impl Polls {
    /// Begins a session; `None` where the system has no random numbers for its name. `kept` is
    /// dropped at its end.
    pub fn begin(
        &self,
        client: PhoenixClient,
        stop: &Stop,
        kept: impl Send + 'static,
    ) -> Option<String> {
        let name = format!("{:016x}{:016x}", getrandom::u64().ok()?, getrandom::u64().ok()?);
        debug_assert!(Self::is_name(&name), "{NAME} hexadecimal digits");
        let (sender, heard) = mpsc::channel(INBOX);
        let (mailbox, trusted) = (Mailbox::default(), Arc::<AtomicBool>::default());
        let task = PollTask { mailbox: mailbox.clone(), heard, trusted };
        let trusted = Arc::clone(&task.trusted);
        let line = TopicLine::new(client, Box::new(mailbox.clone()), now());
        let session =
            PollSession { mailbox, heard: sender, trusted, sizes: line.many.sizes.clone() };
        self.sessions().insert(name.clone(), session);
        let (polls, own, signal) = (self.clone(), name.clone(), stop.clone());
        stop.spawn(Box::pin(async move {
            task.run(line, &signal).await;
            polls.sessions().remove(&own);
            drop(kept);
        }));
        Some(name)
    }

    /// Whether a session could have this name.
    #[must_use]
    pub fn is_name(text: &str) -> bool {
        text.len() == NAME && text.bytes().all(|b| b.is_ascii_hexdigit())
    }

    /// Waits a while for something to hear.
    pub async fn poll(&self, name: &str) -> Polled {
        let Some(session) = self.session(name) else { return Polled::Gone };
        // Its task is over, and may have said why before that.
        if session.heard.send(PollRequest::Poll).await.is_err() {
            return session.mailbox.take().map_or(Polled::Gone, Polled::Messages);
        }
        let heard = async {
            loop {
                if let Some(messages) = session.mailbox.take() {
                    return Polled::Messages(messages);
                }
                tokio::select! {
                    () = session.mailbox.0.filled.notified() => {}
                    () = session.heard.closed() => {
                        return session.mailbox.take().map_or(Polled::Gone, Polled::Messages);
                    }
                }
            }
        };
        timeout(POLL_WINDOW, heard).await.unwrap_or(Polled::Nothing)
    }

    /// How large a post of this session may be, in bytes; `None` where there is no such session.
    #[must_use]
    pub fn most(&self, name: &str) -> Option<usize> {
        let session = self.session(name)?;
        Some(if session.trusted.load(Ordering::Relaxed) {
            // Once more in base64 where it is binary.
            session.sizes.most() / 2 * 3
        } else {
            BEFORE_SESSION
        })
    }

    /// Hears a batch, a message a line; false where there is no such session.
    pub async fn post(&self, name: &str, lines: Bytes) -> bool {
        let Some(session) = self.session(name) else { return false };
        let (done, taken) = oneshot::channel();
        session.heard.send(PollRequest::Post(lines, done)).await.is_ok() && taken.await.is_ok()
    }

    fn session(&self, name: &str) -> Option<PollSession> {
        self.sessions().get(name).cloned()
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<String, PollSession>> {
        lock(&self.0)
    }
}

/// What serves a client between its requests.
struct PollTask {
    mailbox: Mailbox,
    heard: mpsc::Receiver<PollRequest>,
    trusted: Arc<AtomicBool>,
}

impl PollTask {
    async fn run(mut self, mut line: TopicLine, stop: &Stop) {
        if let Err(code) = self.serve(&mut line, stop).await {
            line.many.close(code);
        }
    }

    async fn serve(&mut self, line: &mut TopicLine, stop: &Stop) -> Result<(), CloseCode> {
        loop {
            line.tidy()?;
            tokio::select! {
                heard = self.heard.recv() => {
                    line.many.is_heard();
                    match heard {
                        Some(PollRequest::Poll) => line.many.count()?,
                        Some(PollRequest::Post(lines, done)) => {
                            self.hear(line, &lines).await?;
                            let _ = done.send(());
                        }
                        None => return Ok(()),
                    }
                }
                () = self.mailbox.0.emptied.notified(), if line.many.is_blocked() => {
                    line.many.resume().await;
                }
                () = line.many.wake.notified() => {}
                () = tokio::time::sleep_until(line.deadline().into()) => line.pass_time().await?,
                () = stop.stopped() => return Err(CloseCode::GoingAway),
            }
        }
    }

    async fn hear(&self, line: &mut TopicLine, lines: &Bytes) -> Result<(), CloseCode> {
        for said in lines.split(|byte| *byte == b'\n').filter(|said| !said.is_empty()) {
            if matches!(said[0], b'[' | b'{') {
                line.hear(&lines.slice_ref(said), true).await?;
            } else {
                let bytes = STANDARD.decode(said).map_err(|_| CloseCode::Malformed)?;
                line.hear(&bytes.into(), false).await?;
            }
        }
        if line.is_known() {
            self.trusted.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// What waits for the next poll.
#[derive(Clone, Default)]
struct Mailbox(Arc<Letters>);

#[derive(Default)]
struct Letters {
    texts: Mutex<(VecDeque<String>, usize)>,
    filled: Notify,
    emptied: Notify,
}

impl Mailbox {
    fn take(&self) -> Option<Vec<String>> {
        let (texts, _) = std::mem::take(&mut *self.texts());
        self.0.emptied.notify_one();
        (!texts.is_empty()).then(|| texts.into())
    }

    fn texts(&self) -> MutexGuard<'_, (VecDeque<String>, usize)> {
        lock(&self.0.texts)
    }
}

impl Pipe for Mailbox {
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        let mut texts = self.texts();
        // Who does not poll is a full socket: their seats fall back on the log of their rooms.
        if texts.1 >= MAX_MAILBOX {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let mut rest = bytes;
        while let Some((is_text, payload, after)) = frame::split(rest) {
            if let (true, Ok(text)) = (is_text, std::str::from_utf8(payload)) {
                texts.1 += text.len();
                texts.0.push_back(text.to_owned());
            }
            rest = after;
        }
        self.0.filled.notify_one();
        Ok(bytes.len())
    }

    /// A ping is no text and is heard by no poll: the next poll is the sign of life.
    fn answers_within(&self) -> Duration {
        POLLS_WITHIN
    }
}
