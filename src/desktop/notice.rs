//! Notices of the desktop: a sentence in a corner of the screen, and where the desktop can, buttons under it.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use notify_rust::Notification;
use tokio::sync::oneshot;

/// Notices that wait to be shown; what is more is dropped.
const WAITING: usize = 8;

/// A way to the desktop's notices. The system is asked on a thread of its own, since it may take
/// its time; where it has none, that is told once.
pub struct Notices {
    waiting: SyncSender<Notice>,
}

/// What is shown. Never a word of a pad's text.
pub struct Notice {
    /// What it is about.
    pub title: String,
    /// The sentence.
    pub text: String,
    /// What can be answered there.
    pub question: Option<Question>,
}

/// What a notice asks, where the desktop shows buttons.
pub struct Question {
    /// The sentence where there are buttons.
    pub text: String,
    /// A word for each button, and what stands on it. The word `default`: the notice itself.
    pub buttons: &'static [(&'static str, &'static str)],
    /// Hears the word, once, on a thread of the notice's.
    pub answer: Box<dyn FnOnce(&str) + Send>,
    /// The notice goes when the other end of this does: nobody waits for an answer any more.
    pub over: oneshot::Receiver<()>,
}

/// What the desktop's notices can do.
#[derive(Clone, Copy, Debug, Default)]
struct Abilities {
    buttons: bool,
    /// They read their text as markup, which a guest's name is not.
    markup: bool,
}

impl Notices {
    /// Starts the thread; `None` where the system gives none.
    #[must_use]
    pub fn start() -> Option<Self> {
        let (waiting, notices) = sync_channel::<Notice>(WAITING);
        let shower = thread::Builder::new().name("notices".into()).spawn(move || {
            let mut known = None;
            for notice in notices {
                let can = known.map_or_else(Abilities::ask, Ok);
                let shown = can.and_then(|can| {
                    known = Some(can);
                    show(notice, can)
                });
                if let Err(why) = shown {
                    tracing::info!(why, "this desktop shows no notices");
                    return;
                }
            }
        });
        shower.ok().map(|_| Self { waiting })
    }

    /// Shows a sentence when its turn has come.
    pub fn say(&self, title: &str, text: &str) {
        self.show(Notice { title: title.to_owned(), text: text.to_owned(), question: None });
    }

    /// Shows a notice when its turn has come.
    pub fn show(&self, notice: Notice) {
        // Where nobody shows them the thread has gone, and has said so.
        let _ = self.waiting.try_send(notice);
    }
}

impl Abilities {
    /// Asked of before the first notice, and not at the start: it may have the desktop start a program.
    #[cfg(not(any(target_os = "macos", target_os = "windows")))]
    fn ask() -> Result<Self, String> {
        let words = notify_rust::get_capabilities().map_err(|error| error.to_string())?;
        let can = |word: &str| words.iter().any(|known| known == word);
        Ok(Self { buttons: can("actions"), markup: can("body-markup") })
    }

    /// Buttons of these systems have not been tried.
    #[cfg(any(target_os = "macos", target_os = "windows"))]
    #[expect(clippy::unnecessary_wraps, reason = "elsewhere it fails")]
    fn ask() -> Result<Self, String> {
        Ok(Self::default())
    }
}

fn show(notice: Notice, can: Abilities) -> Result<(), String> {
    let Notice { title, text, question } = notice;
    let question = question.filter(|_| can.buttons);
    let text = question.as_ref().map_or(text, |question| question.text.clone());
    let text = if can.markup { escaped(&text) } else { text };
    let mut shown = Notification::new();
    shown.appname("Fadepad").summary(&title).body(&text);
    // A notice that is over is in no list that a desktop keeps, perhaps on a disk.
    #[cfg(not(any(target_os = "macos", target_os = "windows")))]
    shown.hint(notify_rust::Hint::Transient(true));
    match question {
        Some(question) => ask(&shown, question),
        None => shown.show().map(drop).map_err(|error| error.to_string()),
    }
}

/// As markup that says these words.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Shows it with its buttons, and hears of them on a thread of its own until it is gone or over.
#[cfg(not(any(target_os = "macos", target_os = "windows")))]
fn ask(shown: &Notification, question: Question) -> Result<(), String> {
    use std::pin::pin;

    use futures_util::future::{Either, select};
    use notify_rust::{NotificationResponse, Timeout};

    let Question { buttons, answer, over, .. } = question;
    let mut shown = shown.clone();
    shown.timeout(Timeout::Milliseconds(ANSWERABLE_MS));
    for (word, label) in buttons {
        shown.action(word, label);
    }
    let handle = shown.show().map_err(|error| error.to_string())?;
    let hears = move || {
        zbus::block_on(async {
            let answered = pin!(handle.wait_for_action_async(|said| match said {
                NotificationResponse::Default => answer("default"),
                NotificationResponse::Action(word) => answer(word),
                _ => {}
            }));
            if let Either::Right(_) = select(answered, over).await {
                handle.close_async().await;
            }
        });
    };
    let heard = thread::Builder::new().name("notice".into()).spawn(hears);
    heard.map(drop).map_err(|error| error.to_string())
}

/// How long one can be answered, in milliseconds: the few seconds of a sentence are too short for a hand.
#[cfg(not(any(target_os = "macos", target_os = "windows")))]
const ANSWERABLE_MS: u32 = 60_000;

#[cfg(any(target_os = "macos", target_os = "windows"))]
fn ask(shown: &Notification, _: Question) -> Result<(), String> {
    shown.show().map(drop).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_markup() {
        assert_eq!(escaped("<a href=x>Q&A</a>"), "&lt;a href=x&gt;Q&amp;A&lt;/a&gt;");
    }
}
