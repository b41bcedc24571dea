// The issuer: makes tokens for one app.
#import "T04RoomPrivilege.h"

NS_ASSUME_NONNULL_BEGIN

/// How the body of a token is encrypted. CBC does not detect changes to the token.
typedef NS_ENUM(NSInteger, T04Mode) {
    // begin modes (written by scripts/vocabulary.py)

    /// AES-256-CBC, which every official decoder accepts. It cannot prove that nobody changed the token.
    T04ModeCBC = 0,
    /// AES-256-GCM, which detects any change. Use it for at most 2^32 tokens per secret.
    T04ModeGCM = 1

    // end modes
};

/// The product a token is for: what it would refuse is an error when issuing.
typedef NS_ENUM(NSInteger, T04Profile) {
    // begin profiles (written by scripts/vocabulary.py)

    /// Refuses only what would make a broken token.
    T04ProfileNone = 0,
    /// Express, voice and video rooms: user id 1 to 64 bytes, room id 1 to 128 bytes, payload JSON or empty.
    T04ProfileRTC = 1,
    /// In-app Chat: user id 1 to 32 bytes, ttl 30 seconds to 24 days, no payload.
    T04ProfileZIM = 2,
    /// UIKit for the web: as rtc, with the ttl of zim, which it uses for its invitations.
    T04ProfileKit = 3,
    /// UIKit's call kits for mini-programs and apps, which use one plain token for Express and In-app Chat: the limits
    /// of rtc and of zim, payload JSON or empty.
    T04ProfileCall = 4

    // end profiles
};

/// Makes tokens for one app. It holds the expanded key, and any number of threads can use it at once: make one and keep
/// it.
///
/// ttl is how long a token is valid, in whole seconds: 1.5 is an error, not rounded. now is the time of issue, of which
/// the second counts; nil is that of the clock. Every method returns nil if and only if it sets the error.
@interface T04Issuer : NSObject
{
@private
    struct token04_issuer *_issuer;
}

/// An issuer in T04ModeCBC without a profile. The secret is not kept.
- (instancetype T04_NULLABLE)initWithAppID:(long long)appID secret:(NSString *)secret error:(NSError **)error;
- (instancetype T04_NULLABLE)initWithAppID:(long long)appID
                                    secret:(NSString *)secret
                                      mode:(T04Mode)mode
                                   profile:(T04Profile)profile
                                     error:(NSError **)error NS_DESIGNATED_INITIALIZER;
T04_WITHOUT_INIT

/// An identity token.
- (NSString *T04_NULLABLE)issueForUserID:(NSString *)userID ttl:(NSTimeInterval)ttl error:(NSError **)error;

/// A token with a payload; nil is the empty one.
- (NSString *T04_NULLABLE)issueForUserID:(NSString *)userID
                                     ttl:(NSTimeInterval)ttl
                                 payload:(NSString *T04_NULLABLE)payload
                                   error:(NSError **)error;
- (NSString *T04_NULLABLE)issueForUserID:(NSString *)userID
                                     ttl:(NSTimeInterval)ttl
                                 payload:(NSString *T04_NULLABLE)payload
                                     now:(NSDate *T04_NULLABLE)now
                                   error:(NSError **)error;

/// A privilege token.
- (NSString *T04_NULLABLE)issueForUserID:(NSString *)userID
                                     ttl:(NSTimeInterval)ttl
                               privilege:(T04RoomPrivilege *)privilege
                                   error:(NSError **)error;
- (NSString *T04_NULLABLE)issueForUserID:(NSString *)userID
                                     ttl:(NSTimeInterval)ttl
                               privilege:(T04RoomPrivilege *)privilege
                                     now:(NSDate *T04_NULLABLE)now
                                   error:(NSError **)error;

/// A token for each of many users, in their order; all of them or none. It is faster than a call for each. The userInfo
/// of an error about a user id contains T04UserIndexErrorKey.
- (T04_ARRAY_OF(NSString *) *T04_NULLABLE)issueForUserIDs:(T04_ARRAY_OF(NSString *) *)userIDs
                                                      ttl:(NSTimeInterval)ttl
                                                  payload:(NSString *T04_NULLABLE)payload
                                                      now:(NSDate *T04_NULLABLE)now
                                                    error:(NSError **)error;

/// A kit token, for UIKit on the web, under the limits of the profile kit. Without a name, others see the user id.
- (NSString *T04_NULLABLE)kitTokenForUserID:(NSString *)userID
                                        ttl:(NSTimeInterval)ttl
                                     roomID:(NSString *)roomID
                                   userName:(NSString *T04_NULLABLE)userName
                                    payload:(NSString *T04_NULLABLE)payload
                                      error:(NSError **)error;
- (NSString *T04_NULLABLE)kitTokenForUserID:(NSString *)userID
                                        ttl:(NSTimeInterval)ttl
                                     roomID:(NSString *)roomID
                                   userName:(NSString *T04_NULLABLE)userName
                                    payload:(NSString *T04_NULLABLE)payload
                                        now:(NSDate *T04_NULLABLE)now
                                      error:(NSError **)error;

@end

NS_ASSUME_NONNULL_END
