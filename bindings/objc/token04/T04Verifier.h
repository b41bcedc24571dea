// The verifier: opens tokens of one app and checks them.
#import "T04Issuer.h"

NS_ASSUME_NONNULL_BEGIN

/// What a verification expects besides a valid token, and at what time. By default nothing is expected.
@interface T04Login : NSObject
{
@private
    NSString *_userID;
    NSString *_roomID;
    NSString *_streamID;
    NSDate *_now;
    BOOL _publish;
    BOOL _requirePrivilege;
}

/// The user that the token must be for.
@property (nonatomic, copy) NSString *T04_NULLABLE userID;
/// The room that the token must allow to log in to. An identity token allows any.
@property (nonatomic, copy) NSString *T04_NULLABLE roomID;
/// The stream that the token must be valid for. An identity token is valid for any.
@property (nonatomic, copy) NSString *T04_NULLABLE streamID;
/// Whether the token must allow publishing. An identity token allows it.
@property (nonatomic, assign) BOOL publish;
/// Whether an identity token is refused, because it allows any room and any right.
@property (nonatomic, assign) BOOL requirePrivilege;
/// The time to check against; nil, the default, is that of the clock.
@property (nonatomic, copy) NSDate *T04_NULLABLE now;

@end

/// The claims of a token.
@interface T04Claims : NSObject
{
@private
    uint32_t _appID;
    int64_t _nonce;
    int64_t _ctime;
    int64_t _expire;
    NSString *_userID;
    NSString *_payload;
    T04Privilege *_privilege;
}

/// The app that the token was made for.
@property (nonatomic, readonly) uint32_t appID;
/// The user that the token was made for.
@property (nonatomic, readonly, copy) NSString *userID;
/// A random number that distinguishes tokens made in the same second.
@property (nonatomic, readonly) int64_t nonce;
/// When the token was made, in unix seconds; createdAt is the same as a date.
@property (nonatomic, readonly) int64_t ctime;
/// When the token expires, in unix seconds; expiresAt is the same as a date.
@property (nonatomic, readonly) int64_t expire;
@property (nonatomic, readonly) NSDate *createdAt;
@property (nonatomic, readonly) NSDate *expiresAt;
/// Empty in an identity token, JSON text in a privilege token.
@property (nonatomic, readonly, copy) NSString *payload;
/// The payload as privileges; nil if it does not have the privilege form.
@property (nonatomic, readonly, retain) T04Privilege *T04_NULLABLE privilege;

/// The claims for NSJSONSerialization, as `token04 verify --json` prints them.
@property (nonatomic, readonly) T04_DICTIONARY_OF(NSString *, id) *JSONObject;

T04_WITHOUT_INIT

@end

/// Opens tokens of one app and checks them. Any number of threads can use it at once: make one and keep it.
@interface T04Verifier : NSObject
{
@private
    struct token04_verifier *_verifier;
}

- (instancetype T04_NULLABLE)initWithAppID:(long long)appID secret:(NSString *)secret error:(NSError **)error;

/// Tokens made with the previous secret are accepted too, while a secret is being replaced. A token is accepted for
/// leeway, in whole seconds, after its expiry, for clocks that differ.
- (instancetype T04_NULLABLE)initWithAppID:(long long)appID
                                    secret:(NSString *)secret
                            previousSecret:(NSString *T04_NULLABLE)previousSecret
                                    leeway:(NSTimeInterval)leeway
                                     error:(NSError **)error NS_DESIGNATED_INITIALIZER;
T04_WITHOUT_INIT

/// Opens a token and checks that it is for this app, not expired, and allows what the login expects. It also accepts a
/// kit token and reads it up to its '#'. An identity token allows any room and any right: set requirePrivilege where
/// that is not intended. CBC has no authentication: rely on the claims of a CBC token only if it came straight from you.
- (T04Claims *T04_NULLABLE)verify:(NSString *)token login:(T04Login *T04_NULLABLE)login error:(NSError **)error;
- (T04Claims *T04_NULLABLE)verify:(NSString *)token error:(NSError **)error;

@end

NS_ASSUME_NONNULL_END
