package token04_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

// A server makes an issuer once, when it starts, and a token whenever a client asks for one.
func Example() {
	secret := os.Getenv("ZEGO_SERVER_SECRET")
	if secret == "" {
		secret = "0123456789abcdef0123456789abcdef"
	}
	issuer, err := token04.NewIssuer(1234567890, secret)
	if err != nil {
		log.Fatal(err)
	}
	token, err := issuer.Issue("user1", 24*time.Hour)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token[:2])
	// Output: 04
}

func ExampleNewIssuer() {
	_, err := token04.NewIssuer(1234567890, "too short")
	fmt.Println(err)
	_, err = token04.NewIssuer(1234567890, "0123456789abcdef0123456789abcdef",
		token04.WithMode(token04.ModeGCM), token04.WithProfile(token04.ProfileRTC))
	fmt.Println(err)
	// Output:
	// token04: secret must be 32 bytes, got 9
	// <nil>
}

func ExampleIssuer_IssueRoom() {
	issuer, err := token04.NewIssuer(1234567890, "0123456789abcdef0123456789abcdef")
	if err != nil {
		log.Fatal(err)
	}
	privilege := token04.NewRoomPrivilege("room1").Publish(true).Streams("s1", "s2")
	token, err := issuer.IssueRoom("user1", time.Hour, privilege)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token[:2])
	// Output: 04
}

func ExampleRoomPrivilege_Payload() {
	payload, err := token04.NewRoomPrivilege("room1").Payload()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(payload)
	// Output: {"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":null}
}

func ExampleIssuer_KitToken() {
	issuer, err := token04.NewIssuer(1234567890, "0123456789abcdef0123456789abcdef")
	if err != nil {
		log.Fatal(err)
	}
	kitToken, err := issuer.KitToken("user1", time.Hour, "room1", token04.WithUserName("Alice"))
	if err != nil {
		log.Fatal(err)
	}
	_, user, err := token04.KitDecode(kitToken)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(user.UserID, user.RoomID, user.UserName)
	// Output: user1 room1 Alice
}

func ExampleVerifier_Verify() {
	const appID, secret = 1234567890, "0123456789abcdef0123456789abcdef"
	issuer, err := token04.NewIssuer(appID, secret)
	if err != nil {
		log.Fatal(err)
	}
	token, err := issuer.IssueRoom("user1", time.Hour, token04.NewRoomPrivilege("room1"))
	if err != nil {
		log.Fatal(err)
	}

	verifier, err := token04.NewVerifier(appID, secret, token04.WithLeeway(5*time.Second))
	if err != nil {
		log.Fatal(err)
	}
	// An identity token would satisfy any room: refuse it where rooms are guarded.
	claims, err := verifier.Verify(token, token04.WithUserID("user1"), token04.WithRoomID("room1"),
		token04.WithRequirePrivilege())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(claims.UserID, claims.Privilege().RoomID, claims.ExpiresAt().Sub(claims.CreatedAt()))

	_, err = verifier.Verify(token, token04.WithNow(time.Now().Add(2*time.Hour)))
	fmt.Println(errors.Is(err, token04.ErrExpired))
	// Output:
	// user1 room1 1h0m0s
	// true
}

func ExampleInspect() {
	const token = "04AAAAAGVT/xAAEGtmdTI4MGlqZmdmZGYweGsAcInnmCMfQrPQgbySMFxgsz7ibs6hFzHo8LIFbMbEJb79C0UcQZu9Qo0id0" +
		"JlN9ZJMjanWAlcfObiepo0aCfyFnNyw2coaWNfkVaZtWfHGyFxjWH4IJzWNqO1f770h1Ruqp92otL1qBR+MyqeMm6a3bg="
	header, err := token04.Inspect(token)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(header.Mode, header.ExpiresAt().UTC(), header.Expired)
	// Output: cbc 2023-11-14 23:13:20 +0000 UTC true
}

func ExampleDiagnose() {
	report, err := token04.Diagnose("eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoidXNlcjEifQ.c2lnbmF0dXJl",
		token04.WithUserID("user1"), token04.WithProfile(token04.ProfileRTC))
	if err != nil {
		log.Fatal(err)
	}
	for _, found := range report.Findings {
		log.Printf("%s: %s; %s", found.ID, found.Message, found.Fix)
		fmt.Println(found.Severity, found.ID == token04.FindingJWT, found.ClientCodes)
	}
	// Output: error true [1002079 1102016 6000107]
}

func ExampleError() {
	issuer, err := token04.NewIssuer(1234567890, "0123456789abcdef0123456789abcdef")
	if err != nil {
		log.Fatal(err)
	}
	_, err = issuer.Issue("user1", 1500*time.Millisecond)

	fmt.Println(errors.Is(err, token04.ErrInvalidTTL))
	var failure *token04.Error
	if errors.As(err, &failure) {
		fmt.Println(failure.Code, failure.Message)
	}
	// Output:
	// true
	// 6 ttl must be whole seconds, at least 1, got 1.5
}

// The drop-in, called as ZEGO's own function.
func ExampleGenerateToken04() {
	payload, err := json.Marshal(map[string]any{
		"room_id": "room1",
		"privilege": map[int]int{
			token04.PrivilegeKeyLogin:   token04.PrivilegeEnable,
			token04.PrivilegeKeyPublish: token04.PrivilegeDisable,
		},
		"stream_id_list": nil,
	})
	if err != nil {
		log.Fatal(err)
	}
	token, err := token04.GenerateToken04(1234567890, "user1", "0123456789abcdef0123456789abcdef", 3600, string(payload))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token[:2])

	_, err = token04.GenerateToken04(1234567890, "user1", "too short", 3600, "")
	fmt.Println(err)
	// Output:
	// 04
	// [ZegoSDKError] Code=SDK.InvalidParam, Message=secret Invalid
}
