//! A pad's document as Markdown, text, HTML and JSON, and text as blocks of a document. Reading what strangers have written is
//! done by yrs, which hostile bytes can crash, hang or fill: so it happens in a short-lived child of this program, in which
//! nothing else is. Only the command line's client, which reads for its own user, does it in its own process.
//!
//! ```text
//! renderer    runs children, and bounds how many and how long
//! child       the child: what it gives up before it reads anything; job: what it is asked
//! document    Yjs → blocks: the only reader of BlockNote's form
//! write       blocks → Yjs, for who writes from a command line
//! blocks      a text as plain data; scripts: raised and lowered letters
//! plain, html/, markdown/   blocks → text, and HTML and Markdown → blocks
//! page        blocks → a whole page, with its sheet
//! along       what comes along with a text that is brought in
//! beside      pictures in a page, files in a zip: what is put to it outside of the child
//! ```

mod along;
mod beside;
mod blocks;
pub mod child;
mod document;
mod html;
mod job;
mod links;
mod markdown;
mod page;
mod plain;
mod renderer;
mod scripts;
#[cfg(test)]
mod tests;
mod write;

pub use self::along::{Along, FileAlong, TextAlong};
pub use self::beside::{
    BesideForm, FileAddresses, FileBeside, TooLarge, addresses, len_with_pictures, len_zipped,
    with_pictures, zipped,
};
pub use self::document::Unreadable;
pub use self::job::{Added, Job, Manner};
pub use self::plain::BlockText;
pub use self::renderer::{NotRendered, RenderPlace, Renderer};
pub use self::write::{Writer, Written};

use bytes::Bytes;
use serde::{Deserialize, Serialize};

/// A whole page, or a capsule, as a file that is kept: its last line says of which pad it is, and when it was taken.
#[must_use]
pub fn kept_page(page: Bytes, pad: &str, when: &str) -> Bytes {
    match std::str::from_utf8(&page) {
        Ok(text) => page::with_foot(text, pad, when).into(),
        Err(_) => page,
    }
}

/// What a pad is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// CommonMark with GitHub's tables and tick boxes.
    Markdown,
    /// The words alone.
    Text,
    /// A whole HTML file.
    Html,
    /// The blocks as BlockNote has them.
    Json,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Text, Self::Html, Self::Json];

    /// As it stands behind a pad's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Html => "html",
            Self::Json => "json",
        }
    }

    /// The form of this ending.
    #[must_use]
    pub fn of(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.ending() == ending)
    }
}
