//! Why a zip does not come in, with the way out.

use http::StatusCode;

use super::PICTURES_MAX;
use super::unzip::NoZip;
use crate::server::problem::Problem;

/// A zip that does not come in.
pub(super) fn no_zip(why: NoZip) -> Problem {
    let detail = match why {
        NoZip::Unreadable => {
            "This zip is damaged, or packed or locked in a way that is not read here. Pack it again as an ordinary zip."
        }
        NoZip::TooMuch => {
            "This zip holds more than a pad and its files may. Take something out of it."
        }
    };
    let status = match why {
        NoZip::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
        NoZip::TooMuch => StatusCode::PAYLOAD_TOO_LARGE,
    };
    Problem::new(status, "zip not read", detail)
}

/// A picture in a page that no pad shows: a drawing (SVG), or none at all.
pub(super) fn no_picture() -> Problem {
    let detail = "A picture of this kind is not shown in a pad: PNG, JPEG, GIF, WebP and AVIF are.";
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "no picture", detail)
}

/// A picture behind the last that a page may bring.
pub(super) fn too_many_pictures() -> Problem {
    let detail = format!("A page brings {PICTURES_MAX} pictures, and it is behind these.");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too many pictures", detail)
}

/// A zip without a text.
pub(super) fn no_text_in_zip() -> Problem {
    let detail = "There is no Markdown in this zip. What comes in is a zip with an .md file and what that shows beside it, as `export?as=zip` makes it.";
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "no text", detail)
}

/// A file of an office, whose parts these are.
pub(super) fn office<'a>(mut parts: impl Iterator<Item = &'a str>) -> Option<Problem> {
    let detail = "This is a file of an office. Word and OpenDocument texts are read by the page: drop it there.";
    let is_office = |part: &str| matches!(part, "[Content_Types].xml" | "META-INF/manifest.xml");
    let found = parts.any(is_office);
    found.then(|| Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "an office's file", detail))
}
