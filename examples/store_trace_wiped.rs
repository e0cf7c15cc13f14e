//! `store_trace` under the allocator of the binary, which wipes what is freed: its cost is the
//! ratio of the two.

#[path = "../crates/store/examples/store_trace.rs"]
#[allow(dead_code, reason = "its own main is called from here")]
mod store_trace;

use fadepad::base::hardening::Wiping;

#[global_allocator]
static ALLOCATOR: Wiping = Wiping;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    store_trace::main()
}
