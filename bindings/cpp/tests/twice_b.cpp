// The other half.
#include <ZegoServerAssistant.h>
#include <token04.hpp>

std::string other_half()
{
    return token04::version() == std::string(TOKEN04_VERSION) ? "u" : "";
}
