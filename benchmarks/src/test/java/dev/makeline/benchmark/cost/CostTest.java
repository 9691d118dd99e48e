package dev.makeline.benchmark.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makeline.benchmark.usage.MeasuredUse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CostTest {

    private static final PriceTable PRICES = PriceTable.standard();

    @Test
    void everyPriceHasAUnitAndASourceAndTheTableADate() {
        assertThat(PRICES.date()).contains("us-east-1").contains("20").contains("check");
        assertThat(PRICES.all())
                .hasSizeGreaterThan(20)
                .allSatisfy(price -> {
                    assertThat(price.unit()).isNotBlank();
                    assertThat(price.source()).startsWith("aws.amazon.com/");
                });
    }

    @Test
    void everyPriceIsOnSomeBill() {
        double before = everything(PRICES);

        assertThat(PRICES.all())
                .allSatisfy(price ->
                        assertThat(everything(PRICES.with(price.name(), price.dollars() + 1)))
                                .as(price.name())
                                .isGreaterThan(before));
    }

    @Test
    void eachTaskOfAServiceAsksAsMuchAsTheOneThatWasMeasured() {
        Makeline asking =
                new Makeline(
                        PRICES,
                        Map.of(),
                        Map.of(
                                "requests.sender-service.Sqs.ReceiveMessage", 10.0,
                                "requests.watcher-service.Sqs.ReceiveMessage", 1.0,
                                "requests.recipe-server.DynamoDb.Query", 8.0,
                                "units.read.makeline-recipes.not-counted.Query", 1.0),
                        Map.of(),
                        Map.of("requests.processor-service.DynamoDbStreams.GetRecords", 5.0));
        Standing standing =
                Standing.DEV
                        .with("tasks.sender-service", 3)
                        .with("tasks.recipe-server", 2)
                        .with("tasks.processor-service", 4);

        Bill month = asking.idleMonth(standing);

        assertThat(amount(month, "SQS, requests")).isEqualTo(730 * (3 * 10.0 + 1));
        assertThat(amount(month, "stream, read")).isEqualTo(730 * 4 * 5.0);
        assertThat(amount(month, "DynamoDB, read")).isEqualTo(730 * 2 * 1.0);
        assertThat(amount(month, "DynamoDB, looks that find nothing"))
                .isEqualTo(730 * (2 * 8.0 / 2 - 2));
    }

    @Test
    void aNetworkAddressIsPaidForWhetherATaskOrAGatewayHasIt() {
        assertThat(amount(Standing.DEV.bill(PRICES), "public addresses")).isEqualTo(4 * 730.0);
        assertThat(amount(Standing.PROD.bill(PRICES), "public addresses")).isEqualTo(2 * 730.0);
    }

    @Test
    void whatAnEventSourceAsksOfItsQueueIsPaidForWhileNothingComes() {
        assertThat(amount(lambdas(PRICES).idleMonth(Standing.DEV), "SQS, requests"))
                .isEqualTo(2 * 5 * 180 * 730.0);
    }

    @Test
    void whereEverythingIsFreeNothingIsPaid() {
        PriceTable free = PRICES;
        for (Price price : PRICES.all()) {
            free = free.with(price.name(), 0);
        }

        assertThat(makeline(free).perMillionMakes().dollars()).isZero();
        assertThat(makeline(free).perThousandJobs().dollars()).isZero();
        assertThat(makeline(free).idleMonth(Standing.PROD).dollars()).isZero();
        assertThat(lambdas(free).perMillionMakes().dollars()).isZero();
    }

    @Property(tries = 100)
    void twiceOfAllPricesIsTwiceOfTheBill(@ForAll @DoubleRange(max = 1000) double factor) {
        PriceTable other = PRICES;
        for (Price price : PRICES.all()) {
            if (!price.name().equals("fargate.spot-share")) {
                other = other.with(price.name(), price.dollars() * factor);
            }
        }

        for (Standing standing : List.of(Standing.DEV, Standing.PROD)) {
            double before = makeline(PRICES).idleMonth(standing).dollars();
            assertThat(makeline(other).idleMonth(standing).dollars())
                    .isCloseTo(before * factor, within(1e-6 * (1 + before * factor)));
        }
        double before = makeline(PRICES).perMillionMakes().dollars();
        assertThat(makeline(other).perMillionMakes().dollars())
                .isCloseTo(before * factor, within(1e-6 * (1 + before * factor)));
    }

    @Test
    void twiceOfTheUseIsTwiceOfTheRequests() {
        Map<String, Double> use = MeasuredUse.standard().of("steady");
        Map<String, Double> twice = new TreeMap<>();
        use.forEach((name, amount) -> twice.put(name, 2 * amount));

        assertThat(Requests.bill(twice, PRICES).dollars())
                .isCloseTo(2 * Requests.bill(use, PRICES).dollars(), within(1e-15));
    }

    @Test
    void requestsAreToldApartByServiceAndOperation() {
        Bill bill =
                Requests.bill(
                        Map.of(
                                "requests.watcher-service.Sqs.ReceiveMessage", 2.0,
                                "requests.watcher-service.S3.ListObjectsV2", 3.0,
                                "requests.sender-service.S3.GetObject", 5.0,
                                "requests.processor-service.DynamoDbStreams.GetRecords", 7.0,
                                "requests.recipe-server.DynamoDb.Query", 11.0,
                                "units.read.makeline-recipes.Query", 13.0,
                                "units.write.makeline-recipes.by-effect.PutItem", 17.0,
                                "cpu.sender-service", 19.0),
                        PRICES);

        assertThat(bill.items())
                .extracting(Bill.Item::what, Bill.Item::amount)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("DynamoDB, written", 17.0),
                        org.assertj.core.groups.Tuple.tuple("DynamoDB, read", 13.0),
                        org.assertj.core.groups.Tuple.tuple("stream, read", 7.0),
                        org.assertj.core.groups.Tuple.tuple("SQS, requests", 2.0),
                        org.assertj.core.groups.Tuple.tuple("S3, put and listed", 3.0),
                        org.assertj.core.groups.Tuple.tuple("S3, got", 5.0));
    }

    @Property
    void whereItBreaksEvenBothSidesArePaidTheSame(
            @ForAll @DoubleRange(min = 0, max = 1000) double fixed,
            @ForAll @DoubleRange(min = 0, max = 1) double each,
            @ForAll @DoubleRange(min = 0, max = 1000) double otherFixed,
            @ForAll @DoubleRange(min = 0, max = 1) double otherEach) {
        BreakEven even = new BreakEven(fixed, each, otherFixed, otherEach);

        even.amount()
                .ifPresent(amount ->
                        assertThat(even.dollars(amount))
                                .isCloseTo(
                                        even.otherDollars(amount),
                                        within(1e-6 * (1 + even.dollars(amount)))));
    }

    @Test
    void whereOneWayIsNeverDearerNothingBreaksEven() {
        assertThat(new BreakEven(10, 2, 5, 1).amount()).isEmpty();
        assertThat(new BreakEven(10, 1, 5, 1).amount()).isEmpty();
        assertThat(new BreakEven(10, 1, 5, 2).amount()).hasValue(5);
    }

    @Test
    void anUnknownPriceIsRefusedWithTheNamesThatThereAre() {
        assertThatThrownBy(() -> PRICES.with("fargate.vcpu", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fargate.vcpu-hour");
    }

    private static double amount(Bill bill, String what) {
        return bill.items().stream()
                .filter(item -> item.what().equals(what))
                .mapToDouble(Bill.Item::amount)
                .sum();
    }

    private static double everything(PriceTable prices) {
        return makeline(prices).perMillionMakes().dollars()
                + makeline(prices).perThousandJobs().dollars()
                + makeline(prices).idleMonth(Standing.DEV).dollars()
                + makeline(prices).idleMonth(Standing.PROD).dollars()
                + lambdas(prices).perMillionMakes().dollars();
    }

    private static Makeline makeline(PriceTable prices) {
        MeasuredUse measured = MeasuredUse.standard();
        return new Makeline(
                prices,
                measured.of("steady"),
                measured.of("idle"),
                measured.of("job"),
                measured.of("idle-jobs"));
    }

    private static Lambdas lambdas(PriceTable prices) {
        MeasuredUse measured = MeasuredUse.standard();
        return Lambdas.of(prices, measured.of("steady"), measured.of("job"));
    }
}
