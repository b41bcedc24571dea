// Package darwin_amd64 is the folder of the native library for this platform, which scripts/build.sh go fills.
package darwin_amd64
