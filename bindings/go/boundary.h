/* What Go needs beyond token04.h. Memory of Go that is handed to C must not point to other memory of Go: so texts
 * come by value, and structs that hold texts are put together here. Objects are numbers in Go: pointers would be
 * looked at in each call.
 */

#ifndef TOKEN04_GO_BOUNDARY_H
#define TOKEN04_GO_BOUNDARY_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "token04.h"

/* A duration, and a point in time that may be left to the clock. */
typedef struct {
    int64_t seconds;
    int32_t nanoseconds;
} token04_go_duration;

typedef struct {
    int32_t given;
    int64_t seconds;
} token04_go_time;

static inline const int64_t *token04_go_now(const token04_go_time *now)
{
    return now->given ? &now->seconds : NULL;
}

static inline token04_issue_options token04_go_options(const token04_go_duration *ttl, const token04_go_time *now)
{
    token04_issue_options options = TOKEN04_ISSUE_OPTIONS_INIT;
    options.ttl_nanoseconds = ttl->nanoseconds;
    options.now = token04_go_now(now);
    return options;
}

static inline int32_t token04_go_issuer_new(int64_t app_id, token04_text secret, int32_t mode, int32_t profile,
                                            uintptr_t *issuer, token04_error *error)
{
    token04_issuer *made = NULL;
    int32_t status = token04_issuer_new(app_id, secret.data, secret.length, mode, profile, &made, error);
    *issuer = (uintptr_t)made;
    return status;
}

static inline void token04_go_issuer_free(uintptr_t issuer)
{
    token04_issuer_free((token04_issuer *)issuer);
}

static inline int32_t token04_go_issue(uintptr_t issuer, token04_text user_id, token04_go_duration ttl,
                                       token04_text payload, token04_go_time now, char *buffer, size_t capacity,
                                       size_t *length, token04_error *error)
{
    token04_issue_options options = token04_go_options(&ttl, &now);
    return token04_issuer_issue((const token04_issuer *)issuer, user_id.data, user_id.length, ttl.seconds,
                                payload.data, payload.length, &options, buffer, capacity, length, error);
}

static inline int32_t token04_go_kit_issue(uintptr_t issuer, token04_text user_id, token04_go_duration ttl,
                                           token04_text room_id, token04_text user_name, token04_text payload,
                                           token04_go_time now, char **string, size_t *length, token04_error *error)
{
    token04_issue_options options = token04_go_options(&ttl, &now);
    return token04_kit_issue((const token04_issuer *)issuer, user_id.data, user_id.length, ttl.seconds, room_id.data,
                             room_id.length, user_name.data, user_name.length, payload.data, payload.length, &options,
                             string, length, error);
}

/* Tokens for many users, whose ids are in one text, one after the other. */
static inline int32_t token04_go_issue_many(uintptr_t issuer, token04_text user_ids, const size_t *lengths, size_t count,
                                            token04_go_duration ttl, token04_text payload, token04_go_time now,
                                            token04_tokens **tokens, size_t *failed, token04_error *error)
{
    token04_issue_options options = token04_go_options(&ttl, &now);
    token04_text *users = calloc(count + 1, sizeof *users);
    const char *next = user_ids.data;
    if (users == NULL) {
        error->status = TOKEN04_INTERNAL;
        strcpy(error->message, "out of memory");
        return error->status;
    }
    for (size_t at = 0; at < count; at++) {
        users[at].data = next;
        users[at].length = lengths[at];
        next += lengths[at];
    }
    int32_t status = token04_issuer_issue_many((const token04_issuer *)issuer, users, count, ttl.seconds, payload.data,
                                               payload.length, &options, tokens, failed, error);
    free(users);
    return status;
}

/* A privilege for issuing. The streams are in one text, one after the other. */
typedef struct {
    token04_text room_id;
    int32_t login;
    int32_t publish;
    /* 1 if only the given streams are allowed, 0 for any. */
    int32_t limited;
    token04_text streams;
    const size_t *stream_lengths;
    size_t stream_count;
} token04_go_privilege;

/* The privilege as the library takes it. Its streams must be freed; the result is 0 if there was no memory for them. */
static inline int token04_go_join(const token04_go_privilege *parts, token04_privilege *whole, token04_error *error)
{
    token04_text *streams = NULL;
    const char *next = parts->streams.data;

    if (parts->limited) {
        /* One more, because an empty list must not be NULL. */
        streams = calloc(parts->stream_count + 1, sizeof *streams);
        if (streams == NULL) {
            error->status = TOKEN04_INTERNAL;
            strcpy(error->message, "out of memory");
            return 0;
        }
    }
    for (size_t at = 0; at < parts->stream_count; at++) {
        streams[at].data = next;
        streams[at].length = parts->stream_lengths[at];
        next += streams[at].length;
    }
    *whole = (token04_privilege){
        sizeof *whole, parts->room_id, parts->login, parts->publish, streams, parts->stream_count,
    };
    return 1;
}

static inline int32_t token04_go_issue_room(uintptr_t issuer, token04_text user_id, token04_go_duration ttl,
                                            token04_go_privilege parts, token04_go_time now, char *buffer,
                                            size_t capacity, size_t *length, token04_error *error)
{
    token04_privilege privilege;
    token04_issue_options options = token04_go_options(&ttl, &now);
    if (!token04_go_join(&parts, &privilege, error)) {
        return error->status;
    }
    int32_t status = token04_issuer_issue_room((const token04_issuer *)issuer, user_id.data, user_id.length,
                                               ttl.seconds, &privilege, &options, buffer, capacity, length, error);
    free((void *)privilege.streams);
    return status;
}

static inline int32_t token04_go_payload(token04_go_privilege parts, char **string, size_t *length,
                                         token04_error *error)
{
    token04_privilege privilege;
    if (!token04_go_join(&parts, &privilege, error)) {
        return error->status;
    }
    int32_t status = token04_privilege_payload(&privilege, string, length, error);
    free((void *)privilege.streams);
    return status;
}

static inline int32_t token04_go_verifier_new(int64_t app_id, token04_text secret, token04_text previous_secret,
                                              token04_go_duration leeway, uintptr_t *verifier, token04_error *error)
{
    token04_verifier *made = NULL;
    token04_verifier_options options = TOKEN04_VERIFIER_OPTIONS_INIT;
    options.previous_secret = previous_secret;
    options.leeway = leeway.seconds;
    options.leeway_nanoseconds = leeway.nanoseconds;
    int32_t status = token04_verifier_new(app_id, secret.data, secret.length, &options, &made, error);
    *verifier = (uintptr_t)made;
    return status;
}

static inline void token04_go_verifier_free(uintptr_t verifier)
{
    token04_verifier_free((token04_verifier *)verifier);
}

/* The result of a verification. The body lives as long as the claims. */
typedef struct {
    int32_t status;
    token04_claims *claims;
    const token04_body *body;
} token04_go_verified;

static inline token04_go_verified token04_go_verify(uintptr_t verifier, token04_text token, token04_login login,
                                                    token04_go_time now, token04_error *error)
{
    token04_go_verified verified = { 0 };
    login.now = token04_go_now(&now);
    verified.status = token04_verifier_verify((const token04_verifier *)verifier, token.data, token.length, &login,
                                              &verified.claims, error);
    verified.body = token04_claims_body(verified.claims);
    return verified;
}

static inline int32_t token04_go_inspect(token04_text token, token04_go_time now, token04_header *header,
                                         token04_error *error)
{
    return token04_inspect(token.data, token.length, token04_go_now(&now), header, error);
}

/* A number that may not be known. */
typedef struct {
    int32_t given;
    int64_t number;
} token04_go_number;

static inline int32_t token04_go_diagnose(token04_text token, token04_question question, token04_go_number app_id,
                                          token04_go_number code, token04_go_time now, token04_report **report,
                                          token04_error *error)
{
    question.code = code.given ? &code.number : NULL;
    question.app_id = app_id.given ? &app_id.number : NULL;
    question.now = token04_go_now(&now);
    return token04_diagnose(token.data, token.length, &question, report, error);
}

#endif
