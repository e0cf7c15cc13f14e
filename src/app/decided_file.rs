//! The file beside the secret file that says what hosts have decided: without it a restart would open the door again that a host has
//! closed, and to whom they have shown out. Never content, and no addresses; the PIN of a pad is in it, as in the command line.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tokio::sync::watch;
use tokio::time::sleep;

use super::NotStarted;
use super::ended_file::{TRY_AGAIN, write_whole};
use crate::base::stop::Stop;
use crate::room::lobby::Lobby;
use crate::room::lobby::decided::DecidedRecord;
use crate::room::message::EventKind;

/// The file's first line; each further one is what was decided in one life, as JSON.
const HEADER: &str = "fadepad decided 1";

/// The file beside this secret file.
pub(super) fn path(secret: &Path) -> PathBuf {
    let mut name = secret.as_os_str().to_owned();
    name.push(".decided");
    name.into()
}

/// Whether it tells of something that the file has to say, or has to say no more.
pub(super) fn is_news(kind: &EventKind) -> bool {
    use EventKind::{
        Answered, Door, Ended, NewLinks, Opened, Pencil, Pin, Role, ShownOut, Writing,
    };
    let decided = matches!(kind, NewLinks(_) | Door(_) | Pin(_) | Writing(_) | Pencil(_));
    decided || matches!(kind, Role(..) | ShownOut(_) | Answered(..) | Ended(_) | Opened)
}

/// Reads what earlier runs noted; nothing where there is no file.
pub(super) fn load(path: &Path) -> Result<Vec<DecidedRecord>, NotStarted> {
    let failed = |what: String| NotStarted::Secret(path.to_owned(), what);
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(failed(e.to_string())),
    };
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        let what = "it does not say what hosts have decided. Remove it if it is not needed";
        return Err(failed(what.into()));
    }
    let records: Result<Vec<_>, _> = lines.map(serde_json::from_str).collect();
    let unread = "a line of it can't be read. Remove it if it is not needed";
    records.map_err(|_| failed(unread.into()))
}

/// Keeps the file from now on: whoever sends has news.
pub(super) fn start(path: PathBuf, lobby: &Lobby, stop: &Stop) -> watch::Sender<()> {
    let (news, heard) = watch::channel(());
    stop.spawn_until_stopped(keep(path, heard, lobby.clone()));
    news
}

async fn keep(path: PathBuf, mut news: watch::Receiver<()>, lobby: Lobby) {
    while news.changed().await.is_ok() {
        while let Err(error) = write_aside(path.clone(), lobby.decided()).await {
            tracing::error!(%error, "what hosts decide can't be written: a restart would forget it");
            sleep(TRY_AGAIN).await;
        }
    }
}

async fn write_aside(path: PathBuf, records: Vec<DecidedRecord>) -> io::Result<()> {
    let written = tokio::task::spawn_blocking(move || write(&path, &records)).await;
    written.map_err(io::Error::other)?
}

/// Writes it whole or not at all. When it returns, no loss of power takes it back.
pub(super) fn write(path: &Path, records: &[DecidedRecord]) -> io::Result<()> {
    if records.is_empty() && !path.exists() {
        return Ok(());
    }
    let mut text = format!("{HEADER}\n");
    for record in records {
        text.push_str(&serde_json::to_string(record)?);
        text.push('\n');
    }
    write_whole(path, &text)
}
