// Errors: every code of the header, how they compare, and what their texts say.

package token04_test

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

const (
	appID  = 1234567890
	secret = "0123456789abcdef0123456789ABCDEF"
)

var codes = map[string]struct {
	code     int
	sentinel error
}{
	"INVALID_APP_ID":     {token04.CodeInvalidAppID, token04.ErrInvalidAppID},
	"INVALID_USER_ID":    {token04.CodeInvalidUserID, token04.ErrInvalidUserID},
	"INVALID_SECRET":     {token04.CodeInvalidSecret, token04.ErrInvalidSecret},
	"INVALID_TTL":        {token04.CodeInvalidTTL, token04.ErrInvalidTTL},
	"TOO_LONG":           {token04.CodeTooLong, token04.ErrTooLong},
	"INVALID_ROOM":       {token04.CodeInvalidRoom, token04.ErrInvalidRoom},
	"RANDOM_UNAVAILABLE": {token04.CodeRandomUnavailable, token04.ErrRandomUnavailable},
	"INVALID_PAYLOAD":    {token04.CodeInvalidPayload, token04.ErrInvalidPayload},
	"MALFORMED":          {token04.CodeMalformed, token04.ErrMalformed},
	"UNDECIPHERABLE":     {token04.CodeUndecipherable, token04.ErrUndecipherable},
	"EXPIRED":            {token04.CodeExpired, token04.ErrExpired},
	"WRONG_APP_ID":       {token04.CodeWrongAppID, token04.ErrWrongAppID},
	"WRONG_USER_ID":      {token04.CodeWrongUserID, token04.ErrWrongUserID},
	"EXPIRE_MISMATCH":    {token04.CodeExpireMismatch, token04.ErrExpireMismatch},
	"NOT_PERMITTED":      {token04.CodeNotPermitted, token04.ErrNotPermitted},
	"INVALID_ARGUMENT":   {token04.CodeInvalidArgument, token04.ErrInvalidArgument},
	"BUFFER_TOO_SMALL":   {token04.CodeBufferTooSmall, token04.ErrBufferTooSmall},
	"INTERNAL":           {token04.CodeInternal, token04.ErrInternal},
}

// headerCodes reads the codes of token04.h, but for that of success.
func headerCodes(t *testing.T) map[string]int {
	t.Helper()
	header, err := os.ReadFile("token04.h")
	if err != nil {
		t.Fatal(err)
	}
	enum, _, found := strings.Cut(string(header), "} token04_status;")
	if !found {
		t.Fatal("token04.h has no token04_status")
	}
	enum = enum[strings.LastIndex(enum, "typedef enum"):]
	read := map[string]int{}
	for _, line := range regexp.MustCompile(`TOKEN04_(\w+) = (\d+)`).FindAllStringSubmatch(enum, -1) {
		if read[line[1]], err = strconv.Atoi(line[2]); err != nil {
			t.Fatal(err)
		}
	}
	if ok, found := read["OK"]; !found || ok != 0 {
		t.Fatal("token04.h has no TOKEN04_OK = 0")
	}
	delete(read, "OK")
	return read
}

func TestCodesAreTheHeaders(t *testing.T) {
	header := headerCodes(t)
	if len(header) != len(codes) {
		t.Errorf("%d codes in the header, %d here", len(header), len(codes))
	}
	for name, number := range header {
		t.Run(name, func(t *testing.T) {
			if codes[name].code != number {
				t.Fatalf("code %d, in the header %d", codes[name].code, number)
			}
			failure := fmt.Errorf("wrapped: %w", &token04.Error{Code: number, Message: "why"})
			for other, row := range codes {
				if is := errors.Is(failure, row.sentinel); is != (other == name) {
					t.Errorf("errors.Is with %s is %v", other, is)
				}
			}
			if text := codes[name].sentinel.Error(); len(text) < len("token04: ")+10 || strings.Contains(text, "unknown") {
				t.Errorf("the sentinel reads %q", text)
			}
		})
	}
}

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
			1, "app_id must be 1 to 4294967295, got 0"},
		"secret": {func() error { _, err := token04.NewIssuer(1, secret[1:]); return err },
			5, "secret must be 32 bytes, got 31"},
		"mode": {func() error { _, err := token04.NewIssuer(1, secret, token04.WithMode(2)); return err },
			901, "mode must be 0 (cbc) or 1 (gcm), got 2"},
		"profile": {func() error { _, err := token04.NewIssuer(1, secret, token04.WithProfile(-1)); return err },
			901, "profile must be 0 (none), 1 (rtc), 2 (zim) or 3 (kit), got -1"},
		"fraction": {func() error { _, err := issuer.Issue("user1", 1500*time.Millisecond); return err },
			6, "ttl must be whole seconds, at least 1, got 1.5s"},
		"negative fraction": {func() error { _, err := issuer.Issue("user1", -time.Nanosecond); return err },
			6, "ttl must be whole seconds, at least 1, got -1ns"},
		"fraction of a room": {
			func() error {
				_, err := issuer.IssueRoom("user1", time.Nanosecond, token04.NewRoomPrivilege(""))
				return err
			},
			6, "ttl must be whole seconds, at least 1, got 1ns"},
		"fraction of a kit token": {
			func() error { _, err := issuer.KitToken("user1", time.Millisecond, ""); return err },
			6, "ttl must be whole seconds, at least 1, got 1ms"},
		"zero": {func() error { _, err := issuer.Issue("user1", 0); return err },
			6, "ttl must be whole seconds, at least 1, got 0"},
		"negative": {func() error { _, err := issuer.Issue("user1", -time.Minute); return err },
			6, "ttl must be whole seconds, at least 1, got -60"},
		"user before ttl": {func() error { _, err := zim.Issue("", time.Millisecond); return err },
			3, "user_id must not be empty"},
		"leeway": {
			func() error {
				_, err := token04.NewVerifier(1, secret, token04.WithLeeway(1500*time.Millisecond))
				return err
			},
			901, "leeway must be whole seconds, at least 0, got 1.5s"},
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
			102, "room_id must be valid Unicode text"},
		"name that is not UTF-8": {
			func() error {
				_, err := issuer.KitToken("user1", time.Hour, "room1", token04.WithUserName("\xff"))
				return err
			},
			3, "user_name must be valid Unicode text"},
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
