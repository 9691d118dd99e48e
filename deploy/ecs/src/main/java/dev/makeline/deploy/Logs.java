package dev.makeline.deploy;

import java.util.Arrays;
import software.amazon.awscdk.services.logs.RetentionDays;

/// How long CloudWatch keeps logs: it offers some numbers of days and no others.
final class Logs {

    private Logs() {}

    static RetentionDays days(int days) {
        return switch (days) {
            case 14 -> RetentionDays.TWO_WEEKS;
            case 30 -> RetentionDays.ONE_MONTH;
            case 90 -> RetentionDays.THREE_MONTHS;
            case 365 -> RetentionDays.ONE_YEAR;
            default ->
                    throw new IllegalArgumentException(
                            "logDays must be one of %s, not %d"
                                    .formatted(Arrays.asList(14, 30, 90, 365), days));
        };
    }
}
