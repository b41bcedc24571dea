// A program of the kind that was written for the official class, with every name of its header: it compiles unchanged,
// and codes and messages come in the official order.
#import <Foundation/Foundation.h>

#include "token04/ZegoToken.h"

static int passed, failed;

static void expect(BOOL condition, const char *what)
{
    if (condition) {
        passed++;
    } else {
        failed++;
        printf("%s\n", what);
    }
}

static void refused(ZegoToken04Result *result, ZegoErrorCode code, NSString *message)
{
    ErrorInfo *info = result.errorInfo;

    expect(info.errorCode == code, [message UTF8String]);
    expect([info.errorMessage isEqualToString:message], [info.errorMessage UTF8String]);
    expect([result.token isEqualToString:@""], "the token of a failed call is empty");
}

static ZegoToken04Result *generate(unsigned int appid, NSString *userID, NSString *secret, long long ttl, NSString *payload)
{
    return [ZegoToken GenerateToken04:appid userID:userID secret:secret effectiveTimeInSeconds:ttl payload:payload];
}

int main(void)
{
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSString *serverKey = @"12345678900987654321123456789012";
    NSString *userID = @"demo_id_name";
    long long appid = 1;
    long long expireTime = 36000;
    NSMutableString *lone = [NSMutableString string];
    ZegoToken04Result *tokenResult = [ZegoToken GenerateToken04:appid
                                                         userID:userID
                                                         secret:serverKey
                                         effectiveTimeInSeconds:expireTime
                                                        payload:nil];

    expect(tokenResult.errorInfo.errorCode == 0 && tokenResult.errorInfo.errorCode == success, "success");
    expect([tokenResult.errorInfo.errorMessage isEqualToString:@"success"], "its message");
    expect([tokenResult.token hasPrefix:@"04"] && [tokenResult.token length] > 100, "a token");

    refused(generate(0, @"", @"", 0, nil), appIDInvalid, @"appID invalid");
    refused(generate(1, @"", @"", 0, nil), userIDInvalid, @"userID invalid");
    refused(generate(1, nil, @"", 0, nil), userIDInvalid, @"userID invalid");
    refused(generate(1, @"u", @"", 0, nil), secretInvalid, @"secret must be a 32 byte string");
    refused(generate(1, @"u", nil, 0, nil), secretInvalid, @"secret must be a 32 byte string");
    refused(generate(1, @"u", serverKey, 0, nil), effectiveTimeInSecondsInvalid, @"effectiveTimeInSeconds invalid");
    refused(generate(1, @"u", serverKey, -1, nil), effectiveTimeInSecondsInvalid, @"effectiveTimeInSeconds invalid");
    [lone appendFormat:@"%C", (unichar)0xd800];
    refused(generate(1, lone, serverKey, 1, nil), userIDInvalid, @"userID invalid");
    refused(generate(1, @"u", serverKey, 1, lone), payloadInvalid, @"payload must be valid Unicode text");
    expect(generate(1, @"u", serverKey, 1, [@"" stringByPaddingToLength:66000 withString:@"x" startingAtIndex:0])
                   .errorInfo.errorCode == tokenTooLong, "too long");
    [pool drain];
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
