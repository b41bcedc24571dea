/* Reads the shared vectors, with jansson. */
#include "vectors.h"

#include <stdlib.h>

void each_case(const char *file, void (*test)(const char *id, const json_t *one))
{
    char path[1024];
    json_error_t error;
    json_t *root, *cases, *one;
    size_t i;

    snprintf(path, sizeof path, "%s/%s", TOKEN04_VECTORS, file);
    root = json_load_file(path, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &error);
    cases = json_object_get(root, "cases");
    if (!CHECK_CASE(path, json_array_size(cases) > 0))
        printf("%s\n", error.text);
    json_array_foreach(cases, i, one)
        test(json_string_value(json_object_get(one, "id")), one);
    json_decref(root);
}

static json_t *variant(const json_t *one, const char *name, const char *suffix)
{
    char key[64];

    snprintf(key, sizeof key, "%s%s", name, suffix);
    return json_object_get(one, key);
}

static token04_text copy(const char *data, size_t length, size_t count)
{
    char *out = malloc(length * count + 1), *end = out;
    token04_text text = {out, length * count};

    while (out != NULL && count-- > 0) {
        memcpy(end, data, length);
        end += length;
    }
    return text;
}

static token04_text from_hex(const char *digits)
{
    token04_text text = copy(digits, strlen(digits) / 2, 1);
    size_t i;

    for (i = 0; i < text.length; i++) {
        unsigned byte = 0;

        sscanf(digits + 2 * i, "%2x", &byte);
        ((char *)text.data)[i] = (char)byte;
    }
    return text;
}

token04_text text_of(const json_t *one, const char *name)
{
    json_t *plain = json_object_get(one, name), *repeat = variant(one, name, "_repeat"), *hex = variant(one, name, "_hex");
    token04_text none = {NULL, 0};

    if (json_is_string(plain))
        return copy(json_string_value(plain), json_string_length(plain), 1);
    if (repeat != NULL) {
        json_t *text = json_object_get(repeat, "text");

        return copy(json_string_value(text), json_string_length(text),
                    (size_t)json_integer_value(json_object_get(repeat, "count")));
    }
    return hex != NULL ? from_hex(json_string_value(hex)) : none;
}

void text_free(token04_text text)
{
    free((char *)text.data);
}

int64_t number_of(const json_t *one, const char *name)
{
    json_t *plain = json_object_get(one, name), *text = variant(one, name, "_text");

    if (json_is_string(plain))
        text = plain;
    return text != NULL ? strtoll(json_string_value(text), NULL, 10) : (int64_t)json_integer_value(plain);
}

int needs(const json_t *one, const char *what)
{
    json_t *need;
    size_t i;

    json_array_foreach(json_object_get(one, "needs"), i, need)
        if (strcmp(json_string_value(need), what) == 0)
            return 1;
    return 0;
}

static int32_t index_of(const json_t *name, const char *const *names, int32_t count)
{
    int32_t i;

    for (i = 0; i < count; i++)
        if (json_is_string(name) && strcmp(json_string_value(name), names[i]) == 0)
            return i;
    return CHECK(name == NULL) ? 0 : -1;
}

int32_t mode_of(const json_t *one)
{
    static const char *const names[] = {"cbc", "gcm"};

    return index_of(json_object_get(one, "mode"), names, 2);
}

int32_t profile_of(const json_t *one)
{
    static const char *const names[] = {"", "rtc", "zim", "kit", "call"};

    return index_of(json_object_get(one, "profile"), names, 5);
}

/* null in JSON is -1 in C. */
static int same_right(int32_t right, const json_t *expected)
{
    return right == (json_is_null(expected) ? -1 : json_is_true(expected));
}

int same_privilege(const token04_privilege *privilege, const json_t *expected)
{
    json_t *room_id = json_object_get(expected, "room_id"), *streams = json_object_get(expected, "streams"), *stream;
    size_t i;

    if (privilege == NULL || !json_is_object(expected))
        return privilege == NULL && !json_is_object(expected);
    if (!same_text(privilege->room_id, json_string_value(room_id), json_string_length(room_id))
        || !same_right(privilege->login, json_object_get(expected, "login"))
        || !same_right(privilege->publish, json_object_get(expected, "publish"))
        || (privilege->streams == NULL) != json_is_null(streams) || privilege->stream_count != json_array_size(streams))
        return 0;
    json_array_foreach(streams, i, stream)
        if (!same_text(privilege->streams[i], json_string_value(stream), json_string_length(stream)))
            return 0;
    return 1;
}

void check_claims(const char *id, const token04_claims *claims, const json_t *expected)
{
    const token04_body *body = token04_claims_body(claims);
    token04_text user_id = text_of(expected, "user_id"), payload = text_of(expected, "payload");

    if (!CHECK_CASE(id, body != NULL))
        return;
    CHECK_CASE(id, body->app_id == number_of(expected, "app_id"));
    CHECK_CASE(id, same_text(body->user_id, user_id.data, user_id.length));
    CHECK_CASE(id, body->nonce == number_of(expected, "nonce"));
    CHECK_CASE(id, body->ctime == number_of(expected, "ctime"));
    CHECK_CASE(id, body->expire == number_of(expected, "expire"));
    CHECK_CASE(id, same_text(body->payload, payload.data, payload.length));
    text_free(user_id);
    text_free(payload);
}
