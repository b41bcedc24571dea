// Says on which platforms the package cannot be built.

//go:build !(linux || darwin || windows) || !(amd64 || arm64) || (windows && arm64)

package token04

// The compiler names the variable.
var _ = token04_has_a_library_only_for_linux_and_darwin_on_amd64_and_arm64_and_for_windows_on_amd64
