/* EVP as most write it: new contexts, random bytes and memory for each token, JSON by snprintf and jansson. */
#include "evp.h"

#include <jansson.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum
{
    HEAD_LENGTH = 8 + 2 + IV_LENGTH + 2
};

/* Escapes what JSON text must not hold as it stands. */
static size_t escape(const char *text, char *out, size_t capacity)
{
    static const char hex[] = "0123456789abcdef";
    size_t length = 0;

    for (; *text != '\0' && length + 7 < capacity; text++) {
        unsigned char byte = (unsigned char)*text;

        if (byte == '"' || byte == '\\') {
            out[length++] = '\\';
            out[length++] = (char)byte;
        } else if (byte < 0x20) {
            memcpy(out + length, "\\u00", 4);
            out[length + 4] = hex[byte >> 4];
            out[length + 5] = hex[byte & 15];
            length += 6;
        } else {
            out[length++] = (char)byte;
        }
    }
    out[length] = '\0';
    return *text == '\0';
}

static size_t write_body(uint32_t app_id, const char *user_id, uint32_t nonce, int64_t now, int64_t ttl,
                         const char *payload, char *body, size_t capacity)
{
    char user[BODY_CAPACITY / 2], extra[BODY_CAPACITY / 2];
    int length;

    if (!escape(user_id, user, sizeof user) || !escape(payload, extra, sizeof extra))
        return 0;
    length = snprintf(body, capacity,
                      "{\"app_id\":%lu,\"user_id\":\"%s\",\"nonce\":%lu,\"ctime\":%lld,\"expire\":%lld,\"payload\":\"%s\"}",
                      (unsigned long)app_id, user, (unsigned long)nonce, (long long)now, (long long)(now + ttl), extra);
    return length > 0 && (size_t)length < capacity ? (size_t)length : 0;
}

static int check_body(const char *body, size_t length, uint32_t app_id, const unsigned char *envelope, int64_t now)
{
    json_t *claims = json_loadb(body, length, JSON_REJECT_DUPLICATES, NULL);
    int64_t expire = 0;
    int valid, i;

    for (i = 0; i < 8; i++)
        expire = (int64_t)((uint64_t)expire << 8 | envelope[i]);
    valid = json_integer_value(json_object_get(claims, "app_id")) == app_id
        && json_integer_value(json_object_get(claims, "expire")) == expire && now < expire
        && json_is_string(json_object_get(claims, "user_id")) && json_is_integer(json_object_get(claims, "nonce"))
        && json_is_integer(json_object_get(claims, "ctime")) && json_is_string(json_object_get(claims, "payload"));
    json_decref(claims);
    return valid;
}

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
