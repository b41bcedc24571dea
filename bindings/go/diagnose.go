// Why a token is refused, and how to mend it.

package token04

// #include "boundary.h"
import "C"

import "strings"

// Language is the language of a report.
type Language int32

// Severity is how bad a finding is.
type Severity int32

// String is the severity's name: error, warning or note.
func (severity Severity) String() string {
	switch severity {
	case SeverityError:
		return "error"
	case SeverityWarning:
		return "warning"
	default:
		return "note"
	}
}

// Report is what is wrong with a token, if anything.
type Report struct {
	// OK is whether no finding is an error.
	OK bool
	// Findings is what was found, in order of what to do first. A sound token in [ModeCBC] still gives a note.
	Findings []Finding
	// Claims is what the token says, where it could be opened, by whichever key or layout; else nil.
	Claims *Claims
}

// Finding is one thing that was found.
type Finding struct {
	// ID is what it is: one of the Finding… constants.
	ID string
	// Severity is how bad it is.
	Severity Severity
	// Message is what is wrong, with the values of this case; never with the secret.
	Message string
	// Fix is how to mend it.
	Fix string
	// ClientCodes are the client error codes that it may show as. Which the service really answers was never
	// observed.
	ClientCodes []int
}

// DiagnoseOption is what is known beside a token: [WithAppID], [WithSecret], [WithProfile], every [VerifyOption];
// or the [WithLanguage] of the report.
type DiagnoseOption interface {
	addTo(question) question
}

type question struct {
	expectation
	appID    C.int64_t
	secret   C.token04_text
	profile  Profile
	language Language
}

func (option VerifyOption) addTo(question question) question {
	question.expectation = option(question.expectation)
	return question
}

func (option ProfileOption) addTo(question question) question {
	question.profile = option.profile
	return question
}

type questionOption func(question) question

func (option questionOption) addTo(question question) question {
	return option(question)
}

// refusedAppID stands for app id 0, which C takes for one that is not known.
const refusedAppID = -1

// WithAppID tells the app that the client runs under.
func WithAppID(appID uint32) DiagnoseOption {
	return questionOption(func(question question) question {
		question.appID = C.int64_t(appID)
		if appID == 0 {
			question.appID = refusedAppID
		}
		return question
	})
}

// WithSecret tells the secret that the token should have been made with, of any length.
func WithSecret(secret string) DiagnoseOption {
	return questionOption(func(question question) question {
		question.secret = text(secret)
		return question
	})
}

// WithLanguage sets the language of messages and fixes; [LanguageEN] unless told.
func WithLanguage(language Language) DiagnoseOption {
	return questionOption(func(question question) question {
		question.language = language
		return question
	})
}

// Diagnose says what is wrong with a token, and how to mend it. It takes any text, and finds what people get
// wrong who write a generator by hand. The more is known beside the token, the more can be said.
//
// An error is about an option: [ErrInvalidAppID] for app id 0, [ErrInvalidArgument] for one that is invalid, and
// for text that is not UTF-8 the error of its argument.
func Diagnose(token string, options ...DiagnoseOption) (*Report, error) {
	var known question
	for _, option := range options {
		known = option.addTo(known)
	}
	call := newCall()
	defer call.done()
	var report *C.token04_report
	status := C.token04_go_diagnose(text(token), known.native(), &report, &call.error)
	if status != C.TOKEN04_OK {
		failure := call.failure()
		if failure.Code == CodeInvalidAppID {
			failure.Message = strings.TrimSuffix(failure.Message, "-1") + "0"
		}
		return nil, failure
	}
	defer C.token04_report_free(report)
	return reportFrom(report), nil
}

// native lends the question to C.
func (known question) native() C.token04_question {
	return C.token04_question{
		size:      C.sizeof_token04_question,
		app_id:    known.appID,
		secret:    known.secret,
		user_id:   known.userID,
		room_id:   known.roomID,
		stream_id: known.streamID,
		publish:   known.publish,
		profile:   C.int32_t(known.profile),
		language:  C.int32_t(known.language),
		has_now:   known.hasNow,
		now:       known.now,
	}
}

func reportFrom(native *C.token04_report) *Report {
	report := &Report{OK: native.ok == 1, Findings: make([]Finding, native.finding_count)}
	for at := range report.Findings {
		report.Findings[at] = findingFrom(item(native.findings, at))
	}
	if native.claims != nil {
		report.Claims = claimsFrom(C.token04_claims_body(native.claims))
	}
	return report
}

func findingFrom(native *C.token04_finding) Finding {
	finding := Finding{
		ID:          copied(native.id),
		Severity:    Severity(native.severity),
		Message:     copied(native.message),
		Fix:         copied(native.fix),
		ClientCodes: make([]int, native.client_code_count),
	}
	for at := range finding.ClientCodes {
		finding.ClientCodes[at] = int(*item(native.client_codes, at))
	}
	return finding
}
