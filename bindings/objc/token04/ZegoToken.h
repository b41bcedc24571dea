// The official class ZegoToken over token04: code that imports this compiles unchanged, with ZegoToken.m beside it, and
// links with the library token04. New code uses T04.h.
#import <Foundation/Foundation.h>

// GCC does not know nullability.
#if defined(__clang__)
#define ZEGO_TOKEN_NULLABLE _Nullable
#else
#define ZEGO_TOKEN_NULLABLE
#endif

NS_ASSUME_NONNULL_BEGIN

/// Why no token was made. The first five are the official ones; the others are for what the official code does not check.
typedef NS_ENUM(NSUInteger, ZegoErrorCode) {
    success = 0,
    appIDInvalid = 1,
    userIDInvalid = 3,
    secretInvalid = 5,
    effectiveTimeInSecondsInvalid = 6,
    /// The payload and the user id do not fit into a token.
    tokenTooLong = 101,
    /// The operating system provided no random bytes.
    randomUnavailable = 103,
    /// The payload is not Unicode text.
    payloadInvalid = 104,
    /// A defect of this library.
    internalError = 903
};

@interface ErrorInfo : NSObject
{
@private
    ZegoErrorCode _errorCode;
    NSString *_errorMessage;
}

@property (nonatomic, assign) ZegoErrorCode errorCode;
@property (nonatomic, copy) NSString *errorMessage;

@end

@interface ZegoToken04Result : NSObject
{
@private
    NSString *_token;
    ErrorInfo *_errorInfo;
}

/// Empty if errorInfo.errorCode is not success.
@property (nonatomic, copy) NSString *token;
@property (nonatomic, retain) ErrorInfo *errorInfo;

@end

@interface ZegoToken : NSObject

/// Makes a token that is valid for effectiveTimeInSeconds. The payload is nil or empty, or the JSON text of a privilege
/// token. Codes are the official ones, in the official order; nothing is raised.
+ (ZegoToken04Result *)GenerateToken04:(unsigned int)appid
                                userID:(NSString *)userID
                                secret:(NSString *)secret
                effectiveTimeInSeconds:(long long)effectiveTimeInSeconds
                               payload:(NSString *ZEGO_TOKEN_NULLABLE)payload;

@end

NS_ASSUME_NONNULL_END
