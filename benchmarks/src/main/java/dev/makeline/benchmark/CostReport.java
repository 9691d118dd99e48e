package dev.makeline.benchmark;

import dev.makeline.benchmark.cost.Bill;
import dev.makeline.benchmark.cost.BreakEven;
import dev.makeline.benchmark.cost.Lambdas;
import dev.makeline.benchmark.cost.Makeline;
import dev.makeline.benchmark.cost.PriceTable;
import dev.makeline.benchmark.cost.Standing;
import dev.makeline.benchmark.usage.MeasuredUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What `bench cost` prints.
final class CostReport {

    private static final double MILLION = 1e6;

    private final PriceTable prices;
    private final MeasuredUse measured;
    private final Makeline makeline;
    private final Lambdas lambdas;

    CostReport(PriceTable prices, MeasuredUse measured) {
        this.prices = prices;
        this.measured = measured;
        this.makeline =
                new Makeline(
                        prices,
                        measured.of("steady"),
                        measured.of("idle"),
                        measured.of("job"),
                        measured.of("idle-jobs"));
        this.lambdas = Lambdas.of(prices, measured.of("steady"), measured.of("job"));
    }

    String text() {
        return String.join(
                "\n",
                prices.date(),
                measured.source(),
                "",
                "A million makes, beyond what stands anyway; alone unless it says otherwise:",
                "",
                beside(
                        List.of("as deploy/ecs", "in a flood", "as functions"),
                        List.of(
                                makeline.perMillionMakes(),
                                makeline.perMillionMakes(measured.of("drained")),
                                lambdas.perMillionMakes())),
                "A thousand small jobs:",
                "",
                beside(
                        List.of("as deploy/ecs", "as functions"),
                        List.of(makeline.perThousandJobs(), lambdas.perThousandJobs())),
                "A month in which nothing comes:",
                "",
                months(),
                "Where tasks and functions cost the same:",
                "",
                breakEvens());
    }

    private static String beside(List<String> names, List<Bill> bills) {
        Set<String> items = new LinkedHashSet<>();
        bills.forEach(bill -> bill.items().forEach(item -> items.add(item.what())));
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("$", names.stream()));
        items.forEach(
                item -> rows.add(row(item, bills.stream().map(bill -> dollars(of(bill, item))))));
        rows.add(row("together", bills.stream().map(bill -> dollars(bill.dollars()))));
        return TextTable.of(rows);
    }

    private static List<String> row(String head, Stream<String> cells) {
        return Stream.concat(Stream.of(head), cells).toList();
    }

    private String months() {
        return beside(
                List.of(
                        Standing.DEV_WITHOUT_FIREWALL.name(),
                        Standing.DEV.name(),
                        Standing.PROD.name(),
                        "dev as functions",
                        "prod as functions"),
                List.of(
                        makeline.idleMonth(Standing.DEV_WITHOUT_FIREWALL),
                        makeline.idleMonth(Standing.DEV),
                        makeline.idleMonth(Standing.PROD),
                        lambdas.idleMonth(Standing.DEV),
                        lambdas.idleMonth(Standing.PROD)));
    }

    private String breakEvens() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "installation",
                        "makes a month",
                        "a second, all month",
                        "$ a month either way"));
        for (Standing standing :
                List.of(Standing.DEV_WITHOUT_FIREWALL, Standing.DEV, Standing.PROD)) {
            BreakEven even =
                    new BreakEven(
                            makeline.idleMonth(standing).dollars(),
                            makeline.perMillionMakes().dollars() / MILLION,
                            lambdas.idleMonth(standing).dollars(),
                            lambdas.perMillionMakes().dollars() / MILLION);
            rows.add(
                    even.amount().isPresent()
                            ? List.of(
                                    standing.name(),
                                    String.format(
                                            Locale.ROOT, "%,.0f", even.amount().getAsDouble()),
                                    String.format(
                                            Locale.ROOT,
                                            "%.1f",
                                            even.amount().getAsDouble() / (730 * 3600)),
                                    dollars(even.dollars(even.amount().getAsDouble())))
                            : List.of(standing.name(), "never", "", ""));
        }
        return TextTable.of(rows);
    }

    private static double of(Bill bill, String item) {
        return bill.items().stream()
                .filter(one -> one.what().equals(item))
                .mapToDouble(Bill.Item::dollars)
                .sum();
    }

    private static String dollars(double amount) {
        return amount == 0 ? "" : String.format(Locale.ROOT, "%,.2f", amount);
    }
}
