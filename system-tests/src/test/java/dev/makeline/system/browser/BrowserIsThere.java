package dev.makeline.system.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Leaves a test out where there is no browser, unless somebody insists: it fails then.
final class BrowserIsThere implements ExecutionCondition {

    private static final String INSIST = "MAKELINE_BROWSER_TESTS";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (InstalledChromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a Chromium.");
        }
        return "required".equals(System.getenv(INSIST))
                ? ConditionEvaluationResult.enabled(
                        "%s=required: it fails without one.".formatted(INSIST))
                : ConditionEvaluationResult.disabled(
                        "Left out: no Chromium or Chrome is on the PATH of this machine; install one (on Debian apt-get install chromium) to test the pages in it.");
    }
}
