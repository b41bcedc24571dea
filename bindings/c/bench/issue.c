/* What a token costs through the C ABI, against OpenSSL's EVP. */
#include "contest.h"
#include "evp/evp.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <token04.h>

static const int64_t app_id = 1234567890, ttl = 3600;
static const char secret[] = "0123456789abcdef0123456789ABCDEF";
static const char user_id[] = "user1";
static const char room_payload[] = "{\"room_id\":\"room1\",\"privilege\":{\"1\":1,\"2\":0},\"stream_id_list\":[\"s1\",\"s2\"]}";

/* How many users get a token in one call of the batch. */
enum
{
    USERS = 64
};

/* What the contestants work on. */
static struct
{
    const char *payload;
    size_t payload_length;
    token04_issuer *issuer, *rtc_issuer;
    token04_verifier *verifier;
    evp_tuned *tuned;
    char token[TOKEN_CAPACITY];
    size_t token_length;
} stage;

static void our_issue(void)
{
    char token[TOKEN_CAPACITY];
    size_t length;

    contest_require(token04_issuer_issue(stage.issuer, user_id, sizeof user_id - 1, ttl, stage.payload,
                                         stage.payload_length, NULL, token, sizeof token, &length, NULL) == TOKEN04_OK,
                    "token04_issuer_issue");
}

static void issue_room_with(const token04_issuer *issuer)
{
    static const token04_text streams[] = {{"s1", 2}, {"s2", 2}};
    token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5);
    char token[TOKEN_CAPACITY];
    size_t length;

    privilege.streams = streams;
    privilege.stream_count = 2;
    contest_require(token04_issuer_issue_room(issuer, user_id, sizeof user_id - 1, ttl, &privilege, NULL, token,
                                              sizeof token, &length, NULL) == TOKEN04_OK,
                    "token04_issuer_issue_room");
}

static void our_issue_room(void)
{
    issue_room_with(stage.issuer);
}

static void our_issue_room_rtc(void)
{
    issue_room_with(stage.rtc_issuer);
}

static void our_batch(void)
{
    token04_text users[USERS];
    token04_tokens *tokens;
    int i;

    for (i = 0; i < USERS; i++) {
        users[i].data = user_id;
        users[i].length = sizeof user_id - 1;
    }
    contest_require(token04_issuer_issue_many(stage.issuer, users, USERS, ttl, stage.payload, stage.payload_length, NULL,
                                              &tokens, NULL, NULL) == TOKEN04_OK,
                    "token04_issuer_issue_many");
    token04_tokens_free(tokens);
}

static void our_drop_in(void)
{
    char token[TOKEN_CAPACITY];
    size_t length;

    contest_require(token04_generate(app_id, user_id, sizeof user_id - 1, secret, sizeof secret - 1, ttl, stage.payload,
                                     stage.payload_length, token, sizeof token, &length, NULL) == TOKEN04_OK,
                    "token04_generate");
}

static void our_verify(void)
{
    token04_claims *claims;

    contest_require(token04_verifier_verify(stage.verifier, stage.token, stage.token_length, NULL, &claims, NULL)
                        == TOKEN04_OK,
                    "token04_verifier_verify");
    token04_claims_free(claims);
}

static void tuned_issue(void)
{
    char token[TOKEN_CAPACITY];

    contest_require(evp_tuned_issue(stage.tuned, user_id, ttl, stage.payload, token) != 0, "evp_tuned_issue");
}

static void tuned_batch(void)
{
    int i;

    for (i = 0; i < USERS; i++)
        tuned_issue();
}

/* A drop-in function gets the secret with each call, so the key cannot be kept. */
static void tuned_drop_in(void)
{
    contest_require(evp_tuned_rekey(stage.tuned, secret), "evp_tuned_rekey");
    tuned_issue();
}

static void tuned_verify(void)
{
    contest_require(evp_tuned_verify(stage.tuned, stage.token, stage.token_length, (int64_t)time(NULL)),
                    "evp_tuned_verify");
}

static void plain_issue(void)
{
    char *token = evp_plain_issue((uint32_t)app_id, user_id, secret, ttl, stage.payload);

    contest_require(token != NULL, "evp_plain_issue");
    free(token);
}

static void plain_verify(void)
{
    contest_require(evp_plain_verify((uint32_t)app_id, secret, stage.token, stage.token_length, (int64_t)time(NULL)),
                    "evp_plain_verify");
}

static int verifies(const char *token, size_t length)
{
    return token04_verifier_verify(stage.verifier, token, length, NULL, NULL, NULL) == TOKEN04_OK;
}

/* Sets the stage for one payload; each side must read what the other wrote, or the comparison means nothing. */
static void set(const char *payload)
{
    char token[TOKEN_CAPACITY];
    char *plain;

    stage.payload = payload;
    stage.payload_length = strlen(payload);
    contest_require(token04_issuer_issue(stage.issuer, user_id, sizeof user_id - 1, ttl, payload, stage.payload_length,
                                         NULL, stage.token, sizeof stage.token, &stage.token_length, NULL) == TOKEN04_OK,
                    "token04_issuer_issue");
    tuned_verify();
    plain_verify();
    contest_require(verifies(token, evp_tuned_issue(stage.tuned, user_id, ttl, payload, token)), "reading evp tuned");
    plain = evp_plain_issue((uint32_t)app_id, user_id, secret, ttl, payload);
    contest_require(plain != NULL && verifies(plain, strlen(plain)), "reading evp plain");
    free(plain);
}

int main(int argc, char **argv)
{
    static const contest_case plain[] = {
        {"issue/plain", our_issue, tuned_issue, plain_issue, 1},
        {"drop-in/plain", our_drop_in, tuned_drop_in, plain_issue, 1},
        {"verify/plain", our_verify, tuned_verify, plain_verify, 1},
        {"batch/plain", our_batch, tuned_batch, NULL, USERS},
    };
    static const contest_case room[] = {
        {"issue/room", our_issue, tuned_issue, plain_issue, 1},
        {"drop-in/room", our_drop_in, tuned_drop_in, plain_issue, 1},
        {"verify/room", our_verify, tuned_verify, plain_verify, 1},
        {"issue-room/none", our_issue_room, tuned_issue, plain_issue, 1},
        {"issue-room/rtc", our_issue_room_rtc, tuned_issue, plain_issue, 1},
    };

    stage.tuned = evp_tuned_new((uint32_t)app_id, secret);
    contest_require(stage.tuned != NULL, "evp_tuned_new");
    contest_require(token04_issuer_new(app_id, secret, sizeof secret - 1, TOKEN04_MODE_CBC, TOKEN04_PROFILE_NONE,
                                       &stage.issuer, NULL) == TOKEN04_OK
                        && token04_issuer_new(app_id, secret, sizeof secret - 1, TOKEN04_MODE_CBC, TOKEN04_PROFILE_RTC,
                                              &stage.rtc_issuer, NULL) == TOKEN04_OK
                        && token04_verifier_new(app_id, secret, sizeof secret - 1, NULL, &stage.verifier, NULL)
                            == TOKEN04_OK,
                    "setting up");
    set("");
    contest_run(plain, 4, argc, argv);
    set(room_payload);
    contest_run(room, 5, argc, argv);
    token04_verifier_free(stage.verifier);
    token04_issuer_free(stage.rtc_issuer);
    token04_issuer_free(stage.issuer);
    evp_tuned_free(stage.tuned);
    return 0;
}
