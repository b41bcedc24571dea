// What can be read of a token without the secret: its header, and the parts of a kit token.
#import "T04Issuer.h"

NS_ASSUME_NONNULL_BEGIN

/// What a token reveals without the secret. None of it is verified: only a verifier can tell whether the token is genuine.
@interface T04Header : NSObject
{
@private
    NSString *_version;
    T04Mode _mode;
    int64_t _expire;
    BOOL _expired;
    NSUInteger _ivBytes;
    NSUInteger _ciphertextBytes;
}

/// The version of the format, "04".
@property (nonatomic, readonly, copy) NSString *version;
/// How the body is encrypted.
@property (nonatomic, readonly) T04Mode mode;
/// When the token expires according to its envelope, in unix seconds; expiresAt is the same as a date.
@property (nonatomic, readonly) int64_t expire;
@property (nonatomic, readonly) NSDate *expiresAt;
/// Whether the token has expired at the time that was asked about.
@property (nonatomic, readonly, getter=isExpired) BOOL expired;
/// The length of the initialisation vector, in bytes.
@property (nonatomic, readonly) NSUInteger ivBytes;
/// The length of the ciphertext, in bytes.
@property (nonatomic, readonly) NSUInteger ciphertextBytes;

/// The header for NSJSONSerialization, as `token04 inspect --json` prints it.
@property (nonatomic, readonly) T04_DICTIONARY_OF(NSString *, id) *JSONObject;

/// Reads a token. It also accepts a kit token and reads it up to its '#'. Whether the token has expired is decided at the
/// time now; nil is that of the clock.
+ (instancetype T04_NULLABLE)headerOfToken:(NSString *)token now:(NSDate *T04_NULLABLE)now error:(NSError **)error;
T04_WITHOUT_INIT

@end

/// The part after the '#' of a kit token, for UIKit on the web. T04Issuer makes kit tokens.
@interface T04KitUser : NSObject
{
@private
    long long _appID;
    NSString *_userID;
    NSString *_roomID;
    NSString *_userName;
    NSString *_token;
}

/// The app.
@property (nonatomic, readonly) long long appID;
/// The user.
@property (nonatomic, readonly, copy) NSString *userID;
/// The room to join.
@property (nonatomic, readonly, copy) NSString *roomID;
/// The name that others see.
@property (nonatomic, readonly, copy) NSString *userName;
/// The token before the '#', if the user was read from a kit token.
@property (nonatomic, readonly, copy) NSString *T04_NULLABLE token;

/// Without a name, others see the user id.
- (instancetype)initWithAppID:(long long)appID
                       userID:(NSString *)userID
                       roomID:(NSString *)roomID
                     userName:(NSString *T04_NULLABLE)userName NS_DESIGNATED_INITIALIZER;
T04_WITHOUT_INIT

/// Splits a kit token into its parts.
+ (instancetype T04_NULLABLE)userOfKitToken:(NSString *)kitToken error:(NSError **)error;

/// Appends room and user to a token.
- (NSString *T04_NULLABLE)kitTokenWithToken:(NSString *)token error:(NSError **)error;

@end

NS_ASSUME_NONNULL_END
