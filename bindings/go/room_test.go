// Privileges: the vectors that every language shares, and lists of streams.

package token04_test

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

// privilegeVector is a privilege as the vectors write it.
type privilegeVector struct {
	RoomID  string `json:"room_id"`
	Login   *bool
	Publish *bool
	Streams []string
}

func (vector *privilegeVector) privilege() *token04.Privilege {
	return (*token04.Privilege)(vector)
}

func TestPrivilege(t *testing.T) {
	type privilegeCase struct {
		ID        string
		Direction string
		privilegeVector
		Payload   string
		Privilege *privilegeVector
	}
	issuer, verifier := newIssuer(t, appID, secret), newVerifier(t, appID, secret)
	for _, vector := range readVectors[privilegeCase](t, "privilege.json") {
		t.Run(vector.ID, func(t *testing.T) {
			expected := vector.Privilege
			if vector.Direction == "write" {
				expected = &vector.privilegeVector
				payload, err := roomPrivilege(vector.RoomID, vector.Login, vector.Publish, vector.Streams).Payload()
				if err != nil || payload != vector.Payload {
					t.Fatalf("payload %s, error %v", payload, err)
				}
			}
			token, err := issuer.IssuePayload("user1", time.Hour, vector.Payload)
			if err != nil {
				t.Fatal(err)
			}
			claims, err := verifier.Verify(token)
			if err != nil {
				t.Fatal(err)
			}
			if read := claims.Privilege(); !reflect.DeepEqual(read, expected.privilege()) {
				t.Errorf("privilege %+v, expected %+v", read, expected)
			}
		})
	}
}

// roomPrivilege is a privilege of which only what is not nil is told.
func roomPrivilege(roomID string, login, publish *bool, streams []string) token04.RoomPrivilege {
	privilege := token04.NewRoomPrivilege(roomID)
	if login != nil {
		privilege = privilege.Login(*login)
	}
	if publish != nil {
		privilege = privilege.Publish(*publish)
	}
	if streams != nil {
		privilege = privilege.Streams(streams...)
	}
	return privilege
}

func TestStreams(t *testing.T) {
	issuer, verifier := newIssuer(t, appID, secret), newVerifier(t, appID, secret)
	streams := []string{"s1", "流", "a\x00b", "s1"}
	for len(streams) < 1000 {
		streams = append(streams, fmt.Sprint(len(streams)))
	}
	privilege := token04.NewRoomPrivilege("room1").Publish(true).Streams(streams...)
	streams[0] = "changed later"
	token, err := issuer.IssueRoom("user1", time.Hour, privilege)
	if err != nil {
		t.Fatal(err)
	}
	for stream, code := range map[string]int{"s1": 0, "流": 0, "a\x00b": 0, "999": 0, "1000": 208, "changed later": 208} {
		_, err := verifier.Verify(token, token04.WithRoomID("room1"), token04.WithStreamID(stream), token04.WithPublish(true))
		if got := codeOf(t, err); got != code {
			t.Errorf("stream %q: %v", stream, err)
		}
	}
	claims, err := verifier.Verify(token)
	if err != nil {
		t.Fatal(err)
	}
	if read := claims.Privilege().Streams; len(read) != 1000 || read[2] != "a\x00b" {
		t.Errorf("streams %.100v", read)
	}
}
