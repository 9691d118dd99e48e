package dev.makeline.system.dependency;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.system.fault.Fault;
import dev.makeline.system.fault.FaultProxy;
import dev.makeline.system.instance.Disturbed;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.Proxies;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Disturbed
@ExtendWith(SharedInstances.class)
class DependencyTroubleTest {

    private static final Duration HEALED = Duration.ofSeconds(60);

    private static final Duration LASTS = Duration.ofSeconds(4);

    /// Longer than one attempt at AWS may take.
    private static final Duration SLOW = Duration.ofMillis(2_500);

    record Dependency(String name, Function<Proxies, FaultProxy> proxy) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Trouble(Dependency dependency, String name, Predicate<String> operations, Fault fault) {

        Trouble(Dependency dependency, String name, Fault fault) {
            this(dependency, name, _ -> true, fault);
        }

        @Override
        public String toString() {
            return dependency + " " + name;
        }
    }

    private static final Dependency DYNAMO_DB = new Dependency("DynamoDB", Proxies::dynamoDb);
    private static final Dependency S3 = new Dependency("S3", Proxies::s3);
    private static final Dependency SQS = new Dependency("SQS", Proxies::sqs);
    private static final Dependency SERVER = new Dependency("recipe-server", Proxies::recipeServer);

    static Stream<Trouble> troubles() {
        return Stream.of(
                new Trouble(DYNAMO_DB, "throttles", Fault.dynamoDbThrottles()),
                new Trouble(DYNAMO_DB, "fails", Fault.dynamoDbFails()),
                new Trouble(DYNAMO_DB, "loses answers", new Fault.LoseAnswer()),
                new Trouble(S3, "slows down", Fault.s3SlowsDown()),
                new Trouble(SQS, "fails", Fault.sqsFails()),
                new Trouble(SQS, "loses answers", new Fault.LoseAnswer()),
                new Trouble(
                        SQS,
                        "refuses entries of batches",
                        operation -> operation.endsWith("MessageBatch"),
                        Fault.sqsRefusesAnEntry()),
                new Trouble(SERVER, "fails", Fault.serverFails()),
                new Trouble(SERVER, "loses answers", new Fault.LoseAnswer()));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void atAFewOrHalfOrAllRequestsLosesAndDoublesNothing(Trouble trouble, Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        FaultProxy proxy = trouble.dependency().proxy().apply(makeline.proxies());
        long injectedBefore = proxy.injected();

        for (double share : List.of(0.1, 0.5, 1.0)) {
            try (var _ = proxy.inject(trouble.operations(), share, trouble.fault())) {
                history.putMakes(20);
                untilItHasLasted();
            }
        }

        assertThat(proxy.injected()).isGreaterThan(injectedBefore);
        history.assertEachBecomesOneMake(HEALED);
        assertThat(Program.SERVICES)
                .allSatisfy(service -> assertThat(makeline.program(service).isAlive()).isTrue());
    }

    static Stream<Dependency> dependencies() {
        return Stream.of(DYNAMO_DB, S3, SQS, SERVER);
    }

    @ParameterizedTest
    @MethodSource("dependencies")
    void slowAnswersAndResetsLoseAndDoubleNothing(Dependency dependency, Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        FaultProxy proxy = dependency.proxy().apply(makeline.proxies());

        try (var _ = proxy.inject(0.3, new Fault.Delay(SLOW));
                var _ = proxy.inject(0.2, new Fault.Reset())) {
            history.putMakes(40);
            untilItHasLasted();
        }

        history.assertEachBecomesOneMake(HEALED);
        history.putMake();
        history.assertEachBecomesOneMake(SOON);
    }

    private static void untilItHasLasted() {
        await("the trouble lasts").pollDelay(LASTS).atMost(LASTS.plusSeconds(5)).until(() -> true);
    }
}
