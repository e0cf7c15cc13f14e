//! Which addresses a link may have: a list of what is allowed, because anyone in the pad can write anything into it. The
//! page's twin is `ui/src/kit/links.ts`.

use url::Url;

use crate::base::file_address::FileAddress;

const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Characters that nobody sees and browsers skip inside a scheme (`java\nscript:`).
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || matches!(
            u32::from(c),
            0xAD | 0x600..=0x605
                | 0x61C
                | 0x6DD
                | 0x70F
                | 0x8E2
                | 0x180E
                | 0x200B..=0x200F
                | 0x202A..=0x202E
                | 0x2060..=0x206F
                | 0xFEFF
                | 0xFFF9..=0xFFFB
                | 0xE0001
                | 0xE0020..=0xE007F
        )
}

/// Whether a link with this address may be written.
pub(super) fn is_allowed(href: &str) -> bool {
    let seen: String = href.chars().filter(|c| !is_invisible(*c)).collect();
    let here = Url::parse("https://here.invalid/");
    let there = here.and_then(|here| here.join(&seen));
    !href.is_empty() && there.is_ok_and(|url| SCHEMES.contains(&url.scheme()))
}

/// Whether a picture is a file of the pad.
pub(super) fn is_kept_picture(url: &str) -> bool {
    let is_file = |id: &str| {
        !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
    };
    let says = |b: u8| b.is_ascii_alphanumeric() || b"_%&=.+*~-".contains(&b);
    FileAddress::read(url).is_some_and(|FileAddress { id, about }| {
        is_file(id) && about.strip_prefix('#').unwrap_or_default().bytes().all(says)
    })
}

/// Whether a picture is one of the pad, or in the text itself.
pub(super) fn is_own_picture(url: &str) -> bool {
    let types = ["png", "jpeg", "gif", "webp", "avif"];
    is_kept_picture(url)
        || url.starts_with("blob:")
        || types.iter().any(|kind| url.starts_with(&format!("data:image/{kind};")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_something_is_no_address() {
        for good in ["https://a.example/", "mailto:a@b.example", "tel:1", "/p/notes", "HTTP://x/"] {
            assert!(is_allowed(good), "{good}");
        }
        for bad in
            ["", "javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "http://["]
        {
            assert!(!is_allowed(bad), "{bad}");
        }
        assert!(is_own_picture("/f/abc-_1") && is_own_picture("data:image/png;base64,AA"));
        assert!(is_own_picture("/f/abc#b=Milo+K&t=17&w=2560"));
        assert!(!is_own_picture("/f/abc#x\"onerror=") && !is_own_picture("#up=1"));
        assert!(!is_own_picture("/f/") && !is_own_picture("https://a.example/x.png"));
        assert!(!is_own_picture("data:image/svg+xml;base64,AA"));
    }
}
