//! What the host has asked to happen when a pad ends: `--save-dir` keeps a copy (`saving.rs`), `--on-end` tells a program
//! (`telling.rs`, an address by `post.rs`). Both are off unless they were asked for.

mod post;
mod saving;
mod telling;

use std::sync::Arc;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;

use self::saving::Folder;
use self::telling::EndHook;
use super::NotStarted;
use crate::base::names::PadName;
use crate::base::stop::Stop;
use crate::config::Config;
use crate::render::Renderer;
use crate::room::at_end::{AtEnd, Kept, Last, LastText};

struct EndActions {
    folder: Option<Folder>,
    listener: Option<EndHook>,
}

/// What this start asks for; `None`: nothing.
///
/// # Errors
/// Where no file can be made in the folder, or there is no such program.
pub(super) fn asked(
    config: &Config,
    renderer: &Renderer,
    stop: &Stop,
) -> Result<Option<Arc<dyn AtEnd>>, NotStarted> {
    let folder =
        config.save_dir.as_ref().map(|folder| Folder::open(folder, renderer.clone(), stop.clone()));
    let folder = folder.transpose()?;
    let listener = config.on_end.clone().map(EndHook::new).transpose()?;
    if folder.is_none() && listener.is_none() {
        return Ok(None);
    }
    Ok(Some(Arc::new(EndActions { folder, listener })))
}

impl AtEnd for EndActions {
    fn saves(&self) -> bool {
        self.folder.is_some()
    }

    fn keep<'a>(
        &'a self,
        pad: &'a PadName,
        title: Option<&'a str>,
        last: LastText,
    ) -> BoxFuture<'a, Kept> {
        async move {
            match &self.folder {
                Some(folder) => folder.keep(pad, title, last).await,
                None => Kept::default(),
            }
        }
        .boxed()
    }

    fn tell<'a>(&'a self, last: &'a Last, kept: Kept) -> BoxFuture<'a, ()> {
        async move {
            if let Some(listener) = &self.listener {
                listener.tell(last, kept).await;
            }
        }
        .boxed()
    }
}
