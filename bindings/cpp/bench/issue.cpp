// What a token costs through token04.hpp and the drop-in, against OpenSSL's EVP with the token in a std::string too.
#include <ZegoServerAssistant.h>
#include <cstdlib>
#include <ctime>
#include <string>
#include <token04.hpp>

#include "contest.h"
extern "C" {
#include "evp/evp.h"
}

static const std::uint32_t app_id = 1234567890;
static const std::string secret = "0123456789abcdef0123456789ABCDEF", user_id = "user1";
static const token04::Issuer issuer(app_id, secret);
static const token04::Verifier verifier(app_id, secret);
static evp_tuned *const tuned = evp_tuned_new(app_id, secret.c_str());
static std::string payload, token;

static void our_issue()
{
    contest_require(!issuer.issue(user_id, std::chrono::hours(1), payload).empty(), "Issuer::issue");
}

static void our_drop_in()
{
    using namespace ZEGO::SERVER_ASSISTANT;
    contest_require(ZegoServerAssistant::GenerateToken04(app_id, user_id, secret, 3600, payload).errorInfo.errorCode
                        == success,
                    "GenerateToken04");
}

static void our_verify()
{
    contest_require(verifier.verify(token).app_id() == app_id, "Verifier::verify");
}

static void tuned_issue()
{
    char buffer[TOKEN_CAPACITY];
    const std::size_t length = evp_tuned_issue(tuned, user_id.c_str(), 3600, payload.c_str(), buffer);
    contest_require(!std::string(buffer, length).empty(), "evp_tuned_issue");
}

// A drop-in function gets the secret with each call, so the key cannot be kept.
static void tuned_drop_in()
{
    contest_require(evp_tuned_rekey(tuned, secret.c_str()), "evp_tuned_rekey");
    tuned_issue();
}

static void tuned_verify()
{
    contest_require(evp_tuned_verify(tuned, token.data(), token.size(), std::time(nullptr)), "evp_tuned_verify");
}

static void plain_issue()
{
    char *made = evp_plain_issue(app_id, user_id.c_str(), secret.c_str(), 3600, payload.c_str());
    contest_require(made != nullptr && !std::string(made).empty(), "evp_plain_issue");
    std::free(made);
}

static void plain_verify()
{
    contest_require(evp_plain_verify(app_id, secret.c_str(), token.data(), token.size(), std::time(nullptr)),
                    "evp_plain_verify");
}

int main(int argc, char **argv)
{
    static const contest_case plain[] = {
        {"issue/plain", our_issue, tuned_issue, plain_issue, 1},
        {"drop-in/plain", our_drop_in, tuned_drop_in, plain_issue, 1},
        {"verify/plain", our_verify, tuned_verify, plain_verify, 1},
    };
    static const contest_case room[] = {
        {"issue/room", our_issue, tuned_issue, plain_issue, 1},
        {"drop-in/room", our_drop_in, tuned_drop_in, plain_issue, 1},
        {"verify/room", our_verify, tuned_verify, plain_verify, 1},
    };

    token = issuer.issue(user_id, std::chrono::hours(1));
    contest_run(plain, 3, argc, argv);
    payload = R"({"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]})";
    token = issuer.issue(user_id, std::chrono::hours(1), payload);
    contest_run(room, 3, argc, argv);
    evp_tuned_free(tuned);
}
