package dev.makeline.server.page.insight;

/// Lengths of drawings, in tenths: what an eye can tell apart, in few characters.
final class Lengths {

    private static final double TENTHS = 10;

    private Lengths() {}

    static double of(double length) {
        return Math.round(length * TENTHS) / TENTHS;
    }
}
