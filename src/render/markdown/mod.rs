//! Markdown as the page writes and reads it: CommonMark with GitHub's tables, tick boxes and struck text. The page's twin is
//! `ui/src/forms/markdown/`; that both write the same is tested by `tests/data/forms/`.

mod attention;
mod escape;
mod line;
mod print;
mod read;
mod tree;
mod write;

pub(super) use self::read::{blocks_beside, blocks_of, code_block};
pub(super) use self::write::markdown_of;

use std::panic::{AssertUnwindSafe, catch_unwind};

use markdown::mdast::Node;
use markdown::{Constructs, ParseOptions, to_mdast};

/// The tree of a text; `None` where its reader gives up.
fn parse(text: &str) -> Option<Vec<Node>> {
    let constructs = Constructs {
        gfm_strikethrough: true,
        gfm_table: true,
        gfm_task_list_item: true,
        ..Constructs::default()
    };
    let options = ParseOptions {
        constructs,
        gfm_strikethrough_single_tilde: false,
        ..ParseOptions::default()
    };
    // It fails at a few lists that a fence of code ends within: a fault of its own, met by random texts.
    let read = AssertUnwindSafe(|| to_mdast(text, &options));
    match catch_unwind(read).ok()?.ok()? {
        Node::Root(root) => Some(root.children),
        _ => None,
    }
}
