/* How long a whole process takes that makes one token and ends: process PROGRAM; the median of many, beside one that does
 * nothing (true). */
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

enum
{
    RUNS = 301
};

extern char **environ;

static double milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double run(char *program)
{
    char *arguments[] = {program, NULL};
    posix_spawn_file_actions_t actions;
    double start = milliseconds();
    int status = 1;
    pid_t child;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", 1 /* O_WRONLY */, 0);
    if (posix_spawnp(&child, program, &actions, NULL, arguments, environ) != 0 || waitpid(child, &status, 0) != child
        || status != 0) {
        fprintf(stderr, "bench: %s failed\n", program);
        exit(1);
    }
    posix_spawn_file_actions_destroy(&actions);
    return milliseconds() - start;
}

static int ascending(const void *left, const void *right)
{
    double difference = *(const double *)left - *(const double *)right;

    return (difference > 0) - (difference < 0);
}

int main(int argc, char **argv)
{
    static double ours[RUNS], nothing[RUNS];
    int i;

    if (argc < 2)
        return 2;
    for (i = 0; i < RUNS; i++) {
        ours[i] = run(argv[1]);
        nothing[i] = run("true");
    }
    qsort(ours, RUNS, sizeof *ours, ascending);
    qsort(nothing, RUNS, sizeof *nothing, ascending);
    printf("a process that makes one token: %.2f ms; one that does nothing: %.2f ms\n", ours[RUNS / 2], nothing[RUNS / 2]);
    return 0;
}
