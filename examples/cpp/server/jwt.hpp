// Checks a JWT signed with HS256, with OpenSSL. A library such as jwt-cpp can take its place.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

// Decodes base64url without padding; nothing if it is invalid.
inline std::optional<std::string> decode_base64url(const std::string &text)
{
    static const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char character : text) {
        const auto digit = alphabet.find(character);
        if (digit == std::string::npos) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) bytes += static_cast<char>(bits >> (count -= 8) & 0xff);
    }
    return bytes;
}

// The claims of a JWT, or nothing where it is not signed with this key by HS256, or its time has passed, or has none.
inline std::optional<nlohmann::json> jwt_claims(const std::string &jwt, const std::string &key)
{
    using nlohmann::json;
    const auto first = jwt.find('.'), second = jwt.rfind('.');
    if (first == second || jwt.find('.', first + 1) != second) return std::nullopt;
    const auto header = decode_base64url(jwt.substr(0, first));
    const auto claims = decode_base64url(jwt.substr(first + 1, second - first - 1));
    const auto signature = decode_base64url(jwt.substr(second + 1));
    if (!header || !claims || !signature) return std::nullopt;

    unsigned char expected[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    const auto *message = reinterpret_cast<const unsigned char *>(jwt.data());
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), message, second, expected, &length);
    if (signature->size() != length || CRYPTO_memcmp(signature->data(), expected, length) != 0) return std::nullopt;

    const json head = json::parse(*header, nullptr, false), body = json::parse(*claims, nullptr, false);
    if (!head.is_object() || head.value("alg", json()) != "HS256" || head.contains("crit") || !body.is_object()) return std::nullopt;
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    const json ends = body.value("exp", json()), begins = body.value("nbf", json(0));
    if (!ends.is_number() || ends <= now || !begins.is_number() || begins > now) return std::nullopt;
    return body;
}
