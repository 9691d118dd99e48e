package dev.makeline.benchmark.micro;

import dev.makeline.recipe.line.IngredientLine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// Ingredient lines a second, over lines of every usual kind.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LineReadingBenchmark {

    private static final int LINES = 12;

    private final List<String> lines =
            List.of(
                    "2 eggs",
                    "salt and pepper, to taste",
                    "1 ½ cups (190 g) sifted all-purpose flour, plus extra for dusting",
                    "2 (15-ounce) cans black beans, drained and rinsed",
                    "3–4 large cloves garlic, very finely minced",
                    "1 lb 2 oz floury potatoes, peeled and cut into 1-inch chunks",
                    "1 cup plus 2 tablespoons brown sugar, packed",
                    "Juice and grated zest of 1 lemon",
                    "2 tablespoons walnut, hazelnut or olive oil",
                    "4 boneless, skinless chicken thighs (about 1 1/2 pounds), trimmed",
                    "1 teaspoon chopped fresh thyme or 1/4 teaspoon dried",
                    "a handful of fresh mint leaves, torn (optional)");

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void readLines(Blackhole readings) {
        for (int i = 0; i < LINES; i++) {
            readings.consume(IngredientLine.read(lines.get(i)));
        }
    }
}
