/* Every status and its message, the order of the drop-in's checks, and the version. */
#include "check.h"

static void every_status_has_a_message(void)
{
    static const int32_t all[] = {0, 1, 3, 5, 6, 101, 102, 103, 104, 201, 202, 204, 205, 206, 207, 208, 901, 902, 903};
    static const int32_t named[] = {
        TOKEN04_OK, TOKEN04_INVALID_APP_ID, TOKEN04_INVALID_USER_ID, TOKEN04_INVALID_SECRET, TOKEN04_INVALID_TTL,
        TOKEN04_TOO_LONG, TOKEN04_INVALID_ROOM, TOKEN04_RANDOM_UNAVAILABLE, TOKEN04_INVALID_PAYLOAD, TOKEN04_MALFORMED,
        TOKEN04_UNDECIPHERABLE, TOKEN04_EXPIRED, TOKEN04_WRONG_APP_ID, TOKEN04_WRONG_USER_ID, TOKEN04_EXPIRE_MISMATCH,
        TOKEN04_NOT_PERMITTED, TOKEN04_INVALID_ARGUMENT, TOKEN04_BUFFER_TOO_SMALL, TOKEN04_INTERNAL,
    };
    size_t i, j, count = sizeof all / sizeof *all;

    CHECK(sizeof named == sizeof all && memcmp(named, all, sizeof all) == 0);
    CHECK(strcmp(token04_status_message(-1), "unknown status") == 0);
    CHECK(strcmp(token04_status_message(2), "unknown status") == 0);
    for (i = 0; i < count; i++) {
        CHECK(strcmp(token04_status_message(all[i]), "unknown status") != 0);
        for (j = 0; j < i; j++)
            CHECK(strcmp(token04_status_message(all[i]), token04_status_message(all[j])) != 0);
    }
}

/* The code of the drop-in where the last arguments, one more at a time, are right. */
static void the_official_order(void)
{
    static const struct
    {
        int64_t app_id;
        const char *user_id;
        size_t secret_length;
        int64_t ttl;
        const char *payload;
        int32_t status;
    } cases[] = {
        {0, "", 31, 0, "\xff", TOKEN04_INVALID_APP_ID},
        {-1, "\xff", 31, 0, "\xff", TOKEN04_INVALID_APP_ID},
        {1, "", 31, 0, "\xff", TOKEN04_INVALID_USER_ID},
        {1, "\xff", 31, 0, "\xff", TOKEN04_INVALID_USER_ID},
        {1, "u", 31, 0, "\xff", TOKEN04_INVALID_SECRET},
        {1, "u", 32, 0, "\xff", TOKEN04_INVALID_TTL},
        {1, "u", 32, -3600, "\xff", TOKEN04_INVALID_TTL},
        {1, "u", 32, 1, "\xff", TOKEN04_INVALID_PAYLOAD},
        {1, "u", 32, 1, "", TOKEN04_OK},
    };
    char buffer[1024];
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STATUS(token04_generate(cases[i].app_id, cases[i].user_id, strlen(cases[i].user_id), secret,
                                      cases[i].secret_length, cases[i].ttl, cases[i].payload, strlen(cases[i].payload),
                                      buffer, sizeof buffer, NULL, NULL),
                     cases[i].status);
}

static void the_version(void)
{
    char numbers[32];

    snprintf(numbers, sizeof numbers, "%d.%d.%d", TOKEN04_VERSION_MAJOR, TOKEN04_VERSION_MINOR, TOKEN04_VERSION_PATCH);
    CHECK(strcmp(token04_version(), TOKEN04_VERSION) == 0);
    CHECK(strcmp(token04_version(), numbers) == 0);
}

int main(void)
{
    every_status_has_a_message();
    the_official_order();
    the_version();
    return checked();
}
