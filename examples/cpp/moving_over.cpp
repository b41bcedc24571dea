// Code written for ZEGO's own library: it is unchanged and linked with token04.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include "ZegoServerAssistant.h"

using namespace ZEGO::SERVER_ASSISTANT;

int main()
{
    const char *app_id = std::getenv("ZEGO_APP_ID"), *secret = std::getenv("ZEGO_SERVER_SECRET");
    const std::string login = std::to_string(kPrivilegeLogin), publish = std::to_string(kPrivilegePublish);
    const std::string payload = "{\"room_id\":\"room1\",\"privilege\":{\"" + login + "\":1,\"" + publish
        + "\":1},\"stream_id_list\":null}";

    for (const std::string userID : {"user1", ""}) {
        ZegoToken04Result result = ZegoServerAssistant::GenerateToken04(
            static_cast<uint32_t>(std::atoll(app_id == nullptr ? "0" : app_id)), userID, secret == nullptr ? "" : secret,
            3600, payload);
        if (result.errorInfo.errorCode == success)
            std::cout << result.token << '\n';
        else
            std::cout << result.errorInfo.errorCode << ' ' << result.errorInfo.errorMessage << '\n';
    }
    return 0;
}
