/* The baseline of `make bench`: runs libyaml's parser over every file named on standard input, and nothing else. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static unsigned char *bytes;
static size_t capacity;

static size_t read_whole(const char *path) {
    struct stat status;
    size_t count = 0;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || fstat(file, &status) != 0) { perror(path); exit(2); }
    if ((size_t)status.st_size + 1 > capacity) {
        capacity = (size_t)status.st_size + 1;
        bytes = realloc(bytes, capacity);
        if (bytes == NULL) exit(2);
    }
    while (count < (size_t)status.st_size) {
        ssize_t more = read(file, bytes + count, (size_t)status.st_size - count);
        if (more <= 0) break;
        count += (size_t)more;
    }
    close(file);
    return count;
}

int main(void) {
    static char path[4096];
    unsigned long files = 0, events = 0;
    while (fgets(path, sizeof path, stdin) != NULL) {
        path[strcspn(path, "\n")] = 0;
        size_t count = read_whole(path);
        yaml_parser_t parser;
        yaml_event_t event;
        int is_at_end = 0;
        if (!yaml_parser_initialize(&parser)) exit(2);
        yaml_parser_set_input_string(&parser, bytes, count);
        while (!is_at_end) {
            if (!yaml_parser_parse(&parser, &event)) { fprintf(stderr, "%s: no YAML\n", path); exit(2); }
            is_at_end = event.type == YAML_STREAM_END_EVENT;
            events++;
            yaml_event_delete(&event);
        }
        yaml_parser_delete(&parser);
        files++;
    }
    printf("%lu files, %lu events\n", files, events);
    return 0;
}
