//! The mark as the tray shows it: three lines of writing that fade, drawn for one state.

use super::IconState;

/// Pixels of a side: what panels scale down to their own size.
pub(super) const SIDE: u32 = 32;

/// The lines of `assets/mark.svg`: left and top edge, width and opacity, in its units.
const LINES: [(f32, f32, f32, f32); 3] =
    [(4.0, 6.0, 16.0, 1.0), (4.0, 11.0, 13.0, 0.55), (4.0, 16.0, 9.0, 0.22)];
/// How thick they are.
const THICK: f32 = 2.6;
/// The part of the drawing that fills the icon: left and top edge, and side. Its margin is narrower
/// than the favicon's, since a panel adds its own.
const VIEW: (f32, f32, f32) = (3.0, 3.3, 18.0);
/// How thick an outline is, in the same units: a pixel of a small panel, with some paper in between.
const OUTLINE: f32 = 0.9;
/// How much colour is inside an outline: an empty one is lost where a panel scales it.
const INSIDE: f32 = 0.5;

/// Colours that stand out from light and dark panels alike, at least 3 : 1. Accent and ember lie
/// between those of the two themes.
const ACCENT: [u8; 3] = [0x1f, 0x9d, 0x88];
const EMBER: [u8; 3] = [0xd9, 0x73, 0x1f];
const GREY: [u8; 3] = [0x8a, 0x85, 0x7d];

/// Draws it: rows from the top, four bytes (RGBA) a pixel.
pub(super) fn draw(mood: IconState) -> Vec<u8> {
    let (colour, outline) = match mood {
        IconState::Here => (ACCENT, false),
        IconState::Fading => (EMBER, false),
        IconState::Idle => (GREY, true),
    };
    let unit = VIEW.2 / SIDE as f32;
    let pen = Pen { unit, outline };
    let pixels = (0..SIDE * SIDE).flat_map(|n| {
        let x = VIEW.0 + ((n % SIDE) as f32 + 0.5) * unit;
        let y = VIEW.1 + ((n / SIDE) as f32 + 0.5) * unit;
        let alpha = LINES.iter().map(|line| coverage(*line, (x, y), pen)).sum::<f32>();
        let [r, g, b] = colour;
        [r, g, b, (alpha.clamp(0.0, 1.0) * 255.0).round() as u8]
    });
    pixels.collect()
}

/// How lines are drawn.
#[derive(Clone, Copy)]
struct Pen {
    /// The side of a pixel.
    unit: f32,
    outline: bool,
}

/// How much of the pixel at this point a line covers, with its opacity.
fn coverage(line: (f32, f32, f32, f32), (x, y): (f32, f32), pen: Pen) -> f32 {
    let Pen { unit, outline } = pen;
    let (left, top, width, opacity) = line;
    let radius = THICK / 2.0;
    // The distance to the line's edge, negative inside: a line is all points near its core.
    let nearest = x.clamp(left + radius, left + width - radius);
    let distance = (x - nearest).hypot(y - top - radius) - radius;
    let filled = |edge: f32| (0.5 - edge / unit).clamp(0.0, 1.0);
    if !outline {
        return filled(distance) * opacity;
    }
    let stroke = filled((distance + OUTLINE / 2.0).abs() - OUTLINE / 2.0);
    // Grey has less contrast than the colours: it fades less.
    stroke.max(filled(distance) * INSIDE) * opacity.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_mark_of_the_assets() {
        let mark = include_str!("../../../assets/mark.svg");
        for (x, y, width, opacity) in LINES {
            let opacity = match opacity {
                1.0 => String::new(),
                part => format!(" opacity=\"{}\"", part.to_string().trim_start_matches('0')),
            };
            let line = format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{THICK}\" rx=\"{}\"{opacity}/>",
                THICK / 2.0
            );
            assert!(mark.contains(&line), "{line}");
        }
    }

    #[test]
    fn each_state_looks_different() {
        let alpha = |mood| -> u32 { draw(mood).chunks(4).map(|pixel| u32::from(pixel[3])).sum() };
        assert_eq!(draw(IconState::Here).len(), (SIDE * SIDE * 4) as usize);
        assert_eq!(alpha(IconState::Here), alpha(IconState::Fading), "two colours of one shape");
        assert_ne!(draw(IconState::Here), draw(IconState::Fading));
        // The first line's middle lies at 1.3 + 2.7 of 18 units: in the eighth row.
        let idle = draw(IconState::Idle);
        let first_line = |row: u32| idle[((row * SIDE + SIDE / 2) * 4 + 3) as usize];
        assert!(first_line(7) < first_line(5), "an outline is lighter inside");
    }
}
