// The classes as Objective-C programs use them: nil and errors, durations, texts that are no text, and memory.
#import "check.h"

#include <math.h>

// What a program passes by mistake where nil is not allowed: by a variable, which no compiler complains of.
static NSString *nothing = nil;

static T04Issuer *issuer;
static T04Verifier *verifier;

// Half of a surrogate pair, which is no Unicode.
static NSString *T04LoneSurrogate(void)
{
    NSMutableString *text = [NSMutableString string];

    [text appendFormat:@"%C", (unichar)0xd800];
    return text;
}

static void T04Objects(void)
{
    long long appIDs[] = {0, -1, 4294967296, LLONG_MIN, LLONG_MAX};
    NSError *error = nil;
    unsigned i;

    for (i = 0; i < sizeof appIDs / sizeof *appIDs; i++) {
        error = nil;
        CHECK_CODE(@"issuer", 1, [[T04Issuer alloc] initWithAppID:appIDs[i] secret:secret error:&error], error);
        error = nil;
        CHECK_CODE(@"verifier", 1, [[T04Verifier alloc] initWithAppID:appIDs[i] secret:secret error:&error], error);
    }
    error = nil;
    CHECK_CODE(@"short", 5, [[T04Issuer alloc] initWithAppID:1 secret:@"short" error:&error], error);
    error = nil;
    CHECK_CODE(@"nil", 901, [[T04Issuer alloc] initWithAppID:1 secret:nothing error:&error], error);
    error = nil;
    CHECK_CODE(@"mode", 901,
               [[T04Issuer alloc] initWithAppID:1 secret:secret mode:(T04Mode)7 profile:T04ProfileNone error:&error], error);
    error = nil;
    CHECK_CODE(@"profile", 901,
               [[T04Issuer alloc] initWithAppID:1 secret:secret mode:T04ModeCBC profile:(T04Profile)7 error:&error], error);
    CHECK([[T04Issuer alloc] initWithAppID:1 secret:@"short" error:NULL] == nil);
    error = nil;
    CHECK_CODE(@"leeway", 901,
               [[T04Verifier alloc] initWithAppID:1 secret:secret previousSecret:nil leeway:-1 error:&error], error);
    error = nil;
    CHECK_CODE(@"leeway", 901,
               [[T04Verifier alloc] initWithAppID:1 secret:secret previousSecret:nil leeway:0.5 error:&error], error);
}

static void T04Durations(void)
{
    NSTimeInterval refused[] = {0, -1, 1.5, 0.5, NAN, INFINITY, -INFINITY, 1e300, 9223372036854775807.0};
    NSError *error = nil;
    T04Claims *claims;
    unsigned i;

    for (i = 0; i < sizeof refused / sizeof *refused; i++) {
        error = nil;
        CHECK_CODE(@"ttl", 6, [issuer issueForUserID:@"u" ttl:refused[i] error:&error], error);
        error = nil;
        CHECK_CODE(@"kit ttl", 6,
                   [issuer kitTokenForUserID:@"u" ttl:refused[i] roomID:@"r" userName:nil payload:nil error:&error], error);
    }
    // The user is told first, whatever the duration.
    error = nil;
    CHECK_CODE(@"order", 3, [issuer issueForUserID:@"" ttl:1.5 error:&error], error);
    error = nil;
    CHECK_CODE(@"order", 3, [issuer issueForUserID:@"" ttl:0 error:&error], error);
    error = nil;
    claims = [verifier verify:[issuer issueForUserID:@"u" ttl:3600 error:&error] error:&error];
    CHECK_CODE(@"hour", 0, claims, error);
    CHECK([claims expire] - [claims ctime] == 3600);
}

static void T04Texts(void)
{
    NSString *lone = T04LoneSurrogate(), *withNUL = [NSString stringWithFormat:@"a%Cb", (unichar)0];
    NSString *chinese = [NSString stringWithUTF8String:"\xe7\x94\xa8\xe6\x88\xb7"];
    NSError *error = nil;
    T04RoomPrivilege *room = [T04RoomPrivilege privilegeWithRoomID:lone];
    T04Claims *claims;

    CHECK_CODE(@"lone user", 3, [issuer issueForUserID:lone ttl:60 error:&error], error);
    error = nil;
    CHECK_CODE(@"lone payload", 104, [issuer issueForUserID:@"u" ttl:60 payload:lone error:&error], error);
    error = nil;
    CHECK_CODE(@"lone room", 102, [issuer issueForUserID:@"u" ttl:60 privilege:room error:&error], error);
    error = nil;
    CHECK_CODE(@"lone token", 201, [verifier verify:lone error:&error], error);
    error = nil;
    CHECK_CODE(@"nil user", 901, [issuer issueForUserID:nothing ttl:60 error:&error], error);
    error = nil;
    CHECK_CODE(@"nil room", 102,
               [issuer issueForUserID:@"u" ttl:60 privilege:[T04RoomPrivilege privilegeWithRoomID:nothing] error:&error], error);
    error = nil;
    CHECK_CODE(@"nil kit room", 102,
               [issuer kitTokenForUserID:@"u" ttl:60 roomID:nothing userName:nil payload:nil error:&error], error);
    error = nil;
    CHECK_CODE(@"nil token", 901, [verifier verify:nothing error:&error], error);
    error = nil;
    CHECK_CODE(@"nil header", 901, [T04Header headerOfToken:nothing now:nil error:&error], error);
    error = nil;
    CHECK_CODE(@"nil kit token", 901, [T04KitUser userOfKitToken:nothing error:&error], error);
    error = nil;
    CHECK_CODE(@"empty user", 3, [issuer issueForUserID:@"" ttl:60 error:&error], error);
    error = nil;
    [room setStreams:[NSArray arrayWithObject:[NSNumber numberWithInt:1]]];
    CHECK_CODE(@"a number as stream", 102, [issuer issueForUserID:@"u" ttl:60 privilege:room error:&error], error);
    error = nil;
    claims = [verifier verify:[issuer issueForUserID:withNUL ttl:60 payload:chinese error:&error] error:&error];
    CHECK_CODE(@"NUL", 0, claims, error);
    CHECK([[claims userID] isEqual:withNUL] && [[claims payload] isEqual:chinese]);
}

static void T04Rooms(void)
{
    T04RoomPrivilege *room = [T04RoomPrivilege privilegeWithRoomID:@"room1"];
    T04Login *login = [[[T04Login alloc] init] autorelease];
    NSMutableArray *many = [NSMutableArray array];
    NSError *error = nil;
    NSString *token;
    T04Claims *claims;
    int i;

    [room setPublish:YES];
    [room setStreams:[NSArray arrayWithObjects:@"s1", @"s2", nil]];
    token = [issuer issueForUserID:@"user1" ttl:60 privilege:room error:&error];
    CHECK_CODE(@"room", 0, token, error);
    [login setUserID:@"user1"];
    [login setRoomID:@"room1"];
    [login setStreamID:@"s2"];
    [login setPublish:YES];
    claims = [verifier verify:token login:login error:&error];
    CHECK_CODE(@"verified", 0, claims, error);
    CHECK([[[claims privilege] roomID] isEqual:@"room1"] && [[[claims privilege] streams] count] == 2);
    CHECK([[[claims privilege] login] boolValue] && [[[claims privilege] publish] boolValue]);
    [login setStreamID:@"s3"];
    CHECK_CODE(@"stream", 208, [verifier verify:token login:login error:&error], error);
    error = nil;
    [login setUserID:@"user2"];
    CHECK_CODE(@"user", 206, [verifier verify:token login:login error:&error], error);
    error = nil;
    [login setNow:[claims expiresAt]];
    CHECK_CODE(@"expired", 204, [verifier verify:token login:login error:&error], error);
    error = nil;
    // Longer than the stack's buffer.
    for (i = 0; i < 500; i++)
        [many addObject:@"stream"];
    [room setStreams:many];
    claims = [verifier verify:[issuer issueForUserID:@"user1" ttl:60 privilege:room error:&error] error:&error];
    CHECK_CODE(@"many", 0, claims, error);
    CHECK([[[claims privilege] streams] count] == 500);
}

static void T04Kits(void)
{
    NSError *error = nil;
    NSString *kitToken = [issuer kitTokenForUserID:@"user1" ttl:60 roomID:@"room1" userName:nil payload:nil error:&error];
    T04KitUser *user = [T04KitUser userOfKitToken:kitToken error:&error];

    CHECK_CODE(@"kit", 0, user, error);
    CHECK([[user userName] isEqual:@"user1"] && [[user roomID] isEqual:@"room1"] && [user appID] == appID);
    CHECK([[user kitTokenWithToken:[user token] error:&error] isEqual:kitToken]);
    CHECK_CODE(@"verified", 0, [verifier verify:kitToken error:&error], error);
    CHECK_CODE(@"twice", 201, [user kitTokenWithToken:kitToken error:&error], error);
}

// Wrong secrets are never shown.
static void T04Secrets(void)
{
    NSString *wrong = @"this secret is 31 bytes long...";
    NSError *error = nil;

    CHECK_CODE(@"31", 5, [[T04Issuer alloc] initWithAppID:1 secret:wrong error:&error], error);
    CHECK([[error description] rangeOfString:wrong].length == 0);
    CHECK([[issuer description] rangeOfString:secret].length == 0);
    CHECK([[verifier description] rangeOfString:secret].length == 0);
}

int main(void)
{
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSError *error = nil;

    issuer = [[T04Issuer alloc] initWithAppID:appID secret:secret error:&error];
    verifier = [[T04Verifier alloc] initWithAppID:appID secret:secret error:&error];
    CHECK(issuer != nil && verifier != nil && error == nil);
    T04Objects();
    T04Durations();
    T04Texts();
    T04Rooms();
    T04Kits();
    T04Secrets();
    [verifier release];
    [issuer release];
    [pool drain];
    return T04Checked();
}
