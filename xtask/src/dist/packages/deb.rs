//! A package of Debian's kind (deb(5)): an ar archive of two tars.

use ar::{Builder, Header};
use md5::{Digest as _, Md5};

use super::{Contents, DESCRIPTION, File, MAINTAINER, SUMMARY, VERSION, archive, committed, hex};

/// Where Debian's zsh finds completions.
const ZSH: &str = "usr/share/zsh/vendor-completions";

/// The package.
pub(super) fn deb(contents: &Contents) -> Result<Vec<u8>, String> {
    let made = contents.made;
    let mut files = contents.installed(ZSH)?;
    files.extend(of_debian(made)?);
    let control = [
        File::plain("control", control(contents, &files).into_bytes()),
        File::plain("md5sums", sums(&files).into_bytes()),
    ];
    let parts = [
        ("debian-binary", b"2.0\n".to_vec()),
        ("control.tar.gz", archive::gzip(&archive::tar("./", &control, made)?)?),
        ("data.tar.gz", archive::gzip(&archive::tar("./", &files, made)?)?),
    ];
    let mut builder = Builder::new(Vec::new());
    for (name, bytes) in parts {
        let mut header = Header::new(name.into(), bytes.len() as u64);
        header.set_mode(0o100_644);
        header.set_mtime(made.unsigned_abs());
        builder.append(&header, &*bytes).map_err(|e| e.to_string())?;
    }
    builder.into_inner().map_err(|e| e.to_string())
}

/// What only Debian wants: its changelog and copyright, and what lintian is told.
fn of_debian(made: i64) -> Result<Vec<File>, String> {
    let time = time::OffsetDateTime::from_unix_timestamp(made).map_err(|e| e.to_string())?;
    let time = time.format(&time::format_description::well_known::Rfc2822);
    let changelog = format!(
        "fadepad ({VERSION}) unstable; urgency=low\n\n  * See CHANGELOG.md of Fadepad {VERSION}.\n\n \
         -- {MAINTAINER}  {}\n",
        time.map_err(|e| e.to_string())?
    );
    let mut copyright = committed("LICENSE-MIT")?;
    copyright.extend(
        b"\nOr, as you like, under the Apache License, version 2.0: /usr/share/common-licenses/Apache-2.0\n\
          What others have written in it, with their licences: NOTICE and licenses.txt.gz in this folder.\n",
    );
    let doc = |name: &str, bytes| File::plain(&format!("usr/share/doc/fadepad/{name}"), bytes);
    let overrides = committed("packaging/linux/lintian-overrides")?;
    Ok(vec![
        doc("changelog.gz", archive::gzip(changelog.as_bytes())?),
        doc("copyright", copyright),
        File::plain("usr/share/lintian/overrides/fadepad", overrides),
    ])
}

fn control(contents: &Contents, files: &[File]) -> String {
    let size = files.iter().map(|file| file.bytes.len().div_ceil(1024)).sum::<usize>();
    let description = DESCRIPTION.replace('\n', "\n ");
    format!(
        "Package: fadepad\nVersion: {VERSION}\nArchitecture: {}\nMaintainer: {MAINTAINER}\nInstalled-Size: {size}\n\
         Section: net\nPriority: optional\nDescription: {SUMMARY}\n {description}\n",
        contents.machine.debian
    )
}

/// What `dpkg --verify` compares files with.
fn sums(files: &[File]) -> String {
    let line = |file: &File| format!("{}  {}\n", hex(&Md5::digest(&file.bytes)), file.path);
    files.iter().map(line).collect()
}
