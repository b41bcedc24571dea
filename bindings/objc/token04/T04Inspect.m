// What can be read of a token without the secret.
#import "T04Bridge.h"
#import "T04Inspect.h"

@interface T04Header ()

- (instancetype)initWithReadHeader:(const token04_header *)read;

@end

@interface T04KitUser ()

- (instancetype)initWithReadUser:(const token04_kit_user *)read;

@end

static NSString *const modeNames[] = {
    // begin mode names (written by scripts/vocabulary.py)
    [0] = @"cbc",
    [1] = @"gcm",
    // end mode names
};

@implementation T04Header

@synthesize version = _version;
@synthesize mode = _mode;
@synthesize expire = _expire;
@synthesize expired = _expired;
@synthesize ivBytes = _ivBytes;
@synthesize ciphertextBytes = _ciphertextBytes;

+ (instancetype)headerOfToken:(NSString *)token now:(NSDate *)now error:(NSError **)error
{
    NSData *text = T04UTF8(token);
    token04_header read = TOKEN04_HEADER_INIT;
    int64_t seconds = now != nil ? T04UnixSeconds(now) : 0;
    token04_error details = T04_ERROR_INIT;
    token04_status status = token04_inspect(T04_TEXT(text), now != nil ? &seconds : NULL, &read, &details);

    if (!T04Succeeded(status, &details, error))
        return nil;
    return T04_AUTORELEASE([[self alloc] initWithReadHeader:&read]);
}

- (instancetype)initWithReadHeader:(const token04_header *)read
{
    self = [super init];
    if (self == nil)
        return nil;
    _version = [[NSString alloc] initWithUTF8String:read->version];
    _mode = (T04Mode)read->mode;
    _expire = read->expires_at;
    _expired = read->expired != 0;
    _ivBytes = read->iv_bytes;
    _ciphertextBytes = read->ciphertext_bytes;
    return self;
}

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_version release];
    [super dealloc];
}
#endif

- (NSDate *)expiresAt
{
    return T04Date(_expire);
}

- (NSDictionary *)JSONObject
{
    NSMutableDictionary *object = [NSMutableDictionary dictionary];

    [object setObject:_version forKey:@"version"];
    [object setObject:T04_NAME(modeNames, _mode) forKey:@"mode"];
    [object setObject:[NSNumber numberWithLongLong:_expire] forKey:@"expires_at"];
    [object setObject:[NSNumber numberWithBool:_expired] forKey:@"expired"];
    [object setObject:[NSNumber numberWithUnsignedLong:_ivBytes] forKey:@"iv_bytes"];
    [object setObject:[NSNumber numberWithUnsignedLong:_ciphertextBytes] forKey:@"ciphertext_bytes"];
    return object;
}

@end

@implementation T04KitUser

@synthesize appID = _appID;
@synthesize userID = _userID;
@synthesize roomID = _roomID;
@synthesize userName = _userName;
@synthesize token = _token;

- (instancetype)initWithAppID:(long long)appID
                       userID:(NSString *)userID
                       roomID:(NSString *)roomID
                     userName:(NSString *)userName
{
    self = [super init];
    if (self == nil)
        return nil;
    _appID = appID;
    _userID = [userID copy];
    _roomID = [roomID copy];
    _userName = [(userName != nil ? userName : userID) copy];
    return self;
}

- (instancetype)initWithReadUser:(const token04_kit_user *)read
{
    self = [self initWithAppID:read->app_id
                        userID:T04String(read->user_id)
                        roomID:T04String(read->room_id)
                      userName:T04String(read->user_name)];
    if (self != nil)
        _token = [T04String(read->token) copy];
    return self;
}

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_userID release];
    [_roomID release];
    [_userName release];
    [_token release];
    [super dealloc];
}
#endif

+ (instancetype)userOfKitToken:(NSString *)kitToken error:(NSError **)error
{
    NSData *text = T04UTF8(kitToken);
    token04_kit_user *read = NULL;
    token04_error details = T04_ERROR_INIT;
    T04KitUser *user = nil;

    if (T04Succeeded(token04_kit_decode(T04_TEXT(text), &read, &details), &details, error))
        user = T04_AUTORELEASE([[self alloc] initWithReadUser:read]);
    token04_kit_user_free(read);
    return user;
}

- (NSString *)kitTokenWithToken:(NSString *)token error:(NSError **)error
{
    NSData *text = T04UTF8(token), *user = T04UTF8(_userID);
    NSData *room = T04UTF8(_roomID), *name = T04UTF8(_userName);
    char *string = NULL;
    size_t length = 0;
    token04_error details = T04_ERROR_INIT;
    NSString *kitToken = nil;

    if (T04Succeeded(token04_kit_encode(T04_TEXT(text), _appID, T04_TEXT(user), T04_TEXT(room), T04_TEXT(name), &string,
                                        &length, &details),
                     &details, error))
        kitToken = T04String((token04_text){string, length});
    token04_string_free(string);
    return kitToken;
}

@end
