// The issuer: makes tokens for one app.
#import "T04Bridge.h"

#include <stdlib.h>

@interface T04Issuer ()

- (NSString *)tokenForUserID:(NSString *)userID
                         ttl:(NSTimeInterval)ttl
                     payload:(NSData *)payload
                   privilege:(const token04_privilege *)privilege
                       error:(NSError **)error;

@end

@implementation T04Issuer

- (instancetype)initWithAppID:(long long)appID secret:(NSString *)secret error:(NSError **)error
{
    return [self initWithAppID:appID secret:secret mode:T04ModeCBC profile:T04ProfileNone error:error];
}

- (instancetype)initWithAppID:(long long)appID
                       secret:(NSString *)secret
                         mode:(T04Mode)mode
                      profile:(T04Profile)profile
                        error:(NSError **)error
{
    NSData *key = T04UTF8(secret);
    token04_error details;
    int32_t status;

    self = [super init];
    if (self == nil)
        return nil;
    status = token04_issuer_new(appID, T04_TEXT(key), (int32_t)mode, (int32_t)profile, &_issuer, &details);
    if (T04Succeeded(status, &details, error))
        return self;
    T04_RELEASE(self);
    return nil;
}

- (void)dealloc
{
    token04_issuer_free(_issuer);
#if !__has_feature(objc_arc)
    [super dealloc];
#endif
}

- (NSString *)issueForUserID:(NSString *)userID ttl:(NSTimeInterval)ttl error:(NSError **)error
{
    return [self issueForUserID:userID ttl:ttl payload:nil error:error];
}

- (NSString *)issueForUserID:(NSString *)userID
                         ttl:(NSTimeInterval)ttl
                     payload:(NSString *)payload
                       error:(NSError **)error
{
    return [self tokenForUserID:userID ttl:ttl payload:T04UTF8(payload) privilege:NULL error:error];
}

- (NSString *)issueForUserID:(NSString *)userID
                         ttl:(NSTimeInterval)ttl
                   privilege:(T04RoomPrivilege *)privilege
                       error:(NSError **)error
{
    T04LentPrivilege *lent = [[T04LentPrivilege alloc] initWithPrivilege:privilege];
    NSString *token = [self tokenForUserID:userID ttl:ttl payload:nil privilege:[lent privilege] error:error];

    T04_RELEASE(lent);
    return token;
}

// Makes a token with a privilege, or without one with a payload; by way of the stack where it fits.
- (NSString *)tokenForUserID:(NSString *)userID
                         ttl:(NSTimeInterval)ttl
                     payload:(NSData *)payload
                   privilege:(const token04_privilege *)privilege
                       error:(NSError **)error
{
    NSData *user = T04UTF8(userID);
    char small[1024], *buffer = small;
    size_t capacity = sizeof small, length = 0;
    int64_t seconds = T04Seconds(ttl);
    token04_error details;
    NSString *token = nil;
    int32_t status;

    for (;;) {
        status = privilege != NULL
            ? token04_issuer_issue_room(_issuer, T04_TEXT(user), seconds, privilege, buffer, capacity, &length, &details)
            : token04_issuer_issue(_issuer, T04_TEXT(user), seconds, T04_TEXT(payload), buffer, capacity, &length,
                                   &details);
        if (status != TOKEN04_BUFFER_TOO_SMALL || buffer != small)
            break;
        capacity = length + 1;
        buffer = malloc(capacity);
        if (buffer == NULL)
            break;
    }
    if (T04SucceededFor(ttl, @"ttl", T04ErrorInvalidTTL, status, &details, error))
        token = T04String(buffer, length);
    if (buffer != small)
        free(buffer);
    return token;
}

- (NSString *)kitTokenForUserID:(NSString *)userID
                            ttl:(NSTimeInterval)ttl
                         roomID:(NSString *)roomID
                       userName:(NSString *)userName
                        payload:(NSString *)payload
                          error:(NSError **)error
{
    NSData *user = T04UTF8(userID), *room = T04UTF8(roomID != nil ? roomID : @"");
    NSData *name = T04UTF8(userName), *content = T04UTF8(payload);
    char *string = NULL;
    size_t length = 0;
    token04_error details;
    NSString *token = nil;
    int32_t status = token04_kit_issue(_issuer, T04_TEXT(user), T04Seconds(ttl), T04_TEXT(room), T04_TEXT(name),
                                       T04_TEXT(content), &string, &length, &details);

    if (T04SucceededFor(ttl, @"ttl", T04ErrorInvalidTTL, status, &details, error))
        token = T04String(string, length);
    token04_string_free(string);
    return token;
}

@end
