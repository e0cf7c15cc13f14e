//! Texts for a screen of some width: measured as terminals show them, broken between words, cut
//! where they have one row.

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter, WrapAlgorithm};

use crate::base::screen::Screen;

/// How far texts stand from the left edge.
pub const INDENT: &str = "  ";

/// Columns that a text takes; East Asian letters take two, escape sequences none.
#[must_use]
pub fn width(text: &str) -> usize {
    display_width(text)
}

/// Breaks a text between words; the first row begins with the one indent, those after it with the other. A word that is wider than
/// the screen, such as an address, stays whole.
#[must_use]
pub fn wrap(text: &str, (first, later): (&str, &str), columns: usize) -> Vec<String> {
    let options = Options::new(columns)
        .initial_indent(first)
        .subsequent_indent(later)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .break_words(false);
    textwrap::wrap(text, options).into_iter().map(String::from).collect()
}

/// A sentence below the greeting, indented.
#[must_use]
pub fn paragraph(text: &str, columns: usize) -> Vec<String> {
    wrap(text, (INDENT, INDENT), columns)
}

/// What must not be broken, on a line of its own; its indent goes before it breaks.
#[must_use]
pub fn alone(text: &str, columns: usize) -> String {
    let indented = format!("{INDENT}{text}");
    if width(&indented) <= columns { indented } else { text.to_owned() }
}

/// The beginning of a text that is too wide, with "…".
#[must_use]
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if width(&kept) + 1 > columns {
            kept.pop();
            break;
        }
    }
    kept.truncate(kept.trim_end().len());
    if columns > 0 { kept + "…" } else { kept }
}

/// A text as this screen shows it: without UTF-8 in ASCII.
#[must_use]
pub fn shown(text: &str, screen: &Screen) -> String {
    if screen.unicode || text.is_ascii() {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '…' => plain.push_str("..."),
            '→' => plain.push_str("->"),
            '✓' => plain.push_str("ok"),
            '✗' => plain.push_str("no"),
            '’' => plain.push('\''),
            '“' | '”' => plain.push('"'),
            '–' | '−' => plain.push('-'),
            c if c.is_ascii() => plain.push(c),
            _ => plain.push('?'),
        }
    }
    plain
}

/// Somebody's own word, without what would turn the rest of the row round.
#[must_use]
pub fn tame(word: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    word.chars().filter(|c| !c.is_control() && !turns(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_between_words_and_an_address_never() {
        assert_eq!(paragraph("one two three", 10), ["  one two", "  three"]);
        let address = "http://localhost:7780/h/ABCDEFGHJKMN";
        assert_eq!(paragraph(&format!("at {address}"), 20), ["  at", &format!("  {address}")]);
        assert_eq!(alone(address, 38), format!("  {address}"));
        assert_eq!(alone(address, 37), address, "its indent goes first");
    }

    #[test]
    fn a_row_is_cut_as_it_is_seen() {
        assert_eq!(cut("Calm Heron", 10), "Calm Heron");
        assert_eq!(cut("Calm Heron", 6), "Calm…");
        assert_eq!(cut("会議の書記", 6), "会議…", "each takes two columns");
        assert_eq!([cut("abc", 1), cut("abc", 0)], ["…", ""]);
    }

    #[test]
    fn without_utf_8_there_is_ascii_alone() {
        let ascii = Screen { unicode: false, ..Screen::PIPE };
        assert_eq!(shown("✓ waiting… Zoë", &ascii), "ok waiting... Zo?");
        assert_eq!(shown("Zoë…", &Screen::PIPE), "Zoë…");
        assert_eq!(tame("a\u{202e}b\u{1b}[2J"), "ab[2J");
    }
}
