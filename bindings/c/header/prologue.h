#ifndef TOKEN04_H
#define TOKEN04_H

#include <stddef.h>
#include <stdint.h>

/* What is exported. Define TOKEN04_SHARED where a program uses the DLL on Windows, or TOKEN04_API as you need it. */
#ifndef TOKEN04_API
#if defined(_WIN32) && defined(TOKEN04_SHARED)
#define TOKEN04_API __declspec(dllimport)
#elif defined(__GNUC__)
#define TOKEN04_API __attribute__((visibility("default")))
#else
#define TOKEN04_API
#endif
#endif

/* The version of this header; token04_version() and token04_version_number() tell the library's. */
{version macros}

#ifdef __cplusplus
extern "C" {
#endif
