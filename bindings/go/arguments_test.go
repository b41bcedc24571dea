// The vectors of bad arguments, as far as Go's types can carry them.

package token04_test

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

// argumentsCase is a case of arguments.json: its fields by name, each in one of several spellings.
type argumentsCase map[string]json.RawMessage

// skipped is why a case cannot be said in Go.
type skipped string

func decode[Value any](raw json.RawMessage) (value Value, ok bool) {
	return value, raw != nil && string(raw) != "null" && json.Unmarshal(raw, &value) == nil
}

// get is a value of the case in Go's type, or its zero value where the case has none.
func get[Value any](vector argumentsCase, name string) Value {
	value, ok := decode[Value](vector[name])
	if !ok && vector[name] != nil {
		panic(skipped(fmt.Sprintf("%s as %T cannot be %s", name, value, vector[name])))
	}
	return value
}

// text is a text of the case in whichever spelling it has, empty where it has none.
func (vector argumentsCase) text(name string) string {
	if repeat, ok := decode[struct {
		Text  string
		Count int
	}](vector[name+"_repeat"]); ok {
		return strings.Repeat(repeat.Text, repeat.Count)
	}
	if digits, ok := decode[string](vector[name+"_hex"]); ok {
		bytes, err := hex.DecodeString(digits)
		if err != nil {
			panic(err)
		}
		return string(bytes)
	}
	if vector[name+"_utf16"] != nil {
		panic(skipped(name + " cannot be UTF-16"))
	}
	return get[string](vector, name)
}

// number is a number of the case as decimal text.
func (vector argumentsCase) number(name string) string {
	if decimal, ok := decode[string](vector[name+"_text"]); ok {
		return decimal
	}
	return string(vector[name])
}

func (vector argumentsCase) appID() uint32 {
	number, err := strconv.ParseUint(vector.number("app_id"), 10, 32)
	if err != nil {
		panic(skipped("app id as uint32: " + err.Error()))
	}
	return uint32(number)
}

// ttl is the validity as a duration, which has fractions of seconds but a narrower range than the seconds alone.
func (vector argumentsCase) ttl() time.Duration {
	seconds, err := strconv.ParseFloat(vector.number("ttl"), 64)
	if err != nil || math.Abs(seconds) > math.MaxInt64/float64(time.Second) {
		panic(skipped("a time.Duration cannot be " + vector.number("ttl") + " s"))
	}
	return time.Duration(seconds * float64(time.Second))
}

func (vector argumentsCase) ttlSeconds() int64 {
	seconds, err := strconv.ParseInt(vector.number("ttl"), 10, 64)
	if err != nil {
		panic(skipped("ttl as int64: " + err.Error()))
	}
	return seconds
}

var profiles = map[string]token04.Profile{
	"": token04.ProfileNone, "rtc": token04.ProfileRTC, "zim": token04.ProfileZIM, "kit": token04.ProfileKit,
	"call": token04.ProfileCall,
}

// call does what the case says and gives the token.
func (vector argumentsCase) call() (string, error) {
	appID, secret, userID, payload := vector.appID(), vector.text("secret"), vector.text("user_id"), vector.text("payload")
	if get[string](vector, "call") == "drop_in" {
		return token04.GenerateToken04(appID, userID, secret, vector.ttlSeconds(), payload)
	}
	ttl, room := vector.ttl(), get[argumentsCase](vector, "room")
	issuer, err := token04.NewIssuer(appID, secret, token04.WithMode(modes[get[string](vector, "mode")]),
		token04.WithProfile(profiles[get[string](vector, "profile")]))
	if err != nil {
		return "", err
	}
	switch call := get[string](vector, "call"); call {
	case "issue":
		return issuer.IssuePayload(userID, ttl, payload)
	case "issue_room":
		privilege := roomPrivilege(room.text("room_id"), get[*bool](room, "login"), get[*bool](room, "publish"),
			get[[]string](room, "streams"))
		return issuer.IssueRoom(userID, ttl, privilege)
	case "kit":
		return issuer.KitToken(userID, ttl, room.text("room_id"),
			token04.WithUserName(vector.text("user_name")), token04.WithPayload(payload))
	default:
		return "", fmt.Errorf("no such call: %s", call)
	}
}

func TestArguments(t *testing.T) {
	for _, vector := range readVectors[argumentsCase](t, "arguments.json") {
		t.Run(get[string](vector, "id"), func(t *testing.T) {
			defer func() {
				switch reason := recover().(type) {
				case nil:
				case skipped:
					if len(get[[]string](vector, "needs")) == 0 {
						t.Error("a case that needs nothing is for every language")
					}
					t.Skip(string(reason))
				default:
					panic(reason)
				}
			}()
			token, err := vector.call()
			if code, expected := codeOf(t, err), get[int](vector, "code"); code != expected {
				t.Fatalf("code %d, expected %d: %v", code, expected, err)
			}
			if err != nil {
				if token != "" {
					t.Errorf("token %q beside the error %v", token, err)
				}
				return
			}
			verifier := newVerifier(t, vector.appID(), vector.text("secret"))
			claims, err := verifier.Verify(token)
			if err != nil || claims.UserID != vector.text("user_id") {
				t.Errorf("claims %+v, error %v", claims, err)
			}
		})
	}
}
