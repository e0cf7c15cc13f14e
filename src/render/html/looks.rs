//! What an element's tag and style say of its text, by whichever program wrote it. The page's twin is
//! `ui/src/forms/html/looks.ts`.

use serde_json::{Map, Value};

use super::dom::{Dom, NodeId};
use super::line::TextLook;
use crate::render::blocks::{Callout, Mark};
use crate::render::links::is_allowed;
use crate::render::scripts::Script;

const ALIGNMENTS: [&str; 3] = ["center", "right", "justify"];

fn mark_of(tag: &str) -> Option<Mark> {
    Some(match tag {
        "b" | "strong" => Mark::Bold,
        "i" | "em" | "cite" | "var" | "dfn" => Mark::Italic,
        "u" | "ins" => Mark::Underline,
        "s" | "del" | "strike" => Mark::Strike,
        "code" | "kbd" | "samp" | "tt" => Mark::Code,
        _ => return None,
    })
}

/// The declarations of a style attribute.
struct Style(Vec<(String, String)>);

impl Style {
    fn of(dom: &Dom, element: NodeId) -> Self {
        let written = dom.attribute(element, "style").unwrap_or_default();
        let declared = written.split(';').filter_map(|one| one.split_once(':'));
        let declared = declared
            .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        Self(declared.collect())
    }

    /// What is declared last of that.
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(own, _)| own == name).map(|(_, value)| &**value)
    }

    /// Whether spaces are kept, as far as it says that.
    fn keeps_spaces(&self) -> Option<bool> {
        let space = self.get("white-space").or_else(|| self.get("white-space-collapse"))?;
        let space = space.to_ascii_lowercase();
        Some(space.contains("pre") || space.contains("break-spaces"))
    }

    fn is_bold(&self) -> Option<bool> {
        let weight = self.get("font-weight").or_else(|| self.get("font"))?.to_ascii_lowercase();
        let begins = |words: &[&str], digits: std::ops::RangeInclusive<u8>| {
            let number = weight.as_bytes().get(..3);
            words.iter().any(|word| weight.starts_with(word))
                || number.is_some_and(|n| digits.contains(&n[0]) && n.ends_with(b"00"))
        };
        if begins(&["bold"], b'6'..=b'9') {
            return Some(true);
        }
        begins(&["normal", "lighter"], b'1'..=b'5').then_some(false)
    }
}

/// The colours that only Fadepad and BlockNote write; those of other programs belong to their paper.
fn colours(dom: &Dom, element: NodeId) -> [Option<&str>; 2] {
    let kind = dom.attribute(element, "data-style-type");
    let named = |style: &str| dom.attribute(element, "data-value").filter(|_| kind == Some(style));
    let told = |attribute: &str, style: &str| {
        dom.attribute(element, attribute).or_else(|| named(style)).filter(|one| !one.is_empty())
    };
    [told("data-text-color", "textColor"), told("data-background-color", "backgroundColor")]
}

/// Raised or lowered by a tag, or by a style as Google Docs writes it; one inside the other is neither.
fn script_of((dom, element): (&Dom, NodeId), style: &Style, outer: &TextLook) -> Option<Script> {
    let align = style.get("vertical-align");
    let script = match (dom.name(element), align) {
        ("sup", _) | (_, Some("super")) => Script::Raised,
        ("sub", _) | (_, Some("sub")) => Script::Lowered,
        (_, Some("baseline")) => return None,
        _ => return outer.script,
    };
    script.write(&dom.letters(element)).map(|_| script)
}

/// The look of the text in an inline element, which stands in text that looks like `outer`.
pub(super) fn look_in(dom: &Dom, element: NodeId, outer: &TextLook) -> TextLook {
    let style = Style::of(dom, element);
    let mut look = outer.clone();
    let [text, back] = colours(dom, element).map(|colour| colour.map(ToOwned::to_owned));
    look.styles.text_colour = text.or(look.styles.text_colour);
    look.styles.back_colour = back.or(look.styles.back_colour);
    if let Some(mark) = mark_of(dom.name(element)) {
        look.styles.set(mark, true);
    }
    if dom.name(element) == "a" {
        let address = dom.attribute(element, "href").filter(|href| is_allowed(href));
        look.href = address.map(ToOwned::to_owned).or(look.href);
    }
    match style.is_bold() {
        Some(false) => look.styles.bold = false,
        Some(true) if outer.bold => look.styles.bold = true,
        _ => {}
    }
    let font = style.get("font-style").unwrap_or_default().to_ascii_lowercase();
    if font.contains("italic") || font.contains("oblique") {
        look.styles.italic = true;
    } else if style.get("font-style") == Some("normal") {
        look.styles.italic = false;
    }
    let lines = ["text-decoration", "text-decoration-line"].map(|name| style.get(name));
    let has_line = |word: &str| lines.iter().flatten().any(|line| line.contains(word));
    // Links are underlined by themselves.
    look.styles.underline |= has_line("underline") && look.href.is_none();
    look.styles.strike |= has_line("line-through");
    look.script = script_of((dom, element), &style, outer);
    look.pre = style.keeps_spaces().unwrap_or(outer.pre);
    look
}

/// The look of the text in a block: only how it keeps spaces is handed down, its own weight belongs to its kind.
pub(super) fn look_under(dom: &Dom, element: NodeId, outer: &TextLook) -> TextLook {
    let pre = Style::of(dom, element).keeps_spaces().unwrap_or(outer.pre);
    TextLook { pre, ..outer.clone() }
}

/// The colours of a block.
pub(super) fn colours_of(dom: &Dom, element: NodeId) -> Map<String, Value> {
    let names = ["textColor", "backgroundColor"].into_iter();
    let told = names.zip(colours(dom, element));
    told.filter_map(|(name, colour)| Some((name.to_owned(), colour?.into()))).collect()
}

/// What kind of callout a quote says that it is: by our attribute, or by a class.
pub(super) fn callout_of(dom: &Dom, quote: NodeId) -> Option<&'static Callout> {
    let by_class = || dom.attribute(quote, "class")?.strip_prefix("callout-");
    Callout::named(dom.attribute(quote, "data-callout").or_else(by_class)?)
}

/// The colours of a block, and where its text stands.
pub(super) fn props_of(dom: &Dom, element: NodeId) -> Map<String, Value> {
    let mut props = colours_of(dom, element);
    let own = dom.attribute(element, "data-text-alignment");
    let style = Style::of(dom, element);
    let asked = own.or_else(|| style.get("text-align")).or_else(|| dom.attribute(element, "align"));
    let asked = asked.filter(|asked| own.is_some() || *asked != "justify");
    if let Some(alignment) = asked.filter(|asked| ALIGNMENTS.contains(asked)) {
        props.insert("textAlignment".into(), alignment.into());
    }
    props
}

/// Whether nobody sees it.
pub(super) fn is_hidden(dom: &Dom, element: NodeId) -> bool {
    let Style(declared) = Style::of(dom, element);
    let hides = |(name, value): &(String, String)| {
        let value = value.to_ascii_lowercase();
        (name == "display" && value.starts_with("none"))
            || (name == "mso-hide" && value.starts_with("all"))
    };
    dom.has(element, "hidden") || declared.iter().any(hides)
}

/// A picture that stands for a letter: an emoji, as GitHub and chats draw them.
pub(super) fn is_letter(words: &str) -> bool {
    let name = words.strip_prefix(':').and_then(|rest| rest.strip_suffix(':'));
    let is_sign = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-');
    let is_name = name.is_some_and(|name| !name.is_empty() && name.bytes().all(is_sign));
    // Signs, arrows, faces, with what joins them.
    let is_drawn = |c: char| {
        matches!(
            u32::from(c),
            0xA9 | 0xAE
                | 0x200D
                | 0x203C
                | 0x2049
                | 0x2122
                | 0x2139
                | 0x2194..=0x21AA
                | 0x231A..=0x23FA
                | 0x24C2
                | 0x25AA..=0x27BF
                | 0x2934
                | 0x2935
                | 0x2B05..=0x2B55
                | 0x3030
                | 0x303D
                | 0x3297
                | 0x3299
                | 0xFE0F
                | 0x1F000..=0x1FAFF
        )
    };
    is_name || (!words.is_empty() && words.chars().all(is_drawn))
}
