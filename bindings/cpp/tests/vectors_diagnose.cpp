// The shared vectors of diagnosis, in both languages.
#include <set>

#include "../../c/tests/vocabulary.h"
#include "vectors.hpp"

static std::set<std::string> met;

static const char *name_of(token04::Severity severity)
{
    switch (severity) {
    case token04::Severity::error:
        return "error";
    case token04::Severity::warning:
        return "warning";
    case token04::Severity::note:
        return "note";
    }
    return "";
}

// Whether a text holds a character beyond U+2E80, as its first byte in UTF-8 tells.
static bool is_chinese(const std::string &text)
{
    for (const char byte : text)
        if (static_cast<unsigned char>(byte) >= 0xe3)
            return true;
    return false;
}

static void check_report(const std::string &id, const token04::Report &report, const Case &one, bool chinese)
{
    Case found = Case::array(), codes = Case::object();
    for (const token04::Finding &finding : report.findings) {
        found.push_back({{"id", finding.id}, {"severity", name_of(finding.severity)}});
        if (!finding.client_codes.empty())
            codes[finding.id] = finding.client_codes;
        EQUAL_CASE(id, finding.message.empty() || finding.fix.empty(), false);
        EQUAL_CASE(id, !chinese || (is_chinese(finding.message) && is_chinese(finding.fix)), true);
        met.insert(finding.id);
    }
    EQUAL_CASE(id, report.ok, one.at("ok").get<bool>());
    EQUAL_CASE(id, found, one.at("findings"));
    EQUAL_CASE(id, codes, one.at("codes"));
    if (one.contains("claims"))
        check_claims(id, report.claims, one.at("claims"));
}

static void diagnose_case(const std::string &id, const Case &one)
{
    const std::string token = one.at("token"), key = text_of(one, "secret"), user_id = text_of(one, "user_id");
    const std::string room_id = text_of(one, "room_id"), stream_id = text_of(one, "stream_id");
    token04::Question question;
    question.now(number_of(one, "now")).publish(one.value("publish", false)).profile(profile_of(one));
    if (one.contains("app_id"))
        question.app_id(number_of(one, "app_id"));
    if (one.contains("secret"))
        question.secret(key);
    if (one.contains("user_id"))
        question.user_id(user_id);
    if (one.contains("room_id"))
        question.room_id(room_id);
    if (one.contains("stream_id"))
        question.stream_id(stream_id);

    check_report(id, token04::diagnose(token, question), one, false);
    token04::Failure failure;
    check_report(id, token04::diagnose(token, question.lang(token04::Language::zh), failure), one, true);
    EQUAL_CASE(id, failure.number(), 0);
}

#define CONSTANT(id, constant) constant,

// Every id of the header, as C++ programs write them.
static const char *const ids[] = {EACH_TEXT(CONSTANT)};

int main()
{
    each_case("diagnose.json", diagnose_case);
    const std::set<std::string> constants(std::begin(ids), std::end(ids));
    EQUAL(Case(met), Case(constants));
    return test::checked();
}
