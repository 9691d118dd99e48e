package dev.makeline.processor.kind.importing;

/// Words for where something stands.
final class Places {

    /// Characters of an entry's name that are shown.
    private static final int SHOWN = 200;

    private Places() {}

    /// A place inside another, which may be the file as a whole.
    static String join(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + ", " + inner;
    }

    /// A name that came from outside, as data: without what would steer a screen, and not endless.
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(SHOWN)
                .map(point -> isPlain(point) ? point : '\uFFFD')
                .forEach(shown::appendCodePoint);
        return name.codePointCount(0, name.length()) > SHOWN ? shown + "…" : shown.toString();
    }

    private static boolean isPlain(int point) {
        int type = Character.getType(point);
        return !Character.isISOControl(point)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
