//! The file beside the secret file that says what hosts have decided: without it a restart would open the door again that a host has
//! closed, and to whom they have shown out. Never content, and no addresses; the PIN of a pad is in it, as in the command line.

use std::io;
use std::sync::Arc;

use tokio::sync::watch;
use tokio::time::sleep;

use super::record_file::{LineHead, RecordFile, RecordKind, TRY_AGAIN};
use crate::base::stop::Stop;
use crate::room::lobby::Lobby;
use crate::room::lobby::decided::DecidedRecord;
use crate::room::message::EventKind;

/// What it is; each line is what was decided in one life, as JSON.
pub(super) const KIND: RecordKind = RecordKind {
    suffix: ".decided",
    header: "fadepad decided 1",
    none: "it does not say what hosts have decided",
    head: |line| {
        let record = record(line)?;
        Some(LineHead { key: record.epoch().to_owned(), rank: 0, until: record.until() })
    },
};

/// Whether it tells of something that the file has to say, or has to say no more.
pub(super) fn is_news(kind: &EventKind) -> bool {
    use EventKind::{
        Answered, Door, Ended, NewLinks, Opened, Pencil, Pin, Role, ShownOut, TextOnWalls, Writing,
    };
    let decided = matches!(kind, NewLinks(_) | Door(_) | Pin(_) | Writing(_) | Pencil(_));
    decided
        || matches!(
            kind,
            Role(..) | ShownOut(_) | TextOnWalls(_) | Answered(..) | Ended(_) | Opened
        )
}

/// Reads a line of it; `None` where that is none.
pub(super) fn record(line: &str) -> Option<DecidedRecord> {
    serde_json::from_str(line).ok()
}

/// Keeps the file from now on.
pub(super) fn start(file: Arc<RecordFile>, lobby: &Lobby, stop: &Stop) {
    stop.spawn_until_stopped(keep(file, lobby.decisions_to_keep(), lobby.clone()));
}

async fn keep(file: Arc<RecordFile>, mut news: watch::Receiver<u64>, lobby: Lobby) {
    while news.changed().await.is_ok() {
        // Before the decisions are read: what is decided from here on has a later number.
        let number = *news.borrow_and_update();
        while let Err(error) = write(&file, &lobby.decided()).await {
            tracing::error!(%error, "what hosts decide can't be written: a restart would forget it");
            sleep(TRY_AGAIN).await;
        }
        lobby.decisions_kept(number);
    }
}

async fn write(file: &Arc<RecordFile>, records: &[DecidedRecord]) -> io::Result<()> {
    match lines(file, records)? {
        Some(lines) => file.write(lines).await,
        None => Ok(()),
    }
}

/// Writes what the next run is to find.
pub(super) fn write_last(file: &RecordFile, records: &[DecidedRecord]) -> io::Result<()> {
    lines(file, records)?.map_or(Ok(()), |lines| file.write_last(&lines))
}

/// What is to stand in the file; `None` where none is needed.
fn lines(file: &RecordFile, records: &[DecidedRecord]) -> io::Result<Option<Vec<String>>> {
    if records.is_empty() && !file.exists() {
        return Ok(None);
    }
    let lines: Result<_, _> = records.iter().map(serde_json::to_string).collect();
    Ok(Some(lines?))
}
