// Why a token is refused, and how to mend it.
#import "T04FindingID.h"
#import "T04Verifier.h"

NS_ASSUME_NONNULL_BEGIN

// How bad a finding is.
typedef NS_ENUM(NSInteger, T04Severity) {
    // begin severities (written by scripts/vocabulary.py)

    // The token will be refused, or must be replaced.
    T04SeverityError = 0,
    // The token may be refused, or allows less or more than intended.
    T04SeverityWarning = 1,
    // For information only.
    T04SeverityNote = 2

    // end severities
};

// The language of a report.
typedef NS_ENUM(NSInteger, T04Language) {
    // begin languages (written by scripts/vocabulary.py)

    // English.
    T04LanguageEN = 0,
    // Simplified Chinese.
    T04LanguageZH = 1

    // end languages
};

// What is known beside a token when it is diagnosed. Nothing is known unless set; the more is, the more can be said.
@interface T04Question : NSObject
{
@private
    NSString *_secret;
    long long _appID;
    NSString *_userID;
    NSString *_roomID;
    NSString *_streamID;
    NSNumber *_now;
    T04Profile _profile;
    T04Language _language;
    BOOL _publish;
    BOOL _appIDGiven;
}

// The secret that the token should have been made with, of any length.
@property (nonatomic, copy) NSString *_Nullable secret;
// The app that the client runs under. Once it is set, 0 is refused like any other that is out of range.
@property (nonatomic, assign) long long appID;
// The user who logs in.
@property (nonatomic, copy) NSString *_Nullable userID;
// The room that the user logs in to.
@property (nonatomic, copy) NSString *_Nullable roomID;
// The stream to publish or play.
@property (nonatomic, copy) NSString *_Nullable streamID;
// Whether the user means to publish; NO unless set.
@property (nonatomic, assign) BOOL publish;
// The product that the token is for.
@property (nonatomic, assign) T04Profile profile;
// The language of messages and fixes; English unless set.
@property (nonatomic, assign) T04Language language;
// The time of the question, in unix seconds, instead of the clock's.
@property (nonatomic, copy) NSNumber *_Nullable now;

@end

// One thing that was found.
@interface T04Finding : NSObject
{
@private
    NSString *_findingID;
    T04Severity _severity;
    NSString *_message;
    NSString *_fix;
    NSArray *_clientCodes;
}

// What it is, such as T04FindingIDExpired; to be compared with isEqual:.
@property (nonatomic, readonly, copy) T04FindingID findingID;
@property (nonatomic, readonly) T04Severity severity;
// What is wrong, with the values of this case; never with the secret.
@property (nonatomic, readonly, copy) NSString *message;
// How to mend it.
@property (nonatomic, readonly, copy) NSString *fix;
// The client error codes that it may show as. Which the service really answers was never observed.
@property (nonatomic, readonly, copy) T04_ARRAY_OF(NSNumber *) *clientCodes;

@end

// What is wrong with a token, if anything.
@interface T04Report : NSObject
{
@private
    BOOL _ok;
    NSArray *_findings;
    T04Claims *_claims;
}

// Whether no finding is an error.
@property (nonatomic, readonly) BOOL ok;
// What was found, in order of what to do first. A sound token in T04ModeCBC still gives a note.
@property (nonatomic, readonly, copy) T04_ARRAY_OF(T04Finding *) *findings;
// What the token says, where it could be opened, by whichever key or layout; else nil.
@property (nonatomic, readonly, retain) T04Claims *_Nullable claims;

// Says why a token is refused, and how to mend it. It takes any text, and finds what people get wrong who write a
// generator by hand. nil and an error come only of an invalid question, or of nil for the token.
+ (instancetype _Nullable)diagnose:(NSString *)token
                          question:(T04Question *_Nullable)question
                             error:(NSError *_Nullable *_Nullable)error;

@end

NS_ASSUME_NONNULL_END
