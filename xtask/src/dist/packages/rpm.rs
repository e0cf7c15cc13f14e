//! A package of Fedora's kind.

use rpm::{BuildConfig, CompressionWithLevel, FileOptions, PackageBuilder};

use super::{Contents, DESCRIPTION, File, MAINTAINER, SUMMARY, VERSION, committed};

/// gzip's best.
const LEVEL: u32 = 9;
/// Where Fedora's zsh finds completions.
const ZSH: &str = "usr/share/zsh/site-functions";

/// The package.
pub(super) fn rpm(contents: &Contents) -> Result<Vec<u8>, String> {
    let made = u32::try_from(contents.made).map_err(|e| format!("{}: {e}", contents.made))?;
    let config = BuildConfig::v4().source_date(made).compression(CompressionWithLevel::Gzip(LEVEL));
    let (license, arch) = ("MIT OR Apache-2.0", contents.machine.arch);
    // Debian wants no capital, Fedora one.
    let summary = SUMMARY.replacen('p', "P", 1);
    let mut builder = PackageBuilder::new("fadepad", VERSION, license, arch, &summary);
    builder.using_config(config).build_host("localhost").description(DESCRIPTION);
    builder.group("Applications/Internet").packager(MAINTAINER);
    let entry = (
        format!("{MAINTAINER} - {VERSION}-1"),
        format!("- See CHANGELOG.md of Fadepad {VERSION}."),
    );
    builder.add_changelog_entry(entry.0, entry.1, made);
    for File { path, bytes, mode } in contents.installed(ZSH)?.into_iter().chain(of_fedora()?) {
        let options = FileOptions::new(format!("/{path}"));
        let options = options.permissions(u16::try_from(mode).unwrap_or(0o644));
        let is_doc = ["usr/share/doc/", "usr/share/man/"].iter().any(|it| path.starts_with(it));
        let options = if is_doc { options.doc() } else { options };
        builder.with_file_contents(bytes, options).map_err(|e| e.to_string())?;
    }
    let package = builder.build().map_err(|e| e.to_string())?;
    let mut bytes = Vec::new();
    package.write(&mut bytes).map_err(|e| e.to_string())?;
    Ok(bytes)
}

/// Where Fedora keeps licences.
fn of_fedora() -> Result<Vec<File>, String> {
    let license = |name: &str| {
        let path = format!("usr/share/licenses/fadepad/{name}");
        committed(name).map(|bytes| File::plain(&path, bytes))
    };
    Ok(vec![license("LICENSE-MIT")?, license("LICENSE-APACHE")?])
}
