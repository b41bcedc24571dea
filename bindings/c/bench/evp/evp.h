/* What ours is measured against: the same tokens by OpenSSL's EVP, in two manners. */
#ifndef EVP_H
#define EVP_H

#include <stddef.h>
#include <stdint.h>

enum
{
    IV_LENGTH = 16,
    BODY_CAPACITY = 1024,
    TOKEN_CAPACITY = 2048
};

typedef struct evp_tuned evp_tuned;

/* As a good user would write it: contexts with the expanded key are kept, random bytes come from a pool, JSON is
 * written and read by hand, and nothing is allocated per token. */
evp_tuned *evp_tuned_new(uint32_t app_id, const char *secret);
int evp_tuned_rekey(evp_tuned *tuned, const char *secret);
void evp_tuned_free(evp_tuned *tuned);
size_t evp_tuned_issue(evp_tuned *tuned, const char *user_id, int64_t ttl, const char *payload, char *token);
int evp_tuned_verify(evp_tuned *tuned, const char *token, size_t length, int64_t now);

/* As most write it: everything is made again for each token. The token is to be freed. */
char *evp_plain_issue(uint32_t app_id, const char *user_id, const char *secret, int64_t ttl, const char *payload);
int evp_plain_verify(uint32_t app_id, const char *secret, const char *token, size_t length, int64_t now);

/* What both share. The steps return lengths, 0 where they fail. */
size_t write_head(unsigned char *envelope, int64_t expire, const unsigned char *iv, size_t ciphertext_length);
size_t write_token(const unsigned char *envelope, size_t length, char *token);
size_t read_token(const char *token, size_t length, unsigned char *envelope);

/* The body's JSON by hand: its length, 0 where it does not fit; and whether a body is valid, 1 or 0. */
size_t write_body_by_hand(uint32_t app_id, const char *user_id, uint32_t nonce, int64_t now, int64_t ttl,
                          const char *payload, char *body, size_t capacity);
int check_body_by_hand(const char *body, size_t length, uint32_t app_id, const unsigned char *envelope, int64_t now);

#endif
