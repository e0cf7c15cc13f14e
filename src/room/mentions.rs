//! Which files a text refers to: found in its pieces, and across them, since an address that somebody has typed or marked in parts
//! stands in several.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Bound;

use fadepad_store::LiveBody;

use crate::base::file_address::{FILE_PATH, file_address};
use crate::base::ids::{FILE_ID_LEN, FileId};

/// Bytes of a file's address in a text.
const ADDRESS: usize = FILE_PATH.len() + FILE_ID_LEN;
/// Pieces of addresses that are tried together at most. Where that is not enough every file counts as referred to: one is freed too late, and never too early.
const TRIES: usize = 100_000;

/// Which of these files are referred to.
pub(super) fn mentioned<'a, I>(bodies: impl Fn() -> I, files: BTreeSet<FileId>) -> HashSet<FileId>
where
    I: Iterator<Item = LiveBody<'a>>,
{
    let mut found: HashSet<_> = bodies().flat_map(|body| ids_in(body.bytes)).collect();
    found.retain(|id| files.contains(id));
    let missing: BTreeSet<String> =
        files.iter().filter(|id| !found.contains(id)).map(file_address).collect();
    if missing.is_empty() {
        return found;
    }
    match (AddressPieces { missing, tries: TRIES }).joined(&bodies) {
        Some(joined) => found.extend(joined),
        None => found.extend(files),
    }
    found
}

/// The ids of files that stand in this, each behind the path that a text refers to it by.
fn ids_in(body: &[u8]) -> impl Iterator<Item = FileId> {
    body.windows(ADDRESS).filter_map(address)
}

fn address(bytes: &[u8]) -> Option<FileId> {
    std::str::from_utf8(bytes.strip_prefix(FILE_PATH.as_bytes())?).ok()?.parse().ok()
}

/// Addresses that stand in no piece by itself.
struct AddressPieces {
    missing: BTreeSet<String>,
    tries: usize,
}

impl AddressPieces {
    /// The files whose addresses can be put together from pieces of one list; `None` where that is too much to try.
    fn joined<'a, I>(mut self, bodies: impl Fn() -> I) -> Option<Vec<FileId>>
    where
        I: Iterator<Item = LiveBody<'a>>,
    {
        // Few lists have a piece that ends as an address begins.
        let mut begun: HashMap<u32, BTreeSet<&[u8]>> = HashMap::new();
        let texts = || bodies().filter(|body| body.is_text && !body.bytes.is_empty());
        for body in texts() {
            let longest = body.bytes.len().min(ADDRESS - 1);
            let ends = (1..=longest).map(|len| &body.bytes[body.bytes.len() - len..]);
            for end in ends.filter(|end| self.begins(end)) {
                begun.entry(body.list).or_default().insert(end);
            }
        }
        if begun.is_empty() {
            return Some(Vec::new());
        }
        let mut pieces: HashMap<u32, Vec<&[u8]>> = HashMap::new();
        for body in texts().filter(|body| begun.contains_key(&body.list)) {
            pieces.entry(body.list).or_default().push(body.bytes);
        }
        let mut found = Vec::new();
        for (list, begun) in begun {
            self.follow((begun, &pieces[&list]), &mut found)?;
        }
        Some(found)
    }

    /// Puts these pieces behind each beginning, and behind what comes of that.
    fn follow(
        &mut self,
        (begun, pieces): (BTreeSet<&[u8]>, &[&[u8]]),
        found: &mut Vec<FileId>,
    ) -> Option<()> {
        let mut seen: HashSet<Vec<u8>> = begun.into_iter().map(<[u8]>::to_vec).collect();
        let mut waiting: Vec<_> = seen.iter().cloned().collect();
        while let Some(begin) = waiting.pop() {
            for piece in pieces {
                self.tries = self.tries.checked_sub(1)?;
                let next = &piece[..piece.len().min(ADDRESS - begin.len())];
                let longer = [&begin, next].concat();
                if !self.begins(&longer) {
                    continue;
                }
                match address(&longer) {
                    Some(id) => found.push(id),
                    None if seen.insert(longer.clone()) => waiting.push(longer),
                    None => {}
                }
            }
        }
        Some(())
    }

    /// Whether an address that is looked for begins like this.
    fn begins(&self, with: &[u8]) -> bool {
        let Ok(with) = std::str::from_utf8(with) else { return false };
        let from = (Bound::Included(with), Bound::Unbounded);
        self.missing.range::<str, _>(from).next().is_some_and(|it| it.starts_with(with))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_lists(texts: &[(u32, &str)], files: &[FileId]) -> Vec<FileId> {
        let bodies = || {
            texts.iter().map(|(list, text)| LiveBody {
                list: *list,
                is_text: true,
                bytes: text.as_bytes(),
            })
        };
        let found = mentioned(bodies, files.iter().copied().collect());
        files.iter().copied().filter(|id| found.contains(id)).collect()
    }

    #[test]
    fn ids_are_found_wherever_they_stand_in_bytes() {
        let id = FileId::random().unwrap();
        let found = |text: String| ids_in(text.as_bytes()).collect::<Vec<_>>();
        assert_eq!(found(format!("\u{1}w\u{17}http://10.0.0.1:7780/f/{id}\u{2}")), [id]);
        assert_eq!(found(format!("/f/{id}")), [id]);
        assert_eq!(found(format!("/f/{}", &id.to_string()[1..])), []);
        assert_eq!(found(format!("/g/{id}")), []);
    }

    #[test]
    fn an_address_in_parts_is_found_wherever_it_is_cut_and_of_one_line_alone() {
        // No digit of the one is in the other, or its letters could be put together to the other.
        let (id, other) = ("01234567".repeat(4), "89abcdef".repeat(4));
        let address = format!("/f/{id}");
        let (id, other): (FileId, FileId) = (id.parse().unwrap(), other.parse().unwrap());
        for at in 1..ADDRESS {
            let (before, after) = address.split_at(at);
            let (before, after) = (format!("see http://x{before}"), format!("{after}, \u{e9}"));
            let parts = [(1, &*after), (1, "and \u{e9}"), (1, &*before)];
            assert_eq!(in_lists(&parts, &[id, other]), [id], "cut at {at}");
            assert_eq!(in_lists(&[(1, &before), (2, &after)], &[id]), [], "in two lines, at {at}");
        }
        let letters: Vec<_> = (0..ADDRESS).rev().map(|at| (7, &address[at..=at])).collect();
        assert_eq!(in_lists(&letters, &[id]), [id], "a letter a piece");
        assert_eq!(in_lists(&letters[1..], &[other]), []);
    }

    #[test]
    fn where_too_much_would_have_to_be_tried_every_file_counts_as_referred_to() {
        let files: Vec<_> = (0..20).map(|_| FileId::random().unwrap()).collect();
        let texts = vec![(1, "/f/"); TRIES];
        assert_eq!(in_lists(&texts, &files).len(), 20);
        let texts = vec![(1, "a long text of nothing"); TRIES];
        assert_eq!(in_lists(&texts, &files), []);
    }
}
