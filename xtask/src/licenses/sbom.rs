//! The SBOM: every crate, npm package and library in the binary, as CycloneDX 1.5 in JSON.

use std::{collections::BTreeMap, fs, process::Command};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use cargo_metadata::Metadata;
use cyclonedx_bom::{
    external_models::{
        date_time::DateTime,
        normalized_string::NormalizedString,
        spdx::SpdxExpression,
        uri::{Purl, Uri},
    },
    models::{
        bom::{Bom, SpecVersion},
        component::{Classification, Component, Components},
        dependency::{Dependencies, Dependency},
        external_reference::{ExternalReference, ExternalReferenceType, ExternalReferences},
        hash::{Hash, HashAlgorithm, HashValue, Hashes},
        license::{LicenseChoice, Licenses},
        metadata::Metadata as About,
        tool::{Tool, Tools},
    },
    validation::Validate as _,
};
use serde::Deserialize;

use super::{LINKED, embedded, entry_of, linked_packages, metadata, notice, page};
use crate::run::{output, root};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The bill, made at this time (seconds since 1970).
pub(crate) fn json(made: i64) -> Result<Vec<u8>, String> {
    let bom = bom(made)?;
    let found = bom.validate_version(SpecVersion::V1_5);
    if !found.passed() {
        return Err(format!("the SBOM is not valid: {found:?}"));
    }
    let mut json = Vec::new();
    bom.output_as_json_v1_5(&mut json).map_err(|e| e.to_string())?;
    json.push(b'\n');
    Ok(json)
}

fn bom(made: i64) -> Result<Bom, String> {
    let metadata = metadata()?;
    let own = component("fadepad", VERSION, Some("MIT OR Apache-2.0"), "pkg:cargo")?;
    let crates = crates(&metadata)?;
    let (page, linked) = (of_page()?, linked()?);
    let mut on_own: Vec<String> = page.iter().chain(&linked).map(reference).collect();
    let mut dependencies = between_crates(&metadata)?;
    on_own.extend(dependencies.remove("fadepad").unwrap_or_default());
    on_own.sort();
    dependencies.insert(reference(&own), on_own);
    let time = time::OffsetDateTime::from_unix_timestamp(made).map_err(|e| e.to_string())?;
    let time = time.format(&time::format_description::well_known::Rfc3339);
    let tool = Tool {
        name: Some(NormalizedString::new("cargo xtask dist")),
        version: Some(NormalizedString::new(VERSION)),
        ..Tool::default()
    };
    let about = About {
        timestamp: Some(
            DateTime::try_from(time.map_err(|e| e.to_string())?).map_err(|e| e.to_string())?,
        ),
        tools: Some(Tools::List(vec![tool])),
        component: Some(Component { component_type: Classification::Application, ..own }),
        ..About::default()
    };
    let as_dependency =
        |(dependency_ref, dependencies)| Dependency { dependency_ref, dependencies };
    Ok(Bom {
        version: 1,
        // its default is one by chance
        serial_number: None,
        metadata: Some(about),
        components: Some(Components(crates.into_iter().chain(page).chain(linked).collect())),
        dependencies: Some(Dependencies(dependencies.into_iter().map(as_dependency).collect())),
        ..Bom::default()
    })
}

fn reference(component: &Component) -> String {
    component.bom_ref.clone().unwrap_or_default()
}

/// A component that is named by its package URL: `pkg:npm/%40mantine/core@9.2.1`.
fn component(
    name: &str,
    version: &str,
    license: Option<&str>,
    kind: &str,
) -> Result<Component, String> {
    let url = format!("{kind}/{}@{version}", name.replace('@', "%40").replace(' ', "%20"));
    let purl: Purl = url.parse().map_err(|()| format!("{url} is no package URL"))?;
    let mut component = Component::new(Classification::Library, name, version, Some(url));
    component.purl = Some(purl);
    // Some write MIT/Apache-2.0, which SPDX does not.
    let license = license.map(|license| SpdxExpression::parse_lax(license.replace('/', " OR ")));
    let license = license.transpose().map_err(|e| format!("{name}: {e}"))?;
    component.licenses = license.map(|it| Licenses(vec![LicenseChoice::Expression(it)]));
    Ok(component)
}

fn found_at(source: &str) -> Option<ExternalReferences> {
    let url = Uri::try_from(source.to_owned()).ok()?;
    Some(ExternalReferences(vec![ExternalReference::new(ExternalReferenceType::Vcs, url)]))
}

fn hash(alg: HashAlgorithm, hex: String) -> Option<Hashes> {
    Some(Hashes(vec![Hash { alg, content: HashValue(hex) }]))
}

/// The crates, with the sums that Cargo.lock holds of them.
fn crates(metadata: &Metadata) -> Result<Vec<Component>, String> {
    let sums = sums()?;
    let made = embedded(metadata)?.into_iter().map(|package| {
        let entry = entry_of(package)?;
        let mut made = component(&entry.name, &entry.version, Some(&entry.license), "pkg:cargo")?;
        made.external_references = found_at(&entry.source);
        let sum = sums.get(&(entry.name.clone(), entry.version.clone()));
        made.hashes = sum.and_then(|sum| hash(HashAlgorithm::SHA_256, sum.clone()));
        Ok(made)
    });
    made.collect()
}

/// Of Cargo.lock, the sum of each package by name and version.
fn sums() -> Result<BTreeMap<(String, String), String>, String> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    #[derive(Deserialize)]
    struct Locked {
        name: String,
        version: String,
        checksum: Option<String>,
    }
    let text = fs::read_to_string(root().join("Cargo.lock")).map_err(|e| e.to_string())?;
    let lock: Lock = toml::from_str(&text).map_err(|e| format!("Cargo.lock: {e}"))?;
    let each = lock.package.into_iter();
    Ok(each.filter_map(|it| Some(((it.name, it.version), it.checksum?))).collect())
}

/// Which crate of the binary uses which, by their references; the first of them is under `fadepad`.
fn between_crates(metadata: &Metadata) -> Result<BTreeMap<String, Vec<String>>, String> {
    let packages = embedded(metadata)?;
    let named = |package: &cargo_metadata::Package| match package.source {
        Some(_) => format!("pkg:cargo/{}@{}", package.name, package.version),
        // ours are one
        None => "fadepad".to_owned(),
    };
    let names: BTreeMap<_, _> =
        packages.iter().map(|package| (&package.id, named(package))).collect();
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let of = |id| metadata.packages.iter().find(|package| package.id == id);
    for node in metadata.resolve.iter().flat_map(|resolve| &resolve.nodes) {
        let used = node.deps.iter().filter_map(|dep| names.get(&dep.pkg).cloned());
        let is_ours = || of(node.id.clone()).is_some_and(is_in_binary);
        let name = names.get(&node.id).cloned().or_else(|| is_ours().then(|| "fadepad".into()));
        if let Some(name) = name {
            all.entry(name).or_default().extend(used);
        }
    }
    for used in all.values_mut() {
        used.sort();
        used.dedup();
    }
    Ok(all)
}

/// Of our own packages, those that are no tools.
fn is_in_binary(package: &cargo_metadata::Package) -> bool {
    package.source.is_none() && !matches!(package.name.as_str(), "xtask" | "bench")
}

/// The npm packages of the page, with the sums that its lock file holds of them.
fn of_page() -> Result<Vec<Component>, String> {
    let text =
        fs::read_to_string(root().join("ui/package-lock.json")).map_err(|e| e.to_string())?;
    let lock: serde_json::Value = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    let made = page::packages()?.into_iter().map(|page::Package { name, version, license }| {
        let mut made = component(&name, &version, license.as_deref(), "pkg:npm")?;
        made.external_references = found_at(&notice::source(&name, &version));
        made.hashes = integrity(&lock, &name, &version)
            .and_then(|(alg, bytes)| hash(alg, bytes.iter().map(|b| format!("{b:02x}")).collect()));
        Ok(made)
    });
    made.collect()
}

/// The sum of a package in package-lock.json: `sha512-W3Pi…==`.
fn integrity(
    lock: &serde_json::Value,
    name: &str,
    version: &str,
) -> Option<(HashAlgorithm, Vec<u8>)> {
    let ending = format!("node_modules/{name}");
    let (_, found) = lock["packages"]
        .as_object()?
        .iter()
        .find(|(path, package)| path.ends_with(&ending) && package["version"] == version)?;
    let (alg, sum) = found["integrity"].as_str()?.split_once('-')?;
    let alg = match alg {
        "sha512" => HashAlgorithm::SHA_512,
        "sha1" => HashAlgorithm::SHA1,
        _ => return None,
    };
    Some((alg, BASE64_STANDARD.decode(sum).ok()?))
}

/// What the linker adds, in the versions of this machine.
fn linked() -> Result<Vec<Component>, String> {
    let rust = output(Command::new("rustc").arg("--version"))?;
    let rust = rust.split(' ').nth(1).unwrap_or_default().to_owned();
    let glibc = output(Command::new("getconf").arg("GNU_LIBC_VERSION")).unwrap_or_default();
    let glibc = glibc.trim_start_matches("glibc ").to_owned();
    let versions = [("rust-std", rust), ("glibc", glibc)];
    let made = linked_packages().zip(versions).filter(|(_, (_, version))| !version.is_empty());
    let made = made.map(|(entry, (name, version))| {
        let mut made = component(name, &version, Some(&entry.license), "pkg:generic")?;
        made.external_references = found_at(&entry.source);
        Ok(made)
    });
    debug_assert_eq!(LINKED.len(), 2, "a version for each");
    made.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn made() -> serde_json::Value {
        serde_json::from_slice(&json(1_700_000_000).unwrap()).unwrap()
    }

    #[test]
    fn the_bill_names_both_worlds_with_licence_sum_and_source_and_is_valid() {
        let bom = made();
        assert_eq!(bom["metadata"]["timestamp"], "2023-11-14T22:13:20Z");
        let components = bom["components"].as_array().unwrap();
        let named =
            |url: &str| components.iter().any(|it| it["purl"].as_str().unwrap().starts_with(url));
        for url in ["pkg:cargo/warp@", "pkg:npm/%40blocknote/core@", "pkg:generic/rust-std@"] {
            assert!(named(url), "{url}");
        }
        assert!(!named("pkg:cargo/rpm@") && !named("pkg:cargo/serde_derive@"));
        for component in components {
            assert!(component["licenses"][0]["expression"].is_string(), "{component}");
            let is_linked = component["purl"].as_str().unwrap().starts_with("pkg:generic");
            let sum = component["hashes"][0]["content"].as_str().map_or(0, str::len);
            assert!(is_linked || sum == 64 || sum == 128 || sum == 40, "{component}");
        }
        let parsed = Bom::parse_from_json_v1_5(&*json(0).unwrap()).unwrap();
        assert!(parsed.validate().passed());
    }

    #[test]
    fn whatever_a_crate_uses_is_in_the_bill_and_everything_in_it_is_used() {
        let bom = made();
        let listed: BTreeSet<&str> = bom["components"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["bom-ref"].as_str().unwrap())
            .collect();
        let mut used = BTreeSet::new();
        for row in bom["dependencies"].as_array().unwrap() {
            for name in row["dependsOn"].as_array().into_iter().flatten() {
                used.insert(name.as_str().unwrap());
            }
        }
        assert_eq!(listed, used);
    }

    #[test]
    fn the_same_time_gives_the_same_bytes() {
        assert!(json(7).unwrap() == json(7).unwrap(), "two bills of one time differ");
    }
}
