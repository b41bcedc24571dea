/* Prints the version of the library. */
#include <stdio.h>
#include <token04.h>

int main(void)
{
    return puts(token04_version()) == EOF;
}
