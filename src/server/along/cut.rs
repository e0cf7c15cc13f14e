//! A page without the pictures that stand in it as they are, which are many times its text: cut out before anybody reads it.
//! The page's twin is `ui/src/pad/bring/along.ts`.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::base::file_address::FileAddress;

/// How a picture begins that stands in a page.
const DATA: &str = "data:image/";
/// Letters between that and its bytes: its kind.
const KIND_MAX: usize = 40;
const BASE64: &str = ";base64,";
/// Letters of a picture's element at most, as we write it: in what others write it is looked for no further.
const ELEMENT_MAX: usize = 600;

/// Cuts the pictures out of a page; in the place of each stands what `address` gives for where its base64 stands (`None`: it is not in
/// base64), or nothing. The same one is asked for once.
pub(super) fn cut(
    page: &str,
    mut address: impl FnMut(Option<Range<usize>>) -> Option<String>,
) -> String {
    let mut text = String::new();
    let mut known: HashMap<&str, Option<String>> = HashMap::new();
    let (mut done, mut from) = (0, 0);
    while let Some(at) = page[from..].find(DATA).map(|at| from + at) {
        from = at + DATA.len();
        let Some(end) = source_end(page, at) else { continue };
        let data = &page[at..end];
        let new = known.entry(data).or_insert_with(|| {
            let begin = data.find(BASE64).filter(|begin| *begin < KIND_MAX);
            address(begin.map(|begin| at + begin + BASE64.len()..end))
        });
        text.push_str(&page[done..at]);
        text.push_str(new.as_deref().unwrap_or_default());
        (done, from) = (end, end);
    }
    text.push_str(&page[done..]);
    text
}

/// Where the value of a `src` ends that begins here; `None` where it is none.
fn source_end(page: &str, at: usize) -> Option<usize> {
    let before = page[..at].trim_end_matches(['"', '\'']);
    let quote = page[..at].chars().next_back().filter(|_| before.len() + 1 == at)?;
    let name = before.trim_end().strip_suffix('=')?.trim_end();
    let name_at = name.len().checked_sub(3)?;
    let is_source = name.get(name_at..)?.eq_ignore_ascii_case("src")
        && name[..name_at].ends_with(|c: char| c.is_ascii_whitespace());
    is_source.then(|| page[at..].find(quote).map(|end| at + end)).flatten()
}

/// Which file of its document each picture of a capsule was, by where it stands in the page now.
pub(super) fn sources_in(page: &str) -> BTreeMap<String, String> {
    let mut sources = BTreeMap::new();
    for element in page.split("<img ").skip(1) {
        let element = element.split(['<', '>']).next().unwrap_or_default();
        let value = |name: &str| Some(element.split_once(name)?.1.split_once('"')?.0);
        let found = (element.len() <= ELEMENT_MAX).then(|| {
            // It stands first in what we write.
            let file = element.strip_prefix("data-file=\"")?.split_once('"')?.0;
            let id = |address| Some(FileAddress::read(address)?.id);
            Some((id(value(" src=\"")?)?, id(file)?))
        });
        if let Some((now, file)) = found.flatten() {
            sources.insert(now.to_owned(), file.to_owned());
        }
    }
    sources
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_cut_out_of_their_sources_alone_and_each_once() {
        let page = "<p>src=data:image/png;base64,AA</p><img alt=\"data:image/png;base64,BB\" \
                    src=\"data:image/png;base64,CCCC\"><img SRC = 'data:image/gif;base64,DDDD' x>\
                    <img src=\"data:image/png;base64,CCCC\"><img src=\"data:image/svg+xml,no\">\
                    <img src=\"data:image/png;base64,EEEE\">";
        let mut given = Vec::new();
        let cut = cut(page, |base64| {
            given.push(base64.map(|at| &page[at]));
            (given.len() < 4).then(|| format!("/f/{}", given.len()))
        });
        assert_eq!(
            cut,
            "<p>src=data:image/png;base64,AA</p><img alt=\"data:image/png;base64,BB\" \
             src=\"/f/1\"><img SRC = '/f/2' x><img src=\"/f/1\"><img src=\"/f/3\"><img src=\"\">"
        );
        assert_eq!(given, [Some("CCCC"), Some("DDDD"), None, Some("EEEE")]);
    }

    #[test]
    fn a_picture_of_a_capsule_says_which_file_of_its_document_it_was() {
        let page = "<img data-file=\"/f/aa#b=Milo\" alt=\"b\" width=\"40\" src=\"/f/11\"><img alt=\"\" \
                    src=\"/f/22\"><img data-file=\"/f/cc\" alt=\"src=&quot;\">";
        assert_eq!(sources_in(page), BTreeMap::from([("11".to_owned(), "aa".to_owned())]));
    }

    #[test]
    fn a_page_of_pictures_that_never_end_is_read_as_quickly_as_any_other() {
        let page = "<img src=\"data:image/png;base64,".repeat(200_000);
        assert!(cut(&page, |_| None).len() < page.len());
        let one = "<img src='data:image/".repeat(200_000);
        assert!(cut(&one, |_| None).len() < one.len());
    }
}
