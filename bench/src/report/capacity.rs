//! What a larger machine would hold, worked out from the figures.

use std::collections::BTreeMap;

use super::Section;

/// The section, where the figures that it needs are there.
pub(super) fn section(_sections: &BTreeMap<String, Section>) -> String {
    String::new()
}
