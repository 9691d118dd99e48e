package dev.makeline.system.instance;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test the instance that all tests of one kind share, since a start takes many seconds: a
/// [Disturbed] one for tests that kill and disturb, else one that is left in peace. After a test
/// the instance is whole again, and a failed test tells the instance's last warnings.
public final class SharedInstances
        implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(SharedInstances.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Instance.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return instance(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        instance(context).restore();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Instance instance = instance(context);
        context.getExecutionException()
                .ifPresent(failure -> failure.addSuppressed(new Story(instance)));
        instance.restore();
    }

    private static Instance instance(ExtensionContext context) {
        boolean disturbed = context.getRequiredTestClass().isAnnotationPresent(Disturbed.class);
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        disturbed ? "disturbed" : "in-peace",
                        name -> Instance.start(settings(name)),
                        Instance.class);
    }

    private static InstanceSettings settings(String name) {
        InstanceSettings plain = InstanceSettings.named(name);
        return name.equals("disturbed") ? plain.withProxies() : plain;
    }

    /// Carries what the processes logged into the report of a failed test.
    private static final class Story extends Exception {

        private static final long serialVersionUID = 1L;

        Story(Instance instance) {
            super(instance.story(), null, false, false);
        }
    }
}
