/* Makes a token and prints the version of the library: what a program needs to have been linked. */
#include <stdio.h>
#include <token04.h>

int main(void)
{
    token04_issuer *issuer;
    char token[TOKEN04_TOKEN_CAPACITY(5, 0)];

    if (token04_issuer_new(1234567890, "0123456789abcdef0123456789abcdef", 32, TOKEN04_MODE_CBC, TOKEN04_PROFILE_NONE,
                           &issuer, NULL) != TOKEN04_OK
        || token04_issuer_issue(issuer, "user1", 5, 3600, NULL, 0, NULL, token, sizeof token, NULL, NULL) != TOKEN04_OK)
        return 1;
    token04_issuer_free(issuer);
    return printf("%.2s %s\n", token, token04_version()) < 0;
}
