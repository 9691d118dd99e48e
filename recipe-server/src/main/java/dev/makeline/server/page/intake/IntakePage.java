package dev.makeline.server.page.intake;

import dev.makeline.server.intake.IntakeItem;
import dev.makeline.server.intake.IntakeSummary;
import dev.makeline.server.request.Page;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What became of objects, the newest change first.
///
/// @param state that is shown; empty for all
public record IntakePage(
        String state,
        List<State> states,
        List<IntakeItem> objects,
        Optional<String> next,
        boolean mayManage,
        boolean mayDrop) {

    /// @param name empty for all
    /// @param count of objects in it
    public record State(String name, String label, long count) {}

    public IntakePage {
        states = List.copyOf(states);
        objects = List.copyOf(objects);
    }

    static IntakePage of(
            String state,
            Page<IntakeItem> page,
            IntakeSummary summary,
            boolean mayManage,
            boolean mayDrop) {
        return new IntakePage(
                state, states(summary), page.items(), page.nextCursor(), mayManage, mayDrop);
    }

    private static List<State> states(IntakeSummary summary) {
        long all =
                summary.queued()
                        + summary.submitted()
                        + summary.waiting()
                        + summary.rejected()
                        + summary.dismissed();
        return List.of(
                new State("", "All", all),
                new State("rejected", "Rejected", summary.rejected()),
                new State("waiting", "Waiting", summary.waiting()),
                new State("queued", "Queued", summary.queued()),
                new State("submitted", "Submitted", summary.submitted()),
                new State("dismissed", "Dismissed", summary.dismissed()));
    }

    public static String icon(String state) {
        return switch (state) {
            case "submitted" -> "ok";
            case "rejected" -> "critical";
            case "dismissed" -> "within-tolerance";
            default -> "waiting";
        };
    }

    public static String label(String state) {
        return state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1);
    }

    /// What became of it, in a sentence.
    public static String sentence(IntakeItem object) {
        return switch (object.state()) {
            case "queued" -> "It is on its way.";
            case "waiting" ->
                    "It is a make that waits for recipe %d to come."
                            .formatted(object.recipeId().orElse(0));
            case "submitted" ->
                    object.makeId().isPresent()
                            ? "It is a make of recipe %d.".formatted(object.recipeId().orElse(0))
                            : "It is revision %d of recipe %d."
                                    .formatted(
                                            object.revision().orElse(0),
                                            object.recipeId().orElse(0));
            default -> object.reason().orElse("");
        };
    }

    public static Optional<String> resultPath(IntakeItem object) {
        if (!object.state().equals("submitted") || object.recipeId().isEmpty()) {
            return Optional.empty();
        }
        String recipe = "/recipes/" + object.recipeId().getAsLong();
        return Optional.of(
                object.makeId().isPresent()
                        ? recipe + "/makes/" + object.makeId().getAsLong()
                        : recipe);
    }

    public static boolean canRetry(IntakeItem object) {
        return switch (object.state()) {
            case "queued", "waiting", "rejected" -> true;
            default -> false;
        };
    }

    public static boolean canDismiss(IntakeItem object) {
        return object.state().equals("waiting") || object.state().equals("rejected");
    }
}
