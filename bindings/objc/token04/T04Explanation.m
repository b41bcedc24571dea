// What an error code means, without a token.
#import "T04Bridge.h"
#import "T04Explanation.h"

@interface T04Explanation ()

- (instancetype)initWithReadExplanation:(const token04_explanation *)read;

@end

@implementation T04Explanation

@synthesize code = _code;
@synthesize known = _known;
@synthesize text = _text;
@synthesize product = _product;
@synthesize meaning = _meaning;
@synthesize next = _next;
@synthesize undocumented = _undocumented;
@synthesize causes = _causes;
@synthesize checks = _checks;
@synthesize nearCodes = _nearCodes;

+ (instancetype)explanationOfCode:(long long)code language:(T04Language)language error:(NSError **)error
{
    token04_explanation *read = NULL;
    token04_error details = T04_ERROR_INIT;
    T04Explanation *explanation = nil;

    if (T04Succeeded(token04_explain(code, (int32_t)language, &read, &details), &details, error))
        explanation = T04_AUTORELEASE([[self alloc] initWithReadExplanation:read]);
    token04_explanation_free(read);
    return explanation;
}

- (instancetype)initWithReadExplanation:(const token04_explanation *)read
{
    NSMutableArray *nearCodes = [NSMutableArray array];
    size_t i;

    self = [super init];
    if (self == nil)
        return nil;
    for (i = 0; i < read->near_code_count; i++)
        [nearCodes addObject:[NSNumber numberWithLongLong:read->near_codes[i]]];
    _code = read->code;
    _known = read->known != 0;
    _text = [T04String(read->text) copy];
    _product = [T04String(read->product) copy];
    _meaning = [T04String(read->meaning) copy];
    _next = [T04String(read->next) copy];
    _undocumented = read->undocumented.data != NULL ? [T04String(read->undocumented) copy] : nil;
    _causes = [T04Strings(read->causes, read->cause_count) copy];
    _checks = [T04Strings(read->checks, read->check_count) copy];
    _nearCodes = [nearCodes copy];
    return self;
}

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_text release];
    [_product release];
    [_meaning release];
    [_next release];
    [_undocumented release];
    [_causes release];
    [_checks release];
    [_nearCodes release];
    [super dealloc];
}
#endif

- (NSDictionary *)JSONObject
{
    NSMutableDictionary *object = [NSMutableDictionary dictionary];

    [object setObject:[NSNumber numberWithLongLong:_code] forKey:@"code"];
    [object setObject:[NSNumber numberWithBool:_known] forKey:@"known"];
    [object setObject:_product forKey:@"product"];
    [object setObject:_meaning forKey:@"meaning"];
    [object setObject:_causes forKey:@"causes"];
    [object setObject:_checks forKey:@"checks"];
    [object setObject:_next forKey:@"next"];
    if (_undocumented != nil)
        [object setObject:_undocumented forKey:@"undocumented"];
    [object setObject:_nearCodes forKey:@"near"];
    return object;
}

@end
