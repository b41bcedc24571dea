// The classes as Objective-C programs use them: nil and errors, durations and times, invalid texts, JSON, and memory.
#import "check.h"

#include <math.h>

// What a program passes by mistake where nil is not allowed: by a variable, which no compiler complains of.
static NSString *nothing = nil;

static T04Issuer *issuer;
static T04Verifier *verifier;

// Half of a surrogate pair, which is not Unicode.
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
    // The user id is checked first, whatever the duration.
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

// Without requirePrivilege an identity token passes for any room; with it, it does not.
static void T04Identities(void)
{
    NSError *error = nil;
    T04Login *login = [[[T04Login alloc] init] autorelease];
    NSString *token = [issuer issueForUserID:@"user1" ttl:60 error:&error];

    [login setRoomID:@"room1"];
    [login setPublish:YES];
    CHECK_CODE(@"any room", 0, [verifier verify:token login:login error:&error], error);
    [login setRequirePrivilege:YES];
    CHECK_CODE(@"required", 208, [verifier verify:token login:login error:&error], error);
}

static void T04TimesOfIssue(void)
{
    // A fraction of a second is not rounded up.
    NSDate *now = [NSDate dateWithTimeIntervalSince1970:1700000000.999];
    NSDate *milliseconds = [NSDate dateWithTimeIntervalSince1970:1700000000000.0];
    T04RoomPrivilege *room = [T04RoomPrivilege privilegeWithRoomID:@"room1"];
    T04Login *login = [[[T04Login alloc] init] autorelease];
    NSError *error = nil;
    NSString *tokens[] = {
        [issuer issueForUserID:@"u" ttl:60 payload:nil now:now error:&error],
        [issuer issueForUserID:@"u" ttl:60 privilege:room now:now error:&error],
        [issuer kitTokenForUserID:@"u" ttl:60 roomID:@"r" userName:nil payload:nil now:now error:&error],
    };
    unsigned i;

    [login setNow:now];
    for (i = 0; i < sizeof tokens / sizeof *tokens; i++) {
        T04Claims *claims = [verifier verify:tokens[i] login:login error:&error];

        CHECK_CODE(@"now", 0, claims, error);
        CHECK([[claims createdAt] timeIntervalSince1970] == 1700000000);
        CHECK([[claims expiresAt] timeIntervalSince1970] == 1700000060);
        CHECK([[T04Header headerOfToken:tokens[i] now:nil error:&error] isExpired]);
    }
    CHECK_CODE(@"milliseconds", 901, [issuer issueForUserID:@"u" ttl:60 payload:nil now:milliseconds error:&error], error);
    CHECK([[error localizedDescription] rangeOfString:@"milliseconds"].length > 0);
    error = nil;
    CHECK_CODE(@"before 1970", 901,
               [issuer issueForUserID:@"u" ttl:60 payload:nil now:[NSDate dateWithTimeIntervalSince1970:-1] error:&error],
               error);
    [login setNow:[NSDate dateWithTimeIntervalSince1970:1e300]];
    error = nil;
    CHECK_CODE(@"beyond 64 bits", 204, [verifier verify:tokens[0] login:login error:&error], error);
}

static void T04Many(void)
{
    NSArray *users = [NSArray arrayWithObjects:@"user1", @"user2", @"user3", nil];
    NSError *error = nil;
    NSArray *tokens = [issuer issueForUserIDs:users ttl:60 payload:nil now:nil error:&error];
    NSUInteger i;

    CHECK_CODE(@"many", 0, tokens, error);
    CHECK([tokens count] == 3);
    for (i = 0; i < [tokens count]; i++)
        CHECK([[[verifier verify:[tokens objectAtIndex:i] error:&error] userID] isEqual:[users objectAtIndex:i]]);
    CHECK([[issuer issueForUserIDs:[NSArray array] ttl:60 payload:nil now:nil error:&error] count] == 0 && error == nil);

    users = [NSArray arrayWithObjects:@"user1", @"", nil];
    CHECK_CODE(@"an empty user", 3, [issuer issueForUserIDs:users ttl:60 payload:nil now:nil error:&error], error);
    CHECK([[[error userInfo] objectForKey:T04UserIndexErrorKey] isEqual:[NSNumber numberWithInt:1]]);
    error = nil;
    users = [NSArray arrayWithObjects:@"user1", @"user2", [NSNull null], nil];
    CHECK_CODE(@"not a string", 901, [issuer issueForUserIDs:users ttl:60 payload:nil now:nil error:&error], error);
    CHECK([[[error userInfo] objectForKey:T04UserIndexErrorKey] isEqual:[NSNumber numberWithInt:2]]);
    error = nil;
    CHECK_CODE(@"ttl of many", 6,
               [issuer issueForUserIDs:[NSArray arrayWithObject:@"u"] ttl:1.5 payload:nil now:nil error:&error], error);
    CHECK([[error userInfo] objectForKey:T04UserIndexErrorKey] == nil);
}

// The messages are the library's, in the words of Objective-C.
static void T04Messages(void)
{
    NSError *error = nil;

    CHECK([issuer issueForUserID:nothing ttl:60 error:&error] == nil);
    CHECK([[error localizedDescription] isEqual:@"userID must be a string, not nil"]);
    CHECK([issuer issueForUserID:@"u" ttl:1.5 error:&error] == nil);
    CHECK([[error localizedDescription] isEqual:@"ttl must be whole seconds, at least 1, got 1.5"]);
    CHECK([issuer issueForUserID:@"u" ttl:INFINITY error:&error] == nil);
    CHECK([[error localizedDescription] isEqual:@"ttl must be whole seconds, at least 1, got inf"]);
    CHECK([[T04Verifier alloc] initWithAppID:1 secret:secret previousSecret:nil leeway:INFINITY error:&error] == nil);
    CHECK([[error localizedDescription] isEqual:@"leeway must be whole seconds, at least 0, got inf"]);
    CHECK([issuer kitTokenForUserID:@"u" ttl:60 roomID:nothing userName:nil payload:nil error:&error] == nil);
    CHECK([[error localizedDescription] isEqual:@"roomID must be a string, not nil"]);
}

static void T04Explanations(void)
{
    NSError *error = nil;
    T04Explanation *known = [T04Explanation explanationOfCode:1002033 language:T04LanguageEN error:&error];
    T04Explanation *unknown = [T04Explanation explanationOfCode:-1002033 language:T04LanguageZH error:&error];

    CHECK_CODE(@"known", 0, known, error);
    CHECK([known isKnown] && [known code] == 1002033 && [[known meaning] length] > 0 && [[known checks] count] > 0);
    CHECK([[known text] rangeOfString:[known meaning]].length > 0);
    CHECK_CODE(@"unknown", 0, unknown, error);
    CHECK(![unknown isKnown] && [[unknown product] isEqual:@""] && [[unknown nearCodes] count] > 0);
    CHECK_CODE(@"language", 901, [T04Explanation explanationOfCode:1 language:(T04Language)7 error:&error], error);
}

// Through the text, as a server sends it.
static id T04Sent(NSDictionary *object)
{
    NSError *error = nil;
    NSData *text = [NSJSONSerialization dataWithJSONObject:object options:0 error:&error];

    return text != nil ? [NSJSONSerialization JSONObjectWithData:text options:0 error:&error] : nil;
}

static id T04Parsed(const char *json)
{
    return [NSJSONSerialization JSONObjectWithData:[NSData dataWithBytes:json length:strlen(json)] options:0 error:NULL];
}

// The shapes that the program prints with --json.
static void T04JSON(void)
{
    NSDate *now = [NSDate dateWithTimeIntervalSince1970:1700000000];
    T04RoomPrivilege *room = [T04RoomPrivilege privilegeWithRoomID:@"room1"];
    T04Login *login = [[[T04Login alloc] init] autorelease];
    T04Question *question = [[[T04Question alloc] init] autorelease];
    NSError *error = nil;
    NSMutableDictionary *claims;
    NSDictionary *report, *finding;
    NSString *token;

    [room setStreams:[NSArray arrayWithObject:@"s1"]];
    [login setNow:now];
    token = [issuer issueForUserID:@"user<1>" ttl:60 privilege:room now:now error:&error];
    claims = [NSMutableDictionary dictionaryWithDictionary:T04Sent([[verifier verify:token login:login error:&error] JSONObject])];
    CHECK([[claims objectForKey:@"nonce"] isKindOfClass:[NSNumber class]]);
    [claims removeObjectForKey:@"nonce"];
    CHECK([claims isEqual:T04Parsed("{\"app_id\":1234567890,\"user_id\":\"user<1>\",\"ctime\":1700000000,"
        "\"expire\":1700000060,\"payload\":\"{\\\"room_id\\\":\\\"room1\\\",\\\"privilege\\\":{\\\"1\\\":1,"
        "\\\"2\\\":0},\\\"stream_id_list\\\":[\\\"s1\\\"]}\",\"privilege\":{\"room_id\":\"room1\",\"login\":true,"
        "\"publish\":false,\"streams\":[\"s1\"]}}")]);
    CHECK([T04Sent([[T04Header headerOfToken:token now:now error:&error] JSONObject])
        isEqual:T04Parsed("{\"version\":\"04\",\"mode\":\"cbc\",\"expires_at\":1700000060,\"expired\":false,"
                          "\"iv_bytes\":16,\"ciphertext_bytes\":208}")]);

    [question setSecret:secret];
    [question setUserID:@"user2"];
    [question setNow:now];
    report = T04Sent([[T04Report diagnose:token question:question error:&error] JSONObject]);
    finding = [[report objectForKey:@"findings"] objectAtIndex:0];
    CHECK([[report objectForKey:@"ok"] isEqual:[NSNumber numberWithBool:NO]] && [report objectForKey:@"claims"] != nil);
    CHECK([[finding objectForKey:@"id"] isEqual:@"user-id-mismatch"] && [[finding objectForKey:@"severity"] isEqual:@"error"]);
    CHECK([[finding objectForKey:@"client_codes"] isEqual:T04Parsed("[1002077]")] && [finding count] == 5);
    CHECK([[T04Sent([[T04Explanation explanationOfCode:1 language:T04LanguageEN error:&error] JSONObject]) objectForKey:@"known"]
        isEqual:[NSNumber numberWithBool:NO]]);
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
    T04Identities();
    T04TimesOfIssue();
    T04Many();
    T04Messages();
    T04Explanations();
    T04JSON();
    T04Secrets();
    [verifier release];
    [issuer release];
    [pool drain];
    return T04Checked();
}
