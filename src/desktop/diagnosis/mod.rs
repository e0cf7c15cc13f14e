//! Why no phone gets through, and what else is wrong with this machine: facts in, sentences out.

pub mod causes;
pub mod doctor;
pub mod facts;
pub mod firewall;
