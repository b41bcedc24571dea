/* The shared vectors of diagnosis, in both languages, in which every finding occurs. */
#include "vectors.h"
#include "vocabulary.h"

#define CONSTANT(id, constant) constant,

static const char *const constants[] = {EACH_TEXT(CONSTANT)};
#define CONSTANT_COUNT (sizeof constants / sizeof *constants)

static int met[CONSTANT_COUNT];

static size_t constant_of(const char *id)
{
    size_t i = 0;

    while (i < CONSTANT_COUNT && strcmp(constants[i], id) != 0)
        i++;
    return i;
}

static int32_t severity_of(const json_t *finding)
{
    static const char *const names[] = {"error", "warning", "note"};
    const char *name = json_string_value(json_object_get(finding, "severity"));
    int32_t i = 0;

    while (i < 3 && strcmp(name, names[i]) != 0)
        i++;
    return i;
}

/* Any character beyond U+2E80, as its first byte in UTF-8 tells. */
static int is_chinese(token04_text text)
{
    size_t i;

    for (i = 0; i < text.length; i++)
        if ((unsigned char)text.data[i] >= 0xe3)
            return 1;
    return 0;
}

static void check_codes(const char *id, const token04_finding *found, const json_t *expected)
{
    size_t i;

    /* Those that name none are not listed. */
    if (!CHECK_CASE(id, found->client_code_count == json_array_size(expected)))
        return;
    for (i = 0; i < found->client_code_count; i++)
        CHECK_CASE(id, found->client_codes[i] == json_integer_value(json_array_get(expected, i)));
}

static void check_finding(const char *id, const token04_finding *found, const json_t *expected, const json_t *one)
{
    const char *name = json_string_value(json_object_get(expected, "id"));
    size_t constant = constant_of(name);

    if (CHECK_CASE(name, constant < CONSTANT_COUNT))
        met[constant] = 1;
    CHECK_CASE(id, same_text(found->id, name, strlen(name)));
    CHECK_CASE(id, found->severity == severity_of(expected));
    CHECK_CASE(id, found->message.length > 0 && strlen(found->message.data) == found->message.length);
    CHECK_CASE(id, found->fix.length > 0 && strlen(found->fix.data) == found->fix.length);
    check_codes(id, found, json_object_get(json_object_get(one, "codes"), name));
}

static void check_report(const char *id, const token04_report *report, const json_t *one, int32_t language)
{
    const json_t *expected = json_object_get(one, "findings"), *claims = json_object_get(one, "claims");
    size_t i;

    CHECK_CASE(id, report->ok == json_is_true(json_object_get(one, "ok")));
    if (!CHECK_CASE(id, report->finding_count == json_array_size(expected)))
        return;
    for (i = 0; i < report->finding_count; i++) {
        check_finding(id, report->findings[i], json_array_get(expected, i), one);
        if (language == TOKEN04_LANGUAGE_ZH)
            CHECK_CASE(id, is_chinese(report->findings[i]->message) && is_chinese(report->findings[i]->fix));
    }
    if (claims != NULL)
        check_claims(id, report->claims, claims);
}

static void diagnose_case(const char *id, const json_t *one)
{
    token04_text token = text_of(one, "token");
    int64_t now = number_of(one, "now"), known_app_id = number_of(one, "app_id");
    token04_question question = TOKEN04_QUESTION_INIT;
    token04_report *report = NULL;
    token04_error error = TOKEN04_ERROR_INIT;

    question.app_id = json_object_get(one, "app_id") == NULL ? NULL : &known_app_id;
    question.secret = text_of(one, "secret");
    question.user_id = text_of(one, "user_id");
    question.room_id = text_of(one, "room_id");
    question.stream_id = text_of(one, "stream_id");
    question.publish = json_is_true(json_object_get(one, "publish"));
    question.profile = profile_of(one);
    question.now = &now;
    for (question.language = TOKEN04_LANGUAGE_EN; question.language <= TOKEN04_LANGUAGE_ZH; question.language++) {
        CHECK_STATUS_CASE(id, token04_diagnose(token.data, token.length, &question, &report, &error), TOKEN04_OK);
        CHECK_CASE(id, error.status == TOKEN04_OK && error.message[0] == '\0');
        if (CHECK_CASE(id, report != NULL))
            check_report(id, report, one, question.language);
        token04_report_free(report);
    }
    text_free(token);
    text_free(question.secret);
    text_free(question.user_id);
    text_free(question.room_id);
    text_free(question.stream_id);
}

int main(void)
{
    size_t i;

    each_case("diagnose.json", diagnose_case);
    for (i = 0; i < CONSTANT_COUNT; i++)
        CHECK_CASE(constants[i], met[i]);
    return checked();
}
