//! Log lines in the window that the greeting stands in: each begins on a row of its own, and what
//! they pushed away is drawn again. Elsewhere stderr is written to as it is.

use std::io::{self, IsTerminal as _, Write};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

use tokio::sync::Notify;

use super::screen::{self, CLEAR};
use super::text::width;

/// Whether the last row of the window tells what happens: it has no end.
static ROW_IS_OPEN: AtomicBool = AtomicBool::new(false);
/// Rows that nobody has counted yet.
static ROWS: AtomicUsize = AtomicUsize::new(0);
static WRITTEN: Notify = Notify::const_new();

/// Where the lines of a log go. One line is one write, as `tracing` does it.
#[derive(Clone, Copy, Default)]
pub struct Lines;

impl Write for Lines {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let mut out = io::stderr().lock();
        if !(ROW_IS_OPEN.load(Relaxed) && out.is_terminal()) {
            return out.write_all(line).map(|()| line.len());
        }
        out.write_all(&[CLEAR.as_bytes(), line].concat())?;
        let columns = screen::of_stdout().columns.max(1);
        let text = String::from_utf8_lossy(line);
        let rows = text.lines().map(|row| width(row).div_ceil(columns).max(1)).sum();
        ROWS.fetch_add(rows, Relaxed);
        WRITTEN.notify_one();
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

/// The last row of the window has no end from now on.
pub(super) fn open_row() {
    ROW_IS_OPEN.store(true, Relaxed);
}

/// Waits until lines have come into the window, and tells how many rows they take.
pub async fn written() -> usize {
    WRITTEN.notified().await;
    ROWS.swap(0, Relaxed)
}
