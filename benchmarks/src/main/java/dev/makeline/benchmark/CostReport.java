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
                "A million makes that come alone, beyond what stands anyway:",
                "",
                beside(
                        "as deploy/ecs",
                        makeline.perMillionMakes(),
                        "as functions",
                        lambdas.perMillionMakes()),
                "A thousand small jobs:",
                "",
                beside(
                        "as deploy/ecs",
                        makeline.perThousandJobs(),
                        "as functions",
                        lambdas.perThousandJobs()),
                "A month in which nothing comes:",
                "",
                months(),
                "Where tasks and functions cost the same:",
                "",
                breakEvens());
    }

    private static String beside(String name, Bill bill, String otherName, Bill other) {
        Set<String> items = new LinkedHashSet<>();
        Stream.concat(bill.items().stream(), other.items().stream())
                .forEach(item -> items.add(item.what()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("$", name, otherName));
        items.forEach(
                item -> rows.add(List.of(item, dollars(of(bill, item)), dollars(of(other, item)))));
        rows.add(List.of("together", dollars(bill.dollars()), dollars(other.dollars())));
        return TextTable.of(rows);
    }

    private String months() {
        List<Standing> all = List.of(Standing.DEV_WITHOUT_FIREWALL, Standing.DEV, Standing.PROD);
        Bill functions = lambdas.idleMonth(Standing.DEV);
        Set<String> items = new LinkedHashSet<>();
        all.forEach(standing ->
                makeline.idleMonth(standing).items().forEach(item -> items.add(item.what())));
        List<List<String>> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of("$ a month"));
        all.forEach(standing -> heads.add(standing.name()));
        heads.add("as functions");
        rows.add(heads);
        items.forEach(item -> {
            List<String> row = new ArrayList<>(List.of(item));
            all.forEach(standing -> row.add(dollars(of(makeline.idleMonth(standing), item))));
            row.add(dollars(of(functions, item)));
            rows.add(row);
        });
        List<String> together = new ArrayList<>(List.of("together"));
        all.forEach(standing -> together.add(dollars(makeline.idleMonth(standing).dollars())));
        together.add(dollars(functions.dollars()));
        rows.add(together);
        return TextTable.of(rows);
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
