// The drop-in: the official errors, word for word.

package token04_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	token04 "github.com/token04/token04/bindings/go"
)

func TestOfficialErrors(t *testing.T) {
	const prefix = "[ZegoSDKError] Code=SDK.InvalidParam, Message="
	for name, row := range map[string]struct {
		appID        uint32
		userID       string
		secret       string
		seconds      int64
		payload      string
		sentinel     error
		officialText string
	}{
		"all wrong":         {0, "", "", 0, "\xff", token04.ErrInvalidAppID, "appId Invalid"},
		"user and on":       {1, "", "", 0, "\xff", token04.ErrInvalidUserID, "userId Invalid"},
		"secret and on":     {1, "u", "", 0, "\xff", token04.ErrInvalidSecret, "secret Invalid"},
		"validity and on":   {1, "u", secret, 0, "\xff", token04.ErrInvalidTTL, "effectiveTimeInSeconds Invalid"},
		"negative":          {1, "u", secret, math.MinInt64, "", token04.ErrInvalidTTL, "effectiveTimeInSeconds Invalid"},
		"overflow":          {1, "u", secret, math.MaxInt64, "", token04.ErrInvalidTTL, "effectiveTimeInSeconds Invalid"},
		"user not UTF-8":    {1, "\xff", secret, 1, "", token04.ErrInvalidUserID, "userId Invalid"},
		"secret not UTF-8":  {1, "u", secret[1:] + "\xff", 1, "", token04.ErrInvalidSecret, "secret Invalid"},
		"payload not UTF-8": {1, "u", secret, 1, "\xff", token04.ErrInvalidPayload, "payload must be valid Unicode text"},
		"too long": {1, "u", secret, 1, strings.Repeat("p", 70_000), token04.ErrTooLong,
			"userID and payload make a body of 70097 bytes, a token holds at most 65519"},
	} {
		t.Run(name, func(t *testing.T) {
			token, err := token04.GenerateToken04(row.appID, row.userID, row.secret, row.seconds, row.payload)
			if token != "" || !errors.Is(err, row.sentinel) {
				t.Fatalf("token %q, error %v", token, err)
			}
			if err.Error() != prefix+row.officialText {
				t.Errorf("%q, expected %q", err, prefix+row.officialText)
			}
			var failure *token04.Error
			if !errors.As(err, &failure) || failure.Message == "" {
				t.Errorf("%#v is no *token04.Error", err)
			}
		})
	}
}
