package dev.makeline.server.job;

import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.ResourceClass;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the tasks of a job cost, or have cost so far, by their resource class and their seconds
/// from the start of each to its end.
///
/// @param seconds that are charged
/// @param pricesAsOf the day of the prices
@Schema(name = "JobCost")
public record JobCost(
        @Schema(description = "US dollars on Fargate, estimated", example = "0.000205")
                BigDecimal dollars,
        long seconds,
        LocalDate pricesAsOf,
        String region) {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal UNITS_PER_CPU = BigDecimal.valueOf(1_024);
    private static final BigDecimal MEBIBYTES_PER_GIBIBYTE = BigDecimal.valueOf(1_024);
    private static final int DECIMALS = 6;

    static JobCost of(
            ResourceClass resources,
            List<JobAttempt> attempts,
            JobPriceSettings prices,
            Instant now) {
        long seconds =
                attempts.stream().mapToLong(attempt -> seconds(attempt, prices.least(), now)).sum();
        BigDecimal cpu =
                prices.cpuHour()
                        .multiply(BigDecimal.valueOf(resources.cpuUnits()))
                        .divide(UNITS_PER_CPU, MathContext.DECIMAL64);
        BigDecimal memory =
                prices.gibibyteHour()
                        .multiply(BigDecimal.valueOf(resources.memoryMebibytes()))
                        .divide(MEBIBYTES_PER_GIBIBYTE, MathContext.DECIMAL64);
        BigDecimal dollars =
                cpu.add(memory)
                        .multiply(BigDecimal.valueOf(seconds))
                        .divide(SECONDS_PER_HOUR, DECIMALS, RoundingMode.HALF_UP);
        return new JobCost(dollars, seconds, prices.asOf(), prices.region());
    }

    private static long seconds(JobAttempt attempt, Duration least, Instant now) {
        return attempt.startingAt()
                .map(from -> Duration.between(from, attempt.endedAt().orElse(now)))
                .map(time -> time.compareTo(least) < 0 ? least : time)
                .map(time -> time.plusMillis(999).toSeconds())
                .orElse(0L);
    }
}
