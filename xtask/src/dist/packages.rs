//! What is given to people beside the bare binary: archive, packages of Debian and Fedora, an image for containers, sums.
//! The same binary and the same time give the same bytes.

mod archive;
mod deb;
mod image;
mod rpm;

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use sha2::{Digest as _, Sha256};

use crate::{
    licenses::sbom,
    run::{Outcome, output, root},
};

/// The program's, and so the packages'.
const VERSION: &str = env!("CARGO_PKG_VERSION");
const SUMMARY: &str = "pad for a meeting room that fades when everyone has left";
const DESCRIPTION: &str = "\
Prints a QR and a code; everyone in the room types into one page with a
browser, without an account and without the internet. When the last person
has left and a grace time is over, the text is erased from memory. One
program, no database.";
const MAINTAINER: &str = "The Fadepad authors <fadepad@localhost>";

/// A machine as its packages call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Machine {
    /// As in the target's name.
    arch: &'static str,
    debian: &'static str,
    oci: &'static str,
}

const MACHINES: [Machine; 3] = [
    Machine { arch: "x86_64", debian: "amd64", oci: "amd64" },
    Machine { arch: "aarch64", debian: "arm64", oci: "arm64" },
    Machine { arch: "armv7", debian: "armhf", oci: "arm" },
];

/// A file with its place below `/`.
#[derive(Clone, Debug)]
struct File {
    path: String,
    bytes: Vec<u8>,
    mode: u32,
}

/// What goes into the packages.
struct Contents {
    machine: Machine,
    /// Seconds since 1970.
    made: i64,
    binary: Vec<u8>,
    man: String,
    completions: [(&'static str, String); 3],
    licenses: String,
    bill: Vec<u8>,
}

/// Writes all packages of a binary for this target into a folder, which is made anew.
pub(super) fn pack(binary: &Path, target: &str, made: i64, folder: &Path) -> Outcome {
    let Some(machine) = MACHINES.into_iter().find(|it| target.starts_with(it.arch)) else {
        println!("No packages: there are none for {target} yet.");
        return Ok(());
    };
    let contents = Contents::of(binary, machine, made)?;
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let stem = format!("fadepad-{VERSION}");
    let Machine { arch, debian, .. } = machine;
    let made = [
        (
            format!("{stem}-{arch}-linux.tar.gz"),
            archive::gzip(&archive::tar("", &contents.loose()?, made)?)?,
        ),
        (format!("fadepad_{VERSION}_{debian}.deb"), deb::deb(&contents)?),
        (format!("{stem}-1.{arch}.rpm"), rpm::rpm(&contents)?),
        (format!("{stem}-{arch}-oci.tar"), image::image(&contents)?),
        (format!("{stem}.cdx.json"), contents.bill.clone()),
    ];
    let mut sums = String::new();
    for (name, bytes) in &made {
        write(&folder.join(name), bytes)?;
        let _ = writeln!(sums, "{}  {name}", sha256(bytes));
        println!("{:>10}  {name}", bytes.len());
    }
    write(&folder.join("SHA256SUMS"), sums.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A committed file of the repository.
fn committed(path: &str) -> Result<Vec<u8>, String> {
    fs::read(root().join(path)).map_err(|e| format!("{path}: {e}"))
}

impl Contents {
    /// What the program says of itself, and what the repository holds for packages.
    fn of(binary: &Path, machine: Machine, made: i64) -> Result<Self, String> {
        let say = |words: &[&str]| output(Command::new(binary).args(words)).map(|text| text + "\n");
        Ok(Self {
            machine,
            made,
            binary: fs::read(binary).map_err(|e| format!("{}: {e}", binary.display()))?,
            man: say(&["man"])?,
            completions: [
                ("bash", say(&["completions", "bash"])?),
                ("zsh", say(&["completions", "zsh"])?),
                ("fish", say(&["completions", "fish"])?),
            ],
            licenses: say(&["--licenses"])?,
            bill: sbom::json(made)?,
        })
    }

    /// The archive that is unpacked anywhere.
    fn loose(&self) -> Result<Vec<File>, String> {
        let folder = format!("fadepad-{VERSION}");
        let place = |name: &str, bytes: Vec<u8>| File::plain(&format!("{folder}/{name}"), bytes);
        let mut files = vec![
            File { mode: 0o755, ..place("fadepad", self.binary.clone()) },
            place("licenses.txt", self.licenses.clone().into_bytes()),
            place("man/fadepad.1", self.man.clone().into_bytes()),
            place("icons/fadepad.svg", committed("assets/mark.svg")?),
        ];
        for (shell, text) in &self.completions {
            files.push(place(&format!("completions/fadepad.{shell}"), text.clone().into_bytes()));
        }
        for name in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "NOTICE"] {
            files.push(place(name, committed(name)?));
        }
        for name in ["fadepad.desktop", "fadepad.service", "fadepad.socket"] {
            files.push(place(name, committed(&format!("packaging/linux/{name}"))?));
        }
        Ok(files)
    }

    /// The files of a system's package, but for those that only one system wants; zsh looks elsewhere on each.
    fn installed(&self, zsh_folder: &str) -> Result<Vec<File>, String> {
        let [bash, zsh, fish] = self.completions.clone().map(|(_, text)| text.into_bytes());
        let share = |path: &str, bytes| File::plain(&format!("usr/share/{path}"), bytes);
        let linux = |name: &str| committed(&format!("packaging/linux/{name}"));
        let gzip = archive::gzip;
        Ok(vec![
            File { mode: 0o755, ..File::plain("usr/bin/fadepad", self.binary.clone()) },
            File::plain(&format!("{zsh_folder}/_fadepad"), zsh),
            File::plain("usr/lib/systemd/system/fadepad.service", linux("fadepad.service")?),
            File::plain("usr/lib/systemd/system/fadepad.socket", linux("fadepad.socket")?),
            share("man/man1/fadepad.1.gz", gzip(self.man.as_bytes())?),
            share("bash-completion/completions/fadepad", bash),
            share("fish/vendor_completions.d/fadepad.fish", fish),
            share("applications/fadepad.desktop", linux("fadepad.desktop")?),
            share("icons/hicolor/scalable/apps/fadepad.svg", committed("assets/mark.svg")?),
            share("doc/fadepad/NOTICE", committed("NOTICE")?),
            share("doc/fadepad/licenses.txt.gz", gzip(self.licenses.as_bytes())?),
            share("doc/fadepad/sbom.cdx.json.gz", gzip(&self.bill)?),
        ])
    }
}

impl File {
    fn plain(path: &str, bytes: Vec<u8>) -> Self {
        Self { path: path.to_owned(), bytes, mode: 0o644 }
    }
}

/// Where packages are put.
pub(super) fn folder(target: &Path) -> PathBuf {
    target.join("packages")
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, io::Read as _};

    use flate2::read::GzDecoder;

    use super::*;

    fn contents() -> Contents {
        Contents {
            machine: MACHINES[0],
            made: 1_700_000_000,
            binary: b"\x7fELF and no more".to_vec(),
            man: ".TH fadepad 1\n".into(),
            completions: ["bash", "zsh", "fish"].map(|shell| (shell, format!("# {shell}\n"))),
            licenses: "licences\n".into(),
            bill: b"{}\n".to_vec(),
        }
    }

    fn unzipped(bytes: &[u8]) -> Vec<u8> {
        let mut all = Vec::new();
        GzDecoder::new(bytes).read_to_end(&mut all).unwrap();
        all
    }

    /// Each file of a tar with its mode and bytes.
    fn listed(tar: &[u8]) -> BTreeMap<String, (u32, Vec<u8>)> {
        let mut archive = tar::Archive::new(tar);
        let of = |entry: std::io::Result<tar::Entry<'_, &[u8]>>| {
            let mut entry = entry.unwrap();
            let header = entry.header();
            assert_eq!((header.mtime().unwrap(), header.uid().unwrap()), (1_700_000_000, 0));
            let (path, mode) =
                (entry.path().unwrap().display().to_string(), header.mode().unwrap());
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (path, (mode, bytes))
        };
        archive.entries().unwrap().map(of).collect()
    }

    #[test]
    fn the_archive_holds_the_program_its_licences_and_what_a_desktop_needs() {
        let files = listed(&archive::tar("", &contents().loose().unwrap(), 1_700_000_000).unwrap());
        let (mode, binary) = &files[&format!("fadepad-{VERSION}/fadepad")];
        assert_eq!((*mode, &**binary), (0o755, &*contents().binary));
        for name in [
            "NOTICE",
            "LICENSE-MIT",
            "licenses.txt",
            "man/fadepad.1",
            "fadepad.service",
            "completions/fadepad.zsh",
        ] {
            let (mode, bytes) = &files[&format!("fadepad-{VERSION}/{name}")];
            assert!(*mode == 0o644 && !bytes.is_empty(), "{name}");
        }
    }

    #[test]
    fn a_deb_is_what_debian_reads() {
        let deb = deb::deb(&contents()).unwrap();
        let mut parts = BTreeMap::new();
        let mut archive = ar::Archive::new(&*deb);
        while let Some(entry) = archive.next_entry() {
            let mut entry = entry.unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            parts.insert(String::from_utf8_lossy(entry.header().identifier()).into_owned(), bytes);
        }
        assert!(deb[8..].starts_with(b"debian-binary") && parts["debian-binary"] == b"2.0\n");
        let control = listed(&unzipped(&parts["control.tar.gz"]));
        let text = String::from_utf8_lossy(&control["control"].1).into_owned();
        assert!(
            text.contains("Architecture: amd64\n") && text.lines().all(|line| line.len() < 80),
            "{text}"
        );
        let files = listed(&unzipped(&parts["data.tar.gz"]));
        let sums = String::from_utf8_lossy(&control["md5sums"].1).into_owned();
        let is_summed = |path: &String| sums.lines().any(|line| line.ends_with(path.as_str()));
        let is_file = |path: &&String| !path.is_empty() && !path.ends_with('/');
        assert!(files.keys().filter(is_file).all(is_summed), "{sums}");
        assert_eq!(files["usr/bin/fadepad"].0, 0o755);
        assert!(!files.contains_key("etc/systemd"), "to install it opens no port");
    }

    #[test]
    fn an_rpm_holds_the_same_files() {
        let package = ::rpm::Package::parse(&mut &*rpm::rpm(&contents()).unwrap()).unwrap();
        let about = &package.metadata;
        assert_eq!((about.get_name().unwrap(), about.get_version().unwrap()), ("fadepad", VERSION));
        let paths: Vec<_> = about.get_file_paths().unwrap();
        for file in contents().installed("usr/share/zsh/site-functions").unwrap() {
            let path = format!("/{}", file.path);
            assert!(paths.iter().any(|it| it.to_str() == Some(&*path)), "{path}: {paths:?}");
        }
    }

    #[test]
    fn an_image_is_run_by_nobody_and_each_of_its_blobs_is_named_by_its_sum() {
        let files = listed(&image::image(&contents()).unwrap());
        for (path, (_, bytes)) in &files {
            let sum = path.strip_prefix("blobs/sha256/").filter(|sum| !sum.is_empty());
            assert!(sum.is_none_or(|sum| sum == sha256(bytes)), "{path}");
        }
        let read =
            |path: &str| -> serde_json::Value { serde_json::from_slice(&files[path].1).unwrap() };
        let named = |digest: &serde_json::Value| {
            format!("blobs/{}", digest.as_str().unwrap().replace(':', "/"))
        };
        let manifest = read(&named(&read("index.json")["manifests"][0]["digest"]));
        let config = read(&named(&manifest["config"]["digest"]));
        assert_eq!(config["config"]["User"], "65534:65534");
        let layer = unzipped(&files[&named(&manifest["layers"][0]["digest"])].1);
        assert_eq!(config["rootfs"]["diff_ids"][0], format!("sha256:{}", sha256(&layer)));
        assert_eq!(listed(&layer)["fadepad"].0, 0o755);
    }

    #[test]
    fn packed_twice_is_the_same_bytes() {
        for pack in [deb::deb, rpm::rpm, image::image] {
            assert!(pack(&contents()).unwrap() == pack(&contents()).unwrap());
        }
    }

    /// Tells the summary of `cargo xtask test` of a test that could not try anything.
    fn skip(why: &str) {
        use std::io::Write as _;
        println!("Skipped: {why}");
        let Some(list) = std::env::var_os("FADEPAD_SKIPPED") else { return };
        let mut list = fs::OpenOptions::new().append(true).create(true).open(list).unwrap();
        writeln!(list, "{why}").unwrap();
    }

    #[test]
    fn the_service_may_do_little() {
        let unit = root().join("packaging/linux/fadepad.service");
        let mut analyze = Command::new("systemd-analyze");
        analyze.args(["security", "--offline=true", "--no-pager", "--threshold=20"]).arg(&unit);
        match analyze.output() {
            // The threshold is ten times the level: 2.0.
            Ok(out) => assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout)),
            Err(_) => skip("the_service_may_do_little: there is no systemd-analyze"),
        }
    }
}
