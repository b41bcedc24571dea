/* Counts checks, and says which failed: a program of these ends with checked(). */
#ifndef CHECK_H
#define CHECK_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <token04.h>

static int checks, failures;

#define CHECK(condition) check((condition) != 0, __FILE__, __LINE__, #condition, "")
/* The same with the name of a case. */
#define CHECK_CASE(id, condition) check((condition) != 0, __FILE__, __LINE__, #condition, id)
#define CHECK_STATUS(status, expected) check_status(status, expected, __FILE__, __LINE__, "")
#define CHECK_STATUS_CASE(id, status, expected) check_status(status, expected, __FILE__, __LINE__, id)

/* A call that must be refused with 901, and say why in the token04_error that is in scope as `error`. */
#define REFUSED(call)                                                            \
    do {                                                                         \
        error.status = -1;                                                       \
        CHECK_STATUS(call, TOKEN04_INVALID_ARGUMENT);                            \
        CHECK(error.status == TOKEN04_INVALID_ARGUMENT && error.message[0] != 0); \
    } while (0)

static inline int check(int passed, const char *file, int line, const char *what, const char *id)
{
    checks++;
    if (!passed) {
        failures++;
        printf("%s:%d: %s failed %s\n", file, line, what, id);
    }
    return passed;
}

static inline int check_status(int32_t status, int32_t expected, const char *file, int line, const char *id)
{
    checks++;
    if (status != expected) {
        failures++;
        printf("%s:%d: status %d, expected %d %s\n", file, line, (int)status, (int)expected, id);
    }
    return status == expected;
}

/* The exit status: a program that checked nothing has failed. */
static inline int checked(void)
{
    printf("%d checks, %d failed\n", checks, failures);
    return failures != 0 || checks == 0;
}

static const int64_t app_id = 1234567890;
static const char secret[] = "0123456789abcdef0123456789ABCDEF";

static inline token04_issuer *issuer_of(int32_t mode)
{
    token04_issuer *issuer = NULL;

    CHECK_STATUS(token04_issuer_new(app_id, secret, 32, mode, TOKEN04_PROFILE_NONE, &issuer, NULL), TOKEN04_OK);
    return issuer;
}

static inline token04_verifier *verifier_of(void)
{
    token04_verifier *verifier = NULL;

    CHECK_STATUS(token04_verifier_new(app_id, secret, 32, NULL, &verifier, NULL), TOKEN04_OK);
    return verifier;
}

static inline int same_text(token04_text text, const char *data, size_t length)
{
    return text.length == length && memcmp(text.data, data, length) == 0 && text.data[length] == '\0';
}

#endif
