// Links the native library, which scripts/build.sh puts into the folder of the platform, and the compiler's unwinder,
// so that a program needs nothing but the C library beside it. Go does not know which C library there is: on musl, as on
// Alpine, build with -tags musl.

package token04

// #cgo linux,amd64,!musl LDFLAGS: ${SRCDIR}/lib/linux_amd64/libtoken04.a
// #cgo linux,arm64,!musl LDFLAGS: ${SRCDIR}/lib/linux_arm64/libtoken04.a
// #cgo linux,amd64,musl LDFLAGS: ${SRCDIR}/lib/linux_amd64_musl/libtoken04.a
// #cgo linux,arm64,musl LDFLAGS: ${SRCDIR}/lib/linux_arm64_musl/libtoken04.a
// #cgo linux LDFLAGS: -static-libgcc -lpthread -ldl -lm
// #cgo darwin,amd64 LDFLAGS: ${SRCDIR}/lib/darwin_amd64/libtoken04.a
// #cgo darwin,arm64 LDFLAGS: ${SRCDIR}/lib/darwin_arm64/libtoken04.a
// #cgo windows,amd64 LDFLAGS: ${SRCDIR}/lib/windows_amd64/libtoken04.a -static-libgcc -lws2_32 -luserenv -lntdll -ldbghelp
// #include "token04.h"
import "C"

// `go mod vendor` copies the folders of packages alone.
import (
	_ "github.com/token04/token04/bindings/go/lib/darwin_amd64"
	_ "github.com/token04/token04/bindings/go/lib/darwin_arm64"
	_ "github.com/token04/token04/bindings/go/lib/linux_amd64"
	_ "github.com/token04/token04/bindings/go/lib/linux_amd64_musl"
	_ "github.com/token04/token04/bindings/go/lib/linux_arm64"
	_ "github.com/token04/token04/bindings/go/lib/linux_arm64_musl"
	_ "github.com/token04/token04/bindings/go/lib/windows_amd64"
)

// Version is the version of this package and of the library in it.
const Version = C.TOKEN04_VERSION

// errMismatch is why the library cannot be used; nil if it can. Every function that needs no issuer or verifier reports it.
var errMismatch = func() error {
	library := C.GoString(C.token04_version())
	if library == Version {
		return nil
	}
	return &Error{CodeInternal, "the package has version " + Version + ", the library in its folder lib has version " +
		library + ": run scripts/build.sh go"}
}()
