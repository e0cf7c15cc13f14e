//! Raised and lowered letters: a pad has no such mark, and Unicode has many of them as letters of their own. The page's twin is
//! `ui/src/forms/scripts.ts`.

/// Whether words are raised or lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Raised,
    Lowered,
}

const RAISED: (&str, &str) = (
    "0123456789+-\u{2212}=()abcdefghijklmnoprstuvwxyz",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
);
const LOWERED: (&str, &str) =
    ("0123456789+-\u{2212}=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");
/// "4th" and its like are read, and found, as they are.
const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];

impl Script {
    /// The one that this element of HTML stands for.
    pub(super) fn of(tag: &str) -> Option<Self> {
        match tag {
            "sup" => Some(Self::Raised),
            "sub" => Some(Self::Lowered),
            _ => None,
        }
    }

    /// These words so; `None` where not all of their letters are to be had so.
    pub(super) fn write(self, words: &str) -> Option<String> {
        let (plain, letters) = if self == Self::Raised { RAISED } else { LOWERED };
        if words.is_empty() || ORDINALS.contains(&words) {
            return None;
        }
        let written = words.chars().map(|letter| {
            plain.chars().zip(letters.chars()).find(|(plain, _)| *plain == letter).map(|(_, it)| it)
        });
        written.collect()
    }
}
