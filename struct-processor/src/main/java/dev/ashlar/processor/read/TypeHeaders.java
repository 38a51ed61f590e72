package dev.ashlar.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of the types in one source file, by the names of their nesting: {@code Shape}, {@code Shape.Circle}. The
 * compiler's model does not tell whether a sealed interface has a {@code permits} clause; its source does.
 *
 * <p>Reads tokens, not Java: comments and literals are skipped, braces counted. What stands in the body of a method is
 * left out. A type whose header has Unicode escapes in place of letters may be missing.
 */
final class TypeHeaders {
    /**
     * The header of one type.
     *
     * @param position where its name stands, in characters from the start of the file
     * @param hasPermits whether it says what it permits
     */
    record Header(int position, boolean hasPermits) {}

    /** A body that is open: {@code name} is empty where no member types are declared, in a block or an array. */
    private record Body(String name) {}

    private final SourceTokens tokens;
    private final Map<String, Header> headers = new HashMap<>();
    private final Deque<Body> bodies = new ArrayDeque<>();

    private TypeHeaders(CharSequence source) {
        this.tokens = new SourceTokens(source);
    }

    static TypeHeaders of(CharSequence source) {
        TypeHeaders headers = new TypeHeaders(source);
        headers.read();
        return headers;
    }

    /** The header of the type of that nesting; empty when the file has none. */
    Optional<Header> find(String nesting) {
        return Optional.ofNullable(headers.get(nesting));
    }

    private void read() {
        String before = "";
        while (tokens.next()) {
            String token = tokens.text();
            if (token.equals("{")) {
                bodies.push(new Body(""));
            } else if (token.equals("}")) {
                bodies.poll();
            } else if (startsHeader(token) && !before.equals(".")) {
                readHeader(token);
            }
            before = token;
        }
    }

    private static boolean startsHeader(String token) {
        return switch (token) {
            case "class", "interface", "enum", "record" -> true;
            default -> false;
        };
    }

    /** Reads on from a keyword to the brace that opens the body; where it declares no type, to what follows. */
    private void readHeader(String keyword) {
        if (!tokens.next()) {
            return;
        }
        String name = tokens.text();
        int position = tokens.position();
        if (!tokens.isWord() || (keyword.equals("record") && !isFollowedByComponents())) {
            tokens.stepBack();
            return;
        }
        int parentheses = 0;
        boolean hasPermits = false;
        while (tokens.next()) {
            String token = tokens.text();
            if (token.equals("{") && parentheses == 0) {
                open(name, new Header(position, hasPermits));
                return;
            }
            switch (token) {
                case "(" -> parentheses++;
                case ")" -> parentheses--;
                case "permits" -> hasPermits |= parentheses == 0 && isFollowedByType();
                default -> {
                    // The name of a type, a sign between names, or part of an annotation.
                }
            }
        }
    }

    /** Tells a record from a variable, a method or a type argument that is called so. */
    private boolean isFollowedByComponents() {
        boolean isFollowed =
                tokens.next() && (tokens.text().equals("(") || tokens.text().equals("<"));
        tokens.stepBack();
        return isFollowed;
    }

    /** Tells the clause from a package that is called so: no type can be. */
    private boolean isFollowedByType() {
        boolean isFollowed = tokens.next() && tokens.isWord();
        tokens.stepBack();
        return isFollowed;
    }

    private void open(String name, Header header) {
        Body around = bodies.peek();
        boolean isMember = around == null || !around.name().isEmpty();
        String nesting = around == null ? name : around.name() + "." + name;
        if (isMember) {
            headers.put(nesting, header);
        }
        bodies.push(new Body(isMember ? nesting : ""));
    }
}
