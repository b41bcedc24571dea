// Modes, profiles, languages and severities: numbers in the library, and their names in texts and JSON.

package token04

// #include "boundary.h"
import "C"

import "strconv"

// Mode is how the body of a token is encrypted. Readers detect it.
type Mode int32

// Profile is the product that tokens are for. With one, what that product would refuse becomes an error when
// issuing, instead of a refusal at the client.
type Profile int32

// Language is the language of a report.
type Language int32

// Severity is how bad a finding is.
type Severity int32

// String is the mode's name, such as cbc.
func (mode Mode) String() string {
	return nameOf(modeNames[:], int(mode))
}

// MarshalText is the mode's name.
func (mode Mode) MarshalText() ([]byte, error) {
	return []byte(mode.String()), nil
}

// String is the profile's name, such as rtc; none for [ProfileNone].
func (profile Profile) String() string {
	return nameOf(profileNames[:], int(profile))
}

// MarshalText is the profile's name.
func (profile Profile) MarshalText() ([]byte, error) {
	return []byte(profile.String()), nil
}

// String is the language's name, such as en.
func (language Language) String() string {
	return nameOf(languageNames[:], int(language))
}

// MarshalText is the language's name.
func (language Language) MarshalText() ([]byte, error) {
	return []byte(language.String()), nil
}

// String is the severity's name: error, warning or note.
func (severity Severity) String() string {
	return nameOf(severityNames[:], int(severity))
}

// MarshalText is the severity's name.
func (severity Severity) MarshalText() ([]byte, error) {
	return []byte(severity.String()), nil
}

func nameOf(names []string, number int) string {
	if number < 0 || number >= len(names) {
		return strconv.Itoa(number)
	}
	return names[number]
}
