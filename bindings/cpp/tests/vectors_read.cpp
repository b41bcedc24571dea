// The shared vectors of what is read: tokens of all writers are verified and inspected, bad ones refused.
#include "vectors.hpp"

static token04::Verifier verifier_of(const Case &one)
{
    const std::string key = one.at("secret"), previous = one.value("previous_secret", "");
    return token04::Verifier(number_of(one, "app_id"), key, seconds_of(one, "leeway"),
                             one.contains("previous_secret") ? token04::Text(previous) : token04::Text());
}

static Case right_of(token04::Right right)
{
    return right == token04::Right::unmentioned ? Case() : Case(right == token04::Right::allowed);
}

// Privileges as the vectors have them.
static Case json_of(const std::unique_ptr<token04::Privilege> &privilege)
{
    if (privilege == nullptr)
        return Case();
    return {{"room_id", privilege->room_id},
            {"login", right_of(privilege->login)},
            {"publish", right_of(privilege->publish)},
            {"streams", privilege->names_streams ? Case(privilege->streams) : Case()}};
}

static void open_case(const std::string &id, const Case &one)
{
    const std::string token = one.at("token");
    const std::int64_t now = number_of(one, "now");
    const token04::Claims claims = verifier_of(one).verify(token, token04::Login().now(now));
    check_claims(id, claims, one.at("claims"));
    EQUAL_CASE(id, json_of(claims.privilege()), one.value("privilege", Case()));

    const token04::Header header = token04::inspect(token, now);
    EQUAL_CASE(id, header.version, "04");
    EQUAL_CASE(id, header.mode == mode_of(one), true);
    EQUAL_CASE(id, header.expires_at.time_since_epoch().count(), number_of(one, "expires_at"));
    EQUAL_CASE(id, header.expired, now >= header.expires_at.time_since_epoch().count());
    EQUAL_CASE(id, header.iv_bytes, number_of(one, "iv_bytes"));
    EQUAL_CASE(id, header.ciphertext_bytes, number_of(one, "ciphertext_bytes"));
}

// A language that cannot fix clock, nonce and IV verifies what the second implementation made with them.
static void issue_case(const std::string &id, const Case &one)
{
    const std::int64_t now = number_of(one, "now");
    const std::string token = one.at("token");
    const token04::Claims claims = verifier_of(one).verify(token, token04::Login().now(now));
    Case expected = one;
    expected["ctime"] = now;
    expected["expire"] = now + number_of(one, "ttl");
    check_claims(id, claims, expected);
}

static void reject_case(const std::string &id, const Case &one)
{
    const Case expected = one.value("login", Case::object());
    const std::string token = one.at("token"), user_id = text_of(expected, "user_id");
    const std::string room_id = text_of(expected, "room_id"), stream_id = text_of(expected, "stream_id");
    const token04::Verifier verifier = verifier_of(one);
    token04::Login login;
    login.now(number_of(one, "now")).publish(expected.value("publish", false));
    login.require_privilege(expected.value("require_privilege", false));
    if (expected.contains("user_id"))
        login.user_id(user_id);
    if (expected.contains("room_id"))
        login.room_id(room_id);
    if (expected.contains("stream_id"))
        login.stream_id(stream_id);

    token04::Failure failure;
    const token04::Claims claims = verifier.verify(token, login, failure);
    EQUAL_CASE(id, failure.number(), number_of(one, "code"));
    EQUAL_CASE(id, static_cast<bool>(claims), !failure);
    EQUAL_CASE(id, test::thrown([&] { verifier.verify(token, login); }), failure.number());
}

int main()
{
    each_case("open.json", open_case);
    each_case("issue.json", issue_case);
    each_case("reject.json", reject_case);
    return test::checked();
}
