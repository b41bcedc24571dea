// The verifier: opens tokens of one app and checks them.
#import "T04Bridge.h"

@implementation T04Login

@synthesize userID = _userID;
@synthesize roomID = _roomID;
@synthesize streamID = _streamID;
@synthesize publish = _publish;
@synthesize requirePrivilege = _requirePrivilege;
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
    _userID = [T04String(body->user_id) copy];
    _nonce = body->nonce;
    _ctime = body->ctime;
    _expire = body->expire;
    _payload = [T04String(body->payload) copy];
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

- (NSDate *)createdAt
{
    return T04Date(_ctime);
}

- (NSDate *)expiresAt
{
    return T04Date(_expire);
}

- (NSDictionary *)JSONObject
{
    NSMutableDictionary *object = [NSMutableDictionary dictionary];

    [object setObject:[NSNumber numberWithUnsignedInt:_appID] forKey:@"app_id"];
    [object setObject:_userID forKey:@"user_id"];
    [object setObject:[NSNumber numberWithLongLong:_nonce] forKey:@"nonce"];
    [object setObject:[NSNumber numberWithLongLong:_ctime] forKey:@"ctime"];
    [object setObject:[NSNumber numberWithLongLong:_expire] forKey:@"expire"];
    [object setObject:_payload forKey:@"payload"];
    if (_privilege != nil)
        [object setObject:[_privilege JSONObject] forKey:@"privilege"];
    return object;
}

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
    token04_error details = T04_ERROR_INIT;
    token04_verifier_options options = TOKEN04_VERIFIER_OPTIONS_INIT;
    T04Duration accepted = T04DurationOf(leeway);
    token04_status status;

    self = [super init];
    if (self == nil)
        return nil;
    options.previous_secret = (token04_text){T04_TEXT(previous)};
    options.leeway = accepted.seconds;
    options.leeway_nanoseconds = accepted.nanoseconds;
    status = token04_verifier_new(appID, T04_TEXT(key), &options, &_verifier, &details);
    // The leeway is the last that the library checks.
    if (status == TOKEN04_OK && !accepted.exact)
        status = T04RefusedDuration(TOKEN04_ARGUMENT_LEEWAY, leeway, &details);
    if (T04Succeeded(status, &details, error))
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
    int64_t now = [login now] != nil ? T04UnixSeconds([login now]) : 0;
    token04_login expected = {
        sizeof expected,
        {T04_TEXT(user)},
        {T04_TEXT(room)},
        {T04_TEXT(stream)},
        [login now] != nil ? &now : NULL,
        [login publish] ? 1 : 0,
        [login requirePrivilege] ? 1 : 0,
    };
    token04_claims *claims = NULL;
    token04_error details = T04_ERROR_INIT;
    T04Claims *result = nil;

    if (T04Succeeded(token04_verifier_verify(_verifier, T04_TEXT(text), &expected, &claims, &details), &details, error))
        result = T04_AUTORELEASE([[T04Claims alloc] initWithReadClaims:claims]);
    token04_claims_free(claims);
    return result;
}

@end
