// What the sources share and users do not see: text across the C ABI, errors, durations and times, and memory with ARC
// and without.
#import "T04RoomPrivilege.h"
#import "T04Verifier.h"

#include "token04.h"

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

#if __has_feature(objc_arc)
#define T04_AUTORELEASE(object) (object)
#define T04_RELEASE(object) ((void)(object))
#else
#define T04_AUTORELEASE(object) [(object) autorelease]
#define T04_RELEASE(object) [(object) release]
#endif

// Pointer and length of data from T04UTF8, as two arguments of a C function; NULL for nil. A macro, so that ARC keeps
// the data as long as the pointer is in use.
#define T04_TEXT(data) T04_BYTES(data), (size_t)[data length]
#define T04_BYTES(data) ((data) == nil ? NULL : [data length] == 0 ? "" : (const char *)[data bytes])

// A token04_error whose message uses the words of Objective-C: userID, nil.
#define T04_ERROR_INIT {sizeof(token04_error), TOKEN04_WORDING_INITIALISM, TOKEN04_OK, {0}}

NS_ASSUME_NONNULL_BEGIN

// The text in UTF-8, nil for nil. Text that is not Unicode becomes bytes that are not UTF-8: the library refuses them
// with the code and the message of the argument.
NSData *T04_NULLABLE T04UTF8(NSString *T04_NULLABLE string);

// Text that the library returned.
NSString *T04String(token04_text text);

// Texts that the library returned.
NSArray *T04Strings(const token04_text *T04_NULLABLE texts, size_t count);

// Whether the status is TOKEN04_OK; if not, sets the error.
BOOL T04Succeeded(token04_status status, const token04_error *details, NSError **error);

// The same for tokens for many users: the error carries the index of the user at fault, unless it is the number of users.
BOOL T04SucceededForMany(token04_status status, const token04_error *details, size_t failed, size_t count,
                         NSError **error);

// A duration as the C ABI has it. One that does not fit, such as infinity, is 0 seconds and not exact.
typedef struct {
    int64_t seconds;
    int32_t nanoseconds;
    BOOL exact;
} T04Duration;

T04Duration T04DurationOf(NSTimeInterval duration);

// The status after a call with a ttl: if the library refused a ttl that is not exact, the error for the value itself.
token04_status T04StatusForTTL(token04_status status, NSTimeInterval ttl, token04_error *details);

// The error for a duration that the C ABI cannot carry.
token04_status T04RefusedDuration(token04_argument argument, NSTimeInterval duration, token04_error *details);

// A name by its number, from a table of the names that this version has.
#define T04_NAME(names, number) \
    ((NSUInteger)(number) < sizeof(names) / sizeof *(names) ? (names)[number] : @"unknown")

// Unix seconds, rounded down; a time outside 64 bits becomes the nearest that fits, which the library refuses.
int64_t T04UnixSeconds(NSDate *date);

// Unix seconds as a date.
NSDate *T04Date(int64_t seconds);

// A privilege lent to the C ABI, with what it points to.
@interface T04LentPrivilege : NSObject
{
@private
    NSData *_roomID;
    NSMutableArray *_streams;
    NSMutableData *_texts;
    token04_privilege _privilege;
}

- (instancetype)initWithPrivilege:(T04RoomPrivilege *)privilege;
- (const token04_privilege *)privilege;

@end

@interface T04Privilege ()

- (instancetype)initWithReadPrivilege:(const token04_privilege *)privilege;

@end

@interface T04Claims ()

- (instancetype)initWithReadClaims:(const token04_claims *)claims;

@end

NS_ASSUME_NONNULL_END
