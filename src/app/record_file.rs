//! A file of records beside the secret file: its name, how it is read and written, and who writes last. Each record is one line.
//! Several processes of one machine may have the same secret: what each of them notes stays.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{NotStarted, secret};
use crate::base::clock::unix_now;
use crate::base::lock::lock;

/// After a failed write: a disk that was full may have room again.
pub(super) const TRY_AGAIN: Duration = Duration::from_secs(1);

/// What stands in such a file.
pub(super) struct RecordKind {
    /// What its name has beyond the secret file's.
    pub(super) suffix: &'static str,
    /// Its first line.
    pub(super) header: &'static str,
    /// What is said of a file that has another one.
    pub(super) none: &'static str,
    /// What a line is about; `None` where it is none.
    pub(super) head: fn(&str) -> Option<LineHead>,
}

/// What a line of such a file is about.
pub(super) struct LineHead {
    /// One file has one line of this.
    pub(super) key: String,
    /// Of two with the same key the one with more is right.
    pub(super) rank: u32,
    /// Seconds since 1970 until which it is needed.
    pub(super) until: u32,
}

/// One of them. All who write it have the same.
pub(super) struct RecordFile {
    path: PathBuf,
    kind: &'static RecordKind,
    /// Held while it is written: a write is not stopped with the task that began it.
    written: Mutex<LinesWritten>,
}

#[derive(Default)]
struct LinesWritten {
    /// Whether that was the last.
    is_over: bool,
    /// What this process has read or written last, by key: whatever else stands in the file is another's.
    own: HashMap<String, String>,
}

impl RecordFile {
    /// That beside this secret file.
    pub(super) fn beside(secret: &Path, kind: &'static RecordKind) -> Arc<Self> {
        let mut path = secret.as_os_str().to_owned();
        path.push(kind.suffix);
        Arc::new(Self { path: path.into(), kind, written: Mutex::default() })
    }

    /// Whether earlier runs have left one.
    pub(super) fn exists(&self) -> bool {
        self.path.exists()
    }

    /// Reads what earlier runs noted; nothing where there is no file.
    ///
    /// # Errors
    /// Where it can't be read, or is something else: nothing is passed over.
    pub(super) fn load<R>(&self, read: impl Fn(&str) -> Option<R>) -> Result<Vec<R>, NotStarted> {
        let failed = |what: String| NotStarted::Secret(self.path.clone(), what);
        let Some(text) = self.text().map_err(|e| failed(e.to_string()))? else {
            return Ok(Vec::new());
        };
        let mut lines = text.lines();
        if lines.next() != Some(self.kind.header) {
            return Err(failed(format!("{}. Remove it if it is not needed", self.kind.none)));
        }
        let records: Option<Vec<_>> = lines.clone().map(read).collect();
        lock(&self.written).own = self.by_key(lines.map(str::to_owned));
        let unread = "a line of it can't be read. Remove it if it is not needed";
        records.ok_or_else(|| failed(unread.to_owned()))
    }

    fn text(&self) -> io::Result<Option<String>> {
        match fs::read_to_string(&self.path) {
            Ok(text) => Ok(Some(text)),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e),
        }
    }

    fn by_key(&self, lines: impl Iterator<Item = String>) -> HashMap<String, String> {
        lines.filter_map(|line| Some(((self.kind.head)(&line)?.key, line))).collect()
    }

    /// Writes these lines whole or not at all, on a thread that may wait. When it returns, no loss of power takes them back.
    pub(super) async fn write(self: &Arc<Self>, lines: Vec<String>) -> io::Result<()> {
        let file = Arc::clone(self);
        let written = tokio::task::spawn_blocking(move || file.write_now(&lines, false)).await;
        written.map_err(io::Error::other)?
    }

    /// Writes what the next run is to find. Whatever is still on its way to the file comes to nothing.
    pub(super) fn write_last(&self, lines: &[String]) -> io::Result<()> {
        self.write_now(lines, true)
    }

    fn write_now(&self, lines: &[String], is_last: bool) -> io::Result<()> {
        let mut written = lock(&self.written);
        if written.is_over {
            return Ok(());
        }
        let _alone = self.alone()?;
        let mut text = format!("{}\n", self.kind.header);
        for line in self.with_others(lines, &written.own)? {
            text.push_str(&line);
            text.push('\n');
        }
        self.put(&text)?;
        written.own = self.by_key(lines.iter().cloned());
        written.is_over = is_last;
        Ok(())
    }

    /// No other process writes meanwhile.
    fn alone(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(self.path_with(".lock"))?;
        if let Err(error) = file.lock() {
            // Some network disks know no locks. One process alone writes there, as is usual.
            tracing::debug!(%error, file = %self.path.display(), "this file can't be locked");
        }
        Ok(file)
    }

    /// These lines, and what other processes have noted since `before`: theirs is later where this one has changed nothing.
    fn with_others(
        &self,
        lines: &[String],
        before: &HashMap<String, String>,
    ) -> io::Result<Vec<String>> {
        let Some(text) = self.text()? else { return Ok(lines.to_vec()) };
        let head = self.kind.head;
        let mut theirs = self.by_key(text.lines().skip(1).map(str::to_owned));
        let mut merged = Vec::new();
        for line in lines {
            let Some(ours) = head(line) else { continue };
            let is_ours = before.get(&ours.key) != Some(line);
            match theirs.remove(&ours.key) {
                Some(other) if !is_ours || head(&other).is_some_and(|it| it.rank > ours.rank) => {
                    merged.push(other);
                }
                _ => merged.push(line.clone()),
            }
        }
        let now = unix_now();
        let is_needed = |line: &String| head(line).is_some_and(|it| it.until > now);
        let others = theirs.into_iter().filter(|(key, _)| !before.contains_key(key));
        merged.extend(others.map(|(_, line)| line).filter(is_needed));
        Ok(merged)
    }

    fn path_with(&self, suffix: &str) -> PathBuf {
        let mut path = self.path.as_os_str().to_owned();
        path.push(suffix);
        path.into()
    }

    /// Puts this text in the place of the file, for its owner alone. Whoever does it is [alone](Self::alone).
    fn put(&self, text: &str) -> io::Result<()> {
        let fresh = self.path_with(".new");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&fresh)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&fresh, &self.path)?;
        secret::sync_folder(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of a key, a rank and words.
    const KIND: RecordKind = RecordKind {
        suffix: ".lines",
        header: "lines 1",
        none: "it has no lines",
        head: |line| {
            let mut words = line.split(' ');
            let (key, rank) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
            Some(LineHead { key, rank, until: u32::MAX })
        },
    };

    fn folder(of: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("fadepad-{of}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn read(file: &RecordFile) -> Vec<String> {
        file.load(|line| Some(line.to_owned())).unwrap()
    }

    #[test]
    fn who_writes_last_has_the_last_word_however_many_write_at_once() {
        let folder = folder("last-word");
        let file = RecordFile::beside(&folder.join("secret"), &KIND);
        let of = |writer: usize| -> Vec<String> {
            (0..500).map(|key| format!("{key} 0 {writer}")).collect()
        };
        let last_word = |line: &str| line.rsplit(' ').next().map(str::to_owned);
        std::thread::scope(|scope| {
            for writer in 0..8 {
                let file = &file;
                scope.spawn(move || {
                    (0..20).for_each(|_| file.write_now(&of(writer), false).unwrap())
                });
            }
            scope.spawn(|| {
                while !file.exists() {
                    std::thread::yield_now();
                }
                for _ in 0..50 {
                    let lines = read(&file);
                    assert_eq!(lines.len(), 500);
                    let one = last_word(&lines[0]);
                    assert!(lines.iter().all(|line| last_word(line) == one), "of two writers");
                }
                file.write_last(&["last 0".to_owned()]).unwrap();
                assert_eq!(read(&file), ["last 0"]);
            });
        });
        assert_eq!(read(&file), ["last 0"], "whoever was still about to write");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_last_word_that_could_not_be_written_can_be_said_again() {
        let folder = folder("said-again");
        let file = RecordFile::beside(&folder.join("none").join("secret"), &KIND);
        assert!(file.write_last(&["last 0".to_owned()]).is_err());
        fs::create_dir_all(folder.join("none")).unwrap();
        file.write_last(&["last 0".to_owned()]).unwrap();
        assert_eq!(read(&file), ["last 0"]);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn of_two_processes_with_one_secret_neither_loses_or_tears_what_the_other_notes() {
        let folder = folder("two-processes");
        let beside = || RecordFile::beside(&folder.join("secret"), &KIND);
        std::thread::scope(|scope| {
            for process in 0..4 {
                let file = beside();
                scope.spawn(move || {
                    let mut own = Vec::new();
                    for number in 0..25 {
                        own.push(format!("{process}-{number} 0 words"));
                        file.write_now(&own, false).unwrap();
                        let noted = read(&beside());
                        assert!(own.iter().all(|line| noted.contains(line)), "{own:?}: {noted:?}");
                    }
                });
            }
        });
        assert_eq!(read(&beside()).len(), 100);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn who_has_changed_a_line_is_right_and_more_lives_are() {
        let folder = folder("who-is-right");
        let lines = |all: &[&str]| all.iter().map(|&line| line.to_owned()).collect::<Vec<_>>();
        let beside = || RecordFile::beside(&folder.join("secret"), &KIND);
        let one = beside();
        one.write_now(&lines(&["door 0 knock", "ends 1", "pin 0 4711"]), false).unwrap();
        let two = beside();
        read(&two);
        one.write_now(&lines(&["door 0 closed", "ends 3"]), false).unwrap();
        two.write_now(&lines(&["door 0 knock", "ends 2", "pin 0 4711", "new 0"]), false).unwrap();
        assert_eq!(read(&beside()), ["door 0 closed", "ends 3", "pin 0 4711", "new 0"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
