// The shared vectors of what is made: arguments, privileges and kit tokens.
#include <ZegoServerAssistant.h>

#include "vectors.hpp"

static token04::RoomPrivilege privilege_of(const Case &room)
{
    token04::RoomPrivilege privilege(text_of(room, "room_id"));
    if (room.contains("login"))
        privilege.login(room.at("login").get<bool>());
    if (room.contains("publish"))
        privilege.publish(room.at("publish").get<bool>());
    if (room.contains("streams") && room.at("streams").is_array())
        privilege.streams(room.at("streams").get<std::vector<std::string>>());
    return privilege;
}

static std::string make(const Case &one)
{
    const std::string call = one.at("call"), key = text_of(one, "secret"), user_id = text_of(one, "user_id");
    const std::string payload = text_of(one, "payload"), user_name = text_of(one, "user_name");
    const std::chrono::seconds ttl = seconds_of(one, "ttl");
    const token04::Issuer issuer(number_of(one, "app_id"), key, mode_of(one), profile_of(one));
    if (call == "kit")
        return issuer.kit_token(user_id, ttl, text_of(one.at("room"), "room_id"), user_name);
    if (call == "issue_room")
        return issuer.issue_room(user_id, ttl, privilege_of(one.at("room")));
    return issuer.issue(user_id, ttl, payload);
}

static void drop_in_case(const std::string &id, const Case &one)
{
    using namespace ZEGO::SERVER_ASSISTANT;
    const std::int64_t wide = number_of(one, "app_id");
    // The official function takes 32 bits.
    if (wide < 0 || wide > UINT32_MAX)
        return;
    const ZegoToken04Result result
        = ZegoServerAssistant::GenerateToken04(static_cast<std::uint32_t>(wide), text_of(one, "user_id"),
                                               text_of(one, "secret"), number_of(one, "ttl"), text_of(one, "payload"));
    EQUAL_CASE(id, static_cast<int>(result.errorInfo.errorCode), number_of(one, "code"));
    EQUAL_CASE(id, result.token.empty(), result.errorInfo.errorCode != success);
    EQUAL_CASE(id, result.errorInfo.errorMessage.empty(), false);
}

static void arguments_case(const std::string &id, const Case &one)
{
    if (beyond_cpp(one))
        return;
    if (one.at("call") == "drop_in")
        return drop_in_case(id, one);
    std::string token;
    EQUAL_CASE(id, test::thrown([&] { token = make(one); }), number_of(one, "code"));
    if (number_of(one, "code") == 0)
        EQUAL_CASE(id, token04::inspect(token).mode == mode_of(one), true);
}

static void privilege_case(const std::string &id, const Case &one)
{
    if (one.at("direction") == "write")
        EQUAL_CASE(id, privilege_of(one).payload(), one.at("payload").get<std::string>());
}

static void kit_case(const std::string &id, const Case &one)
{
    const std::string token = one.value("token", ""), kit_token = one.value("kit_token", "");
    const Case user = one.value("user", Case::object());
    const token04::kit::User expected = {static_cast<std::uint32_t>(number_of(user, "app_id")), text_of(user, "user_id"),
                                         text_of(user, "room_id"), text_of(user, "user_name")};
    token04::Failure failure;
    if (one.at("direction") != "decode") {
        EQUAL_CASE(id, token04::kit::encode(token, expected, failure), failure ? std::string() : kit_token);
        EQUAL_CASE(id, failure.number(), number_of(one, "code"));
    }
    if (one.at("direction") != "encode") {
        const token04::kit::Parts parts = token04::kit::decode(kit_token, failure);
        EQUAL_CASE(id, failure.number(), number_of(one, "code"));
        EQUAL_CASE(id, test::thrown([&] { token04::kit::decode(kit_token); }), number_of(one, "code"));
        if (failure)
            return;
        EQUAL_CASE(id, parts.token, token);
        EQUAL_CASE(id, parts.user.app_id, expected.app_id);
        EQUAL_CASE(id, parts.user.user_id, expected.user_id);
        EQUAL_CASE(id, parts.user.room_id, expected.room_id);
        EQUAL_CASE(id, parts.user.user_name, expected.user_name);
    }
}

int main()
{
    each_case("arguments.json", arguments_case);
    each_case("privilege.json", privilege_case);
    each_case("kit.json", kit_case);
    return test::checked();
}
