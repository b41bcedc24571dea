// The verifier: opens tokens of one app and checks them.

package token04

// #include "boundary.h"
import "C"

// Verifier opens tokens of one app and checks them. It holds the expanded keys and is safe for any number of
// goroutines: make one and keep it. The secrets themselves are not kept.
//
// CBC tokens are not authenticated: a token that opens and passes the checks was very likely made with the secret, but
// single bytes may have been changed without detection. Rely on the claims of a CBC token only if it came
// straight from you.
type Verifier struct {
	owner owner
}

// NewVerifier makes a verifier for an app id, which is not 0, and its ServerSecret of 32 bytes.
//
// Errors: [ErrInvalidAppID], [ErrInvalidSecret]; [ErrInvalidArgument] if an option is invalid.
func NewVerifier(appID uint32, secret string, options ...VerifierOption) (*Verifier, error) {
	if errMismatch != nil {
		return nil, errMismatch
	}
	var settings verifierSettings
	for _, option := range options {
		settings = option.toVerifier(settings)
	}
	call := newCall()
	defer call.done()
	var native C.uintptr_t
	status := C.token04_go_verifier_new(C.int64_t(appID), text(secret), settings.previousSecret,
		duration(settings.leeway), &native, &call.error)
	if status != C.TOKEN04_OK {
		return nil, call.failure()
	}
	verifier := &Verifier{}
	verifier.owner.own(native, func(native C.uintptr_t) { C.token04_go_verifier_free(native) })
	return verifier, nil
}

// Verify opens a token and checks that it belongs to this app, is not expired, and satisfies the options. It also
// accepts a kit token and reads the part before the '#'.
//
// An identity token satisfies every expected room, stream and right, because the format means it so:
// [WithRequirePrivilege] refuses it.
//
// Errors, the first that applies: [ErrMalformed], [ErrUndecipherable], [ErrWrongAppID], [ErrExpireMismatch],
// [ErrExpired], [ErrWrongUserID], [ErrNotPermitted]. Errors of arguments come before all of these: an expectation that
// is not UTF-8, or [ErrInvalidArgument] if the verifier is closed.
func (verifier *Verifier) Verify(token string, options ...VerifyOption) (*Claims, error) {
	call := newCall()
	defer call.done()
	object := verifier.use(call)
	if object == nil {
		return nil, closed("verifier")
	}
	var expected expectation
	for _, option := range options {
		expected = option.toVerify(expected)
	}
	login := C.token04_login{
		size:              C.sizeof_token04_login,
		user_id:           expected.userID,
		room_id:           expected.roomID,
		stream_id:         expected.streamID,
		publish:           expected.publish,
		require_privilege: expected.requirePrivilege,
	}
	verified := C.token04_go_verify(object.native, text(token), login, expected.now, &call.error)
	if verified.status != C.TOKEN04_OK {
		return nil, call.failure()
	}
	defer C.token04_claims_free(verified.claims)
	return claimsFrom(verified.body), nil
}

// Close waits for the calls under way, and frees the verifier, which wipes its keys. Later calls fail with
// [ErrInvalidArgument]. Close may be called more than once and always returns nil. A verifier that is not closed is
// freed once the garbage collector has seen that nobody has it.
func (verifier *Verifier) Close() error {
	if verifier != nil {
		verifier.owner.close()
	}
	return nil
}

// use is the native verifier, for the time of a call; nil if there is none.
func (verifier *Verifier) use(call *call) *object {
	if verifier == nil {
		return nil
	}
	return call.user.use(&verifier.owner)
}
