// Runs a command, and writes what the system accounts to it: wall and CPU time in seconds, and the peak of its memory in
// KiB. A process of its own, because the peak of a command counts what the process held that started it.
//
// usage: alone FILE COMMAND [ARGUMENT...]
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

int main(int count, char **words) {
    if (count < 3) return 125;
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    pid_t child = fork();
    if (child < 0) return 125;
    if (child == 0) {
        execvp(words[2], words + 2);
        perror(words[2]);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) < 0) return 125;
    clock_gettime(CLOCK_MONOTONIC, &end);
    double wall = end.tv_sec - begin.tv_sec + (end.tv_nsec - begin.tv_nsec) / 1e9;
    FILE *file = fopen(words[1], "w");
    if (!file) return 125;
    fprintf(file, "%f %f %ld\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss);
    if (fclose(file) != 0) return 125;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}
