//! Text that Markdown would read as something else, written so that it is read as it stands: the rules of
//! `mdast-util-to-markdown`, with which the page writes.

/// What a text stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Construct {
    Phrasing,
    Heading,
    Cell,
    Label,
    Autolink,
    Literal,
    Raw,
    Language,
    List,
    Item,
    Quote,
    Marked,
}
use Construct::{Autolink, Cell, Heading, Label, Language, Literal, Phrasing, Raw};

/// When a character is misread.
struct Unsafe {
    character: char,
    /// Only at the start of a line.
    at_break: bool,
    before: Before,
    after: After,
    within: &'static [Construct],
    /// Not where whole phrases are spelled: in addresses.
    not_in_spans: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Before {
    Any,
    Digits,
    One(&'static str),
}

#[derive(Clone, Copy, PartialEq)]
enum After {
    Any,
    One(&'static str),
    OneOrEnd(&'static str),
    /// A letter, or one of these.
    LetterOr(&'static str),
}

const EOL: &str = "\r\n";
const SPANS: [Construct; 3] = [Autolink, Literal, Raw];
const PHRASING: &[Construct] = &[Phrasing];

const fn rule(character: char, within: &'static [Construct]) -> Unsafe {
    let (before, after) = (Before::Any, After::Any);
    Unsafe { character, at_break: false, before, after, within, not_in_spans: false }
}

const fn span(character: char) -> Unsafe {
    Unsafe { not_in_spans: true, ..rule(character, PHRASING) }
}

const fn at_break(character: char, after: After) -> Unsafe {
    Unsafe { at_break: true, after, ..rule(character, &[]) }
}

const fn after(character: char, after: &'static str) -> Unsafe {
    Unsafe { after: After::One(after), ..rule(character, PHRASING) }
}

const fn before(character: char, before: &'static str) -> Unsafe {
    Unsafe { before: Before::One(before), ..rule(character, PHRASING) }
}

const TAG: After = After::LetterOr("!/?");

static UNSAFE: [Unsafe; 48] = [
    after('\t', EOL),
    before('\t', EOL),
    rule('\t', &[Language]),
    rule('\r', &[Language, Literal, Heading]),
    rule('\n', &[Language, Literal, Heading]),
    before('\r', EOL),
    after('\r', "\r"),
    before('\n', "\n"),
    after('\n', EOL),
    after(' ', EOL),
    before(' ', EOL),
    rule(' ', &[Language]),
    Unsafe { after: After::One("["), ..span('!') },
    at_break('#', After::Any),
    Unsafe { after: After::OneOrEnd(EOL), ..rule('#', &[Heading]) },
    Unsafe { after: After::LetterOr("#"), ..rule('&', &[Language, Literal, Raw, Phrasing]) },
    rule('(', &[Raw]),
    Unsafe { before: Before::One("]"), ..span('(') },
    Unsafe { before: Before::Digits, ..at_break(')', After::Any) },
    rule(')', &[Raw]),
    at_break('*', After::One(" \t\r\n*")),
    span('*'),
    at_break('+', After::One(" \t\r\n")),
    at_break('-', After::One(" \t\r\n-")),
    Unsafe { before: Before::Digits, ..at_break('.', After::OneOrEnd(" \t\r\n")) },
    at_break('<', TAG),
    Unsafe { after: TAG, ..span('<') },
    rule('<', &[Literal]),
    at_break('=', After::Any),
    at_break('>', After::Any),
    rule('>', &[Literal]),
    at_break('[', After::Any),
    span('['),
    rule('[', &[Label]),
    after('\\', EOL),
    rule(']', &[Label]),
    at_break('_', After::Any),
    span('_'),
    at_break('`', After::Any),
    rule('`', &[Language]),
    span('`'),
    at_break('~', After::Any),
    span('~'),
    rule('\r', &[Cell]),
    rule('\n', &[Cell]),
    at_break('|', After::One("\t :-")),
    rule('|', &[Cell]),
    at_break(':', After::One("-")),
];
/// The head of a table.
static UNSAFE_HEAD: Unsafe = at_break('-', After::One(":|-"));

impl Unsafe {
    fn is_in_scope(&self, stack: &[Construct]) -> bool {
        let within = self.within.is_empty() || self.within.iter().any(|one| stack.contains(one));
        within && !(self.not_in_spans && SPANS.iter().any(|one| stack.contains(one)))
    }

    /// Whether the character at `at` is one of these.
    fn matches(&self, value: &[char], at: usize) -> bool {
        let follows = match (self.after, value.get(at + 1)) {
            (After::Any, _) => true,
            (After::One(set) | After::OneOrEnd(set), Some(next)) => set.contains(*next),
            (After::LetterOr(set), Some(next)) => next.is_ascii_alphabetic() || set.contains(*next),
            (After::OneOrEnd(_), None) => true,
            (After::One(_) | After::LetterOr(_), None) => false,
        };
        follows && self.comes_after(&value[..at])
    }

    fn comes_after(&self, mut head: &[char]) -> bool {
        match self.before {
            Before::Any => {}
            Before::Digits => {
                let digits = head.iter().rev().take_while(|c| c.is_ascii_digit()).count();
                if digits == 0 {
                    return false;
                }
                head = &head[..head.len() - digits];
            }
            Before::One(set) => {
                return head.last().is_some_and(|last| set.contains(*last));
            }
        }
        if !self.at_break {
            return true;
        }
        let space = head.iter().rev().take_while(|c| matches!(c, '\t' | ' ')).count();
        let last = head.len().checked_sub(space + 1).and_then(|at| head.get(at));
        last.is_some_and(|last| EOL.contains(*last))
    }
}

/// Whether a line break can't stand in this place.
pub(super) fn forbids_break(stack: &[Construct]) -> bool {
    [Language, Literal, Heading, Cell].iter().any(|one| stack.contains(one))
}

/// What kind of character this is beside a sign of Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Letter,
    Space,
    Punctuation,
}

/// Beyond the first plane the page's library sees halves of characters, which are no punctuation.
pub(super) fn class_of(c: Option<char>) -> Class {
    match c {
        Some(c) if c.is_whitespace() => Class::Space,
        Some(c) if c.is_ascii_punctuation() => Class::Punctuation,
        Some(c)
            if !c.is_alphanumeric()
                && !c.is_control()
                && u32::from(c) > 0x7F
                && u32::from(c) < 0xD800
                && !crate::render::links::is_invisible(c)
                && !is_combining(c) =>
        {
            Class::Punctuation
        }
        _ => Class::Letter,
    }
}

fn is_combining(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5C7 | 0x610..=0x61A | 0x64B..=0x65F
        | 0x900..=0x903 | 0x93A..=0x94F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0x302A..=0x302F)
}

/// A character by its number.
pub(super) fn reference(c: char) -> String {
    format!("&#x{:X};", u32::from(c))
}

/// What stands around a text, and which signs are spelled by their number.
pub(super) struct EscapeContext<'a> {
    pub(super) before: &'a str,
    pub(super) after: &'a str,
    pub(super) encode: &'a str,
}

/// Where a character is misread, and whether that is by what stands before it, or after.
#[derive(Clone, Copy)]
struct Misreading {
    at: usize,
    before: bool,
    after: bool,
}

fn places(stack: &[Construct], value: &[char]) -> Vec<Misreading> {
    let rules: Vec<&Unsafe> =
        UNSAFE.iter().chain([&UNSAFE_HEAD]).filter(|rule| rule.is_in_scope(stack)).collect();
    let mut found = Vec::new();
    for (at, c) in value.iter().enumerate() {
        let mut place: Option<Misreading> = None;
        for rule in rules.iter().filter(|rule| rule.character == *c && rule.matches(value, at)) {
            let before = rule.at_break || rule.before != Before::Any;
            let after = rule.after != After::Any;
            place = Some(match place {
                None => Misreading { at, before, after },
                Some(old) => {
                    Misreading { at, before: old.before && before, after: old.after && after }
                }
            });
        }
        found.extend(place);
    }
    found
}

/// A text as it is written in this place.
pub(super) fn safe(stack: &[Construct], text: &str, around: &EscapeContext<'_>) -> String {
    let value: Vec<char> =
        around.before.chars().chain(text.chars()).chain(around.after.chars()).collect();
    let offset = around.before.chars().count();
    let end = value.len() - around.after.chars().count();
    let places = if stack.contains(&Autolink) { Vec::new() } else { places(stack, &value) };
    let is_place = |at: usize| places.binary_search_by_key(&at, |place| place.at).is_ok();
    let (mut result, mut start, mut n) = (String::new(), offset, 0);
    while n < places.len() {
        let place = places[n];
        let at = place.at;
        n += 1;
        if at < start || at >= end {
            continue;
        }
        if value[at] == '_'
            && let Some(skip) = within_word(&value, (offset, end), at, &is_place)
            && places.get(n - 1 + skip).is_some_and(|last| last.at == at + skip)
        {
            n += skip;
            continue;
        }
        let next = places.get(n).filter(|next| next.at == at + 1 && next.at < end);
        let last = n.checked_sub(2).and_then(|n| places.get(n));
        let last = last.filter(|last| at > offset && last.at + 1 == at);
        let bare = |other: Option<&Misreading>| other.is_some_and(|one| !one.before && !one.after);
        if (place.after && bare(next)) || (place.before && bare(last)) {
            continue;
        }
        if start != at {
            push_slashes(&mut result, &value[start..at], Some('\\'));
        }
        start = at + 1;
        if value[at].is_ascii_punctuation() && !around.encode.contains(value[at]) {
            result.extend(['\\', value[at]]);
        } else {
            result.push_str(&reference(value[at]));
        }
    }
    let rest = value.get(start..end).unwrap_or_default();
    if stack.contains(&Autolink) {
        result.extend(rest);
    } else {
        push_slashes(&mut result, rest, around.after.chars().next());
    }
    result
}

/// How many `_` follow this one where all of them stand within a word: there they mean nothing.
fn within_word(
    value: &[char],
    (offset, end): (usize, usize),
    at: usize,
    is_place: &impl Fn(usize) -> bool,
) -> Option<usize> {
    let is_sign = |c: Option<&char>| matches!(c, Some('*' | '_'));
    let before = at.checked_sub(1)?;
    let starts = class_of(value.get(before).copied()) == Class::Letter
        && !is_place(before)
        && !(before == offset && offset > 0 && is_sign(value.get(offset - 1)));
    let close = (at + 1..end).find(|n| value[*n] != '_').unwrap_or(end);
    let ends = close < value.len()
        && class_of(value.get(close).copied()) == Class::Letter
        && !is_place(close)
        && !(close + 1 == end && is_sign(value.get(end)));
    (starts && ends).then_some(close - at - 1)
}

/// A backslash before what could be escaped is escaped itself.
fn push_slashes(result: &mut String, slice: &[char], after: Option<char>) {
    for (n, c) in slice.iter().enumerate() {
        let next = slice.get(n + 1).copied().or(after);
        if *c == '\\' && next.is_some_and(|next| next.is_ascii_punctuation()) {
            result.push('\\');
        }
        result.push(*c);
    }
}
