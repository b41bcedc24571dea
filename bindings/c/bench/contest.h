/* Measures calls against each other in one interleaved run: each round gives every contestant a short turn, and a figure
 * is the median of all rounds, beside it the minimum. Shared by the benchmarks of C, C++ and Objective-C. */
#ifndef CONTEST_H
#define CONTEST_H

#ifdef __cplusplus
extern "C" {
#endif

/* One case: ours, and the same by EVP in two manners; plain may be NULL. */
typedef struct
{
    const char *name;
    void (*ours)(void);
    void (*tuned)(void);
    void (*plain)(void);
    /* How many tokens a call makes or reads; the figures are per token. */
    int tokens;
} contest_case;

/* Prints a line per comparison: for a reader, or with --json among the arguments as JSON. --brief only shows that it
 * works. At most twelve cases. */
void contest_run(const contest_case *cases, int count, int argc, char **argv);

/* Ends the program where something failed: a benchmark of failures means nothing. */
void contest_require(int condition, const char *what);

#ifdef __cplusplus
}
#endif

#endif
