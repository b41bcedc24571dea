/* Text that is lent: sound, of the calling thread, gone with the next one, and none after an error. */
#include "check.h"

#include <pthread.h>

static token04_issuer *issuer;
static token04_verifier *verifier;

static int verifies(const char *token)
{
    return token04_verifier_verify(verifier, token, strlen(token), NULL, NULL, NULL) == TOKEN04_OK;
}

static void one_after_the_other(void)
{
    static char text[60000];
    token04_error error = TOKEN04_ERROR_INIT;
    const char *token = token04_issuer_issue_lent(issuer, "user1", 5, 60, NULL, 0, NULL, &error);
    char first[512];

    CHECK(token != NULL && error.status == TOKEN04_OK && verifies(token));
    strcpy(first, token);
    token = token04_generate_lent(app_id, "user1", 5, secret, 32, 60, NULL, 0, &error);
    CHECK(token != NULL && strlen(token) == strlen(first) && strcmp(token, first) != 0 && verifies(token));
    memset(text, 'x', sizeof text);
    token = token04_issuer_issue_lent(issuer, "user1", 5, 60, text, sizeof text, NULL, NULL);
    CHECK(token != NULL && strlen(token) > sizeof text && verifies(token));
    token = token04_issuer_issue_lent(issuer, "user1", 5, 60, NULL, 0, NULL, NULL);
    CHECK(token != NULL && strlen(token) == strlen(first) && verifies(token));
}

/* Its status, for a call that must fail. */
static int32_t refused(const char *token, const token04_error *error)
{
    CHECK(token == NULL && error->message[0] != '\0');
    return error->status;
}

static void errors(void)
{
    token04_error error = TOKEN04_ERROR_INIT;

    CHECK_STATUS(refused(token04_issuer_issue_lent(NULL, "u", 1, 60, NULL, 0, NULL, &error), &error),
                 TOKEN04_INVALID_ARGUMENT);
    CHECK_STATUS(refused(token04_issuer_issue_lent(issuer, NULL, 0, 60, NULL, 0, NULL, &error), &error),
                 TOKEN04_INVALID_ARGUMENT);
    CHECK_STATUS(refused(token04_issuer_issue_lent(issuer, "", 0, 60, NULL, 0, NULL, &error), &error),
                 TOKEN04_INVALID_USER_ID);
    CHECK_STATUS(refused(token04_issuer_issue_lent(issuer, "u", 1, 0, NULL, 0, NULL, &error), &error),
                 TOKEN04_INVALID_TTL);
    CHECK_STATUS(refused(token04_issuer_issue_lent(issuer, "u", 1, 60, "\xff", 1, NULL, &error), &error),
                 TOKEN04_INVALID_PAYLOAD);
    CHECK_STATUS(refused(token04_generate_lent(0, NULL, 0, NULL, 0, 0, NULL, 0, &error), &error), TOKEN04_INVALID_APP_ID);
    CHECK_STATUS(refused(token04_generate_lent(app_id, NULL, 0, NULL, 0, 0, NULL, 0, &error), &error),
                 TOKEN04_INVALID_USER_ID);
    CHECK_STATUS(refused(token04_generate_lent(app_id, "u", 1, NULL, 0, 0, NULL, 0, &error), &error),
                 TOKEN04_INVALID_SECRET);
    CHECK(token04_issuer_issue_lent(NULL, "u", 1, 60, NULL, 0, NULL, NULL) == NULL);
}

static const char *room_lent(const char *privilege, size_t length, token04_error *error)
{
    return token04_issuer_issue_room_lent(issuer, "user1", 5, 60, privilege, length, NULL, error);
}

#define ROOM_LENT(privilege, error) room_lent(privilege, sizeof privilege - 1, error)

/* The claims of a token, which must be sound. */
static token04_claims *claims_of(const char *token)
{
    token04_claims *claims = NULL;

    CHECK(token != NULL && token04_verifier_verify(verifier, token, strlen(token), NULL, &claims, NULL) == TOKEN04_OK);
    return claims;
}

static void packed_privileges(void)
{
    token04_claims *claims = claims_of(ROOM_LENT("1\xff" "0\xff" "2\xffroom1\xffs1\xff\xe6\x88\xbf", NULL));
    const token04_privilege *privilege = token04_claims_privilege(claims);

    CHECK(privilege != NULL && strcmp(privilege->room_id.data, "room1") == 0);
    CHECK(privilege->login == 1 && privilege->publish == 0 && privilege->stream_count == 2);
    CHECK(strcmp(privilege->streams[0].data, "s1") == 0 && strcmp(privilege->streams[1].data, "\xe6\x88\xbf") == 0);
    token04_claims_free(claims);

    claims = claims_of(ROOM_LENT("0\xff" "1\xff\xffroom2", NULL));
    privilege = token04_claims_privilege(claims);
    CHECK(privilege != NULL && strcmp(privilege->room_id.data, "room2") == 0);
    CHECK(privilege->login == 0 && privilege->publish == 1 && privilege->streams == NULL);
    token04_claims_free(claims);
}

static void packed_privileges_that_are_refused(void)
{
    token04_error error = TOKEN04_ERROR_INIT;

#define LENT_REFUSED(privilege, status) CHECK_STATUS(refused(ROOM_LENT(privilege, &error), &error), status)
    LENT_REFUSED("1\xff" "0\xff\xff", TOKEN04_INVALID_ROOM);
    LENT_REFUSED("1\xff" "0\xff" "0\xffroom1", TOKEN04_INVALID_ROOM);
    LENT_REFUSED("1\xff" "0\xff" "1\xffroom1\xff", TOKEN04_INVALID_ROOM);
    /* An id that contains the separator, or other bytes that are not UTF-8. */
    LENT_REFUSED("1\xff" "0\xff\xffroom\xff" "1", TOKEN04_INVALID_ROOM);
    LENT_REFUSED("1\xff" "0\xff" "1\xffroom\xff" "1\xffs1", TOKEN04_INVALID_ROOM);
    LENT_REFUSED("1\xff" "0\xff" "1\xffroom1\xffs\xff" "1", TOKEN04_INVALID_ROOM);
    LENT_REFUSED("1\xff" "0\xff" "1\xffroom1\xff\xed\xa0\x80", TOKEN04_INVALID_ROOM);
    LENT_REFUSED("1\xff" "0\xffx\xffroom1\xffs1", TOKEN04_INVALID_ROOM);
    LENT_REFUSED("", TOKEN04_INVALID_ARGUMENT);
    LENT_REFUSED("1\xff" "0\xff", TOKEN04_INVALID_ARGUMENT);
    LENT_REFUSED("2\xff" "0\xff\xffroom1", TOKEN04_INVALID_ARGUMENT);
    LENT_REFUSED("1\xff\xff\xffroom1", TOKEN04_INVALID_ARGUMENT);
    CHECK_STATUS(refused(room_lent(NULL, 0, &error), &error), TOKEN04_INVALID_ARGUMENT);
    CHECK_STATUS(refused(token04_issuer_issue_room_lent(issuer, "", 0, 60, NULL, 0, NULL, &error), &error),
                 TOKEN04_INVALID_USER_ID);
    CHECK_STATUS(refused(token04_issuer_issue_room_lent(NULL, "u", 1, 60, "", 0, NULL, &error), &error),
                 TOKEN04_INVALID_ARGUMENT);
}

static void packed_claims(void)
{
    token04_error error = TOKEN04_ERROR_INIT;
    token04_login login = TOKEN04_LOGIN_INIT;
    char token[512], expected[256];
    token04_claims *claims;
    const token04_body *body;
    const char *lent;
    size_t length;

    CHECK_STATUS(token04_issuer_issue(issuer, "\xe6\x88\xbf", 3, 60, "{}", 2, NULL, token, sizeof token, &length, NULL),
                 TOKEN04_OK);
    claims = claims_of(token);
    body = token04_claims_body(claims);
    sprintf(expected, "%lu\xff%ld\xff%ld\xff%ld\xff%s\xff%s", (unsigned long)body->app_id, (long)body->nonce,
            (long)body->ctime, (long)body->expire, body->user_id.data, body->payload.data);
    token04_claims_free(claims);
    lent = token04_verifier_verify_lent(verifier, token, length, NULL, &error);
    CHECK(lent != NULL && error.status == TOKEN04_OK && strcmp(lent, expected) == 0);

    login.require_privilege = 1;
    login.user_id.data = "user2";
    login.user_id.length = 5;
    CHECK_STATUS(refused(token04_verifier_verify_lent(verifier, token, length, &login, &error), &error),
                 TOKEN04_WRONG_USER_ID);
    CHECK_STATUS(refused(token04_verifier_verify_lent(verifier, "04", 2, NULL, &error), &error), TOKEN04_MALFORMED);
    CHECK_STATUS(refused(token04_verifier_verify_lent(NULL, token, length, NULL, &error), &error),
                 TOKEN04_INVALID_ARGUMENT);

    /* Text with a NUL is not lent, which is no error. */
    CHECK_STATUS(token04_issuer_issue(issuer, "a\0b", 3, 60, NULL, 0, NULL, token, sizeof token, &length, NULL),
                 TOKEN04_OK);
    CHECK(token04_verifier_verify_lent(verifier, token, length, NULL, &error) == NULL && error.status == TOKEN04_OK);
    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, "a\0b", 3, NULL, token, sizeof token, &length, NULL),
                 TOKEN04_OK);
    CHECK(token04_verifier_verify_lent(verifier, token, length, NULL, &error) == NULL && error.status == TOKEN04_OK);
}

static void *another_thread(void *argument)
{
    const char *token = token04_issuer_issue_lent(issuer, "user2", 5, 60, NULL, 0, NULL, NULL);

    return token != NULL && verifies(token) ? argument : NULL;
}

static void a_thread_leaves_others_alone(void)
{
    const char *token = token04_issuer_issue_lent(issuer, "user1", 5, 60, NULL, 0, NULL, NULL);
    char before[512];
    pthread_t thread;
    void *done = NULL;

    strcpy(before, token);
    CHECK(pthread_create(&thread, NULL, another_thread, before) == 0);
    CHECK(pthread_join(thread, &done) == 0 && done == before);
    CHECK(strcmp(token, before) == 0);
}

int main(void)
{
    issuer = issuer_of(TOKEN04_MODE_CBC);
    verifier = verifier_of();
    one_after_the_other();
    errors();
    packed_privileges();
    packed_privileges_that_are_refused();
    packed_claims();
    a_thread_leaves_others_alone();
    token04_verifier_free(verifier);
    token04_issuer_free(issuer);
    return checked();
}
