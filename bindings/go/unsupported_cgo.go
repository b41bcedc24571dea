// Says what is missing where cgo is off.

//go:build !cgo

package token04

// The compiler names the variable. Cgo is off where CGO_ENABLED is 0, and where no C compiler was found.
var _ = token04_needs_cgo__set_CGO_ENABLED_to_1_and_install_a_C_compiler
