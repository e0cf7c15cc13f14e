//! An image for containers, of nothing but the binary: an OCI layout in a tar, as `podman load` and `docker load` take it.

use serde_json::{Value, json};

use super::{Contents, File, SUMMARY, VERSION, archive, committed, sha256};

/// Nobody: it owns nothing.
const USER: &str = "65534:65534";
const CONFIG: &str = "application/vnd.oci.image.config.v1+json";
const MANIFEST: &str = "application/vnd.oci.image.manifest.v1+json";
const LAYER: &str = "application/vnd.oci.image.layer.v1.tar+gzip";

/// In nanoseconds, as docker counts.
const SECOND: u64 = 1_000_000_000;

/// The image.
pub(super) fn image(contents: &Contents) -> Result<Vec<u8>, String> {
    let files = [
        File { mode: 0o755, ..File::plain("fadepad", contents.binary.clone()) },
        File::plain("licenses.txt", contents.licenses.clone().into_bytes()),
        File::plain("NOTICE", committed("NOTICE")?),
    ];
    let layer = archive::tar("", &files, contents.made)?;
    let inside = sha256(&layer);
    let layer = archive::gzip(&layer)?;
    let config = config(contents, &inside)?.to_string().into_bytes();
    let manifest = json!({
        "schemaVersion": 2,
        "mediaType": MANIFEST,
        "config": described(CONFIG, &config),
        "layers": [described(LAYER, &layer)],
    });
    let manifest = manifest.to_string().into_bytes();
    let mut index = described(MANIFEST, &manifest);
    let name = format!("fadepad:{VERSION}");
    index["annotations"] = json!({ "org.opencontainers.image.ref.name": VERSION });
    let index = json!({ "schemaVersion": 2, "manifests": [index] });
    // What a docker before 25 reads instead.
    let docker = json!([{ "Config": blob(&config), "RepoTags": [name], "Layers": [blob(&layer)] }]);
    let plain = |path: &str, value: &Value| File::plain(path, value.to_string().into_bytes());
    let mut layout = vec![
        plain("oci-layout", &json!({ "imageLayoutVersion": "1.0.0" })),
        plain("index.json", &index),
        plain("manifest.json", &docker),
    ];
    layout.extend([config, manifest, layer].map(|bytes| File::plain(&blob(&bytes), bytes)));
    archive::tar("", &layout, contents.made)
}

fn blob(bytes: &[u8]) -> String {
    format!("blobs/sha256/{}", sha256(bytes))
}

fn described(kind: &str, bytes: &[u8]) -> Value {
    json!({ "mediaType": kind, "digest": format!("sha256:{}", sha256(bytes)), "size": bytes.len() })
}

/// How it is run: as nobody, and nothing has to be writable.
fn config(contents: &Contents, layer: &str) -> Result<Value, String> {
    let time =
        time::OffsetDateTime::from_unix_timestamp(contents.made).map_err(|e| e.to_string())?;
    let time = time.format(&time::format_description::well_known::Rfc3339);
    let time = time.map_err(|e| e.to_string())?;
    Ok(json!({
        "created": time,
        "architecture": contents.machine.oci,
        "os": "linux",
        "config": {
            "User": USER,
            "Entrypoint": ["/fadepad", "--headless"],
            "ExposedPorts": { "7780/tcp": {} },
            "Healthcheck": {
                "Test": ["CMD", "/fadepad", "healthcheck"],
                "Interval": 30 * SECOND,
                "Timeout": 5 * SECOND,
                "StartPeriod": 2 * SECOND,
            },
            "Labels": {
                "org.opencontainers.image.title": "fadepad",
                "org.opencontainers.image.description": SUMMARY,
                "org.opencontainers.image.version": VERSION,
                "org.opencontainers.image.licenses": "MIT OR Apache-2.0",
            },
        },
        "rootfs": { "type": "layers", "diff_ids": [format!("sha256:{layer}")] },
        "history": [{ "created": time, "created_by": "cargo xtask dist" }],
    }))
}
