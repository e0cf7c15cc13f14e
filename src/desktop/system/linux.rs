//! Linux and its like: the tray is a service on the session's bus and needs no loop of ours; a
//! start at login is a desktop entry.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::AT_LOGIN;
use crate::base::folders;
use crate::desktop::tray::Front;

/// Who shows icons: the panel, or an extension of the desktop.
const TRAY_HOST: &str = "org.kde.StatusNotifierWatcher";

/// Waits for the server while the tray answers on threads of its own. Where no panel shows icons,
/// the tray is ready for one that comes: at login we may be the first.
pub(super) fn run(mut front: Front) {
    let waiting = tokio::runtime::Builder::new_current_thread().build();
    let Ok(waiting) = waiting else { return };
    if !waiting.block_on(front.opens()) {
        return;
    }
    let missed = || shows_icons() == Some(false);
    let missed_before = missed();
    let mut tray = front.raise_now();
    if missed_before && missed() {
        front.tell_absence("no program shows icons here; it appears when one does");
    } else if missed_before {
        // It came after the tray had asked for it, and before it listened for one that comes
        // (ksni 0.3.7, `service::run`).
        drop(tray.take());
        tray = front.raise_now();
    }
    waiting.block_on(front.keep(tray));
}

/// Whether a panel shows icons. The tray itself does not tell: to it all is well without one.
pub(super) fn shows_icons() -> Option<bool> {
    let asked = || -> zbus::Result<bool> {
        let bus = zbus::blocking::Connection::session()?;
        let names = zbus::blocking::fdo::DBusProxy::new(&bus)?;
        Ok(names.name_has_owner(TRAY_HOST.try_into()?)?)
    };
    asked().ok()
}

/// Logind's: the lock is a file descriptor, and over when that is closed, by whatever ends us.
pub(super) type AwakeLock = zbus::zvariant::OwnedFd;

/// <https://systemd.io/INHIBITOR_LOCKS/>: no going to sleep because of idleness.
pub(super) fn stay_awake() -> Result<AwakeLock, String> {
    let asked = || -> zbus::Result<AwakeLock> {
        let bus = zbus::blocking::Connection::system()?;
        let (path, interface) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
        let lock = ("idle", "Fadepad", "People are in a pad", "block");
        let login = Some("org.freedesktop.login1");
        bus.call_method(login, path, Some(interface), "Inhibit", &lock)?.body().deserialize()
    };
    asked().map_err(|error| error.to_string())
}

/// <https://specifications.freedesktop.org/autostart-spec/latest/>
fn entry_file() -> Option<PathBuf> {
    Some(folders::config()?.join("autostart").join("fadepad.desktop"))
}

pub(super) fn starts_at_login(program: &Path) -> Option<bool> {
    let text = fs::read_to_string(entry_file()?).unwrap_or_default();
    let has = |line: &str| text.lines().any(|own| own.trim() == line);
    Some(has(&exec_line(program)) && !has("Hidden=true"))
}

pub(super) fn start_at_login(program: &Path, on: bool) -> io::Result<()> {
    let file = entry_file().ok_or(io::ErrorKind::NotFound)?;
    if !on {
        return match fs::remove_file(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        };
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    // Written whole or not at all: a login may read it at any time.
    let new = file.with_extension("new");
    fs::write(&new, entry(program))?;
    fs::rename(new, file)
}

fn entry(program: &Path) -> String {
    format!(
        "[Desktop Entry]\nType=Application\nVersion=1.5\nName=Fadepad\n\
         Comment=A pad that fades when everyone has left\n{}\nTerminal=false\n\
         X-GNOME-Autostart-enabled=true\n",
        exec_line(program)
    )
}

fn exec_line(program: &Path) -> String {
    format!("Exec={} {AT_LOGIN}", quoted(&program.to_string_lossy()))
}

/// An argument in quotes, as the standard's section "The Exec key" wants it: `"`, `` ` ``, `$` and
/// `\` are escaped within quotes, then every `\` again since the value is a string; `%` is doubled.
fn quoted(argument: &str) -> String {
    let mut text = String::from("\"");
    for c in argument.chars() {
        match c {
            '"' | '`' | '$' => text.extend(['\\', '\\', c]),
            '\\' => text.push_str(r"\\\\"),
            '%' => text.push_str("%%"),
            c => text.push(c),
        }
    }
    text + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_as_the_standard_wants() {
        for (path, line) in [
            ("/opt/fadepad", r#"Exec="/opt/fadepad" --hidden"#),
            ("/home/a b/fadepad", r#"Exec="/home/a b/fadepad" --hidden"#),
            (r#"/x"$y`z"#, r#"Exec="/x\\"\\$y\\`z" --hidden"#),
            (r"/back\slash", r#"Exec="/back\\\\slash" --hidden"#),
            ("/100%/fadepad", r#"Exec="/100%%/fadepad" --hidden"#),
        ] {
            assert_eq!(exec_line(Path::new(path)), line);
        }
    }
}
