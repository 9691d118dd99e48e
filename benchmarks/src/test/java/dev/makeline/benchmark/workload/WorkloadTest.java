package dev.makeline.benchmark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    @Test
    void theSameSeedGivesTheSameFiles() {
        Workload workload = new Workload(7, 5);

        Workload again = new Workload(7, 5);

        assertThat(again.recipes()).isEqualTo(workload.recipes());
        assertThat(again.make(42)).isEqualTo(workload.make(42));
        assertThat(new Workload(8, 5).make(42)).isNotEqualTo(workload.make(42));
    }

    @Test
    void filesAreOneToTwoKibibytes() {
        Workload workload = new Workload(1, 50);

        List<Integer> sizes =
                IntStream.range(0, 500)
                        .map(number ->
                                workload.make(number)
                                        .content()
                                        .getBytes(StandardCharsets.UTF_8)
                                        .length)
                        .boxed()
                        .toList();

        assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(900, 2_300));
        assertThat(sizes.stream().mapToInt(Integer::intValue).average().orElse(0))
                .isBetween(1_100.0, 2_000.0);
    }

    @Test
    void everyMakeHasAFileAndATextOfItsOwn() {
        Workload workload = new Workload(1, 3);

        List<DroppedFile> makes = IntStream.range(0, 200).mapToObj(workload::make).toList();

        assertThat(makes).extracting(DroppedFile::key).doesNotHaveDuplicates();
        assertThat(makes).extracting(DroppedFile::content).doesNotHaveDuplicates();
    }
}
