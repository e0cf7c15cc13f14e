//! What lies beside a text that is taken out: its pictures in a page, and files in a zip. Of a file its reader in the child
//! knows no more than where it will be found; the bytes never go through that.

use std::collections::{BTreeMap, HashMap, HashSet};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use flate2::Crc;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::along::address_in;
use super::blocks::Block;
use crate::base::display::no_device;
use crate::base::file_address::file_address;
use crate::base::limits::PAGE_WITH_PICTURES;

/// Where a file of the pad is found, by its id: `files/NAME` beside a Markdown text, `/f/ID` in a page.
pub type FileAddresses = BTreeMap<String, String>;

/// A file that may lie beside a text.
#[derive(Clone, Debug)]
pub struct FileBeside {
    /// Its id in the pad.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// All of it.
    pub bytes: Bytes,
}

/// What is made of a text with files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BesideForm {
    /// Markdown, for a zip in which they lie beside it.
    Markdown,
    /// A page with its pictures.
    Html,
    /// A capsule with its pictures, each with the path that the document knows it by.
    Capsule,
}

/// With its pictures the page would be larger than any that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("with its pictures it is too large")]
pub struct TooLarge;

/// Files of which addresses are told: a text with more of them has been written by nobody.
const MOST: usize = 2_000;
/// Letters of a name in a zip, without its ending, and of the ending.
const NAME_LETTERS: usize = 60;
const ENDING_LETTERS: usize = 8;
/// Kinds that browsers show, wherever a page of ours is opened.
const SHOWN: [(&str, &str); 5] = [
    ("image/png", "png"),
    ("image/jpeg", "jpg"),
    ("image/gif", "gif"),
    ("image/webp", "webp"),
    ("image/avif", "avif"),
];

/// Where these files are found by who reads what is made.
#[must_use]
pub fn addresses(files: &[FileBeside], form: BesideForm) -> FileAddresses {
    let mut names = Names::default();
    let address = |file: &FileBeside| match form {
        BesideForm::Markdown => Some(format!("files/{}", names.of(file))),
        _ => ending_of(file.kind).map(|_| file_address(&file.id)),
    };
    let mut address = address;
    let known = files.iter().take(MOST);
    known.filter_map(|file| Some((file.id.clone(), address(file)?))).collect()
}

fn ending_of(kind: &str) -> Option<&'static str> {
    SHOWN.iter().find(|(shown, _)| *shown == kind).map(|(_, ending)| *ending)
}

/// Names in a folder, each once, also where capitals count for nothing. The page's twin: `Names` in `ui/src/forms/media.ts`.
#[derive(Default)]
struct Names {
    /// All of them, in small letters.
    given: HashSet<String>,
    /// With which number a further file of the same name is tried first: those before are given.
    next: HashMap<String, usize>,
}

impl Names {
    fn of(&mut self, file: &FileBeside) -> String {
        let (stem, own) = file.name.rsplit_once('.').unwrap_or((&file.name, ""));
        let is_ending = (1..=ENDING_LETTERS).contains(&own.len())
            && own.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        let (stem, own) =
            if is_ending { (stem, own.to_ascii_lowercase()) } else { (&*file.name, String::new()) };
        let usual = if ending_of(file.kind).is_some() { "picture" } else { "file" };
        let end = ending_of(file.kind).map_or(own, Into::into);
        let end = if end.is_empty() { end } else { format!(".{end}") };
        let base = match safe(stem) {
            safe if safe.is_empty() => usual.to_owned(),
            safe => safe,
        };
        let numbered = |n: usize| if n == 1 { String::new() } else { format!("-{n}") };
        let next = self.next.entry(format!("{base}{end}").to_lowercase()).or_insert(1);
        loop {
            let name = format!("{base}{}{end}", numbered(*next));
            *next += 1;
            if self.given.insert(name.to_lowercase()) {
                return name;
            }
        }
    }
}

/// A name that every system takes, and a link in Markdown needs no sign for.
fn safe(name: &str) -> String {
    let mut made = String::new();
    for letter in name.chars() {
        match letter {
            c if c.is_alphanumeric() || c == '_' => made.push(c),
            _ if made.ends_with('-') => {}
            _ => made.push('-'),
        }
    }
    let trimmed = made.trim_matches(['-', '_']);
    let short: String = trimmed.chars().take(NAME_LETTERS).collect();
    let short = short.trim_end_matches(['-', '_']).to_owned();
    no_device(&short)
}

/// Notes at each block that shows one of these files where it is found.
pub(super) fn place(blocks: &mut [Block], files: &FileAddresses) {
    for block in blocks {
        if block.is_file() {
            block.beside = address_in(block).and_then(|at| files.get(at.id)).cloned();
        }
        place(&mut block.children, files);
    }
}

/// What stands before a picture's id in a page: a text has no such sign, since it is escaped there.
const SOURCE: &str = " src=\"/f/";
/// Bytes before those of a picture in a page, and its kind: `data:` and `;base64,`.
const DATA_HEAD: usize = 13;

/// Bytes that a page has with its pictures in it, at most.
///
/// # Errors
/// Where it would be larger than [`PAGE_WITH_PICTURES`], as by one picture hundreds of times.
pub fn len_with_pictures(page: &Bytes, files: &[FileBeside]) -> Result<usize, TooLarge> {
    let text = std::str::from_utf8(page).unwrap_or_default();
    let mut len = page.len();
    for part in text.split(SOURCE).skip(1) {
        let id = part.split('"').next().unwrap_or_default();
        if let Some(file) = files.iter().find(|file| file.id == id) {
            len += DATA_HEAD + file.kind.len() + file.bytes.len().div_ceil(3) * 4;
        }
        if len > PAGE_WITH_PICTURES {
            return Err(TooLarge);
        }
    }
    Ok(len)
}

/// The same page with its pictures in it, as they are: of the length that was said before at most.
#[must_use]
pub fn with_pictures(page: &Bytes, files: &[FileBeside], most: usize) -> Bytes {
    let Ok(text) = std::str::from_utf8(page) else { return page.clone() };
    let mut parts = text.split(SOURCE);
    let mut made = String::with_capacity(most);
    made.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (id, rest) = part.split_once('"').unwrap_or((part, ""));
        let file = files.iter().find(|file| file.id == id);
        made.push_str(" src=\"");
        if let Some(file) = file {
            made.push_str(&format!("data:{};base64,", file.kind));
            BASE64_STANDARD.encode_string(&file.bytes, &mut made);
        }
        made.push('"');
        made.push_str(rest);
    }
    made.into()
}

/// What a zip has beside its parts, in bytes for each of them: what is said of one, twice.
const OF_PART: usize = 128;

/// Bytes that such a zip has at most.
#[must_use]
pub fn len_zipped(markdown: &Bytes, files: &[FileBeside], at: &FileAddresses) -> usize {
    let text = String::from_utf8_lossy(markdown);
    let files = named_in(&text, files, at);
    let of = |(path, file): (&str, &FileBeside)| file.bytes.len() + 2 * path.len() + OF_PART;
    markdown.len() + 2 * OF_PART + files.map(of).sum::<usize>()
}

/// The files that a text refers to, each with where it lies.
fn named_in<'a>(
    text: &str,
    files: &'a [FileBeside],
    at: &'a FileAddresses,
) -> impl Iterator<Item = (&'a str, &'a FileBeside)> {
    let named: HashSet<String> = text
        .split("](")
        .skip(1)
        .filter_map(|part| part.split([')', ' ']).next().map(str::to_owned))
        .collect();
    let known = files.iter().filter_map(|file| Some((at.get(&file.id)?.as_str(), file)));
    known.filter(move |(path, _)| named.contains(*path))
}

/// A zip (APPNOTE 6.3.10) of a Markdown text and of those of its files that it refers to, as they are: pictures are packed already.
#[must_use]
pub fn zipped((name, markdown): (&str, &Bytes), files: &[FileBeside], at: &FileAddresses) -> Bytes {
    let text = String::from_utf8_lossy(markdown);
    let parts = Vec::with_capacity(len_zipped(markdown, files, at));
    let mut zip = Zip { parts, ..Zip::default() };
    zip.add(name, markdown);
    for (path, file) in named_in(&text, files, at) {
        zip.add(path, &file.bytes);
    }
    zip.finish().into()
}

/// A zip as it is written: parts, and behind them the list of them.
#[derive(Default)]
struct Zip {
    parts: Vec<u8>,
    list: Vec<u8>,
    count: u16,
}

impl Zip {
    /// Version 2.0 to unpack it, names in UTF-8, not packed, made at midnight of the first day that a zip can say.
    const LOOK: [u8; 10] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];

    /// A pad has far less than the 4 GiB and 65,535 parts that these fields can say.
    fn add(&mut self, name: &str, bytes: &[u8]) {
        let (at, size) = (self.parts.len() as u32, (bytes.len() as u32).to_le_bytes());
        let mut crc = Crc::new();
        crc.update(bytes);
        let crc = crc.sum().to_le_bytes();
        let name_len = (name.len() as u16).to_le_bytes();
        let facts = [&Self::LOOK[..], &crc, &size, &size, &name_len, &[0, 0]].concat();
        for part in [b"PK\x03\x04", &*facts, name.as_bytes(), bytes] {
            self.parts.extend_from_slice(part);
        }
        // Made by the same version; no comment, the first disk, nothing known of it.
        let rest = [&[0; 10][..], &at.to_le_bytes(), name.as_bytes()].concat();
        self.list.extend_from_slice(&[b"PK\x01\x02\x14\0", &*facts, &rest].concat());
        self.count += 1;
    }

    fn finish(self) -> Vec<u8> {
        let Self { mut parts, list, count } = self;
        let (at, size) = ((parts.len() as u32).to_le_bytes(), (list.len() as u32).to_le_bytes());
        let count = count.to_le_bytes();
        parts.extend_from_slice(&list);
        let end = [b"PK\x05\x06\0\0\0\0", &count[..], &count, &size, &at, &[0, 0]].concat();
        parts.extend_from_slice(&end);
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(id: &str, name: &str, kind: &'static str, bytes: &'static [u8]) -> FileBeside {
        let bytes = Bytes::from_static(bytes);
        FileBeside { id: id.into(), name: name.into(), kind, bytes }
    }

    #[test]
    fn names_in_a_zip_lead_nowhere_else_are_none_of_a_systems_own_and_each_stands_once() {
        let mut names = Names::default();
        let mut of = |name: &str, kind| names.of(&file("", name, kind, b""));
        for (name, kind, made) in [
            ("../../x.png", "image/png", "x.png"),
            ("X.PNG", "image/png", "X-2.png"),
            ("C:\\temp\\Tafel 1.jpeg", "image/jpeg", "C-temp-Tafel-1.jpg"),
            ("con.png", "image/png", "con-file.png"),
            ("", "image/png", "picture.png"),
            ("plan (1).PDF", "application/pdf", "plan-1.pdf"),
            ("a/b/../\u{202e}gnp.exe", "image/gif", "a-b-gnp.gif"),
            ("Straße.webp", "image/webp", "Straße.webp"),
            ("com1", "application/octet-stream", "com1-file"),
        ] {
            assert_eq!(of(name, kind), made);
        }
        assert_eq!(of("COM\u{b9}.png", "image/png"), "COM\u{b9}-file.png");
        assert_eq!(of(&"y".repeat(300), "application/pdf").len(), NAME_LETTERS);
    }

    #[test]
    fn files_of_one_name_are_numbered_and_each_costs_no_more_than_the_first() {
        let mut names = Names::default();
        let mut of = |name: &str| names.of(&file("", name, "image/png", b""));
        assert_eq!(of("x-3.png"), "x-3.png");
        for made in ["x.png", "x-2.png", "x-4.png", "x-5.png"] {
            assert_eq!(of("x.png"), made);
        }
        assert_eq!(of("x-2.png"), "x-2-2.png");
        assert_eq!(names.next["x.png"], 6, "the next one looks at none of those again");
    }

    #[test]
    fn a_page_has_each_picture_in_it_once_for_each_place_and_nothing_of_a_file_that_is_gone() {
        let files = [file("a", "a.png", "image/png", b"abc")];
        let page = Bytes::from_static(
            b"<img src=\"/f/a\"><p>src=&quot;/f/a&quot;</p><img src=\"/f/b\"><img src=\"/f/a\">",
        );
        assert_eq!(
            with_pictures(&page, &files, 0),
            "<img src=\"data:image/png;base64,YWJj\"><p>src=&quot;/f/a&quot;</p><img src=\"\">\
             <img src=\"data:image/png;base64,YWJj\">"
        );
        let made = with_pictures(&page, &files, 0).len();
        assert!((made..made + 200).contains(&len_with_pictures(&page, &files).unwrap()), "{made}");
        static LARGE: [u8; 1 << 20] = [0; 1 << 20];
        let files = [file("a", "a.png", "image/png", &LARGE)];
        let page = Bytes::from("<img src=\"/f/a\">".repeat(500));
        assert_eq!(len_with_pictures(&page, &files), Err(TooLarge));
    }

    #[test]
    fn a_zip_has_the_text_and_only_those_files_that_it_refers_to() {
        let files = [
            file("a", "a.png", "image/png", b"abc"),
            file("b", "b.pdf", "application/pdf", b"%PDF-"),
        ];
        let at = addresses(&files, BesideForm::Markdown);
        let markdown = Bytes::from_static(b"![a](files/a.png \"what\")\n");
        let zip = zipped(("notes.md", &markdown), &files, &at);
        let text = String::from_utf8_lossy(&zip).into_owned();
        assert!(text.contains("files/a.png") && !text.contains("files/b.pdf"), "{text}");
        let len = len_zipped(&markdown, &files, &at);
        assert!((zip.len()..zip.len() + 400).contains(&len), "{len} for {}", zip.len());
        assert_eq!(addresses(&files, BesideForm::Html).into_values().collect::<Vec<_>>(), ["/f/a"]);
    }
}
