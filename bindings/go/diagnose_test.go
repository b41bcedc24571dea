// Diagnosis: the vectors that every language shares, and the constants for what can be found.

package token04_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	token04 "github.com/token04/token04/bindings/go"
)

type diagnoseCase struct {
	ID       string
	Token    string
	Secret   *string
	AppID    *uint32 `json:"app_id"`
	UserID   *string `json:"user_id"`
	RoomID   *string `json:"room_id"`
	StreamID *string `json:"stream_id"`
	Publish  bool
	Profile  string
	Now      int64
	OK       bool
	Findings []struct{ ID, Severity string }
	Codes    map[string][]int
	Claims   *claimsVector
}

// options are what the case knows beside the token.
func (vector diagnoseCase) options() []token04.DiagnoseOption {
	known := []token04.DiagnoseOption{
		token04.WithPublish(vector.Publish),
		token04.WithProfile(profiles[vector.Profile]),
		token04.WithNow(time.Unix(vector.Now, 0)),
	}
	if vector.Secret != nil {
		known = append(known, token04.WithSecret(*vector.Secret))
	}
	if vector.AppID != nil {
		known = append(known, token04.WithAppID(*vector.AppID))
	}
	if vector.UserID != nil {
		known = append(known, token04.WithUserID(*vector.UserID))
	}
	if vector.RoomID != nil {
		known = append(known, token04.WithRoomID(*vector.RoomID))
	}
	if vector.StreamID != nil {
		known = append(known, token04.WithStreamID(*vector.StreamID))
	}
	return known
}

func TestDiagnose(t *testing.T) {
	for _, vector := range readVectors[diagnoseCase](t, "diagnose.json") {
		t.Run(vector.ID, func(t *testing.T) {
			report, err := token04.Diagnose(vector.Token, vector.options()...)
			if err != nil {
				t.Fatal(err)
			}
			if report.OK != vector.OK || len(report.Findings) != len(vector.Findings) {
				t.Fatalf("ok %v, findings %+v", report.OK, report.Findings)
			}
			for at, found := range report.Findings {
				if expected := vector.Findings[at]; found.ID != expected.ID || found.Severity.String() != expected.Severity {
					t.Errorf("finding %d is %s (%s), expected %v", at, found.ID, found.Severity, expected)
				}
				if codes := vector.Codes[found.ID]; !slices.Equal(found.ClientCodes, codes) {
					t.Errorf("%s has codes %v, expected %v", found.ID, found.ClientCodes, codes)
				}
			}
			if vector.Claims != nil && !reflect.DeepEqual(report.Claims, vector.Claims.claims()) {
				t.Errorf("claims %+v, expected %+v", report.Claims, vector.Claims)
			}
			chinese, err := token04.Diagnose(vector.Token, append(vector.options(), token04.WithLanguage(token04.LanguageZH))...)
			if err != nil {
				t.Fatal(err)
			}
			checkTexts(t, vector, report, false)
			checkTexts(t, vector, chinese, true)
		})
	}
}

func checkTexts(t *testing.T, vector diagnoseCase, report *token04.Report, chinese bool) {
	t.Helper()
	han := func(char rune) bool { return unicode.Is(unicode.Han, char) }
	for _, found := range report.Findings {
		for _, text := range []string{found.Message, found.Fix} {
			// An English text may quote an id in Chinese, but is not of it.
			if len(text) < 10 || (chinese && !strings.ContainsFunc(text, han)) || (!chinese && han([]rune(text)[0])) {
				t.Errorf("%s says %q", found.ID, text)
			}
			if vector.Secret != nil && len(*vector.Secret) >= 16 && strings.Contains(text, *vector.Secret) {
				t.Errorf("%s shows the secret", found.ID)
			}
		}
	}
}

func TestEveryFindingIsFound(t *testing.T) {
	found := map[string]bool{}
	for _, vector := range readVectors[diagnoseCase](t, "diagnose.json") {
		for _, finding := range vector.Findings {
			found[finding.ID] = true
		}
	}
	for _, id := range findingIDs {
		if !found[id] {
			t.Errorf("no vector has %s", id)
		}
	}
	if len(found) != len(findingIDs) {
		t.Errorf("%d ids are found, %d have constants", len(found), len(findingIDs))
	}
}

func TestDiagnoseAnyText(t *testing.T) {
	for _, token := range []string{"", "\x00", "\xff\xfe", "04\xff", strings.Repeat("{", 1<<20), strings.Repeat("#", 1<<20)} {
		report, err := token04.Diagnose(token)
		if err != nil || report.OK || len(report.Findings) == 0 {
			t.Errorf("%.20q: report %+v, error %v", token, report, err)
		}
	}
}

func TestDiagnoseOptions(t *testing.T) {
	for name, row := range map[string]struct {
		option  token04.DiagnoseOption
		code    int
		message string
	}{
		"app id":     {token04.WithAppID(0), 1, "appID must be 1 to 4294967295, got 0"},
		"user id":    {token04.WithUserID("\xff"), 3, "userID must be valid Unicode text"},
		"secret":     {token04.WithSecret("\xff"), 5, "secret must be valid Unicode text"},
		"room id":    {token04.WithRoomID("\xff"), 102, "roomID must be valid Unicode text"},
		"stream id":  {token04.WithStreamID("\xff"), 102, "stream id must be valid Unicode text"},
		"profile":    {token04.WithProfile(5), 901, "profile must be 0 (none), 1 (rtc), 2 (zim), 3 (kit) or 4 (call), got 5"},
		"language":   {token04.WithLanguage(2), 901, "language must be 0 (en) or 1 (zh), got 2"},
		"any secret": {token04.WithSecret("s"), 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			report, err := token04.Diagnose("", row.option)
			if code := codeOf(t, err); code != row.code || (report == nil) != (code != 0) {
				t.Fatalf("code %d, report %v: %v", code, report, err)
			}
			if err != nil && err.Error() != fmt.Sprintf("token04: %s", row.message) {
				t.Errorf("%q, expected %q", err, row.message)
			}
		})
	}
}
