// Reads the shared vectors, with nlohmann's JSON.
#ifndef VECTORS_HPP
#define VECTORS_HPP

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "check.hpp"

using Case = nlohmann::json;

// Runs `test` on each case of a file.
template <typename Test> void each_case(const std::string &file, Test test)
{
    std::ifstream stream(std::string(TOKEN04_VECTORS) + "/" + file);
    const Case root = Case::parse(stream);
    EQUAL_CASE(file, root.at("cases").empty(), false);
    for (const Case &one : root.at("cases"))
        test(one.at("id").get<std::string>(), one);
}

// Whether a case needs what a C++ program cannot pass: its types are integers, strings and nothing in their place.
inline bool beyond_cpp(const Case &one)
{
    for (const Case &need : one.value("needs", Case::array()))
        if (need == "big-integer" || need == "float" || need == "any-type" || need == "lone-surrogate" || need == "null")
            return true;
    return false;
}

// A text by its name: plain, or as NAME_repeat or NAME_hex; empty where absent.
inline std::string text_of(const Case &one, const std::string &name)
{
    std::string text;
    if (one.contains(name + "_repeat")) {
        const Case &repeat = one.at(name + "_repeat");
        for (int i = 0; i < repeat.at("count").get<int>(); i++)
            text += repeat.at("text").get<std::string>();
        return text;
    }
    if (one.contains(name + "_hex")) {
        const std::string hex = one.at(name + "_hex");
        for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
            text += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
        return text;
    }
    return one.value(name, std::string());
}

// A number by its name: plain, or as decimal text under the name or NAME_text; 0 where absent.
inline std::int64_t number_of(const Case &one, const std::string &name)
{
    const std::string key = one.contains(name + "_text") ? name + "_text" : name;
    if (!one.contains(key))
        return 0;
    const Case &value = one.at(key);
    return value.is_string() ? std::stoll(value.get<std::string>()) : value.get<std::int64_t>();
}

inline token04::Mode mode_of(const Case &one)
{
    return one.value("mode", "cbc") == "gcm" ? token04::Mode::gcm : token04::Mode::cbc;
}

inline token04::Profile profile_of(const Case &one)
{
    const std::string name = one.value("profile", "");
    if (name == "rtc")
        return token04::Profile::rtc;
    if (name == "zim")
        return token04::Profile::zim;
    if (name == "kit")
        return token04::Profile::kit;
    return name == "call" ? token04::Profile::call : token04::Profile::none;
}

inline std::chrono::seconds seconds_of(const Case &one, const std::string &name)
{
    return std::chrono::seconds(number_of(one, name));
}

inline void check_claims(const std::string &id, const token04::Claims &claims, const Case &expected)
{
    EQUAL_CASE(id, static_cast<bool>(claims), true);
    EQUAL_CASE(id, claims.app_id(), number_of(expected, "app_id"));
    EQUAL_CASE(id, claims.user_id(), expected.at("user_id").get<std::string>());
    EQUAL_CASE(id, claims.nonce(), number_of(expected, "nonce"));
    EQUAL_CASE(id, claims.ctime(), number_of(expected, "ctime"));
    EQUAL_CASE(id, claims.expire(), number_of(expected, "expire"));
    EQUAL_CASE(id, claims.created_at().time_since_epoch().count(), claims.ctime());
    EQUAL_CASE(id, claims.expires_at().time_since_epoch().count(), claims.expire());
    EQUAL_CASE(id, claims.payload(), expected.at("payload").get<std::string>());
}

#endif
