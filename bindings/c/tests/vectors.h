/* Reads the shared vectors, with jansson. */
#ifndef VECTORS_H
#define VECTORS_H

#include <jansson.h>

#include "check.h"

/* Runs `test` on each case of a file. */
void each_case(const char *file, void (*test)(const char *id, const json_t *one));

/* A text by its name: plain, or as NAME_repeat or NAME_hex; data is NULL where it is null or absent. Freed with
 * text_free. */
token04_text text_of(const json_t *one, const char *name);
void text_free(token04_text text);

/* A number by its name: plain, or as decimal text under the name or NAME_text. */
int64_t number_of(const json_t *one, const char *name);

/* Whether a case needs something. */
int needs(const json_t *one, const char *what);

/* A mode or a profile by its name; 0 where there is none. */
int32_t mode_of(const json_t *one);
int32_t profile_of(const json_t *one);

/* Whether privileges are as the case has them: null, or room_id, login, publish and streams. */
int same_privilege(const token04_privilege *privilege, const json_t *expected);

/* Checks that claims are as the case has them: the fields of a body. */
void check_claims(const char *id, const token04_claims *claims, const json_t *expected);

#endif
