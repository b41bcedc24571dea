// What a token says: its claims, and the header that is read without the secret.

package token04

// #include "boundary.h"
import "C"

import "time"

// Claims is every field of a token's body.
type Claims struct {
	// AppID is the app the token was made for.
	AppID uint32
	// UserID is the user the token was made for.
	UserID string
	// Nonce is a random number that tells tokens of one second apart.
	Nonce int64
	// Ctime is when the token was made, in unix seconds.
	Ctime int64
	// Expire is when the token ends, in unix seconds.
	Expire int64
	// Payload is empty in an identity token, JSON text in a privilege token.
	Payload string
}

// Privilege reads the payload as privileges; nil where it is empty or not of the privilege form.
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

// Header is what a token shows to everybody. Nothing of it is proven: only a [Verifier] can tell whether the
// token is genuine.
type Header struct {
	// Version is the version of the format, "04".
	Version string
	// Mode is how the body is encrypted.
	Mode Mode
	// ExpiresAt is when the token ends, in unix seconds, as its envelope says.
	ExpiresAt int64
	// Expired is whether the token has ended.
	Expired bool
	// IVBytes is the length of the initialisation vector.
	IVBytes int
	// CiphertextBytes is the length of the ciphertext.
	CiphertextBytes int
}

// Inspect reads what needs no secret. It takes a kit token too, and looks at the part before the '#'.
//
// Errors: [ErrMalformed].
func Inspect(token string) (*Header, error) {
	return inspect(token, 0, 0)
}

// InspectAt is [Inspect] as if it were now. Whole seconds count.
func InspectAt(token string, now time.Time) (*Header, error) {
	return inspect(token, 1, C.int64_t(now.Unix()))
}

func inspect(token string, hasNow C.int32_t, now C.int64_t) (*Header, error) {
	call := newCall()
	defer call.done()
	var header C.token04_header
	envelope := text(token)
	status := C.token04_inspect(envelope.data, envelope.length, hasNow, now, &header, &call.error)
	if status != C.TOKEN04_OK {
		return nil, call.failure()
	}
	return &Header{
		Version:         C.GoString(header.version),
		Mode:            Mode(header.mode),
		ExpiresAt:       int64(header.expires_at),
		Expired:         header.expired == 1,
		IVBytes:         int(header.iv_bytes),
		CiphertextBytes: int(header.ciphertext_bytes),
	}, nil
}
