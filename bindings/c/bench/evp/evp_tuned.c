/* EVP as a good user would write it. */
#include "evp.h"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum
{
    POOL_LENGTH = 4096,
    HEAD_LENGTH = 8 + 2 + IV_LENGTH + 2
};

struct evp_tuned
{
    uint32_t app_id;
    EVP_CIPHER_CTX *encrypt, *decrypt;
    size_t used;
    unsigned char pool[POOL_LENGTH];
};

evp_tuned *evp_tuned_new(uint32_t app_id, const char *secret)
{
    const unsigned char *key = (const unsigned char *)secret;
    evp_tuned *tuned = calloc(1, sizeof *tuned);

    if (tuned == NULL)
        return NULL;
    tuned->app_id = app_id;
    tuned->used = POOL_LENGTH;
    tuned->encrypt = EVP_CIPHER_CTX_new();
    tuned->decrypt = EVP_CIPHER_CTX_new();
    if (!EVP_EncryptInit_ex(tuned->encrypt, EVP_aes_256_cbc(), NULL, key, NULL)
        || !EVP_DecryptInit_ex(tuned->decrypt, EVP_aes_256_cbc(), NULL, key, NULL)) {
        evp_tuned_free(tuned);
        return NULL;
    }
    return tuned;
}

int evp_tuned_rekey(evp_tuned *tuned, const char *secret)
{
    return EVP_EncryptInit_ex(tuned->encrypt, NULL, NULL, (const unsigned char *)secret, NULL);
}

void evp_tuned_free(evp_tuned *tuned)
{
    EVP_CIPHER_CTX_free(tuned->encrypt);
    EVP_CIPHER_CTX_free(tuned->decrypt);
    free(tuned);
}

static const unsigned char *draw(evp_tuned *tuned, size_t length)
{
    if (tuned->used + length > POOL_LENGTH) {
        if (RAND_bytes(tuned->pool, POOL_LENGTH) != 1)
            return NULL;
        tuned->used = 0;
    }
    tuned->used += length;
    return tuned->pool + tuned->used - length;
}

size_t evp_tuned_issue(evp_tuned *tuned, const char *user_id, int64_t ttl, const char *payload, char *token)
{
    unsigned char envelope[HEAD_LENGTH + BODY_CAPACITY + 16];
    const unsigned char *iv = draw(tuned, IV_LENGTH + sizeof(uint32_t));
    char body[BODY_CAPACITY];
    int64_t now = (int64_t)time(NULL);
    uint32_t nonce;
    size_t length;
    int first, last;

    if (iv == NULL)
        return 0;
    memcpy(&nonce, iv + IV_LENGTH, sizeof nonce);
    length = write_body_by_hand(tuned->app_id, user_id, nonce >> 1, now, ttl, payload, body, sizeof body);
    if (length == 0 || !EVP_EncryptInit_ex(tuned->encrypt, NULL, NULL, NULL, iv)
        || !EVP_EncryptUpdate(tuned->encrypt, envelope + HEAD_LENGTH, &first, (unsigned char *)body, (int)length)
        || !EVP_EncryptFinal_ex(tuned->encrypt, envelope + HEAD_LENGTH + first, &last))
        return 0;
    length = (size_t)(first + last);
    return write_token(envelope, write_head(envelope, now + ttl, iv, length) + length, token);
}

int evp_tuned_verify(evp_tuned *tuned, const char *token, size_t length, int64_t now)
{
    unsigned char envelope[TOKEN_CAPACITY], body[TOKEN_CAPACITY];
    int first, last;

    length = read_token(token, length, envelope);
    return length > HEAD_LENGTH && EVP_DecryptInit_ex(tuned->decrypt, NULL, NULL, NULL, envelope + 10)
        && EVP_DecryptUpdate(tuned->decrypt, body, &first, envelope + HEAD_LENGTH, (int)(length - HEAD_LENGTH))
        && EVP_DecryptFinal_ex(tuned->decrypt, body + first, &last)
        && check_body_by_hand((char *)body, (size_t)(first + last), tuned->app_id, envelope, now);
}
