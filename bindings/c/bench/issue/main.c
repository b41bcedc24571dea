/* What a token costs through the C ABI, against OpenSSL's EVP, in one interleaved run: each round gives every
 * contestant a short turn, and a figure is the median of all rounds. --json prints a line per comparison, --brief
 * shows that it works. */
#include "evp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <token04.h>

enum
{
    ROUNDS = 301,
    TURN = 500,
    CONTESTANTS = 9
};

static const int64_t app_id = 1234567890, ttl = 3600;
static const char secret[] = "0123456789abcdef0123456789ABCDEF";
static const char user_id[] = "user1";

/* What the contestants work on in one case. */
static struct
{
    const char *payload;
    size_t payload_length;
    token04_issuer *issuer;
    token04_verifier *verifier;
    evp_tuned *tuned;
    char token[TOKEN_CAPACITY];
    size_t token_length;
    int64_t now;
} stage;

static void require(int condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "bench: %s failed\n", what);
        exit(1);
    }
}

static void our_issue(void)
{
    char token[TOKEN_CAPACITY];
    size_t length;

    require(token04_issuer_issue(stage.issuer, user_id, sizeof user_id - 1, ttl, stage.payload,
                                 stage.payload_length, token, sizeof token, &length, NULL) == TOKEN04_OK,
            "token04_issuer_issue");
}

static void our_drop_in(void)
{
    char token[TOKEN_CAPACITY];
    size_t length;

    require(token04_generate(app_id, user_id, sizeof user_id - 1, secret, sizeof secret - 1, ttl, stage.payload,
                             stage.payload_length, token, sizeof token, &length, NULL) == TOKEN04_OK,
            "token04_generate");
}

static void our_verify(void)
{
    token04_claims *claims;

    require(token04_verifier_verify(stage.verifier, stage.token, stage.token_length, NULL, &claims, NULL) == TOKEN04_OK,
            "token04_verifier_verify");
    token04_claims_free(claims);
}

static void tuned_issue(void)
{
    char token[TOKEN_CAPACITY];

    require(evp_tuned_issue(stage.tuned, user_id, ttl, stage.payload, token) != 0, "evp_tuned_issue");
}

/* A drop-in function gets the secret with each call, so the key cannot be kept. */
static void tuned_drop_in(void)
{
    char token[TOKEN_CAPACITY];

    require(evp_tuned_rekey(stage.tuned, secret) && evp_tuned_issue(stage.tuned, user_id, ttl, stage.payload, token) != 0,
            "evp_tuned_issue");
}

static void tuned_verify(void)
{
    require(evp_tuned_verify(stage.tuned, stage.token, stage.token_length, (int64_t)time(NULL)), "evp_tuned_verify");
}

static void plain_issue(void)
{
    char *token = evp_plain_issue((uint32_t)app_id, user_id, secret, ttl, stage.payload);

    require(token != NULL, "evp_plain_issue");
    free(token);
}

static void plain_verify(void)
{
    require(evp_plain_verify((uint32_t)app_id, secret, stage.token, stage.token_length, (int64_t)time(NULL)),
            "evp_plain_verify");
}

/* Three by three: a case, ours, the tuned and the plain way. */
static void (*const contestants[CONTESTANTS])(void) = {
    our_issue, tuned_issue, plain_issue, our_drop_in, tuned_drop_in, plain_issue, our_verify, tuned_verify, plain_verify,
};

static double nanoseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static int ascending(const void *left, const void *right)
{
    double difference = *(const double *)left - *(const double *)right;

    return (difference > 0) - (difference < 0);
}

static void print(const char *name, const char *payload_name, const char *against, double ours, double theirs, int json)
{
    if (json)
        printf("{\"case\":\"%s/%s\",\"against\":\"%s\",\"ours_ns\":%.1f,\"theirs_ns\":%.1f,\"ratio\":%.3f}\n", name,
               payload_name, against, ours, theirs, theirs / ours);
    else
        printf("%s/%-8s %7.0f ns   %.2f times as fast as %s (%.0f ns)\n", name, payload_name, ours, theirs / ours,
               against, theirs);
}

static void run(const char *payload_name, int brief, int json)
{
    static const char *const cases[] = {"issue", "drop-in", "verify"};
    static double samples[CONTESTANTS][ROUNDS];
    double median[CONTESTANTS];
    int rounds = brief ? 3 : ROUNDS, turn = brief ? 20 : TURN, round, i, j;

    for (round = 0; round < rounds; round++)
        for (i = 0; i < CONTESTANTS; i++) {
            double start = nanoseconds();

            for (j = 0; j < turn; j++)
                contestants[i]();
            samples[i][round] = (nanoseconds() - start) / turn;
        }
    for (i = 0; i < CONTESTANTS; i++) {
        qsort(samples[i], (size_t)rounds, sizeof(double), ascending);
        median[i] = samples[i][rounds / 2];
    }
    for (i = 0; i < CONTESTANTS; i += 3) {
        print(cases[i / 3], payload_name, "evp tuned", median[i], median[i + 1], json);
        print(cases[i / 3], payload_name, "evp plain", median[i], median[i + 2], json);
    }
}

/* Sets the stage for one payload; each side must read what the other wrote, or the comparison means nothing. */
static void set(const char *payload)
{
    char token[TOKEN_CAPACITY];
    char *plain;
    size_t length;

    stage.payload = payload;
    stage.payload_length = strlen(payload);
    require(token04_issuer_issue(stage.issuer, user_id, sizeof user_id - 1, ttl, payload, stage.payload_length,
                                 stage.token, sizeof stage.token, &stage.token_length, NULL) == TOKEN04_OK, "issue");
    tuned_verify();
    plain_verify();
    length = evp_tuned_issue(stage.tuned, user_id, ttl, payload, token);
    require(token04_verifier_verify(stage.verifier, token, length, NULL, NULL, NULL) == TOKEN04_OK, "verify tuned");
    plain = evp_plain_issue((uint32_t)app_id, user_id, secret, ttl, payload);
    require(plain != NULL && token04_verifier_verify(stage.verifier, plain, strlen(plain), NULL, NULL, NULL) == TOKEN04_OK,
            "verify plain");
    free(plain);
}

int main(int argc, char **argv)
{
    int brief = 0, json = 0, i;

    for (i = 1; i < argc; i++) {
        brief |= strcmp(argv[i], "--brief") == 0;
        json |= strcmp(argv[i], "--json") == 0;
    }
    stage.tuned = evp_tuned_new((uint32_t)app_id, secret);
    require(stage.tuned != NULL
                && token04_issuer_new(app_id, secret, sizeof secret - 1, TOKEN04_MODE_CBC, TOKEN04_PROFILE_NONE,
                                      &stage.issuer, NULL) == TOKEN04_OK
                && token04_verifier_new(app_id, secret, sizeof secret - 1, NULL, 0, 0, &stage.verifier, NULL) == TOKEN04_OK,
            "setting up");
    set("");
    run("plain", brief, json);
    set("{\"room_id\":\"room1\",\"privilege\":{\"1\":1,\"2\":0},\"stream_id_list\":[\"s1\",\"s2\"]}");
    run("room", brief, json);
    token04_verifier_free(stage.verifier);
    token04_issuer_free(stage.issuer);
    evp_tuned_free(stage.tuned);
    return 0;
}
