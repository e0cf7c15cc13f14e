//! The document store: a safe reader of Yjs v1 updates that checks, remembers and forgets.
