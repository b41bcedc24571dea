// The verifier: opens tokens of one app and checks them.

package token04

// #include "boundary.h"
import "C"

import (
	"runtime"
	"time"
)

// Verifier opens tokens of one app and checks them. It holds the expanded keys and is safe for any number of
// goroutines: make one and keep it. The secrets themselves are not kept.
//
// A CBC token has no authentication: what opens and checks well was most likely made with the secret, but
// whoever changed single bytes of it may go unnoticed. Rely on the claims of GCM tokens only.
type Verifier struct {
	owner owner
}

// VerifierOption is a setting of [NewVerifier].
type VerifierOption func(*verifierSettings)

type verifierSettings struct {
	previousSecret C.token04_text
	leeway         time.Duration
}

// WithPreviousSecret also accepts tokens made with the secret that was in use before, while a secret is being
// replaced.
func WithPreviousSecret(secret string) VerifierOption {
	return func(settings *verifierSettings) { settings.previousSecret = text(secret) }
}

// WithLeeway accepts a token this much longer than its expiry, for clocks that differ. It is whole seconds.
func WithLeeway(leeway time.Duration) VerifierOption {
	return func(settings *verifierSettings) { settings.leeway = leeway }
}

// NewVerifier makes a verifier for an app id, which is not 0, and its ServerSecret of 32 bytes.
//
// Errors: [ErrInvalidAppID], [ErrInvalidSecret]; [ErrInvalidArgument] where an option is invalid.
func NewVerifier(appID uint32, secret string, options ...VerifierOption) (*Verifier, error) {
	var settings verifierSettings
	for _, option := range options {
		option(&settings)
	}
	call := newCall()
	defer call.done()
	var native C.uintptr_t
	status := C.token04_go_verifier_new(C.int64_t(appID), text(secret), settings.previousSecret,
		wholeSeconds(settings.leeway, -1), &native, &call.error)
	if status != C.TOKEN04_OK {
		return nil, call.failure().asGiven(CodeInvalidArgument, "-1", settings.leeway)
	}
	verifier := &Verifier{}
	verifier.owner.own(native, func(native C.uintptr_t) { C.token04_go_verifier_free(native) })
	return verifier, nil
}

// VerifyOption is what [Verifier.Verify] expects beyond a good token, or when it takes place.
type VerifyOption func(expectation) expectation

// expectation is what a login expects of a token; texts whose data is NULL are not expected.
type expectation struct {
	userID   C.token04_text
	roomID   C.token04_text
	streamID C.token04_text
	publish  C.int32_t
	hasNow   C.int32_t
	now      C.int64_t
}

// WithUserID expects the token to be for this user.
func WithUserID(userID string) VerifyOption {
	return func(expected expectation) expectation {
		expected.userID = text(userID)
		return expected
	}
}

// WithRoomID expects the token to allow logging in to this room. An identity token allows any.
func WithRoomID(roomID string) VerifyOption {
	return func(expected expectation) expectation {
		expected.roomID = text(roomID)
		return expected
	}
}

// WithStreamID expects the token to be good for this stream. An identity token is good for any.
func WithStreamID(streamID string) VerifyOption {
	return func(expected expectation) expectation {
		expected.streamID = text(streamID)
		return expected
	}
}

// WithPublish tells whether the token is expected to allow publishing. An identity token does.
func WithPublish(expects bool) VerifyOption {
	return func(expected expectation) expectation {
		expected.publish = flag(expects)
		return expected
	}
}

// WithNow looks at the token at this time instead of the clock's. Whole seconds count.
func WithNow(now time.Time) VerifyOption {
	return func(expected expectation) expectation {
		expected.hasNow, expected.now = 1, C.int64_t(now.Unix())
		return expected
	}
}

// Verify opens a token and checks that it is this app's, not expired, and what the options expect. It takes a
// kit token too, and looks at the part before the '#'.
//
// Errors, the first that applies: [ErrMalformed], [ErrUndecipherable], [ErrWrongAppID], [ErrExpireMismatch],
// [ErrExpired], [ErrWrongUserID], [ErrNotPermitted]. Before all of them comes what is wrong with an argument:
// an expectation that is not UTF-8, or [ErrInvalidArgument] where the verifier is closed.
func (verifier *Verifier) Verify(token string, options ...VerifyOption) (*Claims, error) {
	object := verifier.object()
	if object == nil {
		return nil, closed("verifier")
	}
	defer runtime.KeepAlive(object)
	var expected expectation
	for _, option := range options {
		expected = option(expected)
	}
	call := newCall()
	defer call.done()
	login := C.token04_login{
		size:      C.sizeof_token04_login,
		user_id:   expected.userID,
		room_id:   expected.roomID,
		stream_id: expected.streamID,
		publish:   expected.publish,
		has_now:   expected.hasNow,
		now:       expected.now,
	}
	verified := C.token04_go_verify(object.native, text(token), login, &call.error)
	if verified.status != C.TOKEN04_OK {
		return nil, call.failure()
	}
	defer C.token04_claims_free(verified.claims)
	return claimsFrom(verified.body), nil
}

// Close lets go of the keys: later calls fail with [ErrInvalidArgument], those under way are not disturbed. The
// keys are wiped when the garbage collector has seen that the last of them is done; for a verifier that is not
// closed, that nobody has it any more. Close may be called more than once and always gives nil.
func (verifier *Verifier) Close() error {
	if verifier != nil {
		verifier.owner.object.Store(nil)
	}
	return nil
}

// object is the native verifier; nil where there is none.
func (verifier *Verifier) object() *object {
	if verifier == nil {
		return nil
	}
	return verifier.owner.object.Load()
}
