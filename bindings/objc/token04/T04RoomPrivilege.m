// Privileges: the limits that a token carries.
#import "T04Bridge.h"

@implementation T04RoomPrivilege

@synthesize roomID = _roomID;
@synthesize login = _login;
@synthesize publish = _publish;
@synthesize streams = _streams;

+ (instancetype)privilegeWithRoomID:(NSString *)roomID
{
    return T04_AUTORELEASE([[self alloc] initWithRoomID:roomID]);
}

- (instancetype)initWithRoomID:(NSString *)roomID
{
    self = [super init];
    if (self != nil) {
        _roomID = [roomID copy];
        _login = YES;
    }
    return self;
}

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_roomID release];
    [_streams release];
    [super dealloc];
}
#endif

- (NSString *)payloadWithError:(NSError **)error
{
    T04LentPrivilege *lent = [[T04LentPrivilege alloc] initWithPrivilege:self];
    char *string = NULL;
    size_t length = 0;
    token04_error details = T04_ERROR_INIT;
    NSString *payload = nil;

    if (T04Succeeded(token04_privilege_payload([lent privilege], &string, &length, &details), &details, error))
        payload = T04String((token04_text){string, length});
    token04_string_free(string);
    T04_RELEASE(lent);
    return payload;
}

@end

@implementation T04LentPrivilege

- (instancetype)initWithPrivilege:(T04RoomPrivilege *)privilege
{
    NSUInteger i, count = [[privilege streams] count];

    self = [super init];
    if (self == nil)
        return nil;
    _roomID = [T04UTF8([privilege roomID]) copy];
    _streams = [[NSMutableArray alloc] init];
    _texts = [[NSMutableData alloc] initWithLength:(count + 1) * sizeof(token04_text)];
    for (i = 0; i < count; i++) {
        id stream = [[privilege streams] objectAtIndex:i];
        // Anything but a string is refused as nil is.
        NSData *data = [stream isKindOfClass:[NSString class]] ? T04UTF8(stream) : nil;
        token04_text *text = (token04_text *)[_texts mutableBytes] + i;

        if (data == nil)
            continue;
        [_streams addObject:data];
        text->data = T04_BYTES(data);
        text->length = [data length];
    }
    _privilege.size = sizeof _privilege;
    _privilege.room_id.data = T04_BYTES(_roomID);
    _privilege.room_id.length = [_roomID length];
    _privilege.login = [privilege login] ? 1 : 0;
    _privilege.publish = [privilege publish] ? 1 : 0;
    _privilege.streams = [privilege streams] != nil ? [_texts bytes] : NULL;
    _privilege.stream_count = count;
    return self;
}

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_roomID release];
    [_streams release];
    [_texts release];
    [super dealloc];
}
#endif

- (const token04_privilege *)privilege
{
    return &_privilege;
}

@end

@implementation T04Privilege

@synthesize roomID = _roomID;
@synthesize login = _login;
@synthesize publish = _publish;
@synthesize streams = _streams;

// A right that the token does not mention is nil.
static NSNumber *T04Right(int32_t right)
{
    return right < 0 ? nil : [NSNumber numberWithBool:right == 1];
}

- (instancetype)initWithReadPrivilege:(const token04_privilege *)privilege
{
    self = [super init];
    if (self == nil)
        return nil;
    _roomID = [T04String(privilege->room_id) copy];
    _login = [T04Right(privilege->login) copy];
    _publish = [T04Right(privilege->publish) copy];
    _streams = privilege->streams != NULL ? [T04Strings(privilege->streams, privilege->stream_count) copy] : nil;
    return self;
}

#if !__has_feature(objc_arc)
- (void)dealloc
{
    [_roomID release];
    [_login release];
    [_publish release];
    [_streams release];
    [super dealloc];
}
#endif

static id T04OrNull(id value)
{
    return value != nil ? value : [NSNull null];
}

- (NSDictionary *)JSONObject
{
    return [NSDictionary dictionaryWithObjectsAndKeys:_roomID, @"room_id", T04OrNull(_login), @"login",
                                                      T04OrNull(_publish), @"publish", T04OrNull(_streams), @"streams", nil];
}

@end
