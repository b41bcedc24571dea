// Privileges: the limits that a token carries, for making one and as they were read.
#import "T04Error.h"

NS_ASSUME_NONNULL_BEGIN

// The limits that a token is to carry. ZEGO enforces them only for projects where its support has switched them on.
@interface T04RoomPrivilege : NSObject
{
@private
    NSString *_roomID;
    BOOL _login;
    BOOL _publish;
    NSArray *_streams;
}

// The only room the token is good for.
@property (nonatomic, readonly, copy) NSString *roomID;
// Whether the user may log in to the room; YES unless set.
@property (nonatomic, assign) BOOL login;
// Whether the user may publish a stream; NO unless set.
@property (nonatomic, assign) BOOL publish;
// The only streams the token is good for; nil, for any, unless set. An empty list is refused.
@property (nonatomic, copy) T04_ARRAY_OF(NSString *) *_Nullable streams;

+ (instancetype)privilegeWithRoomID:(NSString *)roomID;
- (instancetype)initWithRoomID:(NSString *)roomID;

// The JSON text that a token carries; nil and an error where a text is empty or not Unicode.
- (NSString *_Nullable)payloadWithError:(NSError *_Nullable *_Nullable)error;

@end

// The limits that a token carries, as they were read.
@interface T04Privilege : NSObject
{
@private
    NSString *_roomID;
    NSNumber *_login;
    NSNumber *_publish;
    NSArray *_streams;
}

// The only room the token is good for; an empty one means any.
@property (nonatomic, readonly, copy) NSString *roomID;
// Whether logging in is allowed; nil where the token does not say, which denies it.
@property (nonatomic, readonly, copy) NSNumber *_Nullable login;
// Whether publishing is allowed; nil where the token does not say, which denies it.
@property (nonatomic, readonly, copy) NSNumber *_Nullable publish;
// The only streams the token is good for; nil and an empty list mean any.
@property (nonatomic, readonly, copy) T04_ARRAY_OF(NSString *) *_Nullable streams;

@end

NS_ASSUME_NONNULL_END
