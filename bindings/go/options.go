// The options of all calls: one kind of value for each, and an option that several calls share is of each kind.

package token04

// #include "boundary.h"
import "C"

import "time"

// IssuerOption is a setting of [NewIssuer]: [WithMode] or [WithProfile].
type IssuerOption interface {
	toIssuer(issuerSettings) issuerSettings
}

// VerifierOption is a setting of [NewVerifier]: [WithPreviousSecret] or [WithLeeway].
type VerifierOption interface {
	toVerifier(verifierSettings) verifierSettings
}

// IssueOption is a setting of a token: [WithNow].
type IssueOption interface {
	toIssue(issueSettings) issueSettings
}

// KitOption is a setting of a kit token: [WithUserName], [WithPayload] or [WithNow].
type KitOption interface {
	toKit(kitSettings) kitSettings
}

// VerifyOption is what [Verifier.Verify] expects of a token, or when: [WithUserID], [WithRoomID], [WithStreamID],
// [WithPublish], [WithRequirePrivilege] or [WithNow].
type VerifyOption interface {
	toVerify(expectation) expectation
}

// InspectOption is a setting of [Inspect]: [WithNow].
type InspectOption interface {
	toInspect(C.token04_go_time) C.token04_go_time
}

// DiagnoseOption is what is known beside a token: [WithAppID], [WithCode], [WithSecret], [WithProfile], [WithUserID], [WithRoomID],
// [WithStreamID], [WithPublish], [WithNow]; or the [WithLanguage] of the report.
type DiagnoseOption interface {
	toQuestion(question) question
}

type issuerSettings struct {
	mode    Mode
	profile Profile
}

type verifierSettings struct {
	previousSecret C.token04_text
	leeway         time.Duration
}

type issueSettings struct {
	now C.token04_go_time
}

type kitSettings struct {
	issueSettings
	userName C.token04_text
	payload  C.token04_text
}

// expectation is what a login expects of a token; a text whose data is NULL is not expected.
type expectation struct {
	userID           C.token04_text
	roomID           C.token04_text
	streamID         C.token04_text
	publish          C.int32_t
	requirePrivilege C.int32_t
	now              C.token04_go_time
}

type question struct {
	expectation
	appID    C.token04_go_number
	code     C.token04_go_number
	secret   C.token04_text
	profile  Profile
	language Language
}

// issuerOption and the types below make an option of a function.
type issuerOption func(issuerSettings) issuerSettings

func (option issuerOption) toIssuer(settings issuerSettings) issuerSettings {
	return option(settings)
}

type verifierOption func(verifierSettings) verifierSettings

func (option verifierOption) toVerifier(settings verifierSettings) verifierSettings {
	return option(settings)
}

type kitOption func(kitSettings) kitSettings

func (option kitOption) toKit(settings kitSettings) kitSettings {
	return option(settings)
}

type diagnoseOption func(question) question

func (option diagnoseOption) toQuestion(question question) question {
	return option(question)
}

// LoginOption is what a login expects of a token, as a [VerifyOption] and as a [DiagnoseOption].
type LoginOption struct {
	set func(expectation) expectation
}

func (option LoginOption) toVerify(expected expectation) expectation {
	return option.set(expected)
}

func (option LoginOption) toQuestion(question question) question {
	question.expectation = option.set(question.expectation)
	return question
}

// ProfileOption is a profile as an [IssuerOption] and as a [DiagnoseOption].
type ProfileOption struct {
	profile Profile
}

func (option ProfileOption) toIssuer(settings issuerSettings) issuerSettings {
	settings.profile = option.profile
	return settings
}

func (option ProfileOption) toQuestion(question question) question {
	question.profile = option.profile
	return question
}

// NowOption is a point in time as an option of every call that looks at the clock.
type NowOption struct {
	now C.token04_go_time
}

func (option NowOption) toIssue(settings issueSettings) issueSettings {
	settings.now = option.now
	return settings
}

func (option NowOption) toKit(settings kitSettings) kitSettings {
	settings.now = option.now
	return settings
}

func (option NowOption) toVerify(expected expectation) expectation {
	expected.now = option.now
	return expected
}

func (option NowOption) toInspect(C.token04_go_time) C.token04_go_time {
	return option.now
}

func (option NowOption) toQuestion(question question) question {
	question.now = option.now
	return question
}

// WithMode sets how bodies are encrypted; the default is [ModeCBC].
func WithMode(mode Mode) IssuerOption {
	return issuerOption(func(settings issuerSettings) issuerSettings {
		settings.mode = mode
		return settings
	})
}

// WithProfile sets the product whose limits become errors when issuing, or findings when diagnosing. The default is
// [ProfileNone].
func WithProfile(profile Profile) ProfileOption {
	return ProfileOption{profile}
}

// WithPreviousSecret also accepts tokens made with the secret that was in use before, while a secret is being
// replaced.
func WithPreviousSecret(secret string) VerifierOption {
	return verifierOption(func(settings verifierSettings) verifierSettings {
		settings.previousSecret = text(secret)
		return settings
	})
}

// WithLeeway accepts a token for this long after its expiry, for clocks that differ: whole seconds.
func WithLeeway(leeway time.Duration) VerifierOption {
	return verifierOption(func(settings verifierSettings) verifierSettings {
		settings.leeway = leeway
		return settings
	})
}

// WithNow sets the time of the call; the default is that of the clock. Fractions of a second do not count. It is for
// tests: the nonce and the IV of a token are random all the same.
func WithNow(now time.Time) NowOption {
	return NowOption{C.token04_go_time{given: 1, seconds: C.int64_t(now.Unix())}}
}

// WithUserName sets the name that others see; the default is the user id.
func WithUserName(userName string) KitOption {
	return kitOption(func(settings kitSettings) kitSettings {
		settings.userName = text(userName)
		return settings
	})
}

// WithPayload sets the payload of the token, as [Issuer.IssuePayload] takes it; the default is none.
func WithPayload(payload string) KitOption {
	return kitOption(func(settings kitSettings) kitSettings {
		settings.payload = text(payload)
		return settings
	})
}

// WithUserID expects the token to be for this user.
func WithUserID(userID string) LoginOption {
	return LoginOption{func(expected expectation) expectation {
		expected.userID = text(userID)
		return expected
	}}
}

// WithRoomID expects the token to allow logging in to this room. An identity token allows every room; see
// [WithRequirePrivilege].
func WithRoomID(roomID string) LoginOption {
	return LoginOption{func(expected expectation) expectation {
		expected.roomID = text(roomID)
		return expected
	}}
}

// WithStreamID expects the token to allow this stream. An identity token allows every stream.
func WithStreamID(streamID string) LoginOption {
	return LoginOption{func(expected expectation) expectation {
		expected.streamID = text(streamID)
		return expected
	}}
}

// WithPublish sets whether the token must allow publishing. An identity token does.
func WithPublish(expected bool) LoginOption {
	return LoginOption{func(login expectation) expectation {
		login.publish = flag(expected)
		return login
	}}
}

// WithRequirePrivilege refuses an identity token. Without it, an identity token satisfies every room, stream and
// right, because the format means it so: use it where rooms are guarded by privilege tokens.
func WithRequirePrivilege() VerifyOption {
	return requirePrivilege{}
}

type requirePrivilege struct{}

func (requirePrivilege) toVerify(expected expectation) expectation {
	expected.requirePrivilege = 1
	return expected
}

// WithAppID sets the app that the client uses.
func WithAppID(appID uint32) DiagnoseOption {
	return diagnoseOption(func(question question) question {
		question.appID = C.token04_go_number{given: 1, number: C.int64_t(appID)}
		return question
	})
}

// WithCode sets the error code that the client reported; its causes come first in the report.
func WithCode(code int) DiagnoseOption {
	return diagnoseOption(func(question question) question {
		question.code = C.token04_go_number{given: 1, number: C.int64_t(code)}
		return question
	})
}

// WithSecret sets the secret that the token should have been made with, of any length.
func WithSecret(secret string) DiagnoseOption {
	return diagnoseOption(func(question question) question {
		question.secret = text(secret)
		return question
	})
}

// WithLanguage sets the language of messages and fixes; the default is [LanguageEN].
func WithLanguage(language Language) DiagnoseOption {
	return diagnoseOption(func(question question) question {
		question.language = language
		return question
	})
}
