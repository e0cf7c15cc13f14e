//! What a file is, by its own first bytes: what a browser shows of it is decided by nothing that somebody says.

/// What a file is that nothing here is known of; also a page and a drawing that could run something: kept, and never shown.
pub(super) const UNKNOWN: &str = "application/octet-stream";

/// A kind that is told by its first bytes: (media type, where they stand, what they are).
const KINDS: &[(&str, usize, &[u8])] = &[
    ("image/png", 0, b"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", 0, b"\xff\xd8\xff"),
    ("image/gif", 0, b"GIF87a"),
    ("image/gif", 0, b"GIF89a"),
    ("application/pdf", 0, b"%PDF-"),
];

/// Brands of ISO media files (ISO/IEC 14496-12) that are pictures, as they stand behind `ftyp`.
const BRANDS: &[(&str, &[&[u8; 4]])] = &[
    ("image/avif", &[b"avif", b"avis"]),
    ("image/heic", &[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]),
];

/// The media type of what begins like this.
pub(super) fn kind_of(bytes: &[u8]) -> &'static str {
    let begins = |at: usize, with: &[u8]| bytes.get(at..).is_some_and(|b| b.starts_with(with));
    if let Some((kind, ..)) = KINDS.iter().find(|(_, at, with)| begins(*at, with)) {
        return kind;
    }
    if begins(0, b"RIFF") && begins(8, b"WEBP") {
        return "image/webp";
    }
    if begins(4, b"ftyp") {
        let brand = BRANDS.iter().find(|(_, brands)| brands.iter().any(|brand| begins(8, *brand)));
        return brand.map_or(UNKNOWN, |(kind, _)| kind);
    }
    UNKNOWN
}

/// Whether a browser shows it where it stands, as a picture.
pub(super) fn is_shown(kind: &str) -> bool {
    kind.starts_with("image/")
}

/// Whether what somebody says that it is goes with what it is: a kind that is known here is told by its bytes, any other
/// word says nothing.
pub(super) fn goes_with(said: &str, kind: &str) -> bool {
    let said = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let said = if said == "image/jpg" { "image/jpeg" } else { said.as_str() };
    let known = KINDS.iter().map(|(kind, ..)| *kind);
    let mut known = known.chain(BRANDS.iter().map(|(kind, _)| *kind)).chain(["image/webp"]);
    said == kind || !known.any(|known| known == said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        for (bytes, kind) in [
            (&b"\x89PNG\r\n\x1a\n\0\0"[..], "image/png"),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
            (b"GIF89a\x01", "image/gif"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
            (b"RIFF\x10\0\0\0WAVEfmt ", UNKNOWN),
            (b"\0\0\0\x1cftypavif\0\0", "image/avif"),
            (b"\0\0\0\x1cftypheic\0\0", "image/heic"),
            (b"\0\0\0\x1cftypisom\0\0", UNKNOWN),
            (b"%PDF-1.7", "application/pdf"),
            (b"<svg onload='alert(1)'>", UNKNOWN),
            (b"<!doctype html><script>", UNKNOWN),
            (b"", UNKNOWN),
        ] {
            assert_eq!(kind_of(bytes), kind);
        }
    }

    #[test]
    fn a_lie_about_a_known_kind_is_told_from_a_word_that_says_nothing() {
        assert!(goes_with("image/png", "image/png") && goes_with("image/jpg", "image/jpeg"));
        assert!(!goes_with("image/png", UNKNOWN) && !goes_with("image/PNG; q=1", "image/jpeg"));
        assert!(!goes_with("application/pdf", "image/png"));
        for said in ["", "application/octet-stream", "application/zip", "image/svg+xml"] {
            assert!(goes_with(said, UNKNOWN) && goes_with(said, "image/png"), "{said}");
        }
    }
}
