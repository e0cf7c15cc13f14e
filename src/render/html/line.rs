//! A line as it grows out of HTML: white space collapses as a browser shows it, and a last break is no line of its own. The
//! page's twin is `ui/src/forms/html/line.ts`.

use crate::render::blocks::{Inline, Styles, append, letters};
use crate::render::scripts::Script;

/// How the text of an element looks.
#[derive(Clone, Debug)]
pub(super) struct TextLook {
    pub(super) styles: Styles,
    pub(super) href: Option<String>,
    /// Spaces and line ends stand as they are written.
    pub(super) pre: bool,
    /// In a heading or a head cell bold says nothing.
    pub(super) bold: bool,
    /// Raised or lowered, where all letters of the element are to be had so.
    pub(super) script: Option<Script>,
}

impl TextLook {
    /// That of a page that says nothing of it.
    pub(super) fn plain() -> Self {
        Self { styles: Styles::default(), href: None, pre: false, bold: true, script: None }
    }
}

/// What the line ends with, as far as it may still go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tail {
    #[default]
    Words,
    Space,
    Break,
}

#[derive(Debug, Default)]
pub(super) struct Line {
    parts: Vec<Inline>,
    end: Tail,
    /// Some of it stands as it was written.
    exact: bool,
}

impl Line {
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    pub(super) fn text(&mut self, written: &str, look: &TextLook) {
        let scripted = look.script.and_then(|script| script.write(written));
        let written = scripted.as_deref().unwrap_or(written);
        let href = look.href.as_deref();
        if look.pre {
            let words = with_line_ends(written);
            append(&mut self.parts, &words, &look.styles, href);
            if !words.is_empty() {
                self.end = Tail::Words;
            }
            self.exact = true;
            return;
        }
        let words = collapsed(written);
        let at_start = self.is_empty() || self.end != Tail::Words;
        let words = words.strip_prefix(' ').filter(|_| at_start).unwrap_or(&words);
        if words.is_empty() {
            return;
        }
        append(&mut self.parts, words, &look.styles, href);
        self.end = if words.ends_with(' ') { Tail::Space } else { Tail::Words };
    }

    /// Words that keep their spaces.
    pub(super) fn exactly(&mut self, words: &str, look: &TextLook) {
        self.text(words, &TextLook { pre: true, ..look.clone() });
    }

    pub(super) fn new_line(&mut self, look: &TextLook) {
        if self.end == Tail::Space {
            chop(&mut self.parts);
        }
        append(&mut self.parts, "\n", &look.styles, look.href.as_deref());
        self.end = Tail::Break;
    }

    /// The line, and a new one begins; `None` where nothing stood.
    pub(super) fn take(&mut self) -> Option<Vec<Inline>> {
        if self.is_empty() {
            return None;
        }
        if self.end != Tail::Words {
            chop(&mut self.parts);
        }
        let Self { parts, exact, .. } = std::mem::take(self);
        // Word's and Outlook's empty lines.
        let only_space = !exact && letters(&parts).chars().all(|letter| letter == '\u{A0}');
        Some(if only_space { Vec::new() } else { parts })
    }
}

/// Takes the last letter away.
fn chop(line: &mut Vec<Inline>) {
    let runs = match line.last_mut() {
        Some(Inline::Link { content, .. }) => content,
        Some(Inline::Text(words)) => {
            words.text.pop();
            if words.text.is_empty() {
                line.pop();
            }
            return;
        }
        None => return,
    };
    if let Some(last) = runs.last_mut() {
        last.text.pop();
        if last.text.is_empty() {
            runs.pop();
        }
    }
    if runs.is_empty() {
        line.pop();
    }
}

/// The same text with line ends of one kind.
pub(super) fn with_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The same words with single spaces between.
fn collapsed(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            ' ' | '\t' | '\n' | '\r' | '\u{C}' if words.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' | '\u{C}' => words.push(' '),
            other => words.push(other),
        }
    }
    words
}
