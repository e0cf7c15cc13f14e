//! The host's browser.

use std::env;

/// Whether somebody sits at a desktop here. Asked by us: a browser that is started without one
/// dies silently.
#[must_use]
pub fn has_desktop() -> bool {
    if cfg!(any(target_os = "macos", target_os = "windows")) {
        return env::var_os("SSH_CONNECTION").is_none();
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|v| !v.is_empty()))
}

/// Opens this URL; it must hold no key, since other users can read a program's arguments. Blocks
/// for some milliseconds.
pub fn open(url: &str) {
    if let Err(error) = webbrowser::open(url) {
        tracing::info!(%error, "no browser could be opened");
    }
}
