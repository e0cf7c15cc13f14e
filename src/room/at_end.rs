//! What a host has asked to happen when a pad ends: copies that are kept, programs that are told. Who does it stands above
//! the rooms; a room waits for the copies before its end is told, and is told of no more than this.

use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::future::BoxFuture;

use super::core::budget::Budget;
use super::files::StoredFile;
use super::message::Receipt;
use crate::base::ids::{Epoch, FileId};
use crate::base::names::PadName;

/// A pad that is over.
#[derive(Clone, Debug)]
pub struct Last {
    /// The pad.
    pub pad: PadName,
    /// The life that is over.
    pub epoch: Epoch,
    /// What its host called it.
    pub title: Option<String>,
    /// What is left of it.
    pub receipt: Receipt,
}

/// What a pad held.
#[derive(Clone, Debug)]
pub struct LastText {
    /// Its text, as one update.
    pub text: Bytes,
    /// Its files.
    pub files: Vec<(FileId, Arc<StoredFile>)>,
    /// The memory of all, in which copies with these count.
    pub budget: Budget,
}

/// Copies that were made of it.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Why there is none, or not each; in a sentence for the host.
    pub failed: Option<String>,
}

/// Does what a host has asked for.
pub trait AtEnd: Send + Sync {
    /// Whether copies are made: else no room gives its text to anybody.
    fn saves(&self) -> bool;

    /// Makes them of this pad, with its files, before its end is recorded, or before a restart that ends no pad; nothing in memory has its
    /// text when this is done.
    fn keep<'a>(
        &'a self,
        pad: &'a PadName,
        title: Option<&'a str>,
        last: LastText,
    ) -> BoxFuture<'a, Kept>;

    /// Tells programs, once the end is recorded.
    fn tell<'a>(&'a self, last: &'a Last, kept: Kept) -> BoxFuture<'a, ()>;
}
