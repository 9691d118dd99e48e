package dev.makeline.server.file.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.protocol.DocumentKind;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What became of a version in the intake, as it is answered.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "FileIntake")
public record FileIntakeItem(
        String fileId,
        int version,
        @Schema(
                        type = "string",
                        allowableValues = {"recipe", "make"},
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> sentAs,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<Instant> sentAt,
        @Schema(
                        description = "In the intake ledger; 40 hex digits",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> objectId,
        @Schema(
                        type = "string",
                        allowableValues = {
                            "not-sent",
                            "sent",
                            "queued",
                            "submitted",
                            "waiting",
                            "rejected",
                            "dismissed"
                        },
                        description = "sent until the intake has found it")
                String state,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<Long> recipeId,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<Long> makeId,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<Integer> revision,
        @Schema(
                        description = "Why it was rejected, in one sentence",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> reason,
        @Schema(
                        description = "Where in the document",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> place,
        @Schema(description = "Paths of what came of it, by name") Map<String, String> links) {

    static FileIntakeItem notSent(FileId file, int version) {
        return new FileIntakeItem(
                file.value(),
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "not-sent",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    static FileIntakeItem of(SentVersion sent, Optional<IntakeEntry> entry) {
        IntakeState state = entry.map(IntakeEntry::state).orElseGet(IntakeState.Queued::new);
        String label = entry.map(found -> found.state().label()).orElse("sent");
        return switch (state) {
            case IntakeState.Queued() -> plain(sent, label);
            case IntakeState.Submitted(long recipeId, int revision, var makeId) ->
                    submitted(
                            sent,
                            label,
                            recipeId,
                            revision,
                            makeId.isPresent()
                                    ? Optional.of(makeId.getAsLong())
                                    : Optional.empty());
            case IntakeState.Waiting(long recipeId) -> waiting(sent, label, recipeId);
            case IntakeState.Rejected(var reason, var place) -> refused(sent, label, reason, place);
            case IntakeState.Dismissed(var reason, var place) ->
                    refused(sent, label, reason, place);
        };
    }

    private static FileIntakeItem plain(SentVersion sent, String label) {
        return of(
                sent,
                label,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static FileIntakeItem submitted(
            SentVersion sent, String label, long recipeId, int revision, Optional<Long> makeId) {
        return of(
                sent,
                label,
                Optional.of(recipeId),
                makeId,
                Optional.of(revision),
                Optional.empty(),
                Optional.empty());
    }

    private static FileIntakeItem waiting(SentVersion sent, String label, long recipeId) {
        return of(
                sent,
                label,
                Optional.of(recipeId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static FileIntakeItem refused(
            SentVersion sent, String label, String reason, Optional<String> place) {
        return of(
                sent,
                label,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason),
                place);
    }

    private static FileIntakeItem of(
            SentVersion sent,
            String label,
            Optional<Long> recipeId,
            Optional<Long> makeId,
            Optional<Integer> revision,
            Optional<String> reason,
            Optional<String> place) {
        return new FileIntakeItem(
                sent.file().value(),
                sent.version(),
                Optional.of(
                        DocumentKind.ofKey(sent.object().key()).name().toLowerCase(Locale.ROOT)),
                Optional.of(sent.sentAt()),
                Optional.of(sent.object().objectId()),
                label,
                recipeId,
                makeId,
                revision,
                reason,
                place,
                links(sent, recipeId, makeId));
    }

    private static Map<String, String> links(
            SentVersion sent, Optional<Long> recipeId, Optional<Long> makeId) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("intake", "/v1/intake/" + sent.object().objectId());
        recipeId.ifPresent(id -> {
            String recipe = "/v1/recipes/" + id;
            links.put("recipe", recipe);
            makeId.ifPresent(make -> {
                links.put("make", "%s/makes/%d".formatted(recipe, make));
                links.put("differences", "%s/makes/%d/differences".formatted(recipe, make));
            });
        });
        return links;
    }
}
