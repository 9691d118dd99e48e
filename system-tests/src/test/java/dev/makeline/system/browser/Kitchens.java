package dev.makeline.system.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test the kitchen that all share, with the browser to visit it. After a test its visits
/// end; what their pages complained of fails it, and a failed one leaves pictures of them.
final class Kitchens implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Kitchens.class);
    private static final Path PICTURES = Path.of("target", "failed-pages");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Kitchen.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return kitchen(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Kitchen kitchen = kitchen(context);
        context.getExecutionException()
                .ifPresent(failure -> {
                    failure.addSuppressed(new Story(kitchen));
                    kitchen.photographVisits(
                            PICTURES.resolve(
                                    context.getRequiredTestClass().getSimpleName()
                                            + "-"
                                            + context.getRequiredTestMethod().getName()));
                });
        kitchen.endVisits();
    }

    private static Kitchen kitchen(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("kitchen", _ -> Kitchen.opened(), Kitchen.class);
    }

    /// Carries what the pages and the processes said into the report of a failed test.
    private static final class Story extends Exception {

        private static final long serialVersionUID = 1L;

        Story(Kitchen kitchen) {
            super(kitchen.story(), null, false, false);
        }
    }
}
