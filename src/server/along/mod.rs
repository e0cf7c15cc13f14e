//! What a program brings in as a file with its pictures: a zip of Markdown, a page, a capsule. The text goes to the child that
//! reads it; the files that it shows go into the pad, by the rules and limits of every file.

mod cut;
mod problems;
mod unzip;

use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Instant;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use serde_json::{Value, json};

use self::cut::{cut, sources_in};
use self::problems::{no_picture, no_text_in_zip, no_zip, office, too_many_pictures};
use self::unzip::{NoZip, ZipPart, parts_of};
use super::file_kind::{is_shown, kind_of};
use super::problem::Problem;
use crate::base::display::file_name;
use crate::base::file_address::{FILE_PATH, file_address};
use crate::base::ids::FileId;
use crate::base::limits::Limits;
use crate::render::{Along, FileAlong, Job, TextAlong};
use crate::room::files::{Bringer, PadFiles, StoredFile};

/// What stands before and behind the document in a capsule: `render/page.rs`, `ui/src/take/capsule.ts`.
const CAPSULE: (&str, &str) = ("<script type=\"application/vnd.fadepad.capsule\">", "</script>");
/// Pictures that a page may hold: one with more of them has been written by nobody.
const PICTURES_MAX: usize = 2_000;
/// Letters of a file's address: `/f/` and 128 bits.
const ADDRESS: usize = FILE_PATH.len() + 32;
/// Bytes by which a file says what it is.
const HEAD: usize = 64;

/// Bytes that such a file may have: a text as large as a pad, and all files of one, in a page as base64.
pub(super) fn most(limits: &Limits) -> usize {
    limits.doc.bytes + limits.files / 3 * 4
}

/// A file that may come along, still as it lies in what was sent.
struct Packed {
    id: FileId,
    /// What it is called where it lies; a picture in a page has no name there.
    name: String,
    at: PackedAt,
}

enum PackedAt {
    Zip(ZipPart),
    Base64(Range<usize>),
    /// It stays where it is, for this reason.
    Refused(fn() -> Problem),
}

impl Packed {
    /// Its bytes, before they are there.
    fn len(&self) -> usize {
        match &self.at {
            PackedAt::Zip(part) => part.len,
            PackedAt::Base64(at) => at.len() / 4 * 3,
            PackedAt::Refused(_) => 0,
        }
    }

    fn bytes(&self, sent: &[u8]) -> Option<Vec<u8>> {
        match &self.at {
            PackedAt::Zip(part) => part.bytes(sent).ok(),
            PackedAt::Base64(at) => decoded(sent.get(at.clone())?),
            PackedAt::Refused(_) => None,
        }
    }
}

/// Base64 as pages have it, in which lines may end.
fn decoded(base64: &[u8]) -> Option<Vec<u8>> {
    let bare: Vec<u8> = base64.iter().copied().filter(|b| !b.is_ascii_whitespace()).collect();
    BASE64_STANDARD.decode(bare).ok()
}

/// Whether browsers show what begins like this.
fn is_picture(head: &[u8]) -> bool {
    let kind = kind_of(head);
    is_shown(kind) && kind != "image/heic"
}

/// The files that lie in what was sent.
pub(super) struct FilesAlong {
    sent: Bytes,
    all: BTreeMap<String, Packed>,
    /// How many of these are pictures of a page that may come in.
    pictures: usize,
}

/// A file that stays out, and why.
#[derive(Debug)]
pub(super) struct RefusedFile {
    pub(super) id: String,
    name: String,
    why: Problem,
}

impl RefusedFile {
    /// As it is told to who has brought it.
    pub(super) fn shown(&self) -> Value {
        json!({ "name": self.name, "why": self.why.detail() })
    }
}

/// Files that have come in for a text; they go again where nobody begins to write that.
pub(super) struct CameAlong {
    files: PadFiles,
    ids: Vec<FileId>,
    pub(super) left_out: Vec<RefusedFile>,
}

impl CameAlong {
    /// The text is about to be written, of which a part may be there also where that fails: what it does not refer to then is freed
    /// like any other file ([`crate::base::limits::UNMENTIONED`]). Returns how many there are.
    pub(super) fn stay(&mut self) -> usize {
        std::mem::take(&mut self.ids).len()
    }
}

impl Drop for CameAlong {
    fn drop(&mut self) {
        self.ids.iter().for_each(|id| self.files.free(*id));
    }
}

impl FilesAlong {
    fn of(sent: Bytes) -> Self {
        Self { sent, all: BTreeMap::new(), pictures: 0 }
    }

    /// Notes one, and returns its id. What has been noted is not in the pad.
    fn note(&mut self, name: &str, at: PackedAt) -> Result<String, Problem> {
        let id = FileId::random().map_err(|_| Problem::full())?;
        self.all.insert(id.to_string(), Packed { id, name: name.to_owned(), at });
        Ok(id.to_string())
    }

    /// Notes a picture of a page and returns its address; `base64`: where its bytes stand. One that stays out has an address, too,
    /// since its words stand in its place; but none where the addresses alone are more than these bytes of text.
    fn note_picture(&mut self, base64: Option<Range<usize>>, most: usize) -> Option<String> {
        if self.all.len().saturating_mul(ADDRESS) > most {
            return None;
        }
        let bytes =
            |at: Range<usize>| decoded(self.sent.get(at.start..at.end.min(at.start + HEAD))?);
        let at = match base64.filter(|at| bytes(at.clone()).is_some_and(|head| is_picture(&head))) {
            None => PackedAt::Refused(no_picture),
            Some(_) if self.pictures == PICTURES_MAX => PackedAt::Refused(too_many_pictures),
            Some(at) => {
                self.pictures += 1;
                PackedAt::Base64(at)
            }
        };
        self.note("", at).ok().map(file_address)
    }

    /// Puts those into a pad that its text shows, by what it calls them, each in its place or not at all.
    pub(super) fn put_into(
        self,
        files: &PadFiles,
        (shown, by): (&BTreeMap<String, String>, Bringer),
        now: Instant,
    ) -> CameAlong {
        let mut came = CameAlong { files: files.clone(), ids: Vec::new(), left_out: Vec::new() };
        for (id, called) in shown {
            let Some(file) = self.all.get(id) else { continue };
            let name = [&**called, &file.name, "picture"].into_iter().find(|name| !name.is_empty());
            let name = file_name(name.unwrap_or_default());
            match put(files, (file, &self.sent), (name.clone(), by, now)) {
                Ok(()) => came.ids.push(file.id),
                Err(why) => came.left_out.push(RefusedFile { id: id.clone(), name, why }),
            }
        }
        came
    }
}

/// Puts one into a pad. Its place is taken before it is unpacked.
fn put(
    files: &PadFiles,
    (file, sent): (&Packed, &[u8]),
    (name, by, now): (String, Bringer, Instant),
) -> Result<(), Problem> {
    if let PackedAt::Refused(why) = file.at {
        return Err(why());
    }
    let mut place = files.place(by);
    place.grow_to(file.len())?;
    let bytes = file.bytes(sent).ok_or_else(|| no_zip(NoZip::Unreadable))?;
    let kind = kind_of(&bytes);
    Ok(place.keep_as(file.id, StoredFile { name, kind, bytes: bytes.into() }, now)?)
}

/// A zip of Markdown with what lies beside it.
///
/// # Errors
/// Where it is none, or too much.
pub(super) fn zip(sent: Bytes, limits: &Limits) -> Result<(Job, FilesAlong), Problem> {
    let parts = parts_of(&sent, limits.doc.bytes + limits.files).map_err(no_zip)?;
    if let Some(problem) = office(parts.iter().map(|part| &*part.name)) {
        return Err(problem);
    }
    let depth = |part: &&ZipPart| part.name.matches('/').count();
    let is_text = |part: &&ZipPart| {
        let name = part.name.to_ascii_lowercase();
        name.ends_with(".md") || name.ends_with(".markdown")
    };
    // Those nearest to the root: what lies deeper was attached to them.
    let least = parts.iter().filter(is_text).map(|part| depth(&part)).min();
    let least = least.ok_or_else(no_text_in_zip)?;
    let (mut texts, others): (Vec<_>, Vec<_>) =
        parts.into_iter().partition(|part| is_text(&part) && depth(&part) == least);
    texts.sort_by(|a, b| a.name.cmp(&b.name));
    if texts.iter().map(|text| text.len).sum::<usize>() > limits.doc.bytes {
        return Err(Problem::too_large(limits.doc.bytes));
    }
    let read = |part: ZipPart| {
        let text = String::from_utf8(part.bytes(&sent).map_err(no_zip)?);
        let text = text.map_err(|_| Problem::malformed("A text in the zip is not in UTF-8."))?;
        let folder = part.name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        Ok(TextAlong { folder, text })
    };
    let texts = texts.into_iter().map(read).collect::<Result<_, Problem>>()?;
    let (mut files, mut along) = (FilesAlong::of(sent.clone()), Along::default());
    for part in others {
        let (path, is_picture) = (part.name.clone(), is_picture(&part.head(&sent, HEAD)));
        let name = path.rsplit('/').next().unwrap_or_default();
        let id = files.note(name, PackedAt::Zip(part))?;
        along.files.insert(path, FileAlong { id, is_picture });
    }
    Ok((Job::Unpacked { texts, along }, files))
}

/// A page, or the document in it where it is a capsule, with the pictures that stand in it. `has`: whether the pad has a file of
/// this id already.
///
/// # Errors
/// Where it is too much without its pictures.
pub(super) fn page(
    sent: Bytes,
    limits: &Limits,
    has: impl Fn(FileId) -> bool,
) -> Result<(Job, FilesAlong), Problem> {
    let whole = std::str::from_utf8(&sent);
    let whole = whole.map_err(|_| Problem::malformed("The page is no text in UTF-8."))?;
    let mut files = FilesAlong::of(sent.clone());
    let text = cut(whole, |base64| files.note_picture(base64, limits.doc.bytes));
    if text.len() > limits.doc.bytes {
        return Err(Problem::too_large(limits.doc.bytes));
    }
    let Some(document) = in_capsule(&text) else {
        return Ok((Job::Page { text, along: Along::default() }, files));
    };
    let mut along = Along::default();
    for (id, was) in sources_in(&text) {
        let is_here = was.parse().is_ok_and(&has);
        if files.all.contains_key(&id) && !is_here {
            along.files.insert(was, FileAlong { id, is_picture: true });
        }
    }
    Ok((Job::Bring { document: document.to_owned(), along }, files))
}

/// The document that a page carries, in base64.
fn in_capsule(page: &str) -> Option<&str> {
    let (before, after) = CAPSULE;
    Some(page.split_once(before)?.1.split_once(after)?.0)
}
