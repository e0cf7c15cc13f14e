//! What a Rust file holds, read as the compiler's own tokens: so a list in braces, a bound with brackets and what
//! stands in a macro are counted as what they are, and what stands in a text is not.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What one file holds.
#[derive(Default)]
pub(super) struct Holds {
    /// Its functions with how many parameters each has beside `self`.
    pub(super) functions: Vec<(String, usize)>,
    /// The structs, enums and traits that it defines.
    pub(super) types: BTreeSet<String>,
    /// Paths that begin with `crate` or `super`, word by word.
    pub(super) paths: BTreeSet<Vec<String>>,
}

impl Holds {
    /// Of a file's text; the error names what is no Rust.
    pub(super) fn of(text: &str) -> Result<Self, String> {
        let tokens: TokenStream = text.parse().map_err(|error| format!("{error}"))?;
        let mut holds = Self::default();
        holds.read(tokens);
        Ok(holds)
    }

    fn read(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            let seen_from = word(&tokens[at]).is_some_and(|word| word == "pub");
            if seen_from && is_group(&tokens, at + 1, Delimiter::Parenthesis) {
                // From where something may be seen is no import.
                at += 2;
                continue;
            }
            let name = tokens.get(at + 1).and_then(word);
            match (word(&tokens[at]).as_deref(), name) {
                (Some("fn"), Some(name)) => {
                    self.functions.extend(parameters(&tokens[at + 2..]).map(|n| (name, n)))
                }
                (Some("struct" | "enum" | "trait"), Some(name)) => drop(self.types.insert(name)),
                (Some("use"), _) => {
                    let end = tokens[at..].iter().position(|token| is(token, ';'));
                    let end = end.map_or(tokens.len(), |end| at + end);
                    self.tree(&tokens[at + 1..end], &[]);
                    at = end;
                }
                (Some("crate" | "super"), _) => drop(self.paths.insert(path(&tokens[at..]))),
                _ => {}
            }
            if let Some(TokenTree::Group(group)) = tokens.get(at) {
                self.read(group.stream());
            }
            at += 1;
        }
    }

    /// What a `use` names, of which these words are the beginning.
    fn tree(&mut self, tokens: &[TokenTree], before: &[String]) {
        for each in tokens.split(|token| is(token, ',')) {
            let mut words = [before, &path(each)].concat();
            words.retain(|word| word != "self");
            match each.iter().find_map(group) {
                Some(list) => self.tree(&list.into_iter().collect::<Vec<_>>(), &words),
                None if matches!(words.first().map(String::as_str), Some("crate" | "super")) => {
                    self.paths.insert(words);
                }
                None => {}
            }
        }
    }
}

fn word(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(word) => Some(word.to_string()),
        _ => None,
    }
}

fn is(token: &TokenTree, point: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == point)
}

fn is_group(tokens: &[TokenTree], at: usize, delimiter: Delimiter) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Group(group)) if group.delimiter() == delimiter)
}

fn group(token: &TokenTree) -> Option<TokenStream> {
    match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    }
}

/// The words of the path that begins here, as far as `::` goes on.
fn path(tokens: &[TokenTree]) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = tokens;
    while let Some(next) = rest.first().and_then(word) {
        words.push(next);
        match rest {
            [_, one, two, after @ ..] if is(one, ':') && is(two, ':') => rest = after,
            _ => break,
        }
    }
    words
}

/// How many parameters the function has of whose name these tokens come next: a list in brackets after its generics.
fn parameters(tokens: &[TokenTree]) -> Option<usize> {
    let mut depth = 0;
    let mut before = ' ';
    for token in tokens {
        depth = deeper(depth, token, &mut before);
        match token {
            TokenTree::Group(list) if depth == 0 && list.delimiter() == Delimiter::Parenthesis => {
                return Some(count(list.stream()));
            }
            _ => {}
        }
    }
    None
}

/// Of a list of parameters, those that are not `self`.
fn count(list: TokenStream) -> usize {
    let (mut depth, mut before) = (0, ' ');
    let mut each: Vec<Vec<TokenTree>> = vec![Vec::new()];
    for token in list {
        depth = deeper(depth, &token, &mut before);
        if depth == 0 && is(&token, ',') {
            each.push(Vec::new());
        } else if let Some(last) = each.last_mut() {
            last.push(token);
        }
    }
    let is_self = |tokens: &[TokenTree]| {
        let mut words = tokens.iter().take_while(|token| !is(token, ':')).filter_map(word);
        words.any(|word| word == "self")
    };
    each.iter().filter(|tokens| !tokens.is_empty() && !is_self(tokens)).count()
}

/// How many `<` are open after this token; the arrow of a function's result closes none.
fn deeper(depth: i32, token: &TokenTree, before: &mut char) -> i32 {
    let now = match token {
        TokenTree::Punct(punct) => punct.as_char(),
        _ => ' ',
    };
    let last = std::mem::replace(before, now);
    depth + i32::from(now == '<') - i32::from(now == '>' && last != '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str) -> Vec<usize> {
        Holds::of(text).unwrap().functions.into_iter().map(|(_, count)| count).collect()
    }

    fn paths(text: &str) -> Vec<String> {
        Holds::of(text).unwrap().paths.iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn parameters_are_counted_whatever_stands_in_them() {
        assert_eq!(counts("fn a() {} fn b(&self, (x, y): (u8, u8), z: M<u8, Vec<u8>>) {}"), [0, 2]);
        assert_eq!(counts("fn c(\nx: u8,\ny: impl Fn(u8, u8) -> u8,\n) {}"), [2]);
        assert_eq!(counts("fn d<F: Fn(u8) -> u8>(&'a mut self, f: F, g: A<{ 1 }>) {}"), [2]);
        assert_eq!(
            counts("fn e(f: fn(u8, u8), #[cfg(unix)] g: u8) { fn inner(a: u8) {} }"),
            [2, 1]
        );
        assert_eq!(counts("fn f(self: &mut Pin<Self>, a: u8) {}"), [1]);
    }

    #[test]
    fn what_is_imported_is_found_in_braces_and_in_code() {
        assert_eq!(paths("use crate::{a::{B, c}, d};"), ["crate::a::B", "crate::a::c", "crate::d"]);
        assert_eq!(paths("use super::a::{self, B as C};"), ["super::a", "super::a::B"]);
        assert_eq!(paths("fn f() { select! { () = crate::a::b() => {} } }"), ["crate::a::b"]);
        assert_eq!(paths("pub(in crate::a) struct B; pub(super) fn c() {}"), [""; 0]);
        assert_eq!(
            paths("const A: &str = \"crate::a\"; // crate::b\nuse std::crate_like;"),
            [""; 0]
        );
    }

    #[test]
    fn a_type_is_found_wherever_it_is_seen_from() {
        let types = Holds::of("pub(in crate::a) struct A; fn f() { enum B {} } type C = u8;")
            .unwrap()
            .types;
        assert_eq!(types.into_iter().collect::<Vec<_>>(), ["A", "B"]);
    }
}
