/* The body's JSON written and read by hand: what the tuned manner does instead of snprintf and jansson. */
#include "evp.h"

#include <string.h>

static char *put_text(char *out, const char *text, size_t length)
{
    memcpy(out, text, length);
    return out + length;
}

#define PUT(out, literal) put_text(out, literal, sizeof(literal) - 1)

/* Two digits at a time, from the last. */
static char *put_number(char *out, uint64_t number)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051"
                                "52535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697989900";
    char digits[20], *at = digits + sizeof digits;

    while (number >= 10) {
        memcpy(at -= 2, pairs + 2 * (number % 100), 2);
        number /= 100;
    }
    if (number > 0 || at == digits + sizeof digits)
        *--at = (char)('0' + number);
    else if (*at == '0')
        at++;
    return put_text(out, at, (size_t)(digits + sizeof digits - at));
}

/* A JSON string without its quotes; null if it does not fit. */
static char *put_escaped(char *out, const char *end, const char *text)
{
    static const char hex[] = "0123456789abcdef";

    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;

        if (end - out < 6)
            return NULL;
        if (byte == '"' || byte == '\\')
            *out++ = '\\';
        if (byte >= 0x20) {
            *out++ = (char)byte;
            continue;
        }
        out = PUT(out, "\\u00");
        *out++ = hex[byte >> 4];
        *out++ = hex[byte & 15];
    }
    return out;
}

size_t write_body_by_hand(uint32_t app_id, const char *user_id, uint32_t nonce, int64_t now, int64_t ttl,
                          const char *payload, char *body, size_t capacity)
{
    /* Keys, quotes and four numbers take less than 128 bytes. */
    const char *end = body + capacity - 128;
    char *out = PUT(body, "{\"app_id\":");

    out = put_number(out, app_id);
    out = PUT(out, ",\"user_id\":\"");
    if ((out = put_escaped(out, end, user_id)) == NULL)
        return 0;
    out = PUT(out, "\",\"nonce\":");
    out = put_number(out, nonce);
    out = PUT(out, ",\"ctime\":");
    out = put_number(out, (uint64_t)now);
    out = PUT(out, ",\"expire\":");
    out = put_number(out, (uint64_t)(now + ttl));
    out = PUT(out, ",\"payload\":\"");
    if ((out = put_escaped(out, end, payload)) == NULL)
        return 0;
    out = PUT(out, "\"}");
    return (size_t)(out - body);
}

/* What is left to read. Every reader returns 0 where the text is not what it should be. */
typedef struct reader
{
    const char *at, *end;
} reader;

static int take(reader *in, char expected)
{
    while (in->at < in->end && (*in->at == ' ' || *in->at == '\n' || *in->at == '\r' || *in->at == '\t'))
        in->at++;
    return in->at < in->end && *in->at == expected ? (in->at++, 1) : 0;
}

/* A string, and where its text begins. The sequences of UTF-8 and of escapes are not checked, in this rival's favour. */
static int take_string(reader *in, const char **text, size_t *length)
{
    if (!take(in, '"'))
        return 0;
    for (*text = in->at; in->at < in->end; in->at++) {
        if (*in->at == '"') {
            *length = (size_t)(in->at++ - *text);
            return 1;
        }
        if ((unsigned char)*in->at < 0x20)
            return 0;
        if (*in->at == '\\' && ++in->at == in->end)
            return 0;
    }
    return 0;
}

static int take_number(reader *in, int64_t *number)
{
    int negative = take(in, '-');
    const char *first = in->at;

    for (*number = 0; in->at < in->end && *in->at >= '0' && *in->at <= '9'; in->at++)
        *number = *number * 10 + (*in->at - '0');
    if (in->at == first || in->at - first > 18 || (*first == '0' && in->at - first > 1))
        return 0;
    *number = negative ? -*number : *number;
    return 1;
}

int check_body_by_hand(const char *body, size_t length, uint32_t app_id, const unsigned char *envelope, int64_t now)
{
    static const char *const keys[] = {"app_id", "nonce", "ctime", "expire", "user_id", "payload"};
    enum
    {
        APP_ID,
        EXPIRE = 3,
        NUMBERS = 4,
        KEYS = 6
    };
    reader in = {body, body + length};
    int64_t numbers[NUMBERS] = {0}, expire = 0;
    unsigned seen = 0;
    int i;

    if (!take(&in, '{'))
        return 0;
    do {
        const char *text;
        size_t size;

        if (!take_string(&in, &text, &size) || !take(&in, ':'))
            return 0;
        for (i = 0; i < KEYS && (strlen(keys[i]) != size || memcmp(keys[i], text, size) != 0); i++) {
        }
        /* No known key, or one that was there already. */
        if (i == KEYS || seen & 1U << i)
            return 0;
        seen |= 1U << i;
        if (!(i < NUMBERS ? take_number(&in, &numbers[i]) : take_string(&in, &text, &size)))
            return 0;
    } while (take(&in, ','));
    for (i = 0; i < 8; i++)
        expire = (int64_t)((uint64_t)expire << 8 | envelope[i]);
    return take(&in, '}') && in.at == in.end && seen == (1U << KEYS) - 1 && numbers[APP_ID] == app_id
        && numbers[EXPIRE] == expire && now < expire;
}
