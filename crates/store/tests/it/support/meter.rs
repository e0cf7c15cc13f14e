//! Meters of what a thread costs: bytes on the heap, time on the CPU.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::time::{Duration, Instant};

thread_local! {
    static LIVE: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

/// The system's allocator, which counts what each thread holds.
pub struct Counting;

fn count(bytes: isize) {
    // A thread that is ending has no counters any more.
    let _ = LIVE.try_with(|live| {
        live.set(live.get() + bytes);
        let _ = PEAK.try_with(|peak| peak.set(peak.get().max(live.get())));
    });
}

#[expect(
    unsafe_code,
    reason = "an allocator that counts is an unsafe trait; it only passes calls on"
)]
// SAFETY: every call goes unchanged to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, new: usize) -> *mut u8 {
        count(new as isize - layout.size() as isize);
        unsafe { System.realloc(pointer, layout, new) }
    }
}

/// Bytes that this thread holds on the heap.
pub fn live_bytes() -> isize {
    LIVE.get()
}

/// What some work cost.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Bytes that it held beyond those before, at its peak.
    pub peak: isize,
    /// Time on the CPU, where the system tells; else on the clock.
    pub time: Duration,
}

/// Does some work and tells its cost.
pub fn measure<T>(work: impl FnOnce() -> T) -> (T, Cost) {
    let before = LIVE.get();
    PEAK.set(before);
    let start = cpu_time();
    let clock = Instant::now();
    let result = work();
    let time = match (start, cpu_time()) {
        (Some(start), Some(end)) => end.saturating_sub(start),
        _ => clock.elapsed(),
    };
    (result, Cost { peak: PEAK.get() - before, time })
}

/// Nanoseconds that this thread was on a CPU (Linux).
fn cpu_time() -> Option<Duration> {
    // The scheduler's book is stale while the thread runs: let it be written first.
    std::thread::yield_now();
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
