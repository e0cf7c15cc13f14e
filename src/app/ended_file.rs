//! The one file that Fadepad keeps of ended pads, beside the secret file: which lives are over, so
//! that a restart with the same secret brings none back. Names, counts, causes and expiries, never content.

use std::sync::Arc;

use tokio::sync::watch;
use tokio::time::sleep;

use super::record_file::{LineHead, RecordFile, RecordKind, TRY_AGAIN};
use crate::base::ids::EndCause;
use crate::base::stop::Stop;
use crate::room::lobby::Lobby;
use crate::room::lobby::ended::{EndedRecord, EndedRecords};

/// What it is.
pub(super) const KIND: RecordKind = RecordKind {
    suffix: ".ended",
    header: "fadepad ended 1",
    none: "it is not a list of ended pads",
    head: |line| {
        let EndedRecord { name, lives, until, .. } = record(line)?;
        Some(LineHead { key: name.to_string(), rank: lives, until })
    },
};

/// Reads a line of it; `None` where that is none.
pub(super) fn record(line: &str) -> Option<EndedRecord> {
    let mut fields = line.split(' ');
    let record = EndedRecord {
        name: fields.next()?.parse().ok()?,
        lives: fields.next()?.parse().ok()?,
        until: fields.next()?.parse().ok()?,
        cause: EndCause::from_name(fields.next()?)?,
    };
    fields.next().is_none().then_some(record)
}

/// The lines of these.
pub(super) fn lines(records: &[EndedRecord]) -> Vec<String> {
    let line = |EndedRecord { name, lives, until, cause }: &EndedRecord| {
        format!("{name} {lives} {until} {}", cause.name())
    };
    records.iter().map(line).collect()
}

/// Keeps the file from now on.
pub(super) fn start(file: Arc<RecordFile>, lobby: &Lobby, stop: &Stop) {
    stop.spawn_until_stopped(keep(file, lobby.records_to_keep(), lobby.clone()));
}

/// Writes the file whenever the list changes, until nobody changes it any more.
async fn keep(file: Arc<RecordFile>, mut records: watch::Receiver<EndedRecords>, lobby: Lobby) {
    while records.changed().await.is_ok() {
        let EndedRecords { list, number } = records.borrow_and_update().clone();
        while let Err(error) = file.write(lines(&list)).await {
            tracing::error!(%error, "the list of ended pads can't be written: a restart could bring one back");
            // Nobody is told of an end that a restart could take back: it is tried again.
            sleep(TRY_AGAIN).await;
        }
        lobby.recorded(number);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_nothing_else() {
        let folder = std::env::temp_dir().join(format!("fadepad-records-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = RecordFile::beside(&folder.join("secret"), &KIND);
        assert_eq!(file.load(record).unwrap(), []);
        let records = vec![EndedRecord {
            name: "notes".parse().unwrap(),
            lives: 3,
            until: u32::MAX,
            cause: EndCause::Host,
        }];
        file.write_last(&lines(&records)).unwrap();
        assert_eq!(file.load(record).unwrap(), records);
        for bad in ["", "something else", "fadepad ended 1\nnotes 3 99 bored"] {
            fs::write(folder.join("secret.ended"), bad).unwrap();
            assert!(file.load(record).is_err(), "{bad:?}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
