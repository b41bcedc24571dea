// Errors and their public codes.

package token04

// #include "token04.h"
import "C"

// The codes of errors. The numbers never change and are never reused; a later version may add some.
const (
	// CodeInvalidAppID: the app id is not 1 … 4294967295.
	CodeInvalidAppID = 1
	// CodeInvalidUserID: the user id is empty, not UTF-8, or outside the profile.
	CodeInvalidUserID = 3
	// CodeInvalidSecret: the secret is not 32 bytes of UTF-8.
	CodeInvalidSecret = 5
	// CodeInvalidTTL: the time to live is zero, negative, not whole seconds, outside the profile, or the
	// expiry does not fit.
	CodeInvalidTTL = 6
	// CodeTooLong: the body of the token would be over 65519 bytes.
	CodeTooLong = 101
	// CodeInvalidRoom: a room id or a stream id is missing or outside the limits.
	CodeInvalidRoom = 102
	// CodeRandomUnavailable: the operating system gave no random bytes.
	CodeRandomUnavailable = 103
	// CodeInvalidPayload: the payload is not UTF-8, or outside the profile.
	CodeInvalidPayload = 104
	// CodeMalformed: the text is not a Token04.
	CodeMalformed = 201
	// CodeUndecipherable: wrong secret, damaged, or no Token04 body inside. One code for all of these, so
	// that it tells an attacker nothing.
	CodeUndecipherable = 202
	// CodeExpired: the token's validity has ended.
	CodeExpired = 204
	// CodeWrongAppID: the token was made for another app id.
	CodeWrongAppID = 205
	// CodeWrongUserID: the token was made for another user id.
	CodeWrongUserID = 206
	// CodeExpireMismatch: the token names two different expiry times.
	CodeExpireMismatch = 207
	// CodeNotPermitted: the token does not permit the room, the stream or the right that is expected.
	CodeNotPermitted = 208
	// CodeInvalidArgument: an argument is of no use, or the issuer or verifier is closed.
	CodeInvalidArgument = 901
	// CodeBufferTooSmall stands for a case of the C library that does not arise in Go.
	CodeBufferTooSmall = 902
	// CodeInternal: a defect of the library, caught at its boundary. The library can still be used.
	CodeInternal = 903
)

// For [errors.Is]: an [Error] matches the one of its code.
var (
	ErrInvalidAppID      error = codeError(CodeInvalidAppID)
	ErrInvalidUserID     error = codeError(CodeInvalidUserID)
	ErrInvalidSecret     error = codeError(CodeInvalidSecret)
	ErrInvalidTTL        error = codeError(CodeInvalidTTL)
	ErrTooLong           error = codeError(CodeTooLong)
	ErrInvalidRoom       error = codeError(CodeInvalidRoom)
	ErrRandomUnavailable error = codeError(CodeRandomUnavailable)
	ErrInvalidPayload    error = codeError(CodeInvalidPayload)
	ErrMalformed         error = codeError(CodeMalformed)
	ErrUndecipherable    error = codeError(CodeUndecipherable)
	ErrExpired           error = codeError(CodeExpired)
	ErrWrongAppID        error = codeError(CodeWrongAppID)
	ErrWrongUserID       error = codeError(CodeWrongUserID)
	ErrExpireMismatch    error = codeError(CodeExpireMismatch)
	ErrNotPermitted      error = codeError(CodeNotPermitted)
	ErrInvalidArgument   error = codeError(CodeInvalidArgument)
	ErrBufferTooSmall    error = codeError(CodeBufferTooSmall)
	ErrInternal          error = codeError(CodeInternal)
)

// Error is why a call failed. It never holds a secret, a key or the content of a token.
//
//	var failure *token04.Error
//	if errors.As(err, &failure) {
//		log.Printf("code %d: %s", failure.Code, failure.Message)
//	}
type Error struct {
	// Code is one of the codes above, the same number in every language of token04.
	Code int
	// Message says which argument was wrong, and what would be right.
	Message string
}

// Error is the message with the package's name in front.
func (err *Error) Error() string {
	return "token04: " + err.Message
}

// Is reports whether target is the Err… of this error's code.
func (err *Error) Is(target error) bool {
	code, ok := target.(codeError)
	return ok && int(code) == err.Code
}

// codeError is a code alone, to compare with.
type codeError int

func (code codeError) Error() string {
	return "token04: " + C.GoString(C.token04_status_message(C.int32_t(code)))
}

func closed(what string) error {
	return &Error{CodeInvalidArgument, what + " is closed"}
}
