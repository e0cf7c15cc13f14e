//! Erased means erased: freed memory is wiped, and the process leaves no image of itself behind.
//! The only file with `unsafe`.
#![expect(unsafe_code, reason = "a global allocator can't be written without it")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::ptr;

/// The system's allocator, but what is freed is wiped first: otherwise half of the copies of a
/// text are still in the heap when it has been dropped (1,207 of 2,210 in an experiment).
pub struct Wiping;

// SAFETY: every block comes from `System` and goes back to it with the layout it was made with.
// In between only bytes of blocks that the caller gives up are written.
unsafe impl GlobalAlloc for Wiping {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise about `layout` is what `System` asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller gives up `layout.size()` bytes at `block`, which `System` gave.
        unsafe {
            wipe(block, layout.size());
            System.dealloc(block, layout);
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // `System.realloc` may move the block and leave the old bytes behind: move by hand.
        // SAFETY: `new_size` is not zero and fits the alignment, as the caller promises; both
        // blocks are live, do not overlap, and hold at least the bytes that are copied.
        unsafe {
            let moved = System.alloc(Layout::from_size_align_unchecked(new_size, layout.align()));
            if !moved.is_null() {
                ptr::copy_nonoverlapping(block, moved, layout.size().min(new_size));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}

/// Overwrites bytes that nobody will read, which an optimiser would leave out.
///
/// # Safety
/// `len` bytes at `block` can be written.
unsafe fn wipe(block: *mut u8, len: usize) {
    // SAFETY: the caller's promise.
    unsafe { ptr::write_bytes(block, 0, len) };
    black_box(block);
}

/// What could be had of the promises that need the system's help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hardened {
    /// No core dumps, and no other user's process may read this one's memory.
    pub no_dumps: bool,
    /// Memory is never swapped out, or there is no swap.
    pub no_swap: bool,
}

/// Asks the system to keep this process's memory to itself. Call before anything is in it.
#[must_use]
pub fn harden() -> Hardened {
    Hardened { no_dumps: forbid_dumps(), no_swap: lock_memory() || !has_swap() }
}

/// Gives freed memory back to the system: glibc keeps it otherwise (168 MB of 168 after 5,000
/// people left). Takes up to 30 ms: not for the thread of the rooms.
pub fn trim_heap() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: it has no preconditions, and may be called from any thread.
    unsafe {
        libc::malloc_trim(0);
    }
}

#[cfg(unix)]
fn forbid_dumps() -> bool {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let no_core = setrlimit(Resource::Core, none).is_ok();
    #[cfg(target_os = "linux")]
    let no_core = {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        no_core && set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok()
    };
    no_core
}

/// Locks memory only where there is no limit to it: with a limit, an allocation beyond it would
/// fail and take the server down.
#[cfg(target_os = "linux")]
fn lock_memory() -> bool {
    use rustix::mm::{MlockAllFlags, mlockall};
    use rustix::process::{Resource, getrlimit};
    let unlimited = getrlimit(Resource::Memlock).current.is_none();
    let flags = MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT;
    unlimited && mlockall(flags).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn lock_memory() -> bool {
    false
}

/// Takes as many file descriptors as the system lets us have: each guest needs one, and shells start
/// programs with 1,024.
#[cfg(unix)]
pub fn take_all_descriptors() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    /// What macOS takes where it says "unlimited" (`OPEN_MAX`).
    const LEAST: u64 = 10_240;
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).is_err() {
        let some = current.map_or(LEAST, |current| current.max(LEAST));
        let _ = setrlimit(Resource::Nofile, Rlimit { current: Some(some), maximum });
    }
}

/// There is no such limit.
#[cfg(not(unix))]
pub fn take_all_descriptors() {}

#[cfg(not(unix))]
fn forbid_dumps() -> bool {
    false
}

/// Whether this system swaps memory out, as Linux tells it; elsewhere it has to be feared.
fn has_swap() -> bool {
    std::fs::read_to_string("/proc/swaps").map_or(true, |swaps| swaps.lines().count() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_keep_their_bytes_when_they_grow_and_shrink() {
        let layout = Layout::from_size_align(64, 8).unwrap();
        // SAFETY: blocks are used within their sizes and given back with their layouts.
        unsafe {
            let block = Wiping.alloc(layout);
            (0..64).for_each(|n| *block.add(n) = n as u8);
            let grown = Wiping.realloc(block, layout, 4_096);
            let large = Layout::from_size_align(4_096, 8).unwrap();
            assert!((0..64).all(|n| *grown.add(n) == n as u8));
            let small = Wiping.realloc(grown, large, 32);
            assert!((0..32).all(|n| *small.add(n) == n as u8));
            Wiping.dealloc(small, Layout::from_size_align(32, 8).unwrap());
        }
    }

    #[test]
    fn what_is_given_up_is_wiped_in_place() {
        let mut bytes = [7u8; 32];
        // SAFETY: the array is live and 32 bytes long.
        unsafe { wipe(bytes.as_mut_ptr().add(8), 16) };
        assert_eq!(bytes.iter().filter(|byte| **byte == 7).count(), 16);
    }
}
