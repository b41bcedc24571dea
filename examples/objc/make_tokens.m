// What an app's server does with tokens: issue them, verify them, and report what is wrong.
//
//     make TOKEN04=/path/to/dist/objc
//     ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef ./make_tokens
#import <Foundation/Foundation.h>

#import "T04.h"

static void print(NSString *label, NSString *text)
{
    printf("%s %s\n", [label UTF8String], [text UTF8String]);
}

static BOOL run(long long appID, NSString *secret, NSError **error)
{
    // Made once, when the server starts, and shared by all threads.
    T04Issuer *issuer = [[T04Issuer alloc] initWithAppID:appID secret:secret error:error];
    T04Verifier *verifier = [[T04Verifier alloc] initWithAppID:appID secret:secret error:error];
    T04RoomPrivilege *room = [T04RoomPrivilege privilegeWithRoomID:@"room1"];
    T04Login *login = [[T04Login alloc] init];
    NSTimeInterval day = 24 * 3600;
    // Your own login has authenticated the user before.
    NSString *userID = @"user1", *token;
    T04Claims *claims;

    if (issuer == nil || verifier == nil)
        return NO;

    token = [issuer issueForUserID:userID ttl:day error:error];
    if (token == nil)
        return NO;
    print(@"for any room:  ", token);

    [room setPublish:YES];
    [room setStreams:[NSArray arrayWithObject:@"camera1"]];
    token = [issuer issueForUserID:userID ttl:day privilege:room error:error];
    if (token == nil)
        return NO;
    print(@"for room1 only:", token);

    [login setUserID:userID];
    [login setRoomID:@"room1"];
    // Who guards a room must require a privilege: an identity token allows any room and any right.
    [login setRequirePrivilege:YES];
    claims = [verifier verify:token login:login error:error];
    if (claims == nil)
        return NO;
    print(@"it is for:     ", [claims userID]);
    print(@"and its room:  ", [[claims privilege] roomID]);

    // Each failure has a code and a message.
    [login setUserID:@"user2"];
    if ([verifier verify:token login:login error:error] == nil)
        print(@"for user2:     ", [*error localizedDescription]);
    return YES;
}

int main(void)
{
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSDictionary *environment = [[NSProcessInfo processInfo] environment];
    NSError *error = nil;
    int status = 0;

    if (!run([[environment objectForKey:@"ZEGO_APP_ID"] longLongValue],
             [environment objectForKey:@"ZEGO_SERVER_SECRET"], &error)) {
        fprintf(stderr, "error %ld: %s\n", (long)[error code], [[error localizedDescription] UTF8String]);
        status = 1;
    }
    [pool drain];
    return status;
}
