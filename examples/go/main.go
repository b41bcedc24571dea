// A token service: the client asks it for a token, and gives the token to the ZEGO SDK.
//
//	export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef
//	go run .
//	curl -X POST -H 'X-Demo-User: user1' 'http://localhost:3000/token?room=room1'
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	token04 "github.com/token04/token04/bindings/go"
)

const day = 24 * time.Hour

// service is made once and kept: its issuer holds the expanded key, and all requests share it.
type service struct {
	issuer *token04.Issuer
}

// newService refuses, by the profile, what the client's SDK would refuse later.
func newService(appID uint32, secret string) (*service, error) {
	issuer, err := token04.NewIssuer(appID, secret, token04.WithProfile(token04.ProfileRTC))
	if err != nil {
		return nil, err
	}
	return &service{issuer}, nil
}

// loggedInUser is who asks. Put your own login here: whoever can name any user gets that user's tokens.
func loggedInUser(request *http.Request) string {
	return request.Header.Get("X-Demo-User")
}

// mayPublish is whether the user may publish in a room. Put your own rules here.
func mayPublish(_, roomID string) bool {
	return roomID != "announcements"
}

// tokenFor is a token for one room, where one is named, or for any.
func (service *service) tokenFor(userID, roomID string) (string, error) {
	if roomID == "" {
		return service.issuer.Issue(userID, day)
	}
	privilege := token04.NewRoomPrivilege(roomID).Publish(mayPublish(userID, roomID))
	return service.issuer.IssueRoom(userID, day, privilege)
}

func (service *service) ServeHTTP(response http.ResponseWriter, request *http.Request) {
	if request.Method != http.MethodPost || request.URL.Path != "/token" {
		answer(response, http.StatusNotFound, map[string]any{"error": "POST /token"})
		return
	}
	userID := loggedInUser(request)
	if userID == "" {
		answer(response, http.StatusUnauthorized, map[string]any{"error": "log in first"})
		return
	}
	token, err := service.tokenFor(userID, request.URL.Query().Get("room"))
	var failure *token04.Error
	switch {
	case err == nil:
		answer(response, http.StatusOK, map[string]any{"token": token})
	case errors.Is(err, token04.ErrInvalidUserID), errors.Is(err, token04.ErrInvalidRoom):
		errors.As(err, &failure)
		answer(response, http.StatusBadRequest, map[string]any{"code": failure.Code, "error": failure.Message})
	default:
		log.Print(err)
		answer(response, http.StatusInternalServerError, map[string]any{"error": "no token"})
	}
}

func answer(response http.ResponseWriter, status int, body map[string]any) {
	response.Header().Set("Content-Type", "application/json")
	// A token is good for whoever has it, so no cache may keep it.
	response.Header().Set("Cache-Control", "no-store")
	response.WriteHeader(status)
	if err := json.NewEncoder(response).Encode(body); err != nil {
		log.Print(err)
	}
}

func main() {
	appID, err := strconv.ParseUint(os.Getenv("ZEGO_APP_ID"), 10, 32)
	if err != nil {
		log.Fatal("set ZEGO_APP_ID to the AppID of your project: ", err)
	}
	service, err := newService(uint32(appID), os.Getenv("ZEGO_SERVER_SECRET"))
	if err != nil {
		log.Fatal("check ZEGO_APP_ID and ZEGO_SERVER_SECRET: ", err)
	}
	server := &http.Server{Addr: "localhost:3000", Handler: service, ReadHeaderTimeout: 5 * time.Second}
	fmt.Println("POST http://" + server.Addr + "/token")
	log.Fatal(server.ListenAndServe())
}
