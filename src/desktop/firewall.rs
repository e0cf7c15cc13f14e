//! Which firewall is on, and whether it lets our port in; one way to ask per system.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What could turn phones away, and whether our port is known to be open in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firewall {
    /// None that we know of.
    None,
    /// ufw (Ubuntu, Debian) is on.
    Ufw(Option<bool>),
    /// firewalld (Fedora, RHEL, openSUSE) is on.
    Firewalld(Option<bool>),
    /// Windows Defender; whether the network's profile is "Private".
    Windows(Option<bool>),
    /// The application firewall of macOS, which asks at the first start.
    MacOs,
}

/// Looks for it. Blocks: other programs may be asked.
#[must_use]
pub fn look(port: u16) -> Firewall {
    if cfg!(target_os = "windows") {
        let asked = "(Get-NetConnectionProfile).NetworkCategory";
        let said = says("powershell", &["-NoProfile", "-NonInteractive", "-Command", asked]);
        Firewall::Windows(said.and_then(|said| is_private(&said)))
    } else if cfg!(target_os = "macos") {
        let program = "/usr/libexec/ApplicationFirewall/socketfilterfw";
        let off =
            says(program, &["--getglobalstate"]).is_some_and(|said| said.contains("disabled"));
        if off { Firewall::None } else { Firewall::MacOs }
    } else if let Some(open) = ufw(Path::new("/etc/ufw"), port) {
        Firewall::Ufw(open)
    } else if says("firewall-cmd", &["--state"]).is_some() {
        Firewall::Firewalld(firewalld(port))
    } else {
        Firewall::None
    }
}

/// What another program prints; `None` where there is none or it fails.
fn says(program: &str, args: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    let output = command.args(args).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether every network that Windows is in is one of those it trusts.
fn is_private(said: &str) -> Option<bool> {
    let profiles: Vec<_> = said.split_whitespace().collect();
    let trusted = |profile: &&str| matches!(*profile, "Private" | "DomainAuthenticated");
    (!profiles.is_empty()).then(|| profiles.iter().all(trusted))
}

/// Whether ufw is on, and whether a rule opens the port; rules are for root to read.
fn ufw(folder: &Path, port: u16) -> Option<Option<bool>> {
    let settings = fs::read_to_string(folder.join("ufw.conf")).ok()?;
    if !settings.lines().any(|line| line.trim() == "ENABLED=yes") {
        return None;
    }
    let rules = fs::read_to_string(folder.join("user.rules")).ok();
    Some(rules.map(|rules| rules.lines().any(|rule| opens(rule, &port.to_string()))))
}

/// Whether a rule of ufw lets the port in from everywhere.
fn opens(rule: &str, port: &str) -> bool {
    let words: Vec<_> = rule.split_whitespace().collect();
    let ours = words.windows(2).any(|pair| match pair {
        ["--dport", named] => *named == port,
        ["--dports", list] => list.split(',').any(|named| named == port),
        _ => false,
    });
    rule.starts_with("-A ufw-user-input") && ours && words.ends_with(&["ACCEPT"])
}

/// Whether firewalld's default zone opens the port: it says so by its exit code.
fn firewalld(port: u16) -> Option<bool> {
    const NO: i32 = 1;
    let mut command = Command::new("firewall-cmd");
    command.arg(format!("--query-port={port}/tcp"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.status().ok()?.code()? {
        0 => Some(true),
        NO => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ufw_is_read_from_its_files() {
        let folder = std::env::temp_dir().join(format!("fadepad-ufw-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        assert_eq!(ufw(&folder, 7780), None);
        fs::write(folder.join("ufw.conf"), "# x\nENABLED=no\n").unwrap();
        assert_eq!(ufw(&folder, 7780), None);
        fs::write(folder.join("ufw.conf"), "ENABLED=yes\nLOGLEVEL=low\n").unwrap();
        assert_eq!(ufw(&folder, 7780), Some(None), "the rules are not ours to read");
        let rules = "### tuple ### allow tcp 7780 0.0.0.0/0 any 0.0.0.0/0 in\n\
                     -A ufw-user-input -p tcp --dport 7780 -j ACCEPT\n\
                     -A ufw-user-input -p tcp -m multiport --dports 80,443 -j ACCEPT\n";
        fs::write(folder.join("user.rules"), rules).unwrap();
        let open = |port| ufw(&folder, port);
        assert_eq!([open(7780), open(443), open(778)], [true, true, false].map(|b| Some(Some(b))));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn windows_tells_its_networks_apart() {
        assert_eq!(is_private("Private\r\n"), Some(true));
        assert_eq!(is_private("DomainAuthenticated\r\nPublic\r\n"), Some(false));
        assert_eq!(is_private(""), None);
    }
}
