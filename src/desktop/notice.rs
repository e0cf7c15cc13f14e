//! Notices of the desktop: a sentence in a corner of the screen.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use notify_rust::Notification;

/// Notices that wait to be shown; what is more is dropped.
const WAITING: usize = 8;

/// A way to the desktop's notices. The system is asked on a thread of its own, since it may take
/// its time; where it has none, that is told once.
pub struct Notices {
    waiting: SyncSender<(String, String)>,
}

impl Notices {
    /// Starts the thread; `None` where the system gives none.
    #[must_use]
    pub fn start() -> Option<Self> {
        let (waiting, notices) = sync_channel::<(String, String)>(WAITING);
        let shower = thread::Builder::new().name("notices".into()).spawn(move || {
            for (title, text) in notices {
                if let Err(why) = show(&title, &text) {
                    tracing::info!(why, "this desktop shows no notices");
                    return;
                }
            }
        });
        shower.ok().map(|_| Self { waiting })
    }

    /// Shows a notice when its turn has come. Never a word of a pad's text.
    pub fn say(&self, title: &str, text: &str) {
        // Where nobody shows them the thread has gone, and has said so.
        let _ = self.waiting.try_send((title.to_owned(), text.to_owned()));
    }
}

fn show(title: &str, text: &str) -> Result<(), String> {
    let mut notice = Notification::new();
    notice.appname("Fadepad").summary(title).body(text);
    // A notice that is over is in no list that a desktop keeps, perhaps on a disk.
    #[cfg(not(any(target_os = "macos", target_os = "windows")))]
    notice.hint(notify_rust::Hint::Transient(true));
    notice.show().map(drop).map_err(|error| error.to_string())
}
