/* What an app's server does with tokens: make them, check them, and tell what is wrong.
 *
 *     cmake -S . -B build -DCMAKE_PREFIX_PATH=/where/token04/is/installed && cmake --build build
 *     ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef build/make_tokens
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <token04.h>

/* Ends the program where a call failed. */
static void must(int32_t status, const token04_error *error)
{
    if (status != TOKEN04_OK) {
        fprintf(stderr, "error %d: %s\n", (int)status, error->message);
        exit(1);
    }
}

static void print_claims(const token04_claims *claims)
{
    const token04_body *body = token04_claims_body(claims);
    const token04_privilege *privilege = token04_claims_privilege(claims);
    size_t i;

    printf("it is for app %lu, user %s, and ends in %ld s\n", (unsigned long)body->app_id, body->user_id.data,
           (long)(body->expire - body->ctime));
    if (privilege == NULL)
        return;
    printf("room %s: login %d, publish %d, streams", privilege->room_id.data, (int)privilege->login,
           (int)privilege->publish);
    for (i = 0; i < privilege->stream_count; i++)
        printf(" %s", privilege->streams[i].data);
    printf(privilege->stream_count == 0 ? " any\n" : "\n");
}

int main(void)
{
    const char *app_id = getenv("ZEGO_APP_ID"), *secret = getenv("ZEGO_SERVER_SECRET");
    const char *user_id = "user1"; /* Who the user is, your own login has decided before. */
    const int64_t day = 24 * 3600;
    token04_text streams[] = {{"camera1", 7}, {"screen1", 7}};
    token04_privilege privilege = TOKEN04_PRIVILEGE_INIT("room1", 5);
    token04_verifier_options options = TOKEN04_VERIFIER_OPTIONS_INIT;
    token04_login login = TOKEN04_LOGIN_INIT;
    token04_issuer *issuer;
    token04_verifier *verifier;
    token04_claims *claims;
    token04_error error = TOKEN04_ERROR_INIT;
    char token[TOKEN04_TOKEN_CAPACITY(64, 1000)];
    size_t length;

    if (app_id == NULL || secret == NULL) {
        fprintf(stderr, "set ZEGO_APP_ID and ZEGO_SERVER_SECRET: they stand in the ZEGO console\n");
        return 1;
    }

    /* Made once, when the server starts, and shared by all threads. */
    must(token04_issuer_new(strtoll(app_id, NULL, 10), secret, strlen(secret), TOKEN04_MODE_CBC, TOKEN04_PROFILE_RTC,
                            &issuer, &error), &error);
    options.leeway = 5;
    must(token04_verifier_new(strtoll(app_id, NULL, 10), secret, strlen(secret), &options, &verifier, &error), &error);

    /* An identity token: for any room. */
    must(token04_issuer_issue(issuer, user_id, strlen(user_id), day, NULL, 0, NULL, token, sizeof token, &length,
                              &error), &error);
    printf("identity token:  %s\n", token);

    /* A privilege token: for one room, and there for two streams. */
    privilege.publish = 1;
    privilege.streams = streams;
    privilege.stream_count = 2;
    must(token04_issuer_issue_room(issuer, user_id, strlen(user_id), day, &privilege, NULL, token, sizeof token,
                                   &length, &error), &error);
    printf("privilege token: %s\n", token);

    login.user_id.data = user_id;
    login.user_id.length = strlen(user_id);
    login.publish = 1;
    must(token04_verifier_verify(verifier, token, length, &login, &claims, &error), &error);
    print_claims(claims);
    token04_claims_free(claims);

    /* Each failure has a number and says what is wrong. */
    login.user_id.data = "user2";
    token04_verifier_verify(verifier, token, length, &login, NULL, &error);
    printf("for user2:       %d, %s\n", (int)error.status, error.message);

    token04_verifier_free(verifier);
    token04_issuer_free(issuer);
    return 0;
}
