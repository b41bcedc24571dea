// Errors: what their texts say.

package token04_test

import (
	"testing"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

const (
	appID  = 1234567890
	secret = "0123456789abcdef0123456789ABCDEF"
)

func TestErrorsSayWhatWasWrong(t *testing.T) {
	issuer := newIssuer(t, appID, secret)
	zim := newIssuer(t, appID, secret, token04.WithProfile(token04.ProfileZIM))
	verifier := newVerifier(t, appID, secret)
	for name, row := range map[string]struct {
		call    func() error
		code    int
		message string
	}{
		"app id": {func() error { _, err := token04.NewIssuer(0, secret); return err },
			1, "appID must be 1 to 4294967295, got 0"},
		"secret": {func() error { _, err := token04.NewIssuer(1, secret[1:]); return err },
			5, "secret must be 32 bytes, got 31"},
		"mode": {func() error { _, err := token04.NewIssuer(1, secret, token04.WithMode(2)); return err },
			901, "mode must be 0 (cbc) or 1 (gcm), got 2"},
		"profile": {func() error { _, err := token04.NewIssuer(1, secret, token04.WithProfile(-1)); return err },
			901, "profile must be 0 (none), 1 (rtc), 2 (zim), 3 (kit) or 4 (call), got -1"},
		"fraction": {func() error { _, err := issuer.Issue("user1", 1500*time.Millisecond); return err },
			6, "ttl must be whole seconds, at least 1, got 1.5"},
		"negative fraction": {func() error { _, err := issuer.Issue("user1", -time.Nanosecond); return err },
			6, "ttl must be whole seconds, at least 1, got -0.000000001"},
		"fraction of a room": {
			func() error {
				_, err := issuer.IssueRoom("user1", time.Nanosecond, token04.NewRoomPrivilege(""))
				return err
			},
			6, "ttl must be whole seconds, at least 1, got 0.000000001"},
		"fraction of a kit token": {
			func() error { _, err := issuer.KitToken("user1", time.Millisecond, ""); return err },
			6, "ttl must be whole seconds, at least 1, got 0.001"},
		"zero": {func() error { _, err := issuer.Issue("user1", 0); return err },
			6, "ttl must be whole seconds, at least 1, got 0"},
		"negative": {func() error { _, err := issuer.Issue("user1", -time.Minute); return err },
			6, "ttl must be whole seconds, at least 1, got -60"},
		"user before ttl": {func() error { _, err := zim.Issue("", time.Millisecond); return err },
			3, "userID must not be empty"},
		"leeway": {
			func() error {
				_, err := token04.NewVerifier(1, secret, token04.WithLeeway(1500*time.Millisecond))
				return err
			},
			901, "leeway must be whole seconds, at least 0, got 1.5"},
		"negative leeway": {
			func() error { _, err := token04.NewVerifier(1, secret, token04.WithLeeway(-time.Minute)); return err },
			901, "leeway must be whole seconds, at least 0, got -60"},
		"secret before leeway": {
			func() error { _, err := token04.NewVerifier(1, "", token04.WithLeeway(1)); return err },
			5, "secret must be 32 bytes, got 0"},
		"previous secret": {
			func() error { _, err := token04.NewVerifier(1, secret, token04.WithPreviousSecret("")); return err },
			5, "secret must be 32 bytes, got 0"},
		"token that is not UTF-8": {func() error { _, err := verifier.Verify("04\xff"); return err },
			201, "token must be valid Unicode text"},
		"expectation that is not UTF-8": {
			func() error { _, err := verifier.Verify("", token04.WithRoomID("\xff")); return err },
			102, "roomID must be valid Unicode text"},
		"name that is not UTF-8": {
			func() error {
				_, err := issuer.KitToken("user1", time.Hour, "room1", token04.WithUserName("\xff"))
				return err
			},
			3, "userName must be valid Unicode text"},
		"stream that is not UTF-8": {
			func() error {
				_, err := token04.NewRoomPrivilege("room1").Streams("s1", "\xff").Payload()
				return err
			},
			102, "stream id must be valid Unicode text"},
	} {
		t.Run(name, func(t *testing.T) {
			err := row.call()
			if code := codeOf(t, err); code != row.code {
				t.Fatalf("code %d: %v", code, err)
			}
			if expected := "token04: " + row.message; err.Error() != expected {
				t.Errorf("%q, expected %q", err, expected)
			}
		})
	}
}
