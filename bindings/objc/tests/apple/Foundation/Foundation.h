// As much of Apple's Foundation as the sources use, declared as Apple does: with it clang checks here that they build
// under ARC, with nullability and generics, on a machine that has none of Apple's headers.
#include <stddef.h>
#include <stdint.h>

#define NS_ASSUME_NONNULL_BEGIN _Pragma("clang assume_nonnull begin")
#define NS_ASSUME_NONNULL_END _Pragma("clang assume_nonnull end")
#define NS_TYPED_ENUM __attribute__((swift_wrapper(enum)))
#define NS_ENUM(type, name) enum name : type name; enum name : type
#define NS_DESIGNATED_INITIALIZER __attribute__((objc_designated_initializer))
#define NS_UNAVAILABLE __attribute__((unavailable))
#define YES ((BOOL)1)
#define NO ((BOOL)0)
#define nil ((id)0)

typedef signed char BOOL;
typedef long NSInteger;
typedef unsigned long NSUInteger;
typedef double NSTimeInterval;
typedef unsigned short unichar;
typedef struct _NSRange { NSUInteger location, length; } NSRange;
static inline NSRange NSMakeRange(NSUInteger location, NSUInteger length)
{
    NSRange range = {location, length};
    return range;
}

NS_ASSUME_NONNULL_BEGIN

__attribute__((objc_root_class)) @interface NSObject
+ (instancetype)alloc;
+ (instancetype)new;
- (instancetype)init __attribute__((objc_designated_initializer));
- (void)dealloc;
- (BOOL)isKindOfClass:(Class)kind;
+ (Class)class;
@end

enum { NSASCIIStringEncoding = 1, NSUTF8StringEncoding = 4 };

@interface NSData : NSObject
+ (instancetype)dataWithBytes:(const void *_Nullable)bytes length:(NSUInteger)length;
+ (nullable instancetype)dataWithLength:(NSUInteger)length;
- (nullable instancetype)initWithLength:(NSUInteger)length;
- (const void *)bytes __attribute__((objc_returns_inner_pointer));
- (NSUInteger)length;
- (id)copy;
@end

@interface NSMutableData : NSData
- (void *)mutableBytes __attribute__((objc_returns_inner_pointer));
@end

@interface NSString : NSObject
+ (nullable instancetype)stringWithUTF8String:(const char *)bytes;
+ (instancetype)stringWithFormat:(NSString *)format, ...;
+ (instancetype)stringWithCharacters:(const unichar *)characters length:(NSUInteger)length;
- (NSUInteger)length;
- (void)getCharacters:(unichar *)buffer range:(NSRange)range;
- (nullable instancetype)initWithUTF8String:(const char *)bytes;
- (nullable instancetype)initWithBytes:(const void *)bytes length:(NSUInteger)length encoding:(NSUInteger)encoding;
- (nullable NSData *)dataUsingEncoding:(NSUInteger)encoding allowLossyConversion:(BOOL)lossy;
- (id)copy;
@end

@interface NSConstantString : NSString
@end

@interface NSNumber : NSObject
+ (NSNumber *)numberWithBool:(BOOL)value;
+ (NSNumber *)numberWithUnsignedInt:(unsigned int)value;
+ (NSNumber *)numberWithUnsignedLong:(unsigned long)value;
+ (NSNumber *)numberWithLongLong:(long long)value;
- (long long)longLongValue;
- (id)copy;
@end

@interface NSNull : NSObject
+ (NSNull *)null;
@end

@interface NSDate : NSObject
+ (instancetype)dateWithTimeIntervalSince1970:(NSTimeInterval)seconds;
- (NSTimeInterval)timeIntervalSince1970;
- (id)copy;
@end

@interface NSArray<__covariant ObjectType> : NSObject
- (NSUInteger)count;
- (ObjectType)objectAtIndex:(NSUInteger)index;
- (NSArray<ObjectType> *)copy;
@end

@interface NSMutableArray<ObjectType> : NSArray <ObjectType>
+ (instancetype)array;
- (void)addObject:(ObjectType)object;
@end

@interface NSDictionary<KeyType, ObjectType> : NSObject
+ (instancetype)dictionary;
+ (instancetype)dictionaryWithObjectsAndKeys:(id)firstObject, ...;
@end

@interface NSMutableDictionary<KeyType, ObjectType> : NSDictionary <KeyType, ObjectType>
- (void)setObject:(ObjectType)object forKey:(KeyType)key;
@end

@interface NSError : NSObject
+ (instancetype)errorWithDomain:(NSString *)domain code:(NSInteger)code userInfo:(nullable NSDictionary *)userInfo;
@end

extern NSString *const NSLocalizedDescriptionKey;

NS_ASSUME_NONNULL_END
