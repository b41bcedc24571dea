// The verifier: opens tokens of one app and checks them.
#import "T04Bridge.h"

@implementation T04Login

@synthesize userID = _userID;
@synthesize roomID = _roomID;
@synthesize streamID = _streamID;
@synthesize publish = _publish;
@synthesize now = _now;

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_userID release];
    [_roomID release];
    [_streamID release];
    [_now release];
    [super dealloc];
}
#endif

@end

@implementation T04Claims

@synthesize appID = _appID;
@synthesize userID = _userID;
@synthesize nonce = _nonce;
@synthesize ctime = _ctime;
@synthesize expire = _expire;
@synthesize payload = _payload;
@synthesize privilege = _privilege;

- (instancetype)initWithReadClaims:(const token04_claims *)claims
{
    const token04_body *body = token04_claims_body(claims);
    const token04_privilege *privilege = token04_claims_privilege(claims);

    self = [super init];
    if (self == nil)
        return nil;
    _appID = body->app_id;
    _userID = [T04String(body->user_id.data, body->user_id.length) copy];
    _nonce = body->nonce;
    _ctime = body->ctime;
    _expire = body->expire;
    _payload = [T04String(body->payload.data, body->payload.length) copy];
    _privilege = privilege != NULL ? [[T04Privilege alloc] initWithReadPrivilege:privilege] : nil;
    return self;
}

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_userID release];
    [_payload release];
    [_privilege release];
    [super dealloc];
}
#endif

@end

@implementation T04Verifier

- (instancetype)initWithAppID:(long long)appID secret:(NSString *)secret error:(NSError **)error
{
    return [self initWithAppID:appID secret:secret previousSecret:nil leeway:0 error:error];
}

- (instancetype)initWithAppID:(long long)appID
                       secret:(NSString *)secret
               previousSecret:(NSString *)previousSecret
                       leeway:(NSTimeInterval)leeway
                        error:(NSError **)error
{
    NSData *key = T04UTF8(secret), *previous = T04UTF8(previousSecret);
    token04_error details;
    int32_t status;

    self = [super init];
    if (self == nil)
        return nil;
    status = token04_verifier_new(appID, T04_TEXT(key), T04_TEXT(previous), T04Seconds(leeway), &_verifier, &details);
    if (T04SucceededFor(leeway, @"leeway", T04ErrorInvalidArgument, status, &details, error))
        return self;
    T04_RELEASE(self);
    return nil;
}

- (void)dealloc
{
    token04_verifier_free(_verifier);
#if !__has_feature(objc_arc)
    [super dealloc];
#endif
}

- (T04Claims *)verify:(NSString *)token error:(NSError **)error
{
    return [self verify:token login:nil error:error];
}

- (T04Claims *)verify:(NSString *)token login:(T04Login *)login error:(NSError **)error
{
    NSData *text = T04UTF8(token), *user = T04UTF8([login userID]);
    NSData *room = T04UTF8([login roomID]), *stream = T04UTF8([login streamID]);
    token04_login expected = {
        sizeof expected,
        {T04_TEXT(user)},
        {T04_TEXT(room)},
        {T04_TEXT(stream)},
        [login publish] ? 1 : 0,
        [login now] != nil ? 1 : 0,
        [[login now] longLongValue],
    };
    token04_claims *claims = NULL;
    token04_error details;
    T04Claims *result = nil;

    if (T04Succeeded(token04_verifier_verify(_verifier, T04_TEXT(text), &expected, &claims, &details), &details, error))
        result = T04_AUTORELEASE([[T04Claims alloc] initWithReadClaims:claims]);
    token04_claims_free(claims);
    return result;
}

@end
