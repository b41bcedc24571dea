/* Only compiled: the header alone, its macros, and what they are for. */
#include <token04.h>

token04_login login = TOKEN04_LOGIN_INIT;
token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5);
char token[TOKEN04_TOKEN_CAPACITY(64, 1000)];
char large_token[TOKEN04_TOKEN_CAPACITY(64, 100000)];
int32_t status = TOKEN04_OK;
