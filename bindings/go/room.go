// Privileges: which room, which rights, which streams.

package token04

// #include "boundary.h"
import "C"

import (
	"strings"
	"unsafe"
)

// RoomPrivilege is the limits that a token is to carry. Logging in to the room is allowed, publishing is not,
// and any stream is good, unless told otherwise:
//
//	token04.NewRoomPrivilege("room1").Publish(true).Streams("s1", "s2")
//
// ZEGO enforces privileges only for projects where its support has switched them on.
type RoomPrivilege struct {
	roomID    string
	noLogin   bool
	publish   bool
	limited   bool
	streamIDs []string
}

// NewRoomPrivilege is privileges for one room, which must be named.
func NewRoomPrivilege(roomID string) RoomPrivilege {
	return RoomPrivilege{roomID: roomID}
}

// Login tells whether the user may log in to the room.
func (privilege RoomPrivilege) Login(allowed bool) RoomPrivilege {
	privilege.noLogin = !allowed
	return privilege
}

// Publish tells whether the user may publish a stream.
func (privilege RoomPrivilege) Publish(allowed bool) RoomPrivilege {
	privilege.publish = allowed
	return privilege
}

// Streams tells the only streams that the token is good for. None at all is refused when issuing: whether it
// means no stream or any is told in two ways.
func (privilege RoomPrivilege) Streams(streamIDs ...string) RoomPrivilege {
	privilege.limited = true
	privilege.streamIDs = append([]string(nil), streamIDs...)
	return privilege
}

// Payload is the JSON text that a token carries, for [Issuer.IssuePayload] and [GenerateToken04].
//
// Errors: [ErrInvalidRoom].
func (privilege RoomPrivilege) Payload() (string, error) {
	call := newCall()
	defer call.done()
	var payload *C.char
	status := C.token04_go_payload(privilege.parts(), &payload, &call.length, &call.error)
	if status != C.TOKEN04_OK {
		return "", call.failure()
	}
	return call.owned(payload), nil
}

// parts lends the privilege to C.
func (privilege RoomPrivilege) parts() C.token04_go_privilege {
	lengths := make([]C.size_t, len(privilege.streamIDs))
	for at, streamID := range privilege.streamIDs {
		lengths[at] = C.size_t(len(streamID))
	}
	return C.token04_go_privilege{
		room_id:        text(privilege.roomID),
		login:          flag(!privilege.noLogin),
		publish:        flag(privilege.publish),
		limited:        flag(privilege.limited),
		streams:        text(strings.Join(privilege.streamIDs, "")),
		stream_lengths: unsafe.SliceData(lengths),
		stream_count:   C.size_t(len(lengths)),
	}
}

// Privilege is the limits of a token, as read from its payload.
type Privilege struct {
	// RoomID is the only room the token is good for; an empty one means any.
	RoomID string
	// Login is whether logging in is allowed; nil where the token does not say, which denies it.
	Login *bool
	// Publish is whether publishing is allowed; nil where the token does not say, which denies it.
	Publish *bool
	// Streams are the only streams the token is good for; nil and an empty list mean any.
	Streams []string
}

// privilegeFrom copies what C read, nil for nothing.
func privilegeFrom(native *C.token04_privilege) *Privilege {
	if native == nil {
		return nil
	}
	read := &Privilege{
		RoomID:  copied(native.room_id),
		Login:   right(native.login),
		Publish: right(native.publish),
	}
	if native.streams != nil {
		read.Streams = make([]string, native.stream_count)
		for at := range read.Streams {
			read.Streams[at] = copied(*item(native.streams, at))
		}
	}
	return read
}

func right(native C.int32_t) *bool {
	if native < 0 {
		return nil
	}
	allowed := native == 1
	return &allowed
}
