/* A program and a library of different versions. CMakeLists.txt compiles this with this version's header and with a later
 * one (NEWER_HEADER), and links each with this version's library and with a later one (NEWER_LIBRARY): later means that
 * every struct has one more field, `injected`, which the later library sets to 4. */
#include <stddef.h>
#include <stdlib.h>

#include "check.h"

enum
{
    INJECTED = 4,
    GUARD = 0x5a
};

static token04_issuer *issuer;
static token04_verifier *verifier;
static char token[1024], kit_token[1024];
static size_t token_length, kit_token_length;
static token04_error error = TOKEN04_ERROR_INIT;

/* The calls that read each struct. */
static token04_status with_issue_options(const void *options)
{
    char buffer[1024];

    return token04_issuer_issue(issuer, "u", 1, 60, NULL, 0, options, buffer, sizeof buffer, NULL, &error);
}

static token04_status with_privilege(const void *privilege)
{
    char buffer[1024];

    return token04_issuer_issue_room(issuer, "u", 1, 60, privilege, NULL, buffer, sizeof buffer, NULL, &error);
}

static token04_status with_verifier_options(const void *options)
{
    token04_verifier *made = NULL;
    token04_status status = token04_verifier_new(app_id, secret, 32, options, &made, &error);

    token04_verifier_free(made);
    return status;
}

static token04_status with_login(const void *login)
{
    return token04_verifier_verify(verifier, token, token_length, login, NULL, &error);
}

static token04_status with_question(const void *question)
{
    token04_report *report = NULL;
    token04_status status = token04_diagnose(token, token_length, question, &report, &error);

    token04_report_free(report);
    return status;
}

static token04_status with_header(const void *header)
{
    return token04_inspect(token, token_length, NULL, (token04_header *)header, &error);
}

/* The sizes of all later versions, and those that no version has. */
static void sizes(token04_status (*call)(const void *), const void *init, size_t size)
{
    static const size_t wrong[] = {0, 1, 4, SIZE_MAX, SIZE_MAX / 2, 4097};
    union
    {
        size_t size;
        char bytes[4096];
    } block;
    void *exact = malloc(size);
    size_t i;

    /* A checker of memory sees a byte too many. */
    memcpy(exact, init, size);
    CHECK_STATUS(call(exact), TOKEN04_OK);
    free(exact);
    memset(&block, 0, sizeof block);
    memcpy(&block, init, size);
    for (i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        block.size = wrong[i];
        REFUSED(call(&block));
        CHECK(strstr(error.message, "size must be sizeof(token04_") != NULL);
    }
#ifndef NEWER_HEADER
    block.size = size - 1;
    REFUSED(call(&block));
#endif
    /* Fields that the library does not have, and their default. */
    for (block.size = size + 16; block.size <= sizeof block; block.size += 816)
        CHECK_STATUS(call(&block), TOKEN04_OK);
}

static void unknown_fields(token04_status (*call)(const void *), const void *init, size_t size)
{
    union
    {
        size_t size;
        char bytes[512];
    } block;
    size_t i;

    for (i = size + 8; i < size + 24; i++) {
        memset(&block, 0, sizeof block);
        memcpy(&block, init, size);
        block.size = size + 24;
        block.bytes[i] = 1;
        REFUSED(call(&block));
        CHECK(strstr(error.message, "sets a field that version") != NULL);
    }
}

static void inputs(void)
{
    token04_issue_options issue_options = TOKEN04_ISSUE_OPTIONS_INIT;
    token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5);
    token04_verifier_options verifier_options = TOKEN04_VERIFIER_OPTIONS_INIT;
    token04_login login = TOKEN04_LOGIN_INIT;
    token04_question question = TOKEN04_QUESTION_INIT;
    token04_header header = TOKEN04_HEADER_INIT;

    sizes(with_issue_options, &issue_options, sizeof issue_options);
    sizes(with_privilege, &privilege, sizeof privilege);
    sizes(with_verifier_options, &verifier_options, sizeof verifier_options);
    sizes(with_login, &login, sizeof login);
    sizes(with_question, &question, sizeof question);
    sizes(with_header, &header, sizeof header);
    unknown_fields(with_issue_options, &issue_options, sizeof issue_options);
    unknown_fields(with_privilege, &privilege, sizeof privilege);
    unknown_fields(with_verifier_options, &verifier_options, sizeof verifier_options);
    unknown_fields(with_login, &login, sizeof login);
    unknown_fields(with_question, &question, sizeof question);
#ifdef NEWER_HEADER
    /* What the program asks for, a library that knows it does, and an older one refuses. */
    issue_options.injected = privilege.injected = verifier_options.injected = login.injected = question.injected = 1;
#ifdef NEWER_LIBRARY
    CHECK_STATUS(with_issue_options(&issue_options), TOKEN04_OK);
    CHECK_STATUS(with_privilege(&privilege), TOKEN04_OK);
    CHECK_STATUS(with_verifier_options(&verifier_options), TOKEN04_OK);
    CHECK_STATUS(with_login(&login), TOKEN04_OK);
    CHECK_STATUS(with_question(&question), TOKEN04_OK);
#else
    REFUSED(with_issue_options(&issue_options));
    REFUSED(with_privilege(&privilege));
    REFUSED(with_verifier_options(&verifier_options));
    REFUSED(with_login(&login));
    REFUSED(with_question(&question));
#endif
#endif
}

static int guarded(const char *guard, size_t size)
{
    size_t i = 0;

    while (i < size && guard[i] == GUARD)
        i++;
    return i == size;
}

/* What the library fills, it fills no further than it reaches. */
static void filled(void)
{
    struct
    {
        token04_header header;
        char guard[64];
    } read = {TOKEN04_HEADER_INIT, {0}};
    struct
    {
        token04_error error;
        char guard[64];
    } failed = {TOKEN04_ERROR_INIT, {0}};

    memset(read.guard, GUARD, sizeof read.guard);
    memset(failed.guard, GUARD, sizeof failed.guard);
#ifdef NEWER_HEADER
    read.header.injected = failed.error.injected = 7;
#endif
    CHECK_STATUS(token04_inspect(token, token_length, NULL, &read.header, &failed.error), TOKEN04_OK);
    CHECK(read.header.iv_bytes == 16 && read.header.size == sizeof read.header);
    CHECK(guarded(read.guard, sizeof read.guard) && guarded(failed.guard, sizeof failed.guard));
#ifdef NEWER_HEADER
#ifdef NEWER_LIBRARY
    CHECK(read.header.injected == INJECTED);
#else
    CHECK(read.header.injected == 7);
#endif
#endif
    CHECK_STATUS(token04_inspect("05", 2, NULL, &read.header, &failed.error), TOKEN04_MALFORMED);
    CHECK(failed.error.size == sizeof failed.error && failed.error.message[0] != '\0');
    CHECK(guarded(read.guard, sizeof read.guard) && guarded(failed.guard, sizeof failed.guard));
#ifdef NEWER_HEADER
    CHECK(failed.error.injected == 7);
#endif
    /* Without a place for the details, the call is not made. */
    for (failed.error.size = 0; failed.error.size < 256; failed.error.size += 8) {
        failed.error.status = 55;
        CHECK_STATUS(token04_inspect(token, token_length, NULL, &read.header, &failed.error), TOKEN04_INVALID_ARGUMENT);
        CHECK(failed.error.status == 55);
    }
}

/* Which fields the library's struct has, by its size. */
#ifdef NEWER_HEADER
#ifdef NEWER_LIBRARY
#define CHECK_OWNED(pointer) CHECK((pointer)->size == sizeof *(pointer) && (pointer)->injected == INJECTED)
#else
#define CHECK_OWNED(pointer) CHECK((pointer)->size == sizeof *(pointer) - sizeof(pointer)->injected)
#endif
#else
#ifdef NEWER_LIBRARY
#define CHECK_OWNED(pointer) CHECK((pointer)->size == sizeof *(pointer) + sizeof(int64_t))
#else
#define CHECK_OWNED(pointer) CHECK((pointer)->size == sizeof *(pointer))
#endif
#endif

static void owned(void)
{
    token04_privilege *privilege = NULL;
    token04_kit_user *parts = NULL;
    token04_claims *claims = NULL;
    token04_report *report = NULL;
    token04_tokens *tokens = NULL;
    token04_explanation *explanation = NULL;
    const token04_text user = {"u", 1};
    size_t i;

    CHECK_STATUS(token04_privilege_parse("{\"room_id\":\"r\",\"privilege\":{\"1\":1}}", 35, &privilege, NULL),
                 TOKEN04_OK);
    CHECK_OWNED(privilege);
    CHECK_STATUS(with_privilege(privilege), TOKEN04_INVALID_ARGUMENT);
    privilege->publish = 0;
    CHECK_STATUS(with_privilege(privilege), TOKEN04_OK);
    token04_privilege_free(privilege);
    CHECK_STATUS(token04_kit_decode(kit_token, kit_token_length, &parts, NULL), TOKEN04_OK);
    CHECK_OWNED(parts);
    CHECK(parts->app_id == app_id);
    token04_kit_user_free(parts);
    CHECK_STATUS(token04_verifier_verify(verifier, token, token_length, NULL, &claims, NULL), TOKEN04_OK);
    CHECK_OWNED(token04_claims_body(claims));
    CHECK(token04_claims_body(claims)->app_id == app_id);
    token04_claims_free(claims);
    CHECK_STATUS(token04_issuer_issue_many(issuer, &user, 1, 60, NULL, 0, NULL, &tokens, NULL, NULL), TOKEN04_OK);
    CHECK_OWNED(tokens);
    CHECK(tokens->count == 1);
    token04_tokens_free(tokens);
    CHECK_STATUS(token04_explain(50119, TOKEN04_LANGUAGE_EN, &explanation, NULL), TOKEN04_OK);
    CHECK_OWNED(explanation);
    CHECK(explanation->known == 1);
    token04_explanation_free(explanation);
    /* More than one finding: a list does not depend on the size of its items. */
    CHECK_STATUS(token04_diagnose("04AAAA\n", 7, NULL, &report, NULL), TOKEN04_OK);
    CHECK_OWNED(report);
    CHECK(report->finding_count > 1);
    for (i = 0; i < report->finding_count; i++) {
        CHECK_OWNED(report->findings[i]);
        CHECK(report->findings[i]->fix.length > 0);
    }
    token04_report_free(report);
}

/* A later field must not lie in the padding of an earlier version: there, a size would not tell whether it exists. */
#ifndef NEWER_HEADER
#define CHECK_NO_PADDING(type, last) CHECK(offsetof(type, last) + sizeof((type *)0)->last == sizeof(type))

static void no_padding(void)
{
    CHECK_NO_PADDING(token04_error, message);
    CHECK_NO_PADDING(token04_issue_options, reserved);
    CHECK_NO_PADDING(token04_privilege, stream_count);
    CHECK_NO_PADDING(token04_verifier_options, reserved);
    CHECK_NO_PADDING(token04_login, require_privilege);
    CHECK_NO_PADDING(token04_body, reserved);
    CHECK_NO_PADDING(token04_header, ciphertext_bytes);
    CHECK_NO_PADDING(token04_kit_user, reserved);
    CHECK_NO_PADDING(token04_question, reserved);
    CHECK_NO_PADDING(token04_finding, reserved);
    CHECK_NO_PADDING(token04_report, reserved);
    CHECK_NO_PADDING(token04_tokens, count);
    CHECK_NO_PADDING(token04_explanation, reserved);
}
#endif

int main(void)
{
    char *string = NULL;

    issuer = issuer_of(TOKEN04_MODE_CBC);
    verifier = verifier_of();
    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, NULL, 0, NULL, token, sizeof token, &token_length, NULL),
                 TOKEN04_OK);
    CHECK_STATUS(token04_kit_issue(issuer, "u", 1, 60, "r", 1, NULL, 0, NULL, 0, NULL, &string, &kit_token_length,
                                   NULL), TOKEN04_OK);
    CHECK(kit_token_length < sizeof kit_token);
    memcpy(kit_token, string, kit_token_length + 1);
    token04_string_free(string);
    inputs();
    filled();
    owned();
#ifndef NEWER_HEADER
    no_padding();
#endif
    token04_verifier_free(verifier);
    token04_issuer_free(issuer);
    return checked();
}
