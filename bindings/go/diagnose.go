// Why a token is refused and how to fix it.

package token04

// #include "boundary.h"
import "C"

// Report is what is wrong with a token, if anything. Its JSON is that of `token04 diagnose --json`.
type Report struct {
	// OK is whether no finding is an error.
	OK bool `json:"ok"`
	// Findings are in the order to fix them. A valid token in [ModeCBC] still gives a note.
	Findings []Finding `json:"findings"`
	// Claims is what the token contains if it could be opened, with any key or layout; otherwise nil.
	Claims *Claims `json:"claims,omitempty"`
}

// Finding is one finding about a token.
type Finding struct {
	// ID identifies the finding: one of the Finding… constants.
	ID string `json:"id"`
	// Severity is how bad it is.
	Severity Severity `json:"severity"`
	// Message is what is wrong, with the values of this case; never with the secret.
	Message string `json:"message"`
	// Fix is how to fix it.
	Fix string `json:"fix"`
	// ClientCodes are the client error codes that it may appear as. Which of them the service returns has not been
	// observed.
	ClientCodes []int `json:"client_codes"`
}

// Diagnose explains why a token is refused and how to fix it. It accepts any text, and detects common mistakes in
// hand-written generators. The more options, the more it can check.
//
// An error is about an option: [ErrInvalidAppID] for app id 0, [ErrInvalidArgument] for one that is invalid, and
// for text that is not UTF-8 the error of its argument.
func Diagnose(token string, options ...DiagnoseOption) (*Report, error) {
	if errMismatch != nil {
		return nil, errMismatch
	}
	var known question
	for _, option := range options {
		known = option.toQuestion(known)
	}
	call := newCall()
	defer call.done()
	var report *C.token04_report
	status := C.token04_go_diagnose(text(token), known.native(), known.appID, known.code, known.now, &report, &call.error)
	if status != C.TOKEN04_OK {
		return nil, call.failure()
	}
	defer C.token04_report_free(report)
	return reportFrom(report), nil
}

// native lends the question to C, without the numbers that have to be pointed to.
func (known question) native() C.token04_question {
	return C.token04_question{
		size:      C.sizeof_token04_question,
		secret:    known.secret,
		user_id:   known.userID,
		room_id:   known.roomID,
		stream_id: known.streamID,
		publish:   known.publish,
		profile:   C.int32_t(known.profile),
		language:  C.int32_t(known.language),
	}
}

func reportFrom(native *C.token04_report) *Report {
	report := &Report{OK: native.ok == 1, Findings: make([]Finding, native.finding_count)}
	for at := range report.Findings {
		report.Findings[at] = findingFrom(*item(native.findings, at))
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
