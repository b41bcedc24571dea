//! Reads and extends the files that the configuration and the options refer to. Whatever is at a path, reading it
//! neither waits for a writer nor runs forever: a secret that was replaced by a FIFO or `/dev/zero` is an error.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use zeroize::Zeroizing;

use crate::redact;
use crate::start_error::StartError;

/// The maximum length of a file. No key set or certificate chain comes near it.
const LONGEST: usize = 4 << 20;

/// Reads a regular file.
pub(crate) fn read(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    let file = open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"));
    }
    let len = usize::try_from(metadata.len()).ok().filter(|len| *len <= LONGEST).ok_or_else(too_long)?;
    // Allocated at full size: a growing buffer would leave pieces of a secret behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(len + 1));
    file.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LONGEST { Err(too_long()) } else { Ok(bytes) }
}

/// Reads a regular file as text.
pub(crate) fn read_text(path: &Path) -> io::Result<Zeroizing<String>> {
    let mut bytes = read(path)?;
    if std::str::from_utf8(&bytes).is_err() {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it is not valid UTF-8"));
    }
    Ok(Zeroizing::new(String::from_utf8(std::mem::take(&mut *bytes)).unwrap_or_default()))
}

/// Appends to a file completely or not at all: on a full disk the file stays unchanged.
pub(crate) fn append(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    let len = file.metadata()?.len();
    file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(|_| {
        let _ = file.set_len(len);
    })
}

/// Reads a file as text. An error identifies the file and the reason.
pub(crate) fn read_file(what: &str, path: &Path) -> Result<String, StartError> {
    read_text(path)
        .map(|mut text| std::mem::take(&mut *text))
        .map_err(|error| StartError::new(format!("{what} file {}: {error}", redact::path(path))))
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    // Opening a FIFO would otherwise wait for a writer.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

fn too_long() -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, format!("it is longer than {LONGEST} bytes"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn devices_folders_and_huge_files_are_errors() {
        for path in ["/dev/zero", "/dev/null", "/", "/dev/full"] {
            let error = read(Path::new(path)).unwrap_err();
            assert_eq!(error.to_string(), "it is not a regular file", "{path}");
        }
        let path = std::env::temp_dir().join(format!("token04-huge-{}", std::process::id()));
        File::create(&path).and_then(|file| file.set_len(LONGEST as u64 + 1)).unwrap();
        let error = read(&path).unwrap_err();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }
}
