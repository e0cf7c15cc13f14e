//! What lives in a document, read without making an update of it.

use crate::store::Store;
use crate::structs::ContentKind;

/// A piece of content that lives.
#[derive(Clone, Copy, Debug)]
pub struct LiveBody<'a> {
    /// The list or key that it stands in, by a number of this store: a line's words are pieces of one list, in any order here.
    pub list: u32,
    /// Whether it is words of a text, and not a value or a mark.
    pub is_text: bool,
    /// All of it, in wire form: text and values stand in it as UTF-8, each value whole.
    pub bytes: &'a [u8],
}

impl Store {
    /// All content that lives, in no order. For who looks for something in a document that knows none of its types.
    pub fn live_bodies(&self) -> impl Iterator<Item = LiveBody<'_>> {
        self.clients.iter().flat_map(|client| {
            client.runs.iter().filter(|run| run.kind.is_live()).map(|run| LiveBody {
                list: run.context,
                is_text: run.kind == ContentKind::String,
                bytes: client.body(run),
            })
        })
    }
}
