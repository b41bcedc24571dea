// Says on which platforms the package cannot be built.

//go:build !linux || !(amd64 || arm64)

package token04

// The compiler names the variable.
var _ = token04_has_a_library_only_for_linux_on_amd64_and_arm64
