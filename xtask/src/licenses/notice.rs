//! NOTICE: what the licences of others' work ask to be told to whoever is given the binary.

use std::fmt::Write as _;

use spdx::{Expression, LicenseReq, ParseMode};

use super::{Gathered, page};

/// What stands in front of all.
const HEAD: &str = "\
Fadepad
Copyright (c) 2026 The Fadepad authors

Licensed under either of the Apache License, Version 2.0 (LICENSE-APACHE) or the MIT licence (LICENSE-MIT), as you like.

The binary holds the work of others. Every package with its licence, its source and the licence's text:

    fadepad --licenses

in the page's menu, at /licenses of every running Fadepad, and in the file licenses.txt of each download. The same
packages for machines: the file fadepad-VERSION.cdx.json (CycloneDX).
";

/// A licence that asks for more than its text and the copyright.
struct Asks {
    license: &'static str,
    what: &'static str,
}

const ASKING: [Asks; 2] = [
    Asks {
        license: "MPL-2.0",
        what: "Their source code is available under the Mozilla Public License, version 2.0, unmodified, at",
    },
    Asks {
        license: "LGPL-2.1-or-later",
        what: "Used under the GNU Lesser General Public License, version 2.1, with its source at the address below. Fadepad's own\n\
               source is open, and `cargo xtask dist` builds the program anew with another glibc:",
    },
];

/// The file's text.
pub(super) fn text(crates: &Gathered) -> Result<String, String> {
    let mut told = HEAD.to_owned();
    let page = page::packages()?;
    for Asks { license, what } in ASKING {
        let of_crates = crates.packages.iter().filter(|entry| asks(&entry.license, license));
        let of_crates = of_crates.map(|entry| (entry.title(), entry.source.clone()));
        let is_asking =
            |package: &&page::Package| asks(package.license.as_deref().unwrap_or(""), license);
        let of_page = page.iter().filter(is_asking).map(|package| {
            (
                format!("{} {}", package.name, package.version),
                source(&package.name, &package.version),
            )
        });
        let all: Vec<_> = of_crates.chain(of_page).collect();
        if !all.is_empty() {
            let _ = writeln!(told, "\n{license}\n{}\n{what}\n", "-".repeat(license.len()));
        }
        for (title, source) in all {
            let _ = writeln!(told, "    {title}\n        {source}");
        }
    }
    Ok(told)
}

/// Where the source of a package of the page is.
pub(super) fn source(name: &str, version: &str) -> String {
    match name.starts_with("@blocknote/") {
        true => format!("https://github.com/TypeCellOS/BlockNote/tree/v{version}"),
        false => format!("https://www.npmjs.com/package/{name}/v/{version}"),
    }
}

/// Whether there is no way round this licence in an expression.
fn asks(expression: &str, license: &str) -> bool {
    let Ok(parsed) = Expression::parse_mode(expression, ParseMode::LAX) else { return false };
    let is = |asked: &LicenseReq| asked.to_string() == license;
    !parsed.evaluate(|asked| !is(asked)) && parsed.requirements().any(|asked| is(&asked.req))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_choose_another_licence_is_not_asked() {
        assert!(asks("MPL-2.0", "MPL-2.0") && asks("MIT AND MPL-2.0", "MPL-2.0"));
        assert!(!asks("MIT OR MPL-2.0", "MPL-2.0") && !asks("MIT", "MPL-2.0"));
        assert!(asks("LGPL-2.1-or-later", "LGPL-2.1-or-later"));
    }
}
