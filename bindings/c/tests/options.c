/* What a call can be given besides its arguments: times, nanoseconds, required privileges, names, the wording of errors. */
#include "check.h"

static token04_issuer *issuer;
static char buffer[1024];
static size_t length;
static token04_error error = TOKEN04_ERROR_INIT;

static int says(const char *message)
{
    if (strcmp(error.message, message) == 0)
        return 1;
    printf("%s\n", error.message);
    return 0;
}

static token04_status issue(int64_t ttl, const token04_issue_options *options)
{
    return token04_issuer_issue(issuer, "u", 1, ttl, NULL, 0, options, buffer, sizeof buffer, &length, &error);
}

/* When the token in the buffer, or after an error nothing, expires. */
static int64_t expiry(const char *token)
{
    token04_header header = TOKEN04_HEADER_INIT;

    CHECK_STATUS(token04_inspect(token, strlen(token), NULL, &header, NULL), TOKEN04_OK);
    return header.expires_at;
}

static void a_given_time_of_issue(void)
{
    const int64_t now = 1700000000, first = 0, before = -1, milliseconds = 1700000000000;
    token04_issue_options options = TOKEN04_ISSUE_OPTIONS_INIT;
    token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5);
    char *string = NULL;
    const char *lent;

    CHECK_STATUS(issue(60, &options), TOKEN04_OK);
    CHECK(expiry(buffer) > now + 60);
    options.now = &now;
    CHECK_STATUS(issue(60, &options), TOKEN04_OK);
    CHECK(expiry(buffer) == now + 60);
    CHECK_STATUS(token04_issuer_issue_room(issuer, "u", 1, 60, &privilege, &options, buffer, sizeof buffer, NULL, NULL),
                 TOKEN04_OK);
    CHECK(expiry(buffer) == now + 60);
    CHECK_STATUS(token04_issuer_issue_string(issuer, "u", 1, 60, NULL, 0, &options, &string, NULL, NULL), TOKEN04_OK);
    CHECK(expiry(string) == now + 60);
    token04_string_free(string);
    CHECK_STATUS(token04_kit_issue(issuer, "u", 1, 60, "r", 1, NULL, 0, NULL, 0, &options, &string, NULL, NULL),
                 TOKEN04_OK);
    CHECK(expiry(string) == now + 60);
    token04_string_free(string);
    lent = token04_issuer_issue_lent(issuer, "u", 1, 60, NULL, 0, &options, NULL);
    CHECK(lent != NULL && expiry(lent) == now + 60);
    options.now = &first;
    CHECK_STATUS(issue(60, &options), TOKEN04_OK);
    CHECK(expiry(buffer) == 60);
    options.now = &before;
    REFUSED(issue(60, &options));
    CHECK(says("now must be whole unix seconds, at least 0, got -1"));
    options.now = &milliseconds;
    REFUSED(issue(60, &options));
    CHECK(says("now must be whole unix seconds, at least 0, got 1700000000000, which looks like milliseconds"));
    CHECK(buffer[0] == '\0' && length == 0);
    REFUSED(token04_issuer_issue_room(issuer, "u", 1, 60, &privilege, &options, buffer, sizeof buffer, NULL, &error));
    REFUSED(token04_issuer_issue_string(issuer, "u", 1, 60, NULL, 0, &options, &string, NULL, &error));
    REFUSED(token04_kit_issue(issuer, "u", 1, 60, "r", 1, NULL, 0, NULL, 0, &options, &string, NULL, &error));
    CHECK(string == NULL && token04_issuer_issue_lent(issuer, "u", 1, 60, NULL, 0, &options, NULL) == NULL);
    /* User id and ttl come first. */
    CHECK_STATUS(issue(0, &options), TOKEN04_INVALID_TTL);
}

static void a_ttl_is_never_rounded(void)
{
    static const struct
    {
        int64_t ttl;
        int32_t nanoseconds;
        const char *got;
    } cases[] = {
        {1, 500000000, "1.5"}, {-1, 500000000, "-0.5"},         {0, 1, "0.000000001"},
        {0, 0, "0"},           {0, INT32_MIN, "-2.147483648"},  {1, -999999999, "0.000000001"},
        {-3600, 0, "-3600"},   {3600, INT32_MAX, "3602.147483647"},
    };
    token04_issue_options options = TOKEN04_ISSUE_OPTIONS_INIT;
    char message[128];
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        options.ttl_nanoseconds = cases[i].nanoseconds;
        CHECK_STATUS(issue(cases[i].ttl, &options), TOKEN04_INVALID_TTL);
        snprintf(message, sizeof message, "ttl must be whole seconds, at least 1, got %s", cases[i].got);
        CHECK(says(message));
    }
    options.ttl_nanoseconds = 0;
    options.reserved = 1;
    REFUSED(issue(60, &options));
    CHECK(says("issue_options.reserved must be 0, got 1"));
}

static token04_status verifier_with(const token04_verifier_options *options)
{
    token04_verifier *verifier = (token04_verifier *)buffer;
    token04_status status = token04_verifier_new(app_id, secret, 32, options, &verifier, &error);

    CHECK((verifier != NULL) == (status == TOKEN04_OK));
    token04_verifier_free(verifier);
    return status;
}

static void verifier_options(void)
{
    token04_verifier_options options = TOKEN04_VERIFIER_OPTIONS_INIT;

    CHECK_STATUS(verifier_with(&options), TOKEN04_OK);
    options.previous_secret.data = secret;
    options.previous_secret.length = 31;
    CHECK_STATUS(verifier_with(&options), TOKEN04_INVALID_SECRET);
    options.previous_secret.data = NULL;
    REFUSED(verifier_with(&options));
    options.previous_secret.length = 0;
    options.leeway = -1;
    REFUSED(verifier_with(&options));
    CHECK(says("leeway must be whole seconds, at least 0, got -1"));
    options.leeway_nanoseconds = 250000000;
    REFUSED(verifier_with(&options));
    CHECK(says("leeway must be whole seconds, at least 0, got -0.75"));
    options.leeway = INT64_MAX;
    options.leeway_nanoseconds = 0;
    CHECK_STATUS(verifier_with(&options), TOKEN04_OK);
    options.reserved = -1;
    REFUSED(verifier_with(&options));
}

/* Clocks that differ, a time that is given, and an identity token where a privilege token is required. */
static void login(void)
{
    const int64_t issued = 1700000000, last = issued + 59, expired = issued + 60, late = issued + 65;
    token04_verifier_options options = TOKEN04_VERIFIER_OPTIONS_INIT;
    token04_issue_options times = TOKEN04_ISSUE_OPTIONS_INIT;
    token04_login login = TOKEN04_LOGIN_INIT;
    token04_verifier *verifier = NULL;

    times.now = &issued;
    options.leeway = 5;
    CHECK_STATUS(issue(60, &times), TOKEN04_OK);
    CHECK_STATUS(token04_verifier_new(app_id, secret, 32, &options, &verifier, NULL), TOKEN04_OK);
    CHECK_STATUS(token04_verifier_verify(verifier, buffer, length, &login, NULL, NULL), TOKEN04_EXPIRED);
    login.now = &last;
    CHECK_STATUS(token04_verifier_verify(verifier, buffer, length, &login, NULL, NULL), TOKEN04_OK);
    login.now = &expired;
    CHECK_STATUS(token04_verifier_verify(verifier, buffer, length, &login, NULL, NULL), TOKEN04_OK);
    login.require_privilege = 1;
    CHECK_STATUS(token04_verifier_verify(verifier, buffer, length, &login, NULL, NULL), TOKEN04_NOT_PERMITTED);
    login.require_privilege = 2;
    REFUSED(token04_verifier_verify(verifier, buffer, length, &login, NULL, &error));
    CHECK(says("require_privilege must be 0 or 1, got 2"));
    login.require_privilege = 0;
    login.now = &late;
    CHECK_STATUS(token04_verifier_verify(verifier, buffer, length, &login, NULL, NULL), TOKEN04_EXPIRED);
    token04_verifier_free(verifier);
}

/* An app id that is absent is not checked; 0 is one that nobody has. */
static void absent_app_id(void)
{
    const int64_t zero = 0, other = 2;
    token04_question question = TOKEN04_QUESTION_INIT;
    token04_report *report = NULL;

    question.secret.data = secret;
    question.secret.length = 32;
    CHECK_STATUS(issue(60, NULL), TOKEN04_OK);
    CHECK_STATUS(token04_diagnose(buffer, length, &question, &report, &error), TOKEN04_OK);
    CHECK(report != NULL && report->ok);
    token04_report_free(report);
    question.app_id = &other;
    CHECK_STATUS(token04_diagnose(buffer, length, &question, &report, &error), TOKEN04_OK);
    CHECK(report != NULL && !report->ok && strcmp(report->findings[0]->id.data, TOKEN04_FINDING_APP_ID_MISMATCH) == 0);
    token04_report_free(report);
    question.app_id = &zero;
    CHECK_STATUS(token04_diagnose(buffer, length, &question, &report, &error), TOKEN04_INVALID_APP_ID);
    CHECK(report == NULL && says("app_id must be 1 to 4294967295, got 0"));
}

static void names(void)
{
    static const char *const modes[] = {"cbc", "gcm"}, *const languages[] = {"en", "zh"};
    static const char *const profiles[] = {NULL, "rtc", "zim", "kit", "call"};
    int32_t number, i;

    for (i = 0; i < 2; i++) {
        CHECK_STATUS(token04_mode_from_name(modes[i], 3, &number, &error), TOKEN04_OK);
        CHECK(number == i);
        CHECK_STATUS(token04_language_from_name(languages[i], 2, &number, &error), TOKEN04_OK);
        CHECK(number == i);
    }
    for (i = 0; i <= TOKEN04_PROFILE_CALL; i++) {
        size_t name_length = profiles[i] == NULL ? 0 : strlen(profiles[i]);

        CHECK_STATUS(token04_profile_from_name(profiles[i], name_length, &number, &error), TOKEN04_OK);
        CHECK(number == i);
    }
    CHECK_STATUS(token04_mode_from_name(NULL, 0, &number, &error), TOKEN04_OK);
    CHECK(number == TOKEN04_MODE_CBC);
    CHECK_STATUS(token04_language_from_name(NULL, 0, &number, &error), TOKEN04_OK);
    CHECK(number == TOKEN04_LANGUAGE_EN);
    number = -1;
    REFUSED(token04_mode_from_name("CBC", 3, &number, &error));
    CHECK(number == 0 && says("mode must be one of cbc, gcm"));
    REFUSED(token04_mode_from_name("", 0, &number, &error));
    REFUSED(token04_mode_from_name("\xff", 1, &number, &error));
    REFUSED(token04_mode_from_name(NULL, 1, &number, &error));
    REFUSED(token04_mode_from_name("cbc", SIZE_MAX, &number, &error));
    REFUSED(token04_mode_from_name("cbc", 3, NULL, &error));
    CHECK(says("mode must not be NULL"));
    REFUSED(token04_profile_from_name("none", 4, &number, &error));
    CHECK(says("profile must be one of rtc, zim, kit, call"));
    REFUSED(token04_profile_from_name("rtc", 3, NULL, &error));
    REFUSED(token04_language_from_name("de", 2, &number, &error));
    REFUSED(token04_language_from_name("en", 2, NULL, &error));
}

/* Arguments and null in the words of each language. */
static void wording(void)
{
    static const char *const user_id[] = {"user_id must be a string, not NULL", "userId must be a string, not null",
                                          "userID must be a string, not nil"};
    static const char *const object[] = {"issuer must not be NULL", "issuer must not be null",
                                         "issuer must not be nil"};
    static const char *const invalid = "wording must be 0 (user_id), 1 (userId) or 2 (userID), got 3";

    for (error.wording = 0; error.wording < 3; error.wording++) {
        REFUSED(token04_issuer_issue(issuer, NULL, 0, 60, NULL, 0, NULL, buffer, sizeof buffer, &length, &error));
        CHECK(says(user_id[error.wording]));
        REFUSED(token04_issuer_issue(NULL, "u", 1, 60, NULL, 0, NULL, buffer, sizeof buffer, &length, &error));
        CHECK(says(object[error.wording]));
    }
    REFUSED(issue(60, NULL));
    CHECK(says(invalid));
    error.wording = -1;
    REFUSED(issue(60, NULL));
    error.wording = 0;
    CHECK_STATUS(issue(60, NULL), TOKEN04_OK);
    CHECK(error.status == TOKEN04_OK && error.message[0] == '\0');
}

static void refuse(void)
{
    static const struct
    {
        token04_argument argument;
        const char *got;
        token04_status status;
        const char *message;
    } cases[] = {
        {TOKEN04_ARGUMENT_APP_ID, "a list", 1, "appId must be 1 to 4294967295, got a list"},
        {TOKEN04_ARGUMENT_APP_ID, NULL, 1, "appId must be 1 to 4294967295, got null"},
        {TOKEN04_ARGUMENT_USER_ID, "an int", 3, "userId must be a string, got an int"},
        {TOKEN04_ARGUMENT_USER_ID, NULL, 901, "userId must be a string, not null"},
        {TOKEN04_ARGUMENT_SECRET, "an int", 5, "secret must be a string, got an int"},
        {TOKEN04_ARGUMENT_TTL, "1.5", 6, "ttl must be whole seconds, at least 1, got 1.5"},
        {TOKEN04_ARGUMENT_PAYLOAD, "a list", 104, "payload must be a string, got a list"},
        {TOKEN04_ARGUMENT_ROOM_ID, "an int", 102, "roomId must be a string, got an int"},
        {TOKEN04_ARGUMENT_ROOM_ID, NULL, 102, "roomId must be a string, not null"},
        {TOKEN04_ARGUMENT_STREAM_ID, "an int", 102, "stream id must be a string, got an int"},
        {TOKEN04_ARGUMENT_STREAMS, "a string", 102, "streams must be a list of stream ids, got a string"},
        {TOKEN04_ARGUMENT_USER_NAME, "an int", 3, "userName must be a string, got an int"},
        {TOKEN04_ARGUMENT_TOKEN, "an int", 901, "token must be a string, got an int"},
        {TOKEN04_ARGUMENT_LEEWAY, "NaN", 901, "leeway must be whole seconds, at least 0, got NaN"},
        {TOKEN04_ARGUMENT_NOW, "NaN", 901, "now must be whole unix seconds, at least 0, got NaN"},
        {TOKEN04_ARGUMENT_LOGIN, "1", 901, "login must be true or false, got 1"},
        {TOKEN04_ARGUMENT_PUBLISH, "1", 901, "publish must be true or false, got 1"},
        {TOKEN04_ARGUMENT_REQUIRE_PRIVILEGE, NULL, 901, "requirePrivilege must be true or false, got null"},
        {TOKEN04_ARGUMENT_REQUIRE_PRIVILEGE + 1, NULL, 901, "argument must be a token04_argument, got 15"},
        {-1, "x", 901, "argument must be a token04_argument, got -1"},
    };
    size_t i;

    error.wording = TOKEN04_WORDING_CAMEL_CASE;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = cases[i].got;

        CHECK_STATUS(token04_refuse(cases[i].argument, got, got == NULL ? 0 : strlen(got), &error), cases[i].status);
        CHECK(error.status == cases[i].status && says(cases[i].message));
        CHECK_STATUS(token04_refuse(cases[i].argument, got, got == NULL ? 0 : strlen(got), NULL), cases[i].status);
    }
    REFUSED(token04_refuse(TOKEN04_ARGUMENT_TTL, NULL, 1, &error));
    REFUSED(token04_refuse(TOKEN04_ARGUMENT_TTL, "x", SIZE_MAX, &error));
    CHECK_STATUS(token04_refuse(TOKEN04_ARGUMENT_TTL, "\xff", 1, &error), TOKEN04_INVALID_TTL);
    error.wording = 0;
}

static void a_ttl_as_text(void)
{
    token04_error error = TOKEN04_ERROR_INIT;
    int64_t seconds = -1;

    CHECK_STATUS(token04_ttl_from_text("10m", 3, &seconds, &error), TOKEN04_OK);
    CHECK(seconds == 600);
    CHECK_STATUS(token04_ttl_from_text("3600", 4, &seconds, &error), TOKEN04_OK);
    CHECK(seconds == 3600);
    CHECK_STATUS(token04_ttl_from_text("soon", 4, &seconds, &error), TOKEN04_INVALID_TTL);
    CHECK(seconds == 0 && strstr(error.message, "soon") == NULL);
    CHECK_STATUS(token04_ttl_from_text("18446744073709551615", 20, &seconds, &error), TOKEN04_INVALID_TTL);
    CHECK_STATUS(token04_ttl_from_text(NULL, 0, &seconds, &error), TOKEN04_INVALID_TTL);
    CHECK_STATUS(token04_ttl_from_text("1", 1, NULL, &error), TOKEN04_INVALID_ARGUMENT);
}

int main(void)
{
    a_ttl_as_text();
    issuer = issuer_of(TOKEN04_MODE_CBC);
    a_given_time_of_issue();
    a_ttl_is_never_rounded();
    verifier_options();
    login();
    absent_app_id();
    names();
    wording();
    refuse();
    token04_issuer_free(issuer);
    return checked();
}
