// Half of a program: two of its files include all headers.
#include <ZegoServerAssistant.h>
#include <token04.hpp>

std::string other_half();

int main()
{
    const std::string secret = "12345678900987654321123456789012";
    const std::string token = ZEGO::SERVER_ASSISTANT::ZegoServerAssistant::GenerateToken04(1, "u", secret, 60, "").token;
    return token04::Verifier(1, secret).verify(token).user_id() == other_half() ? 0 : 1;
}
