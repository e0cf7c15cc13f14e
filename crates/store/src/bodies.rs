//! What lives in a document, read without making an update of it.

use crate::store::Store;

impl Store {
    /// The bodies of all content that lives, in wire form and in no order: text and values stand in them as UTF-8, each value
    /// whole. For who looks for something in a document that knows none of its types.
    pub fn live_bodies(&self) -> impl Iterator<Item = &[u8]> {
        self.clients.iter().flat_map(|client| {
            client.runs.iter().filter(|run| run.kind.is_live()).map(|run| client.body(run))
        })
    }
}
