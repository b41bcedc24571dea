// The verifier: opens tokens of one app and checks them; and what can be read without the secret.
#import "T04Issuer.h"

NS_ASSUME_NONNULL_BEGIN

// What a verification expects beyond a good token, and when it takes place. Nothing is expected unless set.
@interface T04Login : NSObject
{
@private
    NSString *_userID;
    NSString *_roomID;
    NSString *_streamID;
    NSNumber *_now;
    BOOL _publish;
}

// The user the token must be for.
@property (nonatomic, copy) NSString *_Nullable userID;
// The room the token must allow to log in to. An identity token allows any.
@property (nonatomic, copy) NSString *_Nullable roomID;
// The stream the token must be good for. An identity token is good for any.
@property (nonatomic, copy) NSString *_Nullable streamID;
// Whether the token must allow publishing. An identity token does.
@property (nonatomic, assign) BOOL publish;
// The time to check against, in unix seconds, instead of the clock's.
@property (nonatomic, copy) NSNumber *_Nullable now;

@end

// What a token says.
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

@property (nonatomic, readonly) uint32_t appID;
@property (nonatomic, readonly, copy) NSString *userID;
// A random number that tells tokens of one second apart.
@property (nonatomic, readonly) int64_t nonce;
// When the token was made, in unix seconds.
@property (nonatomic, readonly) int64_t ctime;
// When the token ends, in unix seconds.
@property (nonatomic, readonly) int64_t expire;
// Empty in an identity token, JSON text in a privilege token.
@property (nonatomic, readonly, copy) NSString *payload;
// The payload as privileges; nil where it is not of the privilege form.
@property (nonatomic, readonly, retain) T04Privilege *_Nullable privilege;

@end

// Opens tokens of one app and checks them. It can be used by any number of threads at once: make one and keep it.
@interface T04Verifier : NSObject
{
@private
    struct token04_verifier *_verifier;
}

- (instancetype _Nullable)initWithAppID:(long long)appID
                                 secret:(NSString *)secret
                                  error:(NSError *_Nullable *_Nullable)error;

// Tokens made with the previous secret are accepted too, for the time in which a secret is being replaced. A token is
// accepted for leeway whole seconds after its expiry, for clocks that differ.
- (instancetype _Nullable)initWithAppID:(long long)appID
                                 secret:(NSString *)secret
                         previousSecret:(NSString *_Nullable)previousSecret
                                 leeway:(NSTimeInterval)leeway
                                  error:(NSError *_Nullable *_Nullable)error;

// Opens a token and checks that it is this app's and not expired, and what the login expects. A kit token is taken
// too, and looked at up to its '#'. Rely on the claims of GCM tokens only: CBC has no authentication.
- (T04Claims *_Nullable)verify:(NSString *)token error:(NSError *_Nullable *_Nullable)error;
- (T04Claims *_Nullable)verify:(NSString *)token
                         login:(T04Login *_Nullable)login
                         error:(NSError *_Nullable *_Nullable)error;

@end

NS_ASSUME_NONNULL_END
