package dev.makeline.processor.run;

import dev.makeline.protocol.FilesTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Why the outputs of an attempt did not become files: the conditions that did not hold, among
/// those of `LiveFile.publication` and of the job's own writes.
final class Refusals {

    /// What a condition was about.
    private enum Cause {
        QUOTA("The owner's quota has no room for the output."),
        REMOVED("The output's object was removed before it could become a file."),
        THERE("There is a file already where the output was to become one."),
        KEY("Another job holds the exclusive key of this one by now.");

        private final String sentence;

        Cause(String sentence) {
            this.sentence = sentence;
        }
    }

    private final List<Cause> causes = new ArrayList<>();

    void add(TransactWriteItem refused) {
        causes.add(cause(refused));
    }

    private static Cause cause(TransactWriteItem refused) {
        if (refused.update() != null) {
            return Cause.QUOTA;
        }
        if (refused.delete() != null) {
            return refused.delete().tableName().equals(FilesTable.NAME) ? Cause.REMOVED : Cause.KEY;
        }
        return Cause.THERE;
    }

    /// The only cause that another attempt meets again.
    boolean isQuotaAlone() {
        return !causes.isEmpty() && causes.stream().allMatch(cause -> cause == Cause.QUOTA);
    }

    /// A sentence for each cause.
    String reason() {
        return causes.stream()
                .distinct()
                .map(cause -> cause.sentence)
                .collect(Collectors.joining(" "));
    }
}
