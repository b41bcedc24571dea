/* Eight threads on one issuer and one verifier: every token is sound, and none is made twice. */
#include "check.h"

#include <pthread.h>
#include <stdlib.h>

enum
{
    THREADS = 8,
    TOKENS = 2000,
    CAPACITY = 512
};

static token04_issuer *issuer;
static token04_verifier *verifier;
static char tokens[THREADS * TOKENS][CAPACITY];

static void *work(void *argument)
{
    char (*mine)[CAPACITY] = argument;
    int i;

    for (i = 0; i < TOKENS; i++) {
        size_t length = 0;
        token04_claims *claims = NULL;

        if (token04_issuer_issue(issuer, "user1", 5, 3600, "{\"room_id\":\"r\",\"privilege\":{\"1\":1}}", 35, NULL,
                                 mine[i], CAPACITY, &length, NULL) != TOKEN04_OK
            || token04_verifier_verify(verifier, mine[i], length, NULL, &claims, NULL) != TOKEN04_OK
            || token04_claims_privilege(claims) == NULL || token04_claims_body(claims)->app_id != app_id)
            return argument;
        token04_claims_free(claims);
    }
    return NULL;
}

static int compare(const void *left, const void *right)
{
    return strcmp(left, right);
}

static void *read_privilege(void *claims)
{
    return (void *)token04_claims_privilege(claims);
}

/* Claims can be read by many threads: the privilege is parsed once, and all see the same. */
static void one_claims_for_all(void)
{
    pthread_t threads[THREADS];
    token04_claims *claims = NULL;
    void *seen, *first = NULL;
    int i;

    CHECK_STATUS(token04_verifier_verify(verifier, tokens[0], strlen(tokens[0]), NULL, &claims, NULL), TOKEN04_OK);
    for (i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], NULL, read_privilege, claims) == 0);
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], &seen) == 0);
        first = first == NULL ? seen : first;
        CHECK(seen != NULL && seen == first);
    }
    token04_claims_free(claims);
}

int main(void)
{
    pthread_t threads[THREADS];
    void *failed;
    int i;

    issuer = issuer_of(TOKEN04_MODE_GCM);
    verifier = verifier_of();
    for (i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], NULL, work, tokens[i * TOKENS]) == 0);
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], &failed) == 0);
        CHECK(failed == NULL);
    }
    one_claims_for_all();
    qsort(tokens, THREADS * TOKENS, CAPACITY, compare);
    for (i = 1; i < THREADS * TOKENS; i++)
        CHECK(strcmp(tokens[i - 1], tokens[i]) != 0);
    token04_verifier_free(verifier);
    token04_issuer_free(issuer);
    return checked();
}
