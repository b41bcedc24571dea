// How often the package allocates; the race detector would change that.

//go:build !race

package token04_test

import (
	"testing"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

func TestAllocatesTheTokenAlone(t *testing.T) {
	issuer := newIssuer(t, appID, secret)
	for name, issue := range map[string]func() (string, error){
		"issue":   func() (string, error) { return issuer.Issue("user1", time.Hour) },
		"drop-in": func() (string, error) { return token04.GenerateToken04(appID, "user1", secret, 3600, "") },
	} {
		t.Run(name, func(t *testing.T) {
			if allocations := testing.AllocsPerRun(1000, func() {
				if _, err := issue(); err != nil {
					t.Fatal(err)
				}
			}); allocations != 1 {
				t.Errorf("%v allocations", allocations)
			}
		})
	}
}
