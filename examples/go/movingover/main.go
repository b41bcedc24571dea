// Code written for ZEGO's own Go package: all that changed is the import path.
//
//	export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef
//	go run ./movingover
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"

	// Before: "github.com/zegoim/zego_server_assistant/token/go/src/token04"
	token04 "github.com/token04/token04/bindings/go"
)

// roomPayload is the payload of a privilege token.
type roomPayload struct {
	RoomID       string      `json:"room_id"`
	Privilege    map[int]int `json:"privilege"`
	StreamIDList []string    `json:"stream_id_list"`
}

func main() {
	appID, err := strconv.ParseUint(os.Getenv("ZEGO_APP_ID"), 10, 32)
	if err != nil {
		fmt.Fprintln(os.Stderr, "set ZEGO_APP_ID to the AppID of your project:", err)
		os.Exit(1)
	}
	payload, err := json.Marshal(roomPayload{
		RoomID: "room1",
		Privilege: map[int]int{
			token04.PrivilegeKeyLogin:   token04.PrivilegeEnable,
			token04.PrivilegeKeyPublish: token04.PrivilegeDisable,
		},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	token, err := token04.GenerateToken04(uint32(appID), "user1", os.Getenv("ZEGO_SERVER_SECRET"), 3600, string(payload))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(token)
}
