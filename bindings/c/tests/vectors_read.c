/* The shared vectors of what is read: tokens of all writers are verified and inspected, bad ones refused. */
#include "vectors.h"

static token04_verifier *verifier_for(const char *id, const json_t *one)
{
    token04_text key = text_of(one, "secret");
    token04_verifier_options options = TOKEN04_VERIFIER_OPTIONS_INIT;
    token04_verifier *verifier = NULL;

    options.previous_secret = text_of(one, "previous_secret");
    options.leeway = number_of(one, "leeway");
    CHECK_STATUS_CASE(id, token04_verifier_new(number_of(one, "app_id"), key.data, key.length, &options, &verifier,
                                               NULL), TOKEN04_OK);
    text_free(key);
    text_free(options.previous_secret);
    return verifier;
}

static void check_header(const char *id, token04_text token, const json_t *one)
{
    int64_t now = number_of(one, "now"), expires_at = number_of(one, "expires_at");
    token04_header header = TOKEN04_HEADER_INIT;

    CHECK_STATUS_CASE(id, token04_inspect(token.data, token.length, &now, &header, NULL), TOKEN04_OK);
    CHECK_CASE(id, strcmp(header.version, "04") == 0);
    CHECK_CASE(id, header.mode == mode_of(one));
    CHECK_CASE(id, header.expires_at == expires_at);
    CHECK_CASE(id, header.expired == (now >= expires_at));
    CHECK_CASE(id, header.iv_bytes == number_of(one, "iv_bytes"));
    CHECK_CASE(id, header.ciphertext_bytes == number_of(one, "ciphertext_bytes"));
}

static void open_case(const char *id, const json_t *one)
{
    token04_verifier *verifier = verifier_for(id, one);
    token04_text token = text_of(one, "token");
    int64_t now = number_of(one, "now");
    token04_login login = TOKEN04_LOGIN_INIT;
    token04_claims *claims = NULL;

    login.now = &now;
    CHECK_STATUS_CASE(id, token04_verifier_verify(verifier, token.data, token.length, &login, &claims, NULL), TOKEN04_OK);
    check_claims(id, claims, json_object_get(one, "claims"));
    CHECK_CASE(id, same_privilege(token04_claims_privilege(claims), json_object_get(one, "privilege")));
    check_header(id, token, one);
    token04_claims_free(claims);
    token04_verifier_free(verifier);
    text_free(token);
}

/* A language that cannot fix clock, nonce and IV verifies what the second implementation made with them. */
static void issue_case(const char *id, const json_t *one)
{
    token04_verifier *verifier = verifier_for(id, one);
    token04_text token = text_of(one, "token"), user_id = text_of(one, "user_id"), payload = text_of(one, "payload");
    int64_t now = number_of(one, "now");
    token04_login login = TOKEN04_LOGIN_INIT;
    token04_claims *claims = NULL;
    const token04_body *body;

    login.now = &now;
    CHECK_STATUS_CASE(id, token04_verifier_verify(verifier, token.data, token.length, &login, &claims, NULL), TOKEN04_OK);
    body = token04_claims_body(claims);
    if (CHECK_CASE(id, body != NULL)) {
        CHECK_CASE(id, body->app_id == number_of(one, "app_id"));
        CHECK_CASE(id, same_text(body->user_id, user_id.data, user_id.length));
        CHECK_CASE(id, same_text(body->payload, payload.data, payload.length));
        CHECK_CASE(id, body->nonce == number_of(one, "nonce"));
        CHECK_CASE(id, body->ctime == now);
        CHECK_CASE(id, body->expire == now + number_of(one, "ttl"));
    }
    token04_claims_free(claims);
    token04_verifier_free(verifier);
    text_free(token);
    text_free(user_id);
    text_free(payload);
}

static void reject_case(const char *id, const json_t *one)
{
    token04_verifier *verifier = verifier_for(id, one);
    const json_t *expected = json_object_get(one, "login");
    token04_text token = text_of(one, "token");
    int64_t now = number_of(one, "now");
    token04_login login = TOKEN04_LOGIN_INIT;
    token04_claims *claims = NULL;
    token04_error error = TOKEN04_ERROR_INIT;
    int32_t code = (int32_t)number_of(one, "code");

    login.user_id = text_of(expected, "user_id");
    login.room_id = text_of(expected, "room_id");
    login.stream_id = text_of(expected, "stream_id");
    login.publish = json_is_true(json_object_get(expected, "publish"));
    login.require_privilege = json_is_true(json_object_get(expected, "require_privilege"));
    login.now = &now;
    CHECK_STATUS_CASE(id, token04_verifier_verify(verifier, token.data, token.length, &login, &claims, &error), code);
    CHECK_CASE(id, error.status == code && (claims == NULL) == (code != 0) && (error.message[0] == '\0') == (code == 0));
    token04_claims_free(claims);
    token04_verifier_free(verifier);
    text_free(token);
    text_free(login.user_id);
    text_free(login.room_id);
    text_free(login.stream_id);
}

int main(void)
{
    each_case("open.json", open_case);
    each_case("issue.json", issue_case);
    each_case("reject.json", reject_case);
    return checked();
}
