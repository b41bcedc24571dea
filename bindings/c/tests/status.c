/* Numbers that are not a status, the order of the drop-in's checks, and the version. */
#include "check.h"

static void other_numbers_have_no_message(void)
{
    CHECK(strcmp(token04_status_message(-1), "unknown status") == 0);
    CHECK(strcmp(token04_status_message(2), "unknown status") == 0);
    CHECK(strcmp(token04_status_message(TOKEN04_OK), "success") == 0);
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
    CHECK(token04_version_number() == TOKEN04_VERSION_NUMBER);
    CHECK(TOKEN04_VERSION_NUMBER
          == (TOKEN04_VERSION_MAJOR * 100 + TOKEN04_VERSION_MINOR) * 100 + TOKEN04_VERSION_PATCH);
}

int main(void)
{
    other_numbers_have_no_message();
    the_official_order();
    the_version();
    return checked();
}
