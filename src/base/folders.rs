//! The user's own folders, as each platform names them. A variable that is empty or names a relative path is
//! as good as none, says the standard: <https://specifications.freedesktop.org/basedir-spec/latest/>

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// Where a person's settings lie.
#[must_use]
pub fn config() -> Option<PathBuf> {
    config_of(|name| env::var_os(name))
}

/// Where a program keeps what it may forget.
#[must_use]
pub fn state() -> Option<PathBuf> {
    state_of(|name| env::var_os(name))
}

/// For what a running program tells others of the same user, and that is gone with the session.
#[must_use]
pub fn runtime() -> Option<PathBuf> {
    runtime_of(|name| env::var_os(name))
}

/// A person's own folder.
#[must_use]
pub fn home() -> Option<PathBuf> {
    named(&|name| env::var_os(name), "HOME")
}

fn named(get: &impl Fn(&str) -> Option<OsString>, name: &str) -> Option<PathBuf> {
    get(name).map(PathBuf::from).filter(|path| path.is_absolute())
}

fn config_of(get: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    if cfg!(target_os = "windows") {
        named(&get, "APPDATA")
    } else {
        by_platform(get, "XDG_CONFIG_HOME", ".config")
    }
}

fn state_of(get: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    if cfg!(target_os = "windows") {
        named(&get, "LOCALAPPDATA")
    } else {
        by_platform(get, "XDG_STATE_HOME", ".local/state")
    }
}

fn by_platform(
    get: impl Fn(&str) -> Option<OsString>,
    variable: &str,
    below_home: &str,
) -> Option<PathBuf> {
    if cfg!(target_os = "macos") {
        return Some(named(&get, "HOME")?.join("Library/Application Support"));
    }
    named(&get, variable).or_else(|| Some(named(&get, "HOME")?.join(below_home)))
}

fn runtime_of(get: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let variable = if cfg!(target_os = "windows") {
        "LOCALAPPDATA"
    } else if cfg!(target_os = "macos") {
        "TMPDIR"
    } else {
        "XDG_RUNTIME_DIR"
    };
    named(&get, variable)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    fn with<'a>(all: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<OsString> + 'a {
        |name| all.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
    }

    #[test]
    fn a_variable_goes_before_the_home_and_a_relative_or_empty_one_is_none() {
        let home = ("HOME", "/home/ann");
        let path = |text: &str| Some(PathBuf::from(text));
        for unset in
            [&[home][..], &[home, ("XDG_CONFIG_HOME", "")], &[home, ("XDG_CONFIG_HOME", "x")]]
        {
            assert_eq!(config_of(with(unset)), path("/home/ann/.config"));
        }
        assert_eq!(config_of(with(&[home, ("XDG_CONFIG_HOME", "/etc/ann")])), path("/etc/ann"));
        assert_eq!(state_of(with(&[home])), path("/home/ann/.local/state"));
        assert_eq!(state_of(with(&[home, ("XDG_STATE_HOME", "/var/ann")])), path("/var/ann"));
        assert_eq!(runtime_of(with(&[("XDG_RUNTIME_DIR", "/run/user/1")])), path("/run/user/1"));
        assert_eq!(runtime_of(with(&[home])), None, "a home outlives the session");
        assert_eq!(config_of(with(&[("HOME", "ann")])), None);
    }
}
