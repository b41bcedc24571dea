// Reads the shared vectors, with NSJSONSerialization.
#import "check.h"

// A value by its key; nil where null or absent.
static inline id T04Value(NSDictionary *one, NSString *key)
{
    id value = [one objectForKey:key];

    return value == [NSNull null] ? nil : value;
}

// A text by its name: plain, or as NAME_repeat or NAME_utf16; nil where null or absent.
static inline NSString *T04Text(NSDictionary *one, NSString *name)
{
    NSDictionary *repeat = T04Value(one, [name stringByAppendingString:@"_repeat"]);
    NSArray *units = T04Value(one, [name stringByAppendingString:@"_utf16"]);

    if (repeat != nil)
        return [@"" stringByPaddingToLength:[[repeat objectForKey:@"text"] length] * [[repeat objectForKey:@"count"] intValue]
                                 withString:[repeat objectForKey:@"text"]
                            startingAtIndex:0];
    if (units != nil) {
        // GNUstep makes no string of half a surrogate pair at once, but lets one be appended.
        NSMutableString *text = [NSMutableString string];
        NSUInteger i;

        for (i = 0; i < [units count]; i++)
            [text appendFormat:@"%C", (unichar)strtol([[units objectAtIndex:i] UTF8String], NULL, 16)];
        return text;
    }
    return T04Value(one, name);
}

// A number by its name: plain, or as decimal text under the name or NAME_text.
static inline long long T04Number(NSDictionary *one, NSString *name)
{
    id text = T04Value(one, [name stringByAppendingString:@"_text"]);

    return [text != nil ? text : T04Value(one, name) longLongValue];
}

static inline T04Profile T04ProfileOf(NSDictionary *one)
{
    NSArray *names = [NSArray arrayWithObjects:@"", @"rtc", @"zim", @"kit", @"call", nil];
    NSString *name = T04Value(one, @"profile");

    return name == nil ? T04ProfileNone : (T04Profile)[names indexOfObject:name];
}

static inline BOOL T04Same(id left, id right)
{
    return left == right || [left isEqual:right];
}

static inline void T04CheckClaims(NSString *name, T04Claims *claims, NSDictionary *expected)
{
    CHECK_CASE(name, [claims appID] == T04Number(expected, @"app_id"));
    CHECK_CASE(name, T04Same([claims userID], T04Text(expected, @"user_id")));
    CHECK_CASE(name, [claims nonce] == T04Number(expected, @"nonce"));
    CHECK_CASE(name, [claims ctime] == T04Number(expected, @"ctime"));
    CHECK_CASE(name, [claims expire] == T04Number(expected, @"expire"));
    CHECK_CASE(name, T04Same([claims payload], T04Text(expected, @"payload")));
}

// Runs a test on each case of a file.
static inline void T04EachCase(NSString *path, void (*test)(NSString *, NSDictionary *))
{
    NSError *error = nil;
    NSDictionary *root = [NSJSONSerialization JSONObjectWithData:[NSData dataWithContentsOfFile:path] options:0 error:&error];
    NSArray *cases = [root objectForKey:@"cases"];
    NSUInteger i;

    CHECK_CASE(path, [cases count] > 0);
    for (i = 0; i < [cases count]; i++) {
        NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
        NSDictionary *one = [cases objectAtIndex:i];

        test([one objectForKey:@"id"], one);
        [pool drain];
    }
}
