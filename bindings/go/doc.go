// Package token04 issues, reads, verifies and explains ZEGO Token04, the token that a client presents when it logs
// in to ZEGO's real-time voice, video and chat.
//
// A token is made by the app's own server from its AppID and ServerSecret:
//
//	issuer, err := token04.NewIssuer(1234567890, secret)
//	…
//	token, err := issuer.Issue("user1", time.Hour)
//
// An [Issuer] and a [Verifier] hold the expanded key and are safe for any number of goroutines: make one and
// keep it. Every failure is an [*Error] with a public, stable code, and works with [errors.Is] and [errors.As].
//
// [Diagnose] says why a token is refused, and how to fix it.
//
// [GenerateToken04] has the name, the arguments and the errors of ZEGO's own function: code that uses that one
// moves over by changing its import path.
//
// The package is a thin layer over a native library, which is linked statically: cgo and a C compiler are
// needed to build, and nothing but the program to run.
package token04
