//! The host's clipboard.

use std::sync::Mutex;

use crate::base::lock::lock;
use arboard::Clipboard;

/// What was copied is served by this program while the clipboard lives: on X11 nobody else keeps
/// it.
static CLIPBOARD: Mutex<Option<Clipboard>> = Mutex::new(None);

/// Puts a text into the clipboard. Blocks for some milliseconds.
///
/// # Errors
/// Where there is none that takes it, in words.
pub fn copy(text: &str) -> Result<(), String> {
    let mut clipboard = lock(&CLIPBOARD);
    if clipboard.is_none() {
        *clipboard = Some(Clipboard::new().map_err(|error| error.to_string())?);
    }
    let Some(open) = clipboard.as_mut() else { return Ok(()) };
    open.set_text(text).map_err(|error| {
        *clipboard = None;
        error.to_string()
    })
}
