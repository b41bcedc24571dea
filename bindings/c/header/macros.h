// A buffer size in bytes that holds any token for a user id and a payload of these lengths, and its NUL; constant
// if the lengths are constant.
#define TOKEN04_TOKEN_CAPACITY(user_id_length, payload_length)               \
    ((size_t)(user_id_length) < 5000 && (size_t)(payload_length) < 5000      \
         ? 271 + 8 * ((size_t)(user_id_length) + (size_t)(payload_length))   \
         : (size_t)TOKEN04_MAX_TOKEN_CAPACITY)

// A token04_login that expects nothing: token04_login login = TOKEN04_LOGIN_INIT;
#define TOKEN04_LOGIN_INIT \
    { sizeof(token04_login), { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, 0, 0, 0 }

// Privileges for a room that allow login, forbid publishing, and list no streams:
// token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5);
#define TOKEN04_PRIVILEGE_INIT(room_id, room_id_length) \
    { sizeof(token04_privilege), { (room_id), (room_id_length) }, 1, 0, NULL, 0 }

// A token04_question that sets nothing: token04_question question = TOKEN04_QUESTION_INIT;
#define TOKEN04_QUESTION_INIT \
    { sizeof(token04_question), 0, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, 0, 0, 0, 0, 0 }
