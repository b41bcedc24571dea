// The vocabulary that every language shares: codes and how they compare, modes, profiles, languages, severities, findings.

package token04_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	token04 "github.com/token04/token04/bindings/go"
)

type vocabularyCase struct {
	ID          string
	Kind        string
	Name        string
	Number      int
	Description string
}

func TestVocabulary(t *testing.T) {
	vectors := readVectors[vocabularyCase](t, "vocabulary.json")
	if len(vectors) != len(numbers)+len(findingIDs) {
		t.Errorf("%d entries, but %d and %d constants", len(vectors), len(numbers), len(findingIDs))
	}
	for _, vector := range vectors {
		t.Run(vector.ID, func(t *testing.T) {
			if vector.Kind == "finding" {
				if id := findingIDs[vector.ID]; id != vector.Name {
					t.Errorf("the constant is %q", id)
				}
				return
			}
			if number, found := numbers[vector.ID]; !found || number != vector.Number {
				t.Errorf("the constant is %d, found: %v", number, found)
			}
			switch vector.Kind {
			case "error":
				checkSentinel(t, vector)
			case "mode":
				if name := token04.Mode(vector.Number).String(); name != vector.Name {
					t.Errorf("its name is %q", name)
				}
			case "severity":
				if name := token04.Severity(vector.Number).String(); name != vector.Name {
					t.Errorf("its name is %q", name)
				}
			}
		})
	}
}

func checkSentinel(t *testing.T, vector vocabularyCase) {
	t.Helper()
	failure := fmt.Errorf("wrapped: %w", &token04.Error{Code: vector.Number, Message: "why"})
	for id, sentinel := range sentinels {
		if is := errors.Is(failure, sentinel); is != (id == vector.ID) {
			t.Errorf("errors.Is with %s is %v", id, is)
		}
	}
	if text := sentinels[vector.ID].Error(); text != "token04: "+statusMessage(vector.Description) {
		t.Errorf("the sentinel reads %q", text)
	}
}

// statusMessage is a description as the C library gives it: without what comes behind a semicolon.
func statusMessage(description string) string {
	clause, _, _ := strings.Cut(strings.TrimSuffix(description, "."), "; ")
	return strings.ToLower(clause[:1]) + clause[1:]
}
