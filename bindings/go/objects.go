// The native objects behind issuers and verifiers: who uses them, and when they are freed.

package token04

// #include "boundary.h"
import "C"

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// object is an object of the C library.
type object struct {
	native C.uintptr_t
	free   func(C.uintptr_t)
}

// owner holds an object until it is closed.
type owner struct {
	object atomic.Pointer[object]
}

// own takes an object, which is freed when the owner is closed, or else when nobody has it any more.
func (owner *owner) own(native C.uintptr_t, free func(C.uintptr_t)) {
	owned := &object{native, free}
	runtime.SetFinalizer(owned, func(owned *object) { owned.free(owned.native) })
	owner.object.Store(owned)
}

// close waits for the calls that use the object and frees it, which wipes the key. Later calls find none.
func (owner *owner) close() {
	owned := owner.object.Swap(nil)
	if owned == nil {
		return
	}
	for users.have(owned) {
		runtime.Gosched()
	}
	runtime.SetFinalizer(owned, nil)
	owned.free(owned.native)
}

// user says which object a call uses. A counter in the object would cost each token an operation that all goroutines
// contend for; of users, every call has its own.
type user struct {
	of atomic.Pointer[object]
	// Keeps two users from sharing a cache line.
	_ [56]byte
}

// use is the object of an owner, which lives until stop is called; nil if it is closed.
func (user *user) use(owner *owner) *object {
	used := owner.object.Load()
	user.of.Store(used)
	// Whoever closes the owner first takes the object out of it, then looks for users.
	if owner.object.Load() != used {
		user.of.Store(nil)
		return nil
	}
	return used
}

func (user *user) stop() {
	user.of.Store(nil)
}

// userList is every user there is.
type userList struct {
	mutex sync.Mutex
	all   map[*user]struct{}
}

var users = userList{all: map[*user]struct{}{}}

func (list *userList) add() *user {
	list.mutex.Lock()
	defer list.mutex.Unlock()
	added := new(user)
	list.all[added] = struct{}{}
	return added
}

func (list *userList) remove(user *user) {
	list.mutex.Lock()
	defer list.mutex.Unlock()
	delete(list.all, user)
}

func (list *userList) have(object *object) bool {
	list.mutex.Lock()
	defer list.mutex.Unlock()
	for user := range list.all {
		if user.of.Load() == object {
			return true
		}
	}
	return false
}
