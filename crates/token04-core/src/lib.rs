//! Issue, read and verify ZEGO Token04.
