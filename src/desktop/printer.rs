//! What goes to stdout, written by a thread of its own: a reader who is slow, or stopped reading,
//! would otherwise hold up the only thread of the server with a full pipe.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

/// Texts that wait for a reader; what is more is dropped, and the reader told how many.
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
    /// Texts that were dropped since the reader was told so last.
    dropped: Arc<AtomicU64>,
}

/// Waits for the last words.
pub struct Printed(Receiver<()>);

impl Printer {
    /// Starts the thread. `gap` is what a reader who was too slow is told of so many texts that are missing.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(gap: fn(u64) -> String) -> io::Result<(Self, Printed)> {
        let (texts, waiting) = sync_channel(WAITING);
        let (done, printed) = sync_channel(1);
        let printer = Self::to(texts);
        let dropped = Arc::clone(&printer.dropped);
        thread::Builder::new().name("printer".into()).spawn(move || {
            write(&waiting, || io::stdout().lock(), || missing(&dropped, gap));
            let _ = done.send(());
        })?;
        Ok((printer, Printed(printed)))
    }

    /// A way to somebody else, who reads what would be printed.
    #[must_use]
    pub fn to(texts: SyncSender<String>) -> Self {
        Self { texts, dropped: Arc::default() }
    }

    /// Prints a text when its turn has come.
    pub fn print(&self, text: impl Into<String>) {
        if self.texts.try_send(text.into()).is_err() {
            self.dropped.fetch_add(1, Ordering::Relaxed);
            tracing::debug!("nobody reads what is printed");
        }
    }
}

/// What is said of texts that were dropped since it was asked last.
fn missing(dropped: &AtomicU64, gap: fn(u64) -> String) -> String {
    match dropped.swap(0, Ordering::Relaxed) {
        0 => String::new(),
        count => gap(count),
    }
}

/// Writes what comes, until nobody can print any more.
#[expect(clippy::disallowed_methods, reason = "its own thread sleeps, none of rooms")]
fn write<W: Write>(texts: &Receiver<String>, out: impl Fn() -> W, missing: impl Fn() -> String) {
    for mut text in texts {
        text.extend(texts.try_iter());
        // Nothing was dropped before all had come that waited then.
        text += &missing();
        let mut out = out();
        // A closed pipe is no reason to end a pad.
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        drop(out);
        thread::sleep(TOGETHER);
    }
}

impl Printed {
    /// Waits a moment until all is printed. Drop every [`Printer`] first.
    pub fn wait(self) {
        let _ = self.0.recv_timeout(LAST_WORDS);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// Keeps what is written.
    struct Kept<'a>(&'a RefCell<Vec<u8>>);

    impl Write for Kept<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_slow_reader_is_told_once_how_many_texts_are_missing_and_where() {
        let (texts, waiting) = sync_channel(2);
        let printer = Printer::to(texts);
        ["a ", "b ", "lost ", "lost "].into_iter().for_each(|text| printer.print(text));
        let dropped = Arc::clone(&printer.dropped);
        let kept = RefCell::default();
        let gap = |count| format!("({count} missing) ");
        // Printed as soon as there is room again.
        let late = RefCell::new(Some(printer));
        write(
            &waiting,
            || {
                if let Some(printer) = late.take() {
                    printer.print("c");
                }
                Kept(&kept)
            },
            || missing(&dropped, gap),
        );
        assert_eq!(String::from_utf8(kept.into_inner()).unwrap(), "a b (2 missing) c");
    }
}
