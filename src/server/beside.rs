//! A pad's text with its pictures and files, as it goes out: what the child has made of the text, and the files put to it here.

use std::sync::Arc;

use bytes::Bytes;
use tokio::task::spawn_blocking;

use super::turns::Turn;
use crate::base::display::no_device;
use crate::base::file_address::FILE_PATH;
use crate::base::ids::FileId;
use crate::render::{BesideForm, FileBeside, Form, Job, NotRendered, addresses};
use crate::render::{len_with_pictures, len_zipped, with_pictures, zipped};
use crate::room::core::budget::{Budget, Reservation};
use crate::room::files::{PadFiles, StoredFile};

/// Files as a text has them beside it.
#[must_use]
pub fn files_beside(files: Vec<(FileId, Arc<StoredFile>)>) -> Vec<FileBeside> {
    let beside = |(id, file): (FileId, Arc<StoredFile>)| {
        let StoredFile { name, kind, bytes } = &*file;
        FileBeside { id: id.to_string(), name: name.clone(), kind, bytes: bytes.clone() }
    };
    files.into_iter().map(beside).collect()
}

/// What the child is to make of a text while its pad lives: in Markdown each file is found by a whole address.
#[must_use]
pub fn job_alive(form: Form, title: String, (base, pad): (&str, &PadFiles)) -> Job {
    let files = if form == Form::Markdown { pad.all() } else { Vec::new() };
    if files.is_empty() {
        return Job::Read { form, title };
    }
    let found = |(id, _): (FileId, _)| (id.to_string(), format!("{base}{FILE_PATH}{id}"));
    let files = files.into_iter().map(found).collect();
    Job::Beside { form: BesideForm::Markdown, title, files }
}

/// What the child is to make of a text whose pad has these files. Without any a page is the same for all.
#[must_use]
pub fn job_beside(form: BesideForm, title: String, files: &[FileBeside]) -> Job {
    match form {
        BesideForm::Html if files.is_empty() => Job::Read { form: Form::Html, title },
        BesideForm::Capsule if files.is_empty() => Job::Capsule { title },
        _ => Job::Beside { form, title, files: addresses(files, form) },
    }
}

/// What is made of a text with its files, and its place in the memory of all.
#[derive(Debug)]
pub struct MadeBeside {
    /// All of it.
    pub made: Bytes,
    /// For as long as it is kept; none where nothing was put to what is counted already.
    pub memory: Option<Reservation>,
}

/// The files put to what came of that job: pictures into a page, all that a Markdown text of this name refers to into a zip. A turn
/// is over when that is done, and not when nobody waits for it any more; a copy that a host keeps waits for nobody's.
///
/// # Errors
/// Where a page would be too large, or there is no memory for it.
pub async fn put_beside(
    made: Bytes,
    (form, name): (BesideForm, &str),
    (files, budget, turn): (Vec<FileBeside>, &Budget, Option<Turn>),
) -> Result<MadeBeside, NotRendered> {
    if files.is_empty() && form != BesideForm::Markdown {
        return Ok(MadeBeside { made, memory: None });
    }
    let (name, budget) = (format!("{}.md", no_device(name)), budget.clone());
    // 50 MiB of pictures are no work for a thread that others wait for.
    let put = spawn_blocking(move || {
        let _turn = turn;
        let taken = |len| budget.take(len).ok_or(NotRendered::Full);
        if form == BesideForm::Markdown {
            let at = addresses(&files, form);
            let memory = taken(len_zipped(&made, &files, &at))?;
            let made = zipped((&name, &made), &files, &at);
            return Ok(MadeBeside { made, memory: Some(memory) });
        }
        let len = len_with_pictures(&made, &files).map_err(|_| NotRendered::TooManyPictures)?;
        let memory = taken(len)?;
        Ok(MadeBeside { made: with_pictures(&made, &files, len), memory: Some(memory) })
    });
    put.await.map_err(|_| NotRendered::NoChild)?
}
