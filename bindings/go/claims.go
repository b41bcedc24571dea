// What a token says: its claims, and the header that is read without the secret.

package token04

// #include "boundary.h"
import "C"

import (
	"encoding/json"
	"time"
)

// Claims is every field of a token's body. Its JSON is that of `token04 verify --json`: the fields, and the
// privilege if the payload has one.
type Claims struct {
	// AppID is the app the token was made for.
	AppID uint32 `json:"app_id"`
	// UserID is the user the token was made for.
	UserID string `json:"user_id"`
	// Nonce is a random number that distinguishes tokens made in the same second.
	Nonce int64 `json:"nonce"`
	// Ctime is when the token was made, in unix seconds; see [Claims.CreatedAt].
	Ctime int64 `json:"ctime"`
	// Expire is when the token expires, in unix seconds; see [Claims.ExpiresAt].
	Expire int64 `json:"expire"`
	// Payload is empty in an identity token, JSON text in a privilege token.
	Payload string `json:"payload"`
}

// CreatedAt is when the token was made.
func (claims *Claims) CreatedAt() time.Time {
	return time.Unix(claims.Ctime, 0)
}

// ExpiresAt is when the token expires.
func (claims *Claims) ExpiresAt() time.Time {
	return time.Unix(claims.Expire, 0)
}

// MarshalJSON writes the fields, and the privilege if the payload has one.
func (claims Claims) MarshalJSON() ([]byte, error) {
	type fields Claims
	return json.Marshal(struct {
		fields
		Privilege *Privilege `json:"privilege,omitempty"`
	}{fields(claims), claims.Privilege()})
}

// Privilege parses the payload as privileges; nil if it is empty or not of the privilege form.
func (claims *Claims) Privilege() *Privilege {
	call := newCall()
	defer call.done()
	var native *C.token04_privilege
	payload := text(claims.Payload)
	C.token04_privilege_parse(payload.data, payload.length, &native, &call.error)
	defer C.token04_privilege_free(native)
	return privilegeFrom(native)
}

func claimsFrom(body *C.token04_body) *Claims {
	return &Claims{
		AppID:   uint32(body.app_id),
		UserID:  copied(body.user_id),
		Nonce:   int64(body.nonce),
		Ctime:   int64(body.ctime),
		Expire:  int64(body.expire),
		Payload: copied(body.payload),
	}
}

// Header is what a token reveals without the secret. None of it is verified: only a [Verifier] can tell whether the
// token is genuine. Its JSON is that of `token04 inspect --json`.
type Header struct {
	// Version is the version of the format, "04".
	Version string `json:"version"`
	// Mode is how the body is encrypted.
	Mode Mode `json:"mode"`
	// Expire is when the token expires, in unix seconds, according to its envelope; see [Header.ExpiresAt].
	Expire int64 `json:"expires_at"`
	// Expired is whether the token has expired.
	Expired bool `json:"expired"`
	// IVBytes is the length of the initialisation vector.
	IVBytes int `json:"iv_bytes"`
	// CiphertextBytes is the length of the ciphertext.
	CiphertextBytes int `json:"ciphertext_bytes"`
}

// ExpiresAt is when the token expires, according to its envelope.
func (header *Header) ExpiresAt() time.Time {
	return time.Unix(header.Expire, 0)
}

// Inspect reads what needs no secret. It also accepts a kit token and reads the part before the '#'.
//
// Errors: [ErrMalformed].
func Inspect(token string, options ...InspectOption) (*Header, error) {
	if errMismatch != nil {
		return nil, errMismatch
	}
	var now C.token04_go_time
	for _, option := range options {
		now = option.toInspect(now)
	}
	call := newCall()
	defer call.done()
	header := C.token04_header{size: C.sizeof_token04_header}
	status := C.token04_go_inspect(text(token), now, &header, &call.error)
	if status != C.TOKEN04_OK {
		return nil, call.failure()
	}
	return &Header{
		Version:         C.GoString(header.version),
		Mode:            Mode(header.mode),
		Expire:          int64(header.expires_at),
		Expired:         header.expired == 1,
		IVBytes:         int(header.iv_bytes),
		CiphertextBytes: int(header.ciphertext_bytes),
	}, nil
}
