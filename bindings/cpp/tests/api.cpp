// token04.hpp as C++ programs use it: what throws and what does not, moves, durations, texts, and empty objects.
#include <map>
#include <thread>

#include "check.hpp"

using std::chrono::hours;
using std::chrono::seconds;

static void throwing_and_not()
{
    const token04::Issuer issuer(app_id, secret);
    token04::Failure failure;
    EQUAL(static_cast<bool>(failure), false);
    EQUAL(std::string(failure.message()), "");
    EQUAL(issuer.issue("", hours(1), failure), "");
    EQUAL(static_cast<bool>(failure), true);
    EQUAL(failure.number(), TOKEN04_INVALID_USER_ID);
    EQUAL(std::string(failure.message()).find("user_id"), 0u);
    EQUAL(issuer.issue("user1", hours(1), failure).compare(0, 2, "04"), 0);
    EQUAL(static_cast<bool>(failure), false);
    EQUAL(test::thrown([&] { issuer.issue("", hours(1)); }), TOKEN04_INVALID_USER_ID);
    EQUAL(test::thrown([&] { issuer.issue_room("u", hours(1), token04::RoomPrivilege("")); }), TOKEN04_INVALID_ROOM);
    EQUAL(test::thrown([&] { issuer.kit_token("u", hours(1), ""); }), TOKEN04_INVALID_ROOM);
    EQUAL(test::thrown([&] { token04::RoomPrivilege("r").streams({}).payload(); }), TOKEN04_INVALID_ROOM);
    EQUAL(test::thrown([&] { token04::inspect("04"); }), TOKEN04_MALFORMED);
    EQUAL(test::thrown([&] { token04::inspect("04", 0); }), TOKEN04_MALFORMED);
    EQUAL(test::thrown([&] { token04::kit::encode("04", token04::kit::User()); }), TOKEN04_MALFORMED);
    EQUAL(test::thrown([&] { token04::Issuer(0, secret); }), TOKEN04_INVALID_APP_ID);
    EQUAL(test::thrown([&] { token04::Verifier(app_id, "short"); }), TOKEN04_INVALID_SECRET);
    try {
        issuer.issue("", hours(1));
    } catch (const std::runtime_error &error) {
        EQUAL(std::string(error.what()), "user_id must not be empty");
    }
}

// After a failure objects are empty: each use of them is refused, and nothing crashes.
static void empty_objects()
{
    token04::Failure failure;
    const token04::Issuer issuer(app_id, "short", failure);
    EQUAL(failure.number(), TOKEN04_INVALID_SECRET);
    EQUAL(issuer.get() == nullptr, true);
    EQUAL(test::thrown([&] { issuer.issue("u", hours(1)); }), TOKEN04_INVALID_ARGUMENT);
    const token04::Verifier verifier(0, secret, failure);
    EQUAL(failure.number(), TOKEN04_INVALID_APP_ID);
    EQUAL(test::thrown([&] { verifier.verify("04"); }), TOKEN04_INVALID_ARGUMENT);
    const token04::Claims claims;
    EQUAL(static_cast<bool>(claims), false);
    EQUAL(claims.app_id(), 0u);
    EQUAL(claims.user_id() + claims.payload(), "");
    EQUAL(claims.privilege() == nullptr, true);
}

static void moves()
{
    token04::Issuer issuer(app_id, secret);
    token04::Issuer other(std::move(issuer));
    EQUAL(other.issue("u", hours(1)).empty(), false);
    EQUAL(issuer.get() == nullptr, true);
    EQUAL(test::thrown([&] { issuer.issue("u", hours(1)); }), TOKEN04_INVALID_ARGUMENT);
    issuer = std::move(other);
    const token04::Verifier verifier(app_id, secret);
    std::map<std::string, token04::Claims> kept;
    kept["one"] = verifier.verify(issuer.issue("u", hours(1)));
    EQUAL(kept["one"].user_id(), "u");
}

static void durations()
{
    const token04::Issuer issuer(app_id, secret);
    const token04::Verifier verifier(app_id, secret);
    const token04::Claims claims = verifier.verify(issuer.issue("u", std::chrono::minutes(2)));
    EQUAL(claims.expire() - claims.ctime(), 120);
    EQUAL(test::thrown([&] { issuer.issue("u", seconds(0)); }), TOKEN04_INVALID_TTL);
    EQUAL(test::thrown([&] { issuer.issue("u", seconds(-1)); }), TOKEN04_INVALID_TTL);
    EQUAL(test::thrown([&] { issuer.issue("u", seconds::max()); }), TOKEN04_INVALID_TTL);
    // What would wrap to an hour, were it only multiplied.
    const std::int64_t wrapping = std::numeric_limits<std::int64_t>::max() / 3600 + 2;
    EQUAL(test::thrown([&] { issuer.issue("u", std::chrono::duration<std::int64_t, std::ratio<3600>>(wrapping)); }),
          TOKEN04_INVALID_TTL);
    EQUAL(test::thrown([&] { issuer.issue("u", std::chrono::duration<std::int64_t, std::ratio<3600>>(-wrapping)); }),
          TOKEN04_INVALID_TTL);
    EQUAL(test::thrown([&] { token04::Verifier(app_id, secret, seconds(-1)); }), TOKEN04_INVALID_ARGUMENT);
    static_assert(!std::is_convertible<int, token04::Duration>::value, "");
}

static std::string message(const token04::Duration &ttl)
{
    token04::Failure failure;
    token04::Issuer(app_id, secret).issue("u", ttl, failure);
    return failure.message();
}

// A fraction of a second goes to the library, which refuses it.
static void fractions()
{
    using token04::Duration;
    using std::chrono::duration;
    const token04::Issuer issuer(app_id, secret);
    EQUAL(message(std::chrono::milliseconds(2000)), "");
    EQUAL(message(duration<double>(2.0)), "");
    EQUAL(message(std::chrono::milliseconds(1500)), "ttl must be whole seconds, at least 1, got 1.5");
    EQUAL(message(duration<double>(1.5)), "ttl must be whole seconds, at least 1, got 1.5");
    EQUAL(Duration(std::chrono::nanoseconds(-1500000001)).seconds(), -1);
    EQUAL(Duration(std::chrono::nanoseconds(-1500000001)).nanoseconds(), -500000001);
    EQUAL(Duration(duration<std::int64_t, std::pico>(1)).nanoseconds(), 1);
    EQUAL(Duration(duration<std::int64_t, std::ratio<3, 2>>(3)).seconds(), 4);
    EQUAL(Duration(duration<std::int64_t, std::ratio<3, 2>>(3)).nanoseconds(), 500000000);
    EQUAL(Duration(duration<std::uint64_t>(std::numeric_limits<std::uint64_t>::max())).seconds(),
          std::numeric_limits<std::int64_t>::max());
    const double infinity = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    for (const double wrong : {infinity, -infinity, nan, 1e300, 1e-300, 0.9999999999, -0.5}) {
        EQUAL(test::thrown([&] { issuer.issue("u", duration<double>(wrong)); }), TOKEN04_INVALID_TTL);
        EQUAL(test::thrown([&] { token04::Verifier(app_id, secret, duration<double>(wrong)); }),
              TOKEN04_INVALID_ARGUMENT);
    }
    EQUAL(test::thrown([&] { token04::Verifier(app_id, secret, std::chrono::milliseconds(5000)); }), 0);
    // The user id is checked before the ttl.
    EQUAL(test::thrown([&] { issuer.issue("", duration<double>(1.5)); }), TOKEN04_INVALID_USER_ID);
}

static void times_of_issue()
{
    using std::chrono::milliseconds;
    using std::chrono::system_clock;
    const token04::Issuer issuer(app_id, secret);
    const token04::Verifier verifier(app_id, secret);
    // A fraction of a second is not rounded up.
    const system_clock::time_point now = system_clock::time_point() + milliseconds(1700000000999);
    const token04::Timestamp created = token04::Timestamp() + seconds(1700000000);
    const std::vector<std::string> tokens = {issuer.issue("u", seconds(60), "", now),
                                             issuer.issue_room("u", seconds(60), token04::RoomPrivilege("r"), now),
                                             issuer.kit_token("u", seconds(60), "r", "", "", now),
                                             issuer.issue_many({"u"}, seconds(60), "", 1700000000).at(0)};
    for (const std::string &token : tokens) {
        const token04::Claims claims = verifier.verify(token, token04::Login().now(now));
        EQUAL(claims.created_at() == created, true);
        EQUAL(claims.expires_at() == created + seconds(60), true);
        EQUAL(token04::inspect(token).expired, true);
        EQUAL(token04::inspect(token, now).expired, false);
        EQUAL(token04::inspect(token, now).expires_at == claims.expires_at(), true);
    }
    EQUAL(*token04::Now(system_clock::time_point() - milliseconds(1)).get(), -1);
    EQUAL(test::thrown([&] { issuer.issue("u", hours(1), "", system_clock::time_point() - milliseconds(1)); }),
          TOKEN04_INVALID_ARGUMENT);
    token04::Failure failure;
    issuer.issue("u", hours(1), "", token04::Now(1700000000000), failure);
    EQUAL(failure.code() == token04::Code::invalid_argument, true);
    EQUAL(std::string(failure.message()).find("milliseconds") != std::string::npos, true);
}

static void many_users()
{
    const token04::Issuer issuer(app_id, secret, token04::Mode::gcm);
    const token04::Verifier verifier(app_id, secret);
    const std::vector<std::string> users = {"user1", "user2", "user3"};
    const std::vector<std::string> tokens = issuer.issue_many(users, hours(1), "p");
    EQUAL(tokens.size(), users.size());
    for (std::size_t i = 0; i < tokens.size(); i++) {
        EQUAL(verifier.verify(tokens[i]).user_id(), users[i]);
        EQUAL(verifier.verify(tokens[i]).payload(), "p");
    }
    EQUAL(issuer.issue_many({}, hours(1)).empty(), true);
    token04::Failure failure;
    EQUAL(issuer.issue_many({"user1", "", "\xff"}, hours(1), "", failure).empty(), true);
    EQUAL(failure.code() == token04::Code::invalid_user_id, true);
    EQUAL(failure.user_index(), 1u);
    issuer.issue_many(users, seconds(0), "", failure);
    EQUAL(failure.code() == token04::Code::invalid_ttl, true);
    EQUAL(failure.user_index() == std::string::npos, true);
    try {
        issuer.issue_many({"user1", "user2", ""}, hours(1));
    } catch (const token04::Error &error) {
        EQUAL(error.code() == token04::Code::invalid_user_id, true);
        EQUAL(error.user_index(), 2u);
    }
}

static void explanations()
{
    const token04::Explanation known = token04::explain(1002033);
    EQUAL(known.known && known.code == 1002033 && !known.meaning.empty() && !known.checks.empty(), true);
    EQUAL(known.text.find(known.meaning) != std::string::npos, true);
    EQUAL(known.causes.empty(), false);
    const token04::Explanation unknown = token04::explain(-1002033, token04::Language::zh);
    EQUAL(unknown.known, false);
    EQUAL(unknown.near_codes.at(0), 1002033);
    EQUAL(test::thrown([] { token04::explain(1, static_cast<token04::Language>(7)); }), TOKEN04_INVALID_ARGUMENT);
}

static void app_ids()
{
    EQUAL(test::thrown([&] { token04::Issuer(4294967295u, secret); }), 0);
    EQUAL(test::thrown([&] { token04::Issuer(4294967296ll, secret); }), TOKEN04_INVALID_APP_ID);
    EQUAL(test::thrown([&] { token04::Issuer(4294967297ull, secret); }), TOKEN04_INVALID_APP_ID);
    EQUAL(test::thrown([&] { token04::Issuer(-1, secret); }), TOKEN04_INVALID_APP_ID);
    EQUAL(test::thrown([&] { token04::Issuer(std::numeric_limits<std::uint64_t>::max(), secret); }),
          TOKEN04_INVALID_APP_ID);
    static_assert(!std::is_convertible<double, token04::AppId>::value, "");
    static_assert(!std::is_convertible<bool, token04::AppId>::value, "");
}

static void texts()
{
    const token04::Issuer issuer(app_id, secret);
    const token04::Verifier verifier(app_id, secret);
    const std::string with_nul("a\0b", 3), huge(60000, 'x');
    const char *null = nullptr;
    EQUAL(verifier.verify(issuer.issue(with_nul, hours(1), with_nul)).user_id(), with_nul);
    EQUAL(verifier.verify(issuer.issue(with_nul, hours(1), with_nul)).payload(), with_nul);
    EQUAL(verifier.verify(issuer.issue("u", hours(1), huge)).payload(), huge);
    EQUAL(test::thrown([&] { issuer.issue(null, hours(1)); }), TOKEN04_INVALID_ARGUMENT);
    EQUAL(test::thrown([&] { issuer.issue("\xff", hours(1)); }), TOKEN04_INVALID_USER_ID);
    EQUAL(test::thrown([&] { issuer.issue("u", hours(1), "\xff"); }), TOKEN04_INVALID_PAYLOAD);
    EQUAL(test::thrown([&] { issuer.issue_room("u", hours(1), token04::RoomPrivilege(null)); }), TOKEN04_INVALID_ROOM);
    EQUAL(test::thrown([&] { issuer.issue("u", hours(1), std::string(66000, 'x')); }), TOKEN04_TOO_LONG);
    EQUAL(verifier.verify(issuer.issue("u", hours(1), null)).payload(), "");
#ifdef TOKEN04_HAS_STRING_VIEW
    EQUAL(verifier.verify(issuer.issue(std::string_view("user1x").substr(0, 5), hours(1))).user_id(), "user1");
    EQUAL(test::thrown([&] { issuer.issue(std::string_view(), hours(1)); }), TOKEN04_INVALID_USER_ID);
#endif
}

static void rooms_and_rights()
{
    const token04::Issuer issuer(app_id, secret, token04::Mode::gcm, token04::Profile::rtc);
    const token04::Verifier verifier(app_id, secret);
    const token04::RoomPrivilege room = token04::RoomPrivilege("room1").publish(true).streams({"s1", "s2"});
    EQUAL(room.payload(), R"({"room_id":"room1","privilege":{"1":1,"2":1},"stream_id_list":["s1","s2"]})");
    const std::string token = issuer.issue_room("user1", hours(1), room);
    const token04::Login login = token04::Login().user_id("user1").room_id("room1").stream_id("s2").publish(true);
    const std::unique_ptr<token04::Privilege> privilege = verifier.verify(token, login).privilege();
    EQUAL(privilege != nullptr, true);
    EQUAL(privilege->room_id, "room1");
    EQUAL(privilege->login == token04::Right::allowed && privilege->publish == token04::Right::allowed, true);
    EQUAL(privilege->names_streams && privilege->streams.size() == 2, true);
    EQUAL(test::thrown([&] { verifier.verify(token, token04::Login().user_id("user2")); }), TOKEN04_WRONG_USER_ID);
    EQUAL(test::thrown([&] { verifier.verify(token, token04::Login().room_id("room2")); }), TOKEN04_NOT_PERMITTED);
    EQUAL(test::thrown([&] { verifier.verify(token, token04::Login().stream_id("s3")); }), TOKEN04_NOT_PERMITTED);
    // An identity token allows any room, unless a privilege is required.
    const std::string identity = issuer.issue("user1", hours(1));
    EQUAL(verifier.verify(identity, token04::Login(login).stream_id("s3")).user_id(), "user1");
    EQUAL(test::thrown([&] { verifier.verify(identity, token04::Login(login).require_privilege(true)); }),
          TOKEN04_NOT_PERMITTED);
    EQUAL(test::thrown([&] { issuer.issue("user 1", hours(1)); }), TOKEN04_INVALID_USER_ID);
    // A room whose token is longer than the stack's buffer.
    std::vector<std::string> streams(500, "stream");
    const std::string long_token = issuer.issue_room("user1", hours(1), token04::RoomPrivilege("r").streams(streams));
    EQUAL(verifier.verify(long_token).privilege()->streams.size(), 500u);
}

static void secrets_in_turn()
{
    const std::string next(32, 'n');
    const std::string old_token = token04::Issuer(app_id, secret).issue("u", hours(1));
    EQUAL(test::thrown([&] { token04::Verifier(app_id, next).verify(old_token); }), TOKEN04_UNDECIPHERABLE);
    EQUAL(token04::Verifier(app_id, next, seconds(0), secret).verify(old_token).user_id(), "u");
}

static void kits()
{
    const token04::Issuer issuer(app_id, secret);
    const token04::kit::Parts parts = token04::kit::decode(issuer.kit_token("user1", hours(1), "room1"));
    EQUAL(parts.user.user_name, "user1");
    EQUAL(parts.user.room_id, "room1");
    EQUAL(parts.user.app_id, app_id);
    const std::string again = token04::kit::encode(parts.token, parts.user);
    EQUAL(again.compare(0, parts.token.size() + 1, parts.token + "#"), 0);
    EQUAL(token04::kit::decode(again).user.user_name, "user1");
    EQUAL(token04::Verifier(app_id, secret).verify(issuer.kit_token("user1", hours(1), "room1", "Alice")).user_id(),
          "user1");
}

// The first thing that a diagnosis finds.
static std::string found(const token04::Text &token, const token04::Question &question = token04::Question())
{
    const token04::Report report = token04::diagnose(token, question);
    return report.findings.empty() ? "" : report.findings.front().id;
}

static void diagnoses()
{
    const std::string token = token04::Issuer(app_id, secret).issue("user1", hours(1));
    token04::Report report = token04::diagnose(token, token04::Question().secret(secret).user_id("user2"));
    EQUAL(report.ok, false);
    EQUAL(report.findings.at(0).id, token04::finding_id::user_id_mismatch);
    EQUAL(report.findings.at(0).severity == token04::Severity::error, true);
    EQUAL(report.findings.at(0).client_codes.empty(), false);

    // Claims live on without their report.
    token04::Claims claims = std::move(report.claims);
    report = token04::diagnose("", token04::Question().lang(token04::Language::zh));
    EQUAL(claims.user_id(), "user1");
    EQUAL(static_cast<bool>(report.claims), false);
    claims = token04::Verifier(app_id, secret).verify(token);
    EQUAL(claims.app_id(), app_id);

    EQUAL(found(token), TOKEN04_FINDING_UNAUTHENTICATED_CBC);
    EQUAL(found("\xff"), token04::finding_id::version);
    EQUAL(found(std::string(token).insert(40, 1, '\n')), TOKEN04_FINDING_TRANSPORT_DAMAGE);
    EQUAL(found(token, token04::Question().secret(std::string(31, 'x'))), TOKEN04_FINDING_WRONG_SECRET);
}

// What is stored in a login or a question outlives the text that it was made from.
static void owned_texts()
{
    const token04::Issuer issuer(app_id, secret);
    const std::string token = issuer.issue("a user id that is too long for the small string optimisation", hours(1));
    token04::Login login;
    token04::Question question;
    {
        const std::string text = std::string("a user id that is too long for the ") + "small string optimisation";
        login.user_id(text);
        question.user_id(text).secret(std::string(secret));
    }
    const token04::Login copied = login;
    EQUAL(test::thrown([&] { token04::Verifier(app_id, secret).verify(token, copied); }), 0);
    EQUAL(token04::diagnose(token, question).ok, true);
    const char *null = nullptr;
    EQUAL(test::thrown([&] { token04::Verifier(app_id, secret).verify(token, login.user_id(null)); }), 0);
}

// A code that the client reported moves its causes to the front.
static void questions_with_a_code()
{
    const std::int64_t now = 1700000000;
    const std::string token = token04::Issuer(app_id, secret).issue("user1", seconds(10), "", now);
    token04::Question question;
    question.secret(secret).user_id("user2").now(now);
    EQUAL(found(token, question), token04::finding_id::user_id_mismatch);
    EQUAL(found(token, question.code(6000108)), token04::finding_id::expires_soon);
}

static void bad_questions()
{
    const char *null = nullptr;
    EQUAL(test::thrown([&] { token04::diagnose(null); }), TOKEN04_INVALID_ARGUMENT);
    EQUAL(test::thrown([&] { token04::diagnose("", token04::Question().app_id(0)); }), TOKEN04_INVALID_APP_ID);
    EQUAL(test::thrown([&] { token04::diagnose("", token04::Question().app_id(4294967296)); }), TOKEN04_INVALID_APP_ID);
    EQUAL(test::thrown([&] { token04::diagnose("", token04::Question().user_id("\xff")); }), TOKEN04_INVALID_USER_ID);
    EQUAL(test::thrown([&] { token04::diagnose("", token04::Question().secret("\xff")); }), TOKEN04_INVALID_SECRET);
    EQUAL(test::thrown([&] { token04::diagnose("", token04::Question().room_id("\xff")); }), TOKEN04_INVALID_ROOM);
    const token04::Language unknown = static_cast<token04::Language>(7);
    EQUAL(test::thrown([&] { token04::diagnose("", token04::Question().lang(unknown)); }), TOKEN04_INVALID_ARGUMENT);

    token04::Failure failure;
    const token04::Report report = token04::diagnose("", token04::Question().app_id(0), failure);
    EQUAL(std::string(failure.message()), "app_id must be 1 to 4294967295, got 0");
    EQUAL(report.ok || !report.findings.empty() || report.claims, false);
    EQUAL(token04::diagnose("", failure).findings.empty(), false);
    EQUAL(failure.number(), 0);
}

static void shared_by_threads()
{
    const token04::Issuer issuer(app_id, secret);
    const token04::Verifier verifier(app_id, secret);
    std::vector<std::thread> threads;
    std::vector<int> good(8);
    for (std::size_t i = 0; i < good.size(); i++)
        threads.emplace_back([&, i] {
            for (int j = 0; j < 200; j++)
                good[i] += verifier.verify(issuer.issue("user1", hours(1))).user_id() == "user1";
        });
    for (std::thread &thread : threads)
        thread.join();
    for (int count : good)
        EQUAL(count, 200);
}

int main()
{
    EQUAL(std::string(token04::version()), TOKEN04_VERSION);
    throwing_and_not();
    empty_objects();
    moves();
    durations();
    fractions();
    times_of_issue();
    many_users();
    app_ids();
    texts();
    rooms_and_rights();
    secrets_in_turn();
    kits();
    diagnoses();
    owned_texts();
    questions_with_a_code();
    explanations();
    bad_questions();
    shared_by_threads();
    return test::checked();
}
