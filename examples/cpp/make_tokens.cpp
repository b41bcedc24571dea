// What an app's server does with tokens: issue them, verify them, and report what is wrong.
//
//     cmake -S . -B build -DCMAKE_PREFIX_PATH=/where/token04/is/installed && cmake --build build
//     ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef build/make_tokens
#include <cstdlib>
#include <iostream>
#include <string>
#include <token04.hpp>

using std::chrono::hours;
using std::chrono::seconds;

static int run(std::int64_t app_id, const std::string &secret)
{
    // Made once, when the server starts, and shared by all threads.
    const token04::Issuer issuer(app_id, secret, token04::Mode::cbc, token04::Profile::rtc);
    const token04::Verifier verifier(app_id, secret, seconds(5));

    // Your own login has authenticated the user before.
    const std::string user_id = "user1";

    const std::string identity = issuer.issue(user_id, hours(24));
    std::cout << "for any room:          " << identity << '\n';

    const token04::RoomPrivilege room = token04::RoomPrivilege("room1").publish(true).streams({"camera1", "screen1"});
    const std::string privilege = issuer.issue_room(user_id, hours(24), room);
    std::cout << "for room1 only:        " << privilege << '\n';

    const std::string kit_token = issuer.kit_token(user_id, hours(24), "room1", "Alice");
    std::cout << "for UIKit for the web: " << kit_token << '\n';

    // Who guards a room must require a privilege: an identity token allows any room and any right.
    const token04::Login login
        = token04::Login().user_id(user_id).room_id("room1").publish(true).require_privilege(true);
    const token04::Claims claims = verifier.verify(privilege, login);
    std::cout << "it is for " << claims.user_id() << " in " << claims.privilege()->room_id << ", made at "
              << claims.ctime() << '\n';

    // Each failure has a code and a message. A call that receives a Failure does not throw.
    token04::Failure failure;
    verifier.verify(identity, login, failure);
    std::cout << "for room1, required:   " << failure.number() << ", " << failure.message() << '\n';
    verifier.verify(identity, token04::Login().user_id("user2"), failure);
    std::cout << "for user2:             " << failure.number() << ", " << failure.message() << '\n';
    return 0;
}

int main()
{
    const char *app_id = std::getenv("ZEGO_APP_ID"), *secret = std::getenv("ZEGO_SERVER_SECRET");
    if (app_id == nullptr || secret == nullptr) {
        std::cerr << "set ZEGO_APP_ID and ZEGO_SERVER_SECRET: they are in the ZEGO console\n";
        return 1;
    }
    try {
        return run(std::atoll(app_id), secret);
    } catch (const token04::Error &error) {
        std::cerr << "error " << error.number() << ": " << error.what() << '\n';
        return 1;
    }
}
