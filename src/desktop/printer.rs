//! What goes to stdout, written by a thread of its own: a reader who is slow, or stopped reading,
//! would otherwise hold up the only thread of the server with a full pipe.

use std::io::{self, Write as _};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

/// Texts that wait for a reader; what is more is dropped.
const WAITING: usize = 1_024;

/// What comes within this time of the last text is printed at once: a hundred people who join are a
/// few writes and wake this thread a few times, and nobody sees the delay.
const TOGETHER: Duration = Duration::from_millis(10);

/// How long the end waits for what is not printed yet.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// A way to stdout. Cheap to clone.
#[derive(Clone)]
pub struct Printer {
    texts: SyncSender<String>,
}

/// Waits for the last words.
pub struct Printed(Receiver<()>);

impl Printer {
    /// Starts the thread.
    ///
    /// # Errors
    /// Where the system gives no thread.
    #[expect(clippy::disallowed_methods, reason = "its own thread sleeps, none of rooms")]
    pub fn start() -> io::Result<(Self, Printed)> {
        let (texts, waiting) = sync_channel::<String>(WAITING);
        let (done, printed) = sync_channel(1);
        thread::Builder::new().name("printer".into()).spawn(move || {
            for mut text in &waiting {
                text.extend(waiting.try_iter());
                let mut out = io::stdout().lock();
                // A closed pipe is no reason to end a pad.
                let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
                drop(out);
                thread::sleep(TOGETHER);
            }
            let _ = done.send(());
        })?;
        Ok((Self { texts }, Printed(printed)))
    }

    /// A way to somebody else, who reads what would be printed.
    #[must_use]
    pub fn to(texts: SyncSender<String>) -> Self {
        Self { texts }
    }

    /// Prints a text when its turn has come.
    pub fn print(&self, text: impl Into<String>) {
        if self.texts.try_send(text.into()).is_err() {
            tracing::debug!("nobody reads what is printed");
        }
    }
}

impl Printed {
    /// Waits a moment until all is printed. Drop every [`Printer`] first.
    pub fn wait(self) {
        let _ = self.0.recv_timeout(LAST_WORDS);
    }
}
