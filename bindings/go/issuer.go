// The issuer: makes tokens for one app.

package token04

// #include "boundary.h"
import "C"

import (
	"runtime"
	"time"
)

// Mode is how the body of a token is encrypted. Readers take both without being told.
type Mode int32

// String is the mode's name, cbc or gcm.
func (mode Mode) String() string {
	if mode == ModeGCM {
		return "gcm"
	}
	return "cbc"
}

// Profile is the product that tokens are for. With one, what that product would refuse becomes an error when
// issuing, instead of a refusal at the client.
type Profile int32

// Issuer makes tokens for one app. It holds the expanded key and is safe for any number of goroutines: make
// one and keep it. The secret itself is not kept.
type Issuer struct {
	owner owner
}

// IssuerOption is a setting of [NewIssuer]: [WithMode] or [WithProfile].
type IssuerOption interface {
	setIssuer(*issuerSettings)
}

type issuerSettings struct {
	mode    Mode
	profile Profile
}

// WithMode sets how bodies are encrypted; [ModeCBC] unless told.
func WithMode(mode Mode) IssuerOption {
	return modeOption(mode)
}

type modeOption Mode

func (option modeOption) setIssuer(settings *issuerSettings) {
	settings.mode = Mode(option)
}

// WithProfile sets the product whose limits become errors when issuing, or findings when diagnosing;
// [ProfileNone] unless told.
func WithProfile(profile Profile) ProfileOption {
	return ProfileOption{profile}
}

// ProfileOption is a profile as an [IssuerOption] and as a [DiagnoseOption].
type ProfileOption struct {
	profile Profile
}

func (option ProfileOption) setIssuer(settings *issuerSettings) {
	settings.profile = option.profile
}

// NewIssuer makes an issuer for an app id, which is not 0, and its ServerSecret of 32 bytes.
//
// Errors: [ErrInvalidAppID], [ErrInvalidSecret]; [ErrInvalidArgument] where an option is invalid.
func NewIssuer(appID uint32, secret string, options ...IssuerOption) (*Issuer, error) {
	var settings issuerSettings
	for _, option := range options {
		option.setIssuer(&settings)
	}
	call := newCall()
	defer call.done()
	var native C.uintptr_t
	status := C.token04_go_issuer_new(C.int64_t(appID), text(secret),
		C.int32_t(settings.mode), C.int32_t(settings.profile), &native, &call.error)
	if status != C.TOKEN04_OK {
		return nil, call.failure()
	}
	issuer := &Issuer{}
	issuer.owner.own(native, func(native C.uintptr_t) { C.token04_go_issuer_free(native) })
	return issuer, nil
}

// Issue makes an identity token, which says who the user is and limits nothing. It is good for ttl from now
// on, which is whole seconds.
//
// Errors: [ErrInvalidUserID], [ErrInvalidTTL], [ErrTooLong], [ErrRandomUnavailable]; [ErrInvalidArgument]
// where the issuer is closed.
func (issuer *Issuer) Issue(userID string, ttl time.Duration) (string, error) {
	return issuer.IssuePayload(userID, ttl, "")
}

// IssuePayload makes a token with a payload, which is JSON text of the privilege form; prefer
// [Issuer.IssueRoom], which writes it.
//
// Errors: as [Issuer.Issue], and [ErrInvalidPayload]; with a profile also [ErrInvalidRoom].
func (issuer *Issuer) IssuePayload(userID string, ttl time.Duration, payload string) (string, error) {
	object := issuer.object()
	if object == nil {
		return "", closed("issuer")
	}
	defer runtime.KeepAlive(object)
	call := newCall()
	defer call.done()
	for {
		status := C.token04_go_issue(object.native, text(userID), wholeSeconds(ttl, 0), text(payload),
			call.data(), call.capacity(), &call.length, &call.error)
		if !call.tooSmall(status) {
			return call.issued(status, ttl)
		}
	}
}

// IssueRoom makes a privilege token.
//
// Errors: as [Issuer.IssuePayload]; [ErrInvalidRoom] also where the room id or a stream id is empty, or the
// list of streams is.
func (issuer *Issuer) IssueRoom(userID string, ttl time.Duration, privilege RoomPrivilege) (string, error) {
	object := issuer.object()
	if object == nil {
		return "", closed("issuer")
	}
	defer runtime.KeepAlive(object)
	call := newCall()
	defer call.done()
	parts := privilege.parts()
	for {
		status := C.token04_go_issue_room(object.native, text(userID), wholeSeconds(ttl, 0), parts,
			call.data(), call.capacity(), &call.length, &call.error)
		if !call.tooSmall(status) {
			return call.issued(status, ttl)
		}
	}
}

// issued is the token that a call made for a time to live.
func (call *call) issued(status C.int32_t, ttl time.Duration) (string, error) {
	if status != C.TOKEN04_OK {
		return "", call.failure().asGiven(CodeInvalidTTL, "0", ttl)
	}
	return call.token(), nil
}

// Close lets go of the key: later calls fail with [ErrInvalidArgument], those under way are not disturbed. The
// key is wiped when the garbage collector has seen that the last of them is done; for an issuer that is not closed,
// that nobody has it any more. Close may be called more than once and always gives nil.
func (issuer *Issuer) Close() error {
	if issuer != nil {
		issuer.owner.object.Store(nil)
	}
	return nil
}

// object is the native issuer; nil where there is none.
func (issuer *Issuer) object() *object {
	if issuer == nil {
		return nil
	}
	return issuer.owner.object.Load()
}
