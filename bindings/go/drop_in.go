// The drop-in: the function, the constants and the errors of ZEGO's own package, for code that moves over.

package token04

// #include "boundary.h"
import "C"

// The keys and values of a payload's privileges, under their official names.
const (
	// PrivilegeKeyLogin is the right to log in to the room.
	PrivilegeKeyLogin = 1
	// PrivilegeKeyPublish is the right to publish a stream.
	PrivilegeKeyPublish = 2

	// PrivilegeEnable allows.
	PrivilegeEnable = 1
	// PrivilegeDisable forbids.
	PrivilegeDisable = 0
)

// GenerateToken04 makes a token in one call, with the name, the arguments and the errors of ZEGO's own
// function. It expands the key each time: code that makes more than one token keeps an [Issuer].
//
// effectiveTimeInSeconds is how long the token is good from now on. The payload of an identity token is "".
//
// An error prints as the official one, such as
//
//	[ZegoSDKError] Code=SDK.InvalidParam, Message=appId Invalid
//
// and works with [errors.Is] and [errors.As]. The first that applies is told: [ErrInvalidAppID],
// [ErrInvalidUserID], [ErrInvalidSecret], [ErrInvalidTTL]; then, where the official function would make a
// broken token, [ErrInvalidPayload] and [ErrTooLong]; and [ErrRandomUnavailable].
func GenerateToken04(appId uint32, userId string, secret string, effectiveTimeInSeconds int64, payload string) (string, error) {
	if errMismatch != nil {
		return "", errMismatch
	}
	call := newCall()
	defer call.done()
	user, key, claim := text(userId), text(secret), text(payload)
	for {
		status := C.token04_generate(C.int64_t(appId), user.data, user.length, key.data, key.length,
			C.int64_t(effectiveTimeInSeconds), claim.data, claim.length,
			call.data(), call.capacity(), &call.length, &call.error)
		if call.tooSmall(status) {
			continue
		}
		if status != C.TOKEN04_OK {
			return "", officialError{call.failure()}
		}
		return call.token(), nil
	}
}

// officialError is an error that prints as the official function's.
type officialError struct {
	cause *Error
}

func (err officialError) Error() string {
	const prefix = "[ZegoSDKError] Code=SDK.InvalidParam, Message="
	switch err.cause.Code {
	case CodeInvalidAppID:
		return prefix + "appId Invalid"
	case CodeInvalidUserID:
		return prefix + "userId Invalid"
	case CodeInvalidSecret:
		return prefix + "secret Invalid"
	case CodeInvalidTTL:
		return prefix + "effectiveTimeInSeconds Invalid"
	}
	return prefix + err.cause.Message
}

func (err officialError) Unwrap() error {
	return err.cause
}
