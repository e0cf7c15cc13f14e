//! What a room has to say to the other machines that have its pad, beside words and presence.

/// What a room tells its line, beside words and presence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeerNews {
    /// Who is here has changed.
    Here,
    /// A host has decided something.
    Decided,
    /// A host's word for every machine, as JSON.
    Command(String),
}
