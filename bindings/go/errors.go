// Errors and their public codes.

package token04

// #include "token04.h"
import "C"

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

// UserError is the error of [Issuer.IssueMany] about one of the users.
type UserError struct {
	// Index is the user's place in the list.
	Index int
	cause *Error
}

func (err *UserError) Error() string {
	return err.cause.Error()
}

// Unwrap is the [*Error], for [errors.Is] and [errors.As].
func (err *UserError) Unwrap() error {
	return err.cause
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
