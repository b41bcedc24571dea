// The vocabulary that every language shares: codes, modes, profiles, languages, severities and findings: vocabulary
// DIRECTORY
#import "vectors.h"
#import "vocabulary.h"

#define NUMBER(id, constant) [NSNumber numberWithLongLong:constant], id,
#define TEXT(id, constant) constant, id,

static NSDictionary *constants;
static NSUInteger entries;

static void T04Entry(NSString *name, NSDictionary *one)
{
    BOOL isFinding = [T04Value(one, @"kind") isEqual:@"finding"];

    entries++;
    CHECK_CASE(name, [[constants objectForKey:name] isEqual:T04Value(one, isFinding ? @"name" : @"number")]);
}

int main(int argc, const char **argv)
{
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    NSString *directory = [NSString stringWithUTF8String:argc > 1 ? argv[1] : "."];

    constants = [NSDictionary dictionaryWithObjectsAndKeys:EACH_NUMBER(NUMBER) EACH_TEXT(TEXT) nil];
    T04EachCase([directory stringByAppendingPathComponent:@"vocabulary.json"], T04Entry);
    CHECK(entries == [constants count]);
    [pool drain];
    return T04Checked();
}
