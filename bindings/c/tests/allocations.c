/* Issuing into a buffer allocates nothing; reading allocates no more than a few times its input. The linker puts the
 * functions here in place of the C library's (--wrap). */
#include "check.h"

#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
int __real_posix_memalign(void **out, size_t alignment, size_t size);

static size_t count, largest, total;

static void note(size_t size)
{
    count++;
    total += size;
    if (size > largest)
        largest = size;
}

void *__wrap_malloc(size_t size)
{
    note(size);
    return __real_malloc(size);
}

void *__wrap_calloc(size_t items, size_t size)
{
    note(items * size);
    return __real_calloc(items, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    note(size);
    return __real_realloc(old, size);
}

int __wrap_posix_memalign(void **out, size_t alignment, size_t size)
{
    note(size);
    return __real_posix_memalign(out, alignment, size);
}

static void start(void)
{
    count = largest = total = 0;
}

static void issuing(const token04_issuer *issuer)
{
    char buffer[1024];
    int i;

    for (i = 0; i < 10; i++) {
        CHECK_STATUS(token04_issuer_issue(issuer, "user1", 5, 3600, "[1]", 3, NULL, buffer, sizeof buffer, NULL, NULL),
                     TOKEN04_OK);
        if (i == 0)
            start();
    }
    CHECK(count == 0);
}

/* Whatever the token is, sound or not, and however long: the library takes no more than a few times its size. */
static void reading(const token04_verifier *verifier, const char *token, size_t length, int32_t expected)
{
    token04_claims *claims = NULL;
    token04_kit_user *user = NULL;
    token04_header header = TOKEN04_HEADER_INIT;
    size_t allowed = 8 * length + 1024;

    start();
    CHECK_STATUS(token04_verifier_verify(verifier, token, length, NULL, &claims, NULL), expected);
    token04_claims_privilege(claims);
    token04_claims_free(claims);
    token04_inspect(token, length, NULL, &header, NULL);
    token04_kit_decode(token, length, &user, NULL);
    token04_kit_user_free(user);
    CHECK(largest <= 2 * length + 1024);
    CHECK(total <= allowed);
}

static void tokens(const token04_issuer *issuer, const token04_verifier *verifier)
{
    enum
    {
        HUGE_LENGTH = 16 << 20
    };
    char *text = __real_malloc(HUGE_LENGTH), *token = __real_malloc(TOKEN04_MAX_TOKEN_CAPACITY);
    size_t length = 0;

    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, NULL, 0, NULL, token, TOKEN04_MAX_TOKEN_CAPACITY, &length,
                                      NULL), TOKEN04_OK);
    reading(verifier, token, length, TOKEN04_OK);
    memset(text, '[', 60000);
    CHECK_STATUS(token04_issuer_issue(issuer, "u", 1, 60, text, 60000, NULL, token, TOKEN04_MAX_TOKEN_CAPACITY,
                                      &length, NULL), TOKEN04_OK);
    reading(verifier, token, length, TOKEN04_OK);
    memset(text, 'A', HUGE_LENGTH);
    memcpy(text, "04", 2);
    reading(verifier, text, HUGE_LENGTH, TOKEN04_MALFORMED);
    CHECK(total < 4096);
    memset(text, '#', HUGE_LENGTH);
    reading(verifier, text, HUGE_LENGTH, TOKEN04_MALFORMED);
    free(text);
    free(token);
}

int main(void)
{
    token04_issuer *issuer = issuer_of(TOKEN04_MODE_CBC);
    token04_verifier *verifier = verifier_of();

    /* The wrapping itself must work, or nothing is measured. */
    start();
    free(malloc(1));
    CHECK(count == 1);
    token04_issuer_free(issuer_of(TOKEN04_MODE_CBC));
    CHECK(count > 1);
    issuing(issuer);
    tokens(issuer, verifier);
    token04_verifier_free(verifier);
    token04_issuer_free(issuer);
    return checked();
}
