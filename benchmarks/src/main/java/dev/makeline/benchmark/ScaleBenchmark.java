package dev.makeline.benchmark;

import dev.makeline.benchmark.scale.Demand;
import dev.makeline.benchmark.scale.Popularity;
import dev.makeline.benchmark.scale.ServiceLimits;
import dev.makeline.benchmark.usage.MeasuredUse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Says what breaks first, at what rate, and what lifts it: by calculation, without an instance.
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Simulates an installation on AWS under many makes: what breaks first, and what lifts it.")
final class ScaleBenchmark implements Callable<Integer> {

    private static final int LONGEST = 24 * 3600;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "makes a second; may be given several times (default 10, 1000, 100000)")
    private List<Double> rates = List.of(10.0, 1_000.0, 100_000.0);

    @Option(
            names = "--limit",
            paramLabel = "NAME=VALUE",
            description = "another value of an input of --list; may be given several times")
    private Map<String, Double> changed = new TreeMap<>();

    @Option(
            names = "--seconds",
            defaultValue = "3600",
            description = "that are simulated (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--list", description = "print every input with its source, and nothing else")
    private boolean list;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Override
    public Integer call() {
        MeasuredUse measured = MeasuredUse.standard();
        ServiceLimits limits = ServiceLimits.standard();
        try {
            for (Map.Entry<String, Double> change : changed.entrySet()) {
                if (measured.amounts().containsKey(change.getKey())) {
                    measured = measured.with(change.getKey(), change.getValue());
                } else {
                    limits = limits.with(change.getKey(), change.getValue());
                }
            }
            check();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        System.out.print(list ? inputs(limits, measured) : report(limits, measured));
        return ExitCode.OK;
    }

    private void check() {
        if (seconds < 1 || seconds > LONGEST || rates.stream().anyMatch(rate -> !(rate > 0))) {
            throw new IllegalArgumentException(
                    "--rate is more than 0 and --seconds from 1 to %d.".formatted(LONGEST));
        }
    }

    private String report(ServiceLimits limits, MeasuredUse measured) {
        ScaleReport report =
                new ScaleReport(
                        limits,
                        Demand.of(measured.of("drained")),
                        Popularity.zipf(
                                (int) limits.get("assumed.popularity.recipes"),
                                limits.get("assumed.popularity.exponent")),
                        seconds);
        StringBuilder text = new StringBuilder(measured.source()).append("\n\n");
        text.append("What each limit allows, all others aside:\n\n").append(report.ceilings());
        for (double rate : rates) {
            text.append(
                            "\nWhat has to change for %s makes/s:\n\n"
                                    .formatted(ScaleReport.number(rate)))
                    .append(report.lifts(rate));
        }
        return text.append(
                        "\nWhat the simulation says of %d minutes from a standing start:\n\n"
                                .formatted(seconds / 60))
                .append(report.outcomes(rates))
                .toString();
    }

    private static String inputs(ServiceLimits limits, MeasuredUse measured) {
        String ofLimits =
                limits.all().stream()
                        .map(input ->
                                "%s = %s  # %s; %s%n"
                                        .formatted(
                                                input.name(),
                                                ScaleReport.number(input.value()).replace(",", ""),
                                                input.unit(),
                                                input.source()))
                        .collect(Collectors.joining());
        return "%s%n# %s%n%s"
                .formatted(
                        ofLimits,
                        measured.source(),
                        new TreeMap<>(measured.amounts())
                                .entrySet().stream()
                                        .map(amount ->
                                                "%s = %s%n"
                                                        .formatted(
                                                                amount.getKey(), amount.getValue()))
                                        .collect(Collectors.joining()));
    }
}
