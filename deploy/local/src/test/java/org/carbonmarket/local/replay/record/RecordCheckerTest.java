package org.carbonmarket.local.replay.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.carbonmarket.local.replay.record.RecordChecker.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCheckerTest {

    @Test
    void theMarketsFirstDaysAreRight() {
        assertThat(RecordFixture.firstDays().verdict())
                .isInstanceOfSatisfying(
                        Verdict.Right.class,
                        right -> assertThat(right.record().days()).hasSize(11));
    }

    @Test
    void aRecordMayBeginInTheMidstOfAProductsLife() {
        RecordFixture later = RecordFixture.firstDays();
        for (int line = 0; line < 6; line++) {
            later.without(2);
        }

        assertThat(later.sentences()).isEmpty();
    }

    @Test
    void pricesThatCannotBeAreNamed() {
        assertThat(RecordFixture.of("planted-prices.csv").sentences())
                .containsExactly(
                        "line 4, open: 52.805 is off the tick of 0.01 yuan",
                        "line 10, high: 59.85 is outside the band 48.96 to 59.84 around the"
                                + " previous close 54.40",
                        "line 14, close: the listed amount over the listed volume is 54.46, half"
                                + " up, not 56.98");
    }

    @Test
    void amountsThatCannotBeAreNamed() {
        assertThat(RecordFixture.of("planted-amounts.csv").faults())
                .extracting(fault -> fault.line() + " " + fault.column())
                .containsExactly(
                        "6 listed_amount_cny",
                        "8 block_amount_cny",
                        "8 total_amount_cny",
                        "16 listed_amount_cny",
                        "16 total_amount_cny",
                        "16 total_volume_t",
                        "20 hist_amount_cny");
        assertThat(RecordFixture.of("planted-amounts.csv").sentences())
                .contains(
                        "line 6, listed_amount_cny: a volume without an amount",
                        "line 16, listed_amount_cny: no set of trades of 2 t with opening 52.20,"
                                + " high 55.76 and low 51.34 gives 109.26",
                        "line 8, block_amount_cny: no set of blocks within the band 37.30 to 69.26"
                                + " gives 5292000.01 for 100000 t");
    }

    @Test
    void daysThatDoNotFollowAreNamed() {
        assertThat(RecordFixture.of("planted-days.csv").sentences())
                .containsExactly(
                        "line 8, prev_close: the close of 2021-07-20 was 53.28",
                        "line 12, trade_date: the trading day 2021-07-23 is left out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4|TRADE_DATE|2021-7-19|trade_date|is no day such as 2021-07-16",
                "4|TRADE_DATE|2021-07-18|trade_date|is no trading day",
                "4|INSTRUMENT|cea|instrument|is no vintage such as CEA or CEA21",
                "4|OPEN|-52.80|open|is no amount in yuan",
                "4|CLOSE|0.00|close|must be above zero",
                "4|LISTED_VOLUME_T|130800.5|listed_volume_t|no number of whole tonnes",
                "4|LISTED_VOLUME_T|99999999999999999999|listed_volume_t|no number of whole tonnes",
                "4|LISTED_VOLUME_T|999999999999999|listed_volume_t|more than a market can hold",
                "4|LISTED_VOLUME_T|0|listed_amount_cny|an amount without a volume",
                "4|LISTED_AMOUNT_CNY|0.01|listed_amount_cny|below the tick for each tonne",
                "4|OPEN|53.20|open|are not in this order",
                "4|LOW|0.00|low|listed trades without a high and a low",
                "4|LOW|46.10|low|outside the band 46.11 to 56.35",
                "4|TOTAL_VOLUME_T|130801|total_volume_t|add up to 130800, not 130801",
                "4|HIST_VOLUME_T|4234754|hist_volume_t|add up to 4234753, not 4234754",
                "4|BLOCK_AMOUNT_CNY|1.00|block_amount_cny|an amount without a volume",
                "4|AUCTION_VOLUME_T|5|auction_amount_cny|is no amount in yuan",
                "8|BLOCK_VOLUME_T|99999|block_volume_t|at least 100000 t",
                "8|BLOCK_AMOUNT_CNY|6926600.00|block_amount_cny|no set of blocks",
                "5|LISTED_VOLUME_T|130801|listed_volume_t|the products' volumes add up to 130800",
                "5|CLOSE|52.31|close|lies outside its products' closes"
            })
    void aLineThatCannotBeRightIsNamedWithItsColumnAndReason(
            int line, Column column, String value, String named, String reason) {
        assertThat(RecordFixture.firstDays().with(line, column, value).faults())
                .anySatisfy(fault -> {
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.column()).isEqualTo(named);
                    assertThat(fault.reason()).contains(reason);
                });
    }

    @Test
    void anInnocentLineIsNotNamed() {
        assertThat(RecordFixture.firstDays().with(10, Column.CLOSE, "55.53").faults())
                .extracting(Fault::line)
                .containsOnly(10L);
        assertThat(RecordFixture.firstDays().with(10, Column.LISTED_VOLUME_T, "x").faults())
                .extracting(Fault::line)
                .containsOnly(10L);
        assertThat(RecordFixture.firstDays().with(10, Column.HIST_VOLUME_T, "1").faults())
                .extracting(Fault::line)
                .containsOnly(10L);
    }

    @Test
    void aLineThatComesTwiceIsNamed() {
        RecordFixture twice = RecordFixture.firstDays();
        twice.withLine(6, twice.line(4));

        assertThat(twice.sentences())
                .containsExactly("line 6, instrument: CEA has a line of this day already");
    }

    @Test
    void aProductsMissingLineIsNamed() {
        assertThat(RecordFixture.firstDays().without(12).sentences())
                .containsExactly("line 12, instrument: CEA has no line of 2021-07-23");
    }

    @Test
    void aCompositeWithoutPricesIsRight() {
        RecordFixture composite = RecordFixture.firstDays();
        for (Column price : new Column[] {Column.OPEN, Column.HIGH, Column.LOW, Column.CLOSE}) {
            composite.with(7, price, "");
        }

        assertThat(composite.sentences()).isEmpty();
    }

    @Test
    void aCompositeWithoutAnOpeningIsRight() {
        assertThat(RecordFixture.firstDays().with(7, Column.OPEN, "0.00").sentences()).isEmpty();
    }

    @Test
    void aFileThatIsNoRecordIsNamed() {
        assertThat(faults("")).containsExactly("line 1, trade_date: the file is empty");
        assertThat(faults("a,b\n1,2\n").getFirst()).startsWith("line 1, trade_date: the heading");
        assertThat(faults(RecordFixture.firstDays().line(1) + "\n"))
                .containsExactly("line 1, trade_date: there are no lines below the heading");
        assertThat(faults(RecordFixture.firstDays().line(1) + "\n1,2,3\n"))
                .containsExactly("line 2, trade_date: the line has 3 columns, not 17");
    }

    private static java.util.List<String> faults(String csv) {
        return RecordFixture.verdict(csv) instanceof Verdict.Wrong wrong
                ? wrong.faults().stream().map(Fault::toString).toList()
                : java.util.List.of();
    }
}
