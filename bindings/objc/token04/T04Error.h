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
    // begin error codes (written by scripts/vocabulary.py)

    // The app id is not 1 to 4294967295.
    T04ErrorInvalidAppID = 1,
    // The user id is empty, not Unicode text, or outside the profile.
    T04ErrorInvalidUserID = 3,
    // The secret is not 32 bytes of UTF-8 text.
    T04ErrorInvalidSecret = 5,
    // The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does not fit.
    T04ErrorInvalidTTL = 6,
    // The body of the token would be longer than 65519 bytes.
    T04ErrorTooLong = 101,
    // A room id or a stream id is missing, not Unicode text, or outside the limits.
    T04ErrorInvalidRoom = 102,
    // The operating system provided no random bytes.
    T04ErrorRandomUnavailable = 103,
    // The payload is not Unicode text, or outside the profile.
    T04ErrorInvalidPayload = 104,
    // The text is not a Token04.
    T04ErrorMalformed = 201,
    // The token cannot be opened: wrong secret, damaged, or no Token04 body inside; one error for all of these, so that
    // it tells an attacker nothing.
    T04ErrorUndecipherable = 202,
    // The token has expired.
    T04ErrorExpired = 204,
    // The token was made for another app id.
    T04ErrorWrongAppID = 205,
    // The token was made for another user id.
    T04ErrorWrongUserID = 206,
    // The envelope and the body have different expiry times.
    T04ErrorExpireMismatch = 207,
    // The token does not permit the expected room, stream or right.
    T04ErrorNotPermitted = 208,
    // An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object.
    T04ErrorInvalidArgument = 901,
    // The caller's buffer is too small for the result; only in C.
    T04ErrorBufferTooSmall = 902,
    // A defect of this library, caught at its boundary; the library can still be used. Please report it.
    T04ErrorInternal = 903

    // end error codes
};

NS_ASSUME_NONNULL_END
