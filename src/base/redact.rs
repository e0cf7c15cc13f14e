//! What a line says without the secrets that stand in the links of it: an error is copied into a chat, and a journal is read by many.

use std::borrow::Cow;

/// A one-time code has more characters than this; what is shorter is a folder.
const SHORTEST_CODE: usize = 8;
/// What a secret's name is in a query.
const NAMES: [&str; 2] = ["key=", "token="];
/// What stands behind a link in a sentence, and is none of it.
const AROUND: &[char] = &['\'', '"', '`', '.', ',', ':', ';', '!', '?', ')', ']', '>', '\u{201d}'];

/// The same with `…` in the place of each key, one-time code and password of a link.
#[must_use]
pub fn redacted(text: &str) -> String {
    text.split_inclusive(char::is_whitespace).map(word).collect()
}

fn word(word: &str) -> Cow<'_, str> {
    let mut word = Cow::Borrowed(word);
    for hide in [password, fragment, query, once] {
        if let Some(tame) = hide(&word) {
            word = Cow::Owned(tame);
        }
    }
    word
}

/// `http://user:password@host`: who it is, too.
fn password(word: &str) -> Option<String> {
    let (scheme, rest) = word.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let at = rest[..end].rfind('@')?;
    Some(format!("{scheme}://…{}", &rest[at..]))
}

/// What is behind a `#`, also where a program has escaped it.
fn fragment(word: &str) -> Option<String> {
    let marks = ["#", "%23"].into_iter();
    let (before, mark, after) = marks
        .filter_map(|mark| word.split_once(mark).map(|(before, after)| (before, mark, after)))
        .min_by_key(|(before, ..)| before.len())?;
    let kept = of_sentence(after);
    (kept.len() < after.len()).then(|| format!("{before}{mark}…{kept}"))
}

/// `?key=…`, as sockets are opened.
fn query(word: &str) -> Option<String> {
    let is_named = |at: &usize| word[..*at].ends_with(['?', '&']);
    let found = NAMES.iter().filter_map(|name| {
        let at = word.match_indices(name).map(|(at, _)| at).find(is_named)?;
        Some(at + name.len())
    });
    let from = found.min()?;
    let (before, value) = word.split_at(from);
    let kept = value.find('&').map_or_else(|| of_sentence(value), |end| &value[end..]);
    let kept = query(kept).map_or(Cow::Borrowed(kept), Cow::Owned);
    (kept.len() < value.len()).then(|| format!("{before}…{kept}"))
}

/// `/h/CODE`, the host's short link.
fn once(word: &str) -> Option<String> {
    let at = word.to_ascii_lowercase().find("/h/")? + "/h/".len();
    let (before, after) = word.split_at(at);
    let end = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
    (end >= SHORTEST_CODE).then(|| format!("{before}…{}", &after[end..]))
}

fn of_sentence(after: &str) -> &str {
    let of_sentence = |c: char| c.is_whitespace() || AROUND.contains(&c);
    &after[after.trim_end_matches(of_sentence).len()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_told_without_what_opens_it_and_all_else_stays() {
        for (text, told) in [
            ("'http://x:7780/p/notes#abc_d-e' found\n", "'http://x:7780/p/notes#…' found\n"),
            ("unexpected \"x/p/y%23abc\", twice: #abc", "unexpected \"x/p/y%23…\", twice: #…"),
            (
                "ws://x/ws/a?x=1&key=abc&y=2 http://x/?token=abc.",
                "ws://x/ws/a?x=1&key=…&y=2 http://x/?token=….",
            ),
            ("http://user:p@w@host/a https://host/a@b", "http://…@host/a https://host/a@b"),
            (
                "http://localhost:7780/h/K7QPM3XW9RTD: no answer",
                "http://localhost:7780/h/…: no answer",
            ),
            ("monkey=1 /h/notes C# `#` 15m a@b", "monkey=1 /h/notes C# `#` 15m a@b"),
            ("http://u:p@x/p/y#abc", "http://…@x/p/y#…"),
        ] {
            assert_eq!(redacted(text), told);
        }
    }
}
