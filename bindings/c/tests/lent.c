/* Tokens that are lent: sound, of the calling thread, gone with the next one, and none after an error. */
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
    a_thread_leaves_others_alone();
    token04_verifier_free(verifier);
    token04_issuer_free(issuer);
    return checked();
}
