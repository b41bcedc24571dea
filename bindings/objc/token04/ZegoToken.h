// The official class ZegoToken over token04: code that imports this compiles unchanged, with ZegoToken.m beside it, and
// links with the library token04. New code finds more in T04.h.
#import <Foundation/Foundation.h>

#if !defined(__has_feature)
#define __has_feature(feature) 0
#endif
#if !__has_feature(nullability)
#define _Nullable
#endif

NS_ASSUME_NONNULL_BEGIN

// Why no token was made. The first five are the official ones, the others say what the official code does not check.
typedef NS_ENUM(NSUInteger, ZegoErrorCode) {
    success = 0,
    appIDInvalid = 1,
    userIDInvalid = 3,
    secretInvalid = 5,
    effectiveTimeInSecondsInvalid = 6,
    // The payload and the user id do not fit into a token.
    tokenTooLong = 101,
    // The operating system gave no random bytes.
    randomUnavailable = 103,
    // The payload is not Unicode.
    payloadInvalid = 104,
    // A defect of the library.
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

// Empty where errorInfo.errorCode is not success.
@property (nonatomic, copy) NSString *token;
@property (nonatomic, retain) ErrorInfo *errorInfo;

@end

@interface ZegoToken : NSObject

// Makes a token that is good for effectiveTimeInSeconds from now on. The payload is nil or empty, or the JSON text of a
// privilege token. Codes are the official ones, in the official order; nothing is raised.
+ (ZegoToken04Result *)GenerateToken04:(unsigned int)appid
                                userID:(NSString *)userID
                                secret:(NSString *)secret
                effectiveTimeInSeconds:(long long)effectiveTimeInSeconds
                               payload:(NSString *_Nullable)payload;

@end

NS_ASSUME_NONNULL_END
