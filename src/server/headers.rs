//! Headers that stand on every response, whatever made it.

use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::base::authority::Authority;

/// What is no page runs nothing, frames nothing and loads nothing, also where it is opened by itself.
const NO_PAGE: &str = "default-src 'none'; frame-ancestors 'none'";

/// Sets the security headers. `host` is one of our own names, where the request had one; `sealed`
/// says whether the connection is TLS. There is no HSTS even then: it would keep browsers from a
/// plain pad on the same address tomorrow.
pub(super) fn secure(headers: &mut HeaderMap, host: Option<&Authority>, sealed: bool) {
    let (policy, of_pages) = if is_page(headers) {
        (page_policy(host, sealed), &OF_PAGES[..])
    } else {
        (NO_PAGE.to_owned(), &[][..])
    };
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    for (name, value) in FIXED.iter().chain(of_pages) {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    // A page of another site can't embed what is here; one answer alone says otherwise (`handing.rs`).
    let own = HeaderValue::from_static("same-origin");
    headers.entry("cross-origin-resource-policy").or_insert(own);
    // Elsewhere than on this machine plain HTTP is no secure context: browsers ignore it there,
    // with an error in their console.
    if sealed || host.is_some_and(Authority::is_loopback) {
        let same_origin = HeaderValue::from_static("same-origin");
        headers.insert("cross-origin-opener-policy", same_origin);
    }
    let no_store = HeaderValue::from_static("no-store");
    headers.entry(header::CACHE_CONTROL).or_insert(no_store);
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind.is_some_and(|kind| kind.starts_with(b"text/html"))
}

/// Scripts come from here alone and never inline; styles may be inline because Mantine and
/// BlockNote make them. Sockets are named because older Safari does not count them as `'self'`.
///
/// An IPv6 address is none that a policy can name.
fn page_policy(host: Option<&Authority>, sealed: bool) -> String {
    let sockets = match host.filter(|host| !host.is_v6()) {
        Some(host) if sealed => format!(" wss://{host}"),
        Some(host) => format!(" ws://{host} wss://{host}"),
        None => String::new(),
    };
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; \
         connect-src 'self'{sockets}; frame-ancestors 'none'; base-uri 'none'; \
         form-action 'none'; object-src 'none'; frame-src 'none'; worker-src 'self'; \
         manifest-src 'self'"
    )
}

const FIXED: [(&str, &str); 3] = [
    ("x-frame-options", "DENY"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
];

const OF_PAGES: [(&str, &str); 1] = [(
    "permissions-policy",
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
     payment=(), usb=()",
)];
