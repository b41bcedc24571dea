/* Only compiled: the header alone, its macros, and what they are for. */
#include <token04.h>

token04_error error = TOKEN04_ERROR_INIT;
token04_issue_options issue_options = TOKEN04_ISSUE_OPTIONS_INIT;
token04_verifier_options verifier_options = TOKEN04_VERIFIER_OPTIONS_INIT;
token04_login login = TOKEN04_LOGIN_INIT;
token04_header header = TOKEN04_HEADER_INIT;
token04_question question = TOKEN04_QUESTION_INIT;
token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5);
char token[TOKEN04_TOKEN_CAPACITY(64, 1000)];
char large_token[TOKEN04_TOKEN_CAPACITY(64, 100000)];
token04_status status = TOKEN04_OK;
