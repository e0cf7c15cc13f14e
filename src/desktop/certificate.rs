//! What the host is told of a certificate that was made here: in the terminal and by the tray.

/// What it means, honestly. iOS refuses a WebSocket to such a certificate even where the person has
/// accepted the page (WebKit bug 145819).
pub const MEANING: &str = "Browsers warn of it once: compare before you go on. iPhones and iPads \
                           can't join this way.";

/// A fingerprint in two halves of 16 bytes, as wide as a terminal.
#[must_use]
pub fn halves(sha256: &str) -> (&str, &str) {
    // 16 bytes are 47 characters and a colon.
    sha256.split_at_checked(48).unwrap_or((sha256, ""))
}

/// What the greeting says of it: sentences, and between them the fingerprint's halves.
#[must_use]
pub fn lines(sha256: &str) -> [&str; 4] {
    let (first, second) = halves(sha256);
    ["Encrypted, with a certificate that was made here. Its SHA-256:", first, second, MEANING]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_fits_a_terminal() {
        let sha256 = ["AB"; 32].join(":");
        let (first, second) = halves(&sha256);
        assert_eq!(format!("{first}{second}"), sha256);
        assert!(first.len() < 80 && second.len() < 80);
    }
}
