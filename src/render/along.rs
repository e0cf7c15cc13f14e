//! What comes along with a text that is brought in: which file of the pad each picture is that it shows. Of a file its reader in
//! the child knows no more than what the text calls it; the bytes never go through that.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::blocks::Block;
use crate::base::file_address::{FileAddress, file_address};

/// A file that a text may refer to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileAlong {
    /// Its id in the pad.
    pub id: String,
    /// Whether it is shown where it stands.
    pub is_picture: bool,
}

/// Files by what a text calls them: a path in a zip; the id in the document that a capsule holds; nothing in a page, where
/// each stands by its new address already.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Along {
    /// All that there are.
    pub files: BTreeMap<String, FileAlong>,
    /// Ids of those that the pad has no place for: their words stand in their place.
    pub left_out: BTreeSet<String>,
}

/// A Markdown text of a zip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextAlong {
    /// The folder that it lies in: its paths begin there.
    pub folder: String,
    /// All of it.
    pub text: String,
}

impl Along {
    /// The file that a text in this folder calls so.
    pub(super) fn find(&self, folder: &str, path: &str) -> Option<&FileAlong> {
        let spelled = spelled(path);
        [path, &*spelled].into_iter().find_map(|path| self.files.get(&within(folder, path)))
    }

    /// The blocks of a document with the ids that its files have in this pad.
    pub(super) fn renamed(&self, blocks: &mut [Block]) {
        for block in blocks {
            let known = address_in(block).and_then(|at| Some((self.files.get(at.id)?, at.about)));
            if let Some((file, about)) = known {
                let url = file_address(&file.id) + about;
                block.props.insert("url".into(), url.into());
            }
            self.renamed(&mut block.children);
        }
    }

    /// The blocks with words in the place of what is left out.
    pub(super) fn without_left_out(&self, blocks: Vec<Block>) -> Vec<Block> {
        let mut all = Vec::new();
        for mut block in blocks {
            block.children = self.without_left_out(block.children);
            if !address_in(&block).is_some_and(|at| self.left_out.contains(at.id)) {
                all.push(block);
                continue;
            }
            let words = ["caption", "name"].into_iter().find_map(|name| block.text(name));
            if words.is_some() || !block.children.is_empty() {
                let line = Block::words(words.unwrap_or_default());
                all.push(Block { children: block.children, ..line });
            }
        }
        all
    }
}

/// The file of the pad that a block shows.
pub(super) fn address_in(block: &Block) -> Option<FileAddress<'_>> {
    FileAddress::read(block.is_file().then(|| block.text("url")).flatten()?)
}

/// The files that blocks show, with what each is called there first.
pub(super) fn shown_in(blocks: &[Block], shown: &mut BTreeMap<String, String>) {
    for block in blocks {
        if let Some(FileAddress { id, .. }) = address_in(block) {
            let name = block.text("name").unwrap_or_default();
            shown.entry(id.to_owned()).or_insert_with(|| name.to_owned());
        }
        shown_in(&block.children, shown);
    }
}

/// A path without the signs that stand for letters in a link (RFC 3986 §2.1).
fn spelled(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let sign = after.get(..2).and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(sign.unwrap_or(b'%'));
        rest = if sign.is_some() { &after[2..] } else { after };
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a path means in a text that lies in this folder of a zip: no way leads out of it.
fn within(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_in_a_zip_leads_nowhere_else_and_is_found_as_it_is_spelled_in_a_link() {
        for (folder, path, is) in [
            ("", "files/a.png", "files/a.png"),
            ("notes", "../files/./a.png", "files/a.png"),
            ("notes", "../../../etc/passwd", "etc/passwd"),
            ("a//b", "/c", "a/b/c"),
        ] {
            assert_eq!(within(folder, path), is);
        }
        let file = FileAlong { id: "1".into(), is_picture: true };
        let files = BTreeMap::from([("x/Tafel 1.png".to_owned(), file.clone())]);
        let along = Along { files, ..Along::default() };
        assert_eq!(along.find("x", "Tafel%201.png"), Some(&file));
        assert_eq!(along.find("x", "Tafel 1.png"), Some(&file));
        assert_eq!(along.find("", "Tafel%201.png"), None);
    }
}
