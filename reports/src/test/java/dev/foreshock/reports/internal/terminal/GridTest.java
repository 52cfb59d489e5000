package dev.foreshock.reports.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that fit the columns there are, and lose nothing. */
class GridTest {
    private static Grid grid() {
        Grid grid = new Grid("", "", "verdict", "outage", "users", "price");
        grid.row(
                1,
                cell -> "\u001b[31m" + cell + "\u001b[0m",
                List.of(),
                "alert",
                "deviated",
                "10m48s none..18m00s",
                "3.6 %",
                "1 day");
        grid.row("review of promos", "passed", "none", "0 %", "15 server-hours/promo");
        return grid;
    }

    @Test
    void whatFitsIsOneLineForEachRow() {
        assertThat(grid().lines(Paint.PLAIN, 90, 4, 3, 2))
                .containsExactly(
                        "                  verdict   outage               users  price",
                        "alert             \u001b[31mdeviated\u001b[0m  10m48s none..18m00s  3.6 %  1 day",
                        "review of promos  passed    none                 0 %    15 server-hours/promo");
    }

    @Test
    void whatDoesNotFitMovesBelowWithItsName() {
        assertThat(grid().lines(Paint.PLAIN, 60, 4, 3, 2))
                .containsExactly(
                        "                  verdict   outage               users",
                        "alert             \u001b[31mdeviated\u001b[0m  10m48s none..18m00s  3.6 %",
                        "    price 1 day",
                        "review of promos  passed    none                 0 %",
                        "    price 15 server-hours/promo");
        assertThat(grid().lines(Paint.PLAIN, 40, 4, 3, 2))
                .containsExactly(
                        "                  verdict",
                        "alert             \u001b[31mdeviated\u001b[0m",
                        "    outage 10m48s none..18m00s",
                        "    users 3.6 % · price 1 day",
                        "review of promos  passed",
                        "    outage none · users 0 %",
                        "    price 15 server-hours/promo");
    }

    @Test
    void aLineIsBrokenBetweenWordsAndItsColorsTakeNoRoom() {
        assertThat(Lines.within("  \u001b[1mone\u001b[0m two three  four", 14))
                .containsExactly("  \u001b[1mone\u001b[0m two", "      three", "      four");
        assertThat(Lines.within("  \u001b[1mone\u001b[0m two", 9)).hasSize(1);
    }
}
