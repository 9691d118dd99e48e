package dev.makeline.document.found;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Takes off the second of two brackets around one remark, `((softened))`, as programs write them
/// that put brackets around what has some already.
public final class Brackets {

    private Brackets() {}

    public static String single(String line) {
        if (!line.contains("((")) {
            return line;
        }
        Map<Integer, Integer> ends = ends(line);
        StringBuilder kept = new StringBuilder(line);
        for (int i = line.length() - 2; i >= 0; i--) {
            Integer outer = ends.get(i);
            Integer inner = ends.get(i + 1);
            if (outer != null && inner != null && outer == inner + 1) {
                kept.setCharAt(i, '\0');
                kept.setCharAt(outer, '\0');
            }
        }
        return kept.toString().replace("\0", "");
    }

    /// Where each opening bracket that is closed is closed.
    private static Map<Integer, Integer> ends(String line) {
        Map<Integer, Integer> ends = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '(') {
                open.push(i);
            } else if (line.charAt(i) == ')' && !open.isEmpty()) {
                ends.put(open.pop(), i);
            }
        }
        return ends;
    }
}
