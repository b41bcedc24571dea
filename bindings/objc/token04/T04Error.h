// Why a call failed: the error domain and its codes; and what makes these headers readable for compilers other than Clang.
#import <Foundation/Foundation.h>

// GCC knows neither nullability nor generics.
#if defined(__clang__)
#define T04_NULLABLE _Nullable
#define T04_ARRAY_OF(type) NSArray<type>
#define T04_DICTIONARY_OF(key, value) NSDictionary<key, value>
#else
#define T04_NULLABLE
#define T04_ARRAY_OF(type) NSArray
#define T04_DICTIONARY_OF(key, value) NSDictionary
#endif
// Within an interface: its objects cannot be made with -init. GCC would ask for an implementation.
#if defined(__clang__)
#define T04_WITHOUT_INIT                                       \
    +(instancetype)new __attribute__((unavailable));           \
    -(instancetype)init __attribute__((unavailable));
#else
#define T04_WITHOUT_INIT
#endif
// GNUstep has no macro for Swift's groups of constants.
#ifndef NS_TYPED_ENUM
#define NS_TYPED_ENUM
#endif

NS_ASSUME_NONNULL_BEGIN

/// The domain of all errors of this library. The code is a T04ErrorCode. localizedDescription says which argument is
/// wrong and what is expected; it never contains a secret.
extern NSString *const T04ErrorDomain;

/// The key in userInfo for the index, an NSNumber, of the first user id that is at fault when tokens for many users are
/// issued. It is absent if the error is not about a user id.
extern NSString *const T04UserIndexErrorKey;

/// Why a call failed. The numbers never change and are never reused; a later version may add some.
typedef NS_ENUM(NSInteger, T04ErrorCode) {
    // begin error codes (written by scripts/vocabulary.py)

    /// The app id is not 1 to 4294967295.
    T04ErrorInvalidAppID = 1,
    /// The user id is empty, not Unicode text, or outside the profile.
    T04ErrorInvalidUserID = 3,
    /// The secret is not 32 bytes of UTF-8 text.
    T04ErrorInvalidSecret = 5,
    /// The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does not fit.
    T04ErrorInvalidTTL = 6,
    /// The body of the token would be longer than 65519 bytes.
    T04ErrorTooLong = 101,
    /// A room id or a stream id is missing, not Unicode text, or outside the limits.
    T04ErrorInvalidRoom = 102,
    /// The operating system provided no random bytes.
    T04ErrorRandomUnavailable = 103,
    /// The payload is not Unicode text, or outside the profile.
    T04ErrorInvalidPayload = 104,
    /// The text is not a Token04.
    T04ErrorMalformed = 201,
    /// The token cannot be opened: wrong secret, damaged, or no Token04 body inside; one error for all of these, so
    /// that it tells an attacker nothing.
    T04ErrorUndecipherable = 202,
    /// The token has expired.
    T04ErrorExpired = 204,
    /// The token was made for another app id.
    T04ErrorWrongAppID = 205,
    /// The token was made for another user id.
    T04ErrorWrongUserID = 206,
    /// The envelope and the body have different expiry times.
    T04ErrorExpireMismatch = 207,
    /// The token does not permit the expected room, stream or right.
    T04ErrorNotPermitted = 208,
    /// An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object.
    T04ErrorInvalidArgument = 901,
    /// The caller's buffer is too small for the result; only in C.
    T04ErrorBufferTooSmall = 902,
    /// A defect of this library, caught at its boundary; the library can still be used. Please report it.
    T04ErrorInternal = 903

    // end error codes
};

NS_ASSUME_NONNULL_END
