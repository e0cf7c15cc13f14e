//! Runs the children: so many at once, each for a short time.

use std::io;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use thiserror::Error;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{Child, Command};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::job::{ARGUMENT, Job};
use crate::base::limits::{
    PAGE_WITH_PICTURES, RENDER_OUTPUT, RENDER_PATIENCE, RENDER_TIME, RENDERERS,
};

/// Why a document was not rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotRendered {
    /// So many are read already that this one's turn did not come.
    #[error("other pads are being read")]
    Busy,
    /// It took more of a processor than any document that people write.
    #[error("it takes too long")]
    TooLong,
    /// It took more memory, or what came of it was larger, than of any document that people write.
    #[error("it takes too much memory")]
    TooLarge,
    /// With its pictures in it the page would be larger than [`PAGE_WITH_PICTURES`].
    #[error(
        "with its pictures it is larger than {} MiB, and in a zip they lie beside it",
        PAGE_WITH_PICTURES >> 20
    )]
    TooManyPictures,
    /// It is no document, or the child has failed on it.
    #[error("it can't be read")]
    Unreadable,
    /// The machine was too busy or too full for it: that says nothing of the document.
    #[error("the machine has no time or memory left for it")]
    Crowded,
    /// The server's memory holds no copy with its pictures and files.
    #[error(
        "this server has no memory left for its pictures and files, and its words alone need none"
    )]
    Full,
    /// The system gave no child.
    #[error("no process was to be had for it")]
    NoChild,
}

impl NotRendered {
    /// Whether the document is to blame: it is not tried again before it changes.
    #[must_use]
    pub fn is_final(self) -> bool {
        !matches!(self, Self::Busy | Self::Crowded | Self::Full | Self::NoChild)
    }

    /// The word by which it is kept beside the pad, where it is final.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::TooLong => "too_long",
            Self::TooLarge => "too_large",
            _ => "unreadable",
        }
    }

    /// The refusal that was kept by this word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let all = [Self::TooLong, Self::TooLarge];
        all.into_iter().find(|not| not.word() == word).unwrap_or(Self::Unreadable)
    }
}

/// Runs children of this program, so many at once. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Renderer {
    program: PathBuf,
    patience: Duration,
    places: Arc<Semaphore>,
}

impl Default for Renderer {
    fn default() -> Self {
        // Also where the program was replaced since by a newer one, whose child might speak otherwise.
        let own = || std::env::current_exe().unwrap_or_else(|_| "fadepad".into());
        Self::of(if cfg!(target_os = "linux") { "/proc/self/exe".into() } else { own() })
    }
}

impl Renderer {
    /// One whose children are of this program.
    #[must_use]
    pub fn of(program: PathBuf) -> Self {
        Self { program, patience: RENDER_PATIENCE, places: Arc::new(Semaphore::new(RENDERERS)) }
    }

    /// The same for who waits no longer than this for a turn.
    #[must_use]
    pub fn patient(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// How long one waits for a turn.
    #[must_use]
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// Has a child do this.
    ///
    /// # Errors
    /// Why not.
    pub async fn run(&self, job: &Job, update: &Bytes) -> Result<Bytes, NotRendered> {
        self.place().await?.run(job, update).await
    }

    /// Waits for a place. Who brings much builds the job of it only then: of those that wait nothing is counted.
    ///
    /// # Errors
    /// Its turn does not come in time.
    pub async fn place(&self) -> Result<RenderPlace, NotRendered> {
        let place = timeout(self.patience, Arc::clone(&self.places).acquire_owned()).await;
        let permit = place.ok().and_then(Result::ok).ok_or(NotRendered::Busy)?;
        Ok(RenderPlace { renderer: self.clone(), _permit: permit })
    }

    fn start(&self) -> io::Result<Child> {
        Command::new(&self.program)
            .arg(ARGUMENT)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
    }
}

/// A place for one child, which whatever is made ready for it may hold.
#[derive(Debug)]
pub struct RenderPlace {
    renderer: Renderer,
    _permit: OwnedSemaphorePermit,
}

impl RenderPlace {
    /// Has a child do this.
    ///
    /// # Errors
    /// Why not.
    pub async fn run(self, job: &Job, update: &Bytes) -> Result<Bytes, NotRendered> {
        let child = self.renderer.start().map_err(|error| {
            tracing::warn!(%error, "no process was to be had to read a pad");
            NotRendered::NoChild
        })?;
        // A child that is dropped is killed.
        timeout(RENDER_TIME, work(child, job, update)).await.map_err(|_| NotRendered::Crowded)?
    }
}

async fn work(mut child: Child, job: &Job, update: &Bytes) -> Result<Bytes, NotRendered> {
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let (Some(mut stdin), Some(stdout)) = (stdin, stdout) else {
        return Err(NotRendered::NoChild);
    };
    let mut head = serde_json::to_vec(job).map_err(|_| NotRendered::Unreadable)?;
    head.push(b'\n');
    let say = async move {
        // A child that has ended before takes no more; how it ended says why.
        let _ = stdin.write_all(&head).await;
        let _ = stdin.write_all(update).await;
    };
    let most = RENDER_OUTPUT as u64;
    let hear = async move {
        let mut text = Vec::new();
        stdout.take(most + 1).read_to_end(&mut text).await.map(|_| text)
    };
    let ((), text) = tokio::join!(say, hear);
    let text = text.map_err(|_| NotRendered::Unreadable)?;
    if text.len() > RENDER_OUTPUT {
        return Err(NotRendered::TooLarge);
    }
    let stderr = child.stderr.take();
    let status = child.wait().await.map_err(|_| NotRendered::NoChild)?;
    tell(stderr).await;
    if !status.success() {
        let why = judged(status);
        tracing::warn!(%status, %why, "a pad's document could not be read by the process that tried");
        return Err(why);
    }
    Ok(text.into())
}

/// What a child says of itself: that it could give up less than wanted.
async fn tell(stderr: Option<tokio::process::ChildStderr>) {
    /// Longer than anything that it says.
    const MOST: u64 = 400;
    let mut said = Vec::new();
    if let Some(stderr) = stderr {
        let _ = stderr.take(MOST).read_to_end(&mut said).await;
    }
    let said = String::from_utf8_lossy(&said);
    if said.contains("a process that reads a pad") {
        tracing::warn!("{}", said.trim_end());
    }
}

#[cfg(unix)]
fn judged(status: ExitStatus) -> NotRendered {
    use std::os::unix::process::ExitStatusExt as _;

    use rustix::process::Signal;
    let ended = |signal: Signal| status.signal() == Some(signal.as_raw());
    if status.code() == Some(super::child::UNGUARDED.into()) {
        NotRendered::NoChild
    } else if ended(Signal::XCPU) {
        NotRendered::TooLong
    } else if ended(Signal::KILL) {
        // A system without memory ends whom it likes.
        NotRendered::Crowded
    } else if ended(Signal::ABORT) {
        NotRendered::TooLarge
    } else {
        NotRendered::Unreadable
    }
}

#[cfg(not(unix))]
fn judged(_: ExitStatus) -> NotRendered {
    NotRendered::Unreadable
}
