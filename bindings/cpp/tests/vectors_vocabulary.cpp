// The vocabulary that every language shares: codes, modes, profiles, languages, severities and findings, in C++ and in
// the C header.
#include <map>

#include "../../c/tests/vocabulary.h"
#include "vectors.hpp"
#include "vocabulary.hpp"

#define NUMBER(id, constant) {id, static_cast<std::int32_t>(constant)},
#define TEXT(id, constant) {id, constant},

static const std::map<std::string, std::int32_t> numbers = {EACH_NUMBER(NUMBER)};
static const std::map<std::string, std::int32_t> enumerators = {EACH_ENUMERATOR(NUMBER)};
static const std::map<std::string, std::string> texts = {EACH_TEXT(TEXT)};
static const std::map<std::string, std::string> finding_ids = {EACH_FINDING(TEXT)};

int main()
{
    std::size_t entries = 0;
    each_case("vocabulary.json", [&](const std::string &id, const Case &one) {
        const std::string kind = one.at("kind");
        entries++;
        if (kind == "finding") {
            EQUAL_CASE(id, texts.at(id), one.at("name").get<std::string>());
            EQUAL_CASE(id, finding_ids.at(id), texts.at(id));
            return;
        }
        EQUAL_CASE(id, numbers.at(id), number_of(one, "number"));
        EQUAL_CASE(id, enumerators.at(id), number_of(one, "number"));
    });
    EQUAL(entries, numbers.size() + texts.size());
    EQUAL(numbers.size(), enumerators.size());
    EQUAL(texts.size(), finding_ids.size());
    return test::checked();
}
