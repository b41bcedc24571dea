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
// A failed call throws token04::Error, which has a token04::Code. Each call has an overload that takes a
// token04::Failure& as its last argument and throws nothing except std::bad_alloc; it returns an empty result:
//
//     token04::Failure failure;
//     std::string token = issuer.issue("user1", std::chrono::hours(1), failure);
//     if (failure) log(failure.number(), failure.message());
//
// Compiled without exceptions (-fno-exceptions), only the overloads with a Failure can be called: the others do not link.
//
// Any number of threads can use an issuer or a verifier at once: make one and keep it. Text is UTF-8. Objects own what
// they are given; only a token04::Text, which a parameter is, borrows it for the call.
#ifndef TOKEN04_HPP
#define TOKEN04_HPP

#include <chrono>
#include <cmath>
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

#if defined(__cpp_exceptions) || defined(__EXCEPTIONS) || defined(_CPPUNWIND)
#define TOKEN04_HAS_EXCEPTIONS 1
#endif

#include "token04.h"

namespace token04
{

// The version of the running library; TOKEN04_VERSION is that of the header.
inline const char *version() noexcept
{
    return token04_version();
}

// Why a call failed. The numbers never change and are never reused; a later version may add some.
enum class Code : std::int32_t
{
    ok = TOKEN04_OK,
    // begin codes (written by scripts/vocabulary.py)

    // The app id is not 1 to 4294967295.
    invalid_app_id = TOKEN04_INVALID_APP_ID,
    // The user id is empty, not Unicode text, or outside the profile.
    invalid_user_id = TOKEN04_INVALID_USER_ID,
    // The secret is not 32 bytes of UTF-8 text.
    invalid_secret = TOKEN04_INVALID_SECRET,
    // The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does not fit.
    invalid_ttl = TOKEN04_INVALID_TTL,
    // The body of the token would be longer than 65519 bytes.
    too_long = TOKEN04_TOO_LONG,
    // A room id or a stream id is missing, not Unicode text, or outside the limits.
    invalid_room = TOKEN04_INVALID_ROOM,
    // The operating system provided no random bytes.
    random_unavailable = TOKEN04_RANDOM_UNAVAILABLE,
    // The payload is not Unicode text, or outside the profile.
    invalid_payload = TOKEN04_INVALID_PAYLOAD,
    // The text is not a Token04.
    malformed = TOKEN04_MALFORMED,
    // The token cannot be opened: wrong secret, damaged, or no Token04 body inside; one error for all of these, so that
    // it tells an attacker nothing.
    undecipherable = TOKEN04_UNDECIPHERABLE,
    // The token has expired.
    expired = TOKEN04_EXPIRED,
    // The token was made for another app id.
    wrong_app_id = TOKEN04_WRONG_APP_ID,
    // The token was made for another user id.
    wrong_user_id = TOKEN04_WRONG_USER_ID,
    // The envelope and the body have different expiry times.
    expire_mismatch = TOKEN04_EXPIRE_MISMATCH,
    // The token does not permit the expected room, stream or right.
    not_permitted = TOKEN04_NOT_PERMITTED,
    // An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object.
    invalid_argument = TOKEN04_INVALID_ARGUMENT,
    // The caller's buffer is too small for the result; only in C.
    buffer_too_small = TOKEN04_BUFFER_TOO_SMALL,
    // A defect of this library, caught at its boundary; the library can still be used. Please report it.
    internal = TOKEN04_INTERNAL

    // end codes
};

// A point in time in whole seconds, which is a std::chrono::sys_seconds: as wide as the format's times.
using Timestamp = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;

// Why a call failed, for the overloads that do not throw.
class Failure
{
public:
    Failure() noexcept : error_(), user_index_(std::string::npos)
    {
        error_.size = sizeof error_;
    }

    explicit operator bool() const noexcept
    {
        return error_.status != TOKEN04_OK;
    }

    Code code() const noexcept
    {
        return static_cast<Code>(error_.status);
    }

    // The code as a number, for logs.
    std::int32_t number() const noexcept
    {
        return error_.status;
    }

    // Which argument is wrong and what is expected; empty if the call succeeded.
    const char *message() const noexcept
    {
        return error_.message;
    }

    // After Issuer::issue_many: the index of the first user id that is at fault; std::string::npos if the error is not
    // about a user id.
    std::size_t user_index() const noexcept
    {
        return user_index_;
    }

    // For calls of the C ABI.
    token04_error *get() noexcept
    {
        user_index_ = std::string::npos;
        return &error_;
    }

private:
    friend class Issuer;

    token04_error error_;
    std::size_t user_index_;
};

// The exception of this library: what() says which argument is wrong and what is expected.
class Error : public std::runtime_error
{
public:
    explicit Error(const Failure &failure)
        : std::runtime_error(failure.message()), code_(failure.code()), user_index_(failure.user_index())
    {
    }

    Code code() const noexcept
    {
        return code_;
    }

    // The code as a number, for logs.
    std::int32_t number() const noexcept
    {
        return static_cast<std::int32_t>(code_);
    }

    // As that of a Failure.
    std::size_t user_index() const noexcept
    {
        return user_index_;
    }

private:
    Code code_;
    std::size_t user_index_;
};

// Text that a call borrows: a std::string, a literal, or, if the C++ standard has it, a std::string_view. Like a
// std::string_view, it owns nothing: use it for parameters only.
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

// A duration, from any of std::chrono. The library refuses one that is not in whole seconds, and one beyond 64 bits: it is
// never rounded or wrapped.
class Duration
{
public:
    template <typename Rep, typename Period>
    Duration(std::chrono::duration<Rep, Period> duration) noexcept : seconds_(0), nanoseconds_(0)
    {
        set<Period>(duration.count(), std::is_floating_point<Rep>());
    }

    std::int64_t seconds() const noexcept
    {
        return seconds_;
    }

    // What is beyond the seconds, of the same sign.
    std::int32_t nanoseconds() const noexcept
    {
        return nanoseconds_;
    }

private:
    static constexpr std::int64_t most()
    {
        return (std::numeric_limits<std::int64_t>::max)();
    }

    template <typename Period, typename Rep> void set(Rep count, std::false_type) noexcept
    {
        const bool huge = count > 0 && static_cast<std::uint64_t>(count) > static_cast<std::uint64_t>(most());
        const std::int64_t units = huge ? most() : static_cast<std::int64_t>(count);
        const std::int64_t whole = units / Period::den, rest = units % Period::den * Period::num;
        seconds_ = saturated(whole, Period::num);
        // Where Period::den is 1, nothing is left.
        seconds_ += rest / Period::den;
        set_fraction(static_cast<double>(rest % Period::den) / static_cast<double>(Period::den));
    }

    template <typename Period, typename Rep> void set(Rep count, std::true_type) noexcept
    {
        const double units = static_cast<double>(count);
        const double total = units * static_cast<double>(Period::num) / static_cast<double>(Period::den);
        double whole = 0;
        const double fraction = std::modf(total, &whole);
        // 2^63 is the first double beyond 64 bits. The comparison fails for NaN too.
        if (whole > -9223372036854775808.0 && whole < 9223372036854775808.0) {
            seconds_ = static_cast<std::int64_t>(whole);
            set_fraction(fraction);
        } else {
            // A fraction is refused wherever a duration is.
            seconds_ = total < 0 ? -most() : most();
            nanoseconds_ = total < 0 ? -1 : 1;
        }
    }

    // A fraction below a nanosecond is still a fraction.
    void set_fraction(double fraction) noexcept
    {
        nanoseconds_ = static_cast<std::int32_t>(std::round(fraction * 1e9));
        if (fraction != 0 && nanoseconds_ == 0)
            nanoseconds_ = fraction < 0 ? -1 : 1;
        else if (nanoseconds_ == 1000000000 || nanoseconds_ == -1000000000)
            nanoseconds_ = nanoseconds_ < 0 ? -999999999 : 999999999;
    }

    static std::int64_t saturated(std::int64_t count, std::int64_t factor) noexcept
    {
        if (count > most() / factor)
            return most();
        return count < -(most() / factor) ? -most() : count * factor;
    }

    std::int64_t seconds_;
    std::int32_t nanoseconds_;
};

// The time that a call takes place at: that of the clock, or a time_point of std::chrono::system_clock, of which the
// second counts, or unix seconds.
class Now
{
public:
    // The time of the clock.
    Now() noexcept : seconds_(0), given_(false)
    {
    }

    template <typename Step>
    Now(std::chrono::time_point<std::chrono::system_clock, Step> time) noexcept : seconds_(0), given_(true)
    {
        using std::chrono::seconds;
        const seconds whole = std::chrono::duration_cast<seconds>(time.time_since_epoch());
        // The cast rounds towards 1970.
        seconds_ = whole.count() - (time.time_since_epoch() < whole ? 1 : 0);
    }

    template <typename Integer,
              typename = typename std::enable_if<std::is_integral<Integer>::value
                                                 && !std::is_same<Integer, bool>::value>::type>
    Now(Integer unix_seconds) noexcept
        : seconds_(unix_seconds > 0
                           && static_cast<std::uint64_t>(unix_seconds)
                               > static_cast<std::uint64_t>((std::numeric_limits<std::int64_t>::max)())
                       ? (std::numeric_limits<std::int64_t>::max)()
                       : static_cast<std::int64_t>(unix_seconds)),
          given_(true)
    {
    }

    // For calls of the C ABI: unix seconds in this object; NULL for the clock.
    const std::int64_t *get() const noexcept
    {
        return given_ ? &seconds_ : nullptr;
    }

private:
    std::int64_t seconds_;
    bool given_;
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

#ifdef TOKEN04_HAS_EXCEPTIONS
inline void raise(const Failure &failure)
{
    if (failure)
        throw Error(failure);
}
#else
// Has no definition: a call without a Failure does not compile, or with an older compiler does not link.
#if defined(__has_attribute)
#if __has_attribute(error)
__attribute__((error("compiled without exceptions: pass a token04::Failure as the last argument")))
#endif
#endif
void raise(const Failure &failure);
#endif

inline std::string copy(const token04_text &text)
{
    return text.data == nullptr ? std::string() : std::string(text.data, text.length);
}

inline std::vector<std::string> copy(const token04_text *texts, std::size_t count)
{
    std::vector<std::string> copies;
    copies.reserve(count);
    for (std::size_t i = 0; i < count; i++)
        copies.push_back(copy(texts[i]));
    return copies;
}

inline Timestamp timestamp(std::int64_t unix_seconds) noexcept
{
    return Timestamp(std::chrono::seconds(unix_seconds));
}

// The options of issuing; they point to now.
inline token04_issue_options options(const Duration &ttl, const Now &now) noexcept
{
    token04_issue_options options = TOKEN04_ISSUE_OPTIONS_INIT;
    options.now = now.get();
    options.ttl_nanoseconds = ttl.nanoseconds();
    return options;
}

// A text that an object keeps, or none.
class OptionalText
{
public:
    void set(Text text)
    {
        text_ = copy(text.get());
        given_ = text.data() != nullptr;
    }

    token04_text get() const noexcept
    {
        return given_ ? Text(text_).get() : Text().get();
    }

private:
    std::string text_;
    bool given_ = false;
};

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

    void operator()(token04_tokens *tokens) const noexcept
    {
        token04_tokens_free(tokens);
    }

    void operator()(token04_explanation *explanation) const noexcept
    {
        token04_explanation_free(explanation);
    }

    void operator()(token04_kit_user *user) const noexcept
    {
        token04_kit_user_free(user);
    }

    void operator()(token04_report *report) const noexcept
    {
        token04_report_free(report);
    }
};

// Frees claims, or the report that they are part of.
struct FreeClaims
{
    explicit FreeClaims(token04_report *whole = nullptr) noexcept : report(whole)
    {
    }

    void operator()(const token04_claims *claims) const noexcept
    {
        if (report != nullptr)
            token04_report_free(report);
        else
            token04_claims_free(const_cast<token04_claims *>(claims));
    }

    token04_report *report;
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
        : room_id_(detail::copy(room_id.get())), login_(true), publish_(false), limited_(false)
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
    std::string issue(Text user_id, Duration ttl, Text payload = "", Now now = Now()) const
    {
        Failure failure;
        std::string token = issue(user_id, ttl, payload, now, failure);
        detail::raise(failure);
        return token;
    }

    std::string issue(Text user_id, Duration ttl, Text payload, Now now, Failure &failure) const
    {
        const token04_issue_options options = detail::options(ttl, now);
        return detail::token([&](char *buffer, std::size_t capacity, std::size_t *length) {
            return token04_issuer_issue(get(), user_id.data(), user_id.size(), ttl.seconds(), payload.data(),
                                        payload.size(), &options, buffer, capacity, length, failure.get());
        });
    }

    std::string issue(Text user_id, Duration ttl, Text payload, Failure &failure) const
    {
        return issue(user_id, ttl, payload, Now(), failure);
    }

    std::string issue(Text user_id, Duration ttl, Failure &failure) const
    {
        return issue(user_id, ttl, "", Now(), failure);
    }

    // Makes a privilege token.
    std::string issue_room(Text user_id, Duration ttl, const RoomPrivilege &privilege, Now now = Now()) const
    {
        Failure failure;
        std::string token = issue_room(user_id, ttl, privilege, now, failure);
        detail::raise(failure);
        return token;
    }

    std::string issue_room(Text user_id, Duration ttl, const RoomPrivilege &privilege, Now now, Failure &failure) const
    {
        const token04_issue_options options = detail::options(ttl, now);
        return detail::token([&](char *buffer, std::size_t capacity, std::size_t *length) {
            return privilege.with([&](const token04_privilege &limits) {
                return token04_issuer_issue_room(get(), user_id.data(), user_id.size(), ttl.seconds(), &limits, &options,
                                                 buffer, capacity, length, failure.get());
            });
        });
    }

    std::string issue_room(Text user_id, Duration ttl, const RoomPrivilege &privilege, Failure &failure) const
    {
        return issue_room(user_id, ttl, privilege, Now(), failure);
    }

    // Makes a token for each of many users, in their order; all of them or none. It is faster than a call for each. The
    // user_index() of an error says which user is at fault.
    std::vector<std::string> issue_many(const std::vector<std::string> &user_ids, Duration ttl, Text payload = "",
                                        Now now = Now()) const
    {
        Failure failure;
        std::vector<std::string> tokens = issue_many(user_ids, ttl, payload, now, failure);
        detail::raise(failure);
        return tokens;
    }

    std::vector<std::string> issue_many(const std::vector<std::string> &user_ids, Duration ttl, Text payload, Now now,
                                        Failure &failure) const
    {
        std::vector<token04_text> users;
        users.reserve(user_ids.size());
        for (const std::string &user_id : user_ids)
            users.push_back(Text(user_id).get());
        const token04_issue_options options = detail::options(ttl, now);
        token04_tokens *made = nullptr;
        std::size_t failed = users.size();
        token04_issuer_issue_many(get(), users.data(), users.size(), ttl.seconds(), payload.data(), payload.size(),
                                  &options, &made, &failed, failure.get());
        const std::unique_ptr<token04_tokens, detail::Free> guard(made);
        if (made != nullptr)
            return detail::copy(made->tokens, made->count);
        if (failed < users.size())
            failure.user_index_ = failed;
        return std::vector<std::string>();
    }

    std::vector<std::string> issue_many(const std::vector<std::string> &user_ids, Duration ttl, Text payload,
                                        Failure &failure) const
    {
        return issue_many(user_ids, ttl, payload, Now(), failure);
    }

    // Makes a kit token, for UIKit on the web, under the limits of the profile kit. Without a name, others see the user
    // id.
    std::string kit_token(Text user_id, Duration ttl, Text room_id, Text user_name = Text(), Text payload = "",
                          Now now = Now()) const
    {
        Failure failure;
        std::string token = kit_token(user_id, ttl, room_id, user_name, payload, now, failure);
        detail::raise(failure);
        return token;
    }

    std::string kit_token(Text user_id, Duration ttl, Text room_id, Text user_name, Text payload, Now now,
                          Failure &failure) const
    {
        const token04_issue_options options = detail::options(ttl, now);
        return detail::owned([&](char **string, std::size_t *length) {
            token04_kit_issue(get(), user_id.data(), user_id.size(), ttl.seconds(), room_id.data(), room_id.size(),
                              user_name.data(), user_name.size(), payload.data(), payload.size(), &options, string,
                              length, failure.get());
        });
    }

    std::string kit_token(Text user_id, Duration ttl, Text room_id, Text user_name, Text payload,
                          Failure &failure) const
    {
        return kit_token(user_id, ttl, room_id, user_name, payload, Now(), failure);
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

    // When the token was made, in unix seconds; created_at() is the same.
    std::int64_t ctime() const noexcept
    {
        return body().ctime;
    }

    // When the token expires, in unix seconds; expires_at() is the same.
    std::int64_t expire() const noexcept
    {
        return body().expire;
    }

    Timestamp created_at() const noexcept
    {
        return detail::timestamp(ctime());
    }

    Timestamp expires_at() const noexcept
    {
        return detail::timestamp(expire());
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
        privilege->streams = detail::copy(read->streams, read->stream_count);
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
    explicit Claims(const token04_claims *claims, token04_report *report = nullptr) noexcept
        : claims_(claims, detail::FreeClaims(report))
    {
    }

    const token04_body &body() const noexcept
    {
        static const token04_body none = {sizeof(token04_body), {"", 0}, 0, 0, 0, {"", 0}, 0, 0};
        const token04_body *body = token04_claims_body(claims_.get());
        return body == nullptr ? none : *body;
    }

    std::unique_ptr<const token04_claims, detail::FreeClaims> claims_;
};

// What a verification expects besides a valid token, and at what time.
class Login
{
public:
    // The user the token must be for.
    Login &user_id(Text user_id)
    {
        user_id_.set(user_id);
        return *this;
    }

    // The room the token must allow to log in to. An identity token allows any.
    Login &room_id(Text room_id)
    {
        room_id_.set(room_id);
        return *this;
    }

    // The stream the token must be valid for. An identity token is valid for any.
    Login &stream_id(Text stream_id)
    {
        stream_id_.set(stream_id);
        return *this;
    }

    // Whether the token must allow publishing. An identity token allows it.
    Login &publish(bool expected) noexcept
    {
        publish_ = expected;
        return *this;
    }

    // Whether an identity token is refused, because it allows any room and any right.
    Login &require_privilege(bool required) noexcept
    {
        require_privilege_ = required;
        return *this;
    }

    // The time to check against, instead of that of the clock.
    Login &now(Now now) noexcept
    {
        now_ = now;
        return *this;
    }

    // For calls of the C ABI. It points to this object.
    token04_login get() const noexcept
    {
        token04_login login = TOKEN04_LOGIN_INIT;
        login.user_id = user_id_.get();
        login.room_id = room_id_.get();
        login.stream_id = stream_id_.get();
        login.now = now_.get();
        login.publish = publish_;
        login.require_privilege = require_privilege_;
        return login;
    }

private:
    detail::OptionalText user_id_, room_id_, stream_id_;
    Now now_;
    bool publish_ = false;
    bool require_privilege_ = false;
};

// Opens tokens of one app and checks them.
class Verifier
{
public:
    // A token is accepted for leeway after its expiry, for clocks that differ. Tokens made with previous_secret are
    // accepted too, while a secret is being replaced.
    Verifier(AppId app_id, Text secret, Duration leeway = std::chrono::seconds(0), Text previous_secret = Text())
    {
        Failure failure;
        *this = Verifier(app_id, secret, leeway, previous_secret, failure);
        detail::raise(failure);
    }

    // After a failure the verifier is empty, and accepts no token.
    Verifier(AppId app_id, Text secret, Duration leeway, Text previous_secret, Failure &failure) noexcept
    {
        token04_verifier *verifier = nullptr;
        token04_verifier_options options = TOKEN04_VERIFIER_OPTIONS_INIT;
        options.previous_secret = previous_secret.get();
        options.leeway = leeway.seconds();
        options.leeway_nanoseconds = leeway.nanoseconds();
        token04_verifier_new(app_id.get(), secret.data(), secret.size(), &options, &verifier, failure.get());
        verifier_.reset(verifier);
    }

    Verifier(AppId app_id, Text secret, Failure &failure) noexcept
        : Verifier(app_id, secret, std::chrono::seconds(0), Text(), failure)
    {
    }

    // Also accepts a kit token, and reads the part before '#'. An identity token allows any room and any right: use
    // Login::require_privilege if that is not intended. CBC has no authentication: rely on the claims of
    // a CBC token only if it came straight from you.
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
        const token04_login expected = login.get();
        token04_verifier_verify(verifier_.get(), token.data(), token.size(), &expected, &claims, failure.get());
        return Claims(claims);
    }

    Claims verify(Text token, Failure &failure) const
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
    Timestamp expires_at;
    bool expired;
    std::uint32_t iv_bytes;
    std::uint32_t ciphertext_bytes;
};

// Reads a token without the secret, and decides whether it has expired at the time now.
inline Header inspect(Text token, Now now, Failure &failure)
{
    token04_header read = TOKEN04_HEADER_INIT;
    Header header = Header();
    if (token04_inspect(token.data(), token.size(), now.get(), &read, failure.get()) == TOKEN04_OK) {
        header.version = read.version;
        header.mode = static_cast<Mode>(read.mode);
        header.expires_at = detail::timestamp(read.expires_at);
        header.expired = read.expired != 0;
        header.iv_bytes = read.iv_bytes;
        header.ciphertext_bytes = read.ciphertext_bytes;
    }
    return header;
}

inline Header inspect(Text token, Failure &failure)
{
    return inspect(token, Now(), failure);
}

inline Header inspect(Text token, Now now = Now())
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

// The ids of findings.
namespace finding_id
{

// begin finding ids (written by scripts/vocabulary.py)

constexpr char secret_exposed[] = TOKEN04_FINDING_SECRET_EXPOSED;
constexpr char jwt[] = TOKEN04_FINDING_JWT;
constexpr char hmac_json[] = TOKEN04_FINDING_HMAC_JSON;
constexpr char plain_json[] = TOKEN04_FINDING_PLAIN_JSON;
constexpr char version[] = TOKEN04_FINDING_VERSION;
constexpr char transport_damage[] = TOKEN04_FINDING_TRANSPORT_DAMAGE;
constexpr char truncated[] = TOKEN04_FINDING_TRUNCATED;
constexpr char foreign_layout[] = TOKEN04_FINDING_FOREIGN_LAYOUT;
constexpr char little_endian[] = TOKEN04_FINDING_LITTLE_ENDIAN;
constexpr char kit_token[] = TOKEN04_FINDING_KIT_TOKEN;
constexpr char plain_token[] = TOKEN04_FINDING_PLAIN_TOKEN;
constexpr char kit_part[] = TOKEN04_FINDING_KIT_PART;
constexpr char gcm_separate_tag[] = TOKEN04_FINDING_GCM_SEPARATE_TAG;
constexpr char gcm_iv_length[] = TOKEN04_FINDING_GCM_IV_LENGTH;
constexpr char gcm_without_mode[] = TOKEN04_FINDING_GCM_WITHOUT_MODE;
constexpr char app_sign[] = TOKEN04_FINDING_APP_SIGN;
constexpr char secret_quoted[] = TOKEN04_FINDING_SECRET_QUOTED;
constexpr char key_hex_decoded[] = TOKEN04_FINDING_KEY_HEX_DECODED;
constexpr char key_truncated[] = TOKEN04_FINDING_KEY_TRUNCATED;
constexpr char key_hashed[] = TOKEN04_FINDING_KEY_HASHED;
constexpr char wrong_secret[] = TOKEN04_FINDING_WRONG_SECRET;
constexpr char body_not_json[] = TOKEN04_FINDING_BODY_NOT_JSON;
constexpr char double_padding[] = TOKEN04_FINDING_DOUBLE_PADDING;
constexpr char misplaced_claims[] = TOKEN04_FINDING_MISPLACED_CLAIMS;
constexpr char claim_names[] = TOKEN04_FINDING_CLAIM_NAMES;
constexpr char missing_claim[] = TOKEN04_FINDING_MISSING_CLAIM;
constexpr char claim_type[] = TOKEN04_FINDING_CLAIM_TYPE;
constexpr char swapped_arguments[] = TOKEN04_FINDING_SWAPPED_ARGUMENTS;
constexpr char payload_object[] = TOKEN04_FINDING_PAYLOAD_OBJECT;
constexpr char payload_double_encoded[] = TOKEN04_FINDING_PAYLOAD_DOUBLE_ENCODED;
constexpr char payload_not_json[] = TOKEN04_FINDING_PAYLOAD_NOT_JSON;
constexpr char payload_shape[] = TOKEN04_FINDING_PAYLOAD_SHAPE;
constexpr char payload_in_zim[] = TOKEN04_FINDING_PAYLOAD_IN_ZIM;
constexpr char expire_is_duration[] = TOKEN04_FINDING_EXPIRE_IS_DURATION;
constexpr char milliseconds[] = TOKEN04_FINDING_MILLISECONDS;
constexpr char expire_mismatch[] = TOKEN04_FINDING_EXPIRE_MISMATCH;
constexpr char expired[] = TOKEN04_FINDING_EXPIRED;
constexpr char expires_soon[] = TOKEN04_FINDING_EXPIRES_SOON;
constexpr char ttl_over_24_days[] = TOKEN04_FINDING_TTL_OVER_24_DAYS;
constexpr char clock_skew[] = TOKEN04_FINDING_CLOCK_SKEW;
constexpr char app_id_mismatch[] = TOKEN04_FINDING_APP_ID_MISMATCH;
constexpr char user_id_mismatch[] = TOKEN04_FINDING_USER_ID_MISMATCH;
constexpr char room_mismatch[] = TOKEN04_FINDING_ROOM_MISMATCH;
constexpr char login_denied[] = TOKEN04_FINDING_LOGIN_DENIED;
constexpr char publish_denied[] = TOKEN04_FINDING_PUBLISH_DENIED;
constexpr char stream_mismatch[] = TOKEN04_FINDING_STREAM_MISMATCH;
constexpr char user_id_limit[] = TOKEN04_FINDING_USER_ID_LIMIT;
constexpr char room_id_limit[] = TOKEN04_FINDING_ROOM_ID_LIMIT;
constexpr char unauthenticated_cbc[] = TOKEN04_FINDING_UNAUTHENTICATED_CBC;

// end finding ids

} // namespace finding_id

// The language of a report or an explanation.
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
    // The finding's id: one of those in the namespace finding_id, such as finding_id::expired.
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

// What is known about the login when a token is diagnosed; more information allows more checks.
class Question
{
public:
    // The secret that the token should have been made with, of any length.
    Question &secret(Text secret)
    {
        secret_.set(secret);
        return *this;
    }

    // The app that the client uses.
    Question &app_id(AppId app_id) noexcept
    {
        app_id_ = app_id.get();
        app_id_given_ = true;
        return *this;
    }

    // The user who logs in.
    Question &user_id(Text user_id)
    {
        user_id_.set(user_id);
        return *this;
    }

    // The room that the user logs in to.
    Question &room_id(Text room_id)
    {
        room_id_.set(room_id);
        return *this;
    }

    // The stream to publish or play.
    Question &stream_id(Text stream_id)
    {
        stream_id_.set(stream_id);
        return *this;
    }

    // Whether the user wants to publish.
    Question &publish(bool wanted) noexcept
    {
        publish_ = wanted;
        return *this;
    }

    // The error code that the client reported, whose causes come first in the report.
    Question &code(std::int64_t code) noexcept
    {
        code_ = code;
        code_given_ = true;
        return *this;
    }

    // The product that the token is for.
    Question &profile(Profile profile) noexcept
    {
        profile_ = profile;
        return *this;
    }

    // The language of the report; English by default.
    Question &lang(Language language) noexcept
    {
        language_ = language;
        return *this;
    }

    // The time to check against, instead of that of the clock.
    Question &now(Now now) noexcept
    {
        now_ = now;
        return *this;
    }

    // For calls of the C ABI. It points to this object.
    token04_question get() const noexcept
    {
        token04_question asked = TOKEN04_QUESTION_INIT;
        asked.app_id = app_id_given_ ? &app_id_ : nullptr;
        asked.secret = secret_.get();
        asked.user_id = user_id_.get();
        asked.room_id = room_id_.get();
        asked.stream_id = stream_id_.get();
        asked.now = now_.get();
        asked.code = code_given_ ? &code_ : nullptr;
        asked.publish = publish_;
        asked.profile = static_cast<std::int32_t>(profile_);
        asked.language = static_cast<std::int32_t>(language_);
        return asked;
    }

private:
    detail::OptionalText secret_, user_id_, room_id_, stream_id_;
    std::int64_t app_id_ = 0;
    std::int64_t code_ = 0;
    Now now_;
    Profile profile_ = Profile::none;
    Language language_ = Language::en;
    bool app_id_given_ = false;
    bool code_given_ = false;
    bool publish_ = false;
};

namespace detail
{

// A report of the C ABI before it is converted to one of C++.
class Diagnosis
{
public:
    Diagnosis(Text token, const Question &question, Failure &failure) noexcept
    {
        token04_report *report = nullptr;
        const token04_question asked = question.get();
        token04_diagnose(token.data(), token.size(), &asked, &report, failure.get());
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
            report.findings.push_back(finding(*report_->findings[i]));
        if (report_->claims != nullptr) {
            const token04_claims *claims = report_->claims;
            report.claims = Claims(claims, report_.release());
        }
        return report;
    }

private:
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

    std::unique_ptr<token04_report, Free> report_;
};

} // namespace detail

// Explains why a token is refused and how to fix it. It accepts any text, UTF-8 or not, and detects common mistakes in
// hand-written generators; docs/en/diagnose/by-finding.md lists all findings. Only an invalid question is an error.
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

// What an error code of ZEGO's SDKs or Server API means for a token, and how to find its cause.
struct Explanation
{
    std::int64_t code;
    // Whether the code is known.
    bool known;
    // The whole explanation as text, as the program `token04 explain` prints it.
    std::string text;
    // The product that shows the code; empty if the code is unknown.
    std::string product;
    std::string meaning;
    // The ids of the findings that can cause it, the most frequent first.
    std::vector<std::string> causes;
    // What to check, in this order.
    std::vector<std::string> checks;
    // How to go on.
    std::string next;
    // What ZEGO's documents do not say about the code; empty if there is nothing of the kind.
    std::string undocumented;
    // For an unknown code: the known codes that look like it, the most similar first.
    std::vector<std::int64_t> near_codes;
};

// Explains an error code. Codes that are not known give an explanation too; only an invalid language is an error.
inline Explanation explain(std::int64_t code, Language language, Failure &failure)
{
    token04_explanation *read = nullptr;
    Explanation explanation = Explanation();
    token04_explain(code, static_cast<std::int32_t>(language), &read, failure.get());
    const std::unique_ptr<token04_explanation, detail::Free> guard(read);
    if (read == nullptr)
        return explanation;
    explanation.code = read->code;
    explanation.known = read->known != 0;
    explanation.text = detail::copy(read->text);
    explanation.product = detail::copy(read->product);
    explanation.meaning = detail::copy(read->meaning);
    explanation.causes = detail::copy(read->causes, read->cause_count);
    explanation.checks = detail::copy(read->checks, read->check_count);
    explanation.next = detail::copy(read->next);
    explanation.undocumented = detail::copy(read->undocumented);
    explanation.near_codes.assign(read->near_codes, read->near_codes + read->near_code_count);
    return explanation;
}

inline Explanation explain(std::int64_t code, Failure &failure)
{
    return explain(code, Language::en, failure);
}

inline Explanation explain(std::int64_t code, Language language = Language::en)
{
    Failure failure;
    Explanation explanation = explain(code, language, failure);
    detail::raise(failure);
    return explanation;
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
