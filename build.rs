//! Packs the licences of all crates, and tells a builder when the committed page is missing or older
//! than its sources. Never runs npm, never reaches the network.

use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{env, fs, io};

use flate2::{Compression, write::GzEncoder};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=dist");
    println!("cargo::rerun-if-changed=ui/src");
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=ui/package-lock.json");
    pack_licenses()?;
    // rust-embed wants the folder; without a page the server says how to build one.
    fs::create_dir_all("dist")?;
    let page = Path::new("dist/index.html");
    let Ok(built) = page.metadata().and_then(|meta| meta.modified()) else {
        println!("cargo::warning=dist/ has no page: run `cargo xtask ui`");
        return Ok(());
    };
    // A fresh clone writes all files at about the same time, in no order.
    let slack = std::time::Duration::from_secs(60);
    let sources = newest(Path::new("ui/src"))?.max(newest(Path::new("assets"))?);
    if sources.is_some_and(|changed| changed > built + slack) {
        println!("cargo::warning=ui/ has changed since dist/ was built: run `cargo xtask ui`");
    }
    Ok(())
}

/// Packed they weigh 60 KB in the binary, not 680.
fn pack_licenses() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let packed = fs::File::create(Path::new(&out).join("licenses.json.gz"))?;
    let mut packed = GzEncoder::new(packed, Compression::best());
    io::copy(&mut fs::File::open("assets/licenses.json")?, &mut packed)?;
    packed.finish().map(drop)
}

fn newest(folder: &Path) -> io::Result<Option<SystemTime>> {
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    let mut newest = None;
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in entries {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => folders.push(entry.path()),
                false => newest = newest.max(Some(entry.metadata()?.modified()?)),
            }
        }
    }
    Ok(newest)
}
