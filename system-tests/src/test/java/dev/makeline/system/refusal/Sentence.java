package dev.makeline.system.refusal;

import static org.assertj.core.api.Assertions.assertThat;

/// What a cook can read.
final class Sentence {

    private static final int LONGEST = 400;

    private Sentence() {}

    static void assertReadable(String reason, Object about) {
        assertThat(reason)
                .as("the reason why %s was rejected", about)
                .isNotBlank()
                .hasSizeLessThan(LONGEST)
                .doesNotContain("Exception", "dev.makeline", "java.", "com.fasterxml", "amazon")
                .doesNotContain("\n", "\t", "DynamoDB")
                .matches("[“(]?\\p{Lu}.*[.!?]");
    }
}
