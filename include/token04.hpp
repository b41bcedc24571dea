// token04.hpp: issue, read, verify and diagnose ZEGO Token04 in C++11 and later, over the C ABI of token04.h.
//
//     token04::Issuer issuer(1234567890, secret);
//     std::string token = issuer.issue("user1", std::chrono::hours(1));
//
//     token04::Verifier verifier(1234567890, secret);
//     token04::Claims claims = verifier.verify(token, token04::Login().user_id("user1"));
//
//     token04::Report report = token04::diagnose(token, token04::Question().secret(secret).user_id("user1"));
//
// A failed call throws token04::Error, whose code() is a token04_status. Each call has an overload that takes a
// token04::Failure& as its last argument and throws nothing except std::bad_alloc; it returns an empty result:
//
//     token04::Failure failure;
//     std::string token = issuer.issue("user1", std::chrono::hours(1), failure);
//     if (failure) log(failure.code(), failure.message());
//
// Any number of threads can use an issuer or a verifier at once: make one and keep it. Text is UTF-8, times are unix
// seconds.
#ifndef TOKEN04_HPP
#define TOKEN04_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#if defined(__has_include)
#if __has_include(<string_view>) && (__cplusplus >= 201703L || (defined(_MSVC_LANG) && _MSVC_LANG >= 201703L))
#include <string_view>
#define TOKEN04_HAS_STRING_VIEW 1
#endif
#endif

#include "token04.h"

namespace token04
{

// The version of the running library; TOKEN04_VERSION is that of the header.
inline const char *version() noexcept
{
    return token04_version();
}

// Why a call failed, for the overloads that do not throw.
class Failure
{
public:
    Failure() noexcept : error_()
    {
    }

    explicit operator bool() const noexcept
    {
        return error_.status != TOKEN04_OK;
    }

    // A token04_status.
    std::int32_t code() const noexcept
    {
        return error_.status;
    }

    // Which argument is wrong and what is expected; empty if the call succeeded.
    const char *message() const noexcept
    {
        return error_.message;
    }

    // For calls of the C ABI.
    token04_error *get() noexcept
    {
        return &error_;
    }

private:
    token04_error error_;
};

// The exception of this library: what() says which argument is wrong and what is expected.
class Error : public std::runtime_error
{
public:
    explicit Error(const Failure &failure) : std::runtime_error(failure.message()), code_(failure.code())
    {
    }

    // A token04_status.
    std::int32_t code() const noexcept
    {
        return code_;
    }

private:
    std::int32_t code_;
};

// Text that is passed in: a std::string, a literal, or, if the C++ standard has it, a std::string_view.
class Text
{
public:
    Text() noexcept : text_()
    {
    }

    // Takes all bytes up to the first NUL; the call that receives a NULL refuses it.
    Text(const char *text) noexcept : text_()
    {
        if (text != nullptr)
            set(text, std::char_traits<char>::length(text));
    }

    Text(const std::string &text) noexcept : text_()
    {
        set(text.data(), text.size());
    }

#ifdef TOKEN04_HAS_STRING_VIEW
    Text(std::string_view text) noexcept : text_()
    {
        set(text.data() == nullptr ? "" : text.data(), text.size());
    }
#endif

    Text(const char *data, std::size_t size) noexcept : text_()
    {
        set(data, size);
    }

    const char *data() const noexcept
    {
        return text_.data;
    }

    std::size_t size() const noexcept
    {
        return text_.length;
    }

    const token04_text &get() const noexcept
    {
        return text_;
    }

private:
    void set(const char *data, std::size_t size) noexcept
    {
        text_.data = data;
        text_.length = size;
    }

    token04_text text_;
};

// An app id of any integer type, but not bool or floating point. A value that does not fit is refused, never wrapped.
class AppId
{
public:
    template <typename Integer,
              typename = typename std::enable_if<std::is_integral<Integer>::value
                                                 && !std::is_same<Integer, bool>::value>::type>
    AppId(Integer number) noexcept
        : number_(number > 0 && static_cast<std::uint64_t>(number) > static_cast<std::uint64_t>(most())
                      ? most()
                      : static_cast<std::int64_t>(number))
    {
    }

    std::int64_t get() const noexcept
    {
        return number_;
    }

private:
    static constexpr std::int64_t most()
    {
        return (std::numeric_limits<std::int64_t>::max)();
    }

    std::int64_t number_;
};

// A duration in whole seconds, from any duration that converts without loss: std::chrono::hours, not milliseconds.
// The call that receives a value beyond 64 bits refuses it; it is never wrapped.
class Seconds
{
public:
    template <typename Rep, typename Period,
              typename = typename std::enable_if<
                  std::is_convertible<std::chrono::duration<Rep, Period>, std::chrono::seconds>::value>::type>
    Seconds(std::chrono::duration<Rep, Period> duration) noexcept
        : count_(saturated(static_cast<std::int64_t>(duration.count()),
                           std::ratio_divide<Period, std::chrono::seconds::period>::num))
    {
    }

    std::int64_t get() const noexcept
    {
        return count_;
    }

private:
    static std::int64_t saturated(std::int64_t count, std::int64_t seconds) noexcept
    {
        const std::int64_t most = (std::numeric_limits<std::int64_t>::max)();
        if (count > most / seconds)
            return most;
        return count < -(most / seconds) ? -most : count * seconds;
    }

    std::int64_t count_;
};

// How the body of a token is encrypted. CBC does not detect changes to the token.
enum class Mode : std::int32_t
{
    // begin modes (written by scripts/vocabulary.py)

    // AES-256-CBC, which every official decoder accepts. It cannot prove that nobody changed the token.
    cbc = TOKEN04_MODE_CBC,
    // AES-256-GCM, which detects any change. Use it for at most 2^32 tokens per secret.
    gcm = TOKEN04_MODE_GCM

    // end modes
};

// The product a token is for: what that product would refuse is an error when issuing.
enum class Profile : std::int32_t
{
    // begin profiles (written by scripts/vocabulary.py)

    // Refuses only what would make a broken token.
    none = TOKEN04_PROFILE_NONE,
    // Express, voice and video rooms: user id 1 to 64 bytes, room id 1 to 128 bytes, payload JSON or empty.
    rtc = TOKEN04_PROFILE_RTC,
    // In-app Chat: user id 1 to 32 bytes, ttl 30 seconds to 24 days, no payload.
    zim = TOKEN04_PROFILE_ZIM,
    // UIKit for the web: as rtc, with the ttl of zim, which it uses for its invitations.
    kit = TOKEN04_PROFILE_KIT,
    // UIKit's call kits for mini-programs and apps, which use one plain token for Express and In-app Chat: the limits
    // of rtc and of zim, payload JSON or empty.
    call = TOKEN04_PROFILE_CALL

    // end profiles
};

namespace detail
{

inline void raise(const Failure &failure)
{
    if (failure)
        throw Error(failure);
}

inline std::string copy(const token04_text &text)
{
    return std::string(text.data, text.length);
}

struct Free
{
    void operator()(char *string) const noexcept
    {
        token04_string_free(string);
    }

    void operator()(token04_issuer *issuer) const noexcept
    {
        token04_issuer_free(issuer);
    }

    void operator()(token04_verifier *verifier) const noexcept
    {
        token04_verifier_free(verifier);
    }

    void operator()(token04_kit_user *user) const noexcept
    {
        token04_kit_user_free(user);
    }

    void operator()(const token04_report *report) const noexcept
    {
        token04_report_free(report);
    }
};

// Frees claims, or the report that they are part of.
struct FreeClaims
{
    explicit FreeClaims(const token04_report *whole = nullptr) noexcept : report(whole)
    {
    }

    void operator()(const token04_claims *claims) const noexcept
    {
        if (report != nullptr)
            token04_report_free(report);
        else
            token04_claims_free(const_cast<token04_claims *>(claims));
    }

    const token04_report *report;
};

class Diagnosis;

// Takes over a string that the library made: call receives the places for it and its length.
template <typename Call> std::string owned(Call call)
{
    char *string = nullptr;
    std::size_t length = 0;
    call(&string, &length);
    std::unique_ptr<char, Free> guard(string);
    return string == nullptr ? std::string() : std::string(string, length);
}

// Makes a token on the stack if it fits: call receives a buffer, its capacity and the place for the length.
template <typename Call> std::string token(Call call)
{
    char buffer[1024];
    std::size_t length = 0;
    std::int32_t status = call(buffer, sizeof buffer, &length);
    if (status != TOKEN04_BUFFER_TOO_SMALL)
        return std::string(buffer, length);
    std::string token(length + 1, '\0');
    call(&token[0], token.size(), &length);
    token.resize(length);
    return token;
}

} // namespace detail

// The limits of a token to make. The defaults allow logging in and any stream, and do not allow publishing.
class RoomPrivilege
{
public:
    explicit RoomPrivilege(Text room_id)
        : room_id_(room_id.data() == nullptr ? std::string() : detail::copy(room_id.get())), login_(true),
          publish_(false), limited_(false)
    {
    }

    RoomPrivilege &login(bool allowed) noexcept
    {
        login_ = allowed;
        return *this;
    }

    RoomPrivilege &publish(bool allowed) noexcept
    {
        publish_ = allowed;
        return *this;
    }

    // The only streams the token is valid for; an empty list is refused when the token is made.
    RoomPrivilege &streams(std::vector<std::string> stream_ids)
    {
        streams_ = std::move(stream_ids);
        limited_ = true;
        return *this;
    }

    // The JSON text that a token carries.
    std::string payload() const
    {
        Failure failure;
        std::string payload = this->payload(failure);
        detail::raise(failure);
        return payload;
    }

    std::string payload(Failure &failure) const
    {
        return detail::owned([&](char **string, std::size_t *length) {
            with([&](const token04_privilege &privilege) {
                return token04_privilege_payload(&privilege, string, length, failure.get());
            });
        });
    }

    // For calls of the C ABI: lends the privileges for the duration of the call.
    template <typename Call> std::int32_t with(Call call) const
    {
        std::vector<token04_text> texts;
        texts.reserve(streams_.size() + 1);
        for (const std::string &stream : streams_)
            texts.push_back(Text(stream).get());
        token04_privilege privilege = TOKEN04_PRIVILEGE_INIT(room_id_.data(), room_id_.size());
        privilege.login = login_;
        privilege.publish = publish_;
        privilege.streams = limited_ ? texts.data() : nullptr;
        privilege.stream_count = texts.size();
        return call(privilege);
    }

private:
    std::string room_id_;
    std::vector<std::string> streams_;
    bool login_, publish_, limited_;
};

// Makes tokens for one app.
class Issuer
{
public:
    Issuer(AppId app_id, Text secret, Mode mode = Mode::cbc, Profile profile = Profile::none)
    {
        Failure failure;
        *this = Issuer(app_id, secret, mode, profile, failure);
        detail::raise(failure);
    }

    // After a failure the issuer is empty, and makes no token.
    Issuer(AppId app_id, Text secret, Mode mode, Profile profile, Failure &failure) noexcept
    {
        token04_issuer *issuer = nullptr;
        token04_issuer_new(app_id.get(), secret.data(), secret.size(), static_cast<std::int32_t>(mode),
                           static_cast<std::int32_t>(profile), &issuer, failure.get());
        issuer_.reset(issuer);
    }

    Issuer(AppId app_id, Text secret, Failure &failure) noexcept
        : Issuer(app_id, secret, Mode::cbc, Profile::none, failure)
    {
    }

    // Makes an identity token, or a token with the payload.
    std::string issue(Text user_id, Seconds ttl, Text payload = "") const
    {
        Failure failure;
        std::string token = issue(user_id, ttl, payload, failure);
        detail::raise(failure);
        return token;
    }

    std::string issue(Text user_id, Seconds ttl, Text payload, Failure &failure) const
    {
        return detail::token([&](char *buffer, std::size_t capacity, std::size_t *length) {
            return token04_issuer_issue(get(), user_id.data(), user_id.size(), ttl.get(), payload.data(),
                                        payload.size(), buffer, capacity, length, failure.get());
        });
    }

    std::string issue(Text user_id, Seconds ttl, Failure &failure) const
    {
        return issue(user_id, ttl, "", failure);
    }

    // Makes a privilege token.
    std::string issue_room(Text user_id, Seconds ttl, const RoomPrivilege &privilege) const
    {
        Failure failure;
        std::string token = issue_room(user_id, ttl, privilege, failure);
        detail::raise(failure);
        return token;
    }

    std::string issue_room(Text user_id, Seconds ttl, const RoomPrivilege &privilege, Failure &failure) const
    {
        return detail::token([&](char *buffer, std::size_t capacity, std::size_t *length) {
            return privilege.with([&](const token04_privilege &limits) {
                return token04_issuer_issue_room(get(), user_id.data(), user_id.size(), ttl.get(), &limits, buffer,
                                                 capacity, length, failure.get());
            });
        });
    }

    // Makes a kit token, for UIKit on the web, under the limits of the profile kit. Without a name, others see the user
    // id.
    std::string kit_token(Text user_id, Seconds ttl, Text room_id, Text user_name = Text(), Text payload = "") const
    {
        Failure failure;
        std::string token = kit_token(user_id, ttl, room_id, user_name, payload, failure);
        detail::raise(failure);
        return token;
    }

    std::string kit_token(Text user_id, Seconds ttl, Text room_id, Text user_name, Text payload,
                          Failure &failure) const
    {
        return detail::owned([&](char **string, std::size_t *length) {
            token04_kit_issue(get(), user_id.data(), user_id.size(), ttl.get(), room_id.data(), room_id.size(),
                              user_name.data(), user_name.size(), payload.data(), payload.size(), string, length,
                              failure.get());
        });
    }

    // For calls of the C ABI; NULL in an empty issuer.
    const token04_issuer *get() const noexcept
    {
        return issuer_.get();
    }

private:
    std::unique_ptr<token04_issuer, detail::Free> issuer_;
};

// A right in a token; one that the token does not mention is denied.
enum class Right : std::int32_t
{
    unmentioned = -1,
    denied = 0,
    allowed = 1
};

// The limits that a token carries, as they were read.
struct Privilege
{
    // The only room the token is valid for; an empty one means any.
    std::string room_id;
    Right login;
    Right publish;
    // Whether the token lists streams; if not, it is valid for any.
    bool names_streams;
    // The only streams the token is valid for; an empty list means any.
    std::vector<std::string> streams;
};

// The claims of a token.
class Claims
{
public:
    // No claims, as after a failure: all is 0 or empty.
    Claims() noexcept = default;

    explicit operator bool() const noexcept
    {
        return claims_ != nullptr;
    }

    std::uint32_t app_id() const noexcept
    {
        return body().app_id;
    }

    std::string user_id() const
    {
        return detail::copy(body().user_id);
    }

    // A random number that distinguishes tokens made in the same second.
    std::int64_t nonce() const noexcept
    {
        return body().nonce;
    }

    // When the token was made.
    std::int64_t ctime() const noexcept
    {
        return body().ctime;
    }

    // When the token expires.
    std::int64_t expire() const noexcept
    {
        return body().expire;
    }

    // Empty in an identity token, JSON text in a privilege token.
    std::string payload() const
    {
        return detail::copy(body().payload);
    }

    // The payload as privileges; empty if it does not have the privilege form.
    std::unique_ptr<Privilege> privilege() const
    {
        const token04_privilege *read = token04_claims_privilege(claims_.get());
        if (read == nullptr)
            return nullptr;
        std::unique_ptr<Privilege> privilege(new Privilege);
        privilege->room_id = detail::copy(read->room_id);
        privilege->login = static_cast<Right>(read->login);
        privilege->publish = static_cast<Right>(read->publish);
        privilege->names_streams = read->streams != nullptr;
        for (std::size_t i = 0; i < read->stream_count; i++)
            privilege->streams.push_back(detail::copy(read->streams[i]));
        return privilege;
    }

    // For calls of the C ABI; NULL where there are no claims.
    const token04_claims *get() const noexcept
    {
        return claims_.get();
    }

private:
    friend class Verifier;
    friend class detail::Diagnosis;

    // The claims of a report are part of it and keep it alive.
    explicit Claims(const token04_claims *claims, const token04_report *report = nullptr) noexcept
        : claims_(claims, detail::FreeClaims(report))
    {
    }

    const token04_body &body() const noexcept
    {
        static const token04_body none = {0, {"", 0}, 0, 0, 0, {"", 0}};
        const token04_body *body = token04_claims_body(claims_.get());
        return body == nullptr ? none : *body;
    }

    std::unique_ptr<const token04_claims, detail::FreeClaims> claims_;
};

// What a verification expects besides a valid token, and at what time. It keeps pointers to the texts.
class Login
{
public:
    Login() noexcept : login_()
    {
        login_.size = sizeof login_;
    }

    // The user the token must be for.
    Login &user_id(Text user_id) noexcept
    {
        login_.user_id = user_id.get();
        return *this;
    }

    // The room the token must allow to log in to. An identity token allows any.
    Login &room_id(Text room_id) noexcept
    {
        login_.room_id = room_id.get();
        return *this;
    }

    // The stream the token must be valid for. An identity token is valid for any.
    Login &stream_id(Text stream_id) noexcept
    {
        login_.stream_id = stream_id.get();
        return *this;
    }

    // Whether the token must allow publishing. An identity token allows it.
    Login &publish(bool expected) noexcept
    {
        login_.publish = expected;
        return *this;
    }

    // The time to check against, in unix seconds, instead of the clock.
    Login &now(std::int64_t now) noexcept
    {
        login_.has_now = 1;
        login_.now = now;
        return *this;
    }

    const token04_login *get() const noexcept
    {
        return &login_;
    }

private:
    token04_login login_;
};

// Opens tokens of one app and checks them.
class Verifier
{
public:
    // A token is accepted for leeway after its expiry, for clocks that differ. Tokens made with previous_secret are
    // accepted too, while a secret is being replaced.
    Verifier(AppId app_id, Text secret, Seconds leeway = std::chrono::seconds(0), Text previous_secret = Text())
    {
        Failure failure;
        *this = Verifier(app_id, secret, leeway, previous_secret, failure);
        detail::raise(failure);
    }

    // After a failure the verifier is empty, and accepts no token.
    Verifier(AppId app_id, Text secret, Seconds leeway, Text previous_secret, Failure &failure) noexcept
    {
        token04_verifier *verifier = nullptr;
        token04_verifier_new(app_id.get(), secret.data(), secret.size(), previous_secret.data(),
                             previous_secret.size(), leeway.get(), &verifier, failure.get());
        verifier_.reset(verifier);
    }

    Verifier(AppId app_id, Text secret, Failure &failure) noexcept
        : Verifier(app_id, secret, std::chrono::seconds(0), Text(), failure)
    {
    }

    // Also accepts a kit token, and reads the part before '#'. Rely only on the claims of GCM tokens: CBC has no
    // authentication.
    Claims verify(Text token, const Login &login = Login()) const
    {
        Failure failure;
        Claims claims = verify(token, login, failure);
        detail::raise(failure);
        return claims;
    }

    Claims verify(Text token, const Login &login, Failure &failure) const noexcept
    {
        token04_claims *claims = nullptr;
        token04_verifier_verify(verifier_.get(), token.data(), token.size(), login.get(), &claims, failure.get());
        return Claims(claims);
    }

    Claims verify(Text token, Failure &failure) const noexcept
    {
        return verify(token, Login(), failure);
    }

    // For calls of the C ABI; NULL in an empty verifier.
    const token04_verifier *get() const noexcept
    {
        return verifier_.get();
    }

private:
    std::unique_ptr<token04_verifier, detail::Free> verifier_;
};

// What a token reveals without the secret. None of it is verified.
struct Header
{
    // The version of the format, "04".
    std::string version;
    Mode mode;
    // When the token expires, according to its envelope.
    std::int64_t expires_at;
    bool expired;
    std::uint32_t iv_bytes;
    std::uint32_t ciphertext_bytes;
};

namespace detail
{

inline Header inspect(Text token, std::int32_t has_now, std::int64_t now, Failure &failure)
{
    token04_header read;
    Header header = Header();
    if (token04_inspect(token.data(), token.size(), has_now, now, &read, failure.get()) == TOKEN04_OK) {
        header.version = read.version;
        header.mode = static_cast<Mode>(read.mode);
        header.expires_at = read.expires_at;
        header.expired = read.expired != 0;
        header.iv_bytes = read.iv_bytes;
        header.ciphertext_bytes = read.ciphertext_bytes;
    }
    return header;
}

} // namespace detail

// Reads a token without the secret.
inline Header inspect(Text token, Failure &failure)
{
    return detail::inspect(token, 0, 0, failure);
}

// Reads a token without the secret, and decides whether it has expired at a time in unix seconds.
inline Header inspect(Text token, std::int64_t now, Failure &failure)
{
    return detail::inspect(token, 1, now, failure);
}

inline Header inspect(Text token)
{
    Failure failure;
    Header header = inspect(token, failure);
    detail::raise(failure);
    return header;
}

inline Header inspect(Text token, std::int64_t now)
{
    Failure failure;
    Header header = inspect(token, now, failure);
    detail::raise(failure);
    return header;
}

// The severity of a finding.
enum class Severity : std::int32_t
{
    // begin severities (written by scripts/vocabulary.py)

    // The token will be refused, or must be replaced.
    error = TOKEN04_SEVERITY_ERROR,
    // The token may be refused, or allows less or more than intended.
    warning = TOKEN04_SEVERITY_WARNING,
    // For information only.
    note = TOKEN04_SEVERITY_NOTE

    // end severities
};

// The language of a report.
enum class Language : std::int32_t
{
    // begin languages (written by scripts/vocabulary.py)

    // English.
    en = TOKEN04_LANGUAGE_EN,
    // Simplified Chinese.
    zh = TOKEN04_LANGUAGE_ZH

    // end languages
};

// One finding about a token.
struct Finding
{
    // The finding's id: one of the TOKEN04_FINDING_ texts of token04.h, such as TOKEN04_FINDING_EXPIRED.
    std::string id;
    Severity severity;
    // What is wrong, with the values of this case; it never contains the secret.
    std::string message;
    // How to fix it.
    std::string fix;
    // The client error codes that it may appear as. Which of them the service returns has not been observed.
    std::vector<std::uint32_t> client_codes;
};

// What is wrong with a token, if anything.
struct Report
{
    // Whether no finding is an error.
    bool ok;
    // In the order to fix them. A valid token in mode CBC still gives a note.
    std::vector<Finding> findings;
    // The claims of the token if it could be opened, with any key or layout; otherwise empty.
    Claims claims;
};

// What is known about the login when a token is diagnosed; more information allows more checks. It keeps pointers to
// the texts.
class Question
{
public:
    Question() noexcept : asked_(), app_id_given_(false)
    {
        asked_.size = sizeof asked_;
    }

    // The secret that the token should have been made with, of any length.
    Question &secret(Text secret) noexcept
    {
        asked_.secret = secret.get();
        return *this;
    }

    // The app that the client uses.
    Question &app_id(AppId app_id) noexcept
    {
        asked_.app_id = app_id.get();
        app_id_given_ = true;
        return *this;
    }

    // The user who logs in.
    Question &user_id(Text user_id) noexcept
    {
        asked_.user_id = user_id.get();
        return *this;
    }

    // The room that the user logs in to.
    Question &room_id(Text room_id) noexcept
    {
        asked_.room_id = room_id.get();
        return *this;
    }

    // The stream to publish or play.
    Question &stream_id(Text stream_id) noexcept
    {
        asked_.stream_id = stream_id.get();
        return *this;
    }

    // Whether the user wants to publish.
    Question &publish(bool meant) noexcept
    {
        asked_.publish = meant;
        return *this;
    }

    // The product that the token is for.
    Question &profile(Profile profile) noexcept
    {
        asked_.profile = static_cast<std::int32_t>(profile);
        return *this;
    }

    // The language of the report; English by default.
    Question &lang(Language language) noexcept
    {
        asked_.language = static_cast<std::int32_t>(language);
        return *this;
    }

    // The time to check against, in unix seconds, instead of the clock.
    Question &now(std::int64_t now) noexcept
    {
        asked_.has_now = 1;
        asked_.now = now;
        return *this;
    }

    // For calls of the C ABI.
    const token04_question *get() const noexcept
    {
        return &asked_;
    }

private:
    friend class detail::Diagnosis;

    token04_question asked_;
    bool app_id_given_;
};

namespace detail
{

// A report of the C ABI before it is converted to one of C++.
class Diagnosis
{
public:
    Diagnosis(Text token, const Question &question, Failure &failure) noexcept
    {
        const token04_report *report = nullptr;
        if (question.app_id_given_ && question.get()->app_id == 0)
            refuse_zero(failure);
        else
            token04_diagnose(token.data(), token.size(), question.get(), &report, failure.get());
        report_.reset(report);
    }

    Report take()
    {
        Report report = Report();
        if (report_ == nullptr)
            return report;
        report.ok = report_->ok != 0;
        report.findings.reserve(report_->finding_count);
        for (std::size_t i = 0; i < report_->finding_count; i++)
            report.findings.push_back(finding(report_->findings[i]));
        if (report_->claims != nullptr) {
            const token04_claims *claims = report_->claims;
            report.claims = Claims(claims, report_.release());
        }
        return report;
    }

private:
    // In the C ABI 0 means an unknown app id, but an app id of 0 that is given is refused, as everywhere.
    static void refuse_zero(Failure &failure) noexcept
    {
        token04_issuer *none = nullptr;
        token04_issuer_new(0, nullptr, 0, TOKEN04_MODE_CBC, TOKEN04_PROFILE_NONE, &none, failure.get());
    }

    static Finding finding(const token04_finding &read)
    {
        Finding finding = Finding();
        finding.id = copy(read.id);
        finding.severity = static_cast<Severity>(read.severity);
        finding.message = copy(read.message);
        finding.fix = copy(read.fix);
        finding.client_codes.assign(read.client_codes, read.client_codes + read.client_code_count);
        return finding;
    }

    std::unique_ptr<const token04_report, Free> report_;
};

} // namespace detail

// Explains why a token is refused and how to fix it. It accepts any text, UTF-8 or not, and detects common mistakes in
// hand-written generators; docs/diagnose.md lists all findings. Only an invalid question is an error.
inline Report diagnose(Text token, const Question &question, Failure &failure)
{
    return detail::Diagnosis(token, question, failure).take();
}

inline Report diagnose(Text token, Failure &failure)
{
    return diagnose(token, Question(), failure);
}

inline Report diagnose(Text token, const Question &question = Question())
{
    Failure failure;
    Report report = diagnose(token, question, failure);
    detail::raise(failure);
    return report;
}

// Kit tokens, for UIKit on the web: a token, '#', and the room and the user. Issuer::kit_token makes one.
namespace kit
{

// The part after the '#' of a kit token.
struct User
{
    std::uint32_t app_id;
    std::string user_id;
    std::string room_id;
    std::string user_name;
};

// The parts of a kit token.
struct Parts
{
    std::string token;
    User user;
};

// Appends room and user to a token.
inline std::string encode(Text token, const User &user, Failure &failure)
{
    return detail::owned([&](char **string, std::size_t *length) {
        token04_kit_encode(token.data(), token.size(), user.app_id, user.user_id.data(), user.user_id.size(),
                           user.room_id.data(), user.room_id.size(), user.user_name.data(), user.user_name.size(),
                           string, length, failure.get());
    });
}

inline std::string encode(Text token, const User &user)
{
    Failure failure;
    std::string kit_token = encode(token, user, failure);
    detail::raise(failure);
    return kit_token;
}

// Splits a kit token into its parts.
inline Parts decode(Text kit_token, Failure &failure)
{
    token04_kit_user *read = nullptr;
    Parts parts = Parts();
    token04_kit_decode(kit_token.data(), kit_token.size(), &read, failure.get());
    std::unique_ptr<token04_kit_user, detail::Free> guard(read);
    if (read != nullptr) {
        parts.token = detail::copy(read->token);
        parts.user.app_id = read->app_id;
        parts.user.user_id = detail::copy(read->user_id);
        parts.user.room_id = detail::copy(read->room_id);
        parts.user.user_name = detail::copy(read->user_name);
    }
    return parts;
}

inline Parts decode(Text kit_token)
{
    Failure failure;
    Parts parts = decode(kit_token, failure);
    detail::raise(failure);
    return parts;
}

} // namespace kit

} // namespace token04

#endif
