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
    MAX_CASES = 8,
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

static double measure(void (*call)(void), int turn)
{
    double start = nanoseconds();
    int i;

    for (i = 0; i < turn; i++)
        call();
    return (nanoseconds() - start) / turn;
}

static int ascending(const void *left, const void *right)
{
    double difference = *(const double *)left - *(const double *)right;

    return (difference > 0) - (difference < 0);
}

static double median(double *samples, int count)
{
    qsort(samples, (size_t)count, sizeof *samples, ascending);
    return samples[count / 2];
}

static void print(const char *name, const char *against, double ours, double theirs, int json)
{
    if (json)
        printf("{\"case\":\"%s\",\"against\":\"%s\",\"ours_ns\":%.1f,\"theirs_ns\":%.1f,\"ratio\":%.3f}\n", name, against,
               ours, theirs, theirs / ours);
    else
        printf("%-14s %6.0f ns   %.2f times as fast as %s (%.0f ns)\n", name, ours, theirs / ours, against, theirs);
}

void contest_run(const contest_case *cases, int count, int argc, char **argv)
{
    static double samples[MAX_CASES][SIDES][ROUNDS];
    int json = given(argc, argv, "--json"), brief = given(argc, argv, "--brief");
    int rounds = brief ? 3 : ROUNDS, turn = brief ? 20 : TURN, round, i;

    contest_require(count <= MAX_CASES, "the number of cases");
    for (round = 0; round < rounds; round++)
        for (i = 0; i < count; i++) {
            samples[i][0][round] = measure(cases[i].ours, turn);
            samples[i][1][round] = measure(cases[i].tuned, turn);
            samples[i][2][round] = measure(cases[i].plain, turn);
        }
    for (i = 0; i < count; i++) {
        double ours = median(samples[i][0], rounds);

        print(cases[i].name, "evp tuned", ours, median(samples[i][1], rounds), json);
        print(cases[i].name, "evp plain", ours, median(samples[i][2], rounds), json);
    }
}
