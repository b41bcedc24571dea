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
 *         token04_error error;
 *         char token[TOKEN04_TOKEN_CAPACITY(5, 0)];
 *
 *         if (token04_issuer_new(1234567890, secret, 32, TOKEN04_MODE_CBC, TOKEN04_PROFILE_NONE,
 *                                &issuer, &error) != TOKEN04_OK
 *             || token04_issuer_issue(issuer, "user1", 5, 3600, NULL, 0,
 *                                     token, sizeof token, NULL, &error) != TOKEN04_OK) {
 *             fprintf(stderr, "%d: %s\n", (int)error.status, error.message);
 *             return 1;
 *         }
 *         puts(token);
 *         token04_issuer_free(issuer);
 *         return 0;
 *     }
 *
 * Rules for every function:
 *
 * Text is UTF-8, as pointer and length in bytes; it needs no NUL at the end. NULL with length 0 leaves
 * optional text out; elsewhere NULL is TOKEN04_INVALID_ARGUMENT. Text that is not
 * UTF-8 is refused with the status of its argument. A user id or a payload may contain any byte, even NUL.
 *
 * Results are a token04_status as int32_t: TOKEN04_OK, which is 0, or the error. The last argument, which may
 * be NULL, receives the details; there is no error state per thread or process. After an
 * error every result is empty: a buffer holds "", a pointer is NULL, a length is 0 (but see
 * TOKEN04_BUFFER_TOO_SMALL).
 *
 * A token is written to the caller's buffer of TOKEN04_TOKEN_CAPACITY bytes, or returned as an owned string, as
 * all other text is, which must be freed with token04_string_free; the functions named _lent are for languages that
 * copy what a C function returns. A struct that a call returns belongs to the library and has a function that
 * frees it. One that is passed in begins with its own size: set it with the _INIT macros.
 *
 * Objects (issuer, verifier, claims, report) have one function that makes them and one that frees them, which
 * accepts NULL. Any number of threads can use an issuer or a verifier at once; free it when the last one is
 * done. After fork() the child can continue to use them: it draws its own random bytes.
 *
 * Times are unix seconds, durations are seconds.
 *
 * The library prints nothing, starts no thread, installs no signal handler and keeps no secret: only expanded
 * keys, which are wiped when freed. An internal defect is caught and returned as TOKEN04_INTERNAL.
 */
