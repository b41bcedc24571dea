// What every call of the C library shares: memory for results, texts and durations.

package token04

// #include "boundary.h"
import "C"

import (
	"runtime"
	"sync"
	"time"
	"unsafe"
)

// call is memory for what C writes during one call, and the object that the call uses.
type call struct {
	length C.size_t
	error  C.token04_error
	user   *user
	buffer []byte
	small  [2048]byte
}

var calls = sync.Pool{New: func() any {
	made := &call{user: users.add()}
	made.error.size = C.sizeof_token04_error
	made.error.wording = C.TOKEN04_WORDING_INITIALISM
	runtime.SetFinalizer(made, func(made *call) { users.remove(made.user) })
	return made
}}

func newCall() *call {
	call := calls.Get().(*call)
	call.buffer = call.small[:]
	return call
}

// done ends the use of an object and gives the memory back; a buffer that had to grow is not kept.
func (call *call) done() {
	call.user.stop()
	call.buffer = nil
	calls.Put(call)
}

func (call *call) data() *C.char {
	return (*C.char)(unsafe.Pointer(unsafe.SliceData(call.buffer)))
}

func (call *call) capacity() C.size_t {
	return C.size_t(len(call.buffer))
}

// tooSmall reports whether the buffer could not hold the token, and makes one that can, for another try.
func (call *call) tooSmall(status C.int32_t) bool {
	if status != C.TOKEN04_BUFFER_TOO_SMALL {
		return false
	}
	call.buffer = make([]byte, call.length+1)
	return true
}

// token is what a call wrote into the buffer.
func (call *call) token() string {
	return string(call.buffer[:call.length])
}

// owned is a string that a call gave out, which is freed here.
func (call *call) owned(owned *C.char) string {
	defer C.token04_string_free(owned)
	return copied(C.token04_text{data: owned, length: call.length})
}

func (call *call) failure() *Error {
	return &Error{int(call.error.status), C.GoString(&call.error.message[0])}
}

var empty byte

// text lends a string to C. An empty one is not NULL, which would stand for text that is left out.
func text(text string) C.token04_text {
	if text == "" {
		return C.token04_text{data: (*C.char)(unsafe.Pointer(&empty))}
	}
	return C.token04_text{data: (*C.char)(unsafe.Pointer(unsafe.StringData(text))), length: C.size_t(len(text))}
}

// copied is text of C's as a string of Go's.
func copied(text C.token04_text) string {
	return string(unsafe.Slice((*byte)(unsafe.Pointer(text.data)), text.length))
}

// item is one of a list of C's that is not empty. The pointer of an empty one may point nowhere, and Go must not
// even hold it.
func item[Item any](first *Item, at int) *Item {
	return (*Item)(unsafe.Add(unsafe.Pointer(first), uintptr(at)*unsafe.Sizeof(*first)))
}

func flag(value bool) C.int32_t {
	if value {
		return 1
	}
	return 0
}

// duration is a duration as the library takes it, with the fraction that it refuses.
func duration(duration time.Duration) C.token04_go_duration {
	return C.token04_go_duration{
		seconds:     C.int64_t(duration / time.Second),
		nanoseconds: C.int32_t(duration % time.Second),
	}
}
