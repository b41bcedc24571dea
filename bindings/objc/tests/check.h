// Counts tests, and says which failed: a program of these ends with T04Checked().
#import <Foundation/Foundation.h>

#import "T04.h"

static int passed, failed;

#define CHECK(condition) T04Check((condition) != 0, __LINE__, #condition, nil)
#define CHECK_CASE(name, condition) T04Check((condition) != 0, __LINE__, #condition, name)
// That a call gave nil and an error with this code, or something and no error where the code is 0.
#define CHECK_CODE(name, code, result, error)             \
    do {                                                  \
        id given = (result);                              \
        T04CheckCode(code, given, error, __LINE__, name); \
    } while (0)

static inline BOOL T04Check(BOOL condition, int line, const char *what, NSString *name)
{
    if (condition) {
        passed++;
    } else {
        failed++;
        printf("line %d: %s failed %s\n", line, what, name == nil ? "" : [name UTF8String]);
    }
    return condition;
}

static inline void T04CheckCode(long long code, id result, NSError *error, int line, NSString *name)
{
    BOOL right = code == 0 ? result != nil && error == nil
                           : result == nil && [error code] == code && [[error domain] isEqual:T04ErrorDomain]
                               && [[error localizedDescription] length] > 0;

    T04Check(right, line, "the code", [NSString stringWithFormat:@"%@: expected %lld, got %@", name, code, error]);
}

static inline int T04Checked(void)
{
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0 || passed == 0;
}

static const long long appID = 1234567890;
static NSString *const secret = @"0123456789abcdef0123456789ABCDEF";
