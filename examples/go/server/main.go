// A token service with net/http: the user shows the app's own JWT and gets a token for ZEGO's SDK.
//
//	export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef JWT_KEY=…   # at least 32 bytes
//	go run .
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/golang-jwt/jwt/v5"
	token04 "github.com/token04/token04/bindings/go"
)

// The policy.
const (
	defaultTTL  = 24 * 3600
	maxTTL      = 7 * 24 * 3600
	longestBody = 64 << 10
)

// mayPublish is whether a user may publish in a room. Put your own rules here.
func mayPublish(_, roomID string) bool {
	return roomID != "announcements"
}

// request is what a client may ask for.
type request struct {
	UserID *string         `json:"user_id"`
	TTL    *int64          `json:"ttl"`
	Room   json.RawMessage `json:"room"`
}

// room is what a privilege token is to be limited to.
type room struct {
	RoomID  string   `json:"room_id"`
	Login   *bool    `json:"login"`
	Publish bool     `json:"publish"`
	Streams []string `json:"streams"`
}

// problem is a refusal, answered as RFC 9457 has it, with the error code that all token04 libraries share.
type problem struct {
	Type   string `json:"type"`
	Status int    `json:"status"`
	Code   int    `json:"code"`
	Detail string `json:"detail"`
}

func (p *problem) Error() string { return p.Detail }

func refuse(status, code int, detail string) *problem {
	return &problem{"about:blank", status, code, detail}
}

// service is made once and kept: its issuer holds the expanded key, and all requests share it.
type service struct {
	issuer *token04.Issuer
	jwtKey []byte
}

// caller is the user id in the JWT: nobody can ask for somebody else.
func (s *service) caller(r *http.Request) (string, error) {
	scheme, shown, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "bearer") {
		return "", refuse(http.StatusUnauthorized, 901, "send Authorization: Bearer and a JWT")
	}
	var claims jwt.RegisteredClaims
	key := func(*jwt.Token) (any, error) { return s.jwtKey, nil }
	_, err := jwt.ParseWithClaims(shown, &claims, key, jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())
	if err != nil || claims.Subject == "" {
		return "", refuse(http.StatusUnauthorized, 901, "the JWT is not good")
	}
	return claims.Subject, nil
}

// read is what is asked for, or a refusal where it is not of the form.
func read(r *http.Request) (request, error) {
	var asked request
	body, err := io.ReadAll(io.LimitReader(r.Body, longestBody+1))
	if err != nil {
		return asked, refuse(http.StatusBadRequest, 901, "the body ended before its end")
	}
	if len(body) > longestBody {
		// Who is still sending would lose the answer with the connection.
		_, _ = io.Copy(io.Discard, r.Body)
		return asked, refuse(http.StatusRequestEntityTooLarge, 901, fmt.Sprintf("the body must be at most %d bytes", longestBody))
	}
	// Go would put another character in the place of what is no UTF-8.
	if !utf8.Valid(body) {
		return asked, refuse(http.StatusBadRequest, 901, "the body must be JSON in UTF-8")
	}
	if len(body) == 0 {
		return asked, nil
	}
	var wrongType *json.UnmarshalTypeError
	switch err := decode(body, &asked); {
	case err == nil:
		return asked, nil
	case errors.As(err, &wrongType) && wrongType.Field == "ttl":
		return asked, refuse(http.StatusBadRequest, 6, "ttl must be whole seconds")
	case errors.As(err, &wrongType) && wrongType.Field == "user_id":
		return asked, refuse(http.StatusBadRequest, 3, "user_id must be a string")
	default:
		return asked, refuse(http.StatusBadRequest, 901, "the body must be one JSON object of user_id, ttl and room, or fewer")
	}
}

// decode reads one value of JSON with no fields that nobody knows, and nothing behind it.
func decode(text []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is something behind the value")
	}
	return nil
}

// make decides on a request and makes the token.
func (s *service) make(userID string, ttl int64, asked request) (string, error) {
	switch {
	case asked.UserID != nil && *asked.UserID != userID:
		return "", refuse(http.StatusForbidden, 206, "user_id is another than that of the JWT")
	case ttl > maxTTL:
		return "", refuse(http.StatusForbidden, 6, fmt.Sprintf("ttl must be at most %d seconds", maxTTL))
	case ttl < 1:
		return "", refuse(http.StatusBadRequest, 6, "ttl must be at least 1 second")
	}
	validity := time.Duration(ttl) * time.Second
	if asked.Room == nil {
		return s.issuer.Issue(userID, validity)
	}
	var limits room
	if decode(asked.Room, &limits) != nil {
		return "", refuse(http.StatusBadRequest, 102, "room must be an object of room_id, login, publish and streams, or fewer")
	}
	if limits.Publish && !mayPublish(userID, limits.RoomID) {
		return "", refuse(http.StatusForbidden, 208, "publishing is not granted")
	}
	privilege := token04.NewRoomPrivilege(limits.RoomID).Publish(limits.Publish)
	if limits.Login != nil {
		privilege = privilege.Login(*limits.Login)
	}
	if limits.Streams != nil {
		privilege = privilege.Streams(limits.Streams...)
	}
	return s.issuer.IssueRoom(userID, validity, privilege)
}

func (s *service) token(w http.ResponseWriter, r *http.Request) error {
	userID, err := s.caller(r)
	if err != nil {
		return err
	}
	asked, err := read(r)
	if err != nil {
		return err
	}
	ttl := int64(defaultTTL)
	if asked.TTL != nil {
		ttl = *asked.TTL
	}
	token, err := s.make(userID, ttl, asked)
	if err != nil {
		return err
	}
	header, err := token04.Inspect(token)
	if err != nil {
		return err
	}
	// The SDK warns 30 s before the end; the client is to be earlier.
	renewAt := header.Expire - min(max(ttl/10, 40), 3600)
	answer(w, http.StatusOK, "application/json", map[string]any{"token": token, "expires_at": header.Expire, "renew_at": renewAt})
	return nil
}

func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := error(refuse(http.StatusNotFound, 901, "POST /v1/token"))
	if r.URL.Path == "/v1/token" && r.Method == http.MethodPost {
		err = s.token(w, r)
	}
	var refused *problem
	var failure *token04.Error
	switch {
	case err == nil:
		return
	case errors.As(err, &refused):
	case errors.As(err, &failure):
		refused = refuse(http.StatusBadRequest, int(failure.Code), failure.Message)
	default:
		log.Print(err)
		refused = refuse(http.StatusInternalServerError, 903, "internal error")
	}
	if refused.Status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", "Bearer")
	}
	answer(w, refused.Status, "application/problem+json", refused)
}

func answer(w http.ResponseWriter, status int, contentType string, body any) {
	w.Header().Set("Content-Type", contentType)
	// A token is good for whoever has it, so no cache may keep it.
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Print(err)
	}
}

func main() {
	appID, err := strconv.ParseUint(os.Getenv("ZEGO_APP_ID"), 10, 32)
	if err != nil {
		log.Fatal("set ZEGO_APP_ID to the AppID of your project: ", err)
	}
	issuer, err := token04.NewIssuer(uint32(appID), os.Getenv("ZEGO_SERVER_SECRET"), token04.WithProfile(token04.ProfileRTC))
	if err != nil {
		log.Fatal("check ZEGO_APP_ID and ZEGO_SERVER_SECRET: ", err)
	}
	jwtKey, port := os.Getenv("JWT_KEY"), os.Getenv("PORT")
	if jwtKey == "" {
		log.Fatal("set JWT_KEY to the key that your JWTs are signed with")
	}
	if port == "" {
		port = "3000"
	}
	server := &http.Server{Addr: "127.0.0.1:" + port, Handler: &service{issuer, []byte(jwtKey)}, ReadTimeout: 10 * time.Second}
	log.Fatal(server.ListenAndServe())
}
