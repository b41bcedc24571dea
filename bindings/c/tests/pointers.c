/* Every function with NULL in every pointer, lengths that lie, and invalid struct fields; diagnose.c does it for
 * diagnosing, options.c for what is optional. */
#include "check.h"

static token04_issuer *issuer;
static token04_verifier *verifier;
static char buffer[1024], token[1024];
static size_t length, token_length;
static token04_error error = TOKEN04_ERROR_INIT;

static void issuer_new(void)
{
    token04_issuer *made = (token04_issuer *)buffer;

    REFUSED(token04_issuer_new(app_id, NULL, 0, 0, 0, &made, &error));
    CHECK(made == NULL);
    REFUSED(token04_issuer_new(app_id, NULL, 32, 0, 0, &made, &error));
    REFUSED(token04_issuer_new(app_id, secret, SIZE_MAX, 0, 0, &made, &error));
    REFUSED(token04_issuer_new(app_id, secret, 32, 0, 0, NULL, &error));
    REFUSED(token04_issuer_new(app_id, secret, 32, 2, 0, &made, &error));
    REFUSED(token04_issuer_new(app_id, secret, 32, -1, 0, &made, &error));
    REFUSED(token04_issuer_new(app_id, secret, 32, 0, TOKEN04_PROFILE_CALL + 1, &made, &error));
    REFUSED(token04_issuer_new(app_id, secret, 32, 0, -1, &made, &error));
    CHECK_STATUS(token04_issuer_new(app_id, secret, 0, 0, 0, &made, NULL), TOKEN04_INVALID_SECRET);
    CHECK_STATUS(token04_issuer_new(app_id, secret, 31, 0, 0, &made, NULL), TOKEN04_INVALID_SECRET);
    CHECK_STATUS(token04_issuer_new(0, NULL, 0, 0, 0, &made, NULL), TOKEN04_INVALID_APP_ID);
    CHECK(made == NULL);
    token04_issuer_free(NULL);
}

static void issue(void)
{
    REFUSED(token04_issuer_issue(NULL, "u", 1, 60, NULL, 0, NULL, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_issuer_issue(issuer, NULL, 0, 60, NULL, 0, NULL, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_issuer_issue(issuer, NULL, 1, 60, NULL, 0, NULL, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_issuer_issue(issuer, "u", SIZE_MAX, 60, NULL, 0, NULL, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_issuer_issue(issuer, "u", 1, 60, NULL, 1, NULL, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_issuer_issue(issuer, "u", 1, 60, "", SIZE_MAX, NULL, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_issuer_issue(issuer, "u", 1, 60, NULL, 0, NULL, NULL, 1, &length, &error));
    CHECK(buffer[0] == '\0' && length == 0);
    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, NULL, 0, NULL, NULL, 0, &length, NULL),
                 TOKEN04_BUFFER_TOO_SMALL);
    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, NULL, 0, NULL, NULL, 0, NULL, NULL),
                 TOKEN04_BUFFER_TOO_SMALL);
    CHECK_STATUS(token04_issuer_issue(issuer, "u", 0, 60, NULL, 0, NULL, buffer, sizeof buffer, &length, NULL),
                 TOKEN04_INVALID_USER_ID);
    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, "", 0, NULL, buffer, sizeof buffer, NULL, NULL), TOKEN04_OK);
    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, "x", 0, NULL, buffer, sizeof buffer, &length, NULL),
                 TOKEN04_OK);
}

static void issue_string(void)
{
    char *string = buffer;

    REFUSED(token04_issuer_issue_string(NULL, "u", 1, 60, NULL, 0, NULL, &string, &length, &error));
    CHECK(string == NULL && length == 0);
    REFUSED(token04_issuer_issue_string(issuer, NULL, 1, 60, NULL, 0, NULL, &string, &length, &error));
    REFUSED(token04_issuer_issue_string(issuer, "u", 1, 60, NULL, 1, NULL, &string, &length, &error));
    REFUSED(token04_issuer_issue_string(issuer, "u", 1, 60, NULL, 0, NULL, NULL, &length, &error));
    CHECK_STATUS(token04_issuer_issue_string(issuer, "u", 1, 60, NULL, 0, NULL, &string, NULL, NULL), TOKEN04_OK);
    CHECK(string != NULL && strlen(string) > 100);
    token04_string_free(string);
    token04_string_free(NULL);
}

static void issue_room(void)
{
    token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5);
    token04_text none = {NULL, 1}, stream = {"s1", 2};
    char *string = buffer;

    REFUSED(token04_issuer_issue_room(NULL, "u", 1, 60, &privilege, NULL, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_issuer_issue_room(issuer, NULL, 1, 60, &privilege, NULL, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_issuer_issue_room(issuer, "u", 1, 60, NULL, NULL, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_issuer_issue_room(issuer, "u", 1, 60, &privilege, NULL, NULL, sizeof buffer, &length, &error));
    REFUSED(token04_privilege_payload(NULL, &string, &length, &error));
    CHECK(string == NULL && length == 0);
    REFUSED(token04_privilege_payload(&privilege, NULL, &length, &error));
    privilege.login = -1;
    REFUSED(token04_privilege_payload(&privilege, &string, &length, &error));
    privilege.login = 1;
    privilege.publish = 2;
    REFUSED(token04_privilege_payload(&privilege, &string, &length, &error));
    privilege.publish = 1;
    privilege.stream_count = 1;
    REFUSED(token04_privilege_payload(&privilege, &string, &length, &error));
    privilege.streams = &none;
    REFUSED(token04_privilege_payload(&privilege, &string, &length, &error));
    privilege.streams = &stream;
    privilege.stream_count = SIZE_MAX;
    REFUSED(token04_privilege_payload(&privilege, &string, &length, &error));
    privilege.stream_count = 0;
    CHECK_STATUS(token04_privilege_payload(&privilege, &string, &length, NULL), TOKEN04_INVALID_ROOM);
    privilege.room_id.data = NULL;
    REFUSED(token04_privilege_payload(&privilege, &string, &length, &error));
    privilege.room_id.length = 0;
    CHECK_STATUS(token04_privilege_payload(&privilege, &string, &length, NULL), TOKEN04_INVALID_ROOM);
    CHECK(string == NULL);
}

static void privilege_parse(void)
{
    token04_privilege *privilege = (token04_privilege *)buffer;

    REFUSED(token04_privilege_parse(NULL, 1, &privilege, &error));
    CHECK(privilege == NULL);
    REFUSED(token04_privilege_parse("{}", SIZE_MAX, &privilege, &error));
    REFUSED(token04_privilege_parse("{}", 2, NULL, &error));
    CHECK_STATUS(token04_privilege_parse("\xff", 1, &privilege, NULL), TOKEN04_INVALID_PAYLOAD);
    CHECK_STATUS(token04_privilege_parse(NULL, 0, &privilege, NULL), TOKEN04_OK);
    CHECK_STATUS(token04_privilege_parse("{}", 2, &privilege, NULL), TOKEN04_OK);
    CHECK(privilege == NULL);
    token04_privilege_free(NULL);
}

static void verify(void)
{
    token04_login login = TOKEN04_LOGIN_INIT;
    token04_claims *claims = (token04_claims *)buffer;
    token04_verifier *made = NULL;

    REFUSED(token04_verifier_new(app_id, NULL, 0, NULL, &made, &error));
    REFUSED(token04_verifier_new(app_id, NULL, 32, NULL, &made, &error));
    REFUSED(token04_verifier_new(app_id, secret, 32, NULL, NULL, &error));
    CHECK(made == NULL);
    token04_verifier_free(NULL);

    REFUSED(token04_verifier_verify(NULL, token, token_length, NULL, &claims, &error));
    CHECK(claims == NULL);
    REFUSED(token04_verifier_verify(verifier, NULL, 0, NULL, &claims, &error));
    REFUSED(token04_verifier_verify(verifier, NULL, 5, NULL, &claims, &error));
    REFUSED(token04_verifier_verify(verifier, token, SIZE_MAX, NULL, &claims, &error));
    login.publish = 2;
    REFUSED(token04_verifier_verify(verifier, token, token_length, &login, &claims, &error));
    login.publish = 0;
    login.require_privilege = -1;
    REFUSED(token04_verifier_verify(verifier, token, token_length, &login, &claims, &error));
    login.require_privilege = 0;
    login.room_id.length = 3;
    REFUSED(token04_verifier_verify(verifier, token, token_length, &login, &claims, &error));
    login.room_id.length = 0;
    CHECK_STATUS(token04_verifier_verify(verifier, token, token_length, &login, NULL, NULL), TOKEN04_OK);
    CHECK_STATUS(token04_verifier_verify(verifier, token, 0, NULL, &claims, NULL), TOKEN04_MALFORMED);
    CHECK_STATUS(token04_verifier_verify(verifier, token, token_length - 1, NULL, &claims, NULL), TOKEN04_MALFORMED);
    CHECK_STATUS(token04_verifier_verify(verifier, "04\xff", 3, NULL, &claims, NULL), TOKEN04_MALFORMED);
    CHECK(claims == NULL && token04_claims_body(NULL) == NULL && token04_claims_privilege(NULL) == NULL);
    token04_claims_free(NULL);
}

static void inspect(void)
{
    const int64_t first = INT64_MIN, last = INT64_MAX;
    token04_header header = TOKEN04_HEADER_INIT;

    REFUSED(token04_inspect(NULL, 0, NULL, &header, &error));
    REFUSED(token04_inspect(token, token_length, NULL, NULL, &error));
    memset(&header, -1, sizeof header);
    header.size = sizeof header;
    CHECK_STATUS(token04_inspect(token, 0, NULL, &header, NULL), TOKEN04_MALFORMED);
    CHECK(header.version == NULL && header.expires_at == 0 && header.size == sizeof header);
    CHECK_STATUS(token04_inspect(token, token_length, &last, &header, NULL), TOKEN04_OK);
    CHECK(header.expired == 1);
    CHECK_STATUS(token04_inspect(token, token_length, &first, &header, NULL), TOKEN04_OK);
    CHECK(header.expired == 0);
}

static void kit(void)
{
    char *string = buffer;
    token04_kit_user *user = (token04_kit_user *)buffer;

    REFUSED(token04_kit_issue(NULL, "u", 1, 60, "r", 1, NULL, 0, NULL, 0, NULL, &string, &length, &error));
    REFUSED(token04_kit_issue(issuer, NULL, 1, 60, "r", 1, NULL, 0, NULL, 0, NULL, &string, &length, &error));
    REFUSED(token04_kit_issue(issuer, "u", 1, 60, NULL, 1, NULL, 0, NULL, 0, NULL, &string, &length, &error));
    REFUSED(token04_kit_issue(issuer, "u", 1, 60, "r", 1, NULL, 1, NULL, 0, NULL, &string, &length, &error));
    REFUSED(token04_kit_issue(issuer, "u", 1, 60, "r", 1, NULL, 0, NULL, 1, NULL, &string, &length, &error));
    REFUSED(token04_kit_issue(issuer, "u", 1, 60, "r", 1, NULL, 0, NULL, 0, NULL, NULL, &length, &error));
    REFUSED(token04_kit_encode(NULL, 0, app_id, "u", 1, "r", 1, NULL, 0, &string, &length, &error));
    REFUSED(token04_kit_encode(token, token_length, app_id, NULL, 1, "r", 1, NULL, 0, &string, &length, &error));
    REFUSED(token04_kit_encode(token, token_length, app_id, "u", 1, NULL, 1, NULL, 0, &string, &length, &error));
    REFUSED(token04_kit_encode(token, token_length, app_id, "u", 1, "r", 1, NULL, 1, &string, &length, &error));
    REFUSED(token04_kit_encode(token, token_length, app_id, "u", 1, "r", 1, NULL, 0, NULL, &length, &error));
    CHECK(string == NULL && length == 0);
    CHECK_STATUS(token04_kit_encode(token, token_length, 4294967296, "u", 1, "r", 1, NULL, 0, &string, NULL, NULL),
                 TOKEN04_INVALID_APP_ID);
    REFUSED(token04_kit_decode(NULL, 0, &user, &error));
    CHECK(user == NULL);
    REFUSED(token04_kit_decode(token, token_length, NULL, &error));
    CHECK_STATUS(token04_kit_decode(token, token_length, &user, NULL), TOKEN04_MALFORMED);
    token04_kit_user_free(NULL);
}

/* Drop-in functions take a missing text for an empty one, as the official functions do. */
static void generate(void)
{
    REFUSED(token04_generate(app_id, "u", 1, secret, 32, 60, NULL, 0, NULL, 1, &length, &error));
    REFUSED(token04_generate(app_id, NULL, 1, secret, 32, 60, NULL, 0, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_generate(app_id, "u", 1, NULL, 32, 60, NULL, 0, buffer, sizeof buffer, &length, &error));
    REFUSED(token04_generate(app_id, "u", 1, secret, 32, 60, NULL, 9, buffer, sizeof buffer, &length, &error));
    CHECK_STATUS(token04_generate(app_id, NULL, 0, secret, 32, 60, NULL, 0, buffer, sizeof buffer, NULL, NULL),
                 TOKEN04_INVALID_USER_ID);
    CHECK_STATUS(token04_generate(app_id, "u", 1, NULL, 0, 60, NULL, 0, buffer, sizeof buffer, NULL, NULL),
                 TOKEN04_INVALID_SECRET);
    CHECK_STATUS(token04_generate(app_id, "u", 1, secret, 32, 60, NULL, 0, buffer, sizeof buffer, NULL, NULL), TOKEN04_OK);
}

int main(void)
{
    issuer = issuer_of(TOKEN04_MODE_CBC);
    verifier = verifier_of();
    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, NULL, 0, NULL, token, sizeof token, &token_length, NULL),
                 TOKEN04_OK);
    issuer_new();
    issue();
    issue_string();
    issue_room();
    privilege_parse();
    verify();
    inspect();
    kit();
    generate();
    token04_verifier_free(verifier);
    token04_issuer_free(issuer);
    return checked();
}
