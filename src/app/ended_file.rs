//! The one file that Fadepad keeps of ended pads, beside the secret file: which lives are over, so
//! that a restart with the same secret brings none back. Names, counts, causes and expiries, never content.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::sleep;

use super::{NotStarted, secret};
use crate::base::ids::EndCause;
use crate::base::stop::Stop;
use crate::room::lobby::Lobby;
use crate::room::lobby::ended::{EndedRecord, EndedRecords};

/// The file's first line.
const HEADER: &str = "fadepad ended 1";

/// After a failed write: a disk that was full may have room again.
pub(super) const TRY_AGAIN: Duration = Duration::from_secs(1);

/// The file beside this secret file.
pub(super) fn path(secret: &Path) -> PathBuf {
    let mut name = secret.as_os_str().to_owned();
    name.push(".ended");
    name.into()
}

/// Reads what earlier runs noted; nothing where there is no file.
pub(super) fn load(path: &Path) -> Result<Vec<EndedRecord>, NotStarted> {
    let failed = |what: String| NotStarted::Secret(path.to_owned(), what);
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(failed(e.to_string())),
    };
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Err(failed("it is not a list of ended pads. Remove it if it is not needed".into()));
    }
    let records: Option<Vec<_>> = lines.map(record).collect();
    records
        .ok_or_else(|| failed("a line of it can't be read. Remove it if it is not needed".into()))
}

fn record(line: &str) -> Option<EndedRecord> {
    let mut fields = line.split(' ');
    let record = EndedRecord {
        name: fields.next()?.parse().ok()?,
        lives: fields.next()?.parse().ok()?,
        until: fields.next()?.parse().ok()?,
        cause: EndCause::from_name(fields.next()?)?,
    };
    fields.next().is_none().then_some(record)
}

/// Keeps the file from now on.
pub(super) fn start(path: PathBuf, lobby: &Lobby, stop: &Stop) {
    stop.spawn_until_stopped(keep(path, lobby.records_to_keep(), lobby.clone()));
}

/// Writes the file whenever the list changes, until nobody changes it any more.
async fn keep(path: PathBuf, mut records: watch::Receiver<EndedRecords>, lobby: Lobby) {
    while records.changed().await.is_ok() {
        let EndedRecords { list, number } = records.borrow_and_update().clone();
        while let Err(error) = write_aside(path.clone(), list.clone()).await {
            tracing::error!(%error, "the list of ended pads can't be written: a restart could bring one back");
            // Nobody is told of an end that a restart could take back: it is tried again.
            sleep(TRY_AGAIN).await;
        }
        lobby.recorded(number);
    }
}

async fn write_aside(path: PathBuf, list: Vec<EndedRecord>) -> io::Result<()> {
    let written = tokio::task::spawn_blocking(move || write(&path, &list)).await;
    written.map_err(io::Error::other)?
}

/// Writes the list whole or not at all. When it returns, no loss of power takes it back.
pub(super) fn write(path: &Path, records: &[EndedRecord]) -> io::Result<()> {
    let mut text = format!("{HEADER}\n");
    for EndedRecord { name, lives, until, cause } in records {
        text.push_str(&format!("{name} {lives} {until} {}\n", cause.name()));
    }
    write_whole(path, &text)
}

/// Puts this text in the place of the file, for its owner alone.
pub(super) fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".new");
    let fresh = PathBuf::from(fresh);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&fresh)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&fresh, path)?;
    secret::sync_folder(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_nothing_else() {
        let folder = std::env::temp_dir().join(format!("fadepad-records-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = path(&folder.join("secret"));
        assert_eq!(load(&file).unwrap(), []);
        let records = vec![EndedRecord {
            name: "notes".parse().unwrap(),
            lives: 3,
            until: 99,
            cause: EndCause::Host,
        }];
        write(&file, &records).unwrap();
        assert_eq!(load(&file).unwrap(), records);
        for bad in ["", "something else", "fadepad ended 1\nnotes 3 99 bored"] {
            fs::write(&file, bad).unwrap();
            assert!(load(&file).is_err(), "{bad:?}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
