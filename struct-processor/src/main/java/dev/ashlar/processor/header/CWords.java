package dev.ashlar.processor.header;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that a name in a header cannot be: keywords of C and C++, and what headers of C and POSIX define as macros, types
 * or tags. A macro is expanded wherever its name stands, even in a struct, if the header that defines it comes first.
 */
final class CWords {
    /** Keywords of C11, C23, GNU C and C++23. */
    private static final Set<String> KEYWORDS = words(
            "auto break case char const continue default do double else enum extern float for goto if inline int long",
            "register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while",
            "alignas alignof bool constexpr false nullptr static_assert thread_local true typeof typeof_unqual asm",
            "and and_eq bitand bitor catch char8_t char16_t char32_t class co_await co_return co_yield compl concept",
            "const_cast consteval constinit decltype delete dynamic_cast explicit export friend mutable namespace new",
            "noexcept not not_eq operator or or_eq private protected public reinterpret_cast requires static_cast",
            "template this throw try typeid typename using virtual wchar_t xor xor_eq");

    /** Macros without parameters of the headers of C and POSIX, and of compilers, that belong to no family. */
    private static final Set<String> MACROS = words(
            "NULL EOF WEOF errno stdin stdout stderr complex imaginary noreturn I NAN INFINITY MAXFLOAT DECIMAL_DIG BUFSIZ",
            "CHAR_BIT LONG_BIT WORD_BIT MAX_CANON MAX_INPUT PIPE_BUF NZERO NSIG CLOCKS_PER_SEC ONCE_FLAG_INIT",
            "TSS_DTOR_ITERATIONS FD_SETSIZE BYTE_ORDER BIG_ENDIAN LITTLE_ENDIAN PDP_ENDIAN L_tmpnam L_ctermid P_tmpdir",
            "math_errhandling linux unix i386 st_atime st_mtime st_ctime sa_handler sa_sigaction d_fileno",
            "s6_addr s6_addr16 s6_addr32 sigev_notify_attributes sigev_notify_function SOMAXCONN NFDBITS NGREG",
            "WNOHANG WUNTRACED WCONTINUED WEXITED WNOWAIT WSTOPPED si_addr si_band si_fd si_int si_overrun si_pid si_ptr si_status si_stime si_timerid si_uid si_utime si_value");

    /** Types of the headers of C, which C++ takes for a member of the same name. */
    private static final Pattern TYPES = Pattern.compile("u?int((_fast|_least)?(8|16|32|64)|max|ptr)_t"
            + "|(size|ssize|ptrdiff|max_align|time|clock|fpos|div|ldiv|lldiv|wint|sig_atomic|off)_t");

    /**
     * Families of macros: names for the compiler and its libraries, limits of types, {@code <errno.h>}, and the prefixes of
     * C and POSIX.
     */
    private static final Pattern FAMILIES = Pattern.compile("__.*|_[A-Z].*"
            + "|[A-Z][A-Z0-9_]*_(MAX|MIN|WIDTH|FILENO)"
            + "|E[0-9A-Z]+"
            + "|SIG[A-Z0-9]+|POLL[A-Z]+|(PRI|SCN)[a-zX][A-Z0-9]+|M_[A-Z0-9_]+[fl][0-9x]*"
            + "|(AF|AT|ATOMIC|BUS|CLD|CLOCK|DBL|DEC|EXIT|F|FD|FE|FLT|FP|FPE|HUGE|ILL|IN|INADDR|INET|INET6|IN6ADDR|IP"
            + "|IPPROTO|IPV6|L|LC|LDBL|LOCK|M|MADV|MAP|MATH|MB|MCL|MS|MSG|O|PF|POLL|POSIX|PRIO|PROT|PTHREAD|R|RLIM|RLIMIT"
            + "|RUSAGE|S|SA|SCM|SEEK|SEGV|SHUT|SI|SIG|SIGEV|SO|SOCK|SOL|SS|TIME|TIMER|TRAP|UTIME|W|X)_[A-Z0-9_]+");

    /** Tags of structs of the headers of C and POSIX. */
    private static final Set<String> TAGS = words(
            "tm timespec timeval itimerspec itimerval lconv exception sigaction sigevent sigval stat iovec dirent pollfd",
            "sockaddr in_addr in6_addr msghdr termios flock rlimit rusage utsname passwd group");

    private CWords() {}

    /** Returns whether nothing in a header can be called {@code name}. */
    static boolean isReserved(String name) {
        return KEYWORDS.contains(name)
                || MACROS.contains(name)
                || TYPES.matcher(name).matches()
                || FAMILIES.matcher(name).matches();
    }

    /** Returns whether a header of C or POSIX has a struct with this tag. */
    static boolean isTag(String name) {
        return TAGS.contains(name);
    }

    private static Set<String> words(String... lines) {
        return Set.of(String.join(" ", lines).split(" "));
    }
}
