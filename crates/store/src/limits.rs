//! Every number of the store, with its unit and its reason.

/// What one document may hold. Exceeding a limit refuses the update; what was taken stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocLimits {
    /// Bytes of the encoded store. A browser blocks while it loads a pad; 8 MiB is the most that
    /// a phone loads in about a second.
    pub bytes: usize,
    /// Runs (structs) in the store: bounds the memory and the time of an encoding.
    pub structs: usize,
    /// Distinct client ids: every reload of a page mints one; the state vector grows with them.
    pub clients: usize,
    /// Bytes held back because what they refer to has not come yet.
    pub held_bytes: usize,
    /// Held sections, so that tiny dangling updates cannot be many.
    pub held_parts: usize,
    /// Nesting of types inside types. yjs' `toString` overflows at 2,000; an indent costs 2.
    pub type_depth: usize,
}

impl Default for DocLimits {
    fn default() -> Self {
        Self {
            bytes: 8 << 20,
            structs: 1_000_000,
            clients: 20_000,
            held_bytes: 1 << 20,
            held_parts: 4_096,
            type_depth: 100,
        }
    }
}

/// The highest clock a struct may reach: JS and yrs wrap or lose precision not far beyond 2^32.
pub const MAX_CLOCK: u64 = 1 << 30;

/// Nesting of JSON and Any values in an update; 10,000 levels overflow every reader's stack.
pub const MAX_VALUE_DEPTH: usize = 32;

/// Client ids that one seat may own in the store: a page mints one, a reload within a connection
/// another.
pub const IDS_PER_SEAT: usize = 8;

/// Client ids that one seat may bring by typing: a page mints one. A first sync brings those of
/// everyone who wrote before.
pub const NEW_IDS_PER_SEAT: usize = 64;

/// Bytes of an encoded pad that are kept for those who join next. A smaller one is encoded in some
/// microseconds, and copies of it that outlive the moment leave holes in the memory between others.
pub const WORTH_KEEPING: usize = 32 << 10;
