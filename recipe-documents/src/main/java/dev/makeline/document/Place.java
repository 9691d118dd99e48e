package dev.makeline.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in a document a value stands: the way to it from the top. Cheap to extend, since a place
/// is made for every value and told for hardly any.
final class Place {

    static final Place TOP = new Place(null, "");

    private static final int SHOWN_POINTER = 200;

    private final @Nullable Place parent;
    private final String token;

    private Place(@Nullable Place parent, String token) {
        this.parent = parent;
        this.token = token;
    }

    Place field(String name) {
        return new Place(this, name);
    }

    /// @param index from 0
    Place entry(int index) {
        return new Place(this, Integer.toString(index));
    }

    /// Field names and indexes, from the top.
    List<String> tokens() {
        Deque<String> tokens = new ArrayDeque<>();
        Place at = this;
        for (Place up = at.parent; up != null; up = at.parent) {
            tokens.addFirst(at.token);
            at = up;
        }
        return List.copyOf(tokens);
    }

    /// RFC 6901; shortened when field names make it longer than anyone reads.
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (String step : tokens()) {
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return Wording.shortened(pointer.toString(), SHOWN_POINTER);
    }
}
