// What a token costs from Objective-C, against OpenSSL's EVP with the same strings in and out.
#import "T04.h"
#import "ZegoToken.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "contest.h"
#include "evp/evp.h"

static const unsigned int appID = 1234567890;
static NSString *const secret = @"0123456789abcdef0123456789ABCDEF", *const userID = @"user1";
static T04Issuer *issuer;
static T04Verifier *verifier;
static evp_tuned *tuned;
static NSString *payload, *token;

// As in a program's event loop: what a call leaves behind is freed after it.
#define POOLED(statement)                                             \
    do {                                                              \
        NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];   \
        statement;                                                    \
        [pool release];                                               \
    } while (0)

static void ourIssue(void)
{
    POOLED(contest_require([issuer issueForUserID:userID ttl:3600 payload:payload error:NULL] != nil, "issueForUserID"));
}

static void ourDropIn(void)
{
    POOLED(ZegoToken04Result *result = [ZegoToken GenerateToken04:appID
                                                           userID:userID
                                                           secret:secret
                                           effectiveTimeInSeconds:3600
                                                          payload:payload];
           contest_require(result.errorInfo.errorCode == success, "GenerateToken04"));
}

static void ourVerify(void)
{
    POOLED(contest_require([verifier verify:token error:NULL] != nil, "verify"));
}

static void tunedIssue(void)
{
    char buffer[TOKEN_CAPACITY];

    POOLED(size_t length = evp_tuned_issue(tuned, [userID UTF8String], 3600, [payload UTF8String], buffer);
           contest_require(length != 0, "evp_tuned_issue");
           [[[NSString alloc] initWithBytes:buffer length:length encoding:NSASCIIStringEncoding] release]);
}

// A drop-in function gets the secret with each call, so the key cannot be kept.
static void tunedDropIn(void)
{
    POOLED(contest_require(evp_tuned_rekey(tuned, [secret UTF8String]), "evp_tuned_rekey"));
    tunedIssue();
}

static void tunedVerify(void)
{
    POOLED(const char *text = [token UTF8String];
           contest_require(evp_tuned_verify(tuned, text, strlen(text), time(NULL)), "evp_tuned_verify"));
}

static void plainIssue(void)
{
    POOLED(char *made = evp_plain_issue(appID, [userID UTF8String], [secret UTF8String], 3600, [payload UTF8String]);
           contest_require(made != NULL, "evp_plain_issue");
           [NSString stringWithUTF8String:made];
           free(made));
}

static void plainVerify(void)
{
    POOLED(const char *text = [token UTF8String];
           contest_require(evp_plain_verify(appID, [secret UTF8String], text, strlen(text), time(NULL)),
                           "evp_plain_verify"));
}

int main(int argc, char **argv)
{
    static const contest_case plain[] = {
        {"issue/plain", ourIssue, tunedIssue, plainIssue, 1},
        {"drop-in/plain", ourDropIn, tunedDropIn, plainIssue, 1},
        {"verify/plain", ourVerify, tunedVerify, plainVerify, 1},
    };
    static const contest_case room[] = {
        {"issue/room", ourIssue, tunedIssue, plainIssue, 1},
        {"drop-in/room", ourDropIn, tunedDropIn, plainIssue, 1},
        {"verify/room", ourVerify, tunedVerify, plainVerify, 1},
    };
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];

    issuer = [[T04Issuer alloc] initWithAppID:appID secret:secret error:NULL];
    verifier = [[T04Verifier alloc] initWithAppID:appID secret:secret error:NULL];
    tuned = evp_tuned_new(appID, [secret UTF8String]);
    payload = @"";
    token = [issuer issueForUserID:userID ttl:3600 payload:payload error:NULL];
    contest_run(plain, 3, argc, argv);
    payload = @"{\"room_id\":\"room1\",\"privilege\":{\"1\":1,\"2\":0},\"stream_id_list\":[\"s1\",\"s2\"]}";
    token = [issuer issueForUserID:userID ttl:3600 payload:payload error:NULL];
    contest_run(room, 3, argc, argv);
    evp_tuned_free(tuned);
    [pool release];
    return 0;
}
