//! URL → a QR for the terminal.

use qrcode::{Color, EcLevel, QrCode};

/// Modules of quiet zone: four are in the standard, scanners need two.
const QUIET: usize = 2;

/// White on black, whatever the terminal's theme is: a code in inverted colours is read by few
/// phones. Only light modules are glyphs, so that no hairlines stand between dark ones.
const INK: &str = "\u{1b}[38;5;231;48;5;16m";
const PLAIN: &str = "\u{1b}[0m";

/// The last row is half a module high: what is below it keeps the terminal's own ground.
const LAST: &str = "\u{1b}[38;5;231m";

/// Draws a QR of half blocks, two modules a character, with its quiet zone, and in its own colours.
/// The link is held in upper case, so that it fits the small alphanumeric mode. `None` where it is
/// too long for a QR.
#[must_use]
pub fn lines(url: &str) -> Option<Vec<String>> {
    let code = QrCode::with_error_correction_level(url.to_ascii_uppercase(), EcLevel::M).ok()?;
    let (width, modules) = (code.width(), code.to_colors());
    let side = width + 2 * QUIET;
    let light = |x: usize, y: usize| {
        let (x, y) = (x.wrapping_sub(QUIET), y.wrapping_sub(QUIET));
        x >= width || y >= width || modules[y * width + x] == Color::Light
    };
    let glyph = |x, y| match (light(x, y), y + 1 < side && light(x, y + 1)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    let line = |y| -> String { (0..side).map(|x| glyph(x, y)).collect() };
    let ink = |y| if y + 1 == side { LAST } else { INK };
    Some((0..side).step_by(2).map(|y| format!("{}{}{PLAIN}", ink(y), line(y))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::text::width;

    #[test]
    fn a_join_link_fits_the_smallest_modes() {
        let lines = lines("http://192.168.100.120:7780/j/K7QPM3").unwrap();
        let side = 25 + 2 * QUIET;
        assert_eq!(lines.len(), side.div_ceil(2), "version 2 has 25 modules");
        assert!(lines.iter().all(|line| width(line) == side));
        let first = lines[0].trim_start_matches(INK).trim_end_matches(PLAIN);
        assert!(first.chars().all(|c| c == '█'), "the quiet zone is light: {first}");
    }
}
