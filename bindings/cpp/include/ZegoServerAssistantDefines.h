// The names of the official ZegoServerAssistantDefines.h, for code that moves over.
#ifndef __ZegoServerAssistantDefines__
#define __ZegoServerAssistantDefines__

#include <string>

// Nothing is exported: these headers are all there is, and the rest is in the library token04.
#define ZEGOSA_API
#if defined(_WIN32)
#define ZEGOSACALL __cdecl
#else
#define ZEGOSACALL
#endif

namespace ZEGO
{
namespace SERVER_ASSISTANT
{

// The keys of the object "privilege" in a payload; the value 1 allows, 0 forbids.
enum kPrivilege
{
    kPrivilegeLogin = 1,
    kPrivilegePublish = 2
};

// Why no token was made. The first five are the official ones, the others say what the official library does not check.
enum ErrorCode
{
    success = 0,
    appIDInvalid = 1,
    userIDInvalid = 3,
    secretInvalid = 5,
    effectiveTimeInSecondsInvalid = 6,
    // The payload and the user id do not fit into a token.
    tokenTooLong = 101,
    // The operating system gave no random bytes.
    randomUnavailable = 103,
    // The payload is not UTF-8.
    payloadInvalid = 104,
    // A defect of the library.
    internalError = 903
};

struct ErrorInfo
{
    ErrorCode errorCode;
    std::string errorMessage;
};

// Named by newer official headers. Tokens made here are CBC; for GCM see token04.hpp.
enum AesEncryptMode
{
    AesEncryptModeCBCPKCS5Padding = 0,
    AesEncryptModeGCM = 1
};

struct ZegoToken04Result
{
    // Empty where errorInfo.errorCode is not success.
    std::string token;
    ErrorInfo errorInfo;
};

} // namespace SERVER_ASSISTANT
} // namespace ZEGO

#endif
