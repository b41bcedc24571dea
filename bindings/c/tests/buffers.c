/* Buffers that are just large enough and one byte too small, the bound for them, and what one must not write. */
#include "check.h"

#include <stdlib.h>

/* A token into a buffer of exactly `capacity` bytes, so that a checker of memory sees a byte too many. */
static int32_t into(const token04_issuer *issuer, const char *user_id, size_t user_id_length, const char *payload,
                    size_t payload_length, size_t capacity, size_t *length)
{
    char *buffer = malloc(capacity == 0 ? 1 : capacity);
    token04_error error = TOKEN04_ERROR_INIT;
    int32_t status = token04_issuer_issue(issuer, user_id, user_id_length, 3600, payload, payload_length, NULL, buffer,
                                          capacity, length, &error);

    if (status == TOKEN04_OK)
        CHECK(strlen(buffer) == *length && strncmp(buffer, "04", 2) == 0);
    else if (capacity > 0)
        CHECK(buffer[0] == '\0');
    free(buffer);
    return status;
}

static void every_size(int32_t mode)
{
    token04_issuer *issuer = issuer_of(mode);
    char text[300];
    size_t payload_length, length, again;

    memset(text, '"', sizeof text);
    for (payload_length = 0; payload_length < sizeof text; payload_length++) {
        CHECK_STATUS(into(issuer, "user1", 5, text, payload_length, 0, &length), TOKEN04_BUFFER_TOO_SMALL);
        CHECK(length > 0 && length < TOKEN04_TOKEN_CAPACITY(5, payload_length));
        CHECK_STATUS(into(issuer, "user1", 5, text, payload_length, length, &again), TOKEN04_BUFFER_TOO_SMALL);
        CHECK(again == length);
        CHECK_STATUS(into(issuer, "user1", 5, text, payload_length, length + 1, &again), TOKEN04_OK);
        CHECK(again == length);
    }
    token04_issuer_free(issuer);
}

/* The worst that a text can do: every byte of it becomes six. */
static void the_bound_holds(int32_t mode)
{
    static const size_t lengths[] = {1, 2, 3, 100, 1000, 4999, 5000, 5001, 10000, 10895};
    token04_issuer *issuer = issuer_of(mode);
    char *text = malloc(20000);
    size_t i, length;

    memset(text, 1, 20000);
    for (i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        size_t capacity = token04_token_capacity(lengths[i], 0);

        CHECK_STATUS(into(issuer, text, lengths[i], NULL, 0, capacity, &length), TOKEN04_OK);
        CHECK(capacity <= TOKEN04_TOKEN_CAPACITY(lengths[i], 0));
        capacity = token04_token_capacity(1, lengths[i]);
        CHECK_STATUS(into(issuer, text, 1, text, lengths[i], capacity, &length), TOKEN04_OK);
        CHECK(capacity <= TOKEN04_TOKEN_CAPACITY(1, lengths[i]));
    }
    CHECK_STATUS(into(issuer, text, 20000, NULL, 0, TOKEN04_MAX_TOKEN_CAPACITY, &length), TOKEN04_TOO_LONG);
    CHECK(length == 0);
    free(text);
    token04_issuer_free(issuer);
}

static void the_longest_token(void)
{
    token04_issuer *issuer = issuer_of(TOKEN04_MODE_GCM);
    char *text = malloc(65519);
    size_t length = 0, payload_length;

    memset(text, 'x', 65519);
    for (payload_length = 65519; into(issuer, "u", 1, text, payload_length, TOKEN04_MAX_TOKEN_CAPACITY, &length) != 0;)
        payload_length--;
    CHECK(payload_length > 65300 && length < TOKEN04_MAX_TOKEN_CAPACITY && length > TOKEN04_MAX_TOKEN_CAPACITY - 16);
    CHECK(token04_token_capacity(SIZE_MAX, SIZE_MAX) <= TOKEN04_MAX_TOKEN_CAPACITY);
    free(text);
    token04_issuer_free(issuer);
}

/* A token of a room, and a drop-in's, keep the same rules. */
static void other_functions(void)
{
    token04_issuer *issuer = issuer_of(TOKEN04_MODE_CBC);
    token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5);
    char buffer[1024];
    size_t length = 0, again = 0;

    memset(buffer, 'x', sizeof buffer);
    CHECK_STATUS(token04_issuer_issue_room(issuer, "u", 1, 60, &privilege, NULL, buffer, 9, &length, NULL),
                 TOKEN04_BUFFER_TOO_SMALL);
    CHECK(buffer[0] == '\0' && buffer[1] == 'x');
    CHECK_STATUS(token04_issuer_issue_room(issuer, "u", 1, 60, &privilege, NULL, buffer, length + 1, &again, NULL),
                 TOKEN04_OK);
    CHECK(again == length && buffer[length] == '\0' && buffer[length + 1] == 'x');
    memset(buffer, 'x', sizeof buffer);
    CHECK_STATUS(token04_generate(app_id, "u", 1, secret, 32, 60, NULL, 0, buffer, 9, &length, NULL),
                 TOKEN04_BUFFER_TOO_SMALL);
    CHECK(buffer[0] == '\0' && buffer[1] == 'x');
    CHECK_STATUS(token04_generate(app_id, "u", 1, secret, 32, 60, NULL, 0, buffer, length + 1, &again, NULL), TOKEN04_OK);
    CHECK(again == length && buffer[length] == '\0' && buffer[length + 1] == 'x');
    token04_issuer_free(issuer);
}

int main(void)
{
    every_size(TOKEN04_MODE_CBC);
    every_size(TOKEN04_MODE_GCM);
    the_bound_holds(TOKEN04_MODE_CBC);
    the_bound_holds(TOKEN04_MODE_GCM);
    the_longest_token();
    other_functions();
    return checked();
}
