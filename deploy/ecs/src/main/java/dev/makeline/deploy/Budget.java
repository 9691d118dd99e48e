package dev.makeline.deploy;

import java.util.List;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationWithSubscribersProperty;

/// What an installation may cost in a month, beyond which people are told.
final class Budget {

    private static final int SPENT_PERCENT = 80;
    private static final int FORESEEN_PERCENT = 100;

    private Budget() {}

    static void of(MakelineStack stack) {
        String mail = stack.site().mail();
        CfnBudget.Builder.create(stack, "Budget")
                .budget(
                        CfnBudget.BudgetDataProperty.builder()
                                .budgetName("makeline-" + stack.chosen().name())
                                .budgetType("COST")
                                .timeUnit("MONTHLY")
                                .budgetLimit(
                                        CfnBudget.SpendProperty.builder()
                                                .amount(stack.chosen().monthlyDollars())
                                                .unit("USD")
                                                .build())
                                .build())
                .notificationsWithSubscribers(
                        List.of(
                                beyond("ACTUAL", SPENT_PERCENT, mail),
                                beyond("FORECASTED", FORESEEN_PERCENT, mail)))
                .build();
    }

    private static NotificationWithSubscribersProperty beyond(
            String kind, int percent, String mail) {
        return NotificationWithSubscribersProperty.builder()
                .notification(
                        CfnBudget.NotificationProperty.builder()
                                .notificationType(kind)
                                .comparisonOperator("GREATER_THAN")
                                .threshold(percent)
                                .thresholdType("PERCENTAGE")
                                .build())
                .subscribers(
                        List.of(
                                CfnBudget.SubscriberProperty.builder()
                                        .subscriptionType("EMAIL")
                                        .address(mail)
                                        .build()))
                .build();
    }
}
