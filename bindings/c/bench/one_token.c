/* A whole process that makes one token and ends. */
#include <stdio.h>
#include <token04.h>

int main(void)
{
    char token[TOKEN04_TOKEN_CAPACITY(5, 0)];

    if (token04_generate(1234567890, "user1", 5, "0123456789abcdef0123456789abcdef", 32, 3600, NULL, 0, token, sizeof token,
                         NULL, NULL) != TOKEN04_OK)
        return 1;
    return puts(token) == EOF;
}
