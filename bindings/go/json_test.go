// JSON: the same as the program prints, without a line of code.

package token04_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"reflect"
	"testing"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

// answered is what a client gets from a handler that answers with a value.
func answered(t *testing.T, value any) map[string]any {
	t.Helper()
	response := httptest.NewRecorder()
	http.HandlerFunc(func(writer http.ResponseWriter, _ *http.Request) {
		if err := json.NewEncoder(writer).Encode(value); err != nil {
			t.Error(err)
		}
	}).ServeHTTP(response, httptest.NewRequest("GET", "/", nil))
	var body map[string]any
	if err := json.Unmarshal(response.Body.Bytes(), &body); err != nil {
		t.Fatal(err)
	}
	return body
}

func checkJSON(t *testing.T, value any, expected string) {
	t.Helper()
	var wanted map[string]any
	if err := json.Unmarshal([]byte(expected), &wanted); err != nil {
		t.Fatal(err)
	}
	if got := answered(t, value); !reflect.DeepEqual(got, wanted) {
		t.Errorf("%v, expected %v", got, wanted)
	}
}

func TestJSON(t *testing.T) {
	now := time.Unix(1_700_000_000, 0)
	issuer, verifier := newIssuer(t, appID, secret), newVerifier(t, appID, secret)
	token, err := issuer.IssueRoom("user<1>", time.Minute, token04.NewRoomPrivilege("room1").Streams("s1"), token04.WithNow(now))
	if err != nil {
		t.Fatal(err)
	}
	claims, err := verifier.Verify(token, token04.WithNow(now))
	if err != nil {
		t.Fatal(err)
	}
	claims.Nonce = 7
	const fields = `{"app_id":1234567890,"user_id":"user<1>","nonce":7,"ctime":1700000000,"expire":1700000060,
		"payload":"{\"room_id\":\"room1\",\"privilege\":{\"1\":1,\"2\":0},\"stream_id_list\":[\"s1\"]}",
		"privilege":{"room_id":"room1","login":true,"publish":false,"streams":["s1"]}}`
	checkJSON(t, claims, fields)
	checkJSON(t, *claims, fields)
	checkJSON(t, token04.Claims{AppID: 1, UserID: "u"},
		`{"app_id":1,"user_id":"u","nonce":0,"ctime":0,"expire":0,"payload":""}`)

	header, err := token04.Inspect(token, token04.WithNow(now))
	if err != nil {
		t.Fatal(err)
	}
	checkJSON(t, header, `{"version":"04","mode":"cbc","expires_at":1700000060,"expired":false,"iv_bytes":16,"ciphertext_bytes":208}`)

	report, err := token04.Diagnose(token, token04.WithSecret(secret), token04.WithNow(now), token04.WithUserID("user2"))
	if err != nil {
		t.Fatal(err)
	}
	body := answered(t, report)
	first := body["findings"].([]any)[0].(map[string]any)
	if body["ok"] != false || first["id"] != "user-id-mismatch" || first["severity"] != "error" || body["claims"] == nil ||
		!reflect.DeepEqual(first["client_codes"], []any{1002077.0}) {
		t.Errorf("%v", body)
	}
	checkJSON(t, map[string]any{"mode": token04.ModeGCM, "profile": token04.ProfileCall, "language": token04.LanguageZH},
		`{"mode":"gcm","profile":"call","language":"zh"}`)
}

func TestTimeOfIssue(t *testing.T) {
	now := time.Date(2024, 2, 29, 12, 0, 0, 999, time.FixedZone("", 3600))
	issuer, verifier := newIssuer(t, appID, secret), newVerifier(t, appID, secret)
	plain, first := issuer.Issue("user1", time.Hour, token04.WithNow(now))
	room, second := issuer.IssueRoom("user1", time.Hour, token04.NewRoomPrivilege("room1"), token04.WithNow(now))
	kit, third := issuer.KitToken("user1", time.Hour, "room1", token04.WithNow(now))
	if err := errors.Join(first, second, third); err != nil {
		t.Fatal(err)
	}
	for _, token := range []string{plain, room, kit} {
		claims, err := verifier.Verify(token, token04.WithNow(now.Add(59*time.Minute)))
		if err != nil {
			t.Fatal(err)
		}
		if created := now.Truncate(time.Second); !claims.CreatedAt().Equal(created) || !claims.ExpiresAt().Equal(created.Add(time.Hour)) {
			t.Errorf("%v to %v", claims.CreatedAt(), claims.ExpiresAt())
		}
		if _, err := verifier.Verify(token, token04.WithNow(now.Add(time.Hour))); !errors.Is(err, token04.ErrExpired) {
			t.Errorf("an hour later: %v", err)
		}
	}
	for name, wrong := range map[string]time.Time{"before 1970": time.Unix(-1, 0), "milliseconds": time.Unix(time.Now().UnixMilli(), 0)} {
		if _, err := issuer.Issue("user1", time.Hour, token04.WithNow(wrong)); codeOf(t, err) != token04.CodeInvalidArgument {
			t.Errorf("%s: %v", name, err)
		}
	}
}
