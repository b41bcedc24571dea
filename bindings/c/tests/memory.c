/* What scripts/test/memory.mjs scans: one operation, its objects freed, and this program's own copy of the secret
 * wiped. */
#include <stdlib.h>
#include <unistd.h>

#include "check.h"

static char own_secret[32];

/* Overwrites memory in a way that the compiler cannot leave out. */
static void wipe(char *data, size_t length)
{
    volatile char *bytes = data;

    while (length > 0)
        bytes[--length] = 0;
}

static void wait_for_line(void)
{
    char byte;

    while (read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n')
        ;
}

static int32_t issue(int32_t mode, token04_issuer **issuer, char *token, size_t capacity)
{
    CHECK_STATUS(token04_issuer_new(app_id, own_secret, 32, mode, TOKEN04_PROFILE_NONE, issuer, NULL), TOKEN04_OK);
    return token04_issuer_issue(*issuer, "user1", 5, 3600, NULL, 0, NULL, token, capacity, NULL, NULL);
}

static int32_t verify(const char *secret_before, token04_verifier **verifier, const char *token)
{
    static const char other[] = "fedcba9876543210fedcba9876543210";
    const char *first = secret_before == NULL ? own_secret : other;
    token04_login login = TOKEN04_LOGIN_INIT;
    token04_verifier_options options = TOKEN04_VERIFIER_OPTIONS_INIT;
    token04_claims *claims = NULL;
    int32_t status;

    login.user_id.data = "user1";
    login.user_id.length = 5;
    options.previous_secret.data = secret_before;
    options.previous_secret.length = secret_before == NULL ? 0 : 32;
    CHECK_STATUS(token04_verifier_new(app_id, first, 32, &options, verifier, NULL), TOKEN04_OK);
    status = token04_verifier_verify(*verifier, token, strlen(token), &login, &claims, NULL);
    token04_claims_free(claims);
    return status;
}

static int32_t diagnose(const char *token)
{
    token04_question question = TOKEN04_QUESTION_INIT;
    token04_report *report = NULL;
    int32_t status;

    question.secret.data = own_secret;
    question.secret.length = 32;
    status = token04_diagnose(token, strlen(token), &question, &report, NULL);
    token04_report_free(report);
    return status;
}

int main(int argc, char **argv)
{
    const char *operation = argc > 1 ? argv[1] : "";
    const char *given = argc > 2 ? argv[2] : "";
    token04_issuer *issuer = NULL;
    token04_verifier *verifier = NULL;
    char token[1024] = "";
    int32_t status = -1;
    size_t filled = 0;

    while (filled < sizeof own_secret) {
        ssize_t got = read(STDIN_FILENO, own_secret + filled, sizeof own_secret - filled);
        if (got <= 0)
            return 2;
        filled += (size_t)got;
    }
    if (strcmp(operation, "issue-cbc") == 0)
        status = issue(TOKEN04_MODE_CBC, &issuer, token, sizeof token);
    else if (strcmp(operation, "issue-gcm") == 0)
        status = issue(TOKEN04_MODE_GCM, &issuer, token, sizeof token);
    else if (strcmp(operation, "drop-in") == 0)
        status = token04_generate(app_id, "user1", 5, own_secret, 32, 3600, NULL, 0, token, sizeof token, NULL, NULL);
    else if (strcmp(operation, "verify") == 0)
        status = verify(NULL, &verifier, given);
    else if (strcmp(operation, "verify-previous") == 0)
        status = verify(own_secret, &verifier, given);
    else if (strcmp(operation, "diagnose") == 0)
        status = diagnose(given);
    printf("%d %s\n", (int)status, token);
    fflush(stdout);
    wait_for_line();

    token04_issuer_free(issuer);
    token04_verifier_free(verifier);
    wipe(own_secret, sizeof own_secret);
    puts("freed");
    fflush(stdout);
    wait_for_line();
    return failures != 0;
}
