//! The words alone: nothing is escaped and no mark is written, only lists keep their signs. The page's twin is
//! `ui/src/forms/plain.ts`.

use serde::{Deserialize, Serialize};

use super::blocks::{Block, Content, letters, numbers};

const STEP: &str = "  ";

/// A block's words, as who follows a pad gets them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockText {
    /// The block's id in the document.
    pub id: String,
    /// Its own words, with its sign and indentation.
    pub text: String,
}

/// The blocks as plain text.
pub(super) fn text_of(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    add(blocks, "", &mut lines);
    lines.join("\n")
}

/// The words of each block by themselves, whatever it is nested in.
pub(super) fn blocks_text(blocks: &[Block]) -> Vec<BlockText> {
    let mut all = Vec::new();
    add_texts(blocks, "", &mut all);
    all
}

fn add_texts(blocks: &[Block], indent: &str, all: &mut Vec<BlockText>) {
    for (block, number) in blocks.iter().zip(numbers(blocks)) {
        let (sign, mut lines) = (sign_of(block, number), Vec::new());
        add_own(block, (indent, &sign), &mut lines);
        let id = block.id.clone().unwrap_or_default();
        all.push(BlockText { id, text: lines.join("\n") });
        add_texts(&block.children, &below(block, (indent, &sign)), all);
    }
}

/// How far what is nested in a block is indented.
fn below(block: &Block, (indent, sign): (&str, &str)) -> String {
    let step = if sign.is_empty() && !block.is_toggle() { "" } else { STEP };
    format!("{indent}{step}")
}

fn sign_of(block: &Block, number: Option<i64>) -> String {
    match (number, &*block.kind) {
        (Some(number), _) => format!("{number}. "),
        (_, "bulletListItem") => "- ".into(),
        (_, "checkListItem") => format!("- [{}] ", if block.is_on("checked") { 'x' } else { ' ' }),
        _ => String::new(),
    }
}

fn add(blocks: &[Block], indent: &str, lines: &mut Vec<String>) {
    for (block, number) in blocks.iter().zip(numbers(blocks)) {
        let sign = sign_of(block, number);
        add_own(block, (indent, &sign), lines);
        add(&block.children, &below(block, (indent, &sign)), lines);
    }
}

/// What stands for a picture or a file.
fn file_words(block: &Block) -> &str {
    let told = |name: &&str| block.text(name).is_some_and(|text| !text.is_empty());
    let name = ["caption", "name", "url"].into_iter().filter(|_| block.is_file()).find(told);
    name.and_then(|name| block.text(name)).unwrap_or_default()
}

fn add_own(block: &Block, (indent, sign): (&str, &str), lines: &mut Vec<String>) {
    if let Content::Table(table) = &block.content {
        lines.extend(table.rows.iter().map(|cells| {
            let words = cells.iter().map(|cell| letters(&cell.content).replace('\n', " "));
            indent.to_owned() + &words.collect::<Vec<_>>().join("\t")
        }));
        return;
    }
    if block.kind == "divider" {
        lines.push(format!("{indent}---"));
        return;
    }
    let line = letters(block.line());
    let words = if line.is_empty() { file_words(block) } else { &line };
    for (n, line) in words.split('\n').enumerate() {
        let before = if n == 0 { sign.to_owned() } else { " ".repeat(sign.chars().count()) };
        lines.push(format!("{indent}{before}{line}"));
    }
}
