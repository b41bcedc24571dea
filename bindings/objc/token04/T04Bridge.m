// What the sources share: text across the C ABI, errors, durations and times.
#import "T04Bridge.h"

#include <math.h>

NSString *const T04ErrorDomain = @"T04ErrorDomain";
NSString *const T04UserIndexErrorKey = @"T04UserIndexErrorKey";

NSData *T04UTF8(NSString *string)
{
    NSData *data;

    if (string == nil)
        return nil;
    data = [string dataUsingEncoding:NSUTF8StringEncoding allowLossyConversion:NO];
    return data != nil ? data : [NSData dataWithBytes:"\xff" length:1];
}

NSString *T04String(token04_text text)
{
    return T04_AUTORELEASE([[NSString alloc] initWithBytes:text.data length:text.length encoding:NSUTF8StringEncoding]);
}

NSArray *T04Strings(const token04_text *texts, size_t count)
{
    NSMutableArray *strings = [NSMutableArray array];
    size_t i;

    for (i = 0; i < count; i++)
        [strings addObject:T04String(texts[i])];
    return strings;
}

BOOL T04Succeeded(token04_status status, const token04_error *details, NSError **error)
{
    return T04SucceededForMany(status, details, 0, 0, error);
}

BOOL T04SucceededForMany(token04_status status, const token04_error *details, size_t failed, size_t count,
                         NSError **error)
{
    NSMutableDictionary *information;

    if (status == TOKEN04_OK)
        return YES;
    if (error == NULL)
        return NO;
    information = [NSMutableDictionary dictionary];
    [information setObject:[NSString stringWithUTF8String:details->message]
                    forKey:NSLocalizedDescriptionKey];
    if (failed < count)
        [information setObject:[NSNumber numberWithUnsignedLong:failed] forKey:T04UserIndexErrorKey];
    *error = [NSError errorWithDomain:T04ErrorDomain code:status userInfo:information];
    return NO;
}

T04Duration T04DurationOf(NSTimeInterval duration)
{
    T04Duration none = {0, 0, NO}, result;
    double whole, fraction = modf(duration, &whole);

    // 2^63 is the first double beyond 64 bits. The comparisons fail for NaN too.
    if (!(whole >= -9223372036854775808.0 && whole < 9223372036854775808.0))
        return none;
    result.seconds = (int64_t)whole;
    result.nanoseconds = (int32_t)(fraction * 1e9);
    // A fraction below a nanosecond is still a fraction.
    if (fraction != 0 && result.nanoseconds == 0)
        result.nanoseconds = fraction < 0 ? -1 : 1;
    result.exact = YES;
    return result;
}

token04_status T04StatusForTTL(token04_status status, NSTimeInterval ttl, token04_error *details)
{
    if (status != TOKEN04_INVALID_TTL || T04DurationOf(ttl).exact)
        return status;
    return T04RefusedDuration(TOKEN04_ARGUMENT_TTL, ttl, details);
}

token04_status T04RefusedDuration(token04_argument argument, NSTimeInterval duration, token04_error *details)
{
    NSData *got = T04UTF8([NSString stringWithFormat:@"%g", duration]);

    return token04_refuse(argument, T04_TEXT(got), details);
}

int64_t T04UnixSeconds(NSDate *date)
{
    double seconds = floor([date timeIntervalSince1970]);

    if (seconds >= 9223372036854775808.0)
        return INT64_MAX;
    // Written so that NaN, which no clock shows, is refused too.
    return seconds >= -9223372036854775808.0 ? (int64_t)seconds : INT64_MIN;
}

NSDate *T04Date(int64_t seconds)
{
    return [NSDate dateWithTimeIntervalSince1970:(NSTimeInterval)seconds];
}
