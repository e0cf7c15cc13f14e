//! Tables of HTML: cells hold one line each, and every row is as wide as the widest. The page's twin is
//! `ui/src/forms/html/table.ts`.

use std::borrow::Cow;

use super::dom::{Dom, NodeId};
use super::looks::props_of;
use crate::render::blocks::{
    Block, Cell, Content, Inline, Styles, Table, append, joined, numbers, row_text,
};

/// The most columns or rows that a cell may span: whoever says more means "all".
const MAX_SPAN: usize = 100;

/// What stands in a cell as lines: a cell has no blocks of its own.
fn lines_in(blocks: &[Block], lines: &mut Vec<Vec<Inline>>) {
    for (block, number) in blocks.iter().zip(numbers(blocks)) {
        if let Content::Table(table) = &block.content {
            lines.extend(table.rows.iter().map(|row| words(&row_text(row))));
            continue;
        }
        let sign: Cow<'_, str> = match (number, &*block.kind) {
            (Some(number), _) => format!("{number}. ").into(),
            (None, "checkListItem") if block.is_on("checked") => "☑ ".into(),
            (None, "checkListItem") => "☐ ".into(),
            (None, "bulletListItem" | "toggleListItem") => "• ".into(),
            _ => "".into(),
        };
        let signed: Vec<Inline> = words(&sign).into_iter().chain(block.line().to_vec()).collect();
        lines.push(joined([&*signed]));
        lines_in(&block.children, lines);
    }
}

fn words(text: &str) -> Vec<Inline> {
    let mut line = Vec::new();
    append(&mut line, text, &Styles::default(), None);
    line
}

/// The inside of a cell as one line with breaks, without empty ones at its ends.
pub(super) fn cell_line(blocks: &[Block]) -> Vec<Inline> {
    let mut lines = Vec::new();
    lines_in(blocks, &mut lines);
    let end = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(end);
    joined(lines[first..end].iter().map(Vec::as_slice))
}

/// The cells of the rows of this table, not of those inside it.
fn rows_of(dom: &Dom, table: NodeId) -> Vec<Vec<NodeId>> {
    let parts = dom.elements(table).flat_map(|part| match dom.name(part) {
        "tr" => vec![part],
        _ => dom.elements(part).filter(|row| dom.name(*row) == "tr").collect(),
    });
    let is_cell = |cell: &NodeId| matches!(dom.name(*cell), "td" | "th");
    let rows = parts.map(|row| dom.elements(row).filter(is_cell).collect::<Vec<_>>());
    rows.filter(|cells| !cells.is_empty()).collect()
}

/// The whole number that a text begins with.
pub(super) fn whole_number(text: &str) -> Option<i64> {
    let text = text.trim_start();
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    text[..text.len() - digits.len() + length].parse().ok()
}

fn span(dom: &Dom, cell: NodeId, name: &str) -> usize {
    let told = dom.attribute(cell, name).and_then(whole_number).unwrap_or(1);
    told.clamp(1, MAX_SPAN as i64) as usize
}

fn cell_of(dom: &Dom, cell: NodeId, content: Vec<Inline>) -> Cell {
    let mut props = props_of(dom, cell);
    if !dom.has(cell, "data-text-alignment") {
        props.remove("textAlignment");
    }
    for name in ["colspan", "rowspan"] {
        let span = span(dom, cell, name);
        if span > 1 {
            props.insert(name.into(), span.into());
        }
    }
    Cell { props, content }
}

/// How many rows and columns are heads: as this program said, else the first of each where all its cells are heads.
fn heads(dom: &Dom, table: NodeId, rows: &[Vec<NodeId>]) -> (usize, usize) {
    let told = |name: &str| {
        let told = dom.attribute(table, name).and_then(whole_number).unwrap_or(0);
        told.clamp(0, MAX_SPAN as i64) as usize
    };
    let own = (told("data-header-rows"), told("data-header-cols"));
    if own != (0, 0) {
        return own;
    }
    let is_head = |cell: &NodeId| dom.name(*cell) == "th";
    let row = rows.first().is_some_and(|row| row.iter().all(is_head));
    let column = rows.len() > 1 && rows.iter().all(|row| row.first().is_some_and(is_head));
    (usize::from(row), usize::from(column))
}

/// Rows may not reach below the table, and short ones get empty cells. `None` where it would have more cells than a table
/// may.
fn squared(mut rows: Vec<Vec<Cell>>) -> Option<Vec<Vec<Cell>>> {
    let count = rows.len();
    let mut taken = vec![0; count];
    for (y, row) in rows.iter_mut().enumerate() {
        for cell in row {
            let below = cell.span("rowspan").min(count - y);
            if cell.props.contains_key("rowspan") {
                cell.props.insert("rowspan".into(), below.into());
            }
            taken[y..y + below].iter_mut().for_each(|taken| *taken += cell.span("colspan"));
        }
    }
    let width = taken.iter().copied().max().unwrap_or(0);
    if width.saturating_mul(count) > Table::MAX_CELLS {
        return None;
    }
    for (row, taken) in rows.iter_mut().zip(&taken) {
        row.resize(row.len() + width - taken, Cell::default());
    }
    Some(rows)
}

fn widths_of(dom: &Dom, table: NodeId) -> Vec<Option<f64>> {
    if !dom.stands_in(table, "data-fadepad") {
        // Those of others belong to their paper.
        return Vec::new();
    }
    let named =
        |of: NodeId, name: &'static str| dom.elements(of).filter(move |one| dom.name(*one) == name);
    let columns = named(table, "colgroup").flat_map(|group| named(group, "col"));
    let width = |column: NodeId| dom.attribute(column, "width")?.trim().parse::<f64>().ok();
    columns.map(|column| width(column).filter(|width| width.is_finite() && *width > 0.0)).collect()
}

/// The table as blocks: none where it has no cell. `read` gives a cell's line.
pub(super) fn table_of(
    dom: &Dom,
    table: NodeId,
    mut read: impl FnMut(NodeId) -> Vec<Inline>,
) -> Vec<Block> {
    let rows = rows_of(dom, table);
    if rows.is_empty() {
        return Vec::new();
    }
    let (head_rows, head_columns) = heads(dom, table, &rows);
    let mut cell = |cell: &NodeId| cell_of(dom, *cell, read(*cell));
    let rows: Vec<Vec<Cell>> =
        rows.iter().map(|cells| cells.iter().map(&mut cell).collect()).collect();
    let lines: Vec<String> = rows.iter().map(|row| row_text(row)).collect();
    let Some(rows) = squared(rows) else {
        return lines.iter().map(|line| Block::words(line)).collect();
    };
    let widths = widths_of(dom, table);
    let content = Content::Table(Table { widths, head_rows, head_columns, rows });
    let mut block = Block { kind: "table".into(), content, ..Block::default() };
    if let Some(colour) = props_of(dom, table).remove("textColor") {
        block.props.insert("textColor".into(), colour);
    }
    vec![block]
}
