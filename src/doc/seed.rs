//! The first update of every page: one empty paragraph, so that two people who start in an empty
//! document at once do not each make a page of their own and lose one.

/// What yjs encodes for an empty BlockNote document of client 1. Taking it twice changes nothing.
/// `tests/node/seed.mjs` makes it, and a test compares.
pub const SEED: &[u8] = b"\x01\x07\x01\x00\
    \x07\x01\x09blocknote\x03\x0ablockGroup\
    \x07\x00\x01\x00\x03\x0eblockContainer\
    (\x00\x01\x01\x02id\x01w\x0einitialBlockId\
    \x07\x00\x01\x01\x03\x09paragraph\
    (\x00\x01\x03\x0fbackgroundColor\x01w\x07default\
    (\x00\x01\x03\x0dtextAlignment\x01w\x04left\
    (\x00\x01\x03\x09textColor\x01w\x07default\
    \x00";
