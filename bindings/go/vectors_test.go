// The vectors that every language shares: how they are read, and those of tokens.

package token04_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

// readVectors reads the cases of a file of crates/token04-vectors. TOKEN04_VECTORS names their folder where the
// tests do not run inside the repository.
func readVectors[Case any](t *testing.T, file string) []Case {
	t.Helper()
	folder, told := os.LookupEnv("TOKEN04_VECTORS")
	if !told {
		folder = filepath.Join("..", "..", "crates", "token04-vectors", "vectors")
	}
	content, err := os.ReadFile(filepath.Join(folder, file))
	if errors.Is(err, os.ErrNotExist) && !told {
		t.Skip("the vectors stand in the repository, beside this module")
	}
	var vectors struct{ Cases []Case }
	if err == nil {
		err = json.Unmarshal(content, &vectors)
	}
	if err != nil {
		t.Fatal(err)
	}
	if len(vectors.Cases) == 0 {
		t.Fatalf("%s has no cases", file)
	}
	return vectors.Cases
}

// codeOf is the public code of an error, 0 for none.
func codeOf(t *testing.T, err error) int {
	t.Helper()
	if err == nil {
		return 0
	}
	var failure *token04.Error
	if !errors.As(err, &failure) {
		t.Fatalf("not a *token04.Error: %v", err)
	}
	return failure.Code
}

func newIssuer(t testing.TB, appID uint32, secret string, options ...token04.IssuerOption) *token04.Issuer {
	t.Helper()
	issuer, err := token04.NewIssuer(appID, secret, options...)
	if err != nil {
		t.Fatal(err)
	}
	return issuer
}

func newVerifier(t testing.TB, appID uint32, secret string, options ...token04.VerifierOption) *token04.Verifier {
	t.Helper()
	verifier, err := token04.NewVerifier(appID, secret, options...)
	if err != nil {
		t.Fatal(err)
	}
	return verifier
}

var modes = map[string]token04.Mode{"": token04.ModeCBC, "cbc": token04.ModeCBC, "gcm": token04.ModeGCM}

type issueCase struct {
	ID      string
	AppID   uint32 `json:"app_id"`
	Secret  string
	UserID  string `json:"user_id"`
	TTL     int64
	Payload string
	Now     int64
	Nonce   int64
	Mode    string
	Token   string
}

// No API here fixes clock, nonce and IV: so the vector's token is verified, and one of our own beside it.
func TestIssue(t *testing.T) {
	for _, vector := range readVectors[issueCase](t, "issue.json") {
		t.Run(vector.ID, func(t *testing.T) {
			verifier := newVerifier(t, vector.AppID, vector.Secret)
			claims, err := verifier.Verify(vector.Token, token04.WithNow(time.Unix(vector.Now, 0)))
			if err != nil {
				t.Fatal(err)
			}
			if claims.Nonce != vector.Nonce || claims.Ctime != vector.Now {
				t.Errorf("nonce %d, ctime %d", claims.Nonce, claims.Ctime)
			}
			checkIssued(t, vector, claims)

			ttl := time.Duration(vector.TTL) * time.Second
			if int64(ttl/time.Second) != vector.TTL {
				t.Skipf("the token is read; but a time.Duration cannot be %d s, to make another", vector.TTL)
			}
			issuer := newIssuer(t, vector.AppID, vector.Secret, token04.WithMode(modes[vector.Mode]))
			ours, err := issuer.IssuePayload(vector.UserID, ttl, vector.Payload)
			if errors.Is(err, token04.ErrTooLong) && len(vector.Payload) > 65_000 {
				t.Skip("the token is read; but our nonces have more digits than this largest one")
			}
			if err != nil {
				t.Fatal(err)
			}
			claims, err = verifier.Verify(ours)
			if err != nil {
				t.Fatal(err)
			}
			checkIssued(t, vector, claims)
			header, err := token04.Inspect(ours)
			if err != nil || header.Mode != modes[vector.Mode] {
				t.Errorf("mode %v, error %v", header.Mode, err)
			}
		})
	}
}

func checkIssued(t *testing.T, vector issueCase, claims *token04.Claims) {
	t.Helper()
	if claims.AppID != vector.AppID || claims.UserID != vector.UserID || claims.Payload != vector.Payload ||
		claims.Expire-claims.Ctime != vector.TTL {
		t.Errorf("claims %+v", claims)
	}
}

// claimsVector is claims as the vectors write them.
type claimsVector struct {
	AppID   uint32 `json:"app_id"`
	UserID  string `json:"user_id"`
	Nonce   int64  `json:",string"`
	Ctime   int64  `json:",string"`
	Expire  int64  `json:",string"`
	Payload string
}

func (vector *claimsVector) claims() *token04.Claims {
	return (*token04.Claims)(vector)
}

func TestOpen(t *testing.T) {
	type openCase struct {
		ID              string
		Token           string
		AppID           uint32 `json:"app_id"`
		Secret          string
		Now             int64
		Mode            string
		ExpiresAt       int64 `json:"expires_at,string"`
		IVBytes         int   `json:"iv_bytes"`
		CiphertextBytes int   `json:"ciphertext_bytes"`
		Claims          claimsVector
		Privilege       *privilegeVector
	}
	for _, vector := range readVectors[openCase](t, "open.json") {
		t.Run(vector.ID, func(t *testing.T) {
			now := time.Unix(vector.Now, 0)
			claims, err := newVerifier(t, vector.AppID, vector.Secret).Verify(vector.Token, token04.WithNow(now))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(claims, vector.Claims.claims()) {
				t.Errorf("claims %+v, expected %+v", claims, vector.Claims)
			}
			if read, expected := claims.Privilege(), vector.Privilege.privilege(); !reflect.DeepEqual(read, expected) {
				t.Errorf("privilege %+v, expected %+v", read, expected)
			}
			header, err := token04.Inspect(vector.Token, token04.WithNow(now))
			if err != nil {
				t.Fatal(err)
			}
			if expected := (token04.Header{
				Version:         "04",
				Mode:            modes[vector.Mode],
				Expire:          vector.ExpiresAt,
				Expired:         vector.Now >= vector.ExpiresAt,
				IVBytes:         vector.IVBytes,
				CiphertextBytes: vector.CiphertextBytes,
			}); *header != expected {
				t.Errorf("header %+v, expected %+v", *header, expected)
			}
		})
	}
}

func TestReject(t *testing.T) {
	type rejectCase struct {
		ID             string
		Token          string
		AppID          uint32 `json:"app_id"`
		Secret         string
		PreviousSecret *string `json:"previous_secret"`
		Leeway         int64
		Now            int64
		Login          struct {
			UserID           *string `json:"user_id"`
			RoomID           *string `json:"room_id"`
			StreamID         *string `json:"stream_id"`
			Publish          *bool
			RequirePrivilege bool `json:"require_privilege"`
		}
		Code int
	}
	for _, vector := range readVectors[rejectCase](t, "reject.json") {
		t.Run(vector.ID, func(t *testing.T) {
			settings := []token04.VerifierOption{token04.WithLeeway(time.Duration(vector.Leeway) * time.Second)}
			if vector.PreviousSecret != nil {
				settings = append(settings, token04.WithPreviousSecret(*vector.PreviousSecret))
			}
			expected := []token04.VerifyOption{token04.WithNow(time.Unix(vector.Now, 0))}
			if vector.Login.UserID != nil {
				expected = append(expected, token04.WithUserID(*vector.Login.UserID))
			}
			if vector.Login.RoomID != nil {
				expected = append(expected, token04.WithRoomID(*vector.Login.RoomID))
			}
			if vector.Login.StreamID != nil {
				expected = append(expected, token04.WithStreamID(*vector.Login.StreamID))
			}
			if vector.Login.Publish != nil {
				expected = append(expected, token04.WithPublish(*vector.Login.Publish))
			}
			if vector.Login.RequirePrivilege {
				expected = append(expected, token04.WithRequirePrivilege())
			}
			claims, err := newVerifier(t, vector.AppID, vector.Secret, settings...).Verify(vector.Token, expected...)
			if code := codeOf(t, err); code != vector.Code {
				t.Errorf("code %d, expected %d: %v", code, vector.Code, err)
			}
			if (claims == nil) != (err != nil) {
				t.Errorf("claims %v with error %v", claims, err)
			}
		})
	}
}
