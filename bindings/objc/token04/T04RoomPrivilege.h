// Privileges: the limits that a token carries, to make one and as they were read.
#import "T04Error.h"

NS_ASSUME_NONNULL_BEGIN

/// The limits of a token to make. ZEGO enforces them only for projects where its support has enabled them.
@interface T04RoomPrivilege : NSObject
{
@private
    NSString *_roomID;
    BOOL _login;
    BOOL _publish;
    NSArray *_streams;
}

/// The only room that the token is valid for.
@property (nonatomic, readonly, copy) NSString *roomID;
/// Whether the user may log in to the room; YES by default.
@property (nonatomic, assign) BOOL login;
/// Whether the user may publish a stream; NO by default.
@property (nonatomic, assign) BOOL publish;
/// The only streams that the token is valid for; nil, the default, allows any. An empty array is refused.
@property (nonatomic, copy) T04_ARRAY_OF(NSString *) *T04_NULLABLE streams;

+ (instancetype)privilegeWithRoomID:(NSString *)roomID;
- (instancetype)initWithRoomID:(NSString *)roomID NS_DESIGNATED_INITIALIZER;
T04_WITHOUT_INIT

/// The JSON text that a token carries; nil and an error if a text is empty or not Unicode.
- (NSString *T04_NULLABLE)payloadWithError:(NSError **)error;

@end

/// The limits that a token carries, as they were read.
@interface T04Privilege : NSObject
{
@private
    NSString *_roomID;
    NSNumber *_login;
    NSNumber *_publish;
    NSArray *_streams;
}

/// The only room that the token is valid for; an empty one means any.
@property (nonatomic, readonly, copy) NSString *roomID;
/// Whether logging in is allowed; nil if the token does not say, which denies it.
@property (nonatomic, readonly, copy) NSNumber *T04_NULLABLE login;
/// Whether publishing is allowed; nil if the token does not say, which denies it.
@property (nonatomic, readonly, copy) NSNumber *T04_NULLABLE publish;
/// The only streams that the token is valid for; nil and an empty array mean any.
@property (nonatomic, readonly, copy) T04_ARRAY_OF(NSString *) *T04_NULLABLE streams;

/// The privilege for NSJSONSerialization: room_id, login, publish and streams, as `token04 verify --json` prints them.
@property (nonatomic, readonly) T04_DICTIONARY_OF(NSString *, id) *JSONObject;

T04_WITHOUT_INIT

@end

NS_ASSUME_NONNULL_END
