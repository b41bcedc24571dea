// What can be read of a token without the secret: its header, and the parts of a kit token.
#import "T04Issuer.h"

NS_ASSUME_NONNULL_BEGIN

// What a token shows to everybody. Nothing of it is proven: only a verifier can tell whether the token is genuine.
@interface T04Header : NSObject
{
@private
    NSString *_version;
    T04Mode _mode;
    int64_t _expiresAt;
    BOOL _expired;
    NSUInteger _ivBytes;
    NSUInteger _ciphertextBytes;
}

// The version of the format, "04".
@property (nonatomic, readonly, copy) NSString *version;
@property (nonatomic, readonly) T04Mode mode;
// When the token ends, in unix seconds, as its envelope says.
@property (nonatomic, readonly) int64_t expiresAt;
@property (nonatomic, readonly) BOOL expired;
@property (nonatomic, readonly) NSUInteger ivBytes;
@property (nonatomic, readonly) NSUInteger ciphertextBytes;

// Reads a token. A kit token is taken too, and looked at up to its '#'. Whether it has ended is told for the time now,
// in unix seconds; nil takes the clock's.
+ (instancetype _Nullable)headerOfToken:(NSString *)token
                                    now:(NSNumber *_Nullable)now
                                  error:(NSError *_Nullable *_Nullable)error;

@end

// What stands behind the '#' of a kit token, which UIKit for the web takes. -[T04Issuer kitTokenForUserID:…] makes one.
@interface T04KitUser : NSObject
{
@private
    long long _appID;
    NSString *_userID;
    NSString *_roomID;
    NSString *_userName;
    NSString *_token;
}

@property (nonatomic, readonly) long long appID;
@property (nonatomic, readonly, copy) NSString *userID;
@property (nonatomic, readonly, copy) NSString *roomID;
@property (nonatomic, readonly, copy) NSString *userName;
// The token before the '#', where the user was read from a kit token.
@property (nonatomic, readonly, copy) NSString *_Nullable token;

// Without a name the user is shown under the user id.
- (instancetype)initWithAppID:(long long)appID
                       userID:(NSString *)userID
                       roomID:(NSString *)roomID
                     userName:(NSString *_Nullable)userName;

// Splits a kit token into its parts.
+ (instancetype _Nullable)userOfKitToken:(NSString *)kitToken error:(NSError *_Nullable *_Nullable)error;

// Puts room and user behind a token.
- (NSString *_Nullable)kitTokenWithToken:(NSString *)token error:(NSError *_Nullable *_Nullable)error;

@end

NS_ASSUME_NONNULL_END
