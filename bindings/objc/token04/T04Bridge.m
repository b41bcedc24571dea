// What the sources share: text across the C ABI, and errors.
#import "T04Bridge.h"

#include <math.h>

NSString *const T04ErrorDomain = @"T04ErrorDomain";

NSData *T04UTF8(NSString *string)
{
    NSData *data;

    if (string == nil)
        return nil;
    data = [string dataUsingEncoding:NSUTF8StringEncoding allowLossyConversion:NO];
    return data != nil ? data : [NSData dataWithBytes:"\xff" length:1];
}

NSString *T04String(const char *data, size_t length)
{
    return T04_AUTORELEASE([[NSString alloc] initWithBytes:data length:length encoding:NSUTF8StringEncoding]);
}

static void T04SetError(NSInteger code, NSString *message, NSError **error)
{
    if (error != NULL)
        *error = [NSError errorWithDomain:T04ErrorDomain
                                     code:code
                                 userInfo:[NSDictionary dictionaryWithObject:message
                                                                      forKey:NSLocalizedDescriptionKey]];
}

BOOL T04Succeeded(int32_t status, const token04_error *details, NSError **error)
{
    if (status == TOKEN04_OK)
        return YES;
    T04SetError(status, [NSString stringWithUTF8String:details->message], error);
    return NO;
}

static BOOL T04IsWhole(NSTimeInterval duration)
{
    // 2^63: the first double that is beyond 64 bits. The comparisons fail for NaN too.
    return duration == floor(duration) && duration >= -9223372036854775808.0 && duration < 9223372036854775808.0;
}

int64_t T04Seconds(NSTimeInterval duration)
{
    return T04IsWhole(duration) ? (int64_t)duration : -1;
}

BOOL T04SucceededFor(NSTimeInterval duration, NSString *argument, T04ErrorCode code, int32_t status,
                     const token04_error *details, NSError **error)
{
    if (status != code || T04IsWhole(duration))
        return T04Succeeded(status, details, error);
    T04SetError(code, [NSString stringWithFormat:@"%@ must be whole seconds, got %g", argument, duration], error);
    return NO;
}
