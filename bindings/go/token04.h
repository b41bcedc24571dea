/* token04.h: issue, read, verify and diagnose ZEGO Token04, the token that a client presents when it logs in to
 * ZEGO's real-time voice, video and chat. Generated from bindings/c/src; a test compares it, and rewrites it if
 * TOKEN04_WRITE_HEADER is set.
 *
 * The app's own server makes a token from the AppID and ServerSecret:
 *
 *     #include <stdio.h>
 *     #include <token04.h>
 *
 *     int main(void)
 *     {
 *         const char secret[] = "0123456789abcdef0123456789abcdef";
 *         token04_issuer *issuer;
 *         token04_error error = TOKEN04_ERROR_INIT;
 *         char token[TOKEN04_TOKEN_CAPACITY(5, 0)];
 *
 *         if (token04_issuer_new(1234567890, secret, 32, TOKEN04_MODE_CBC, TOKEN04_PROFILE_NONE,
 *                                &issuer, &error) != TOKEN04_OK
 *             || token04_issuer_issue(issuer, "user1", 5, 3600, NULL, 0, NULL,
 *                                     token, sizeof token, NULL, &error) != TOKEN04_OK) {
 *             fprintf(stderr, "%d: %s\n", (int)error.status, error.message);
 *             return 1;
 *         }
 *         puts(token);
 *         token04_issuer_free(issuer);
 *         return 0;
 *     }
 *
 * Rules for every function
 *
 * Text is UTF-8, as pointer and length in bytes; it needs no NUL at the end. NULL with length 0 leaves optional text
 * out; elsewhere NULL is TOKEN04_INVALID_ARGUMENT, and for a room id or a stream id TOKEN04_INVALID_ROOM. Text that is
 * not UTF-8 is refused with the status of its argument. A user id or a payload may contain any byte, even NUL.
 *
 * Results are a token04_status: TOKEN04_OK, which is 0, or the error. The last argument, which may be NULL, receives
 * the details; there is no error state per thread or process. After an error every result is empty: a buffer holds
 * "", a pointer is NULL, a length is 0 (but see TOKEN04_BUFFER_TOO_SMALL).
 *
 * A token is written to the caller's buffer of TOKEN04_TOKEN_CAPACITY bytes, or returned as an owned string, as
 * all other text is, which must be freed with token04_string_free; the functions named _lent are for languages that
 * copy what a C function returns.
 *
 * What a call makes is returned as a pointer that is not const, belongs to the caller and has one function that frees
 * it, which accepts NULL. A const pointer in a struct or from a getter belongs to the object that it was read from,
 * lives as long as that, and is not freed. Any number of threads can use an issuer or a verifier at once; free it when
 * the last one is done. After fork() the child can continue to use them: it draws its own random bytes.
 *
 * Every struct begins with its size, so that a program and a library of different versions can work together.
 * Set the size of the caller's structs with the _INIT macros. A later version adds fields at the end, and
 *
 *   - of a struct that is passed in, fields that an older program does not have get their default; fields that an
 *     older library does not have must be zero, which is their default, or else the call is refused with
 *     TOKEN04_INVALID_ARGUMENT, because the library cannot do what they ask;
 *   - a struct of the caller's that a call fills, token04_error and token04_header, is filled as far as its size
 *     reaches and as the library has fields; the others stay as they are;
 *   - a struct of the library's has all fields that lie within its size. Lists of such structs are lists of pointers.
 *
 * A size that is less than that of the first version, or no version's, is TOKEN04_INVALID_ARGUMENT. token04_text has no
 * size: it is a plain value, occurs in arrays, and will not change.
 *
 * Optional numbers are pointers: NULL leaves them out. Times are unix seconds, durations are whole seconds; where a
 * number is a choice, such as a token04_mode, any other number is refused.
 *
 * Messages and codes for every invalid value come from the library, also for languages that build on this header:
 * set the wording of token04_error, and see token04_refuse for values that C cannot carry.
 *
 * The library prints nothing, starts no thread, installs no signal handler and keeps no secret: only expanded
 * keys, which are wiped when freed. An internal defect is caught and returned as TOKEN04_INTERNAL.
 *
 * Functions
 *
 *   Version
 *     token04_version
 *     token04_version_number
 *
 *   Status
 *     token04_status_message
 *
 *   Text
 *     token04_string_free
 *     token04_token_capacity
 *
 *   Choices
 *     token04_mode_from_name
 *     token04_profile_from_name
 *     token04_language_from_name
 *
 *   Privileges
 *     token04_privilege_payload
 *     token04_privilege_parse
 *     token04_privilege_free
 *
 *   Issuing
 *     token04_issuer_new
 *     token04_issuer_free
 *     token04_issuer_issue
 *     token04_issuer_issue_room
 *     token04_issuer_issue_string
 *     token04_issuer_issue_lent
 *     token04_issuer_issue_room_lent
 *     token04_issuer_issue_many
 *     token04_tokens_free
 *
 *   Issuing in one call
 *     token04_generate
 *     token04_generate_lent
 *
 *   Kit tokens
 *     token04_kit_issue
 *     token04_kit_encode
 *     token04_kit_decode
 *     token04_kit_user_free
 *
 *   Verifying
 *     token04_verifier_new
 *     token04_verifier_free
 *     token04_verifier_verify
 *     token04_verifier_verify_lent
 *     token04_claims_body
 *     token04_claims_privilege
 *     token04_claims_free
 *
 *   Inspecting
 *     token04_inspect
 *
 *   Diagnosing
 *     token04_diagnose
 *     token04_report_free
 *
 *   Explaining a code
 *     token04_explain
 *     token04_explanation_free
 *
 *   For other languages that build on this header
 *     token04_refuse
 *     token04_ttl_from_text
 */

#ifndef TOKEN04_H
#define TOKEN04_H

#include <stddef.h>
#include <stdint.h>

/* What is exported. Define TOKEN04_SHARED where a program uses the DLL on Windows, or TOKEN04_API as you need it. */
#ifndef TOKEN04_API
#if defined(_WIN32) && defined(TOKEN04_SHARED)
#define TOKEN04_API __declspec(dllimport)
#elif defined(__GNUC__)
#define TOKEN04_API __attribute__((visibility("default")))
#else
#define TOKEN04_API
#endif
#endif

/* The version of this header; token04_version() and token04_version_number() tell the library's. */
#define TOKEN04_VERSION "0.1.0"
#define TOKEN04_VERSION_MAJOR 0
#define TOKEN04_VERSION_MINOR 1
#define TOKEN04_VERSION_PATCH 0
#define TOKEN04_VERSION_NUMBER 100

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version --------------------------------------------------------------------------------------------- */

/**
 * The version of the running library, such as "0.1.0", never NULL. Do not free it. A program that loads the
 * shared library can compare it with TOKEN04_VERSION, the version it was compiled with.
 */
TOKEN04_API const char *token04_version(void);

/** The version of the running library as a number, such as 10203 for 1.2.3, to compare with TOKEN04_VERSION_NUMBER. */
TOKEN04_API
int32_t token04_version_number(void);

/* ---- Status ---------------------------------------------------------------------------------------------- */

/** The result of a call. The numbers never change and are never reused; a later version may add some. */
typedef int32_t token04_status;

enum
{
    /** Success. */
    TOKEN04_OK = 0,
    /** The app id is not 1 to 4294967295. */
    TOKEN04_INVALID_APP_ID = 1,
    /** The user id is empty, not Unicode text, or outside the profile. */
    TOKEN04_INVALID_USER_ID = 3,
    /** The secret is not 32 bytes of UTF-8 text. */
    TOKEN04_INVALID_SECRET = 5,
    /**
     * The ttl is not a whole number of seconds, is less than 1 or outside the profile, or the expiry does
     * not fit.
     */
    TOKEN04_INVALID_TTL = 6,
    /** The body of the token would be longer than 65519 bytes. */
    TOKEN04_TOO_LONG = 101,
    /** A room id or a stream id is missing, not Unicode text, or outside the limits. */
    TOKEN04_INVALID_ROOM = 102,
    /** The operating system provided no random bytes. */
    TOKEN04_RANDOM_UNAVAILABLE = 103,
    /** The payload is not Unicode text, or outside the profile. */
    TOKEN04_INVALID_PAYLOAD = 104,
    /** The text is not a Token04. */
    TOKEN04_MALFORMED = 201,
    /**
     * The token cannot be opened: wrong secret, damaged, or no Token04 body inside; one error for all of
     * these, so that it tells an attacker nothing.
     */
    TOKEN04_UNDECIPHERABLE = 202,
    /** The token has expired. */
    TOKEN04_EXPIRED = 204,
    /** The token was made for another app id. */
    TOKEN04_WRONG_APP_ID = 205,
    /** The token was made for another user id. */
    TOKEN04_WRONG_USER_ID = 206,
    /** The envelope and the body have different expiry times. */
    TOKEN04_EXPIRE_MISMATCH = 207,
    /** The token does not permit the expected room, stream or right. */
    TOKEN04_NOT_PERMITTED = 208,
    /** An argument is invalid: a null, a value of the wrong type, an unknown option, or a closed object. */
    TOKEN04_INVALID_ARGUMENT = 901,
    /** The caller's buffer is too small for the result; only in C. */
    TOKEN04_BUFFER_TOO_SMALL = 902,
    /** A defect of this library, caught at its boundary; the library can still be used. Please report it. */
    TOKEN04_INTERNAL = 903
};

/**
 * A general description of a status, NUL-terminated, never NULL. Do not free it. The details of one call's error
 * are in its token04_error.
 */
TOKEN04_API
const char *token04_status_message(token04_status status);

/* ---- Errors ---------------------------------------------------------------------------------------------- */

/** The words of messages, for languages whose users do not write C. */
typedef int32_t token04_wording;

enum
{
    /** user_id, NULL: as in this header. */
    TOKEN04_WORDING_SNAKE_CASE = 0,
    /** userId, null: as in Java, PHP and .NET. */
    TOKEN04_WORDING_CAMEL_CASE = 1,
    /** userID, nil: as in Go, Objective-C and Swift. */
    TOKEN04_WORDING_INITIALISM = 2
};

/**
 * The details of an error, in the caller's memory. Start with TOKEN04_ERROR_INIT. Nothing in it must be freed, and
 * it can be used for any number of calls.
 *
 * If size or wording is invalid, the call does nothing and returns TOKEN04_INVALID_ARGUMENT.
 */
typedef struct token04_error
{
    /** The size of this struct, set by the caller: sizeof(token04_error). */
    size_t size;
    /** How the message names arguments, set by the caller. */
    token04_wording wording;
    /** What the call returned; TOKEN04_OK if it succeeded. */
    token04_status status;
    /**
     * Which argument is wrong and what is expected, as NUL-terminated UTF-8; empty if the call succeeded. It
     * never contains a secret.
     */
    char message[256];
} token04_error;

/** A token04_error in the words of C: token04_error error = TOKEN04_ERROR_INIT; */
#define TOKEN04_ERROR_INIT \
    { sizeof(token04_error), TOKEN04_WORDING_SNAKE_CASE, TOKEN04_OK, { 0 } }

/* ---- Text ------------------------------------------------------------------------------------------------ */

/**
 * Text in UTF-8, as pointer and length. An argument needs no NUL at the end, and data may be NULL if the text
 * is optional. Text that the library returns ends in a NUL, which the length does not count, and may contain
 * others.
 */
typedef struct token04_text
{
    /** The first byte. */
    const char *data;
    /** The number of bytes. */
    size_t length;
} token04_text;

/**
 * Frees a string that a call returned. NULL is allowed and does nothing. Do not free a string twice, and do
 * not write a NUL into one.
 */
TOKEN04_API void token04_string_free(char *string);

/** The size of a buffer that holds any token. */
#define TOKEN04_MAX_TOKEN_CAPACITY 87423

/** A buffer size in bytes that holds any token for a user id and a payload of these lengths, and its NUL. It is
 * constant if the lengths are, and evaluates them several times: give it no expression with side effects. */
#define TOKEN04_TOKEN_CAPACITY(user_id_length, payload_length)               \
    ((size_t)(user_id_length) < 5000 && (size_t)(payload_length) < 5000      \
         ? 271 + 8 * ((size_t)(user_id_length) + (size_t)(payload_length))   \
         : (size_t)TOKEN04_MAX_TOKEN_CAPACITY)

/**
 * A buffer size in bytes that holds any token for a user id and a payload of these lengths, and its NUL.
 * TOKEN04_TOKEN_CAPACITY is the same for lengths known at compile time.
 */
TOKEN04_API size_t token04_token_capacity(size_t user_id_length, size_t payload_length);

/* ---- Choices --------------------------------------------------------------------------------------------- */

/** How the body of a token is encrypted. */
typedef int32_t token04_mode;

enum
{
    /** AES-256-CBC, which every official decoder accepts. It cannot prove that nobody changed the token. */
    TOKEN04_MODE_CBC = 0,
    /** AES-256-GCM, which detects any change. Use it for at most 2^32 tokens per secret. */
    TOKEN04_MODE_GCM = 1
};

/**
 * Finds the mode with a name, such as "gcm". NULL and 0 give TOKEN04_MODE_CBC. mode receives it; after an error it
 * is TOKEN04_MODE_CBC.
 *
 * Errors: TOKEN04_INVALID_ARGUMENT, which lists the names.
 */
TOKEN04_API
token04_status token04_mode_from_name(const char *name,
                                      size_t name_length,
                                      token04_mode *mode,
                                      token04_error *error);

/** The product a token is for. With a profile, what that product would refuse is an error when issuing. */
typedef int32_t token04_profile;

enum
{
    /** Refuses only what would make a broken token. */
    TOKEN04_PROFILE_NONE = 0,
    /** Express, voice and video rooms: user id 1 to 64 bytes, room id 1 to 128 bytes, payload JSON or empty. */
    TOKEN04_PROFILE_RTC = 1,
    /** In-app Chat: user id 1 to 32 bytes, ttl 30 seconds to 24 days, no payload. */
    TOKEN04_PROFILE_ZIM = 2,
    /** UIKit for the web: as rtc, with the ttl of zim, which it uses for its invitations. */
    TOKEN04_PROFILE_KIT = 3,
    /**
     * UIKit's call kits for mini-programs and apps, which use one plain token for Express and In-app Chat:
     * the limits of rtc and of zim, payload JSON or empty.
     */
    TOKEN04_PROFILE_CALL = 4
};

/**
 * Finds the profile with a name, such as "rtc". NULL and 0 give TOKEN04_PROFILE_NONE. profile receives it;
 * after an error it is TOKEN04_PROFILE_NONE.
 *
 * Errors: TOKEN04_INVALID_ARGUMENT, which lists the names.
 */
TOKEN04_API
token04_status token04_profile_from_name(const char *name,
                                         size_t name_length,
                                         token04_profile *profile,
                                         token04_error *error);

/** The language of a report. */
typedef int32_t token04_language;

enum
{
    /** English. */
    TOKEN04_LANGUAGE_EN = 0,
    /** Simplified Chinese. */
    TOKEN04_LANGUAGE_ZH = 1
};

/**
 * Finds the language with a name, such as "zh". NULL and 0 give TOKEN04_LANGUAGE_EN. language receives it; after an
 * error it is TOKEN04_LANGUAGE_EN.
 *
 * Errors: TOKEN04_INVALID_ARGUMENT, which lists the names.
 */
TOKEN04_API
token04_status token04_language_from_name(const char *name,
                                          size_t name_length,
                                          token04_language *language,
                                          token04_error *error);

/* ---- Privileges ------------------------------------------------------------------------------------------ */

/**
 * The limits that a token carries. To make one, start with TOKEN04_PRIVILEGE_INIT; token04_claims_privilege returns
 * the same struct.
 */
typedef struct token04_privilege
{
    /** The size of this struct: sizeof(token04_privilege), or that in the library if it returns it. */
    size_t size;
    /**
     * The only room the token is valid for. Required when making a token; in a token that was read, empty means
     * any room.
     */
    token04_text room_id;
    /** Whether the user may log in to the room: 1 or 0. When read, -1 if the token does not say, which denies. */
    int32_t login;
    /** Whether the user may publish a stream: 1 or 0. When read, -1 if the token does not say, which denies. */
    int32_t publish;
    /** The only streams the token is valid for; NULL for any. */
    const token04_text *streams;
    /**
     * The number of streams. An empty list that is not NULL is refused when making a token, because it is
     * ambiguous; in a token that was read, it means any stream.
     */
    size_t stream_count;
} token04_privilege;

/** Privileges for a room that allow login, forbid publishing, and allow any stream:
 * token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5); */
#define TOKEN04_PRIVILEGE_INIT(room_id, room_id_length) \
    { sizeof(token04_privilege), { (room_id), (room_id_length) }, 1, 0, NULL, 0 }

/**
 * Makes the payload of a privilege token, for token04_issuer_issue, in a string that must be freed with
 * token04_string_free. length, which may be NULL, receives its length.
 *
 * Errors: TOKEN04_INVALID_ROOM, TOKEN04_INVALID_ARGUMENT.
 */
TOKEN04_API
token04_status token04_privilege_payload(const token04_privilege *privilege,
                                         char **string,
                                         size_t *length,
                                         token04_error *error);

/**
 * Reads the payload of a token as privileges, which must be freed with token04_privilege_free. privilege receives
 * NULL, which is not an error, if the payload is empty or does not have the privilege form. Use this for payloads
 * whose claims have been freed; before that, token04_claims_privilege does the same.
 *
 * Errors: TOKEN04_INVALID_PAYLOAD if it is not UTF-8, TOKEN04_INVALID_ARGUMENT.
 */
TOKEN04_API
token04_status token04_privilege_parse(const char *payload,
                                       size_t payload_length,
                                       token04_privilege **privilege,
                                       token04_error *error);

/** Frees the result of token04_privilege_parse, and nothing else. NULL is allowed and does nothing. */
TOKEN04_API void token04_privilege_free(token04_privilege *privilege);

/* ---- Issuing --------------------------------------------------------------------------------------------- */

/**
 * Makes tokens for one app. It holds the expanded key, which is wiped when it is freed. Any number of threads
 * can use it at once: make one and keep it.
 */
typedef struct token04_issuer token04_issuer;

/**
 * Makes an issuer for an app id, 1 to 4294967295, and its ServerSecret, 32 bytes. mode is a token04_mode,
 * profile a token04_profile. The secret is not kept. Free the issuer with token04_issuer_free.
 *
 * Errors: TOKEN04_INVALID_APP_ID, TOKEN04_INVALID_SECRET, TOKEN04_INVALID_ARGUMENT.
 */
TOKEN04_API
token04_status token04_issuer_new(int64_t app_id,
                                  const char *secret,
                                  size_t secret_length,
                                  token04_mode mode,
                                  token04_profile profile,
                                  token04_issuer **issuer,
                                  token04_error *error);

/** Frees an issuer and wipes its key. NULL is allowed and does nothing. */
TOKEN04_API void token04_issuer_free(token04_issuer *issuer);

/** What can be given when issuing a token besides its arguments. Start with TOKEN04_ISSUE_OPTIONS_INIT. */
typedef struct token04_issue_options
{
    /** The size of this struct: sizeof(token04_issue_options). */
    size_t size;
    /** The time of issue, in unix seconds; NULL for that of the clock. */
    const int64_t *now;
    /**
     * The nanoseconds of the ttl beyond its seconds, of either sign, for languages whose durations have them. Any
     * but 0 is TOKEN04_INVALID_TTL: a ttl is never rounded.
     */
    int32_t ttl_nanoseconds;
    /** Must be 0. */
    int32_t reserved;
} token04_issue_options;

/** A token04_issue_options that changes nothing: token04_issue_options options = TOKEN04_ISSUE_OPTIONS_INIT; */
#define TOKEN04_ISSUE_OPTIONS_INIT \
    { sizeof(token04_issue_options), NULL, 0, 0 }

/**
 * Makes a token in the caller's buffer.
 *
 * ttl is how long the token is valid, in seconds. The payload of an identity token is empty: NULL and 0. The payload
 * of a privilege token comes from token04_privilege_payload; token04_issuer_issue_room does both at once. options may
 * be NULL.
 *
 * The token is NUL-terminated ASCII. capacity is the buffer's size in bytes;
 * TOKEN04_TOKEN_CAPACITY gives a sufficient one. length, which may be NULL, receives the token's length
 * without the NUL. If the token does not fit, the result is TOKEN04_BUFFER_TOO_SMALL and length is the length
 * it needs: tokens for the same arguments have the same length. The buffer must not overlap the
 * arguments.
 *
 * Errors: TOKEN04_INVALID_USER_ID, TOKEN04_INVALID_TTL, TOKEN04_INVALID_PAYLOAD, TOKEN04_INVALID_ROOM,
 * TOKEN04_TOO_LONG, TOKEN04_RANDOM_UNAVAILABLE, TOKEN04_BUFFER_TOO_SMALL, TOKEN04_INVALID_ARGUMENT.
 */
TOKEN04_API
token04_status token04_issuer_issue(const token04_issuer *issuer,
                                    const char *user_id,
                                    size_t user_id_length,
                                    int64_t ttl,
                                    const char *payload,
                                    size_t payload_length,
                                    const token04_issue_options *options,
                                    char *buffer,
                                    size_t capacity,
                                    size_t *length,
                                    token04_error *error);

/**
 * Makes a privilege token in the caller's buffer, as token04_issuer_issue does.
 *
 * Errors: as token04_issuer_issue; TOKEN04_INVALID_ROOM also if the room id, a stream id or the list of
 * streams is empty.
 */
TOKEN04_API
token04_status token04_issuer_issue_room(const token04_issuer *issuer,
                                         const char *user_id,
                                         size_t user_id_length,
                                         int64_t ttl,
                                         const token04_privilege *privilege,
                                         const token04_issue_options *options,
                                         char *buffer,
                                         size_t capacity,
                                         size_t *length,
                                         token04_error *error);

/**
 * Makes a token as token04_issuer_issue does, in a string that must be freed with token04_string_free. length,
 * which may be NULL, receives its length.
 *
 * Errors: as token04_issuer_issue, except those of the buffer.
 */
TOKEN04_API
token04_status token04_issuer_issue_string(const token04_issuer *issuer,
                                           const char *user_id,
                                           size_t user_id_length,
                                           int64_t ttl,
                                           const char *payload,
                                           size_t payload_length,
                                           const token04_issue_options *options,
                                           char **string,
                                           size_t *length,
                                           token04_error *error);

/**
 * Makes a token as token04_issuer_issue does and lends it: the NUL-terminated text lives until the next token is
 * lent to this thread or the thread ends, and must not be freed. NULL after an error.
 *
 * For languages that copy a string which a C function returns: this is the cheapest way for them.
 *
 * Errors: as token04_issuer_issue, except those of the buffer.
 */
TOKEN04_API
const char *token04_issuer_issue_lent(const token04_issuer *issuer,
                                      const char *user_id,
                                      size_t user_id_length,
                                      int64_t ttl,
                                      const char *payload,
                                      size_t payload_length,
                                      const token04_issue_options *options,
                                      token04_error *error);

/**
 * Makes a privilege token as token04_issuer_issue_room does and lends it, as token04_issuer_issue_lent does. It takes
 * the privilege as one text, for languages in which every field of a struct costs a call: login and publish, each 1
 * or 0; the number of streams, or nothing for any stream; the room id; the id of each stream. Between them is the
 * byte 0xff, which does not occur in UTF-8.
 *
 * Errors: as token04_issuer_issue_room, except those of the buffer.
 */
TOKEN04_API
const char *token04_issuer_issue_room_lent(const token04_issuer *issuer,
                                           const char *user_id,
                                           size_t user_id_length,
                                           int64_t ttl,
                                           const char *privilege,
                                           size_t privilege_length,
                                           const token04_issue_options *options,
                                           token04_error *error);

/** Tokens for many users, in the order of the users. They belong to the library. */
typedef struct token04_tokens
{
    /** The size of this struct in the library. */
    size_t size;
    /** The tokens, NUL-terminated ASCII. */
    const token04_text *tokens;
    /** The number of tokens. */
    size_t count;
} token04_tokens;

/**
 * Makes a token for each of many users, all with the same ttl and payload, as token04_issuer_issue does for one. It is
 * faster than as many calls: the bodies are encrypted side by side.
 *
 * Either all tokens are made or none. tokens receives them, and must be freed with token04_tokens_free; NULL after an
 * error. failed, which may be NULL, receives the index of the first user that is at fault, or user_id_count if the
 * error is not about a user.
 *
 * Errors: as token04_issuer_issue, except those of the buffer.
 */
TOKEN04_API
token04_status token04_issuer_issue_many(const token04_issuer *issuer,
                                         const token04_text *user_ids,
                                         size_t user_id_count,
                                         int64_t ttl,
                                         const char *payload,
                                         size_t payload_length,
                                         const token04_issue_options *options,
                                         token04_tokens **tokens,
                                         size_t *failed,
                                         token04_error *error);

/** Frees tokens. NULL is allowed and does nothing. */
TOKEN04_API void token04_tokens_free(token04_tokens *tokens);

/* ---- Issuing in one call --------------------------------------------------------------------------------- */

/**
 * Makes a token in one call and in the caller's buffer, as token04_issuer_issue does. It expands the key on each
 * call: code that makes more than one token should keep an issuer.
 *
 * Drop-in replacements of ZEGO's own functions are built on this. It checks the arguments in order, user_id
 * before secret, and accepts NULL with length 0 as the empty text for every argument.
 *
 * Errors, the first that applies: TOKEN04_INVALID_APP_ID, TOKEN04_INVALID_USER_ID, TOKEN04_INVALID_SECRET,
 * TOKEN04_INVALID_TTL; then as token04_issuer_issue.
 */
TOKEN04_API
token04_status token04_generate(int64_t app_id,
                                const char *user_id,
                                size_t user_id_length,
                                const char *secret,
                                size_t secret_length,
                                int64_t ttl,
                                const char *payload,
                                size_t payload_length,
                                char *buffer,
                                size_t capacity,
                                size_t *length,
                                token04_error *error);

/**
 * Makes a token as token04_generate does and lends it, as token04_issuer_issue_lent does: the NUL-terminated text
 * lives until the next token is lent to this thread or the thread ends, and must not be freed. NULL after an
 * error.
 *
 * Errors: as token04_generate, except those of the buffer.
 */
TOKEN04_API
const char *token04_generate_lent(int64_t app_id,
                                  const char *user_id,
                                  size_t user_id_length,
                                  const char *secret,
                                  size_t secret_length,
                                  int64_t ttl,
                                  const char *payload,
                                  size_t payload_length,
                                  token04_error *error);

/* ---- Kit tokens ------------------------------------------------------------------------------------------ */

/**
 * Makes a kit token under the limits of the profile kit, whichever profile the issuer has, in a string that
 * must be freed with token04_string_free. length, which may be NULL, receives its length. Without a user_name,
 * NULL and 0, others see the user id.
 *
 * Errors: as token04_issuer_issue, except those of the buffer; TOKEN04_INVALID_ROOM if the room id is outside the
 * limits.
 */
TOKEN04_API
token04_status token04_kit_issue(const token04_issuer *issuer,
                                 const char *user_id,
                                 size_t user_id_length,
                                 int64_t ttl,
                                 const char *room_id,
                                 size_t room_id_length,
                                 const char *user_name,
                                 size_t user_name_length,
                                 const char *payload,
                                 size_t payload_length,
                                 const token04_issue_options *options,
                                 char **string,
                                 size_t *length,
                                 token04_error *error);

/**
 * Appends room and user to a token, under the limits of the profile kit, in a string that must be freed with
 * token04_string_free. length, which may be NULL, receives its length. Without a user_name, NULL and 0, others
 * see the user id.
 *
 * Errors: TOKEN04_MALFORMED if the token is not a Token04 or already a kit token; TOKEN04_INVALID_APP_ID,
 * TOKEN04_INVALID_USER_ID, TOKEN04_INVALID_ROOM, TOKEN04_INVALID_ARGUMENT.
 */
TOKEN04_API
token04_status token04_kit_encode(const char *token,
                                  size_t token_length,
                                  int64_t app_id,
                                  const char *user_id,
                                  size_t user_id_length,
                                  const char *room_id,
                                  size_t room_id_length,
                                  const char *user_name,
                                  size_t user_name_length,
                                  char **string,
                                  size_t *length,
                                  token04_error *error);

/** The parts of a kit token, which belong to the library. */
typedef struct token04_kit_user
{
    /** The size of this struct in the library. */
    size_t size;
    /** The user. */
    token04_text user_id;
    /** The room to join. */
    token04_text room_id;
    /** The name that others see. */
    token04_text user_name;
    /** The token before the '#'. */
    token04_text token;
    /** The app. */
    uint32_t app_id;
    /** Has no meaning. */
    uint32_t reserved;
} token04_kit_user;

/**
 * Splits a kit token into its parts, which must be freed with token04_kit_user_free; NULL after an error.
 *
 * Errors: TOKEN04_MALFORMED, TOKEN04_INVALID_ARGUMENT.
 */
TOKEN04_API
token04_status token04_kit_decode(const char *kit_token,
                                  size_t kit_token_length,
                                  token04_kit_user **user,
                                  token04_error *error);

/** Frees the parts of a kit token. NULL is allowed and does nothing. */
TOKEN04_API void token04_kit_user_free(token04_kit_user *user);

/* ---- Verifying ------------------------------------------------------------------------------------------- */

/**
 * Opens tokens of one app and checks them. It holds the expanded keys, which are wiped when it is freed. Any
 * number of threads can use it at once: make one and keep it.
 */
typedef struct token04_verifier token04_verifier;

/** What a verifier can be given besides app id and secret. Start with TOKEN04_VERIFIER_OPTIONS_INIT. */
typedef struct token04_verifier_options
{
    /** The size of this struct: sizeof(token04_verifier_options). */
    size_t size;
    /** A second secret whose tokens are accepted too, while a secret is being replaced; data is NULL for none. */
    token04_text previous_secret;
    /** For how many seconds a token is still accepted after its expiry, for clocks that differ. */
    int64_t leeway;
    /**
     * The nanoseconds of the leeway beyond its seconds, of either sign, for languages whose durations have them.
     * Any but 0 is TOKEN04_INVALID_ARGUMENT: a leeway is never rounded.
     */
    int32_t leeway_nanoseconds;
    /** Must be 0. */
    int32_t reserved;
} token04_verifier_options;

/** A token04_verifier_options that changes nothing: token04_verifier_options options = TOKEN04_VERIFIER_OPTIONS_INIT; */
#define TOKEN04_VERIFIER_OPTIONS_INIT \
    { sizeof(token04_verifier_options), { NULL, 0 }, 0, 0, 0 }

/**
 * Makes a verifier for an app id, 1 to 4294967295, and its ServerSecret, 32 bytes. No secret is kept. options may be
 * NULL. Free the verifier with token04_verifier_free.
 *
 * Errors: TOKEN04_INVALID_APP_ID, TOKEN04_INVALID_SECRET, TOKEN04_INVALID_ARGUMENT.
 */
TOKEN04_API
token04_status token04_verifier_new(int64_t app_id,
                                    const char *secret,
                                    size_t secret_length,
                                    const token04_verifier_options *options,
                                    token04_verifier **verifier,
                                    token04_error *error);

/** Frees a verifier and wipes its keys. NULL is allowed and does nothing. */
TOKEN04_API void token04_verifier_free(token04_verifier *verifier);

/**
 * What a verification expects besides a valid token, and at what time. Start with TOKEN04_LOGIN_INIT, which
 * expects nothing, and set the fields to check.
 */
typedef struct token04_login
{
    /** The size of this struct: sizeof(token04_login). */
    size_t size;
    /** The user the token must be for; data is NULL for any. */
    token04_text user_id;
    /** The room the token must allow to log in to; data is NULL for none. An identity token allows any. */
    token04_text room_id;
    /** The stream the token must be valid for; data is NULL for none. An identity token is valid for any. */
    token04_text stream_id;
    /** The time to check against, in unix seconds; NULL for that of the clock. */
    const int64_t *now;
    /** Whether the token must allow publishing: 1 or 0. An identity token allows it. */
    int32_t publish;
    /** Whether an identity token is refused, because it allows any room and any right: 1 or 0. */
    int32_t require_privilege;
} token04_login;

/** A token04_login that expects nothing: token04_login login = TOKEN04_LOGIN_INIT; */
#define TOKEN04_LOGIN_INIT \
    { sizeof(token04_login), { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, NULL, 0, 0 }

/** The claims of a verified token. Any number of threads can read them at once. */
typedef struct token04_claims token04_claims;

/**
 * Opens a token and checks that it is for this app, not expired, and allows what login expects; NULL expects
 * nothing more. It also accepts a kit token and reads it up to its '#'.
 *
 * claims, which may be NULL, receives the claims, which must be freed with token04_claims_free; NULL after an
 * error. A CBC token has no authentication: changes of single bytes may go undetected. Rely on the claims
 * of a CBC token only if it came straight from you.
 *
 * Errors, the first that applies: TOKEN04_MALFORMED, TOKEN04_UNDECIPHERABLE, TOKEN04_WRONG_APP_ID,
 * TOKEN04_EXPIRE_MISMATCH, TOKEN04_EXPIRED, TOKEN04_WRONG_USER_ID, TOKEN04_NOT_PERMITTED. An invalid
 * argument is reported before all of them.
 */
TOKEN04_API
token04_status token04_verifier_verify(const token04_verifier *verifier,
                                       const char *token,
                                       size_t token_length,
                                       const token04_login *login,
                                       token04_claims **claims,
                                       token04_error *error);

/**
 * Verifies a token as token04_verifier_verify does and lends the claims as one text, for languages in which every
 * field costs a call: app id, nonce, ctime, expire, user id, payload. Between them is the byte 0xff, which does not
 * occur in UTF-8. The text is NUL-terminated, lives until the next text is lent to this thread or the thread ends,
 * and must not be freed. NULL after an error; and, with TOKEN04_OK, if the user id or the payload contains a NUL:
 * then only token04_verifier_verify gives the claims.
 *
 * Errors: as token04_verifier_verify.
 */
TOKEN04_API
const char *token04_verifier_verify_lent(const token04_verifier *verifier,
                                         const char *token,
                                         size_t token_length,
                                         const token04_login *login,
                                         token04_error *error);

/** Every field of a token's body. It belongs to the claims. */
typedef struct token04_body
{
    /** The size of this struct in the library. */
    size_t size;
    /** The user the token was made for. */
    token04_text user_id;
    /** A random number that distinguishes tokens made in the same second. */
    int64_t nonce;
    /** When the token was made, in unix seconds. */
    int64_t ctime;
    /** When the token expires, in unix seconds. */
    int64_t expire;
    /** The payload: empty in an identity token, JSON text in a privilege token. */
    token04_text payload;
    /** The app the token was made for. */
    uint32_t app_id;
    /** Has no meaning. */
    uint32_t reserved;
} token04_body;

/** The fields of the body, which live as long as the claims; NULL for NULL. */
TOKEN04_API const token04_body *token04_claims_body(const token04_claims *claims);

/**
 * The payload as privileges, which live as long as the claims; NULL if the payload is empty or does not have
 * the privilege form, and for NULL.
 */
TOKEN04_API const token04_privilege *token04_claims_privilege(const token04_claims *claims);

/** Frees claims and everything read from them, and wipes their texts. NULL is allowed and does nothing. */
TOKEN04_API void token04_claims_free(token04_claims *claims);

/* ---- Inspecting ------------------------------------------------------------------------------------------ */

/**
 * What a token reveals without the secret. None of it is verified: only a verifier can tell whether the token is
 * genuine. Start with TOKEN04_HEADER_INIT.
 */
typedef struct token04_header
{
    /** The size of this struct, set by the caller: sizeof(token04_header). */
    size_t size;
    /** The version of the format, "04". Do not free it. */
    const char *version;
    /** When the token expires, in unix seconds, according to its envelope. */
    int64_t expires_at;
    /** How the body is encrypted. */
    token04_mode mode;
    /** Whether the token has expired: 1 or 0. */
    int32_t expired;
    /** The length of the initialisation vector, in bytes. */
    uint32_t iv_bytes;
    /** The length of the ciphertext, in bytes. */
    uint32_t ciphertext_bytes;
} token04_header;

/** A token04_header to fill: token04_header header = TOKEN04_HEADER_INIT; */
#define TOKEN04_HEADER_INIT \
    { sizeof(token04_header), NULL, 0, 0, 0, 0, 0 }

/**
 * Reads a token without the secret. It also accepts a kit token and reads it up to its '#'. Whether the token has
 * expired is decided at the time now, in unix seconds; NULL is that of the clock. A field of the header that an older
 * library does not know stays as it is.
 *
 * Errors: TOKEN04_MALFORMED, TOKEN04_INVALID_ARGUMENT.
 */
TOKEN04_API
token04_status token04_inspect(const char *token,
                               size_t token_length,
                               const int64_t *now,
                               token04_header *header,
                               token04_error *error);

/* ---- Diagnosing ------------------------------------------------------------------------------------------ */

/**
 * What is known about the login when a token is diagnosed; more information allows more checks. Start with
 * TOKEN04_QUESTION_INIT, which sets nothing, and set the known fields.
 */
typedef struct token04_question
{
    /** The size of this struct: sizeof(token04_question). */
    size_t size;
    /** The app that the client uses; NULL if unknown. */
    const int64_t *app_id;
    /**
     * The secret that the token should have been made with, of any length; data is NULL if it is unknown.
     * The texts of the report never contain it.
     */
    token04_text secret;
    /** The user who logs in; data is NULL if unknown. */
    token04_text user_id;
    /** The room that the user logs in to; data is NULL if unknown. */
    token04_text room_id;
    /** The stream to publish or play; data is NULL if unknown. */
    token04_text stream_id;
    /** The time to check against, in unix seconds; NULL for that of the clock. */
    const int64_t *now;
    /** The error code that the client reported, whose causes come first in the report; NULL if unknown. */
    const int64_t *code;
    /** Whether the user wants to publish: 1 or 0. */
    int32_t publish;
    /** The product that the token is for. */
    token04_profile profile;
    /** The language of the report. */
    token04_language language;
    /** Must be 0. */
    int32_t reserved;
} token04_question;

/** A token04_question that sets nothing: token04_question question = TOKEN04_QUESTION_INIT; */
#define TOKEN04_QUESTION_INIT \
    { sizeof(token04_question), NULL, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, NULL, NULL, 0, 0, 0, 0 }

/* What a diagnosis can find: the ids of findings, which docs/en/diagnose/by-finding.md explains. */
#define TOKEN04_FINDING_SECRET_EXPOSED "secret-exposed"
#define TOKEN04_FINDING_JWT "jwt"
#define TOKEN04_FINDING_HMAC_JSON "hmac-json"
#define TOKEN04_FINDING_PLAIN_JSON "plain-json"
#define TOKEN04_FINDING_VERSION "version"
#define TOKEN04_FINDING_TRANSPORT_DAMAGE "transport-damage"
#define TOKEN04_FINDING_TRUNCATED "truncated"
#define TOKEN04_FINDING_FOREIGN_LAYOUT "foreign-layout"
#define TOKEN04_FINDING_LITTLE_ENDIAN "little-endian"
#define TOKEN04_FINDING_KIT_TOKEN "kit-token"
#define TOKEN04_FINDING_PLAIN_TOKEN "plain-token"
#define TOKEN04_FINDING_KIT_PART "kit-part"
#define TOKEN04_FINDING_GCM_SEPARATE_TAG "gcm-separate-tag"
#define TOKEN04_FINDING_GCM_IV_LENGTH "gcm-iv-length"
#define TOKEN04_FINDING_GCM_WITHOUT_MODE "gcm-without-mode"
#define TOKEN04_FINDING_APP_SIGN "app-sign"
#define TOKEN04_FINDING_SECRET_QUOTED "secret-quoted"
#define TOKEN04_FINDING_KEY_HEX_DECODED "key-hex-decoded"
#define TOKEN04_FINDING_KEY_TRUNCATED "key-truncated"
#define TOKEN04_FINDING_KEY_HASHED "key-hashed"
#define TOKEN04_FINDING_WRONG_SECRET "wrong-secret"
#define TOKEN04_FINDING_BODY_NOT_JSON "body-not-json"
#define TOKEN04_FINDING_DOUBLE_PADDING "double-padding"
#define TOKEN04_FINDING_MISPLACED_CLAIMS "misplaced-claims"
#define TOKEN04_FINDING_CLAIM_NAMES "claim-names"
#define TOKEN04_FINDING_MISSING_CLAIM "missing-claim"
#define TOKEN04_FINDING_CLAIM_TYPE "claim-type"
#define TOKEN04_FINDING_SWAPPED_ARGUMENTS "swapped-arguments"
#define TOKEN04_FINDING_PAYLOAD_OBJECT "payload-object"
#define TOKEN04_FINDING_PAYLOAD_DOUBLE_ENCODED "payload-double-encoded"
#define TOKEN04_FINDING_PAYLOAD_NOT_JSON "payload-not-json"
#define TOKEN04_FINDING_PAYLOAD_SHAPE "payload-shape"
#define TOKEN04_FINDING_PAYLOAD_IN_ZIM "payload-in-zim"
#define TOKEN04_FINDING_EXPIRE_IS_DURATION "expire-is-duration"
#define TOKEN04_FINDING_MILLISECONDS "milliseconds"
#define TOKEN04_FINDING_EXPIRE_MISMATCH "expire-mismatch"
#define TOKEN04_FINDING_EXPIRED "expired"
#define TOKEN04_FINDING_EXPIRES_SOON "expires-soon"
#define TOKEN04_FINDING_TTL_OVER_24_DAYS "ttl-over-24-days"
#define TOKEN04_FINDING_CLOCK_SKEW "clock-skew"
#define TOKEN04_FINDING_APP_ID_MISMATCH "app-id-mismatch"
#define TOKEN04_FINDING_USER_ID_MISMATCH "user-id-mismatch"
#define TOKEN04_FINDING_ROOM_MISMATCH "room-mismatch"
#define TOKEN04_FINDING_LOGIN_DENIED "login-denied"
#define TOKEN04_FINDING_PUBLISH_DENIED "publish-denied"
#define TOKEN04_FINDING_STREAM_MISMATCH "stream-mismatch"
#define TOKEN04_FINDING_USER_ID_LIMIT "user-id-limit"
#define TOKEN04_FINDING_ROOM_ID_LIMIT "room-id-limit"
#define TOKEN04_FINDING_UNAUTHENTICATED_CBC "unauthenticated-cbc"

/** The severity of a finding. */
typedef int32_t token04_severity;

enum
{
    /** The token will be refused, or must be replaced. */
    TOKEN04_SEVERITY_ERROR = 0,
    /** The token may be refused, or allows less or more than intended. */
    TOKEN04_SEVERITY_WARNING = 1,
    /** For information only. */
    TOKEN04_SEVERITY_NOTE = 2
};

/** One finding about a token. It belongs to the report. */
typedef struct token04_finding
{
    /** The size of this struct in the library. */
    size_t size;
    /** The finding's id: one of the TOKEN04_FINDING_ texts. */
    token04_text id;
    /** What is wrong, with the values of this case. */
    token04_text message;
    /** How to fix it. */
    token04_text fix;
    /** The client error codes that it may appear as. Which of them the service returns has not been observed. */
    const uint32_t *client_codes;
    /** The number of client codes. */
    size_t client_code_count;
    /** The severity. */
    token04_severity severity;
    /** Has no meaning. */
    int32_t reserved;
} token04_finding;

/** What is wrong with a token, if anything. It belongs to the library. */
typedef struct token04_report
{
    /** The size of this struct in the library. */
    size_t size;
    /** Pointers to the findings, in the order to fix them. A valid token in mode CBC still gives a note. */
    const token04_finding *const *findings;
    /** The number of findings. */
    size_t finding_count;
    /**
     * The claims of the token if it could be opened, with any key or layout; otherwise NULL. They belong to the
     * report: do not free them.
     */
    const token04_claims *claims;
    /** Whether no finding is an error: 1 or 0. */
    int32_t ok;
    /** Has no meaning. */
    int32_t reserved;
} token04_report;

/**
 * Explains why a token is refused and how to fix it. It accepts any text, UTF-8 or not, and detects common mistakes
 * in hand-written generators; docs/en/diagnose/by-finding.md lists all findings. question may be NULL.
 *
 * report receives the report, which must be freed with token04_report_free; NULL after an error. Only an
 * invalid argument is an error.
 *
 * Errors: TOKEN04_INVALID_ARGUMENT, TOKEN04_INVALID_APP_ID, and for text in the question that is not UTF-8
 * the status of its argument.
 */
TOKEN04_API
token04_status token04_diagnose(const char *token,
                                size_t token_length,
                                const token04_question *question,
                                token04_report **report,
                                token04_error *error);

/** Frees a report and everything read from it. NULL is allowed and does nothing. */
TOKEN04_API void token04_report_free(token04_report *report);

/* ---- Explaining a code ----------------------------------------------------------------------------------- */

/** What an error code means, and how to find its cause. It belongs to the library. */
typedef struct token04_explanation
{
    /** The size of this struct in the library. */
    size_t size;
    /** The code. */
    int64_t code;
    /** All of it as text, as the program prints it. */
    token04_text text;
    /** The product that shows the code; empty if the code is unknown. */
    token04_text product;
    /** What the code means. */
    token04_text meaning;
    /** How to go on. */
    token04_text next;
    /** What ZEGO's documents do not say about the code; data is NULL if there is nothing of the kind. */
    token04_text undocumented;
    /** The ids of the findings that can cause it, the most frequent first. */
    const token04_text *causes;
    /** The number of causes. */
    size_t cause_count;
    /** What to check, in this order. */
    const token04_text *checks;
    /** The number of checks. */
    size_t check_count;
    /** For an unknown code: the known codes that look like it, the most similar first. */
    const int64_t *near_codes;
    /** The number of near codes. */
    size_t near_code_count;
    /** Whether the code is known: 1 or 0. */
    int32_t known;
    /** Has no meaning. */
    int32_t reserved;
} token04_explanation;

/**
 * Explains an error code that a ZEGO SDK or the Server API reported: what it means for a token, what causes it, and
 * what to check. Codes that are not known give an explanation too.
 *
 * explanation receives it, and must be freed with token04_explanation_free; NULL after an error.
 *
 * Errors: TOKEN04_INVALID_ARGUMENT.
 */
TOKEN04_API
token04_status token04_explain(int64_t code,
                               token04_language language,
                               token04_explanation **explanation,
                               token04_error *error);

/** Frees an explanation and everything read from it. NULL is allowed and does nothing. */
TOKEN04_API void token04_explanation_free(token04_explanation *explanation);

/* ---- For other languages that build on this header ------------------------------------------------------- */

/** An argument of some function. */
typedef int32_t token04_argument;

enum
{
    /** app_id. */
    TOKEN04_ARGUMENT_APP_ID = 0,
    /** user_id. */
    TOKEN04_ARGUMENT_USER_ID = 1,
    /** secret, also the previous one. */
    TOKEN04_ARGUMENT_SECRET = 2,
    /** ttl. */
    TOKEN04_ARGUMENT_TTL = 3,
    /** payload. */
    TOKEN04_ARGUMENT_PAYLOAD = 4,
    /** room_id. */
    TOKEN04_ARGUMENT_ROOM_ID = 5,
    /** A stream id. */
    TOKEN04_ARGUMENT_STREAM_ID = 6,
    /** The list of streams. */
    TOKEN04_ARGUMENT_STREAMS = 7,
    /** user_name. */
    TOKEN04_ARGUMENT_USER_NAME = 8,
    /** token. */
    TOKEN04_ARGUMENT_TOKEN = 9,
    /** leeway. */
    TOKEN04_ARGUMENT_LEEWAY = 10,
    /** now. */
    TOKEN04_ARGUMENT_NOW = 11,
    /** login. */
    TOKEN04_ARGUMENT_LOGIN = 12,
    /** publish. */
    TOKEN04_ARGUMENT_PUBLISH = 13,
    /** require_privilege. */
    TOKEN04_ARGUMENT_REQUIRE_PRIVILEGE = 14
};

/**
 * Writes the error for a value that C cannot carry in place of an argument, and returns its status. For languages
 * where a ttl can be 1.5 or a list: their users read the same messages as those of every other language.
 *
 * got describes the value, as in "a list" or "1.5"; NULL and 0 stand for the language's null. Never describe a text
 * by its content, which may be a secret.
 *
 * To report the first of several invalid arguments, as the library does, do not call this first. Pass a value that
 * the library refuses with the argument's status, such as 0 for a ttl and "\xff" for a text, and call this if that
 * status is the result.
 */
TOKEN04_API
token04_status token04_refuse(token04_argument argument,
                              const char *got,
                              size_t got_length,
                              token04_error *error);

/**
 * Parses a ttl given as text, for languages without a duration type: a number with the unit s, m, h or d, such as 10m;
 * without a unit it is seconds. seconds receives the ttl, and 0 after an error.
 *
 * Errors: TOKEN04_INVALID_TTL, TOKEN04_INVALID_ARGUMENT.
 */
TOKEN04_API
token04_status token04_ttl_from_text(const char *text,
                                     size_t text_length,
                                     int64_t *seconds,
                                     token04_error *error);

#ifdef __cplusplus
}
#endif

#endif
