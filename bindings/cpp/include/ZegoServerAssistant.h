// The official class ZegoServerAssistant over token04: code that includes this compiles unchanged and links with the
// library token04. New code uses token04.hpp.
#ifndef __ZegoServerAssistant__
#define __ZegoServerAssistant__

#include <cstddef>
#include <map>
#include <stdint.h>
#include <string>

#include "ZegoServerAssistantDefines.h"
#include "token04.h"

namespace ZEGO
{
namespace SERVER_ASSISTANT
{

class ZEGOSA_API ZegoServerAssistant
{
public:
    // Makes a token that is valid for effectiveTimeInSeconds. The payload is empty, or the JSON text of a
    // privilege token. Codes and messages are the official ones, in the official order; nothing is thrown but
    // std::bad_alloc.
    static ZegoToken04Result GenerateToken04(uint32_t appID, const std::string &userID, const std::string &secret,
                                             int64_t effectiveTimeInSeconds, const std::string &payload)
    {
        ZegoToken04Result result;
        token04_error error = TOKEN04_ERROR_INIT;
        std::size_t length = 0;

        result.token.resize(token04_token_capacity(userID.size(), payload.size()));
        int32_t status = token04_generate(appID, userID.data(), userID.size(), secret.data(), secret.size(),
                                          effectiveTimeInSeconds, payload.data(), payload.size(), &result.token[0],
                                          result.token.size(), &length, &error);
        result.token.resize(length);
        result.errorInfo.errorCode = static_cast<ErrorCode>(status);
        result.errorInfo.errorMessage = message(status, error.message);
        return result;
    }

private:
    static const char *message(int32_t status, const char *other)
    {
        switch (status) {
        case success:
            return "success";
        case appIDInvalid:
            return "appID invalid";
        case userIDInvalid:
            return "userID invalid";
        case secretInvalid:
            return "secret must be a 32 byte string";
        case effectiveTimeInSecondsInvalid:
            return "effectiveTimeInSeconds invalid";
        default:
            return other;
        }
    }
};

} // namespace SERVER_ASSISTANT
} // namespace ZEGO

#endif
