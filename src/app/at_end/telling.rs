//! `--on-end`: a program of the host's is started when a pad has ended, or an address is told by POST. Either gets the same
//! JSON, in which there is text only where copies are kept.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use http::uri::Scheme;
use serde_json::{Value, json};
use thiserror::Error;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::post::{NotPosted, Sealed, post, trusting};
use crate::app::NotStarted;
use crate::base::limits::{ON_END_AT_ONCE, ON_END_TIME};
use crate::config::OnEnd;
use crate::room::at_end::{Kept, Last};

/// Who is told.
pub(super) struct EndHook {
    who: OnEnd,
    /// For who is told by https: made once, since the system's certificates are many.
    sealed: Option<Sealed>,
    /// Pads may end by the hundred.
    places: Arc<Semaphore>,
}

/// Why nobody was told.
#[derive(Debug, Error)]
enum NotTold {
    #[error("it can't be started: {0}")]
    NotStarted(std::io::Error),
    #[error("it failed ({0})")]
    Failed(std::process::ExitStatus),
    #[error(transparent)]
    NotPosted(#[from] NotPosted),
    #[error("it was not done within {} seconds", ON_END_TIME.as_secs())]
    TooLong,
}

impl EndHook {
    /// One who is told; not first when a pad ends it is seen that there is nobody.
    ///
    /// # Errors
    /// Where there is no such program, or nobody is trusted who vouches for an address.
    pub(super) fn new(who: OnEnd) -> Result<Self, NotStarted> {
        let sealed = match &who {
            OnEnd::Program(words) if !words.first().is_some_and(|program| is_there(program)) => {
                return Err(NotStarted::NoProgram(who.shown().to_owned()));
            }
            OnEnd::Address(url) if url.scheme() == Some(&Scheme::HTTPS) => Some(trusting()?),
            OnEnd::Program(_) | OnEnd::Address(_) => None,
        };
        Ok(Self { who, sealed, places: Arc::new(Semaphore::new(ON_END_AT_ONCE)) })
    }

    /// Tells of an end; a failure is logged for the host, and holds nothing up.
    pub(super) async fn tell(&self, last: &Last, kept: Kept) {
        let _place = self.places.acquire().await;
        let markdown = markdown_of(&kept).await;
        let said = told(last, (kept, markdown)).to_string();
        let done = timeout(ON_END_TIME, async {
            match &self.who {
                OnEnd::Program(words) => start(words, &said).await,
                OnEnd::Address(url) => Ok(post(url, self.sealed.as_ref(), said).await?),
            }
        });
        if let Err(error) = done.await.unwrap_or(Err(NotTold::TooLong)) {
            tracing::error!(pad = %last.pad, "--on-end ({}): {error}", self.who.shown());
        }
    }
}

/// Whether a program is where it is said to be, or in a folder of `PATH`.
fn is_there(program: &str) -> bool {
    // Windows finds programs without the endings of their names.
    if cfg!(windows) || program.contains('/') {
        return cfg!(windows) || Path::new(program).is_file();
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

/// The text as Markdown, as it was kept: read anew, since those who wait to be told may be many, and a text is in memory
/// no longer than its pad.
async fn markdown_of(kept: &Kept) -> Option<String> {
    let is_markdown = |file: &&PathBuf| file.extension().is_some_and(|ending| ending == "md");
    let file = kept.files.iter().find(is_markdown)?;
    tokio::fs::read_to_string(file).await.ok()
}

/// What is said of an end.
fn told(last: &Last, (kept, markdown): (Kept, Option<String>)) -> Value {
    let mut said = last.receipt.fields();
    said.insert("event".into(), "ended".into());
    said.insert("pad".into(), last.pad.as_str().into());
    said.insert("epoch".into(), last.epoch.to_string().into());
    said.insert("title".into(), json!(last.title));
    if !kept.files.is_empty() || kept.failed.is_some() {
        said.insert("files".into(), json!(kept.files));
        said.insert("failed".into(), json!(kept.failed));
        said.insert("markdown".into(), json!(markdown));
    }
    said.into()
}

/// Starts a program, without a shell, and gives it the JSON by its standard input: a command line is read by everyone here.
async fn start(words: &[String], said: &str) -> Result<(), NotTold> {
    let (program, arguments) = words.split_first().ok_or(NotTold::TooLong)?;
    let mut command = Command::new(program);
    // Our PIN is in the environment, perhaps.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("FADEPAD_") {
            command.env_remove(name);
        }
    }
    // What Fadepad prints there is data for others.
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).kill_on_drop(true);
    let mut child = command.spawn().map_err(NotTold::NotStarted)?;
    if let Some(mut stdin) = child.stdin.take() {
        // One that does not want it reads nothing.
        let _ = stdin.write_all(said.as_bytes()).await;
    }
    let status = child.wait().await.map_err(NotTold::NotStarted)?;
    if status.success() { Ok(()) } else { Err(NotTold::Failed(status)) }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::base::ids::{EndCause, Epoch};
    use crate::room::message::Receipt;

    #[test]
    fn no_text_is_told_where_no_copy_is_kept() {
        let grace = Duration::from_secs(900);
        let receipt = Receipt {
            cause: EndCause::Host,
            bytes: 7,
            people: 2,
            people_told: 1,
            grace,
            files_kept: 0,
        };
        let (pad, epoch) = ("notes".parse().unwrap(), Epoch(1));
        let last = Last { pad, epoch, title: None, receipt };
        let said = told(&last, (Kept::default(), None));
        assert_eq!(
            (&said["pad"], &said["why"], &said["bytes"]),
            (&json!("notes"), &json!("host"), &json!(7))
        );
        assert!(said.get("markdown").is_none() && said.get("files").is_none(), "{said}");
        let kept = Kept { files: vec!["a.md".into()], failed: None };
        assert_eq!(told(&last, (kept, Some("cups".into())))["markdown"], "cups");
    }

    #[tokio::test]
    async fn the_text_is_read_from_the_copy_by_the_time_it_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        let kept = Kept { files: vec![file("a.yjs"), file("a.md")], failed: None };
        assert_eq!(markdown_of(&kept).await, None);
        std::fs::write(file("a.md"), "cups").unwrap();
        assert_eq!(markdown_of(&kept).await, Some("cups".into()));
    }
}
