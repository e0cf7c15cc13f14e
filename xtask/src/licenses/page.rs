//! The npm packages in the page, as its build lists them in dist/.

use std::{fs, io::Read as _};

use flate2::read::GzDecoder;
use serde::Deserialize;

use crate::run::root;

/// One package of the page, as Vite writes it (its option `build.license`).
#[derive(Deserialize)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) version: String,
    #[serde(rename = "identifier")]
    pub(super) license: Option<String>,
}

/// All of them, by their names.
pub(super) fn packages() -> Result<Vec<Package>, String> {
    let path = root().join("dist/licenses.json.gz");
    let failed = |why: String| format!("{}: {why}; run `cargo xtask ui`", path.display());
    let packed = fs::read(&path).map_err(|e| failed(e.to_string()))?;
    let mut json = Vec::new();
    GzDecoder::new(&*packed).read_to_end(&mut json).map_err(|e| failed(e.to_string()))?;
    let mut packages: Vec<Package> =
        serde_json::from_slice(&json).map_err(|e| failed(e.to_string()))?;
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(packages)
}
