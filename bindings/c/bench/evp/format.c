/* The format's steps beside the cipher, as both manners of the EVP code take them. */
#include "evp.h"

#include <jansson.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

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

size_t write_body(uint32_t app_id, const char *user_id, uint32_t nonce, int64_t now, int64_t ttl,
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

static unsigned char *big_endian(unsigned char *out, uint64_t number, int bytes)
{
    while (bytes-- > 0)
        *out++ = (unsigned char)(number >> (8 * bytes));
    return out;
}

size_t write_head(unsigned char *envelope, int64_t expire, const unsigned char *iv, size_t ciphertext_length)
{
    unsigned char *out = big_endian(envelope, (uint64_t)expire, 8);

    out = big_endian(out, IV_LENGTH, 2);
    memcpy(out, iv, IV_LENGTH);
    out = big_endian(out + IV_LENGTH, ciphertext_length, 2);
    return (size_t)(out - envelope);
}

size_t write_token(const unsigned char *envelope, size_t length, char *token)
{
    memcpy(token, "04", 2);
    return 2 + (size_t)EVP_EncodeBlock((unsigned char *)token + 2, envelope, (int)length);
}

size_t read_token(const char *token, size_t length, unsigned char *envelope)
{
    int decoded;

    if (length < 4 || length > TOKEN_CAPACITY || memcmp(token, "04", 2) != 0)
        return 0;
    decoded = EVP_DecodeBlock(envelope, (const unsigned char *)token + 2, (int)length - 2);
    if (decoded < 0)
        return 0;
    return (size_t)decoded - (token[length - 1] == '=') - (token[length - 2] == '=');
}

int check_body(const char *body, size_t length, uint32_t app_id, const unsigned char *envelope, int64_t now)
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
