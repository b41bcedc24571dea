// A panic inside the library is an error here.

package token04_test

import (
	"errors"
	"os"
	"testing"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

// The library that users get cannot be made to panic: scripts/test.sh go links one that can.
func TestPanicIsAnError(t *testing.T) {
	if os.Getenv("TOKEN04_PANICKING") == "" {
		t.Skip("needs a library with the feature inject-panic")
	}
	issuer, verifier := newIssuer(t, appID, secret), newVerifier(t, appID, secret)
	privilege := token04.NewRoomPrivilege("room1").Streams("s1")
	calls := map[string]func() error{
		"new issuer":   func() error { _, err := token04.NewIssuer(appID, secret); return err },
		"new verifier": func() error { _, err := token04.NewVerifier(appID, secret); return err },
		"issue":        func() error { _, err := issuer.Issue("user1", time.Hour); return err },
		"issue room":   func() error { _, err := issuer.IssueRoom("user1", time.Hour, privilege); return err },
		"payload":      func() error { _, err := privilege.Payload(); return err },
		"kit token":    func() error { _, err := issuer.KitToken("user1", time.Hour, "room1"); return err },
		"kit encode":   func() error { _, err := token04.KitEncode("", token04.KitUser{}); return err },
		"kit decode":   func() error { _, _, err := token04.KitDecode(""); return err },
		"verify":       func() error { _, err := verifier.Verify(""); return err },
		"inspect":      func() error { _, err := token04.Inspect(""); return err },
		"diagnose":     func() error { _, err := token04.Diagnose(""); return err },
		"drop-in":      func() error { _, err := token04.GenerateToken04(appID, "user1", secret, 1, ""); return err },
	}
	for name, call := range calls {
		t.Setenv("TOKEN04_INJECT_PANIC", "1")
		if err := call(); !errors.Is(err, token04.ErrInternal) {
			t.Errorf("%s: %v", name, err)
		}
		os.Unsetenv("TOKEN04_INJECT_PANIC")
		if err := call(); errors.Is(err, token04.ErrInternal) {
			t.Errorf("%s afterwards: %v", name, err)
		}
	}
}
