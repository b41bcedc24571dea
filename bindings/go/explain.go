// What an error code means, without a token.

package token04

// #include "boundary.h"
import "C"

// Explanation is what an error code of ZEGO's SDKs or Server API means for a token, and how to find its cause. Its JSON
// is an entry of `token04 explain --json`.
type Explanation struct {
	// Code is the code.
	Code int `json:"code"`
	// Known is whether the code is known.
	Known bool `json:"known"`
	// Product is the product that shows it; empty if the code is unknown.
	Product string `json:"product"`
	// Meaning is what it means.
	Meaning string `json:"meaning"`
	// Causes are the ids of the findings that can cause it, the most frequent first.
	Causes []string `json:"causes"`
	// Checks are what to check, in this order.
	Checks []string `json:"checks"`
	// Next is how to go on.
	Next string `json:"next"`
	// Undocumented is what ZEGO's documents do not say about the code; empty if there is nothing of the kind.
	Undocumented string `json:"undocumented,omitempty"`
	// Near are the known codes that look like an unknown one, the most similar first.
	Near []int `json:"near"`

	text string
}

// String is the whole explanation as text, as the program prints it.
func (explanation *Explanation) String() string {
	return explanation.text
}

// Explain explains an error code that a ZEGO SDK or the Server API reported. It knows the codes about tokens and those
// that are often mistaken for them; an unknown code gives an explanation too.
//
// Errors: [ErrInvalidArgument] for an invalid language.
func Explain(code int, language Language) (*Explanation, error) {
	if errMismatch != nil {
		return nil, errMismatch
	}
	call := newCall()
	defer call.done()
	var native *C.token04_explanation
	status := C.token04_explain(C.int64_t(code), C.int32_t(language), &native, &call.error)
	if status != C.TOKEN04_OK {
		return nil, call.failure()
	}
	defer C.token04_explanation_free(native)
	explanation := &Explanation{
		Code:         code,
		Known:        native.known == 1,
		Product:      copied(native.product),
		Meaning:      copied(native.meaning),
		Causes:       copiedList(native.causes, native.cause_count),
		Checks:       copiedList(native.checks, native.check_count),
		Next:         copied(native.next),
		Undocumented: copied(native.undocumented),
		Near:         make([]int, native.near_code_count),
		text:         copied(native.text),
	}
	for at := range explanation.Near {
		explanation.Near[at] = int(*item(native.near_codes, at))
	}
	return explanation, nil
}

func copiedList(first *C.token04_text, count C.size_t) []string {
	list := make([]string, count)
	for at := range list {
		list[at] = copied(*item(first, at))
	}
	return list
}
