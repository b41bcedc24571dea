/* A module map cannot search for a header; this can. */
#include <token04.h>
