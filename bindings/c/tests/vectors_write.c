/* The shared vectors of what is made: arguments, privileges and kit tokens. */
#include "vectors.h"

#include <stdlib.h>

enum
{
    MAX_STREAMS = 16
};

/* Fills in the privilege of a case; the texts are freed with privilege_free. */
static void privilege_of(const json_t *room, token04_privilege *privilege, token04_text *streams)
{
    const json_t *list = json_object_get(room, "streams"), *stream;
    size_t i;

    memset(privilege, 0, sizeof *privilege);
    privilege->size = sizeof *privilege;
    privilege->room_id = text_of(room, "room_id");
    privilege->login = !json_is_false(json_object_get(room, "login"));
    privilege->publish = json_is_true(json_object_get(room, "publish"));
    privilege->streams = json_is_array(list) ? streams : NULL;
    privilege->stream_count = json_array_size(list);
    CHECK(privilege->stream_count <= MAX_STREAMS);
    json_array_foreach(list, i, stream) {
        streams[i].data = json_string_value(stream);
        streams[i].length = json_string_length(stream);
    }
}

static int32_t issue(const token04_issuer *issuer, const json_t *one, char *buffer, size_t *length, token04_error *error)
{
    token04_text user_id = text_of(one, "user_id"), payload = text_of(one, "payload");
    int64_t ttl = number_of(one, "ttl");
    int32_t status;

    if (json_object_get(one, "room") != NULL) {
        token04_text streams[MAX_STREAMS];
        token04_privilege privilege;

        privilege_of(json_object_get(one, "room"), &privilege, streams);
        status = token04_issuer_issue_room(issuer, user_id.data, user_id.length, ttl, &privilege, NULL, buffer,
                                           TOKEN04_MAX_TOKEN_CAPACITY, length, error);
        text_free(privilege.room_id);
    } else {
        status = token04_issuer_issue(issuer, user_id.data, user_id.length, ttl, payload.data, payload.length, NULL,
                                      buffer, TOKEN04_MAX_TOKEN_CAPACITY, length, error);
    }
    text_free(user_id);
    text_free(payload);
    return status;
}

static int32_t kit_issue(const token04_issuer *issuer, const json_t *one, char *buffer, size_t *length,
                         token04_error *error)
{
    token04_text user_id = text_of(one, "user_id"), user_name = text_of(one, "user_name");
    token04_text room_id = text_of(json_object_get(one, "room"), "room_id");
    char *string = NULL;
    int32_t status = token04_kit_issue(issuer, user_id.data, user_id.length, number_of(one, "ttl"), room_id.data,
                                       room_id.length, user_name.data, user_name.length, NULL, 0, NULL, &string, length, error);

    if (string != NULL) {
        CHECK(strlen(string) == *length && *length < TOKEN04_MAX_TOKEN_CAPACITY);
        memcpy(buffer, string, *length + 1);
    }
    token04_string_free(string);
    text_free(user_id);
    text_free(user_name);
    text_free(room_id);
    return status;
}

static int32_t drop_in(const json_t *one, char *buffer, size_t *length, token04_error *error)
{
    token04_text user_id = text_of(one, "user_id"), key = text_of(one, "secret"), payload = text_of(one, "payload");
    int32_t status = token04_generate(number_of(one, "app_id"), user_id.data, user_id.length, key.data, key.length,
                                      number_of(one, "ttl"), payload.data, payload.length, buffer,
                                      TOKEN04_MAX_TOKEN_CAPACITY, length, error);

    text_free(user_id);
    text_free(key);
    text_free(payload);
    return status;
}

static int32_t make(const json_t *one, char *buffer, size_t *length, token04_error *error)
{
    const char *call = json_string_value(json_object_get(one, "call"));
    token04_text key = text_of(one, "secret");
    token04_issuer *issuer = NULL;
    int32_t status;

    if (strcmp(call, "drop_in") == 0) {
        status = drop_in(one, buffer, length, error);
    } else {
        status = token04_issuer_new(number_of(one, "app_id"), key.data, key.length, mode_of(one), profile_of(one), &issuer,
                                    error);
        if (status == TOKEN04_OK)
            status = strcmp(call, "kit") == 0 ? kit_issue(issuer, one, buffer, length, error)
                                              : issue(issuer, one, buffer, length, error);
    }
    token04_issuer_free(issuer);
    text_free(key);
    return status;
}

static void arguments_case(const char *id, const json_t *one)
{
    static const char *const beyond_c[] = {"big-integer", "float", "any-type", "lone-surrogate"};
    static char buffer[TOKEN04_MAX_TOKEN_CAPACITY];
    int32_t code = (int32_t)number_of(one, "code");
    token04_error error = TOKEN04_ERROR_INIT;
    token04_header header = TOKEN04_HEADER_INIT;
    size_t length = 0, i;

    for (i = 0; i < sizeof beyond_c / sizeof *beyond_c; i++)
        if (needs(one, beyond_c[i]))
            return;
    /* Only pointers can be NULL. */
    if (needs(one, "null") && (json_is_null(json_object_get(one, "app_id")) || json_is_null(json_object_get(one, "ttl"))))
        return;
    error.status = -1;
    memset(buffer, 'x', sizeof buffer);
    CHECK_STATUS_CASE(id, make(one, buffer, &length, &error), code);
    CHECK_CASE(id, error.status == code && (error.message[0] == '\0') == (code == TOKEN04_OK));
    CHECK_CASE(id, strstr(error.message, secret) == NULL);
    if (code == TOKEN04_OK) {
        CHECK_CASE(id, strlen(buffer) == length);
        CHECK_STATUS_CASE(id, token04_inspect(buffer, length, NULL, &header, NULL), TOKEN04_OK);
        CHECK_CASE(id, header.mode == mode_of(one) && !header.expired);
    } else {
        CHECK_CASE(id, length == 0);
    }
}

static void privilege_case(const char *id, const json_t *one)
{
    const char *direction = json_string_value(json_object_get(one, "direction"));
    token04_text payload = text_of(one, "payload");
    const json_t *read = json_object_get(one, "privilege");

    if (strcmp(direction, "write") == 0) {
        token04_text streams[MAX_STREAMS];
        token04_privilege privilege;
        char *string = NULL;
        size_t length = 0;

        privilege_of(one, &privilege, streams);
        CHECK_STATUS_CASE(id, token04_privilege_payload(&privilege, &string, &length, NULL), TOKEN04_OK);
        CHECK_CASE(id, string != NULL && length == payload.length && memcmp(string, payload.data, length) == 0);
        token04_string_free(string);
        text_free(privilege.room_id);
    }
    if (strcmp(direction, "read") == 0 || read != NULL) {
        token04_issuer *issuer = issuer_of(TOKEN04_MODE_CBC);
        token04_verifier *verifier = verifier_of();
        token04_claims *claims = NULL;
        token04_privilege *parsed = NULL;
        static char buffer[TOKEN04_MAX_TOKEN_CAPACITY];
        size_t length = 0;

        CHECK_STATUS_CASE(id, token04_privilege_parse(payload.data, payload.length, &parsed, NULL), TOKEN04_OK);
        CHECK_CASE(id, same_privilege(parsed, read));
        token04_privilege_free(parsed);
        CHECK_STATUS_CASE(id, token04_issuer_issue(issuer, "u", 1, 60, payload.data, payload.length, NULL, buffer,
                                                   sizeof buffer, &length, NULL), TOKEN04_OK);
        CHECK_STATUS_CASE(id, token04_verifier_verify(verifier, buffer, length, NULL, &claims, NULL), TOKEN04_OK);
        CHECK_CASE(id, same_privilege(token04_claims_privilege(claims), read));
        token04_claims_free(claims);
        token04_verifier_free(verifier);
        token04_issuer_free(issuer);
    }
    text_free(payload);
}

static void kit_encode_case(const char *id, const json_t *one)
{
    const json_t *user = json_object_get(one, "user");
    token04_text token = text_of(one, "token"), kit_token = text_of(one, "kit_token");
    token04_text user_id = text_of(user, "user_id"), room_id = text_of(user, "room_id"), name = text_of(user, "user_name");
    int32_t code = (int32_t)number_of(one, "code");
    char *string = NULL;
    size_t length = 0;

    CHECK_STATUS_CASE(id, token04_kit_encode(token.data, token.length, number_of(user, "app_id"), user_id.data,
                                             user_id.length, room_id.data, room_id.length, name.data, name.length, &string,
                                             &length, NULL), code);
    CHECK_CASE(id, (string == NULL) == (code != TOKEN04_OK));
    if (code == TOKEN04_OK)
        CHECK_CASE(id, length == kit_token.length && memcmp(string, kit_token.data, length) == 0);
    token04_string_free(string);
    text_free(token);
    text_free(kit_token);
    text_free(user_id);
    text_free(room_id);
    text_free(name);
}

static void kit_decode_case(const char *id, const json_t *one)
{
    const json_t *user = json_object_get(one, "user");
    token04_text token = text_of(one, "token"), kit_token = text_of(one, "kit_token");
    token04_text user_id = text_of(user, "user_id"), room_id = text_of(user, "room_id"), name = text_of(user, "user_name");
    int32_t code = (int32_t)number_of(one, "code");
    token04_kit_user *read = NULL;

    CHECK_STATUS_CASE(id, token04_kit_decode(kit_token.data, kit_token.length, &read, NULL), code);
    if (CHECK_CASE(id, (read == NULL) == (code != TOKEN04_OK)) && read != NULL) {
        CHECK_CASE(id, read->app_id == number_of(user, "app_id"));
        CHECK_CASE(id, same_text(read->user_id, user_id.data, user_id.length));
        CHECK_CASE(id, same_text(read->room_id, room_id.data, room_id.length));
        CHECK_CASE(id, same_text(read->user_name, name.data, name.length));
        CHECK_CASE(id, same_text(read->token, token.data, token.length));
    }
    token04_kit_user_free(read);
    text_free(token);
    text_free(kit_token);
    text_free(user_id);
    text_free(room_id);
    text_free(name);
}

static void kit_case(const char *id, const json_t *one)
{
    const char *direction = json_string_value(json_object_get(one, "direction"));

    if (strcmp(direction, "decode") != 0)
        kit_encode_case(id, one);
    if (strcmp(direction, "encode") != 0)
        kit_decode_case(id, one);
}

int main(void)
{
    each_case("arguments.json", arguments_case);
    each_case("privilege.json", privilege_case);
    each_case("kit.json", kit_case);
    return checked();
}
