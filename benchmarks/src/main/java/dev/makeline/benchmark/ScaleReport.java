package dev.makeline.benchmark;

import dev.makeline.benchmark.scale.Ceiling;
import dev.makeline.benchmark.scale.Ceilings;
import dev.makeline.benchmark.scale.Demand;
import dev.makeline.benchmark.scale.Lifts;
import dev.makeline.benchmark.scale.Outcome;
import dev.makeline.benchmark.scale.Popularity;
import dev.makeline.benchmark.scale.ServiceLimits;
import dev.makeline.benchmark.scale.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What `bench scale` prints.
///
/// @param seconds that are simulated
record ScaleReport(ServiceLimits limits, Demand demand, Popularity popularity, int seconds) {

    /// Every limit, the lowest first.
    String ceilings() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("breaks", "above makes/s", "the makes beyond", "lifted by", "input"));
        for (Ceiling ceiling : new Ceilings(limits, demand, popularity).all()) {
            rows.add(
                    List.of(
                            ceiling.what(),
                            number(ceiling.makesPerSecond()),
                            ceiling.loses(),
                            ceiling.change(),
                            "%s = %s"
                                    .formatted(
                                            ceiling.knob(), number(limits.get(ceiling.knob())))));
        }
        return TextTable.of(rows);
    }

    /// What comes of each rate as it is, and with what was lifted for it.
    String outcomes(List<Double> rates) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "makes/s that come",
                        "",
                        "kept a second",
                        "wait after %d min".formatted(seconds / 60),
                        "of them refused and hidden",
                        "dead letters",
                        "most that waited",
                        "keeps up after",
                        "not counted",
                        "senders, servers"));
        for (double rate : rates) {
            rows.add(
                    row(
                            rate,
                            "as it is",
                            Simulation.run(limits, demand, popularity, rate, seconds)));
            Lifts lifts = Lifts.to(rate, limits, demand, popularity);
            if (!lifts.changes().isEmpty()) {
                rows.add(
                        row(
                                rate,
                                "lifted",
                                Simulation.run(lifts.limits(), demand, popularity, rate, seconds)));
            }
        }
        return TextTable.of(rows);
    }

    private static List<String> row(double rate, String how, Outcome outcome) {
        return List.of(
                number(rate),
                how,
                number(outcome.keptPerSecond()),
                number(outcome.waiting()),
                number(outcome.hidden()),
                number(outcome.dead()),
                number(outcome.mostWaiting()),
                outcome.keepsUpAfter() < 0 ? "never" : outcome.keepsUpAfter() + " s",
                number(outcome.notCounted()),
                "%s, %s".formatted(number(outcome.senders()), number(outcome.servers())));
    }

    /// In the order in which they would break, each with what lifts it far enough.
    String lifts(double rate) {
        Lifts lifts = Lifts.to(rate, limits, demand, popularity);
        if (lifts.changes().isEmpty()) {
            return "Nothing breaks at %s makes/s.%n".formatted(number(rate));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("at", "breaks", "change", "input", "from", "to"));
        for (Lifts.Change change : lifts.changes()) {
            rows.add(
                    List.of(
                            number(change.breaksAt()),
                            change.lifted().what(),
                            change.lifted().change(),
                            change.lifted().knob(),
                            number(change.from()),
                            number(change.to())));
        }
        return TextTable.of(rows);
    }

    static String number(double value) {
        if (value < 0.05) {
            return "0";
        }
        return value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
