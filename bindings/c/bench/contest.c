/* Measures calls against each other in one interleaved run. */
#include "contest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum
{
    ROUNDS = 301,
    TURN = 500,
    MAX_CASES = 12,
    SIDES = 3
};

void contest_require(int condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "bench: %s failed\n", what);
        exit(1);
    }
}

static int given(int argc, char **argv, const char *option)
{
    int i;

    for (i = 1; i < argc; i++)
        if (strcmp(argv[i], option) == 0)
            return 1;
    return 0;
}

static double nanoseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* Nanoseconds per token. */
static double measure(void (*call)(void), int tokens, int turn)
{
    double start = nanoseconds();
    int i;

    for (i = 0; i < turn; i += tokens)
        call();
    return (nanoseconds() - start) / i;
}

static int ascending(const void *left, const void *right)
{
    double difference = *(const double *)left - *(const double *)right;

    return (difference > 0) - (difference < 0);
}

/* What one side took. */
typedef struct
{
    double median, minimum;
} figures;

static figures summary(double *samples, int count)
{
    figures result;

    qsort(samples, (size_t)count, sizeof *samples, ascending);
    result.median = samples[count / 2];
    result.minimum = samples[0];
    return result;
}

static void print(const char *name, const char *against, figures ours, figures theirs, int json)
{
    double ratio = theirs.median / ours.median;

    if (json)
        printf("{\"case\":\"%s\",\"against\":\"%s\",\"ours_ns\":%.1f,\"theirs_ns\":%.1f,\"ratio\":%.3f,"
               "\"ours_min_ns\":%.1f,\"theirs_min_ns\":%.1f}\n",
               name, against, ours.median, theirs.median, ratio, ours.minimum, theirs.minimum);
    else
        printf("%-15s %6.0f ns (minimum %.0f)   %.2f times as fast as %s (%.0f ns, minimum %.0f)\n", name, ours.median,
               ours.minimum, ratio, against, theirs.median, theirs.minimum);
}

void contest_run(const contest_case *cases, int count, int argc, char **argv)
{
    static double samples[MAX_CASES][SIDES][ROUNDS];
    int json = given(argc, argv, "--json"), brief = given(argc, argv, "--brief");
    int rounds = brief ? 3 : ROUNDS, turn = brief ? 20 : TURN, round, i;

    contest_require(count <= MAX_CASES, "the number of cases");
    for (round = 0; round < rounds; round++)
        for (i = 0; i < count; i++) {
            samples[i][0][round] = measure(cases[i].ours, cases[i].tokens, turn);
            samples[i][1][round] = measure(cases[i].tuned, cases[i].tokens, turn);
            if (cases[i].plain != NULL)
                samples[i][2][round] = measure(cases[i].plain, cases[i].tokens, turn);
        }
    for (i = 0; i < count; i++) {
        figures ours = summary(samples[i][0], rounds);

        print(cases[i].name, "evp tuned", ours, summary(samples[i][1], rounds), json);
        if (cases[i].plain != NULL)
            print(cases[i].name, "evp plain", ours, summary(samples[i][2], rounds), json);
    }
}
