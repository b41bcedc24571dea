// The issuer: makes tokens for one app.
#import "T04RoomPrivilege.h"

NS_ASSUME_NONNULL_BEGIN

// How the body of a token is encrypted. CBC cannot prove that nobody changed the token.
typedef NS_ENUM(NSInteger, T04Mode) {
    // begin modes (written by scripts/vocabulary.py)

    // AES-256-CBC, which every official decoder accepts. It cannot prove that nobody changed the token.
    T04ModeCBC = 0,
    // AES-256-GCM, which detects any change. Use it for at most 2^32 tokens per secret.
    T04ModeGCM = 1

    // end modes
};

// The product a token is for: what it would refuse becomes an error when issuing.
typedef NS_ENUM(NSInteger, T04Profile) {
    // begin profiles (written by scripts/vocabulary.py)

    // Refuses only what would make a broken token.
    T04ProfileNone = 0,
    // Express, voice and video rooms: user id 1 to 64 bytes, room id 1 to 128 bytes, payload JSON or empty.
    T04ProfileRTC = 1,
    // In-app Chat: user id 1 to 32 bytes, ttl 30 seconds to 24 days, no payload.
    T04ProfileZIM = 2,
    // UIKit for the web: as rtc, with the ttl of zim, which it uses for its invitations.
    T04ProfileKit = 3,
    // UIKit's call kits for mini-programs and apps, which use one plain token for Express and In-app Chat: the limits
    // of rtc and of zim, payload JSON or empty.
    T04ProfileCall = 4

    // end profiles
};

// Makes tokens for one app. It holds the expanded key and can be used by any number of threads at once: make one and
// keep it.
//
// ttl is how long a token is good from now on, in whole seconds: 1.5 is an error, not rounded. Every method returns nil
// if and only if it sets the error.
@interface T04Issuer : NSObject
{
@private
    struct token04_issuer *_issuer;
}

- (instancetype _Nullable)initWithAppID:(long long)appID
                                 secret:(NSString *)secret
                                  error:(NSError *_Nullable *_Nullable)error;
- (instancetype _Nullable)initWithAppID:(long long)appID
                                 secret:(NSString *)secret
                                   mode:(T04Mode)mode
                                profile:(T04Profile)profile
                                  error:(NSError *_Nullable *_Nullable)error;

// An identity token.
- (NSString *_Nullable)issueForUserID:(NSString *)userID
                                  ttl:(NSTimeInterval)ttl
                                error:(NSError *_Nullable *_Nullable)error;

// A token with a payload; nil is the empty one.
- (NSString *_Nullable)issueForUserID:(NSString *)userID
                                  ttl:(NSTimeInterval)ttl
                              payload:(NSString *_Nullable)payload
                                error:(NSError *_Nullable *_Nullable)error;

// A privilege token.
- (NSString *_Nullable)issueForUserID:(NSString *)userID
                                  ttl:(NSTimeInterval)ttl
                            privilege:(T04RoomPrivilege *)privilege
                                error:(NSError *_Nullable *_Nullable)error;

// A kit token, for UIKit for the web, under the limits of its profile. Without a name the user is shown under the user
// id.
- (NSString *_Nullable)kitTokenForUserID:(NSString *)userID
                                     ttl:(NSTimeInterval)ttl
                                  roomID:(NSString *)roomID
                                userName:(NSString *_Nullable)userName
                                 payload:(NSString *_Nullable)payload
                                   error:(NSError *_Nullable *_Nullable)error;

@end

NS_ASSUME_NONNULL_END
