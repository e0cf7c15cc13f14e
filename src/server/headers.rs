//! Headers that stand on every response, whatever made it.

use http::{HeaderMap, HeaderName, HeaderValue, header};

/// Sets the security headers. `host` is one of our own names: it was checked before; `sealed`
/// says whether the connection is TLS. There is no HSTS even then: it would keep browsers from a
/// plain pad on the same address tomorrow.
///
/// Scripts come from here alone and never inline; styles may be inline because Mantine and
/// BlockNote make them. Sockets are named because older Safari does not count them as `'self'`.
pub(super) fn secure(headers: &mut HeaderMap, host: &str, sealed: bool) {
    let sockets =
        if sealed { format!("wss://{host}") } else { format!("ws://{host} wss://{host}") };
    let csp = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; \
         connect-src 'self' {sockets}; frame-ancestors 'none'; base-uri 'none'; \
         form-action 'none'; object-src 'none'; frame-src 'none'; worker-src 'self'; \
         manifest-src 'self'"
    );
    if let Ok(csp) = HeaderValue::from_str(&csp) {
        headers.insert(header::CONTENT_SECURITY_POLICY, csp);
    }
    for (name, value) in FIXED {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    // Elsewhere than on this machine plain HTTP is no secure context: browsers ignore it there,
    // with an error in their console.
    if sealed || ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| host.starts_with(own)) {
        let same_origin = HeaderValue::from_static("same-origin");
        headers.insert("cross-origin-opener-policy", same_origin);
    }
    let no_store = HeaderValue::from_static("no-store");
    headers.entry(header::CACHE_CONTROL).or_insert(no_store);
}

const FIXED: [(&str, &str); 5] = [
    ("x-frame-options", "DENY"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), payment=(), usb=()",
    ),
];
