// Kit tokens, which UIKit for the web takes: a token, '#', and the room and the user in base64.

package token04

// #include "boundary.h"
import "C"

import "time"

// KitToken makes a kit token under the limits of [ProfileKit], whichever profile the issuer has.
//
// Errors: as [Issuer.IssuePayload]; [ErrInvalidRoom] if the room id is outside the limits.
func (issuer *Issuer) KitToken(userID string, ttl time.Duration, roomID string, options ...KitOption) (string, error) {
	call := newCall()
	defer call.done()
	object := issuer.use(call)
	if object == nil {
		return "", closed("issuer")
	}
	var settings kitSettings
	for _, option := range options {
		settings = option.toKit(settings)
	}
	var kitToken *C.char
	status := C.token04_go_kit_issue(object.native, text(userID), duration(ttl), text(roomID),
		settings.userName, settings.payload, settings.now, &kitToken, &call.length, &call.error)
	if status != C.TOKEN04_OK {
		return "", call.failure()
	}
	return call.owned(kitToken), nil
}

// KitUser is the part after the '#' of a kit token.
type KitUser struct {
	// AppID is the app; the same as in the token.
	AppID uint32
	// UserID is the user; the same as in the token.
	UserID string
	// RoomID is the room to join.
	RoomID string
	// UserName is the name that others see.
	UserName string
}

// NewKitUser is a user who is shown under the user id.
func NewKitUser(appID uint32, userID, roomID string) KitUser {
	return KitUser{AppID: appID, UserID: userID, RoomID: roomID, UserName: userID}
}

// KitEncode appends room and user to a token, under the limits of [ProfileKit].
//
// Errors: [ErrMalformed] if the token is not a Token04, or already a kit token; [ErrInvalidAppID],
// [ErrInvalidUserID], [ErrInvalidRoom].
func KitEncode(token string, user KitUser) (string, error) {
	if errMismatch != nil {
		return "", errMismatch
	}
	call := newCall()
	defer call.done()
	var kitToken *C.char
	plain, userID, roomID, userName := text(token), text(user.UserID), text(user.RoomID), text(user.UserName)
	status := C.token04_kit_encode(plain.data, plain.length, C.int64_t(user.AppID), userID.data, userID.length,
		roomID.data, roomID.length, userName.data, userName.length, &kitToken, &call.length, &call.error)
	if status != C.TOKEN04_OK {
		return "", call.failure()
	}
	return call.owned(kitToken), nil
}

// KitDecode splits a kit token into the token and the user after it.
//
// Errors: [ErrMalformed].
func KitDecode(kitToken string) (token string, user KitUser, err error) {
	if errMismatch != nil {
		return "", KitUser{}, errMismatch
	}
	call := newCall()
	defer call.done()
	var native *C.token04_kit_user
	whole := text(kitToken)
	status := C.token04_kit_decode(whole.data, whole.length, &native, &call.error)
	if status != C.TOKEN04_OK {
		return "", KitUser{}, call.failure()
	}
	defer C.token04_kit_user_free(native)
	user = KitUser{
		AppID:    uint32(native.app_id),
		UserID:   copied(native.user_id),
		RoomID:   copied(native.room_id),
		UserName: copied(native.user_name),
	}
	return copied(native.token), user, nil
}
