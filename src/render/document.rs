//! A Yjs document as blocks, whatever stands in it. The only reader of BlockNote's form: the fragment `blocknote` holds
//! groups of containers, a container a block and what is nested in it.

use serde_json::{Map, Number, Value};
use yrs::block::ClientID;
use yrs::types::text::YChange;
use yrs::updates::decoder::Decode as _;
use yrs::{
    Any, Doc, OffsetKind, Options, Out, ReadTxn, Text as _, Transact as _, Update, Xml as _,
    XmlElementRef, XmlFragment as _, XmlOut, XmlTextRef,
};

use super::blocks::{Block, Cell, Content, Inline, Styles, Table, append};

/// The name of the document's root.
pub(super) const ROOT: &str = "blocknote";
/// What is nested deeper is left away: nobody nests so deep but who wants to break what reads it.
const DEPTH_MAX: usize = 100;

/// A document that can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no document that can be read")]
pub struct Unreadable;

/// A document of this update.
pub(super) fn open(update: &[u8]) -> Result<Doc, Unreadable> {
    // As browsers draw them: larger ids are not the same number in JavaScript.
    let client_id = ClientID::new(u64::from(getrandom::u32().map_err(|_| Unreadable)?));
    let options = Options { client_id, offset_kind: OffsetKind::Utf16, ..Options::default() };
    let doc = Doc::with_options(options);
    let update = Update::decode_v1(update).map_err(|_| Unreadable)?;
    doc.get_or_insert_xml_fragment(ROOT);
    doc.transact_mut().apply_update(update).map_err(|_| Unreadable)?;
    Ok(doc)
}

/// The Yjs client id of who writes into a document.
pub(super) fn client_of(doc: &Doc) -> u64 {
    doc.client_id().get()
}

/// The blocks of a document.
pub(super) fn blocks_of(doc: &Doc) -> Vec<Block> {
    let root = doc.get_or_insert_xml_fragment(ROOT);
    let txn = doc.transact();
    let reader = DocumentReader { txn: &txn };
    reader.below(root.children(&txn), 0)
}

struct DocumentReader<'a, T> {
    txn: &'a T,
}

impl<T: ReadTxn> DocumentReader<'_, T> {
    fn below(&self, things: impl Iterator<Item = XmlOut>, depth: usize) -> Vec<Block> {
        if depth > DEPTH_MAX {
            return Vec::new();
        }
        things.flat_map(|thing| self.read(&thing, depth + 1)).collect()
    }

    fn read(&self, thing: &XmlOut, depth: usize) -> Vec<Block> {
        match thing {
            XmlOut::Element(element) => self.element(element, depth),
            XmlOut::Fragment(fragment) => self.below(fragment.children(self.txn), depth),
            XmlOut::Text(text) => {
                let mut line = Vec::new();
                self.text(text, &mut line);
                if line.is_empty() { Vec::new() } else { vec![Block::paragraph(line)] }
            }
        }
    }

    fn element(&self, element: &XmlElementRef, depth: usize) -> Vec<Block> {
        match element.try_tag().map(|tag| &**tag) {
            Some("blockGroup") => self.below(element.children(self.txn), depth),
            Some("blockContainer") => {
                let mut inside = self.below(element.children(self.txn), depth).into_iter();
                let Some(mut block) = inside.next() else { return Vec::new() };
                block.id = self.props(element).get("id").and_then(Value::as_str).map(Into::into);
                block.children.extend(inside);
                vec![block]
            }
            Some("table") => {
                let content = Content::Table(self.table(element));
                let props = self.props(element);
                vec![Block { kind: "table".into(), props, content, ..Block::default() }]
            }
            Some(kind) => {
                let (kind, props) = (kind.to_owned(), self.props(element));
                let block = Block { kind, props, ..Block::default() };
                let content = match block.is_file() || block.kind == "divider" {
                    true => Content::None,
                    false => Content::Line(self.line(element)),
                };
                vec![Block { content, ..block }]
            }
            None => Vec::new(),
        }
    }

    fn props(&self, element: &XmlElementRef) -> Map<String, Value> {
        let all = element.attributes(self.txn);
        let known = all.filter_map(|(name, value)| match value {
            Out::Any(value) => Some((name.to_owned(), plain(&value)?)),
            _ => None,
        });
        // Yjs keeps them in no order.
        let mut known: Vec<_> = known.collect();
        known.sort_by(|a, b| a.0.cmp(&b.0));
        known.into_iter().collect()
    }

    fn line(&self, element: &XmlElementRef) -> Vec<Inline> {
        let mut line = Vec::new();
        self.add_line(element, &mut line, 0);
        line
    }

    fn add_line(&self, element: &XmlElementRef, line: &mut Vec<Inline>, depth: usize) {
        for thing in element.children(self.txn) {
            match thing {
                XmlOut::Text(text) => self.text(&text, line),
                XmlOut::Element(inner) if inner.try_tag().is_some_and(|t| &**t == "hardBreak") => {
                    add_break(line);
                }
                XmlOut::Element(inner) if depth < DEPTH_MAX => {
                    self.add_line(&inner, line, depth + 1);
                }
                _ => {}
            }
        }
    }

    fn text(&self, text: &XmlTextRef, line: &mut Vec<Inline>) {
        for run in text.diff(self.txn, YChange::identity) {
            let Out::Any(Any::String(words)) = run.insert else { continue };
            let (mut styles, mut href) = (Styles::default(), None);
            for (name, value) in run.attributes.iter().flat_map(|all| all.iter()) {
                look(name, value, (&mut styles, &mut href));
            }
            append(line, &words, &styles, href.as_deref());
        }
    }

    fn table(&self, table: &XmlElementRef) -> Table {
        let rows = self.elements(table).map(|row| {
            let cells = self.elements(&row).map(|cell| {
                let head = cell.try_tag().is_some_and(|tag| &**tag == "tableHeader");
                (head, self.cell(&cell))
            });
            cells.collect::<Vec<_>>()
        });
        let rows: Vec<Vec<(bool, Cell)>> = rows.filter(|row| !row.is_empty()).collect();
        let head_rows = rows.iter().take_while(|row| row.iter().all(|(head, _)| *head)).count();
        let columns = rows.iter().map(Vec::len).min().unwrap_or(0);
        let is_head = |at: &usize| rows.iter().all(|row| row[*at].0);
        let head_columns = (0..columns).take_while(is_head).count();
        let widths = rows.first().into_iter().flatten().flat_map(|(_, cell)| widths(cell));
        let widths = widths.collect();
        let bare = |(_, mut cell): (bool, Cell)| {
            cell.props.remove("colwidth");
            cell
        };
        let rows = rows.into_iter().map(|row| row.into_iter().map(bare).collect()).collect();
        Table { widths, head_rows, head_columns, rows }
    }

    fn cell(&self, cell: &XmlElementRef) -> Cell {
        let mut content = Vec::new();
        for (n, paragraph) in self.elements(cell).enumerate() {
            if n > 0 {
                add_break(&mut content);
            }
            self.add_line(&paragraph, &mut content, 0);
        }
        Cell { props: self.props(cell), content }
    }

    fn elements<'b>(&'b self, of: &'b XmlElementRef) -> impl Iterator<Item = XmlElementRef> + 'b {
        of.children(self.txn).filter_map(XmlOut::into_xml_element)
    }
}

/// A break belongs to the run before it, as the editor gives it.
fn add_break(line: &mut Vec<Inline>) {
    match line.last_mut() {
        Some(Inline::Text(words)) => words.text.push('\n'),
        Some(Inline::Link { content, .. }) if !content.is_empty() => {
            content.iter_mut().next_back().into_iter().for_each(|run| run.text.push('\n'));
        }
        _ => append(line, "\n", &Styles::default(), None),
    }
}

/// A column's width stands at the cells of the first row, one for each column that the cell spans.
fn widths(cell: &Cell) -> Vec<Option<f64>> {
    let known = match cell.props.get("colwidth") {
        Some(Value::Array(all)) => all.iter().map(Value::as_f64).collect(),
        _ => Vec::new(),
    };
    let of = |n: usize| known.get(n).copied().flatten().filter(|width| *width > 0.0);
    (0..cell.span("colspan")).map(of).collect()
}

/// What an attribute of the text says of its look. Where marks of one type overlap, each has a hash behind its name.
fn look(name: &str, value: &Any, (styles, href): (&mut Styles, &mut Option<String>)) {
    let Some(value) = plain(value).filter(|value| !value.is_null()) else { return };
    let word = |field: &str| value.get(field).and_then(Value::as_str).map(ToOwned::to_owned);
    match name.split_once("--").map_or(name, |(name, _)| name) {
        "bold" => styles.bold = true,
        "italic" => styles.italic = true,
        "underline" => styles.underline = true,
        "strike" => styles.strike = true,
        "code" => styles.code = true,
        "textColor" => styles.text_colour = word("stringValue"),
        "backgroundColor" => styles.back_colour = word("stringValue"),
        "link" => *href = word("href"),
        _ => {}
    }
}

/// A value of a document as JSON; `None` for what JSON has no word for.
fn plain(value: &Any) -> Option<Value> {
    Some(match value {
        Any::Null => Value::Null,
        Any::Bool(on) => Value::Bool(*on),
        Any::Number(number) => match number.as_f64()? {
            whole if whole.fract() == 0.0 && whole.abs() < 1e15 => Value::from(whole as i64),
            other => Value::Number(Number::from_f64(other)?),
        },
        Any::String(text) => Value::from(text.to_string()),
        Any::Array(all) => Value::Array(all.iter().filter_map(plain).collect()),
        Any::Map(all) => {
            let mut all: Vec<_> = all
                .iter()
                .filter_map(|(name, value)| Some((name.clone(), plain(value)?)))
                .collect();
            all.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(all.into_iter().collect())
        }
        Any::Undefined | Any::Buffer(_) => return None,
    })
}
