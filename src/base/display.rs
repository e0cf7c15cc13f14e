//! Names and colours of people as they are shown: cleaned of what is not seen, and told apart where two look
//! alike. The page follows the same rule and table in `ui/src/people/names.ts`.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::sync::LazyLock;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation as _;

/// The most letters of a name, as a reader counts them: more do not fit beside a cursor.
const LETTERS: usize = 32;
/// The most letters of what a pad is called.
const TITLE_LETTERS: usize = 64;
/// The most letters of what a file is called.
const FILE_LETTERS: usize = 120;
/// More of what somebody calls a name is not read (UTF-16 units, as the page counts them).
const READ: usize = 512;
/// More accents on one letter than any language puts there cover the line above.
const MARKS: usize = 6;

const ZWNJ: char = '\u{200c}';
const ZWJ: char = '\u{200d}';
const EMOJI: char = '\u{fe0f}';
const KEYCAP: char = '\u{20e3}';
const FLAG: char = '\u{1f3f4}';

#[derive(Deserialize)]
struct NamesFile {
    dropped: String,
    joining: String,
    pictures: String,
    looks: HashMap<char, String>,
}

struct NameTables {
    /// What is not seen.
    dropped: Ranges,
    /// Letters that are written otherwise with a joiner between them.
    joining: Ranges,
    /// Emoji.
    pictures: Ranges,
    /// What looks like something else, and like what.
    looks: HashMap<char, char>,
}

static TABLE: LazyLock<NameTables> = LazyLock::new(|| {
    let written: NamesFile = serde_json::from_str(include_str!("../../assets/names.json"))
        .expect("the table is read by every test of names");
    let pairs =
        |(like, those): (&char, &String)| those.chars().map(|c| (c, *like)).collect::<Vec<_>>();
    NameTables {
        dropped: Ranges::read(&written.dropped),
        joining: Ranges::read(&written.joining),
        pictures: Ranges::read(&written.pictures),
        looks: written.looks.iter().flat_map(pairs).collect(),
    }
});

struct Ranges(Vec<(u32, u32)>);

impl Ranges {
    fn read(text: &str) -> Self {
        let code =
            |hex: &str| u32::from_str_radix(hex, 16).expect("the table holds hexadecimal codes");
        let range = |range: &str| match range.split_once('-') {
            Some((from, to)) => (code(from), code(to)),
            None => (code(range), code(range)),
        };
        Self(text.split(' ').map(range).collect())
    }

    fn have(&self, c: char) -> bool {
        self.0.iter().any(|(from, to)| (*from..=*to).contains(&u32::from(c)))
    }
}

/// Whether a character that is not seen itself says how its neighbours are written: in an emoji, or
/// where letters join.
fn shapes(c: char, before: Option<char>, after: Option<char>) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| TABLE.joining.have(c));
    let is_picture = |c: Option<char>| c.is_some_and(|c| TABLE.pictures.have(c));
    let is_tag = |c: char| ('\u{e0020}'..='\u{e007f}').contains(&c);
    match c {
        EMOJI => is_picture(before) || after == Some(KEYCAP),
        ZWJ if is_picture(after) => before == Some(EMOJI) || is_picture(before),
        ZWJ | ZWNJ => joins(before) && joins(after),
        _ => is_tag(c) && before.is_some_and(|before| before == FLAG || is_tag(before)),
    }
}

/// Without what is not seen.
fn seen(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut read = 0;
    let is_read = |c: &char| {
        read += c.len_utf16();
        read <= READ
    };
    let mut rest = text.chars().take_while(is_read).peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        if !TABLE.dropped.have(c) || shapes(c, before, rest.peek().copied()) {
            kept.push(c);
            before = Some(c);
        }
    }
    kept
}

/// The name of a file as it is shown and kept: without the folders before it, and one line of what is seen.
#[must_use]
pub fn file_name(text: &str) -> String {
    let last = text.rsplit(['/', '\\']).next().unwrap_or_default();
    // One that begins with a dot is hidden where it is saved.
    match shown(last, FILE_LETTERS).trim_start_matches('.').trim() {
        "" => "file".to_owned(),
        named => named.to_owned(),
    }
}

/// Names that Windows keeps for itself, and what stands before a digit in the others.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
const PORTS: [&str; 2] = ["com", "lpt"];

/// Whether Windows takes a file of this name, whatever its ending, for a device
/// ([Naming Files](https://learn.microsoft.com/windows/win32/fileio/naming-a-file)).
fn is_device(name: &str) -> bool {
    // Behind the first dot stands what counts for nothing, and so do spaces before it.
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let digit = PORTS.iter().find_map(|port| stem.strip_prefix(port)).unwrap_or_default();
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '\u{b9}' | '\u{b2}' | '\u{b3}');
    let mut digits = digit.chars();
    DEVICES.contains(&&*stem) || digits.next().is_some_and(is_digit) && digits.next().is_none()
}

/// This name of a file, without its ending, where no system takes it for a device.
#[must_use]
pub fn no_device(name: &str) -> String {
    if is_device(name) { format!("{name}-file") } else { name.to_owned() }
}

/// A name as it is shown: one line, nothing unseen, at most 32 letters as a reader counts them.
#[must_use]
pub fn display_name(text: &str) -> String {
    shown(text, LETTERS)
}

/// The same for what a pad is called, which has a line of its own: at most 64 letters.
#[must_use]
pub fn display_title(text: &str) -> String {
    shown(text, TITLE_LETTERS)
}

fn shown(text: &str, most: usize) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfc();
    let seen = seen(text);
    let line = composed.normalize(&seen).split_whitespace().collect::<Vec<_>>().join(" ");
    let letters: String = fewer_marks(&line).graphemes(true).take(most).collect();
    letters.trim().to_owned()
}

fn fewer_marks(line: &str) -> String {
    let mut marks = 0;
    let few = line.chars().filter(|c| {
        marks = if is_mark(*c) { marks + 1 } else { 0 };
        marks <= MARKS
    });
    few.collect()
}

/// Whether a character stands on the letter before it.
fn is_mark(c: char) -> bool {
    let pair = ['a', c].iter().collect::<String>();
    !c.is_ascii() && !TABLE.dropped.have(c) && pair.graphemes(true).count() == 1
}

fn likened(text: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfkd();
    apart.normalize(text).chars().map(|c| TABLE.looks.get(&c).copied().unwrap_or(c)).collect()
}

/// How a name looks, and what it says in small letters: two names that share either can be taken
/// for each other (UTS 39's skeletons).
fn looks(name: &str) -> [String; 2] {
    let visible: String = likened(name).chars().filter(|c| !TABLE.dropped.have(*c)).collect();
    // in some fonts these are the same
    let look = visible.replace(['I', '1', '|'], "l").replace('0', "O");
    let look = look.replace("rn", "m").replace("vv", "w");
    [format!("look {look}"), format!("says {}", likened(&visible.to_lowercase()))]
}

/// How a name looks, to be compared with many.
#[derive(Clone, Copy, Debug, Default)]
pub struct Looks([u64; 2]);

impl Looks {
    /// How this name looks.
    #[must_use]
    pub fn of(name: &str) -> Self {
        Self(looks(name).map(|look| {
            let mut hasher = DefaultHasher::new();
            look.hash(&mut hasher);
            hasher.finish()
        }))
    }

    /// Whether the two names can be taken for each other.
    #[must_use]
    pub fn resemble(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(one, other)| *one == other)
    }
}

/// What each of these people (name by id) is called: "Anna", and who looks the same "Anna 2". The
/// order is that of the ids, so that all who show them call them alike, and that of their coming: who comes later as "Anna 2"
/// is not her.
#[must_use]
pub fn told_apart<Id: Ord + Hash + Copy>(people: &BTreeMap<Id, &str>) -> HashMap<Id, String> {
    let mut taken = HashSet::new();
    let mut called = HashMap::with_capacity(people.len());
    let mut call = |id: Id, name: String| {
        let looks = looks(&name);
        let is_free = !looks.iter().any(|look| taken.contains(look));
        if is_free {
            taken.extend(looks);
            called.insert(id, name);
        }
        is_free
    };
    for (id, name) in people.iter().filter(|(_, name)| !name.is_empty()) {
        if !call(*id, (*name).to_owned()) {
            let _ = (2..).find(|number: &usize| call(*id, format!("{name} {number}")));
        }
    }
    called
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_its_last_part_and_by_what_is_seen_of_it() {
        for (told, called) in [
            ("Tafel 3.png", "Tafel 3.png"),
            ("/home/ann/C:\\fakepath\\a.pdf", "a.pdf"),
            ("../../.bashrc", "bashrc"),
            ("bill\u{202e}fdp.exe", "billfdp.exe"),
            ("a\r\nb", "a b"),
            ("..", "file"),
            ("", "file"),
        ] {
            assert_eq!(file_name(told), called);
        }
        assert_eq!(file_name(&"x".repeat(500)).len(), FILE_LETTERS);
    }

    #[derive(Deserialize)]
    struct Vectors {
        clean: Vec<Clean>,
        called: Vec<Called>,
    }

    #[derive(Deserialize)]
    struct Clean {
        why: String,
        given: String,
        shown: String,
    }

    #[derive(Deserialize)]
    struct Called {
        why: String,
        people: BTreeMap<String, String>,
        called: HashMap<String, String>,
    }

    fn vectors() -> Vectors {
        serde_json::from_str(include_str!("../../tests/data/names.json")).unwrap()
    }

    #[test]
    fn names_lose_what_is_not_seen_and_keep_what_their_writing_needs() {
        for Clean { why, given, shown } in vectors().clean {
            assert_eq!(display_name(&given), shown, "{why}");
            assert_eq!(display_name(&shown), shown, "{why}, and once more");
        }
    }

    #[test]
    fn people_who_can_be_taken_for_each_other_are_numbered() {
        for Called { why, people, called } in vectors().called {
            let people = people.iter().map(|(id, name)| (&**id, &**name)).collect();
            let told: HashMap<_, _> =
                told_apart(&people).into_iter().map(|(id, name)| (id.to_owned(), name)).collect();
            assert_eq!(told, called, "{why}");
        }
    }

    #[test]
    fn every_name_that_windows_keeps_for_itself_is_one_and_no_other() {
        let ports = ["COM", "LPT"].into_iter().flat_map(|port| {
            let digits = ('0'..='9').chain(['\u{b9}', '\u{b2}', '\u{b3}']);
            digits.map(move |digit| format!("{port}{digit}"))
        });
        let devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].map(str::to_owned);
        for name in devices.into_iter().chain(ports) {
            for name in
                [name.to_lowercase(), format!("{name}.png"), format!("{name} .tar.gz"), name]
            {
                assert!(is_device(&name), "{name}");
            }
        }
        for name in
            ["", "com", "com10", "com\u{b9}1", "comma", "lptx", "console", "a.con", "com\u{2074}"]
        {
            assert!(!is_device(name), "{name}");
        }
    }
}
