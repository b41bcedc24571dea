// What the sources share and users do not see: text across the C ABI, errors, and memory with ARC and without.
#import "T04RoomPrivilege.h"
#import "T04Verifier.h"

#include "token04.h"

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

NS_ASSUME_NONNULL_BEGIN

// The text in UTF-8, nil for nil. Text that is no Unicode becomes bytes that are no UTF-8: so the library refuses it
// with the code and the message of its argument.
NSData *_Nullable T04UTF8(NSString *_Nullable string);

// What the library gave out as text.
NSString *T04String(const char *data, size_t length);

// Whether the status is TOKEN04_OK; if not, sets the error.
BOOL T04Succeeded(int32_t status, const token04_error *details, NSError *_Nullable *_Nullable error);

// A duration in whole seconds. One that the C ABI's integers cannot say becomes -1, so that the library refuses it where
// the argument has its turn.
int64_t T04Seconds(NSTimeInterval duration);

// T04Succeeded after a call that took such a duration: of one that became -1 the error tells what it was.
BOOL T04SucceededFor(NSTimeInterval duration, NSString *argument, T04ErrorCode code, int32_t status,
                     const token04_error *details, NSError *_Nullable *_Nullable error);

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
