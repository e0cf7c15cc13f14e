//! Why a file is not taken, or not given, with the way out.

use http::StatusCode;

use super::problem::Problem;
use crate::base::clock::now;
use crate::room::files::NoPlace;

pub(super) fn late() -> Problem {
    Problem::malformed("The file did not arrive in time. Send it again.")
}

/// A file that says to be of a kind that it is not.
pub(super) fn other_kind(kind: &str) -> Problem {
    let detail = format!(
        "The file is no such kind as its Content-Type says: by its first bytes it is {kind}. Send it as what it is, or as application/octet-stream."
    );
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "another kind", detail)
}

/// A body that is not the bytes themselves.
pub(super) fn not_raw() -> Problem {
    let detail = "A body is taken as it comes: send the bytes of the file themselves, neither in a form (multipart/form-data) nor packed (Content-Encoding), as `curl --data-binary @photo.jpg` does; a file's name is said by ?name=photo.jpg.";
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not the bytes themselves", detail).last()
}

pub(super) fn no_such_file() -> Problem {
    let detail = "This file is not here any more: it has gone with its pad, or a minute after the pad's text let go of it.";
    Problem::new(StatusCode::NOT_FOUND, "no such file", detail)
}

/// A file has fewer bytes than that.
pub(super) fn no_such_part(len: usize) -> Problem {
    let detail = format!("The file has {len} bytes, and none of those that were asked for.");
    Problem::new(StatusCode::RANGE_NOT_SATISFIABLE, "no such part", detail)
}

/// There is no place for a file. Nothing more of it is read.
fn no_place(title: &'static str, detail: String) -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, title, detail).because("no_place").last()
}

impl From<NoPlace> for Problem {
    fn from(no: NoPlace) -> Self {
        match no {
            NoPlace::Over => Self::ended(None, now()),
            NoPlace::Sealed => Self::goes_over().last(),
            NoPlace::Memory => Self::full().last(),
            NoPlace::TooLarge(most) => no_place(
                "file too large",
                format!(
                    "A file may have {} here. Make it smaller, or put a link to it into the pad.",
                    size(most)
                ),
            ),
            NoPlace::Full(most) => no_place(
                "files full",
                format!(
                    "The files of a pad may have {} together. Take one out of the text: a minute later its place is free.",
                    size(most)
                ),
            ),
            NoPlace::Share(most) => no_place(
                "share of files full",
                format!(
                    "You have brought as much as one may: half of what is free of the {} for the files of a pad. Take one of yours out of the text: a minute later its place is free.",
                    size(most)
                ),
            ),
        }
    }
}

/// Bytes as people read them: whole MiB where they are, else with a digit.
fn size(bytes: usize) -> String {
    const MIB: usize = 1 << 20;
    match bytes {
        0..MIB => format!("{} KiB", bytes.div_ceil(1 << 10)),
        _ if bytes.is_multiple_of(MIB) => format!("{} MiB", bytes / MIB),
        _ => format!("{}.{} MiB", bytes / MIB, bytes % MIB * 10 / MIB),
    }
}
