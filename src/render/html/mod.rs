//! HTML, out and in. The page's twin is `ui/src/forms/html/`; that both read it the same is tested by
//! `tests/data/forms/html.json`.

mod code;
mod dom;
mod line;
mod looks;
mod read;
mod table;
mod write;

pub(super) use self::read::{blocks_of, blocks_of_page};
pub(super) use self::write::{
    Looks, columns, dress, dressed, escape, heads, inline_html, inside, is_silent, spans,
    table_html, widths_html,
};
