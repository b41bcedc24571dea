// Package linux_arm64_musl is the folder of the native library for this platform, which scripts/build.sh go fills.
package linux_arm64_musl
