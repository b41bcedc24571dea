// Issuers and verifiers: how long they live, who shares them, and how large texts may be.

package token04_test

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

func TestTokensDiffer(t *testing.T) {
	const perWorker = 1000
	for _, mode := range []token04.Mode{token04.ModeCBC, token04.ModeGCM} {
		t.Run(mode.String(), func(t *testing.T) {
			issuer := newIssuer(t, appID, secret, token04.WithMode(mode))
			verifier := newVerifier(t, appID, secret)
			var workers sync.WaitGroup
			tokens := make(chan string, 8*perWorker)
			for worker := 0; worker < 8; worker++ {
				workers.Add(1)
				go func(userID string) {
					defer workers.Done()
					for made := 0; made < perWorker; made++ {
						token, err := issuer.Issue(userID, time.Hour)
						if err == nil {
							_, err = verifier.Verify(token, token04.WithUserID(userID))
						}
						if err != nil {
							t.Error(err)
							return
						}
						tokens <- token
					}
				}(fmt.Sprintf("user%d", worker))
			}
			workers.Wait()
			close(tokens)
			seen := map[string]bool{}
			for token := range tokens {
				// "04", 8 bytes of expiry and 2 of length are 16 characters; then comes the IV.
				seen[token[16:32]] = true
			}
			if len(seen) != 8*perWorker {
				t.Errorf("%d IVs in %d tokens", len(seen), 8*perWorker)
			}
		})
	}
}

func TestClose(t *testing.T) {
	issuer, verifier := newIssuer(t, appID, secret), newVerifier(t, appID, secret)
	token, err := issuer.Issue("user1", time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	for range [2]int{} {
		if err := errors.Join(issuer.Close(), verifier.Close()); err != nil {
			t.Fatal(err)
		}
	}
	checkUnusable(t, "closed", issuer, verifier, token)
}

func TestNoIssuerAtAll(t *testing.T) {
	checkUnusable(t, "nil", nil, nil, "")
	checkUnusable(t, "zero", &token04.Issuer{}, &token04.Verifier{}, "")
	var issuer *token04.Issuer
	var verifier *token04.Verifier
	if err := errors.Join(issuer.Close(), verifier.Close(), new(token04.Issuer).Close()); err != nil {
		t.Error(err)
	}
}

func checkUnusable(t *testing.T, why string, issuer *token04.Issuer, verifier *token04.Verifier, token string) {
	t.Helper()
	_, issued := issuer.Issue("user1", time.Hour)
	_, room := issuer.IssueRoom("user1", time.Hour, token04.NewRoomPrivilege("room1"))
	_, kit := issuer.KitToken("user1", time.Hour, "room1")
	_, verified := verifier.Verify(token)
	for name, err := range map[string]error{"issue": issued, "room": room, "kit": kit, "verify": verified} {
		if !errors.Is(err, token04.ErrInvalidArgument) || !strings.HasSuffix(err.Error(), " is closed") {
			t.Errorf("%s of %s: %v", name, why, err)
		}
	}
}

func TestCloseWhileInUse(t *testing.T) {
	for round := 0; round < 20; round++ {
		issuer, verifier := newIssuer(t, appID, secret), newVerifier(t, appID, secret)
		var workers sync.WaitGroup
		for worker := 0; worker < 8; worker++ {
			workers.Add(1)
			go func(closes bool) {
				defer workers.Done()
				for made := 0; ; made++ {
					token, err := issuer.Issue("user1", time.Hour)
					if err == nil {
						_, err = verifier.Verify(token)
					}
					if errors.Is(err, token04.ErrInvalidArgument) {
						return
					}
					if err != nil {
						t.Error(err)
						return
					}
					if closes && made == 100 {
						issuer.Close()
						verifier.Close()
					}
				}
			}(worker < 3)
		}
		workers.Wait()
	}
}

// Close waits for the calls that use an issuer, and then has freed it: there is nothing left for the garbage collector.
func TestCloseFreesAtOnce(t *testing.T) {
	const issuers, residentLimit = 400_000, 20 << 20
	before := residentBytes(t)
	collecting := debug.SetGCPercent(-1)
	defer debug.SetGCPercent(collecting)
	issuer, err := token04.NewIssuer(appID, secret)
	for made := 0; made < issuers && err == nil; made++ {
		issuer.Close()
		issuer, err = token04.NewIssuer(appID, secret)
		if made%1000 == 0 {
			runtime.GC()
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	issuer.Close()
	if grown := residentBytes(t) - before; grown > residentLimit {
		t.Errorf("%d closed issuers left %d MB behind", issuers, grown>>20)
	}
}

// An issuer is about half a kilobyte of native memory, which Go does not see.
func TestIssuersAreFreed(t *testing.T) {
	const issuers, residentLimit = 400_000, 100 << 20
	before := residentBytes(t)
	for made := 0; made < issuers; made++ {
		issuer := newIssuer(t, appID, secret)
		if made%2 == 0 {
			issuer.Close()
		}
	}
	runtime.GC()
	if grown := residentBytes(t) - before; grown > residentLimit {
		t.Errorf("%d issuers left %d MB behind", issuers, grown>>20)
	}
}

func residentBytes(t *testing.T) int {
	t.Helper()
	content, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("no /proc to read the memory of the process from")
	}
	var total, resident int
	if _, err := fmt.Sscan(string(content), &total, &resident); err != nil {
		t.Fatal(err)
	}
	return resident * os.Getpagesize()
}

func TestLongTexts(t *testing.T) {
	issuer, verifier := newIssuer(t, appID, secret), newVerifier(t, appID, secret)
	for name, row := range map[string]struct {
		bytes int
		code  int
	}{
		"under the first buffer": {1_000, 0},
		"over the first buffer":  {2_000, 0},
		"60 000":                 {60_000, 0},
		"70 000":                 {70_000, token04.CodeTooLong},
		"10 MB":                  {10_000_000, token04.CodeTooLong},
	} {
		t.Run(name, func(t *testing.T) {
			long := strings.Repeat("p", row.bytes)
			asPayload, first := issuer.IssuePayload("user1", time.Hour, long)
			asUser, second := issuer.Issue(long, time.Hour)
			asRoom, third := issuer.IssueRoom("user1", time.Hour, token04.NewRoomPrivilege(long))
			dropIn, fourth := token04.GenerateToken04(appID, "user1", secret, 3600, long)
			for _, err := range []error{first, second, third, fourth} {
				if code := codeOf(t, err); code != row.code {
					t.Errorf("code %d: %v", code, err)
				}
			}
			if row.code != 0 {
				return
			}
			for _, token := range []string{asPayload, asUser, asRoom, dropIn} {
				claims, err := verifier.Verify(token)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.Contains(claims.UserID+claims.Payload, long) {
					t.Errorf("claims %.100v", claims)
				}
			}
		})
	}
}

func TestSecretIsNotShown(t *testing.T) {
	issuer := newIssuer(t, appID, secret)
	verifier := newVerifier(t, appID, secret, token04.WithPreviousSecret(secret))
	_, failure := token04.NewIssuer(appID, secret+secret)
	_, dropIn := token04.GenerateToken04(appID, "user1", secret+"!", 3600, "")
	for _, shown := range []any{issuer, verifier, failure, dropIn} {
		for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
			if text := fmt.Sprintf(format, shown); strings.Contains(text, secret) {
				t.Errorf("%s shows the secret", format)
			}
		}
	}
}
