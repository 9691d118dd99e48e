package dev.makeline.server.make;

/// What came of keeping a make.
public sealed interface MakeKept {

    record Kept(Make make) implements MakeKept {}

    /// This very request or object version was kept before, as this make.
    record Repeated(Make make) implements MakeKept {}

    /// One row of the database would not hold it.
    record TooLarge(int bytes) implements MakeKept {}
}
