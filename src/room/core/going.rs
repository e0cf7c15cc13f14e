//! Where the people of a pad go that another machine takes.

use std::sync::Arc;
use std::time::Instant;

/// A room that people are leaving.
#[derive(Debug)]
pub(super) struct Going {
    /// The beginnings of links to the other machine.
    pub(super) to: Arc<[String]>,
    /// Until when they have time to go.
    pub(super) until: Instant,
    /// When that machine was heard last.
    pub(super) heard: Instant,
    /// Whether that machine fetches the last files: none comes in any more.
    pub(super) sealed: bool,
}
