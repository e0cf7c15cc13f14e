//! `--save-dir`: a pad that ends is kept as Markdown and as a capsule, a page that any Fadepad goes on with. Each file is
//! there whole or not at all, and nothing is written over.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use tempfile::{Builder, NamedTempFile};
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{sleep, timeout};

use crate::app::{NotStarted, secret};
use crate::base::clock::time_of_day;
use crate::base::limits::{RENDERERS, SAVE_TIME, STOP_READS};
use crate::base::local_time;
use crate::base::names::PadName;
use crate::base::stop::Stop;
use crate::render::{BesideForm, FileBeside, Form, Job, NotRendered, Renderer, kept_page};
use crate::room::at_end::{Kept, LastText};
use crate::room::core::budget::Budget;
use crate::server::beside::{MadeBeside, files_beside, job_beside, put_beside};

/// Files of one pad in one second: after them something else is wrong.
const SAME_NAMES: usize = 1_000;

/// How an unfinished file is called.
const UNFINISHED: (&str, &str) = (".fadepad-", ".part");

/// An unfinished file of this age has nobody any more who would finish it: its writer was killed.
const ABANDONED: Duration = Duration::from_secs(600);

/// Files by their endings.
type Files = Vec<(&'static str, Bytes)>;

/// The folder, where copies go.
pub(super) struct Folder {
    path: PathBuf,
    renderer: Renderer,
    /// Pads that end at once are read one after the other, however many.
    places: Arc<Semaphore>,
    stop: Stop,
}

impl Folder {
    /// Makes the folder where it is missing, and sees that files can be made in it: not first when a pad ends.
    ///
    /// # Errors
    /// Where they can't.
    pub(super) fn open(path: &Path, renderer: Renderer, stop: Stop) -> Result<Self, NotStarted> {
        let failed = |error: io::Error| NotStarted::SaveDir(path.to_owned(), error);
        if path.exists() && !path.is_dir() {
            return Err(NotStarted::NoFolder(path.to_owned()));
        }
        fs::create_dir_all(path).map_err(failed)?;
        unfinished(path).map_err(failed)?;
        let path = path.canonicalize().map_err(failed)?;
        sweep(&path).map_err(failed)?;
        Ok(Self { path, renderer, places: Arc::new(Semaphore::new(RENDERERS)), stop })
    }

    /// Keeps a pad's text. What can't be kept is said, and the pad ends all the same: its text fades.
    pub(super) async fn keep(&self, pad: &PadName, title: Option<&str>, last: LastText) -> Kept {
        let title = title.unwrap_or(pad.as_str());
        let now = time_of_day();
        let (files, unread) = self.files((pad, title, &local_time::day(now)), last).await;
        let name = format!("{pad}-{}", local_time::stamp(now));
        let kept = match self.put(&name, files).await {
            Ok(files) => {
                let failed =
                    unread.map(|why| format!("{why}; .yjs is its text, which any Fadepad reads"));
                Kept { files, failed }
            }
            Err(error) => {
                let failed = Some(format!("{}: {error}", self.path.display()));
                Kept { files: Vec::new(), failed }
            }
        };
        // The host's terminal may be quiet, and the queue to it full.
        if let Some(failed) = &kept.failed {
            tracing::error!(pad = %pad, files = kept.files.len(), "a pad could not be kept as asked: {failed}");
        }
        kept
    }

    /// The files that come of a text, and why not each; then the text itself is one of them, so that nothing is lost.
    async fn files(
        &self,
        named: (&PadName, &str, &str),
        LastText { text, files, budget }: LastText,
    ) -> (Files, Option<String>) {
        // So little of the time to stop is left then that a text is kept as it is: to read it may take longer.
        let hurried = async {
            self.stop.stopped().await;
            sleep(STOP_READS).await;
        };
        tokio::select! {
            biased;
            read = self.read(named, &text, (files_beside(files), &budget)) => read,
            () = hurried => (vec![("yjs", text)], Some("Fadepad stops before it is read".to_owned())),
        }
    }

    /// The same, where there is time.
    async fn read(
        &self,
        (pad, title, day): (&PadName, &str, &str),
        text: &Bytes,
        (beside, budget): (Vec<FileBeside>, &Budget),
    ) -> (Files, Option<String>) {
        let _place = self.places.acquire().await;
        let title = title.to_owned();
        let (mut files, mut unread) = (Vec::new(), None);
        let job = |form| job_beside(form, title.clone(), &beside);
        // Its links lead to where the files are once what is packed beside it is unpacked there.
        let markdown = match beside.is_empty() {
            true => Job::Read { form: Form::Markdown, title: title.clone() },
            false => job(BesideForm::Markdown),
        };
        let mut jobs = vec![("md", markdown, None)];
        jobs.push(("html", job(BesideForm::Capsule), Some(BesideForm::Capsule)));
        if !beside.is_empty() {
            jobs.push(("zip", job(BesideForm::Markdown), Some(BesideForm::Markdown)));
        }
        for (ending, job, form) in jobs {
            let made = match (self.render(&job, text).await, form) {
                (Ok(made), Some(form)) => {
                    let page = form == BesideForm::Capsule;
                    let made = if page { kept_page(made, pad.as_str(), day) } else { made };
                    let files = (beside.clone(), budget, None);
                    put_beside(made, (form, pad.as_str()), files).await.map(held)
                }
                (made, _) => made,
            };
            match made {
                Ok(file) => files.push((ending, file)),
                Err(why) => unread = Some(format!("as .{ending} it could not be read ({why})")),
            }
        }
        if unread.is_some() {
            files.push(("yjs", text.clone()));
        }
        (files, unread)
    }

    /// A machine that is busy for a moment says nothing of the text.
    async fn render(&self, job: &Job, text: &Bytes) -> Result<Bytes, NotRendered> {
        match self.renderer.run(job, text).await {
            Err(why) if !why.is_final() => self.renderer.run(job, text).await,
            done => done,
        }
    }

    /// Writes on a thread of its own: on one of the runtime's a disk that hangs would hold up the end of the program.
    async fn put(&self, name: &str, files: Files) -> io::Result<Vec<PathBuf>> {
        let (path, name, choice) = (self.path.clone(), name.to_owned(), Choice::default());
        let (done, mut written) = oneshot::channel();
        let of_writer = choice.clone();
        thread::Builder::new().name("copy".to_owned()).spawn(move || {
            let kept = write(&path, &name, (&files, &of_writer));
            drop(files);
            let _ = done.send(kept);
        })?;
        let gone = |_| io::Error::other("the thread that writes it has failed");
        match timeout(SAVE_TIME, &mut written).await {
            Ok(written) => written.map_err(gone)?,
            Err(_) if choice.is_mine() => Err(io::ErrorKind::TimedOut.into()),
            // They have their names already.
            Err(_) => written.await.map_err(gone)?,
        }
    }
}

/// A file that counts until it is written, also where a disk that hangs keeps its writer.
fn held(MadeBeside { made, memory }: MadeBeside) -> Bytes {
    match memory {
        Some(memory) => memory.held_by(made),
        None => made,
    }
}

/// Whether files get their names, or are given up: whoever asks first has decided.
#[derive(Clone, Default)]
struct Choice(Arc<AtomicBool>);

impl Choice {
    fn is_mine(&self) -> bool {
        !self.0.swap(true, Ordering::AcqRel)
    }
}

/// A file that nobody sees yet; it is gone where it is dropped.
fn unfinished(folder: &Path) -> io::Result<NamedTempFile> {
    let (prefix, suffix) = UNFINISHED;
    Builder::new().prefix(prefix).suffix(suffix).tempfile_in(folder)
}

/// Removes what a Fadepad that was killed has left unfinished.
fn sweep(folder: &Path) -> io::Result<()> {
    let (prefix, suffix) = UNFINISHED;
    for entry in fs::read_dir(folder)?.flatten() {
        let name = entry.file_name();
        let ours =
            name.to_str().is_some_and(|name| name.starts_with(prefix) && name.ends_with(suffix));
        let modified = entry.metadata().and_then(|about| about.modified());
        // Another Fadepad may write in the same folder at this moment.
        let age = modified.ok().and_then(|at| time_of_day().duration_since(at).ok());
        if ours && age.is_some_and(|age| age > ABANDONED) {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}

/// Writes all of them or none, under one name that nothing has.
fn write(
    folder: &Path,
    name: &str,
    (files, choice): (&Files, &Choice),
) -> io::Result<Vec<PathBuf>> {
    let mut whole = Vec::new();
    for (ending, text) in files {
        let mut file = unfinished(folder)?;
        file.write_all(text)?;
        file.as_file().sync_all()?;
        whole.push((file, *ending));
    }
    if !choice.is_mine() {
        return Err(io::ErrorKind::TimedOut.into());
    }
    let kept = named(whole, folder, name)?;
    kept.first().map_or(Ok(()), |file| secret::sync_folder(file))?;
    Ok(kept)
}

/// Gives them the first name that is free for each of them.
fn named(
    mut files: Vec<(NamedTempFile, &str)>,
    folder: &Path,
    name: &str,
) -> io::Result<Vec<PathBuf>> {
    for n in 1..SAME_NAMES {
        let number = if n == 1 { String::new() } else { format!("-{n}") };
        let path = |ending: &str| folder.join(format!("{name}{number}.{ending}"));
        if files.iter().any(|(_, ending)| path(ending).symlink_metadata().is_ok()) {
            continue;
        }
        let mut kept = Vec::new();
        let mut left = files.into_iter();
        let Some(failed) =
            left.find_map(|(file, ending)| match file.persist_noclobber(path(ending)) {
                Ok(_) => {
                    kept.push(path(ending));
                    None
                }
                Err(failed) => Some((failed, ending)),
            })
        else {
            return Ok(kept);
        };
        let (failed, ending) = failed;
        if failed.error.kind() != io::ErrorKind::AlreadyExists || !kept.is_empty() {
            kept.iter().for_each(|file| drop(fs::remove_file(file)));
            return Err(failed.error);
        }
        // Somebody else's since it was looked for.
        files = std::iter::once((failed.file, ending)).chain(left).collect();
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &'static [u8]) -> Files {
        vec![("md", Bytes::from_static(text)), ("html", Bytes::from_static(text))]
    }

    fn names(kept: &[PathBuf]) -> Vec<String> {
        kept.iter().map(|path| path.file_name().unwrap().to_string_lossy().into()).collect()
    }

    fn folder_of(path: &Path, program: &str, stop: &Stop) -> Folder {
        Folder::open(path, Renderer::of(program.into()), stop.clone()).unwrap()
    }

    fn last() -> LastText {
        let (files, budget) = (Vec::new(), Budget::new(1 << 20));
        LastText { text: Bytes::from_static(b"text"), files, budget }
    }

    async fn kept(folder: &Folder) -> Kept {
        let last = last();
        folder.keep(&"notes".parse().unwrap(), None, last).await
    }

    #[test]
    fn files_of_one_pad_have_one_number() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.html"), "of somebody else").unwrap();
        let kept = write(folder.path(), "notes", (&both(b"one"), &Choice::default())).unwrap();
        assert_eq!(names(&kept), ["notes-2.md", "notes-2.html"]);
    }

    #[test]
    fn where_one_file_can_not_get_its_name_none_keeps_one() {
        let folder = tempfile::tempdir().unwrap();
        // A folder that is not there.
        let files =
            vec![("md", Bytes::from_static(b"one")), ("no/html", Bytes::from_static(b"one"))];
        assert!(write(folder.path(), "notes", (&files, &Choice::default())).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_was_given_up_does_not_appear_later() {
        let (folder, choice) = (tempfile::tempdir().unwrap(), Choice::default());
        assert!(choice.is_mine());
        assert!(write(folder.path(), "notes", (&both(b"one"), &choice)).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_a_killed_writer_has_left_is_swept_and_what_another_writes_now_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, age: Duration| {
            let file = fs::File::create(folder.path().join(name)).unwrap();
            file.set_modified(time_of_day() - age).unwrap();
        };
        file(".fadepad-old.part", ABANDONED * 2);
        file(".fadepad-new.part", Duration::ZERO);
        file("notes.part", ABANDONED * 2);
        folder_of(folder.path(), "none", &Stop::new());
        let mut left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, [".fadepad-new.part", "notes.part"]);
    }

    #[tokio::test]
    async fn what_can_not_be_read_is_kept_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let kept = kept(&folder_of(folder.path(), "/nonexistent", &Stop::new())).await;
        let [yjs] = &kept.files[..] else { panic!("{kept:?}") };
        assert_eq!(
            (fs::read(yjs).unwrap(), yjs.extension().unwrap()),
            (b"text".to_vec(), "yjs".as_ref())
        );
        assert!(kept.failed.unwrap().contains(".yjs is its text"));
    }

    /// A reader that does this with its `n`th text.
    #[cfg(unix)]
    fn reader(folder: &Path, script: &str) -> String {
        use std::os::unix::fs::PermissionsExt as _;
        let (program, times) = (folder.join("reader.sh"), folder.join("times"));
        let script = format!(
            "#!/bin/sh\ncat > /dev/null; echo >> '{0}'; n=$(wc -l < '{0}')\n{script}\n",
            times.display()
        );
        fs::write(&program, script).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        program.to_string_lossy().into_owned()
    }

    #[cfg(unix)]
    fn endings(kept: &Kept) -> Vec<String> {
        let ending = |file: &PathBuf| file.extension().unwrap().to_string_lossy().into_owned();
        kept.files.iter().map(ending).collect()
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_good_file_is_not_thrown_away_for_one_that_failed() {
        let (folder, programs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let program = reader(programs.path(), "[ $n = 1 ] && echo cups || exit 1");
        let kept = kept(&folder_of(folder.path(), &program, &Stop::new())).await;
        assert_eq!(endings(&kept), ["md", "yjs"], "{kept:?}");
        assert_eq!(fs::read(&kept.files[0]).unwrap(), b"cups\n");
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_reader_that_was_killed_for_a_busy_moment_is_tried_again() {
        let (folder, programs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let program = reader(programs.path(), "[ $n = 1 ] && kill -KILL $$; echo cups");
        let kept = kept(&folder_of(folder.path(), &program, &Stop::new())).await;
        assert_eq!((endings(&kept), &kept.failed), (vec!["md".into(), "html".into()], &None));
    }

    #[tokio::test(start_paused = true)]
    async fn what_waits_to_be_read_when_fadepad_stops_is_kept_as_it_is() {
        let (path, stop) = (tempfile::tempdir().unwrap(), Stop::new());
        let folder = folder_of(path.path(), "none", &stop);
        let _busy = folder.places.acquire_many(2).await.unwrap();
        stop.stop();
        let last = last();
        let (files, unread) =
            folder.files((&"notes".parse().unwrap(), "notes", "today"), last).await;
        assert_eq!(files, [("yjs", Bytes::from_static(b"text"))]);
        assert!(unread.unwrap().contains("Fadepad stops"));
    }

    #[test]
    fn no_file_is_written_over_and_nothing_unfinished_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let files = both;
        let one = write(folder.path(), "notes", (&files(b"one"), &Choice::default())).unwrap();
        let two = write(folder.path(), "notes", (&files(b"two"), &Choice::default())).unwrap();
        assert_eq!(names(&one), ["notes.md", "notes.html"]);
        assert_eq!(names(&two), ["notes-2.md", "notes-2.html"]);
        assert_eq!(fs::read(&one[0]).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
        let gone = folder.path().join("gone");
        assert!(write(&gone, "notes", (&files(b"three"), &Choice::default())).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }

    #[cfg(unix)]
    #[test]
    fn a_copy_is_its_owners_to_read() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let one = (&both(b"one"), &Choice::default());
        let kept = write(folder.path(), "notes", one).unwrap();
        assert_eq!(fs::metadata(&kept[0]).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
