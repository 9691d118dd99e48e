package dev.makeline.protocol.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.Scope;
import java.util.List;
import java.util.Optional;

/// Every kind of job that there is.
public final class JobKinds {

    public static final String APPEND_TEXT = "append-text";
    public static final String IMPORT_RECIPES = "import-recipes";
    public static final String SCALE_RECIPE = "scale-recipe";
    public static final String MAKE_REPORT = "make-report";

    public static final String CONTAINER = "container";

    /// The parameter of [#APPEND_TEXT].
    public static final String TEXT = "text";

    /// The parameter of [#IMPORT_RECIPES]: `recipes` or `makes`, when the documents do not say so.
    public static final String AS = "as";

    /// The parameters of [#SCALE_RECIPE], of which one is given.
    public static final String SERVINGS = "servings";

    public static final String FACTOR = "factor";

    /// The parameter of [#MAKE_REPORT].
    public static final String RECIPE_ID = "recipeId";

    /// The parameter of [#CONTAINER]: the name of a registered image.
    public static final String CONTAINER_NAME = "container";

    /// Characters. Four bytes each at most, so that the row of the parameters stays below
    /// DynamoDB's 400 KB.
    public static final int LONGEST_TEXT = 64 * 1024;

    /// 2^53 − 1.
    private static final long LARGEST_ID = (1L << 53) - 1;

    private static final List<JobKindDescription> ALL =
            List.of(
                    new JobKindDescription(
                            APPEND_TEXT,
                            "Makes a copy of a text file with a text at its end.",
                            true,
                            Optional.empty(),
                            appendText()),
                    new JobKindDescription(
                            IMPORT_RECIPES,
                            "Sends every recipe and make of a file (JSON, JSON Lines, JSON-LD, HTML or zip) to the intake and reports what was refused.",
                            true,
                            Optional.of(Scope.RECIPES_WRITE),
                            importRecipes()),
                    new JobKindDescription(
                            SCALE_RECIPE,
                            "Makes a copy of a recipe for other servings, or of its amounts times a factor.",
                            true,
                            Optional.empty(),
                            scaleRecipe()),
                    new JobKindDescription(
                            MAKE_REPORT,
                            "Reports all makes of a recipe with their differences, as a table (CSV) and as a page to print.",
                            false,
                            Optional.of(Scope.RECIPES_READ),
                            makeReport()),
                    new JobKindDescription(
                            CONTAINER,
                            "Runs a container image that an administrator registered (/v1/containers lists them) on a file; what it puts in place becomes the output.",
                            true,
                            Optional.empty(),
                            container()));

    private JobKinds() {}

    public static List<JobKindDescription> all() {
        return ALL;
    }

    public static Optional<JobKindDescription> of(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static ObjectNode appendText() {
        return new ParameterSchema()
                .text(TEXT, 1, LONGEST_TEXT, "Comes right after the last character of the file")
                .required(TEXT)
                .json();
    }

    private static ObjectNode importRecipes() {
        return new ParameterSchema()
                .choice(
                        AS,
                        List.of("recipes", "makes"),
                        "What all documents of the file are; without it each says so itself: one with makeId, madeAt or madeBy, or in a list called makes, is a make")
                .json();
    }

    private static ObjectNode scaleRecipe() {
        return new ParameterSchema()
                .number(SERVINGS, "0.1", "100000", "For how many it is to be")
                .number(FACTOR, "0.001", "1000", "What every amount is multiplied by")
                .exactlyOne()
                .json();
    }

    private static ObjectNode makeReport() {
        return new ParameterSchema()
                .integer(RECIPE_ID, 0, LARGEST_ID, "The recipe whose makes are told")
                .required(RECIPE_ID)
                .json();
    }

    private static ObjectNode container() {
        return new ParameterSchema()
                .text(
                        CONTAINER_NAME,
                        1,
                        ContainerImage.LONGEST_NAME,
                        "The name of a registered container image")
                .required(CONTAINER_NAME)
                .json();
    }
}
