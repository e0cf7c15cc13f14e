//! Facts about this machine that decide whether phones get through, asked of the system.

use std::fs;
use std::path::Path;

use super::causes::{Facts, Inside};
use super::firewall;
use crate::base::network::{Address, InterfaceKind};
use crate::desktop::lan;

/// The one interface of a container that has a network of its own.
const CONTAINERS_OWN: &str = "eth0";

/// Gathers them. Blocks: other programs may be asked.
#[must_use]
pub fn gather(port: u16, addresses: Vec<Address>) -> Facts {
    // With the host's network a container is as good as no container.
    let own_network = addresses.iter().all(|address| address.interface == CONTAINERS_OWN);
    let inside = match inside(Path::new("/")) {
        Inside::Container if !own_network => Inside::Machine,
        inside => inside,
    };
    Facts { port, addresses, firewall: firewall::look(port), inside, vpn: vpn() }
}

/// The interface of a VPN that is up. Whichever networks pads are told in: it may keep phones out of them all.
#[must_use]
pub fn vpn() -> Option<String> {
    let all = lan::rank(&lan::read(), None).into_iter();
    all.filter(|address| address.kind == InterfaceKind::Vpn).map(|address| address.interface).next()
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
