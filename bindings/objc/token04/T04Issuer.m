// The issuer: makes tokens for one app.
#import "T04Bridge.h"

#include <stdlib.h>

// The ttl and the time of issue in the form of the C ABI. options points to itself: it is filled in where it stays.
typedef struct {
    T04Duration ttl;
    int64_t now;
    token04_issue_options options;
} T04Times;

static const token04_issue_options *T04FillTimes(T04Times *times, NSTimeInterval ttl, NSDate *now)
{
    const token04_issue_options none = TOKEN04_ISSUE_OPTIONS_INIT;

    times->ttl = T04DurationOf(ttl);
    times->options = none;
    times->options.ttl_nanoseconds = times->ttl.nanoseconds;
    if (now != nil) {
        times->now = T04UnixSeconds(now);
        times->options.now = &times->now;
    }
    return &times->options;
}

@interface T04Issuer ()

- (NSString *)tokenForUserID:(NSString *)userID
                         ttl:(NSTimeInterval)ttl
                     payload:(NSData *)payload
                   privilege:(const token04_privilege *)privilege
                         now:(NSDate *)now
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
    token04_error details = T04_ERROR_INIT;
    token04_status status;

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
    return [self issueForUserID:userID ttl:ttl payload:nil now:nil error:error];
}

- (NSString *)issueForUserID:(NSString *)userID
                         ttl:(NSTimeInterval)ttl
                     payload:(NSString *)payload
                       error:(NSError **)error
{
    return [self issueForUserID:userID ttl:ttl payload:payload now:nil error:error];
}

- (NSString *)issueForUserID:(NSString *)userID
                         ttl:(NSTimeInterval)ttl
                     payload:(NSString *)payload
                         now:(NSDate *)now
                       error:(NSError **)error
{
    return [self tokenForUserID:userID ttl:ttl payload:T04UTF8(payload) privilege:NULL now:now error:error];
}

- (NSString *)issueForUserID:(NSString *)userID
                         ttl:(NSTimeInterval)ttl
                   privilege:(T04RoomPrivilege *)privilege
                       error:(NSError **)error
{
    return [self issueForUserID:userID ttl:ttl privilege:privilege now:nil error:error];
}

- (NSString *)issueForUserID:(NSString *)userID
                         ttl:(NSTimeInterval)ttl
                   privilege:(T04RoomPrivilege *)privilege
                         now:(NSDate *)now
                       error:(NSError **)error
{
    T04LentPrivilege *lent = [[T04LentPrivilege alloc] initWithPrivilege:privilege];
    NSString *token = [self tokenForUserID:userID ttl:ttl payload:nil privilege:[lent privilege] now:now error:error];

    T04_RELEASE(lent);
    return token;
}

// Makes a token with a privilege, or without one with a payload; on the stack if it fits.
- (NSString *)tokenForUserID:(NSString *)userID
                         ttl:(NSTimeInterval)ttl
                     payload:(NSData *)payload
                   privilege:(const token04_privilege *)privilege
                         now:(NSDate *)now
                       error:(NSError **)error
{
    NSData *user = T04UTF8(userID);
    char small[1024], *buffer = small;
    size_t capacity = sizeof small, length = 0;
    T04Times times;
    const token04_issue_options *options = T04FillTimes(&times, ttl, now);
    int64_t seconds = times.ttl.seconds;
    token04_error details = T04_ERROR_INIT;
    NSString *token = nil;
    token04_status status;

    for (;;) {
        status = privilege != NULL
            ? token04_issuer_issue_room(_issuer, T04_TEXT(user), seconds, privilege, options, buffer, capacity, &length,
                                        &details)
            : token04_issuer_issue(_issuer, T04_TEXT(user), seconds, T04_TEXT(payload), options, buffer, capacity,
                                   &length, &details);
        if (status != TOKEN04_BUFFER_TOO_SMALL || buffer != small)
            break;
        capacity = length + 1;
        buffer = malloc(capacity);
        if (buffer == NULL)
            break;
    }
    if (T04Succeeded(T04StatusForTTL(status, ttl, &details), &details, error))
        token = T04String((token04_text){buffer, length});
    if (buffer != small)
        free(buffer);
    return token;
}

- (NSArray *)issueForUserIDs:(NSArray *)userIDs
                         ttl:(NSTimeInterval)ttl
                     payload:(NSString *)payload
                         now:(NSDate *)now
                       error:(NSError **)error
{
    NSUInteger i, count = [userIDs count];
    NSMutableArray *users = [NSMutableArray array];
    NSMutableData *lent = [NSMutableData dataWithLength:(count + 1) * sizeof(token04_text)];
    token04_text *texts = [lent mutableBytes];
    NSData *content = T04UTF8(payload);
    T04Times times;
    const token04_issue_options *options = T04FillTimes(&times, ttl, now);
    token04_tokens *made = NULL;
    token04_error details = T04_ERROR_INIT;
    NSArray *tokens = nil;
    size_t failed = count;
    token04_status status;

    for (i = 0; i < count; i++) {
        id userID = [userIDs objectAtIndex:i];
        // Anything but a string is refused as nil is.
        NSData *user = [userID isKindOfClass:[NSString class]] ? T04UTF8(userID) : nil;

        if (user == nil)
            continue;
        [users addObject:user];
        texts[i].data = T04_BYTES(user);
        texts[i].length = [user length];
    }
    status = token04_issuer_issue_many(_issuer, userIDs != nil ? texts : NULL, count, times.ttl.seconds,
                                       T04_TEXT(content), options, &made, &failed, &details);
    if (T04SucceededForMany(T04StatusForTTL(status, ttl, &details), &details, failed, count, error))
        tokens = T04Strings(made->tokens, made->count);
    token04_tokens_free(made);
    return tokens;
}

- (NSString *)kitTokenForUserID:(NSString *)userID
                            ttl:(NSTimeInterval)ttl
                         roomID:(NSString *)roomID
                       userName:(NSString *)userName
                        payload:(NSString *)payload
                          error:(NSError **)error
{
    return [self kitTokenForUserID:userID ttl:ttl roomID:roomID userName:userName payload:payload now:nil error:error];
}

- (NSString *)kitTokenForUserID:(NSString *)userID
                            ttl:(NSTimeInterval)ttl
                         roomID:(NSString *)roomID
                       userName:(NSString *)userName
                        payload:(NSString *)payload
                            now:(NSDate *)now
                          error:(NSError **)error
{
    NSData *user = T04UTF8(userID), *room = T04UTF8(roomID), *name = T04UTF8(userName), *content = T04UTF8(payload);
    T04Times times;
    const token04_issue_options *options = T04FillTimes(&times, ttl, now);
    char *string = NULL;
    size_t length = 0;
    token04_error details = T04_ERROR_INIT;
    NSString *token = nil;
    token04_status status = token04_kit_issue(_issuer, T04_TEXT(user), times.ttl.seconds, T04_TEXT(room), T04_TEXT(name),
                                              T04_TEXT(content), options, &string, &length, &details);

    if (T04Succeeded(T04StatusForTTL(status, ttl, &details), &details, error))
        token = T04String((token04_text){string, length});
    token04_string_free(string);
    return token;
}

@end
