//! Facts about this machine that decide whether phones get through, asked of the system.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::causes::{Facts, Firewall, Inside};
use super::lan;
use crate::base::network::{Address, Kind};

/// The one interface of a container that has a network of its own.
const CONTAINERS_OWN: &str = "eth0";

/// Gathers them. Blocks: other programs may be asked.
#[must_use]
pub fn gather(port: u16, addresses: Vec<Address>) -> Facts {
    let all = lan::rank(&lan::read(), None);
    let vpn = all.into_iter().find(|address| address.kind == Kind::Vpn);
    // With the host's network a container is as good as no container.
    let own_network = addresses.iter().all(|address| address.interface == CONTAINERS_OWN);
    let inside = match inside(Path::new("/")) {
        Inside::Container if !own_network => Inside::Machine,
        inside => inside,
    };
    Facts {
        port,
        addresses,
        firewall: firewall(port),
        inside,
        vpn: vpn.map(|address| address.interface),
    }
}

/// The firewall that is on, and whether our port is open in it.
#[must_use]
pub fn firewall(port: u16) -> Firewall {
    if cfg!(target_os = "windows") {
        Firewall::Windows
    } else if cfg!(target_os = "macos") {
        Firewall::MacOs
    } else if let Some(open) = ufw(Path::new("/etc/ufw"), port) {
        Firewall::Ufw(open)
    } else if let Some(open) = firewalld(port) {
        Firewall::Firewalld(open)
    } else {
        Firewall::None
    }
}

/// Whether ufw is on, and whether a rule opens the port; rules are for root to read.
fn ufw(folder: &Path, port: u16) -> Option<Option<bool>> {
    let settings = fs::read_to_string(folder.join("ufw.conf")).ok()?;
    if !settings.lines().any(|line| line.trim() == "ENABLED=yes") {
        return None;
    }
    let rules = fs::read_to_string(folder.join("user.rules")).ok();
    let dport = port.to_string();
    Some(rules.map(|rules| {
        rules.lines().any(|line| {
            let words: Vec<_> = line.split_whitespace().collect();
            let is_ours = words.windows(2).any(|pair| pair == ["--dport", dport.as_str()]);
            line.starts_with("-A ufw-user-input") && is_ours && words.ends_with(&["ACCEPT"])
        })
    }))
}

fn firewalld(port: u16) -> Option<Option<bool>> {
    let asked = |argument: &str| {
        let mut command = Command::new("firewall-cmd");
        command.arg(argument).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().ok()
    };
    if !asked("--state")?.success() {
        return None;
    }
    Some(asked(&format!("--query-port={port}/tcp")).map(|answer| answer.success()))
}

fn inside(root: &Path) -> Inside {
    let kernel = fs::read_to_string(root.join("proc/version")).unwrap_or_default();
    let marks = [".dockerenv", "run/.containerenv"];
    if kernel.to_lowercase().contains("microsoft") {
        Inside::Wsl
    } else if marks.iter().any(|mark| root.join(mark).exists()) {
        Inside::Container
    } else {
        Inside::Machine
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("fadepad-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn ufw_is_read_from_its_files() {
        let folder = folder("ufw");
        assert_eq!(ufw(&folder, 7780), None);
        fs::write(folder.join("ufw.conf"), "# x\nENABLED=no\n").unwrap();
        assert_eq!(ufw(&folder, 7780), None);
        fs::write(folder.join("ufw.conf"), "ENABLED=yes\nLOGLEVEL=low\n").unwrap();
        assert_eq!(ufw(&folder, 7780), Some(None), "the rules are not ours to read");
        let rules = "### tuple ###\n-A ufw-user-input -p tcp --dport 7780 -j ACCEPT\n";
        fs::write(folder.join("user.rules"), rules).unwrap();
        assert_eq!(ufw(&folder, 7780), Some(Some(true)));
        assert_eq!(ufw(&folder, 778), Some(Some(false)));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_container_and_wsl_are_known_by_their_marks() {
        let folder = folder("inside");
        assert_eq!(inside(&folder), Inside::Machine);
        fs::write(folder.join(".dockerenv"), "").unwrap();
        assert_eq!(inside(&folder), Inside::Container);
        fs::create_dir_all(folder.join("proc")).unwrap();
        let kernel = "Linux version 6.6.87.2-microsoft-standard-WSL2";
        fs::write(folder.join("proc/version"), kernel).unwrap();
        assert_eq!(inside(&folder), Inside::Wsl);
        fs::remove_dir_all(folder).unwrap();
    }
}
