/* Tokens for many users: all or none, in the order of the users, and which user was at fault. */
#include "check.h"

#include <stdint.h>

static token04_issuer *issuer;
static token04_verifier *verifier;

static token04_text text(const char *string)
{
    token04_text text;

    text.data = string;
    text.length = strlen(string);
    return text;
}

static void every_user_gets_a_token(void)
{
    enum { COUNT = 100 };
    static char names[COUNT][8];
    token04_text users[COUNT];
    token04_tokens *tokens;
    token04_error error = TOKEN04_ERROR_INIT;
    size_t failed = 0, at;

    for (at = 0; at < COUNT; at++) {
        snprintf(names[at], sizeof names[at], "user%d", (int)at);
        users[at] = text(names[at]);
    }
    CHECK_STATUS(token04_issuer_issue_many(issuer, users, COUNT, 60, "p", 1, NULL, &tokens, &failed, &error), TOKEN04_OK);
    CHECK(tokens->count == COUNT && failed == COUNT && tokens->size >= sizeof *tokens);
    for (at = 0; at < COUNT; at++) {
        token04_login login = TOKEN04_LOGIN_INIT;
        token04_claims *claims;

        login.user_id = users[at];
        CHECK(tokens->tokens[at].data[tokens->tokens[at].length] == '\0');
        CHECK_STATUS(token04_verifier_verify(verifier, tokens->tokens[at].data, tokens->tokens[at].length, &login, &claims,
                                             NULL), TOKEN04_OK);
        CHECK(strcmp(token04_claims_body(claims)->payload.data, "p") == 0);
        token04_claims_free(claims);
        CHECK(at == 0 || memcmp(tokens->tokens[at].data + 16, tokens->tokens[at - 1].data + 16, 16) != 0);
    }
    token04_tokens_free(tokens);
}

static void nobody_gets_none(void)
{
    token04_tokens *tokens;

    CHECK_STATUS(token04_issuer_issue_many(issuer, NULL, 0, 60, NULL, 0, NULL, &tokens, NULL, NULL), TOKEN04_OK);
    CHECK(tokens->count == 0);
    token04_tokens_free(tokens);
    token04_tokens_free(NULL);
}

static void the_time_is_that_of_the_options(void)
{
    const int64_t now = 1700000000;
    token04_issue_options options = TOKEN04_ISSUE_OPTIONS_INIT;
    token04_header header = TOKEN04_HEADER_INIT;
    token04_text users[2];
    token04_tokens *tokens;

    users[0] = text("user1");
    users[1] = text("user2");
    options.now = &now;
    CHECK_STATUS(token04_issuer_issue_many(issuer, users, 2, 60, NULL, 0, &options, &tokens, NULL, NULL), TOKEN04_OK);
    CHECK_STATUS(token04_inspect(tokens->tokens[1].data, tokens->tokens[1].length, &now, &header, NULL), TOKEN04_OK);
    CHECK(header.expires_at == now + 60 && !header.expired);
    token04_tokens_free(tokens);
}

/* The status of a call that must fail, for three users of which the second may be at fault. */
static int32_t refused(token04_text second, int64_t ttl, const char *payload, size_t expected, token04_error *error)
{
    token04_text users[3];
    token04_tokens *tokens = (token04_tokens *)&users;
    size_t failed = 0;
    int32_t status;

    users[0] = users[2] = text("user1");
    users[1] = second;
    status = token04_issuer_issue_many(issuer, users, 3, ttl, payload, strlen(payload), NULL, &tokens, &failed, error);
    CHECK(tokens == NULL && failed == expected);
    return status;
}

static void errors(void)
{
    token04_error error = TOKEN04_ERROR_INIT;
    token04_text user = text("user1"), endless = text("user1"), missing = { NULL, 0 };
    token04_tokens *tokens;

    endless.length = SIZE_MAX;
    CHECK_STATUS(refused(text(""), 60, "", 1, &error), TOKEN04_INVALID_USER_ID);
    CHECK(strncmp(error.message, "user_ids[1]: ", 13) == 0);
    CHECK_STATUS(refused(text("\xff"), 0, "", 1, &error), TOKEN04_INVALID_USER_ID);
    CHECK_STATUS(refused(missing, 60, "", 1, &error), TOKEN04_INVALID_ARGUMENT);
    CHECK_STATUS(refused(endless, 60, "", 1, &error), TOKEN04_INVALID_ARGUMENT);
    CHECK_STATUS(refused(user, 0, "", 3, &error), TOKEN04_INVALID_TTL);
    CHECK_STATUS(refused(user, 60, "\xff", 3, &error), TOKEN04_INVALID_PAYLOAD);
    CHECK_STATUS(token04_issuer_issue_many(NULL, &user, 1, 60, NULL, 0, NULL, &tokens, NULL, NULL),
                 TOKEN04_INVALID_ARGUMENT);
    CHECK_STATUS(token04_issuer_issue_many(issuer, NULL, 1, 60, NULL, 0, NULL, &tokens, NULL, NULL),
                 TOKEN04_INVALID_ARGUMENT);
    CHECK_STATUS(token04_issuer_issue_many(issuer, &user, SIZE_MAX, 60, NULL, 0, NULL, &tokens, NULL, NULL),
                 TOKEN04_INVALID_ARGUMENT);
    CHECK_STATUS(token04_issuer_issue_many(issuer, &user, 1, 60, NULL, 0, NULL, NULL, NULL, NULL),
                 TOKEN04_INVALID_ARGUMENT);
}

int main(void)
{
    CHECK_STATUS(token04_issuer_new(app_id, secret, 32, TOKEN04_MODE_CBC, TOKEN04_PROFILE_NONE, &issuer, NULL), TOKEN04_OK);
    CHECK_STATUS(token04_verifier_new(app_id, secret, 32, NULL, &verifier, NULL), TOKEN04_OK);
    every_user_gets_a_token();
    nobody_gets_none();
    the_time_is_that_of_the_options();
    errors();
    token04_issuer_free(issuer);
    token04_verifier_free(verifier);
    return 0;
}
