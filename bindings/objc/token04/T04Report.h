// Why a token is refused, and how to fix it.
#import "T04FindingID.h"
#import "T04Language.h"
#import "T04Verifier.h"

NS_ASSUME_NONNULL_BEGIN

/// The severity of a finding.
typedef NS_ENUM(NSInteger, T04Severity) {
    // begin severities (written by scripts/vocabulary.py)

    /// The token will be refused, or must be replaced.
    T04SeverityError = 0,
    /// The token may be refused, or allows less or more than intended.
    T04SeverityWarning = 1,
    /// For information only.
    T04SeverityNote = 2

    // end severities
};

/// What is known about the login when a token is diagnosed; more information allows more checks.
@interface T04Question : NSObject
{
@private
    NSString *_secret;
    long long _appID;
    long long _code;
    NSString *_userID;
    NSString *_roomID;
    NSString *_streamID;
    NSDate *_now;
    T04Profile _profile;
    T04Language _language;
    BOOL _publish;
    BOOL _appIDGiven;
    BOOL _codeGiven;
}

/// The secret that the token should have been made with, of any length.
@property (nonatomic, copy) NSString *T04_NULLABLE secret;
/// The app that the client uses. Once it is set, 0 is refused like any other number out of range.
@property (nonatomic, assign) long long appID;
/// The user who logs in.
@property (nonatomic, copy) NSString *T04_NULLABLE userID;
/// The room that the user logs in to.
@property (nonatomic, copy) NSString *T04_NULLABLE roomID;
/// The stream to publish or play.
@property (nonatomic, copy) NSString *T04_NULLABLE streamID;
/// Whether the user wants to publish; NO by default.
@property (nonatomic, assign) BOOL publish;
/// The error code that the client reported, whose causes come first in the report.
@property (nonatomic, assign) long long code;
/// The product that the token is for.
@property (nonatomic, assign) T04Profile profile;
/// The language of messages and fixes; English by default.
@property (nonatomic, assign) T04Language language;
/// The time to check against; nil, the default, is that of the clock.
@property (nonatomic, copy) NSDate *T04_NULLABLE now;

@end

/// One finding about a token.
@interface T04Finding : NSObject
{
@private
    NSString *_findingID;
    T04Severity _severity;
    NSString *_message;
    NSString *_fix;
    NSArray *_clientCodes;
}

/// The finding's id, such as T04FindingIDExpired, to be compared with isEqual:.
@property (nonatomic, readonly, copy) T04FindingID findingID;
/// How severe it is.
@property (nonatomic, readonly) T04Severity severity;
/// What is wrong, with the values of this case; it never contains the secret.
@property (nonatomic, readonly, copy) NSString *message;
/// How to fix it.
@property (nonatomic, readonly, copy) NSString *fix;
/// The client error codes that it may appear as. Which of them the service returns has not been observed.
@property (nonatomic, readonly, copy) T04_ARRAY_OF(NSNumber *) *clientCodes;

/// The finding for NSJSONSerialization, as `token04 diagnose --json` prints it.
@property (nonatomic, readonly) T04_DICTIONARY_OF(NSString *, id) *JSONObject;

T04_WITHOUT_INIT

@end

/// What is wrong with a token, if anything.
@interface T04Report : NSObject
{
@private
    BOOL _ok;
    NSArray *_findings;
    T04Claims *_claims;
}

/// Whether no finding is an error.
@property (nonatomic, readonly, getter=isOK) BOOL ok;
/// The findings in the order to fix them. A valid token in T04ModeCBC still gives a note.
@property (nonatomic, readonly, copy) T04_ARRAY_OF(T04Finding *) *findings;
/// The claims of the token if it could be opened, with any key or layout; otherwise nil.
@property (nonatomic, readonly, retain) T04Claims *T04_NULLABLE claims;

/// The report for NSJSONSerialization, as `token04 diagnose --json` prints it.
@property (nonatomic, readonly) T04_DICTIONARY_OF(NSString *, id) *JSONObject;

/// Explains why a token is refused and how to fix it. It accepts any text, and detects common mistakes in hand-written
/// generators. Only an invalid question, or nil for the token, is an error.
+ (instancetype T04_NULLABLE)diagnose:(NSString *)token
                             question:(T04Question *T04_NULLABLE)question
                                error:(NSError **)error;
T04_WITHOUT_INIT

@end

NS_ASSUME_NONNULL_END
