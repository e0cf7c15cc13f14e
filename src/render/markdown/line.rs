//! A line's runs as the phrases of Markdown, and back. The page's twin is `ui/src/forms/markdown/line.ts`.

use markdown::mdast::{Definition, Node};

use super::tree::{Attention, Phrase};
use crate::render::blocks::{Inline, Mark, Styles, Words, append};
use crate::render::links::{is_allowed, is_own_picture};
use crate::render::scripts::Script;

/// From the outermost inwards.
const MARKS: [Mark; 5] = [Mark::Underline, Mark::Bold, Mark::Italic, Mark::Strike, Mark::Code];

fn tag_of(mark: Mark) -> &'static str {
    match mark {
        Mark::Underline => "u",
        Mark::Bold => "b",
        Mark::Italic => "i",
        Mark::Strike => "s",
        Mark::Code => "code",
    }
}

fn mark_of(tag: &str) -> Option<Mark> {
    Some(match tag {
        "u" | "ins" => Mark::Underline,
        "b" | "strong" => Mark::Bold,
        "i" | "em" => Mark::Italic,
        "s" | "del" => Mark::Strike,
        _ => return None,
    })
}

/// How a line is written.
#[derive(Clone, Copy)]
pub(super) struct LineStyle {
    /// Marks as tags instead of signs.
    pub(super) tags: bool,
    /// Line breaks as tags: where a line is all there is, in headings and cells.
    pub(super) single: bool,
}

fn html(value: impl Into<String>) -> Phrase {
    Phrase::Html(value.into())
}

/// Text, whose line breaks become Markdown's own where there are words before and after.
fn plain(text: &str, single: bool) -> Vec<Phrase> {
    let lines = text.split('\n').enumerate().flat_map(|(n, value)| {
        let new_line = if single { html("<br>") } else { Phrase::Break };
        let words = (!value.is_empty()).then(|| Phrase::Text(value.into()));
        (n > 0).then_some(new_line).into_iter().chain(words)
    });
    lines.collect()
}

/// Code holds no line break: it is closed before one and opened after it.
fn code(text: &str) -> Vec<Phrase> {
    let lines = text.split('\n').enumerate().flat_map(|(n, value)| {
        let words = (!value.is_empty()).then(|| Phrase::Code(value.into()));
        (n > 0).then(|| html("<br>")).into_iter().chain(words)
    });
    lines.collect()
}

fn wrap(mark: Mark, children: Vec<Phrase>, tags: bool) -> Vec<Phrase> {
    let sign = match mark {
        Mark::Bold => Some(Attention::Strong),
        Mark::Italic => Some(Attention::Emphasis),
        Mark::Strike => Some(Attention::Delete),
        Mark::Underline | Mark::Code => None,
    };
    match sign.filter(|_| !tags) {
        Some(sign) => vec![Phrase::Marked(sign, children)],
        None => {
            let tag = tag_of(mark);
            let (open, close) = (html(format!("<{tag}>")), html(format!("</{tag}>")));
            std::iter::once(open).chain(children).chain([close]).collect()
        }
    }
}

/// Runs that share a mark go into one phrase, mark by mark.
fn nest(runs: &[&Words], marks: &[Mark], manner: LineStyle) -> Vec<Phrase> {
    let all = |runs: &[&Words]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let Some((mark, rest)) = marks.split_first() else { return plain(&all(runs), manner.single) };
    let parts = runs.chunk_by(|a, b| a.styles.has(*mark) == b.styles.has(*mark));
    let phrases = parts.flat_map(|runs| {
        let on = runs.first().is_some_and(|run| run.styles.has(*mark));
        if on && *mark == Mark::Code {
            return code(&all(runs));
        }
        let children = nest(runs, rest, manner);
        if on { wrap(*mark, children, manner.tags) } else { children }
    });
    phrases.collect()
}

/// The phrases of a line.
pub(super) fn phrases_of(line: &[Inline], manner: LineStyle) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut runs: Vec<&Words> = Vec::new();
    for part in line {
        match part {
            Inline::Text(words) => runs.push(words),
            Inline::Link { href, content } => {
                phrases.extend(nest(&std::mem::take(&mut runs), &MARKS, manner));
                let inside: Vec<&Words> = content.iter().collect();
                let children = nest(&inside, &MARKS, manner);
                phrases.push(Phrase::Link { url: href.clone(), children });
            }
        }
    }
    phrases.extend(nest(&runs, &MARKS, manner));
    phrases
}

/// White space as JavaScript's `\s` has it.
fn is_space(c: char) -> bool {
    (c.is_whitespace() && c != '\u{85}') || c == '\u{FEFF}'
}

/// Takes the spaces from its end, which nobody sees, and which Markdown could only spell.
fn unspace(line: &mut Vec<Inline>) {
    while let Some(Inline::Text(last)) = line.last_mut()
        && !(last.styles.code || last.styles.underline)
    {
        last.text.truncate(last.text.trim_end_matches([' ', '\t']).len());
        if !last.text.is_empty() {
            return;
        }
        line.pop();
    }
}

/// Signs of Markdown stick to words, so line breaks and the spaces at the ends of a marked run lose marks that nobody sees on
/// them; the spaces at the end of the line go.
pub(super) fn trimmed(line: &[Inline]) -> Vec<Inline> {
    let mut out = Vec::new();
    for part in line {
        let href = match part {
            Inline::Text(_) => None,
            Inline::Link { href, .. } => Some(href.as_str()),
        };
        for run in part.runs() {
            let mut bare = run.styles.clone();
            (bare.bold, bare.italic, bare.strike) = (false, false, false);
            for (n, one) in run.text.split('\n').enumerate() {
                if n > 0 {
                    append(&mut out, "\n", &Styles::default(), href);
                }
                if run.styles.code {
                    append(&mut out, one, &run.styles, href);
                    continue;
                }
                let from_words = one.trim_start_matches(is_space);
                let words = from_words.trim_end_matches(is_space);
                append(&mut out, &one[..one.len() - from_words.len()], &bare, href);
                append(&mut out, words, &run.styles, href);
                append(&mut out, &from_words[words.len()..], &bare, href);
            }
        }
    }
    unspace(&mut out);
    out
}

/// What links of a text refer to.
pub(super) type Definitions = std::collections::HashMap<String, Definition>;

/// The line that phrases say.
pub(super) fn line_from(phrases: &[Node], definitions: &Definitions) -> Vec<Inline> {
    let mut reader = LineReader { line: Vec::new(), definitions };
    reader.all(phrases, &Styles::default(), None);
    reader.line
}

struct LineReader<'a> {
    line: Vec<Inline>,
    definitions: &'a Definitions,
}

impl LineReader<'_> {
    fn all(&mut self, phrases: &[Node], outer: &Styles, href: Option<&str>) {
        let mut styles = outer.clone();
        let mut after_script = 0;
        for (n, phrase) in phrases.iter().enumerate() {
            if n < after_script {
                continue;
            }
            match phrase {
                Node::Html(html) => {
                    if let Some(script) = in_script(&phrases[n..]) {
                        append(&mut self.line, &script, &styles, href);
                        after_script = n + 3;
                        continue;
                    }
                    let rest = &phrases[n + 1..];
                    styles = self.tag(&html.value, (&styles, outer), (href, rest));
                }
                other => self.one(other, &styles, href),
            }
        }
    }

    /// A tag changes the marks of what follows; one that is no mark stands as it was written.
    fn tag(
        &mut self,
        value: &str,
        (styles, outer): (&Styles, &Styles),
        (href, rest): (Option<&str>, &[Node]),
    ) -> Styles {
        let (ends, tag) = named(value).unwrap_or_default();
        let mark = mark_of(&tag);
        let closes = || {
            let end = format!("</{tag}>");
            rest.iter()
                .any(|one| matches!(one, Node::Html(html) if html.value.to_lowercase() == end))
        };
        match mark {
            _ if tag == "br" => append(&mut self.line, "\n", styles, href),
            _ if value.starts_with("<!--") => {}
            Some(mark) if ends && styles.has(mark) && !outer.has(mark) => {
                let mut styles = styles.clone();
                styles.set(mark, false);
                return styles;
            }
            Some(mark) if !ends && closes() => return styles.with(mark),
            _ => append(&mut self.line, value, styles, href),
        }
        styles.clone()
    }

    fn one(&mut self, phrase: &Node, styles: &Styles, href: Option<&str>) {
        match phrase {
            Node::Text(text) => {
                append(&mut self.line, &text.value.replace('\n', " "), styles, href);
            }
            Node::InlineCode(code) => {
                append(&mut self.line, &code.value, &styles.with(Mark::Code), href);
            }
            Node::Break(_) => append(&mut self.line, "\n", styles, href),
            Node::Strong(inside) => self.all(&inside.children, &styles.with(Mark::Bold), href),
            Node::Emphasis(inside) => self.all(&inside.children, &styles.with(Mark::Italic), href),
            Node::Delete(inside) => self.all(&inside.children, &styles.with(Mark::Strike), href),
            Node::Link(link) => {
                let own = Some(link.url.as_str()).filter(|url| is_allowed(url));
                self.all(&link.children, styles, own.or(href));
            }
            Node::LinkReference(link) => {
                let own = self.definitions.get(&link.identifier).map(|one| one.url.clone());
                let own = own.filter(|url| is_allowed(url));
                self.all(&link.children, styles, own.as_deref().or(href));
            }
            Node::Image(image) => self.picture((&image.alt, &image.url), styles, href),
            Node::ImageReference(image) => {
                let url = self.definitions.get(&image.identifier).map(|one| one.url.clone());
                self.picture((&image.alt, &url.unwrap_or_default()), styles, href);
            }
            _ => {}
        }
    }

    /// A picture is its address: it never disappears, and nothing is fetched.
    fn picture(&mut self, (alt, url): (&str, &str), styles: &Styles, href: Option<&str>) {
        let own = Some(url).filter(|url| is_allowed(url) && !is_own_picture(url));
        let words = if alt.is_empty() { url } else { alt };
        append(&mut self.line, words, styles, href.or(own));
    }
}

/// Words between `<sup>` or `<sub>` and its end, raised or lowered, where all of their letters are to be had so.
fn in_script(phrases: &[Node]) -> Option<String> {
    let [Node::Html(open), Node::Text(words), Node::Html(close), ..] = phrases else { return None };
    let (opens, closes) = (named(&open.value)?, named(&close.value)?);
    let script = Script::of(&opens.1).filter(|_| !opens.0 && closes == (true, opens.1))?;
    script.write(&words.value)
}

/// A tag's name, and whether it is one that ends.
fn named(value: &str) -> Option<(bool, String)> {
    let inside = value.strip_prefix('<')?.strip_suffix('>')?;
    let (ends, name) = inside.strip_prefix('/').map_or((false, inside), |name| (true, name));
    let name = name.strip_suffix('/').unwrap_or(name).trim_end();
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic());
    is_name.then(|| (ends, name.to_ascii_lowercase()))
}

/// Whether two lines are one and the same where Markdown has the last word.
pub(super) fn same_line(a: &[Inline], b: &[Inline]) -> bool {
    let bare = |line: &[Inline]| -> Vec<Inline> {
        let parts = line.iter().map(|part| match part {
            Inline::Text(words) => Inline::Text(colourless(words)),
            Inline::Link { href, content } => {
                let content = content.iter().map(colourless).collect();
                Inline::Link { href: href.clone(), content }
            }
        });
        parts.collect()
    };
    bare(a) == bare(b)
}

/// The same words without colours, which no form of Markdown holds.
pub(super) fn colourless(words: &Words) -> Words {
    Words { text: words.text.clone(), styles: words.styles.colourless() }
}
