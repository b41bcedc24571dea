// The issuer: makes tokens for one app.
#import "T04RoomPrivilege.h"

NS_ASSUME_NONNULL_BEGIN

// How the body of a token is encrypted. CBC cannot prove that nobody changed the token.
typedef NS_ENUM(NSInteger, T04Mode) {
    T04ModeCBC = 0,
    T04ModeGCM = 1
};

// The product a token is for: what it would refuse becomes an error when issuing.
typedef NS_ENUM(NSInteger, T04Profile) {
    T04ProfileNone = 0,
    T04ProfileRTC = 1,
    T04ProfileZIM = 2,
    T04ProfileKit = 3
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
