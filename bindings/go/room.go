// Privileges: which room, which rights, which streams.

package token04

// #include "boundary.h"
import "C"

import (
	"strings"
	"unsafe"
)

// RoomPrivilege is the limits of a token to be made. By default it allows logging in to the room and any stream, and
// denies publishing:
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

// NewRoomPrivilege is privileges for one room, whose id must not be empty.
func NewRoomPrivilege(roomID string) RoomPrivilege {
	return RoomPrivilege{roomID: roomID}
}

// Login sets whether the user may log in to the room.
func (privilege RoomPrivilege) Login(allowed bool) RoomPrivilege {
	privilege.noLogin = !allowed
	return privilege
}

// Publish sets whether the user may publish a stream.
func (privilege RoomPrivilege) Publish(allowed bool) RoomPrivilege {
	privilege.publish = allowed
	return privilege
}

// Streams limits the token to these streams. An empty list is refused when issuing, because it is unclear whether it
// means no stream or any.
func (privilege RoomPrivilege) Streams(streamIDs ...string) RoomPrivilege {
	privilege.limited = true
	privilege.streamIDs = append([]string(nil), streamIDs...)
	return privilege
}

// Payload is the JSON text that a token carries, for [Issuer.IssuePayload] and [GenerateToken04].
//
// Errors: [ErrInvalidRoom].
func (privilege RoomPrivilege) Payload() (string, error) {
	if errMismatch != nil {
		return "", errMismatch
	}
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
	// RoomID is the only room the token is valid for; an empty one means any.
	RoomID string `json:"room_id"`
	// Login is whether logging in is allowed; nil if the token does not mention it, which denies it.
	Login *bool `json:"login"`
	// Publish is whether publishing is allowed; nil if the token does not mention it, which denies it.
	Publish *bool `json:"publish"`
	// Streams are the only streams the token is valid for; nil and an empty list mean any.
	Streams []string `json:"streams"`
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
