/* EVP as most write it: contexts, random bytes and memory anew for each token. */
#include "evp.h"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum
{
    HEAD_LENGTH = 8 + 2 + IV_LENGTH + 2
};

static int encrypt(const char *secret, const unsigned char *iv, const char *body, size_t length, unsigned char *out)
{
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    int first = 0, last = 0;
    int done = context != NULL
        && EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, (const unsigned char *)secret, iv)
        && EVP_EncryptUpdate(context, out, &first, (const unsigned char *)body, (int)length)
        && EVP_EncryptFinal_ex(context, out + first, &last);

    EVP_CIPHER_CTX_free(context);
    return done ? first + last : 0;
}

char *evp_plain_issue(uint32_t app_id, const char *user_id, const char *secret, int64_t ttl, const char *payload)
{
    unsigned char iv[IV_LENGTH];
    unsigned char *envelope = malloc(HEAD_LENGTH + BODY_CAPACITY + 16);
    char *body = malloc(BODY_CAPACITY), *token = malloc(TOKEN_CAPACITY);
    int64_t now = (int64_t)time(NULL);
    uint32_t nonce;
    size_t length = 0;

    if (envelope != NULL && body != NULL && token != NULL && RAND_bytes(iv, sizeof iv) == 1
        && RAND_bytes((unsigned char *)&nonce, sizeof nonce) == 1)
        length = write_body(app_id, user_id, nonce >> 1, now, ttl, payload, body, BODY_CAPACITY);
    if (length != 0)
        length = (size_t)encrypt(secret, iv, body, length, envelope + HEAD_LENGTH);
    if (length == 0) {
        free(token);
        token = NULL;
    } else {
        write_token(envelope, write_head(envelope, now + ttl, iv, length) + length, token);
    }
    free(envelope);
    free(body);
    return token;
}

int evp_plain_verify(uint32_t app_id, const char *secret, const char *token, size_t length, int64_t now)
{
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    unsigned char *envelope = malloc(TOKEN_CAPACITY), *body = malloc(TOKEN_CAPACITY);
    int first, last, valid = 0;

    if (context != NULL && envelope != NULL && body != NULL) {
        length = read_token(token, length, envelope);
        valid = length > HEAD_LENGTH
            && EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), NULL, (const unsigned char *)secret, envelope + 10)
            && EVP_DecryptUpdate(context, body, &first, envelope + HEAD_LENGTH, (int)(length - HEAD_LENGTH))
            && EVP_DecryptFinal_ex(context, body + first, &last)
            && check_body((char *)body, (size_t)(first + last), app_id, envelope, now);
    }
    free(envelope);
    free(body);
    EVP_CIPHER_CTX_free(context);
    return valid;
}
