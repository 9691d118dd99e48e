package dev.makeline.benchmark;

import dev.makeline.benchmark.cost.PriceTable;
import dev.makeline.benchmark.usage.MeasuredUse;
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

/// Says what makes, jobs and idle months cost on AWS: by calculation, without an instance.
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Calculates what makes, jobs and idle months cost on AWS, beside the same as functions.")
final class CostBenchmark implements Callable<Integer> {

    @Option(
            names = "--price",
            paramLabel = "NAME=DOLLARS",
            description = "another price than that of --list; may be given several times")
    private Map<String, Double> changed = new TreeMap<>();

    @Option(names = "--list", description = "print every price with its source, and nothing else")
    private boolean list;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Override
    public Integer call() {
        PriceTable prices = PriceTable.standard();
        try {
            for (Map.Entry<String, Double> change : changed.entrySet()) {
                prices = prices.with(change.getKey(), change.getValue());
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        System.out.print(
                list ? listed(prices) : new CostReport(prices, MeasuredUse.standard()).text());
        return ExitCode.OK;
    }

    private static String listed(PriceTable prices) {
        return prices.all().stream()
                .map(price ->
                        "%s = %s  # %s; %s%n"
                                .formatted(
                                        price.name(),
                                        new java.math.BigDecimal(Double.toString(price.dollars()))
                                                .toPlainString(),
                                        price.unit(),
                                        price.source()))
                .collect(Collectors.joining());
    }
}
