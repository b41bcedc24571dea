/* What an error code means, known or not, in both languages; and a diagnosis that starts from a code. */
#include "check.h"

static token04_explanation *explained(int64_t code, token04_language language)
{
    token04_explanation *explanation;

    CHECK_STATUS(token04_explain(code, language, &explanation, NULL), TOKEN04_OK);
    CHECK(explanation->size >= sizeof *explanation && explanation->code == code);
    CHECK(explanation->text.data[explanation->text.length] == '\0');
    return explanation;
}

static void a_known_code(void)
{
    token04_explanation *english = explained(50119, TOKEN04_LANGUAGE_EN), *chinese = explained(50119, TOKEN04_LANGUAGE_ZH);

    CHECK(english->known == 1 && english->cause_count > 1 && english->check_count > 0 && english->near_code_count == 0);
    CHECK(strcmp(english->causes[0].data, TOKEN04_FINDING_JWT) == 0);
    CHECK(english->product.length > 0 && english->meaning.length > 0 && english->next.length > 0);
    CHECK(strstr(english->text.data, english->meaning.data) != NULL);
    CHECK(english->undocumented.data != NULL);
    CHECK(strcmp(english->meaning.data, chinese->meaning.data) != 0);
    token04_explanation_free(english);
    token04_explanation_free(chinese);
}

static void an_unknown_code(void)
{
    token04_explanation *explanation = explained(50118, TOKEN04_LANGUAGE_EN);

    CHECK(explanation->known == 0 && explanation->cause_count == 0 && explanation->undocumented.data == NULL);
    CHECK(explanation->near_code_count > 0 && explanation->near_codes[0] == 50119);
    token04_explanation_free(explanation);
    token04_explanation_free(explained(INT64_MIN, TOKEN04_LANGUAGE_ZH));
    token04_explanation_free(NULL);
}

static void errors(void)
{
    token04_explanation *explanation = (token04_explanation *)&explanation;

    CHECK_STATUS(token04_explain(1, 2, &explanation, NULL), TOKEN04_INVALID_ARGUMENT);
    CHECK(explanation == NULL);
    CHECK_STATUS(token04_explain(1, TOKEN04_LANGUAGE_EN, NULL, NULL), TOKEN04_INVALID_ARGUMENT);
}

static void a_diagnosis_with_a_code(void)
{
    const int64_t now = 4000000000, code = 1002077;
    const char token[] = "04AAAAAGVT/xAAEGtmdTI4MGlqZmdmZGYweGsAcInnmCMfQrPQgbySMFxgsz7ibs6hFzHo8LIFbMbEJb79C0UcQZu9Qo0id0"
                         "JlN9ZJMjanWAlcfObiepo0aCfyFnNyw2coaWNfkVaZtWfHGyFxjWH4IJzWNqO1f770h1Ruqp92otL1qBR+MyqeMm6a3bg=";
    token04_question question = TOKEN04_QUESTION_INIT;
    token04_report *report;

    question.now = &now;
    CHECK_STATUS(token04_diagnose(token, sizeof token - 1, &question, &report, NULL), TOKEN04_OK);
    CHECK(report->finding_count > 0 && strcmp(report->findings[0]->id.data, TOKEN04_FINDING_EXPIRED) == 0);
    token04_report_free(report);
    question.code = &code;
    CHECK_STATUS(token04_diagnose(token, sizeof token - 1, &question, &report, NULL), TOKEN04_OK);
    CHECK(report->finding_count > 0);
    token04_report_free(report);
}

int main(void)
{
    a_known_code();
    an_unknown_code();
    errors();
    a_diagnosis_with_a_code();
    return 0;
}
