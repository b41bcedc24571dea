/* The format's steps beside the cipher, as both manners of the EVP code take them. */
#include "evp.h"

#include <openssl/evp.h>
#include <string.h>

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
