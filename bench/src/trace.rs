//! The real keystrokes of a paper: 259,778 updates, see `tests/data/traces/README.md`.

use std::{fs::File, io::Read, path::Path};

use anyhow::{Context, Result};
use fadepad_lib0::Reader;
use fadepad_store::{Author, DocLimits, SeatId, Store};
use flate2::read::GzDecoder;

/// The trace, and where each update of it lies.
pub(crate) struct Trace {
    bytes: Vec<u8>,
    updates: Vec<(usize, usize)>,
}

impl Trace {
    /// Unpacks it.
    pub(crate) fn load() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let path = root.join("tests/data/traces/automerge-paper.yupd.gz");
        let file = File::open(&path).with_context(|| path.display().to_string())?;
        let mut bytes = Vec::new();
        GzDecoder::new(file).read_to_end(&mut bytes)?;
        let mut updates = Vec::new();
        let mut rest = Reader::new(&bytes);
        while !rest.is_empty() {
            let update = rest.buffer().context("the trace is cut short")?;
            let end = bytes.len() - rest.rest().len();
            updates.push((end - update.len(), end));
        }
        Ok(Self { bytes, updates })
    }

    /// Every update, in order.
    pub(crate) fn updates(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.updates.iter().map(|&(start, end)| &self.bytes[start..end])
    }

    /// The paper as one update.
    pub(crate) fn state(&self) -> Result<Vec<u8>> {
        let mut store = Store::new(DocLimits::default());
        for update in self.updates() {
            store.apply(Author { seat: SeatId(1), live: true }, update)?;
        }
        Ok(store.full().to_vec())
    }
}
