// What an error code means, without a token.
#import "T04FindingID.h"
#import "T04Language.h"

NS_ASSUME_NONNULL_BEGIN

/// What an error code of ZEGO's SDKs or Server API means for a token, and how to find its cause.
@interface T04Explanation : NSObject
{
@private
    long long _code;
    BOOL _known;
    NSString *_text;
    NSString *_product;
    NSString *_meaning;
    NSString *_next;
    NSString *_undocumented;
    NSArray *_causes;
    NSArray *_checks;
    NSArray *_nearCodes;
}

/// The code.
@property (nonatomic, readonly) long long code;
/// Whether the code is known.
@property (nonatomic, readonly, getter=isKnown) BOOL known;
/// The whole explanation as text, as `token04 explain` prints it.
@property (nonatomic, readonly, copy) NSString *text;
/// The product that shows the code; empty if the code is unknown.
@property (nonatomic, readonly, copy) NSString *product;
/// What the code means.
@property (nonatomic, readonly, copy) NSString *meaning;
/// How to go on.
@property (nonatomic, readonly, copy) NSString *next;
/// What ZEGO's documents do not say about the code; nil if there is nothing of the kind.
@property (nonatomic, readonly, copy) NSString *T04_NULLABLE undocumented;
/// The ids of the findings that can cause it, the most frequent first.
@property (nonatomic, readonly, copy) T04_ARRAY_OF(T04FindingID) *causes;
/// What to check, in this order.
@property (nonatomic, readonly, copy) T04_ARRAY_OF(NSString *) *checks;
/// For an unknown code: the known codes that look like it, the most similar first.
@property (nonatomic, readonly, copy) T04_ARRAY_OF(NSNumber *) *nearCodes;

/// The explanation for NSJSONSerialization, as `token04 explain --json` prints it.
@property (nonatomic, readonly) T04_DICTIONARY_OF(NSString *, id) *JSONObject;

/// Explains an error code. Codes that are not known give an explanation too; only an invalid language is an error.
+ (instancetype T04_NULLABLE)explanationOfCode:(long long)code language:(T04Language)language error:(NSError **)error;
T04_WITHOUT_INIT

@end

NS_ASSUME_NONNULL_END
