package dev.makeline.watcher.listing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import software.amazon.awssdk.core.SdkResponse;

/// The time by the store's own clock, as its answers carry it; ours where they do not.
record StoreClock(InstantSource ours) {

    Instant at(SdkResponse answer) {
        try {
            return answer.sdkHttpResponse()
                    .firstMatchingHeader("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(ZonedDateTime::toInstant)
                    .orElseGet(ours::instant);
        } catch (DateTimeParseException e) {
            return ours.instant();
        }
    }
}
