/* The vocabulary that every language shares: codes and their messages, modes, profiles, languages, severities, findings. */
#include <ctype.h>

#include "vectors.h"
#include "vocabulary.h"

#define NUMBER(id, constant) {id, constant, NULL},
#define TEXT(id, constant) {id, 0, constant},

static const struct
{
    const char *id;
    int32_t number;
    const char *text;
} constants[] = {EACH_NUMBER(NUMBER) EACH_TEXT(TEXT)};
#define CONSTANT_COUNT (sizeof constants / sizeof *constants)

static size_t entries;

/* A message is the description from a small letter up to a semicolon or the full stop. */
static void check_message(const char *id, int32_t status, const char *description)
{
    const char *message = token04_status_message(status), *end = strstr(description, "; ");
    size_t length = end != NULL ? (size_t)(end - description) : strlen(description) - 1;

    CHECK_CASE(id, strlen(message) == length && message[0] == tolower((unsigned char)description[0]));
    CHECK_CASE(id, strncmp(message + 1, description + 1, length - 1) == 0);
}

static void entry(const char *id, const json_t *one)
{
    size_t i = 0;
    const char *name = json_string_value(json_object_get(one, "name"));

    entries++;
    while (i < CONSTANT_COUNT && strcmp(constants[i].id, id) != 0)
        i++;
    if (!CHECK_CASE(id, i < CONSTANT_COUNT))
        return;
    if (constants[i].text != NULL)
        CHECK_CASE(id, strcmp(constants[i].text, name) == 0);
    else
        CHECK_CASE(id, constants[i].number == number_of(one, "number"));
    if (strcmp(json_string_value(json_object_get(one, "kind")), "error") == 0)
        check_message(id, constants[i].number, json_string_value(json_object_get(one, "description")));
}

int main(void)
{
    each_case("vocabulary.json", entry);
    CHECK(entries == CONSTANT_COUNT);
    return checked();
}
