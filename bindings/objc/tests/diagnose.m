// Diagnosing: the shared vectors, in which every finding occurs, invalid questions, and texts that are not Unicode:
// diagnose DIRECTORY
#import "vectors.h"
#import "vocabulary.h"

// What a program passes by mistake where nil is not allowed: by a variable, which no compiler complains of.
static NSString *nothing = nil;

// Every id that was found, and every constant that the header has.
static NSMutableSet *met;

#define CONSTANT(id, constant) constant,

static NSSet *T04Constants(void)
{
    NSString *ids[] = {EACH_TEXT(CONSTANT)};

    return [NSSet setWithObjects:ids count:sizeof ids / sizeof *ids];
}

static T04Question *T04QuestionOf(NSDictionary *one)
{
    T04Question *question = [[T04Question alloc] init];

    if (T04Value(one, @"app_id") != nil)
        [question setAppID:T04Number(one, @"app_id")];
    [question setSecret:T04Text(one, @"secret")];
    [question setUserID:T04Text(one, @"user_id")];
    [question setRoomID:T04Text(one, @"room_id")];
    [question setStreamID:T04Text(one, @"stream_id")];
    [question setPublish:[T04Value(one, @"publish") boolValue]];
    [question setProfile:T04ProfileOf(one)];
    [question setNow:[NSDate dateWithTimeIntervalSince1970:(NSTimeInterval)T04Number(one, @"now")]];
    return [question autorelease];
}

static BOOL T04IsChinese(NSString *text)
{
    NSUInteger i;

    for (i = 0; i < [text length]; i++)
        if ([text characterAtIndex:i] > 0x2e80)
            return YES;
    return NO;
}

static void T04CheckReport(NSString *name, T04Report *report, NSDictionary *one, T04Language language)
{
    NSArray *severities = [NSArray arrayWithObjects:@"error", @"warning", @"note", nil], *expected = T04Value(one, @"findings");
    NSUInteger i;

    CHECK_CASE(name, [report isOK] == [T04Value(one, @"ok") boolValue]);
    if (!CHECK_CASE(name, [[report findings] count] == [expected count]))
        return;
    for (i = 0; i < [expected count]; i++) {
        NSDictionary *due = [expected objectAtIndex:i];
        T04Finding *finding = [[report findings] objectAtIndex:i];
        NSArray *codes = T04Value(T04Value(one, @"codes"), T04Value(due, @"id"));

        CHECK_CASE(name, [[finding findingID] isEqual:T04Value(due, @"id")]);
        CHECK_CASE(name, [T04Value(due, @"severity") isEqual:[severities objectAtIndex:(NSUInteger)[finding severity]]]);
        CHECK_CASE(name, [[finding clientCodes] isEqual:codes != nil ? codes : [NSArray array]]);
        CHECK_CASE(name, [[finding message] length] > 0 && [[finding fix] length] > 0);
        if (language == T04LanguageZH)
            CHECK_CASE(name, T04IsChinese([finding message]) && T04IsChinese([finding fix]));
        [met addObject:[finding findingID]];
    }
    if (T04Value(one, @"claims") != nil)
        T04CheckClaims(name, [report claims], T04Value(one, @"claims"));
}

static void T04Diagnose(NSString *name, NSDictionary *one)
{
    T04Question *question = T04QuestionOf(one);
    T04Language language;

    for (language = T04LanguageEN; language <= T04LanguageZH; language++) {
        NSError *error = nil;
        T04Report *report;

        [question setLanguage:language];
        report = [T04Report diagnose:T04Text(one, @"token") question:question error:&error];
        CHECK_CODE(name, 0, report, error);
        T04CheckReport(name, report, one, language);
    }
}

// What the question, filled in by a key and a value, is refused with.
static void T04Refused(long long code, NSString *key, id value)
{
    T04Question *question = [[[T04Question alloc] init] autorelease];
    NSError *error = nil;

    [question setValue:value forKey:key];
    CHECK_CODE(key, code, [T04Report diagnose:@"04" question:question error:&error], error);
    CHECK([T04Report diagnose:@"04" question:question error:NULL] == nil);
    if ([value isEqual:[NSNumber numberWithInt:0]])
        CHECK([[error localizedDescription] isEqual:@"appID must be 1 to 4294967295, got 0"]);
}

static void T04Questions(void)
{
    NSMutableString *lone = [NSMutableString string];
    NSError *error = nil;

    [lone appendFormat:@"%C", (unichar)0xd800];
    T04Refused(1, @"appID", [NSNumber numberWithInt:0]);
    T04Refused(1, @"appID", [NSNumber numberWithInt:-1]);
    T04Refused(1, @"appID", [NSNumber numberWithLongLong:4294967296]);
    T04Refused(5, @"secret", lone);
    T04Refused(3, @"userID", lone);
    T04Refused(102, @"roomID", lone);
    T04Refused(102, @"streamID", lone);
    T04Refused(901, @"profile", [NSNumber numberWithInt:5]);
    T04Refused(901, @"language", [NSNumber numberWithInt:2]);
    CHECK_CODE(@"nil token", 901, [T04Report diagnose:nothing question:nil error:&error], error);
}

static T04FindingID T04First(NSString *token)
{
    NSError *error = nil;
    T04Report *report = [T04Report diagnose:token question:nil error:&error];

    CHECK_CODE(token, 0, report, error);
    return [[[report findings] objectAtIndex:0] findingID];
}

// Any text may be asked about, half of a surrogate pair in it too.
static void T04Texts(void)
{
    NSError *error = nil;
    T04Issuer *issuer = [[[T04Issuer alloc] initWithAppID:appID secret:secret error:&error] autorelease];
    NSString *token = [issuer issueForUserID:@"user1" ttl:3600 error:&error];
    NSMutableString *damaged = [NSMutableString stringWithString:token];

    CHECK([T04First(token) isEqual:T04FindingIDUnauthenticatedCBC]);
    CHECK([T04First(@"") isEqual:T04FindingIDTruncated]);
    CHECK([T04First([NSString stringWithFormat:@"x%C", (unichar)0]) isEqual:T04FindingIDVersion]);
    [damaged appendFormat:@"%C", (unichar)0xdc00];
    CHECK(![T04First(damaged) isEqual:T04FindingIDUnauthenticatedCBC]);
    CHECK([T04First(damaged) isEqual:T04First([token stringByAppendingString:@"?"])]);
}

// A code that the client reported moves its causes to the front.
static void T04Code(void)
{
    T04Question *question = [[[T04Question alloc] init] autorelease];
    NSError *error = nil;
    T04Issuer *issuer = [[[T04Issuer alloc] initWithAppID:appID secret:secret error:&error] autorelease];
    NSDate *now = [NSDate dateWithTimeIntervalSince1970:1700000000];
    NSString *token = [issuer issueForUserID:@"user1" ttl:10 payload:nil now:now error:&error];
    NSArray *findings;

    [question setSecret:secret];
    [question setUserID:@"user2"];
    [question setNow:now];
    findings = [[T04Report diagnose:token question:question error:&error] findings];
    CHECK([[[findings objectAtIndex:0] findingID] isEqual:T04FindingIDUserIDMismatch]);
    [question setCode:6000108];
    findings = [[T04Report diagnose:token question:question error:&error] findings];
    CHECK([[[findings objectAtIndex:0] findingID] isEqual:T04FindingIDExpiresSoon]);
}

int main(int argc, const char **argv)
{
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSString *directory = [NSString stringWithUTF8String:argc > 1 ? argv[1] : "."];

    met = [NSMutableSet set];
    T04EachCase([directory stringByAppendingPathComponent:@"diagnose.json"], T04Diagnose);
    CHECK([met isEqual:T04Constants()]);
    T04Questions();
    T04Texts();
    T04Code();
    [pool drain];
    return T04Checked();
}
