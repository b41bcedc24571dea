//! A disk that does not respond holds up neither requests nor the end of the process.
//!
//! No file hangs when it is read without waiting, except on a broken disk or network file system. So a library loaded
//! before the C library replaces `openat`, through which the program opens its files.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::process::{Folder, Running, command, wait_for};

const BODY: &str = r#"{"user_id":"user1"}"#;
/// Much longer than the process may take to exit, but finite.
const SOON: Duration = Duration::from_secs(10);

/// Opening `keys.toml` hangs if there is a file `hang` beside it, which is then renamed to `hangs`.
const HANGS: &str = r#"
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int opened(int folder, const char *path, int flags, va_list rest) {
    int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0;
    const char *name = strrchr(path, '/');
    if (name && !strcmp(name, "/keys.toml") && !rename(getenv("HANG"), getenv("HANGS"))) for (;;) pause();
    return syscall(SYS_openat, folder, path, flags, mode);
}
#define OPENS(name, parameters, folder) \
    int name parameters { va_list rest; va_start(rest, flags); int file = opened(folder, path, flags, rest); va_end(rest); return file; }
OPENS(open, (const char *path, int flags, ...), AT_FDCWD)
OPENS(open64, (const char *path, int flags, ...), AT_FDCWD)
OPENS(openat, (int folder, const char *path, int flags, ...), folder)
OPENS(openat64, (int folder, const char *path, int flags, ...), folder)
"#;

/// A directory on a disk that can hang.
struct Disk {
    folder: Folder,
    library: PathBuf,
    key: String,
}

impl Disk {
    fn new() -> Self {
        let folder = Folder::new();
        let library = folder.0.join("hangs.so");
        let mut compiler = Command::new("cc");
        compiler.args(["-shared", "-fPIC", "-o"]).arg(&library).args(["-x", "c", "-"]);
        let mut compiling = compiler.stdin(Stdio::piped()).spawn().unwrap();
        compiling.stdin.take().unwrap().write_all(HANGS.as_bytes()).unwrap();
        assert!(compiling.wait().unwrap().success());
        let (_, key) = folder.with_key("");
        Self { folder, library, key }
    }

    fn command(&self) -> Command {
        let mut command = command(&["--config"]);
        command.arg(self.path("token04.toml")).env("LD_PRELOAD", &self.library);
        command.env("HANG", self.path("hang")).env("HANGS", self.path("hangs"));
        command
    }

    /// Lets the next attempt to read the keys hang.
    fn hang(&self) {
        self.folder.write("hang", "");
    }

    fn wait_until_it_hangs(&self) {
        wait_for(|| self.path("hangs").exists().then_some(()));
    }

    fn path(&self, name: &str) -> PathBuf {
        Path::new(&self.folder.0).join(name)
    }
}

/// Whether the test starts a program for which the library is not made or which ignores it, such as a static one.
fn is_foreign() -> bool {
    std::env::var_os("TOKEN04_PROGRAM").is_some()
}

/// A process that ends with the test.
struct Started(Child);

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until it has exited, which must be soon.
fn ends(child: &mut Child) -> Option<i32> {
    let started = Instant::now();
    let status = wait_for(|| child.try_wait().unwrap());
    assert!(started.elapsed() < SOON, "{:?}", started.elapsed());
    status.code()
}

#[test]
fn a_reload_that_hangs_holds_up_neither_requests_nor_the_end() {
    if is_foreign() {
        return;
    }
    let disk = Disk::new();
    let mut running = Running::start(&mut disk.command());
    disk.hang();
    running.signal("HUP");
    disk.wait_until_it_hangs();
    running.signal("HUP");
    assert_eq!(running.ask(&disk.key, BODY).0, 200);
    running.signal("TERM");
    assert_eq!(ends(&mut running.child), Some(0));
}

#[test]
fn a_start_that_hangs_can_be_stopped() {
    if is_foreign() {
        return;
    }
    let disk = Disk::new();
    disk.hang();
    let mut started = Started(disk.command().stdout(Stdio::null()).spawn().unwrap());
    disk.wait_until_it_hangs();
    assert!(Command::new("kill").arg(started.0.id().to_string()).status().unwrap().success());
    assert_eq!(ends(&mut started.0), Some(0));
}
