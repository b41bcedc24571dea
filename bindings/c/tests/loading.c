/* The shared library as a plugin: loaded at run time, asked for its version, used by a thread that outlives nothing, and
 * unloaded. */
#include <dlfcn.h>
#include <pthread.h>

#include "check.h"

typedef int32_t (*issuer_new)(int64_t, const char *, size_t, int32_t, int32_t, token04_issuer **, token04_error *);
typedef int32_t (*issuer_issue)(const token04_issuer *, const char *, size_t, int64_t, const char *, size_t,
                                const token04_issue_options *, char *, size_t, size_t *, token04_error *);
typedef void (*issuer_free)(token04_issuer *);
typedef const char *(*version)(void);

static void *library;

/* ISO C has no conversion from an object pointer to a function pointer, but POSIX promises that this works. */
static void find(const char *name, void *function)
{
    void *found = dlsym(library, name);

    CHECK(found != NULL);
    memcpy(function, &found, sizeof found);
}

static void *work(void *unused)
{
    issuer_new make;
    issuer_issue issue;
    issuer_free release;
    token04_issuer *issuer = NULL;
    char token[512];

    find("token04_issuer_new", &make);
    find("token04_issuer_issue", &issue);
    find("token04_issuer_free", &release);
    CHECK_STATUS(make(app_id, secret, 32, 0, 0, &issuer, NULL), TOKEN04_OK);
    CHECK_STATUS(issue(issuer, "user1", 5, 60, NULL, 0, NULL, token, sizeof token, NULL, NULL), TOKEN04_OK);
    release(issuer);
    return unused;
}

int main(int argc, char **argv)
{
    pthread_t thread;
    version ask;
    int i;

    for (i = 0; i < 3 && argc > 1; i++) {
        library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
        if (!CHECK(library != NULL))
            break;
        find("token04_version", &ask);
        CHECK(strcmp(ask(), TOKEN04_VERSION) == 0);
        CHECK(pthread_create(&thread, NULL, work, NULL) == 0);
        CHECK(pthread_join(thread, NULL) == 0);
        CHECK(dlclose(library) == 0);
    }
    return checked();
}
