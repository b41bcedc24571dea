/* Diagnosing with NULL in every pointer, lengths that lie, invalid fields, and bytes that are no text. */
#include "check.h"

static char token[1024];
static size_t token_length;
static token04_error error = TOKEN04_ERROR_INIT;

/* Each field of a question that is invalid, and each pointer. */
static void question(void)
{
    const token04_question init = TOKEN04_QUESTION_INIT;
    token04_report *report = (token04_report *)token;
    token04_question asked = init;
    token04_text *texts[] = {&asked.secret, &asked.user_id, &asked.room_id, &asked.stream_id};
    const int32_t statuses[] = {TOKEN04_INVALID_SECRET, TOKEN04_INVALID_USER_ID, TOKEN04_INVALID_ROOM, TOKEN04_INVALID_ROOM};
    int32_t *numbers[] = {&asked.publish, &asked.profile, &asked.language, &asked.reserved};
    const int32_t most[] = {1, TOKEN04_PROFILE_CALL, TOKEN04_LANGUAGE_ZH, 0};
    const int64_t app_ids[] = {0, -1, 4294967296, INT64_MAX};
    size_t i;

    for (i = 0; i < 4; i++) {
        asked.app_id = &app_ids[i];
        CHECK_STATUS(token04_diagnose(token, token_length, &asked, &report, NULL), TOKEN04_INVALID_APP_ID);
        asked = init;
        *numbers[i] = -1;
        REFUSED(token04_diagnose(token, token_length, &asked, &report, &error));
        *numbers[i] = most[i] + 1;
        REFUSED(token04_diagnose(token, token_length, &asked, &report, &error));
        asked = init;
        texts[i]->length = 1;
        REFUSED(token04_diagnose(token, token_length, &asked, &report, &error));
        texts[i]->data = "\xff";
        CHECK_STATUS(token04_diagnose(token, token_length, &asked, &report, NULL), statuses[i]);
        texts[i]->length = SIZE_MAX;
        REFUSED(token04_diagnose(token, token_length, &asked, &report, &error));
        asked = init;
    }
    CHECK(report == NULL);
}

/* Whether a diagnosis finds this first. */
static int finds(const char *text, size_t text_length, const token04_question *asked, const char *id)
{
    token04_report *report = NULL;
    int found;

    CHECK_STATUS(token04_diagnose(text, text_length, asked, &report, NULL), TOKEN04_OK);
    found = report != NULL && report->finding_count > 0 && strcmp(report->findings[0]->id.data, id) == 0;
    token04_report_free(report);
    return found;
}

static void diagnose(void)
{
    token04_report *report = (token04_report *)token;
    token04_question asked = TOKEN04_QUESTION_INIT;

    REFUSED(token04_diagnose(NULL, 0, NULL, &report, &error));
    CHECK(report == NULL);
    REFUSED(token04_diagnose(NULL, 5, NULL, &report, &error));
    REFUSED(token04_diagnose(token, SIZE_MAX, NULL, &report, &error));
    REFUSED(token04_diagnose(token, token_length, NULL, NULL, &error));
    token04_report_free(NULL);

    CHECK(finds(token, token_length, NULL, TOKEN04_FINDING_UNAUTHENTICATED_CBC));
    CHECK(finds(token, token_length - 1, NULL, TOKEN04_FINDING_TRANSPORT_DAMAGE));
    CHECK(finds(token, token_length - 8, NULL, TOKEN04_FINDING_TRUNCATED));
    /* Any bytes may be asked about. */
    CHECK(finds("", 0, NULL, TOKEN04_FINDING_TRUNCATED));
    CHECK(finds("\xff\0\xf0\x9f", 4, NULL, TOKEN04_FINDING_VERSION));
    CHECK(finds("04\xff", 3, NULL, TOKEN04_FINDING_TRUNCATED));
    /* A secret that is no good is one to find out about. */
    asked.secret.data = secret;
    asked.secret.length = 31;
    CHECK(finds(token, token_length, &asked, TOKEN04_FINDING_WRONG_SECRET));
    asked.secret.length = 0;
    CHECK(finds(token, token_length, &asked, TOKEN04_FINDING_WRONG_SECRET));
}

int main(void)
{
    token04_issuer *issuer = issuer_of(TOKEN04_MODE_CBC);

    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, NULL, 0, NULL, token, sizeof token, &token_length, NULL),
                 TOKEN04_OK);
    question();
    diagnose();
    token04_issuer_free(issuer);
    return checked();
}
