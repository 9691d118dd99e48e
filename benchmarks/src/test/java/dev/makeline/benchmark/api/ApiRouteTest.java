package dev.makeline.benchmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class ApiRouteTest {

    @Test
    void fiftyRequestsHaveEveryRoute() {
        assertThat(ApiRoute.round()).hasSize(50).contains(ApiRoute.values());
    }

    @Test
    void asManyFilesAreCompletedAndDeletedAsAnnounced() {
        int announced = Collections.frequency(ApiRoute.round(), ApiRoute.ANNOUNCE);

        assertThat(Collections.frequency(ApiRoute.round(), ApiRoute.COMPLETE)).isEqualTo(announced);
        assertThat(Collections.frequency(ApiRoute.round(), ApiRoute.DELETE)).isEqualTo(announced);
    }
}
