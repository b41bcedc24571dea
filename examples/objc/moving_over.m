// Code written for ZEGO's own class: it is unchanged and linked with token04.
#import <Foundation/Foundation.h>

#import "ZegoToken.h"

int main(void)
{
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSDictionary *environment = [[NSProcessInfo processInfo] environment];
    NSString *payload = @"{\"room_id\":\"room1\",\"privilege\":{\"1\":1,\"2\":1},\"stream_id_list\":null}";
    NSArray *users = [NSArray arrayWithObjects:@"user1", @"", nil];
    NSUInteger i;

    for (i = 0; i < [users count]; i++) {
        ZegoToken04Result *result =
            [ZegoToken GenerateToken04:(unsigned int)[[environment objectForKey:@"ZEGO_APP_ID"] longLongValue]
                                userID:[users objectAtIndex:i]
                                secret:[environment objectForKey:@"ZEGO_SERVER_SECRET"]
                effectiveTimeInSeconds:3600
                               payload:payload];
        if (result.errorInfo.errorCode == success)
            printf("%s\n", [result.token UTF8String]);
        else
            printf("%lu %s\n", (unsigned long)result.errorInfo.errorCode, [result.errorInfo.errorMessage UTF8String]);
    }
    [pool drain];
    return 0;
}
