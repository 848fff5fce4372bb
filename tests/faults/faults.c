/* Runs a program and lets one of its system calls that write or change files fail, or kills it there.
 *
 *   faults LOG ACTION NUMBER PROGRAM [ARGUMENT...]
 *
 * ACTION is one of
 *   count                              nothing: only count
 *   kill, kill-half, kill-after        SIGKILL before the call, after half of a write, after the call
 *   EIO, ENOSPC, EACCES, short         the call fails, or writes only half
 *   EIO+, ENOSPC+, EACCES+             this call and all later ones fail
 * NUMBER counts the calls from 1. LOG gets one line a call, `NUMBER NAME TARGET`, with ` <-` behind the one that
 * was hit, and at the end `exit CODE` or `signal NUMBER`. The exit code is the program's, 128 + the signal's number
 * where one ended it, 125 where this program itself failed.
 *
 * Calls are stopped in the kernel (seccomp and ptrace), not in the C library: SQLite and Rust's standard library go
 * through the library, but others (rustix) make their calls without it, and a preloaded library never sees those.
 */

#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a call changes is named by an open file, by one path or by two. */
enum shape { BY_FILE, WRITE, BY_PATH, BY_PATH_AT, TWO_PATHS, TWO_PATHS_AT, OPEN, OPEN_AT };

struct call {
    long number;
    const char *name;
    enum shape shape;
};

static const struct call CALLS[] = {
    {SYS_write, "write", WRITE},
    {SYS_pwrite64, "pwrite", WRITE},
    {SYS_writev, "writev", BY_FILE},
    {SYS_pwritev, "pwritev", BY_FILE},
    {SYS_pwritev2, "pwritev2", BY_FILE},
    {SYS_fsync, "fsync", BY_FILE},
    {SYS_fdatasync, "fdatasync", BY_FILE},
    {SYS_ftruncate, "ftruncate", BY_FILE},
    {SYS_fallocate, "fallocate", BY_FILE},
    {SYS_fchmod, "fchmod", BY_FILE},
    {SYS_truncate, "truncate", BY_PATH},
    {SYS_unlinkat, "unlink", BY_PATH_AT},
    {SYS_mkdirat, "mkdir", BY_PATH_AT},
    {SYS_fchmodat, "chmod", BY_PATH_AT},
    {SYS_symlinkat, "symlink", BY_PATH},
    {SYS_linkat, "link", TWO_PATHS_AT},
    {SYS_renameat2, "rename", TWO_PATHS_AT},
#ifdef SYS_renameat
    {SYS_renameat, "rename", TWO_PATHS_AT},
#endif
    {SYS_openat, "open", OPEN_AT},
#ifdef SYS_open
    {SYS_open, "open", OPEN},
    {SYS_creat, "create", BY_PATH},
    {SYS_unlink, "unlink", BY_PATH},
    {SYS_rmdir, "rmdir", BY_PATH},
    {SYS_mkdir, "mkdir", BY_PATH},
    {SYS_chmod, "chmod", BY_PATH},
    {SYS_symlink, "symlink", BY_PATH},
    {SYS_link, "link", TWO_PATHS},
    {SYS_rename, "rename", TWO_PATHS},
#endif
    /* The target is the second file. */
    {SYS_copy_file_range, "copy", BY_FILE},
    {SYS_sendfile, "sendfile", BY_FILE},
};
#define COUNT (sizeof CALLS / sizeof CALLS[0])

static void fail(const char *what) {
    fprintf(stderr, "faults: %s: %s\n", what, strerror(errno));
    exit(125);
}

/* ---- The registers of a stopped call ---- */

struct state {
    long number;
    unsigned long arguments[6];
#if defined(__x86_64__)
    struct user_regs_struct registers;
#elif defined(__aarch64__)
    struct user_regs_struct registers;
#else
#error "only x86-64 and ARM64 are known here"
#endif
};

static void read_state(pid_t pid, struct state *state) {
    struct iovec place = {&state->registers, sizeof state->registers};
    if (ptrace(PTRACE_GETREGSET, pid, NT_PRSTATUS, &place) < 0) fail("reading registers");
#if defined(__x86_64__)
    state->number = (long)state->registers.orig_rax;
    state->arguments[0] = state->registers.rdi;
    state->arguments[1] = state->registers.rsi;
    state->arguments[2] = state->registers.rdx;
    state->arguments[3] = state->registers.r10;
    state->arguments[4] = state->registers.r8;
    state->arguments[5] = state->registers.r9;
#else
    state->number = (long)state->registers.regs[8];
    for (int index = 0; index < 6; index++) state->arguments[index] = state->registers.regs[index];
#endif
}

static void write_state(pid_t pid, struct state *state) {
    struct iovec place = {&state->registers, sizeof state->registers};
    if (ptrace(PTRACE_SETREGSET, pid, NT_PRSTATUS, &place) < 0) fail("writing registers");
}

/* Lets the call give an error without being made. */
static void refuse(pid_t pid, struct state *state, int error) {
#if defined(__x86_64__)
    state->registers.orig_rax = (unsigned long)-1;
    state->registers.rax = (unsigned long)-(long)error;
#else
    int none = -1;
    struct iovec place = {&none, sizeof none};
    if (ptrace(PTRACE_SETREGSET, pid, NT_ARM_SYSTEM_CALL, &place) < 0) fail("skipping a call");
    state->registers.regs[0] = (unsigned long)-(long)error;
#endif
    write_state(pid, state);
}

/* Lets a write be one of so many bytes. */
static void shorten(pid_t pid, struct state *state, unsigned long length) {
#if defined(__x86_64__)
    state->registers.rdx = length;
#else
    state->registers.regs[2] = length;
#endif
    write_state(pid, state);
}

/* ---- What a call is about ---- */

static void text_at(pid_t pid, unsigned long address, char *text, size_t size) {
    struct iovec here = {text, size - 1};
    struct iovec there = {(void *)address, size - 1};
    ssize_t length = process_vm_readv(pid, &here, 1, &there, 1, 0);
    if (length < 0) {
        /* The page behind it may not be there: to its end. */
        there.iov_len = 4096 - address % 4096;
        if (there.iov_len > size - 1) there.iov_len = size - 1;
        length = process_vm_readv(pid, &here, 1, &there, 1, 0);
    }
    text[length < 0 ? 0 : length] = 0;
}

static void file_at(pid_t pid, unsigned long descriptor, char *text, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/%d/fd/%d", (int)pid, (int)descriptor);
    ssize_t length = readlink(link, text, size - 1);
    text[length < 0 ? 0 : length] = 0;
}

/* Whether a call writes or changes a file, or one of the two streams; says which. */
static int matters(pid_t pid, const struct call *call, const struct state *state, char *text, size_t size) {
    const unsigned long *arguments = state->arguments;
    unsigned long flags = 0;
    switch (call->shape) {
    case WRITE:
    case BY_FILE: {
        unsigned long descriptor = arguments[call->number == SYS_copy_file_range ? 2 : 0];
        file_at(pid, descriptor, text, size);
        int is_stream = (descriptor == 1 || descriptor == 2) && strncmp(text, "pipe:", 5) == 0;
        if (is_stream) snprintf(text, size, descriptor == 1 ? "stdout" : "stderr");
        return is_stream || (text[0] == '/' && strncmp(text, "/dev/null", 9) != 0);
    }
    case OPEN:
    case OPEN_AT:
        flags = arguments[call->shape == OPEN ? 1 : 2];
        text_at(pid, arguments[call->shape == OPEN ? 0 : 1], text, size);
        if (strncmp(text, "/dev/null", 9) == 0 || strncmp(text, "/proc/", 6) == 0) return 0;
        return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
    case TWO_PATHS:
        text_at(pid, arguments[1], text, size);
        return 1;
    case TWO_PATHS_AT:
        text_at(pid, arguments[3], text, size);
        return 1;
    case BY_PATH:
        text_at(pid, arguments[0], text, size);
        return 1;
    case BY_PATH_AT:
        text_at(pid, arguments[1], text, size);
        return 1;
    }
    return 0;
}

static const struct call *call_of(long number) {
    for (size_t index = 0; index < COUNT; index++)
        if (CALLS[index].number == number) return &CALLS[index];
    return NULL;
}

/* ---- The program ---- */

static void start(char **command) {
    struct sock_filter filter[2 * COUNT + 2];
    size_t length = 0;
    filter[length++] =
        (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    for (size_t index = 0; index < COUNT; index++) {
        filter[length++] =
            (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)CALLS[index].number, 0, 1);
        filter[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
    }
    filter[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    struct sock_fprog program = {(unsigned short)length, filter};
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) < 0) fail("being traced");
    raise(SIGSTOP);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) fail("no new privileges");
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) < 0) fail("filter of calls");
    execvp(command[0], command);
    fail(command[0]);
}

struct fault {
    const char *action;
    int error;
    int lasts;
    long number;
};

static struct fault fault_of(const char *action, const char *number) {
    struct fault fault = {action, 0, action[strlen(action) - 1] == '+', atol(number)};
    if (strncmp(action, "EIO", 3) == 0) fault.error = EIO;
    if (strncmp(action, "ENOSPC", 6) == 0) fault.error = ENOSPC;
    if (strncmp(action, "EACCES", 6) == 0) fault.error = EACCES;
    return fault;
}

/* Does to a call what is to be done; returns whether its end is waited for, to kill the program there. */
static int strike(pid_t pid, const struct fault *fault, const struct call *call, struct state *state) {
    if (fault->error != 0) {
        refuse(pid, state, fault->error);
        return 0;
    }
    int is_half = strcmp(fault->action, "kill-half") == 0 || strcmp(fault->action, "short") == 0;
    if (is_half && call->shape == WRITE && state->arguments[2] > 1)
        shorten(pid, state, state->arguments[2] / 2);
    if (strcmp(fault->action, "kill-half") == 0 || strcmp(fault->action, "kill-after") == 0) return 1;
    if (strcmp(fault->action, "kill") == 0) kill(pid, SIGKILL);
    return 0;
}

int main(int count, char **arguments) {
    if (count < 5) {
        fprintf(stderr, "faults LOG ACTION NUMBER PROGRAM [ARGUMENT...]\n");
        return 125;
    }
    FILE *log = fopen(arguments[1], "we");
    if (log == NULL) fail(arguments[1]);
    struct fault fault = fault_of(arguments[2], arguments[3]);
    pid_t first = fork();
    if (first < 0) fail("fork");
    if (first == 0) start(arguments + 4);
    int status = 0;
    if (waitpid(first, &status, 0) < 0) fail("waiting for the program");
    long options = PTRACE_O_EXITKILL | PTRACE_O_TRACESECCOMP | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE |
                   PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
    if (ptrace(PTRACE_SETOPTIONS, first, 0, options) < 0) fail("tracing");
    ptrace(PTRACE_CONT, first, 0, 0);
    long number = 0;
    for (;;) {
        pid_t pid = waitpid(-1, &status, __WALL);
        if (pid < 0) fail("waiting for a call");
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            if (pid != first) continue;
            if (WIFEXITED(status)) {
                fprintf(log, "exit %d\n", WEXITSTATUS(status));
                return WEXITSTATUS(status);
            }
            fprintf(log, "signal %d\n", WTERMSIG(status));
            return 128 + WTERMSIG(status);
        }
        int signal = WSTOPSIG(status);
        if (signal == (SIGTRAP | 0x80)) {
            /* The end of the call after which the program dies. */
            kill(first, SIGKILL);
            continue;
        }
        int event = status >> 16;
        int is_waited_for = 0;
        if (event == PTRACE_EVENT_SECCOMP) {
            struct state state;
            char text[512];
            read_state(pid, &state);
            const struct call *call = call_of(state.number);
            if (call != NULL && matters(pid, call, &state, text, sizeof text)) {
                number++;
                int is_struck = number == fault.number || (fault.lasts && number > fault.number);
                if (fault.number <= 0) is_struck = 0;
                fprintf(log, "%ld %s %s%s\n", number, call->name, text, is_struck ? " <-" : "");
                fflush(log);
                if (is_struck) is_waited_for = strike(pid, &fault, call, &state);
            }
            signal = 0;
        } else if (event != 0 || signal == SIGSTOP || signal == SIGTRAP) {
            /* A new thread, or the new program itself. */
            signal = 0;
        }
        ptrace(is_waited_for ? PTRACE_SYSCALL : PTRACE_CONT, pid, 0, signal);
    }
}
