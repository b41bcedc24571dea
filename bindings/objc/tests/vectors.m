// The shared vectors of what is made and read: vectors DIRECTORY
#import "ZegoToken.h"
#import "vectors.h"

static BOOL T04Needs(NSDictionary *one, NSString *what)
{
    return [T04Value(one, @"needs") containsObject:what];
}

static T04Mode T04ModeOf(NSDictionary *one)
{
    return [@"gcm" isEqual:T04Value(one, @"mode")] ? T04ModeGCM : T04ModeCBC;
}

static T04Verifier *T04VerifierOf(NSDictionary *one)
{
    NSError *error = nil;
    T04Verifier *verifier = [[T04Verifier alloc] initWithAppID:T04Number(one, @"app_id")
                                                        secret:T04Text(one, @"secret")
                                                previousSecret:T04Text(one, @"previous_secret")
                                                        leeway:(NSTimeInterval)T04Number(one, @"leeway")
                                                         error:&error];

    CHECK_CODE(T04Value(one, @"id"), 0, verifier, error);
    return [verifier autorelease];
}

static BOOL T04SamePrivilege(T04Privilege *privilege, NSDictionary *expected)
{
    if (privilege == nil || expected == nil)
        return privilege == nil && expected == nil;
    return T04Same([privilege roomID], T04Value(expected, @"room_id"))
        && T04Same([privilege login], T04Value(expected, @"login"))
        && T04Same([privilege publish], T04Value(expected, @"publish"))
        && T04Same([privilege streams], T04Value(expected, @"streams"));
}

static T04Login *T04LoginAt(NSDictionary *one)
{
    T04Login *login = [[T04Login alloc] init];

    [login setNow:[NSDate dateWithTimeIntervalSince1970:(NSTimeInterval)T04Number(one, @"now")]];
    return [login autorelease];
}

static void T04Open(NSString *name, NSDictionary *one)
{
    NSError *error = nil;
    T04Claims *claims = [T04VerifierOf(one) verify:T04Text(one, @"token") login:T04LoginAt(one) error:&error];
    T04Header *header;

    CHECK_CODE(name, 0, claims, error);
    T04CheckClaims(name, claims, [one objectForKey:@"claims"]);
    CHECK_CASE(name, T04SamePrivilege([claims privilege], T04Value(one, @"privilege")));
    header = [T04Header headerOfToken:T04Text(one, @"token") now:[T04LoginAt(one) now] error:&error];
    CHECK_CODE(name, 0, header, error);
    CHECK_CASE(name, [[header version] isEqual:@"04"] && [header mode] == T04ModeOf(one));
    CHECK_CASE(name, [header expire] == T04Number(one, @"expires_at"));
    CHECK_CASE(name, [header isExpired] == (T04Number(one, @"now") >= T04Number(one, @"expires_at")));
    CHECK_CASE(name, (long long)[header ivBytes] == T04Number(one, @"iv_bytes"));
    CHECK_CASE(name, (long long)[header ciphertextBytes] == T04Number(one, @"ciphertext_bytes"));
}

// A language that cannot fix clock, nonce and IV verifies what the second implementation made with them.
static void T04Issued(NSString *name, NSDictionary *one)
{
    NSMutableDictionary *expected = [NSMutableDictionary dictionaryWithDictionary:one];
    NSError *error = nil;
    T04Claims *claims = [T04VerifierOf(one) verify:T04Text(one, @"token") login:T04LoginAt(one) error:&error];
    long long now = T04Number(one, @"now");

    CHECK_CODE(name, 0, claims, error);
    [expected setObject:[NSNumber numberWithLongLong:now] forKey:@"ctime"];
    [expected setObject:[NSNumber numberWithLongLong:now + T04Number(one, @"ttl")] forKey:@"expire"];
    T04CheckClaims(name, claims, expected);
}

static void T04Reject(NSString *name, NSDictionary *one)
{
    NSDictionary *expected = T04Value(one, @"login");
    T04Login *login = T04LoginAt(one);
    NSError *error = nil;
    T04Claims *claims;

    [login setUserID:T04Text(expected, @"user_id")];
    [login setRoomID:T04Text(expected, @"room_id")];
    [login setStreamID:T04Text(expected, @"stream_id")];
    [login setPublish:[T04Value(expected, @"publish") boolValue]];
    [login setRequirePrivilege:[T04Value(expected, @"require_privilege") boolValue]];
    claims = [T04VerifierOf(one) verify:T04Text(one, @"token") login:login error:&error];
    CHECK_CODE(name, T04Number(one, @"code"), claims, error);
}

static T04RoomPrivilege *T04PrivilegeOf(NSDictionary *room)
{
    T04RoomPrivilege *privilege = [T04RoomPrivilege privilegeWithRoomID:T04Text(room, @"room_id")];

    if (T04Value(room, @"login") != nil)
        [privilege setLogin:[[room objectForKey:@"login"] boolValue]];
    if (T04Value(room, @"publish") != nil)
        [privilege setPublish:[[room objectForKey:@"publish"] boolValue]];
    [privilege setStreams:T04Value(room, @"streams")];
    return privilege;
}

// What our types take: a duration is a double, which has a fraction but not all integers.
static BOOL T04Expressible(NSDictionary *one, BOOL dropIn)
{
    NSString *beyond[] = {@"any-type", @"invalid-utf8"};
    unsigned i;

    for (i = 0; i < sizeof beyond / sizeof *beyond; i++)
        if (T04Needs(one, beyond[i]))
            return NO;
    if (T04Needs(one, @"null") && (T04Value(one, @"app_id") == nil || T04Value(one, @"ttl") == nil))
        return NO;
    if (T04Needs(one, @"big-integer") && (dropIn || [one objectForKey:@"app_id_text"] != nil))
        return NO;
    if (T04Needs(one, @"float") && (dropIn || fmod([[one objectForKey:@"app_id"] doubleValue], 1) != 0))
        return NO;
    return !dropIn || (T04Number(one, @"app_id") >= 0 && T04Number(one, @"app_id") <= UINT32_MAX);
}

static void T04DropIn(NSString *name, NSDictionary *one)
{
    ZegoToken04Result *result = [ZegoToken GenerateToken04:(unsigned)T04Number(one, @"app_id")
                                                    userID:T04Text(one, @"user_id")
                                                    secret:T04Text(one, @"secret")
                                    effectiveTimeInSeconds:T04Number(one, @"ttl")
                                                   payload:T04Text(one, @"payload")];

    CHECK_CASE(name, (long long)result.errorInfo.errorCode == T04Number(one, @"code"));
    CHECK_CASE(name, [result.token isEqual:@""] == (result.errorInfo.errorCode != success));
    CHECK_CASE(name, [result.errorInfo.errorMessage length] > 0);
}

static NSTimeInterval T04Duration(NSDictionary *one)
{
    id text = T04Value(one, @"ttl_text");

    // Not doubleValue, which in GNUstep takes no more than 18 digits.
    return text != nil ? strtod([text UTF8String], NULL) : [T04Value(one, @"ttl") doubleValue];
}

static NSString *T04Make(NSDictionary *one, NSError **error)
{
    NSTimeInterval ttl = T04Duration(one);
    NSString *user = T04Text(one, @"user_id");
    NSDictionary *room = T04Value(one, @"room");
    T04Issuer *issuer = [[[T04Issuer alloc] initWithAppID:T04Number(one, @"app_id")
                                                   secret:T04Text(one, @"secret")
                                                     mode:T04ModeOf(one)
                                                  profile:T04ProfileOf(one)
                                                    error:error] autorelease];

    if ([[one objectForKey:@"call"] isEqual:@"kit"])
        return [issuer kitTokenForUserID:user
                                     ttl:ttl
                                  roomID:T04Text(room, @"room_id")
                                userName:T04Text(one, @"user_name")
                                 payload:nil
                                   error:error];
    if (room != nil)
        return [issuer issueForUserID:user ttl:ttl privilege:T04PrivilegeOf(room) error:error];
    return [issuer issueForUserID:user ttl:ttl payload:T04Text(one, @"payload") error:error];
}

static void T04Arguments(NSString *name, NSDictionary *one)
{
    BOOL dropIn = [[one objectForKey:@"call"] isEqual:@"drop_in"];
    NSError *error = nil;
    NSString *token;

    if (!T04Expressible(one, dropIn))
        return;
    if (dropIn) {
        T04DropIn(name, one);
        return;
    }
    token = T04Make(one, &error);
    CHECK_CODE(name, T04Number(one, @"code"), token, error);
    CHECK_CASE(name, error == nil || [[error localizedDescription] rangeOfString:secret].length == 0);
}

static void T04Write(NSString *name, NSDictionary *one)
{
    NSError *error = nil;

    if ([[one objectForKey:@"direction"] isEqual:@"write"])
        CHECK_CASE(name, T04Same([T04PrivilegeOf(one) payloadWithError:&error], T04Text(one, @"payload")));
}

static void T04Kit(NSString *name, NSDictionary *one)
{
    NSString *direction = [one objectForKey:@"direction"];
    NSDictionary *expected = T04Value(one, @"user");
    NSError *error = nil;

    if (![direction isEqual:@"decode"]) {
        T04KitUser *user = [[[T04KitUser alloc] initWithAppID:T04Number(expected, @"app_id")
                                                       userID:T04Text(expected, @"user_id")
                                                       roomID:T04Text(expected, @"room_id")
                                                     userName:T04Text(expected, @"user_name")] autorelease];
        NSString *kitToken = [user kitTokenWithToken:T04Text(one, @"token") error:&error];

        CHECK_CODE(name, T04Number(one, @"code"), kitToken, error);
        CHECK_CASE(name, kitToken == nil || [kitToken isEqual:T04Text(one, @"kit_token")]);
    }
    error = nil;
    if (![direction isEqual:@"encode"]) {
        T04KitUser *user = [T04KitUser userOfKitToken:T04Text(one, @"kit_token") error:&error];

        CHECK_CODE(name, T04Number(one, @"code"), user, error);
        CHECK_CASE(name, user == nil || ([user appID] == T04Number(expected, @"app_id")
                                         && T04Same([user userID], T04Text(expected, @"user_id"))
                                         && T04Same([user roomID], T04Text(expected, @"room_id"))
                                         && T04Same([user userName], T04Text(expected, @"user_name"))
                                         && T04Same([user token], T04Text(one, @"token"))));
    }
}

int main(int argc, const char **argv)
{
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSString *directory = [NSString stringWithUTF8String:argc > 1 ? argv[1] : "."];

    T04EachCase([directory stringByAppendingPathComponent:@"open.json"], T04Open);
    T04EachCase([directory stringByAppendingPathComponent:@"issue.json"], T04Issued);
    T04EachCase([directory stringByAppendingPathComponent:@"reject.json"], T04Reject);
    T04EachCase([directory stringByAppendingPathComponent:@"arguments.json"], T04Arguments);
    T04EachCase([directory stringByAppendingPathComponent:@"privilege.json"], T04Write);
    T04EachCase([directory stringByAppendingPathComponent:@"kit.json"], T04Kit);
    [pool drain];
    return T04Checked();
}
