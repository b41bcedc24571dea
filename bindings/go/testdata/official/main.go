// Uses every name of ZEGO's own package. The test changes its import path and nothing else.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/zegoim/zego_server_assistant/token/go/src/token04"
)

type roomPayload struct {
	RoomID    string      `json:"room_id"`
	Privilege map[int]int `json:"privilege"`
	Streams   []string    `json:"stream_id_list"`
}

func main() {
	var appId uint32 = 1234567890
	var effectiveTimeInSeconds int64 = 3600
	privilege := make(map[int]int)
	privilege[token04.PrivilegeKeyLogin] = token04.PrivilegeEnable
	privilege[token04.PrivilegeKeyPublish] = token04.PrivilegeDisable
	payload, err := json.Marshal(roomPayload{RoomID: "room1", Privilege: privilege})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	token, err := token04.GenerateToken04(appId, "user1", os.Args[1], effectiveTimeInSeconds, string(payload))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Print(token)
}
