package dev.makeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.launcher.instance.CannotProceedException;
import dev.makeline.launcher.instance.LocalClients;
import dev.makeline.launcher.instance.Ports;
import dev.makeline.launcher.instance.RunningInstance;
import dev.makeline.launcher.instance.ServerApi;
import dev.makeline.launcher.instance.Tokens;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/// Two recipes and four makes on their way through a fresh instance, and a job on a file, told as a
/// person would read them.
public final class Demo {

    private static final Duration TOKEN_VALIDITY = Duration.ofHours(1);

    private final Intake intake;
    private final FileJob job;
    private final PrintStream out;
    private final List<String> problems = new ArrayList<>();

    Demo(Intake intake, FileJob job, PrintStream out) {
        this.intake = intake;
        this.job = job;
        this.out = out;
    }

    /// @return what did not come out as it should, one sentence each; empty when all did
    /// @throws CannotProceedException when the bucket does not take the samples
    public static List<String> run(RunningInstance instance, PrintStream out)
            throws InterruptedException {
        String token = new Tokens(instance).issue("demo", TOKEN_VALIDITY);
        try (S3Client s3 = LocalClients.s3(instance.ports());
                ServerApi api = new ServerApi(instance.ports(), token)) {
            return new Demo(new Intake(s3, api), new FileJob(api, out), out).run();
        } catch (SdkException e) {
            throw CannotProceedException.failed(
                    "The samples cannot be dropped into the bucket at %s: %s"
                            .formatted(Ports.uri(instance.ports().s3()), e.getMessage()));
        }
    }

    List<String> run() throws InterruptedException {
        out.println();
        recipe(Sample.CRUMBLE);
        make(Sample.AS_WRITTEN, Expectation.EXACT);
        make(Sample.DOUBLED, Expectation.SAME_IN_ANOTHER_SIZE);
        make(Sample.SUBSTITUTED, Expectation.differing("ingredient", "instruction", "instruction"));
        makeBeforeItsRecipe();
        job.run().ifPresent(problems::add);
        return List.copyOf(problems);
    }

    private void recipe(Sample sample) throws InterruptedException {
        drop(sample);
        arrival(sample, LedgerEntry.SUBMITTED)
                .ifPresent(entry -> tell("Kept as recipe %d.".formatted(entry.recipeId())));
        out.println();
    }

    private void make(Sample sample, Expectation expectation) throws InterruptedException {
        drop(sample);
        compared(sample, expectation);
    }

    private void makeBeforeItsRecipe() throws InterruptedException {
        drop(Sample.EARLY);
        arrival(Sample.EARLY, LedgerEntry.WAITING)
                .ifPresent(entry ->
                        tell(
                                "Waits for recipe %d, which is not known yet."
                                        .formatted(entry.recipeId())));
        out.println();
        recipe(Sample.PANCAKES);
        title(Sample.EARLY.key() + ", now that its recipe is there");
        compared(Sample.EARLY, Expectation.differing("ingredient"));
    }

    private void compared(Sample sample, Expectation expectation) throws InterruptedException {
        Optional<LedgerEntry> entry = arrival(sample, LedgerEntry.SUBMITTED);
        if (entry.isPresent()) {
            Optional<JsonNode> differences =
                    entry.get().makeId().isPresent()
                            ? intake.differences(
                                    entry.get().recipeId(), entry.get().makeId().getAsLong())
                            : Optional.empty();
            differences.ifPresentOrElse(
                    found -> read(sample, found, expectation),
                    () -> problem(sample, "It is kept, but cannot be read over REST."));
        }
        out.println();
    }

    private void read(Sample sample, JsonNode found, Expectation expectation) {
        tell(found.path("comparison").path("headline").asText());
        found.path("differences")
                .forEach(difference -> tell("  · " + difference.path("sentence").asText()));
        expectation.unmet(found).ifPresent(sentence -> problem(sample, sentence));
    }

    /// The entry in the wanted state; anything else is a problem, and told.
    private Optional<LedgerEntry> arrival(Sample sample, String state) throws InterruptedException {
        Optional<LedgerEntry> entry = intake.await(sample, state);
        if (entry.isEmpty()) {
            problem(sample, "It was not %s in time.".formatted(state));
        } else if (!entry.get().state().equals(state)) {
            problem(sample, "It was rejected: " + entry.get().reason().orElse("without a reason"));
            return Optional.empty();
        }
        return entry;
    }

    private void drop(Sample sample) {
        title(sample.title() + " (" + sample.key() + ")");
        intake.drop(sample);
    }

    private void title(String title) {
        out.println(title);
    }

    private void tell(String sentence) {
        out.println("    " + sentence);
    }

    private void problem(Sample sample, String sentence) {
        problems.add(sample.key() + ": " + sentence);
        tell("! " + sentence);
    }
}
