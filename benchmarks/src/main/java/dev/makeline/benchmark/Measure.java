package dev.makeline.benchmark;

/// One line of the report, as a person reads it.
///
/// @param target empty when there is none
/// @param met true also when there is no target
/// @param reference what to hold it against
record Measure(String name, String reached, String target, boolean met, String reference) {

    static Measure told(String name, String reached, String reference) {
        return new Measure(name, reached, "", true, reference);
    }
}
