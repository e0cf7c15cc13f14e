//! Code in HTML: its text as it stands, and its language where the program names it. The page's twin is
//! `ui/src/forms/html/code.ts`.

use super::dom::{Dom, NodeId};
use super::line::with_line_ends;
use crate::render::blocks::Block;
use crate::render::markdown::code_block;

/// A `<pre>` as a block. Its last line end belongs to the element.
pub(super) fn code_of(dom: &Dom, pre: NodeId) -> Block {
    let mut text = String::new();
    let mut open: Vec<CodeStep> = Vec::new();
    enter(dom, pre, &mut open);
    while let Some(step) = open.pop() {
        let node = match step {
            CodeStep::LineEnd if text.ends_with('\n') => continue,
            CodeStep::LineEnd => {
                text.push('\n');
                continue;
            }
            CodeStep::Node(node) => node,
        };
        match dom.name(node) {
            "" => text.push_str(&with_line_ends(dom.text(node).unwrap_or_default())),
            "br" => text.push('\n'),
            "style" | "button" => continue,
            "div" | "p" | "li" | "tr" => {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
                open.push(CodeStep::LineEnd);
            }
            _ => {}
        }
        enter(dom, node, &mut open);
    }
    code_block(text.strip_suffix('\n').unwrap_or(&text), &language_of(dom, pre))
}

/// What comes next in a walk through code: a node, or the end of an element that is a line.
enum CodeStep {
    Node(NodeId),
    LineEnd,
}

fn enter(dom: &Dom, node: NodeId, open: &mut Vec<CodeStep>) {
    open.extend(dom.children(node).iter().rev().map(|child| CodeStep::Node(*child)));
}

fn language_of(dom: &Dom, pre: NodeId) -> String {
    let code = dom.inside(pre).find(|node| dom.name(*node) == "code");
    let places = [Some(pre), code, dom.parent(pre)];
    for place in places.into_iter().flatten() {
        let told = dom.attribute(place, "data-language");
        let told = told.or_else(|| dom.attribute(place, "data-lang"));
        let told = told.or_else(|| named_in(dom.attribute(place, "class").unwrap_or_default()));
        if let Some(name) = told.filter(|name| !name.is_empty()) {
            return name.to_lowercase();
        }
    }
    "text".into()
}

/// The language that a class names: `language-rust`, `lang-rust`, `brush: rust`.
fn named_in(class: &str) -> Option<&str> {
    let after_space = class.char_indices().filter(|(_, letter)| letter.is_whitespace());
    let after_space = after_space.map(|(at, space)| at + space.len_utf8());
    let mut starts = std::iter::once(0).chain(after_space);
    starts.find_map(|at| {
        let prefixes = ["language", "lang", "highlight-source", "brush:"].into_iter();
        let mut rests = prefixes.filter_map(|prefix| class[at..].strip_prefix(prefix));
        rests.find_map(|rest| {
            let bare = rest.strip_prefix('-').unwrap_or(rest).trim_start();
            name_at(bare).or_else(|| name_at(rest.trim_start()))
        })
    })
}

fn name_at(text: &str) -> Option<&str> {
    let is_sign = |letter: char| letter.is_ascii_alphanumeric() || "_+#.-".contains(letter);
    let end = text.find(|letter| !is_sign(letter)).unwrap_or(text.len());
    Some(&text[..end]).filter(|name| !name.is_empty())
}
