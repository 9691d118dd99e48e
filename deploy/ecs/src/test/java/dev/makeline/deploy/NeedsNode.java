package dev.makeline.deploy;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The CDK makes templates in a process of Node.js. Where there is none these tests are left out,
/// and say so.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNode.Condition.class)
@interface NeedsNode {

    final class Condition implements ExecutionCondition {

        private static final String LEFT_OUT =
                "LEFT OUT: no node on the PATH, so that no template of deploy/ecs is made or looked at; install Node.js 20 or later";

        private static final boolean IS_THERE = isThere();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (IS_THERE) {
                return ConditionEvaluationResult.enabled("node is there");
            }
            System.err.println(LEFT_OUT);
            return ConditionEvaluationResult.disabled(LEFT_OUT);
        }

        private static boolean isThere() {
            try {
                return new ProcessBuilder("node", "--version").start().waitFor() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
