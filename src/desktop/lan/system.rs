//! The table of interfaces, read from the system.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod others;

use std::fs;

#[cfg(target_os = "linux")]
use self::linux as system;
#[cfg(not(target_os = "linux"))]
use self::others as system;
use super::Interface;

/// Reads this machine's interfaces; those that are switched off are left out. Blocks for a moment.
#[must_use]
pub fn read() -> Vec<Interface> {
    let mut table = system::read();
    table.sort_by(|a, b| a.name.cmp(&b.name));
    table
}

/// This machine's own name, where it has one.
#[must_use]
pub fn host_name() -> Option<String> {
    let from_kernel = fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let name = from_kernel.or_else(|| std::env::var("COMPUTERNAME").ok())?;
    let name = name.trim().to_ascii_lowercase();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_can_be_read() {
        assert!(read().iter().all(|interface| !interface.name.is_empty()));
    }
}
