// A token service with cpp-httplib: the user shows the app's own JWT and gets a token for ZEGO's SDK.
//
//     cmake -S . -B build -DCMAKE_PREFIX_PATH=/where/token04/is/installed && cmake --build build
//     export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef JWT_KEY=…   # at least 32 bytes
//     build/token_server
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <set>
#include <string>

#include <httplib.h>
#include <nlohmann/json.hpp>
#include <token04.hpp>

#include "jwt.hpp"

using nlohmann::json;
using std::chrono::seconds;

// The policy.
static constexpr std::int64_t default_ttl = 24 * 3600, max_ttl = 7 * 24 * 3600;
static constexpr std::size_t longest_body = 64 * 1024;

// Whether a user may publish in a room. Put your own rules here.
static bool may_publish(const std::string &, const std::string &room_id)
{
    return room_id != "announcements";
}

// A refusal, answered as RFC 9457 has it, with the error code that all token04 libraries share.
struct Problem {
    int status;
    int code;
    std::string detail;
};

static std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    if (value == nullptr || *value == '\0') throw std::runtime_error(std::string("set ") + name);
    return value;
}

// The user id in the JWT: nobody can ask for somebody else.
static std::string caller(const httplib::Request &request, const std::string &key)
{
    const std::string shown = request.get_header_value("Authorization");
    if (shown.rfind("Bearer ", 0) != 0) throw Problem{401, 901, "send Authorization: Bearer and a JWT"};
    const std::optional<json> claims = jwt_claims(shown.substr(7), key);
    if (!claims || !claims->contains("sub") || !(*claims)["sub"].is_string() || (*claims)["sub"] == "") {
        throw Problem{401, 901, "the JWT is not good, or has no sub"};
    }
    return (*claims)["sub"];
}

static bool has_only(const json &object, const std::set<std::string> &names)
{
    if (!object.is_object()) return false;
    for (const auto &entry : object.items()) {
        if (names.count(entry.key()) == 0) return false;
    }
    return true;
}

// The room that is asked for, or a refusal where it is not of the form.
static token04::RoomPrivilege room_of(const json &room, const std::string &user_id)
{
    const Problem malformed{400, 102, "room must be an object of room_id, login, publish and streams, or fewer"};
    if (!has_only(room, {"room_id", "login", "publish", "streams"}) || !room.contains("room_id")) throw malformed;
    try {
        const std::string room_id = room["room_id"];
        const bool publish = room.value("publish", false);
        if (publish && !may_publish(user_id, room_id)) throw Problem{403, 208, "publishing is not granted"};
        token04::RoomPrivilege privilege(room_id);
        privilege.login(room.value("login", true)).publish(publish);
        if (room.contains("streams") && !room["streams"].is_null()) {
            privilege.streams(room["streams"].get<std::vector<std::string>>());
        }
        return privilege;
    } catch (const json::exception &) {
        throw malformed;
    }
}

static json answer(const token04::Issuer &issuer, const std::string &user_id, const std::string &body)
{
    const json asked = body.empty() ? json::object() : json::parse(body, nullptr, false);
    if (!has_only(asked, {"user_id", "ttl", "room"})) {
        throw Problem{400, 901, "the body must be a JSON object of user_id, ttl and room, or fewer"};
    }
    if (asked.contains("user_id")) {
        if (!asked["user_id"].is_string()) throw Problem{400, 3, "user_id must be a string"};
        if (asked["user_id"] != user_id) throw Problem{403, 206, "user_id is another than that of the JWT"};
    }
    std::int64_t ttl = default_ttl;
    if (asked.contains("ttl")) {
        if (!asked["ttl"].is_number_integer()) throw Problem{400, 6, "ttl must be whole seconds"};
        if (asked["ttl"] > max_ttl) throw Problem{403, 6, "ttl must be at most " + std::to_string(max_ttl) + " seconds"};
        ttl = asked["ttl"];
    }
    const std::string token = asked.contains("room") ? issuer.issue_room(user_id, seconds(ttl), room_of(asked["room"], user_id))
                                                      : issuer.issue(user_id, seconds(ttl));
    const std::int64_t ends = token04::inspect(token).expires_at.time_since_epoch().count();
    // The SDK warns 30 s before the expiry; the client renews earlier.
    const std::int64_t margin = std::clamp<std::int64_t>(ttl / 10, 40, 3600);
    return {{"token", token}, {"expires_at", ends}, {"renew_at", ends - margin}};
}

static void refuse(httplib::Response &response, const Problem &problem)
{
    response.status = problem.status;
    if (problem.status == 401) response.set_header("WWW-Authenticate", "Bearer");
    const json body = {{"type", "about:blank"}, {"status", problem.status}, {"code", problem.code}, {"detail", problem.detail}};
    response.set_content(body.dump(-1, ' ', false, json::error_handler_t::replace), "application/problem+json");
}

static int run()
{
    // Made once and shared by all threads: it holds the expanded key.
    const token04::Issuer issuer(std::stoll(environment("ZEGO_APP_ID")), environment("ZEGO_SERVER_SECRET"), token04::Mode::cbc,
                                 token04::Profile::rtc);
    const std::string key = environment("JWT_KEY");
    const char *port = std::getenv("PORT");

    httplib::Server server;
    server.set_payload_max_length(longest_body);
    server.Post("/v1/token", [&](const httplib::Request &request, httplib::Response &response) {
        response.set_header("Cache-Control", "no-store");
        try {
            response.set_content(answer(issuer, caller(request, key), request.body).dump(), "application/json");
        } catch (const Problem &problem) {
            refuse(response, problem);
        } catch (const token04::Error &error) {
            refuse(response, {400, error.number(), error.what()});
        }
    });
    server.set_error_handler([](const httplib::Request &, httplib::Response &response) {
        if (response.body.empty()) refuse(response, {response.status, 901, "POST /v1/token, with at most 64 KiB"});
    });
    return server.listen("127.0.0.1", port == nullptr ? 3000 : std::atoi(port)) ? 0 : 1;
}

int main()
{
    try {
        return run();
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
