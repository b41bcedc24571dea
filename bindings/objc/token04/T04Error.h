// Why a call failed: the error domain, its codes, and what lets these headers be read by GNU compilers too.
#import <Foundation/Foundation.h>

// GCC knows neither nullability nor generics.
#if !defined(__has_feature)
#define __has_feature(feature) 0
#endif
#if !__has_feature(nullability)
#define _Nullable
#define _Nonnull
#endif
#if __has_feature(objc_generics)
#define T04_ARRAY_OF(type) NSArray<type>
#else
#define T04_ARRAY_OF(type) NSArray
#endif
// GNUstep does not tell Swift which constants belong together.
#ifndef NS_TYPED_ENUM
#define NS_TYPED_ENUM
#endif

NS_ASSUME_NONNULL_BEGIN

// The domain of all errors here. The code is a T04ErrorCode; localizedDescription says which argument was wrong, and
// what would be right. It never holds a secret.
extern NSString *const T04ErrorDomain;

// The numbers never change and are never reused; a later version may add some.
typedef NS_ENUM(NSInteger, T04ErrorCode) {
    // The app id is not 1 to 4294967295.
    T04ErrorInvalidAppID = 1,
    // The user id is empty, not Unicode, or outside the profile.
    T04ErrorInvalidUserID = 3,
    // The secret is not 32 bytes.
    T04ErrorInvalidSecret = 5,
    // The time to live is not positive, not whole seconds, outside the profile, or the expiry does not fit.
    T04ErrorInvalidTTL = 6,
    // The token would not fit the format: its body is over 65519 bytes.
    T04ErrorTooLong = 101,
    // A room id or a stream id is missing or outside the limits.
    T04ErrorInvalidRoom = 102,
    // The operating system gave no random bytes.
    T04ErrorRandomUnavailable = 103,
    // The payload is not Unicode, or outside the profile.
    T04ErrorInvalidPayload = 104,
    // The text is not a Token04.
    T04ErrorMalformed = 201,
    // Wrong secret, damaged, or no Token04 inside.
    T04ErrorUndecipherable = 202,
    // The token's validity has ended.
    T04ErrorExpired = 204,
    // The token was made for another app id.
    T04ErrorWrongAppID = 205,
    // The token was made for another user id.
    T04ErrorWrongUserID = 206,
    // The token names two different expiry times.
    T04ErrorExpireMismatch = 207,
    // The token does not permit the room, the stream or the right that is expected.
    T04ErrorNotPermitted = 208,
    // An argument is of no use, such as nil in place of text.
    T04ErrorInvalidArgument = 901,
    // Never seen here: buffers are the library's.
    T04ErrorBufferTooSmall = 902,
    // A defect of the library, caught at its boundary.
    T04ErrorInternal = 903
};

NS_ASSUME_NONNULL_END
