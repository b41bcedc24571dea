package token04_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"testing"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

func ExampleExplain() {
	explanation, err := token04.Explain(50119, token04.LanguageEN)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(explanation.Known, explanation.Causes[0] == token04.FindingJWT)
	// Output: true true
}

func TestExplain(t *testing.T) {
	known, err := token04.Explain(1002033, token04.LanguageZH)
	if err != nil || !known.Known || len(known.Causes) == 0 || len(known.Checks) == 0 || len(known.Near) != 0 {
		t.Errorf("%+v, error %v", known, err)
	}
	unknown, err := token04.Explain(50118, token04.LanguageEN)
	if err != nil || unknown.Known || len(unknown.Near) == 0 || unknown.Near[0] != 50119 {
		t.Errorf("%+v, error %v", unknown, err)
	}
	encoded, err := json.Marshal(unknown)
	var body map[string]any
	if err := errors.Join(err, json.Unmarshal(encoded, &body)); err != nil {
		t.Fatal(err)
	}
	if _, told := body["undocumented"]; told || body["code"] != 50118.0 || body["known"] != false || body["causes"] == nil {
		t.Errorf("%s", encoded)
	}
	if _, err := token04.Explain(1, 7); codeOf(t, err) != token04.CodeInvalidArgument {
		t.Errorf("a language that is none: %v", err)
	}
}

func TestDiagnoseWithCode(t *testing.T) {
	report, err := token04.Diagnose("eyJhbGciOiJIUzI1NiJ9.e30.c2ln", token04.WithCode(50119))
	if err != nil || report.Findings[0].ID != token04.FindingJWT {
		t.Errorf("%+v, error %v", report, err)
	}
}

func TestIssueMany(t *testing.T) {
	issuer, verifier := newIssuer(t, appID, secret), newVerifier(t, appID, secret)
	users := make([]string, 100)
	for at := range users {
		users[at] = fmt.Sprintf("用户%d", at)
	}
	now := time.Unix(1_700_000_000, 0)
	tokens, err := issuer.IssueMany(users, time.Hour, "p", token04.WithNow(now))
	if err != nil || len(tokens) != len(users) {
		t.Fatalf("%d tokens, error %v", len(tokens), err)
	}
	seen := map[string]bool{}
	for at, token := range tokens {
		claims, err := verifier.Verify(token, token04.WithUserID(users[at]), token04.WithNow(now))
		if err != nil || claims.Payload != "p" || !claims.CreatedAt().Equal(now) {
			t.Errorf("%+v, error %v", claims, err)
		}
		seen[token[16:32]] = true
	}
	if len(seen) != len(users) {
		t.Errorf("%d IVs in %d tokens", len(seen), len(users))
	}
	if tokens, err := issuer.IssueMany(nil, time.Hour, ""); err != nil || len(tokens) != 0 {
		t.Errorf("nobody: %v, error %v", tokens, err)
	}
}

func TestIssueManyFails(t *testing.T) {
	issuer := newIssuer(t, appID, secret)
	for name, row := range map[string]struct {
		users   []string
		ttl     time.Duration
		payload string
		code    int
		index   int
	}{
		"empty":     {[]string{"a", "b", ""}, time.Hour, "", 3, 2},
		"not UTF-8": {[]string{"a", "\xff", ""}, 0, "", 3, 1},
		"ttl":       {[]string{"a"}, time.Millisecond, "", 6, -1},
		"payload":   {[]string{"a"}, time.Hour, "\xff", 104, -1},
	} {
		t.Run(name, func(t *testing.T) {
			tokens, err := issuer.IssueMany(row.users, row.ttl, row.payload)
			var ofUser *token04.UserError
			index := -1
			if errors.As(err, &ofUser) {
				index = ofUser.Index
			}
			if codeOf(t, err) != row.code || index != row.index || tokens != nil {
				t.Errorf("tokens %v, index %d, error %v", tokens, index, err)
			}
		})
	}
	issuer.Close()
	if _, err := issuer.IssueMany(nil, time.Hour, ""); codeOf(t, err) != token04.CodeInvalidArgument {
		t.Errorf("closed: %v", err)
	}
}
