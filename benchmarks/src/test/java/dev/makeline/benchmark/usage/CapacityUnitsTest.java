package dev.makeline.benchmark.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityUnitsTest {

    @Test
    void aTableAndEachOfItsIndexesAreToldApart() throws JsonProcessingException {
        CapacityUnits units =
                of(
                        "PutItem",
                        """
                        {"ConsumedCapacity": {"TableName": "t", "CapacityUnits": 4,
                          "Table": {"CapacityUnits": 3},
                          "GlobalSecondaryIndexes": {"i": {"CapacityUnits": 1}}}}
                        """);

        assertThat(units.byTarget())
                .isEqualTo(Map.of("write.t.PutItem", 3.0, "write.t.i.PutItem", 1.0));
    }

    @Test
    void allTablesOfABatchAreCounted() throws JsonProcessingException {
        CapacityUnits units =
                of(
                        "BatchGetItem",
                        """
                        {"ConsumedCapacity": [
                          {"TableName": "t", "Table": {"CapacityUnits": 2}},
                          {"TableName": "u", "Table": {"CapacityUnits": 0.5}}]}
                        """);

        assertThat(units.plus(units).byTarget())
                .isEqualTo(Map.of("read.t.BatchGetItem", 4.0, "read.u.BatchGetItem", 1.0));
    }

    @Test
    void anAnswerThatDoesNotTellCountsNothing() throws JsonProcessingException {
        assertThat(of("GetItem", "{}").byTarget()).isEmpty();
    }

    private static CapacityUnits of(String operation, String answer)
            throws JsonProcessingException {
        return CapacityUnits.of(operation, new ObjectMapper().readTree(answer));
    }
}
