/** A buffer size in bytes that holds any token for a user id and a payload of these lengths, and its NUL. It is
 * constant if the lengths are, and evaluates them several times: give it no expression with side effects. */
#define TOKEN04_TOKEN_CAPACITY(user_id_length, payload_length)               \
    ((size_t)(user_id_length) < 5000 && (size_t)(payload_length) < 5000      \
         ? 271 + 8 * ((size_t)(user_id_length) + (size_t)(payload_length))   \
         : (size_t)TOKEN04_MAX_TOKEN_CAPACITY)

/** A token04_error in the words of C: token04_error error = TOKEN04_ERROR_INIT; */
#define TOKEN04_ERROR_INIT \
    { sizeof(token04_error), TOKEN04_WORDING_SNAKE_CASE, TOKEN04_OK, { 0 } }

/** A token04_issue_options that changes nothing: token04_issue_options options = TOKEN04_ISSUE_OPTIONS_INIT; */
#define TOKEN04_ISSUE_OPTIONS_INIT \
    { sizeof(token04_issue_options), NULL, 0, 0 }

/** Privileges for a room that allow login, forbid publishing, and allow any stream:
 * token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5); */
#define TOKEN04_PRIVILEGE_INIT(room_id, room_id_length) \
    { sizeof(token04_privilege), { (room_id), (room_id_length) }, 1, 0, NULL, 0 }

/** A token04_verifier_options that changes nothing: token04_verifier_options options = TOKEN04_VERIFIER_OPTIONS_INIT; */
#define TOKEN04_VERIFIER_OPTIONS_INIT \
    { sizeof(token04_verifier_options), { NULL, 0 }, 0, 0, 0 }

/** A token04_login that expects nothing: token04_login login = TOKEN04_LOGIN_INIT; */
#define TOKEN04_LOGIN_INIT \
    { sizeof(token04_login), { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, NULL, 0, 0 }

/** A token04_header to fill: token04_header header = TOKEN04_HEADER_INIT; */
#define TOKEN04_HEADER_INIT \
    { sizeof(token04_header), NULL, 0, 0, 0, 0, 0 }

/** A token04_question that sets nothing: token04_question question = TOKEN04_QUESTION_INIT; */
#define TOKEN04_QUESTION_INIT \
    { sizeof(token04_question), NULL, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, NULL, NULL, 0, 0, 0, 0 }
