//! The secrets in memory do not end up in a core dump, and no other process of the user can read them.

use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::Command;

use crate::process::{Folder, Running, command, wait_for};

/// The command, allowed to leave a core dump of any size in a directory.
fn with_core_dumps(command: &Command, folder: &Path) -> Command {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", r#"ulimit -c unlimited; exec "$@""#, "sh"]);
    shell.arg(command.get_program()).args(command.get_args()).current_dir(folder).env_clear();
    shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell
}

/// What can be seen depends on who runs the test and where. The kernel gives the files in `/proc` of a process that
/// forbids dumps to root, which shows unless root runs the test. And the process leaves no dump when it aborts, which
/// shows where the system makes dumps at all.
#[test]
fn an_abort_leaves_no_dump_and_memory_belongs_to_root() {
    let folder = Folder::new();
    let (config, _) = folder.with_key("");
    let mut running = Running::start(&mut with_core_dumps(command(&["--config"]).arg(config), &folder.0));
    let environment = format!("/proc/{}/environ", running.child.id());
    assert_eq!(std::fs::metadata(environment).unwrap().uid(), 0);

    running.signal("ABRT");
    let aborted = wait_for(|| running.child.try_wait().unwrap());
    assert!(aborted.signal().is_some() && !aborted.core_dumped(), "{aborted}");
}
