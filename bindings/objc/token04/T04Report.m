// Why a token is refused, and how to fix it.
#import "T04Bridge.h"
#import "T04Report.h"

@interface T04Question ()

// Asks the C ABI, which returns a report if the status is TOKEN04_OK.
- (token04_status)ask:(NSData *)token report:(token04_report **)report details:(token04_error *)details;

@end

@interface T04Finding ()

- (instancetype)initWithReadFinding:(const token04_finding *)read;

@end

@interface T04Report ()

- (instancetype)initWithReadReport:(const token04_report *)read;

@end

@implementation T04Question

@synthesize secret = _secret;
@synthesize appID = _appID;
@synthesize userID = _userID;
@synthesize roomID = _roomID;
@synthesize streamID = _streamID;
@synthesize publish = _publish;
@synthesize code = _code;
@synthesize profile = _profile;
@synthesize language = _language;
@synthesize now = _now;

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_secret release];
    [_userID release];
    [_roomID release];
    [_streamID release];
    [_now release];
    [super dealloc];
}
#endif

- (void)setAppID:(long long)appID
{
    _appID = appID;
    _appIDGiven = YES;
}

- (void)setCode:(long long)code
{
    _code = code;
    _codeGiven = YES;
}

- (token04_status)ask:(NSData *)token report:(token04_report **)report details:(token04_error *)details
{
    NSData *secret = T04UTF8(_secret), *user = T04UTF8(_userID);
    NSData *room = T04UTF8(_roomID), *stream = T04UTF8(_streamID);
    int64_t appID = _appID, code = _code, now = _now != nil ? T04UnixSeconds(_now) : 0;
    token04_question asked = {
        sizeof asked,
        _appIDGiven ? &appID : NULL,
        {T04_TEXT(secret)},
        {T04_TEXT(user)},
        {T04_TEXT(room)},
        {T04_TEXT(stream)},
        _now != nil ? &now : NULL,
        _codeGiven ? &code : NULL,
        _publish ? 1 : 0,
        (int32_t)_profile,
        (int32_t)_language,
        0,
    };

    return token04_diagnose(T04_TEXT(token), &asked, report, details);
}

@end

static NSString *const severityNames[] = {
    // begin severity names (written by scripts/vocabulary.py)
    [0] = @"error",
    [1] = @"warning",
    [2] = @"note",
    // end severity names
};

@implementation T04Finding

@synthesize findingID = _findingID;
@synthesize severity = _severity;
@synthesize message = _message;
@synthesize fix = _fix;
@synthesize clientCodes = _clientCodes;

- (instancetype)initWithReadFinding:(const token04_finding *)read
{
    NSMutableArray *codes = [NSMutableArray array];
    size_t i;

    self = [super init];
    if (self == nil)
        return nil;
    for (i = 0; i < read->client_code_count; i++)
        [codes addObject:[NSNumber numberWithUnsignedInt:read->client_codes[i]]];
    _findingID = [T04String(read->id) copy];
    _severity = (T04Severity)read->severity;
    _message = [T04String(read->message) copy];
    _fix = [T04String(read->fix) copy];
    _clientCodes = [codes copy];
    return self;
}

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_findingID release];
    [_message release];
    [_fix release];
    [_clientCodes release];
    [super dealloc];
}
#endif

- (NSDictionary *)JSONObject
{
    return [NSDictionary dictionaryWithObjectsAndKeys:_findingID, @"id", T04_NAME(severityNames, _severity), @"severity", _message,
                                                      @"message", _fix, @"fix", _clientCodes, @"client_codes", nil];
}

@end

@implementation T04Report

@synthesize ok = _ok;
@synthesize findings = _findings;
@synthesize claims = _claims;

// The token in UTF-8. Any text can be diagnosed: half of a surrogate pair becomes U+FFFD.
static NSData *T04AnyText(NSString *token)
{
    NSData *strict = [token dataUsingEncoding:NSUTF8StringEncoding allowLossyConversion:NO];
    NSUInteger i, length = [token length];
    NSMutableData *copy;
    unichar *units;

    if (token == nil || strict != nil)
        return strict;
    copy = [[NSMutableData alloc] initWithLength:length * sizeof(unichar)];
    units = [copy mutableBytes];
    [token getCharacters:units range:NSMakeRange(0, length)];
    for (i = 0; i < length; i++) {
        if ((units[i] & 0xfc00) == 0xd800 && i + 1 < length && (units[i + 1] & 0xfc00) == 0xdc00)
            i++;
        else if ((units[i] & 0xf800) == 0xd800)
            units[i] = 0xfffd;
    }
    strict = T04UTF8([NSString stringWithCharacters:units length:length]);
    T04_RELEASE(copy);
    return strict;
}

+ (instancetype)diagnose:(NSString *)token question:(T04Question *)question error:(NSError **)error
{
    T04Question *asked = question != nil ? question : T04_AUTORELEASE([[T04Question alloc] init]);
    token04_report *read = NULL;
    token04_error details = T04_ERROR_INIT;
    T04Report *report = nil;

    if (T04Succeeded([asked ask:T04AnyText(token) report:&read details:&details], &details, error))
        report = T04_AUTORELEASE([[self alloc] initWithReadReport:read]);
    token04_report_free(read);
    return report;
}

- (instancetype)initWithReadReport:(const token04_report *)read
{
    NSMutableArray *findings = [NSMutableArray array];
    size_t i;

    self = [super init];
    if (self == nil)
        return nil;
    for (i = 0; i < read->finding_count; i++)
        [findings addObject:T04_AUTORELEASE([[T04Finding alloc] initWithReadFinding:read->findings[i]])];
    _ok = read->ok != 0;
    _findings = [findings copy];
    _claims = read->claims != NULL ? [[T04Claims alloc] initWithReadClaims:read->claims] : nil;
    return self;
}

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_findings release];
    [_claims release];
    [super dealloc];
}
#endif

- (NSDictionary *)JSONObject
{
    NSMutableDictionary *object = [NSMutableDictionary dictionary];
    NSMutableArray *findings = [NSMutableArray array];
    NSUInteger i;

    for (i = 0; i < [_findings count]; i++)
        [findings addObject:[[_findings objectAtIndex:i] JSONObject]];
    [object setObject:[NSNumber numberWithBool:_ok] forKey:@"ok"];
    [object setObject:findings forKey:@"findings"];
    if (_claims != nil)
        [object setObject:[_claims JSONObject] forKey:@"claims"];
    return object;
}

@end
