/* A panic inside comes out as TOKEN04_INTERNAL, and the program lives on. Runs with a library that was built with the
 * feature inject-panic: there, every call panics while the environment variable is set. */
#include "check.h"

#include <stdlib.h>

static void every_call(token04_issuer *issuer, token04_verifier *verifier)
{
    token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5);
    char buffer[512], *string = buffer;
    size_t length = 0;
    int32_t number;
    int64_t ttl;
    token04_tokens *tokens = NULL;
    token04_explanation *explanation = NULL;
    token04_error error = TOKEN04_ERROR_INIT;
    token04_header header = TOKEN04_HEADER_INIT;
    token04_issuer *new_issuer = NULL;
    token04_verifier *new_verifier = NULL;
    token04_kit_user *user = NULL;
    token04_privilege *parsed = NULL;
    token04_report *report = NULL;

    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, NULL, 0, NULL, buffer, sizeof buffer, &length, &error),
                 TOKEN04_INTERNAL);
    CHECK(error.status == TOKEN04_INTERNAL && strstr(error.message, "internal") != NULL);
    CHECK(strstr(error.message, "injected") == NULL);
    CHECK_STATUS(token04_issuer_new(app_id, secret, 32, 0, 0, &new_issuer, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_issuer_issue_room(issuer, "u", 1, 60, &privilege, NULL, buffer, sizeof buffer, NULL, NULL),
                 TOKEN04_INTERNAL);
    CHECK_STATUS(token04_issuer_issue_string(issuer, "u", 1, 60, NULL, 0, NULL, &string, NULL, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_privilege_payload(&privilege, &string, NULL, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_privilege_parse("{}", 2, &parsed, NULL), TOKEN04_INTERNAL);
    CHECK(token04_issuer_issue_lent(issuer, "u", 1, 60, NULL, 0, NULL, &error) == NULL
          && error.status == TOKEN04_INTERNAL);
    CHECK(token04_issuer_issue_room_lent(issuer, "u", 1, 60, "", 0, NULL, NULL) == NULL);
    CHECK(token04_generate_lent(app_id, "u", 1, secret, 32, 60, NULL, 0, NULL) == NULL);
    CHECK_STATUS(token04_verifier_new(app_id, secret, 32, NULL, &new_verifier, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_verifier_verify(verifier, "04", 2, NULL, NULL, NULL), TOKEN04_INTERNAL);
    CHECK(token04_verifier_verify_lent(verifier, "04", 2, NULL, NULL) == NULL);
    CHECK_STATUS(token04_inspect("04", 2, NULL, &header, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_kit_issue(issuer, "u", 1, 60, "r", 1, NULL, 0, NULL, 0, NULL, &string, NULL, NULL),
                 TOKEN04_INTERNAL);
    CHECK_STATUS(token04_kit_encode("04", 2, 1, "u", 1, "r", 1, NULL, 0, &string, NULL, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_kit_decode("04", 2, &user, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_generate(app_id, "u", 1, secret, 32, 60, NULL, 0, buffer, sizeof buffer, NULL, NULL),
                 TOKEN04_INTERNAL);
    CHECK_STATUS(token04_mode_from_name("cbc", 3, &number, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_profile_from_name("rtc", 3, &number, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_language_from_name("en", 2, &number, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_refuse(TOKEN04_ARGUMENT_TTL, "1.5", 3, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_ttl_from_text("1h", 2, &ttl, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_issuer_issue_many(issuer, NULL, 0, 60, NULL, 0, NULL, &tokens, NULL, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_explain(50119, TOKEN04_LANGUAGE_EN, &explanation, NULL), TOKEN04_INTERNAL);
    CHECK_STATUS(token04_diagnose("04", 2, NULL, &report, NULL), TOKEN04_INTERNAL);
    CHECK(report == NULL && new_issuer == NULL && new_verifier == NULL && user == NULL && parsed == NULL);
    CHECK(tokens == NULL && explanation == NULL);
}

int main(void)
{
    token04_issuer *issuer = issuer_of(TOKEN04_MODE_CBC);
    token04_verifier *verifier = verifier_of();
    char buffer[512];
    size_t length = 0;

    setenv("TOKEN04_INJECT_PANIC", "1", 1);
    every_call(issuer, verifier);
    unsetenv("TOKEN04_INJECT_PANIC");
    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, NULL, 0, NULL, buffer, sizeof buffer, &length, NULL),
                 TOKEN04_OK);
    CHECK_STATUS(token04_verifier_verify(verifier, buffer, length, NULL, NULL, NULL), TOKEN04_OK);
    token04_verifier_free(verifier);
    token04_issuer_free(issuer);
    return checked();
}
