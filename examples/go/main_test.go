package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	token04 "github.com/token04/token04/bindings/go"
)

const (
	appID  = 1234567890
	secret = "0123456789abcdef0123456789abcdef"
)

func TestService(t *testing.T) {
	service, err := newService(appID, secret)
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := token04.NewVerifier(appID, secret)
	if err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]struct {
		method, target, user string
		status               int
		expected             []token04.VerifyOption
	}{
		"any room":      {"POST", "/token", "user1", 200, []token04.VerifyOption{token04.WithRoomID("any"), token04.WithPublish(true)}},
		"one room":      {"POST", "/token?room=room1", "user1", 200, []token04.VerifyOption{token04.WithRoomID("room1"), token04.WithPublish(true), token04.WithRequirePrivilege()}},
		"only watching": {"POST", "/token?room=announcements", "user1", 200, []token04.VerifyOption{token04.WithRoomID("announcements"), token04.WithRequirePrivilege()}},
		"nobody":        {"POST", "/token", "", 401, nil},
		"bad user":      {"POST", "/token", "user 1", 400, nil},
		"bad room":      {"POST", "/token?room=a/b", "user1", 400, nil},
		"elsewhere":     {"GET", "/token", "user1", 404, nil},
	} {
		t.Run(name, func(t *testing.T) {
			request := httptest.NewRequest(row.method, row.target, nil)
			request.Header.Set("X-Demo-User", row.user)
			response := httptest.NewRecorder()
			service.ServeHTTP(response, request)
			if response.Code != row.status {
				t.Fatalf("status %d: %s", response.Code, response.Body)
			}
			var body struct{ Token string }
			if err := json.Unmarshal(response.Body.Bytes(), &body); err != nil {
				t.Fatal(err)
			}
			if (body.Token != "") != (row.status == http.StatusOK) {
				t.Fatalf("status %d with token %q", row.status, body.Token)
			}
			if body.Token != "" {
				if _, err := verifier.Verify(body.Token, append(row.expected, token04.WithUserID(row.user))...); err != nil {
					t.Error(err)
				}
			}
		})
	}
}
