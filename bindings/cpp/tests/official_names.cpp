// A program of the kind that was written for the official library, with every name of its headers: it compiles
// unchanged, and codes and messages come in the official order.
#include <stdint.h>

#include <cstdio>
#include <map>
#include <string>

#include "ZegoServerAssistant.h"
#include "ZegoServerAssistantDefines.h"

using namespace ZEGO::SERVER_ASSISTANT;

#if !defined(ZEGOSA_API) || !defined(ZEGOSACALL)
#error the official headers define these
#endif

static const std::string good = "12345678900987654321123456789012";
static int checks, failures;

static void expect(bool passed, const char *what)
{
    checks++;
    if (!passed) {
        failures++;
        std::printf("%s\n", what);
    }
}

static void refused(const ZegoToken04Result &result, ErrorCode code, const std::string &message)
{
    expect(result.errorInfo.errorCode == code, message.c_str());
    expect(result.errorInfo.errorMessage == message, result.errorInfo.errorMessage.c_str());
    expect(result.token == "", "the token of a failed call is empty");
}

static const char *name_of(ErrorCode code)
{
    switch (code) {
    case success:
        return "success";
    case appIDInvalid:
        return "appIDInvalid";
    case userIDInvalid:
        return "userIDInvalid";
    case secretInvalid:
        return "secretInvalid";
    case effectiveTimeInSecondsInvalid:
        return "effectiveTimeInSecondsInvalid";
    default:
        return "new";
    }
}

int main()
{
    uint32_t appID = 1;
    std::string userID = "demo";
    uint64_t effectiveTimeInSeconds = 3600;
    std::map<int, int> privilege{{kPrivilegeLogin, 1}, {kPrivilegePublish, 0}};
    kPrivilege key = kPrivilegePublish;
    AesEncryptMode mode = AesEncryptModeCBCPKCS5Padding;

    // Through an instance, as the official samples do, and as the static function that it is.
    ZegoServerAssistant zegoServerAssistant;
    ZegoToken04Result result = zegoServerAssistant.GenerateToken04(appID, userID, good, effectiveTimeInSeconds, "");
    ErrorInfo info = result.errorInfo;
    expect(info.errorCode == success && info.errorMessage == "success", info.errorMessage.c_str());
    expect(result.token.compare(0, 2, "04") == 0 && result.token.size() > 100, "a token");
    expect(std::string(name_of(info.errorCode)) == "success", "its name");
    expect(privilege[key] == 0 && mode != AesEncryptModeGCM, "the constants");
    expect(appIDInvalid == 1 && userIDInvalid == 3 && secretInvalid == 5 && effectiveTimeInSecondsInvalid == 6, "codes");

    refused(ZegoServerAssistant::GenerateToken04(0, "", "", 0, ""), appIDInvalid, "appID invalid");
    refused(ZegoServerAssistant::GenerateToken04(1, "", "", 0, ""), userIDInvalid, "userID invalid");
    refused(ZegoServerAssistant::GenerateToken04(1, "u", "", 0, ""), secretInvalid, "secret must be a 32 byte string");
    refused(ZegoServerAssistant::GenerateToken04(1, "u", good + "3", 0, ""), secretInvalid,
            "secret must be a 32 byte string");
    refused(ZegoServerAssistant::GenerateToken04(1, "u", good, 0, ""), effectiveTimeInSecondsInvalid,
            "effectiveTimeInSeconds invalid");
    refused(ZegoServerAssistant::GenerateToken04(1, "u", good, -1, ""), effectiveTimeInSecondsInvalid,
            "effectiveTimeInSeconds invalid");
    refused(ZegoServerAssistant::GenerateToken04(1, "\xff", good, 1, ""), userIDInvalid, "userID invalid");
    // What the official library does not check keeps our number and our words.
    refused(ZegoServerAssistant::GenerateToken04(1, "u", good, 1, "\xff"), payloadInvalid,
            "payload must be valid Unicode text");
    expect(ZegoServerAssistant::GenerateToken04(1, "u", good, 1, std::string(66000, 'x')).errorInfo.errorCode == 101,
           "too long");

    std::printf("%d checks, %d failed\n", checks, failures);
    return failures != 0;
}
