// token04 for Objective-C, all of it: issue, read, verify and diagnose ZEGO Token04.
//
//     NSError *error = nil;
//     T04Issuer *issuer = [[T04Issuer alloc] initWithAppID:1234567890 secret:secret error:&error];
//     NSString *token = [issuer issueForUserID:@"user1" ttl:3600 error:&error];
//
//     T04Verifier *verifier = [[T04Verifier alloc] initWithAppID:1234567890 secret:secret error:&error];
//     T04Claims *claims = [verifier verify:token error:&error];
//
//     T04Report *report = [T04Report diagnose:token question:nil error:&error];
#import "T04Error.h"
#import "T04Explanation.h"
#import "T04Inspect.h"
#import "T04Issuer.h"
#import "T04Report.h"
#import "T04RoomPrivilege.h"
#import "T04Verifier.h"
