package dev.makeline.benchmark.scale;

import java.util.Map;

/// What one make takes, by the counts of `bench usage` in a flood, when batches are full.
///
/// @param watcher seconds of a processor; so are `sender` and `server`
/// @param recipeKeyWrites units at the key of its recipe: the make's row, its mark taken away, and
///   its share of the figures
/// @param recipeKeyReads units there
/// @param recentWrites units in the index of makes by time; that of open makes holds the same of
///   those that deviate
/// @param notCountedWrites units in the index of what is not counted
/// @param byStateWrites units in the ledger's index by state
/// @param recipesTableWrites units of the table of recipes, its indexes not counted
/// @param intakeTableWrites units of the ledger, its index not counted
/// @param objectReads GETs of S3
public record Demand(
        double watcher,
        double sender,
        double server,
        double recipeKeyWrites,
        double recipeKeyReads,
        double recentWrites,
        double notCountedWrites,
        double byStateWrites,
        double recipesTableWrites,
        double intakeTableWrites,
        double objectReads) {

    private static final String RECIPES = "makeline-recipes";
    private static final String INTAKE = "makeline-intake";

    /// @param amounts of the phase `drained`
    public static Demand of(Map<String, Double> amounts) {
        return new Demand(
                sum(amounts, "cpu.watcher-service"),
                sum(amounts, "cpu.sender-service"),
                sum(amounts, "cpu.recipe-server"),
                table(amounts, "write", RECIPES),
                table(amounts, "read", RECIPES),
                sum(amounts, "units.write." + RECIPES + ".makes-by-time."),
                sum(amounts, "units.write." + RECIPES + ".not-counted."),
                sum(amounts, "units.write." + INTAKE + ".by-state."),
                table(amounts, "write", RECIPES),
                table(amounts, "write", INTAKE),
                sum(amounts, "requests.sender-service.S3.GetObject"));
    }

    /// A table's own units have the operation right after its name.
    private static double table(Map<String, Double> amounts, String kind, String table) {
        String prefix = "units.%s.%s.".formatted(kind, table);
        return amounts.entrySet().stream()
                .filter(amount -> amount.getKey().startsWith(prefix))
                .filter(amount -> amount.getKey().indexOf('.', prefix.length()) < 0)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static double sum(Map<String, Double> amounts, String prefix) {
        return amounts.entrySet().stream()
                .filter(amount -> amount.getKey().startsWith(prefix))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
