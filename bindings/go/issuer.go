// The issuer: makes tokens for one app.

package token04

// #include "boundary.h"
import "C"

import (
	"strings"
	"time"
	"unsafe"
)

// Issuer makes tokens for one app. It holds the expanded key and is safe for any number of goroutines: make
// one and keep it. The secret itself is not kept.
type Issuer struct {
	owner owner
}

// NewIssuer makes an issuer for an app id, which is not 0, and its ServerSecret of 32 bytes.
//
// Errors: [ErrInvalidAppID], [ErrInvalidSecret]; [ErrInvalidArgument] if an option is invalid.
func NewIssuer(appID uint32, secret string, options ...IssuerOption) (*Issuer, error) {
	if errMismatch != nil {
		return nil, errMismatch
	}
	var settings issuerSettings
	for _, option := range options {
		settings = option.toIssuer(settings)
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

// Issue makes an identity token, which identifies the user and limits nothing. It is valid for ttl, which is whole
// seconds.
//
// Errors: [ErrInvalidUserID], [ErrInvalidTTL], [ErrTooLong], [ErrRandomUnavailable]; [ErrInvalidArgument] if the
// issuer is closed or [WithNow] is before 1970.
func (issuer *Issuer) Issue(userID string, ttl time.Duration, options ...IssueOption) (string, error) {
	return issuer.IssuePayload(userID, ttl, "", options...)
}

// IssuePayload makes a token with a payload, which is JSON text of the privilege form; prefer
// [Issuer.IssueRoom], which writes it.
//
// Errors: as [Issuer.Issue], and [ErrInvalidPayload]; with a profile also [ErrInvalidRoom].
func (issuer *Issuer) IssuePayload(userID string, ttl time.Duration, payload string, options ...IssueOption) (string, error) {
	call := newCall()
	defer call.done()
	object := issuer.use(call)
	if object == nil {
		return "", closed("issuer")
	}
	settings := issueOptions(options)
	for {
		status := C.token04_go_issue(object.native, text(userID), duration(ttl), text(payload), settings.now,
			call.data(), call.capacity(), &call.length, &call.error)
		if !call.tooSmall(status) {
			return call.issued(status)
		}
	}
}

// IssueRoom makes a privilege token.
//
// Errors: as [Issuer.IssuePayload]; [ErrInvalidRoom] also if the room id, a stream id or the list of streams is
// empty.
func (issuer *Issuer) IssueRoom(userID string, ttl time.Duration, privilege RoomPrivilege, options ...IssueOption) (string, error) {
	call := newCall()
	defer call.done()
	object := issuer.use(call)
	if object == nil {
		return "", closed("issuer")
	}
	settings, parts := issueOptions(options), privilege.parts()
	for {
		status := C.token04_go_issue_room(object.native, text(userID), duration(ttl), parts, settings.now,
			call.data(), call.capacity(), &call.length, &call.error)
		if !call.tooSmall(status) {
			return call.issued(status)
		}
	}
}

// IssueMany makes a token for each of many users, all with the same ttl and payload: either all tokens or none. It is
// faster than as many calls.
//
// Errors: as [Issuer.IssuePayload]. If a user is at fault, the error is a [*UserError] with its index.
func (issuer *Issuer) IssueMany(userIDs []string, ttl time.Duration, payload string, options ...IssueOption) ([]string, error) {
	call := newCall()
	defer call.done()
	object := issuer.use(call)
	if object == nil {
		return nil, closed("issuer")
	}
	settings := issueOptions(options)
	lengths := make([]C.size_t, len(userIDs))
	for at, userID := range userIDs {
		lengths[at] = C.size_t(len(userID))
	}
	var native *C.token04_tokens
	var failed C.size_t
	status := C.token04_go_issue_many(object.native, text(strings.Join(userIDs, "")), unsafe.SliceData(lengths),
		C.size_t(len(lengths)), duration(ttl), text(payload), settings.now, &native, &failed, &call.error)
	if status != C.TOKEN04_OK {
		failure := call.failure()
		if int(failed) < len(userIDs) {
			return nil, &UserError{int(failed), failure}
		}
		return nil, failure
	}
	defer C.token04_tokens_free(native)
	tokens := make([]string, native.count)
	for at := range tokens {
		tokens[at] = copied(*item(native.tokens, at))
	}
	return tokens, nil
}

func issueOptions(options []IssueOption) (settings issueSettings) {
	for _, option := range options {
		settings = option.toIssue(settings)
	}
	return settings
}

// issued is the token that a call made.
func (call *call) issued(status C.int32_t) (string, error) {
	if status != C.TOKEN04_OK {
		return "", call.failure()
	}
	return call.token(), nil
}

// Close waits for the calls under way, and frees the issuer, which wipes its key. Later calls fail with
// [ErrInvalidArgument]. Close may be called more than once and always returns nil. An issuer that is not closed is
// freed once the garbage collector has seen that nobody has it.
func (issuer *Issuer) Close() error {
	if issuer != nil {
		issuer.owner.close()
	}
	return nil
}

// use is the native issuer, for the time of a call; nil if there is none.
func (issuer *Issuer) use(call *call) *object {
	if issuer == nil {
		return nil
	}
	return call.user.use(&issuer.owner)
}
