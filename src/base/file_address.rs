//! The address of a pad's file, as texts refer to it: `/f/ID`, and behind a `#` what pages say of it.

use std::fmt::Display;

/// What stands before a file's id.
pub const FILE_PATH: &str = "/f/";

/// An address, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileAddress<'a> {
    /// What may be an id.
    pub id: &'a str,
    /// Who brought it, and how large it is, for pages, with its `#`; or nothing.
    pub about: &'a str,
}

impl<'a> FileAddress<'a> {
    /// Reads one; `None` where it leads elsewhere.
    #[must_use]
    pub fn read(url: &'a str) -> Option<Self> {
        let rest = url.strip_prefix(FILE_PATH)?;
        let (id, about) = rest.split_at(rest.find('#').unwrap_or(rest.len()));
        Some(Self { id, about })
    }
}

/// The address of the file of this id.
#[must_use]
pub fn file_address(id: impl Display) -> String {
    format!("{FILE_PATH}{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_id_is_no_part_of_it() {
        let made = file_address("ab");
        let read = |url| FileAddress::read(url).map(|FileAddress { id, about }| (id, about));
        assert_eq!(read("/f/ab#b=Milo&w=4#x"), Some(("ab", "#b=Milo&w=4#x")));
        assert_eq!(read(&made), Some(("ab", "")));
        assert_eq!((read("http://x/f/ab"), read("#/f/ab"), read("/f")), (None, None, None));
    }
}
