//! A tree as Markdown, letter for letter as the page's library prints it (`mdast-util-to-markdown` with GitHub's tables, tick
//! boxes and struck text; its settings stand in `ui/src/forms/markdown/grammar.ts`).

use super::attention::{Part, serialize};
use super::escape::{Construct, EscapeContext, forbids_break, reference, safe};
use super::tree::{Attention, Flow, Item, Kind, List, Phrase};

/// The whole text, with a line end where there is any text.
pub(super) fn print(flow: &[Flow]) -> String {
    let mut text = MarkdownPrinter::default().flow(flow, false);
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// A paragraph by itself.
pub(super) fn print_line(phrases: &[Phrase]) -> String {
    let mut text = MarkdownPrinter::default().paragraph(phrases);
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

#[derive(Default)]
struct MarkdownPrinter {
    stack: Vec<Construct>,
    places: Vec<usize>,
    bullet: Option<char>,
    last_bullet: Option<char>,
}

impl MarkdownPrinter {
    fn within<R>(&mut self, constructs: &[Construct], print: impl FnOnce(&mut Self) -> R) -> R {
        let depth = self.stack.len();
        self.stack.extend(constructs);
        let printed = print(self);
        self.stack.truncate(depth);
        printed
    }

    fn flow(&mut self, parts: &[Flow], in_item: bool) -> String {
        let mut text = String::new();
        self.places.push(0);
        for (n, part) in parts.iter().enumerate() {
            if let Some(place) = self.places.last_mut() {
                *place = n;
            }
            text.push_str(&self.part(part));
            if !matches!(part.kind, Kind::List(_)) {
                self.last_bullet = None;
            }
            if let Some(next) = parts.get(n + 1) {
                text.push_str(&"\n".repeat(1 + gap(part, next, in_item)));
            }
        }
        self.places.pop();
        text
    }

    fn part(&mut self, part: &Flow) -> String {
        match &part.kind {
            Kind::Paragraph(phrases) => self.paragraph(phrases),
            Kind::Heading(level, phrases) => self.heading(*level, phrases),
            Kind::Quote(callout, phrases) => {
                let line = Flow::from(Kind::Paragraph(phrases.clone()));
                let words = self.within(&[Construct::Quote], |this| this.flow(&[line], false));
                let text = match callout.map(|name| format!("[!{}]", name.to_uppercase())) {
                    None => words,
                    Some(head) if phrases.is_empty() => head,
                    Some(head) => format!("{head}\n{words}"),
                };
                let quoted = text.split('\n').map(|line| match line {
                    "" => ">".to_owned(),
                    line => format!("> {line}"),
                });
                quoted.collect::<Vec<_>>().join("\n")
            }
            Kind::Code { lang, value } => self.code(lang.as_deref(), value),
            Kind::Rule => "---".into(),
            Kind::Html(value) => value.clone(),
            Kind::List(list) => self.list(list),
            Kind::Table(rows) => self.table(rows),
        }
    }

    fn paragraph(&mut self, phrases: &[Phrase]) -> String {
        self.within(&[Construct::Phrasing], |this| this.phrases(phrases, ("\n", "\n")))
    }

    fn heading(&mut self, level: u8, phrases: &[Phrase]) -> String {
        let signs = "#".repeat(level.into());
        let text = self.within(&[Construct::Heading, Construct::Phrasing], |this| {
            this.phrases(phrases, ("# ", "\n"))
        });
        match text.chars().next() {
            None => signs,
            Some(first @ ('\t' | ' ')) => format!("{signs} {}{}", reference(first), &text[1..]),
            Some(_) => format!("{signs} {text}"),
        }
    }

    fn code(&mut self, lang: Option<&str>, value: &str) -> String {
        let fence = "`".repeat(longest_streak(value).max(2) + 1);
        let lang = lang.map_or_else(String::new, |lang| {
            self.within(&[Construct::Language], |this| {
                safe(&this.stack, lang, &EscapeContext { before: &fence, after: " ", encode: "`" })
            })
        });
        let end = if value.is_empty() { "" } else { "\n" };
        format!("{fence}{lang}\n{value}{end}{fence}")
    }

    fn list(&mut self, list: &List) -> String {
        let (usual, other) = if list.start.is_some() { ('.', ')') } else { ('-', '*') };
        let nested = [Construct::Item, Construct::List, Construct::Item, Construct::List];
        let is_hollow = list.start.is_none()
            && list.items.first().is_some_and(|item| item.children.is_empty())
            && self.stack.ends_with(&nested)
            && self.places.iter().rev().take(3).filter(|place| **place == 0).count() == 3;
        let another = self.last_bullet == Some(usual) || is_hollow;
        let bullet = if another { other } else { usual };
        let outer = self.bullet.replace(bullet);
        let text = self.within(&[Construct::List], |this| {
            this.places.push(0);
            let items = list.items.iter().enumerate().map(|(n, item)| {
                if let Some(place) = this.places.last_mut() {
                    *place = n;
                }
                let number = list.start.map(|start| start.max(0).saturating_add(n as i64));
                let sign = number.map_or_else(|| bullet.into(), |n| format!("{n}{bullet}"));
                let text = this.item(item, &sign);
                this.last_bullet = None;
                text
            });
            let items: Vec<_> = items.collect();
            this.places.pop();
            items.join("\n")
        });
        self.last_bullet = Some(bullet);
        self.bullet = outer;
        text
    }

    fn item(&mut self, item: &Item, sign: &str) -> String {
        let size = sign.chars().count() + 1;
        let mut text = self.within(&[Construct::Item], |this| this.flow(&item.children, true));
        if let (Some(checked), Some(Kind::Paragraph(_))) =
            (item.checked, item.children.first().map(|first| &first.kind))
        {
            text.insert_str(0, if checked { "[x] " } else { "[ ] " });
        }
        let lines = text.split('\n').enumerate().map(|(n, line)| match (n, line) {
            (0, "") => sign.to_owned(),
            (0, line) => format!("{sign} {line}"),
            (_, "") => String::new(),
            (_, line) => format!("{}{line}", " ".repeat(size)),
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn table(&mut self, rows: &[Vec<Vec<Phrase>>]) -> String {
        let mut matrix: Vec<Vec<String>> =
            rows.iter().map(|cells| cells.iter().map(|cell| self.cell(cell)).collect()).collect();
        let columns = matrix.iter().map(Vec::len).max().unwrap_or(0);
        let Some(head) = matrix.first_mut() else { return String::new() };
        head.resize(head.len().max(columns), String::new());
        let rule = vec!["-".to_owned(); head.len().max(1)];
        matrix.insert(1, rule);
        let lines = matrix.iter().map(|row| {
            let cells = row.iter().map(|cell| match cell.as_str() {
                "" => " |".to_owned(),
                cell => format!(" {cell} |"),
            });
            format!("|{}", cells.collect::<String>())
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn cell(&mut self, phrases: &[Phrase]) -> String {
        self.within(&[Construct::Cell, Construct::Phrasing], |this| {
            this.phrases(phrases, ("|", "|"))
        })
    }

    fn phrases(&mut self, phrases: &[Phrase], around: (&str, &str)) -> String {
        let mut count = 0;
        let parts = self.parts(phrases, around, &mut count);
        serialize(&parts, count, around)
    }

    fn parts(
        &mut self,
        phrases: &[Phrase],
        (before, after): (&str, &str),
        count: &mut usize,
    ) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut before = before.to_owned();
        self.places.push(0);
        for (n, phrase) in phrases.iter().enumerate() {
            let next = match phrases.get(n + 1) {
                Some(next) => self.peek(next),
                None => after.to_owned(),
            };
            if let (Some(Part::Written(last)), "\n" | "\r", Phrase::Html(tag)) =
                (parts.last_mut(), &*before, phrase)
                && !is_inline_tag(tag)
            {
                last.truncate(last.trim_end_matches(['\r', '\n']).len());
                last.push(' ');
                " ".clone_into(&mut before);
            }
            if let Phrase::Marked(mark, inside) = phrase {
                let sign = mark.signs()[0];
                let id = *count;
                *count += 1;
                let inside = self
                    .within(&[Construct::Marked], |this| this.parts(inside, (sign, sign), count));
                if !inside.is_empty() {
                    parts.push(Part::Marked { id, mark: *mark, inside });
                    sign[sign.len() - 1..].clone_into(&mut before);
                }
                continue;
            }
            let value = self.phrase(phrase, (&before, &next));
            if let Some(last) = value.chars().last() {
                before = last.to_string();
                parts.push(Part::Written(value));
            }
        }
        self.places.pop();
        parts
    }

    /// The first character of what comes.
    fn peek(&mut self, phrase: &Phrase) -> String {
        let text = match phrase {
            Phrase::Marked(Attention::Delete, _) => "~".into(),
            Phrase::Marked(..) => "*".into(),
            Phrase::Html(_) => "<".into(),
            Phrase::Code(_) => "`".into(),
            Phrase::Link { url, children } if is_autolink(url, children) => "<".into(),
            Phrase::Link { .. } => "[".into(),
            Phrase::Image { .. } => "!".into(),
            other => self.phrase(other, ("", "")),
        };
        text.chars().take(1).collect()
    }

    fn phrase(&mut self, phrase: &Phrase, (before, after): (&str, &str)) -> String {
        match phrase {
            Phrase::Text(text) => {
                safe(&self.stack, text, &EscapeContext { before, after, encode: "" })
            }
            Phrase::Html(tag) => tag.clone(),
            Phrase::Break if !forbids_break(&self.stack) => "\\\n".into(),
            Phrase::Break if before.ends_with(['\t', ' ']) => String::new(),
            Phrase::Break => " ".into(),
            Phrase::Code(value) => {
                let code = inline_code(value);
                let in_cell = self.stack.contains(&Construct::Cell);
                if in_cell { escape_bars(&code) } else { code }
            }
            Phrase::Link { url, children } => self.link((url, children), before),
            Phrase::Image { url, alt, title } => self.image(url, alt, title.as_deref()),
            // Chosen by whoever prints the line.
            Phrase::Marked(..) => String::new(),
        }
    }

    /// Only to what lies beside the text: an address that needs no sign.
    fn image(&mut self, url: &str, alt: &str, title: Option<&str>) -> String {
        let around = EscapeContext { before: "![", after: "]", encode: "" };
        let alt = self.within(&[Construct::Label], |this| safe(&this.stack, alt, &around));
        let title = title.map_or(String::new(), |title| {
            format!(" \"{}\"", title.replace('\\', "\\\\").replace('"', "\\\""))
        });
        format!("![{alt}]({url}{title})")
    }

    fn link(&mut self, (url, children): (&str, &[Phrase]), before: &str) -> String {
        if is_autolink(url, children) {
            let stack = self.stack.clone();
            self.stack.retain(|one| *one != Construct::Phrasing);
            let text =
                self.within(&[Construct::Autolink], |this| this.phrases(children, ("<", ">")));
            self.stack = stack;
            return format!("<{text}>");
        }
        let text = self.within(&[Construct::Label], |this| this.phrases(children, ("[", "](")));
        let encloses = url.chars().any(|c| c <= ' ' || c == '\u{7F}');
        // At the start of a line it would be a definition.
        let titled = !encloses && before.ends_with(['\n', '\r']) && ends_with_colon(&text);
        let (construct, end) = match (encloses || (url.is_empty() && titled), titled) {
            (true, _) => (Construct::Literal, ">"),
            (_, true) => (Construct::Raw, " "),
            _ => (Construct::Raw, ")"),
        };
        let open = format!("[{text}]({}", if construct == Construct::Literal { "<" } else { "" });
        let around = EscapeContext { before: &open, after: end, encode: "" };
        let address = self.within(&[construct], |this| safe(&this.stack, url, &around));
        let close = if construct == Construct::Literal { ">" } else { "" };
        let title = if titled { " \"\"" } else { "" };
        format!("{open}{address}{close}{title})")
    }
}

/// How many empty lines stand between two parts, less one.
fn gap(left: &Flow, right: &Flow, in_item: bool) -> usize {
    if let Some(gap) = right.gap {
        return gap + 1;
    }
    let interrupts = matches!(&right.kind, Kind::List(List { start, items })
        if start.is_none_or(|start| start == 1)
            && items.first().is_some_and(|first| !first.children.is_empty()));
    let tight = in_item && interrupts && matches!(left.kind, Kind::Paragraph(_));
    usize::from(!tight)
}

fn longest_streak(value: &str) -> usize {
    value.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn inline_code(value: &str) -> String {
    let streaks: Vec<usize> =
        value.split(|c| c != '`').map(str::len).filter(|len| *len > 0).collect();
    let sign = "`".repeat((1..).find(|len| !streaks.contains(len)).unwrap_or(1));
    let is_space = |c: char| matches!(c, '\n' | '\r' | ' ');
    let both = value.starts_with(is_space) && value.ends_with(is_space);
    let beside = value.starts_with('`') || value.ends_with('`');
    let pad = !value.chars().all(is_space) && (both || beside);
    let space = if pad { " " } else { "" };
    format!("{sign}{space}{value}{space}{sign}")
}

/// In a table's code a bar is escaped, and a backslash can't be.
fn escape_bars(code: &str) -> String {
    let (mut text, mut slashes) = (String::new(), 0);
    for c in code.chars() {
        if c == '|' && slashes % 2 == 0 {
            text.push('\\');
        }
        slashes = if c == '\\' { slashes + 1 } else { 0 };
        text.push(c);
    }
    text
}

/// Whether an address is written as it stands, between `<` and `>`.
fn is_autolink(url: &str, children: &[Phrase]) -> bool {
    let [Phrase::Text(raw)] = children else { return false };
    let scheme = url.split(':').next().unwrap_or_default();
    let named = url.len() > scheme.len()
        && scheme.len() >= 2
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '+' | '-' | '.'));
    let same = raw == url || url.strip_prefix("mailto:") == Some(raw);
    named && same && !url.chars().any(|c| c <= ' ' || matches!(c, '<' | '>' | '\u{7F}'))
}

/// Whether what is written has a colon behind its first closing bracket.
fn ends_with_colon(text: &str) -> bool {
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            ']' => return rest.next() == Some(':'),
            '\\' => drop(rest.next()),
            _ => {}
        }
    }
    false
}

/// Whether a tag may stand in a line without ending it.
fn is_inline_tag(tag: &str) -> bool {
    let name = tag.strip_prefix('<').map(|name| name.strip_prefix('/').unwrap_or(name));
    name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}
