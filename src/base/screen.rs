//! What a text is printed on: how wide and high it is, and what it shows.

use serde::{Deserialize, Serialize};

/// A screen, or what takes its place: a pipe is as wide as a text likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Screen {
    /// Characters in a row.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
    /// Whether it shows more than ASCII.
    pub unicode: bool,
    /// Whether it takes escape sequences, and colours are wanted.
    pub colour: bool,
    /// Whether somebody looks at it.
    pub live: bool,
}

impl Screen {
    /// A pipe or a file: nobody asked for escape sequences, and no row ends.
    pub const PIPE: Self =
        Self { columns: usize::MAX, rows: usize::MAX, unicode: true, colour: false, live: false };

    /// Whether a QR can be drawn: it has to set both its colours, or it is inverted on every other
    /// terminal and no phone reads it.
    #[must_use]
    pub fn draws(&self) -> bool {
        self.unicode && self.colour
    }
}
