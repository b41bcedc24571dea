/* Two children forked after the first token, and their parent, never share an IV. */
#include "check.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum
{
    PROCESSES = 3,
    TOKENS = 50,
    CAPACITY = 512,
    /* "04", and the first characters of the base64: expire, iv_len, iv. */
    IV_START = 2 + 13,
    IV_CHARACTERS = 16
};

static char tokens[PROCESSES][TOKENS][CAPACITY];

static void make(const token04_issuer *issuer, char (*target)[CAPACITY])
{
    int i;

    for (i = 0; i < TOKENS; i++)
        CHECK_STATUS(token04_issuer_issue(issuer, "user1", 5, 3600, NULL, 0, NULL, target[i], CAPACITY, NULL, NULL),
                     TOKEN04_OK);
}

/* Makes tokens in a child, which goes on where the parent stood, and reads them back. */
static void make_in_child(const token04_issuer *issuer, char (*target)[CAPACITY])
{
    int ends[2], status = 1;
    size_t have = 0;
    ssize_t got;
    pid_t child;

    CHECK(pipe(ends) == 0);
    child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        make(issuer, target);
        _exit(write(ends[1], target, sizeof tokens[0]) != (ssize_t)sizeof tokens[0]);
    }
    close(ends[1]);
    while ((got = read(ends[0], (char *)target + have, sizeof tokens[0] - have)) > 0)
        have += (size_t)got;
    close(ends[0]);
    CHECK(have == sizeof tokens[0]);
    CHECK(waitpid(child, &status, 0) == child && status == 0);
}

static int same_iv(const char *left, const char *right)
{
    return memcmp(left + IV_START, right + IV_START, IV_CHARACTERS) == 0;
}

int main(void)
{
    int mode, i, j;
    char first[CAPACITY];

    for (mode = TOKEN04_MODE_CBC; mode <= TOKEN04_MODE_GCM; mode++) {
        token04_issuer *issuer = issuer_of(mode);
        char (*all)[CAPACITY] = tokens[0];

        CHECK_STATUS(token04_issuer_issue(issuer, "user1", 5, 3600, NULL, 0, NULL, first, CAPACITY, NULL, NULL),
                     TOKEN04_OK);
        make_in_child(issuer, tokens[0]);
        make_in_child(issuer, tokens[1]);
        make(issuer, tokens[2]);
        for (i = 0; i < PROCESSES * TOKENS; i++)
            for (j = 0; j < i; j++)
                CHECK(!same_iv(all[i], all[j]));
        token04_issuer_free(issuer);
    }
    return checked();
}
