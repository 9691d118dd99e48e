package dev.makeline.processor.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkTokenTest {

    private static final String TOKEN = "IQoJb3JpZ2luX2Vj".repeat(80) + "%2B%3D";

    @Test
    void theTokenStandsOnceAndComesBackIntoEveryLink() {
        Map<String, String> environment =
                Map.of("A", link("a"), "B", link("b") + " " + link("c"), "C", "none");

        Map<String, String> apart = LinkToken.apart(environment);

        assertThat(String.join("", apart.values())).containsOnlyOnce(TOKEN);
        assertThat(LinkToken.together(apart)).isEqualTo(environment);
    }

    @Test
    void linksWithoutATokenStayAsTheyAre() {
        Map<String, String> environment = Map.of("A", "http://s3/a?X-Amz-Signature=1");

        assertThat(LinkToken.apart(environment)).isEqualTo(environment);
        assertThat(LinkToken.together(environment)).isEqualTo(environment);
    }

    @Test
    void aTokenOfAnotherSignerStaysInItsLink() {
        Map<String, String> environment =
                Map.of("A", link("a"), "B", "http://s3/b?X-Amz-Security-Token=other");

        assertThat(LinkToken.together(LinkToken.apart(environment))).isEqualTo(environment);
    }

    private static String link(String key) {
        return "http://s3/" + key + "?X-Amz-Security-Token=" + TOKEN + "&X-Amz-Signature=1";
    }
}
