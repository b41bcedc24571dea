// token04.hpp without exceptions and run-time type information: every overload with a Failure. With THROWING, a call
// without one, which must not build.
#include <cstdio>

#include <token04.hpp>

using std::chrono::hours;

static int failures;

// Says which call did not end with the code that is expected.
static void expect(const char *call, const token04::Failure &failure, std::int32_t code)
{
    if (failure.number() == code)
        return;
    failures++;
    std::printf("%s: code %d instead of %d: %s\n", call, static_cast<int>(failure.number()), static_cast<int>(code),
                failure.message());
}

int main()
{
    const std::string secret = "0123456789abcdef0123456789abcdef";
    token04::Failure failure;
    token04::Issuer(0, secret, failure);
    expect("Issuer", failure, TOKEN04_INVALID_APP_ID);
    const token04::Issuer issuer(1234567890, secret, token04::Mode::gcm, token04::Profile::none, failure);
    expect("Issuer", failure, TOKEN04_OK);
    const token04::Verifier verifier(1234567890, secret, failure);
    expect("Verifier", failure, TOKEN04_OK);

    issuer.issue("", hours(1), failure);
    expect("issue", failure, TOKEN04_INVALID_USER_ID);
    const std::string room = issuer.issue_room("user1", hours(1), token04::RoomPrivilege("room1"), failure);
    expect("issue_room", failure, TOKEN04_OK);
    const std::string kit_token = issuer.kit_token("user1", hours(1), "room1", "Alice", "", failure);
    expect("kit_token", failure, TOKEN04_OK);
    const std::vector<std::string> tokens = issuer.issue_many({"user1", "user2"}, hours(1), "", failure);
    expect("issue_many", failure, TOKEN04_OK);
    failures += tokens.size() != 2;
    issuer.issue_many({"user1", ""}, hours(1), "", token04::Now(1700000000), failure);
    expect("issue_many with an empty user", failure, TOKEN04_INVALID_USER_ID);
    failures += failure.user_index() != 1;
    token04::RoomPrivilege("").payload(failure);
    expect("payload", failure, TOKEN04_INVALID_ROOM);

    const token04::Claims claims = verifier.verify(room, failure);
    expect("verify", failure, TOKEN04_OK);
    verifier.verify(room, token04::Login().user_id("another"), failure);
    expect("verify with a login", failure, TOKEN04_WRONG_USER_ID);
    token04::inspect("04", failure);
    expect("inspect", failure, TOKEN04_MALFORMED);
    token04::explain(1002033, failure);
    expect("explain", failure, TOKEN04_OK);
    token04::diagnose(room, failure);
    expect("diagnose", failure, TOKEN04_OK);
    const token04::kit::Parts parts = token04::kit::decode(kit_token, failure);
    expect("kit::decode", failure, TOKEN04_OK);
    token04::kit::encode(parts.token, parts.user, failure);
    expect("kit::encode", failure, TOKEN04_OK);
#ifdef THROWING
    return issuer.issue("user1", hours(1)).empty();
#endif
    return failures != 0 || claims.user_id() != "user1";
}
