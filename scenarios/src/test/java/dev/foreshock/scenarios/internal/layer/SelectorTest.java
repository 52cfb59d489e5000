package dev.foreshock.scenarios.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {
    private static Selector selector(String text) {
        Selector read = Selector.of(text);
        assertThat(read).as(text).isNotNull();
        return read;
    }

    @ParameterizedTest
    @CsvSource({
        "*, checkout.db, true",
        "checkout.*, checkout.db, true",
        "checkout.*, checkout, false",
        "*.db, checkout.db, true",
        "*.db, checkout.db2, false",
        "*ck*, checkout.db, true",
        "c*t*b, checkout.db, true",
        "c*db*db, checkout.db, false",
        "ab*ba, aba, false",
        "ab*ba, abba, true",
        "a**b, ab, true",
        "checkout.db, checkout.db, true",
        "checkout.db, checkoutxdb, false",
        "tier=edge, anything, true",
        "tier!=edge, anything, false",
        "zone!=b, anything, true",
        "tier=edge check*, checkout, true",
        "tier=core check*, checkout, false",
        "is=server, anything, true",
    })
    void aSelectorMeansWhatFitsAllItsTerms(String text, String name, boolean isMeant) {
        assertThat(selector(text).matches(name, Map.of("tier", "edge", "is", "server")))
                .isEqualTo(isMeant);
    }

    @Test
    void whatNamesMoreIsMoreSpecific() {
        assertThat(selector("*").weight()).isZero();
        assertThat(selector("tier=edge").weight()).isEqualTo(1);
        assertThat(selector("checkout.*").weight()).isEqualTo(1);
        assertThat(selector("checkout.db").weight()).isEqualTo(2);
        assertThat(selector("tier=edge checkout.*").weight()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"a b=", "=edge", "a/b", "tier==edge", "''"})
    void whatIsNoSelectorIsNone(String text) {
        assertThat(Selector.of(text)).isNull();
    }
}
