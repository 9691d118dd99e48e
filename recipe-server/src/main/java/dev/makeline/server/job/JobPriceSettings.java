package dev.makeline.server.job;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;

/// What a task costs on Fargate, for estimates.
///
/// @param asOf the day on which these were the prices
/// @param region where they are
/// @param cpuHour dollars for one virtual CPU for an hour
/// @param gibibyteHour dollars for one GiB of memory for an hour
/// @param least what is charged for a shorter task
@ConfigurationProperties("makeline.job-prices")
record JobPriceSettings(
        LocalDate asOf,
        String region,
        BigDecimal cpuHour,
        BigDecimal gibibyteHour,
        Duration least) {

    JobPriceSettings {
        if (cpuHour.signum() < 0 || gibibyteHour.signum() < 0 || least.isNegative()) {
            throw new IllegalArgumentException(
                    "makeline.job-prices.cpu-hour (%s), gibibyte-hour (%s) and least (%s) must not be negative"
                            .formatted(cpuHour, gibibyteHour, least));
        }
    }
}
