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
