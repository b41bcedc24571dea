// Kit tokens: the vectors that every language shares.

package token04_test

import (
	"testing"

	token04 "github.com/token04/token04/bindings/go"
)

func TestKit(t *testing.T) {
	type kitCase struct {
		ID        string
		Direction string
		Token     string
		KitToken  string `json:"kit_token"`
		User      struct {
			AppID    uint32 `json:"app_id"`
			UserID   string `json:"user_id"`
			RoomID   string `json:"room_id"`
			UserName string `json:"user_name"`
		}
		Code int
	}
	for _, vector := range readVectors[kitCase](t, "kit.json") {
		t.Run(vector.ID, func(t *testing.T) {
			user := token04.KitUser(vector.User)
			if vector.Direction != "decode" {
				kitToken, err := token04.KitEncode(vector.Token, user)
				if code := codeOf(t, err); code != vector.Code || (code == 0 && kitToken != vector.KitToken) {
					t.Errorf("kit token %s, error %v", kitToken, err)
				}
			}
			if vector.Direction != "encode" {
				token, read, err := token04.KitDecode(vector.KitToken)
				if code := codeOf(t, err); code != vector.Code || (code == 0 && (token != vector.Token || read != user)) {
					t.Errorf("token %s, user %+v, error %v", token, read, err)
				}
			}
		})
	}
}
