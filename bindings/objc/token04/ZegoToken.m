// The official class ZegoToken over token04. It needs none of the other sources.
#import "ZegoToken.h"

#include "token04.h"

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

#include <stdlib.h>

@implementation ErrorInfo

@synthesize errorCode = _errorCode;
@synthesize errorMessage = _errorMessage;

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_errorMessage release];
    [super dealloc];
}
#endif

@end

@implementation ZegoToken04Result

@synthesize token = _token;
@synthesize errorInfo = _errorInfo;

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_token release];
    [_errorInfo release];
    [super dealloc];
}
#endif

@end

@implementation ZegoToken

// The text in UTF-8. Text that is not Unicode becomes bytes that are not UTF-8, which the library refuses; nil is nil,
// which the library reads as the empty text.
static NSData *ZegoTokenUTF8(NSString *string)
{
    NSData *data = [string dataUsingEncoding:NSUTF8StringEncoding allowLossyConversion:NO];

    return data == nil && string != nil ? [NSData dataWithBytes:"\xff" length:1] : data;
}

static NSString *ZegoTokenMessage(token04_status status, const token04_error *details)
{
    switch (status) {
    case success:
        return @"success";
    case appIDInvalid:
        return @"appID invalid";
    case userIDInvalid:
        return @"userID invalid";
    case secretInvalid:
        return @"secret must be a 32 byte string";
    case effectiveTimeInSecondsInvalid:
        return @"effectiveTimeInSeconds invalid";
    default:
        return [NSString stringWithUTF8String:details->message];
    }
}

+ (ZegoToken04Result *)GenerateToken04:(unsigned int)appid
                                userID:(NSString *)userID
                                secret:(NSString *)secret
                effectiveTimeInSeconds:(long long)effectiveTimeInSeconds
                               payload:(NSString *)payload
{
    NSData *user = ZegoTokenUTF8(userID), *key = ZegoTokenUTF8(secret), *content = ZegoTokenUTF8(payload);
    char small[1024], *buffer = small;
    size_t capacity = token04_token_capacity([user length], [content length]), length = 0;
    ZegoToken04Result *result = [[ZegoToken04Result alloc] init];
    ErrorInfo *info = [[ErrorInfo alloc] init];
    token04_error details = {sizeof details, TOKEN04_WORDING_INITIALISM, TOKEN04_OK, {0}};
    token04_status status;
    NSString *token;

    // Without memory for a large one the small buffer stays, and the library says that it is too small.
    if (capacity > sizeof small && (buffer = malloc(capacity)) == NULL)
        buffer = small;
    status = token04_generate(appid, [user bytes], [user length], [key bytes], [key length], effectiveTimeInSeconds,
                              [content bytes], [content length], buffer, buffer == small ? sizeof small : capacity,
                              &length, &details);
    token = [[NSString alloc] initWithBytes:buffer length:status == TOKEN04_OK ? length : 0 encoding:NSASCIIStringEncoding];
    if (buffer != small)
        free(buffer);
    info.errorCode = (ZegoErrorCode)status;
    info.errorMessage = ZegoTokenMessage(status, &details);
    result.token = token;
    result.errorInfo = info;
#if __has_feature(objc_arc)
    return result;
#else
    [token release];
    [info release];
    return [result autorelease];
#endif
}

@end
