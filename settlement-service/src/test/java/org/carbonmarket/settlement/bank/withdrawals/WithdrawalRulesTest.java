package org.carbonmarket.settlement.bank.withdrawals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.quantity.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalRulesTest {

    private final WithdrawalRules rules =
            new WithdrawalRules(
                    Money.ofYuan("100.00"),
                    Money.ofYuan("150.00"),
                    Money.ofYuan("50.00"),
                    LocalTime.parse("16:00"),
                    TradingCalendar.national());

    @ParameterizedTest
    @CsvSource({
        "2021-07-16T15:59:59+08:00, 2021-07-16",
        "2021-07-16T16:00:00+08:00, 2021-07-16",
        "2021-07-16T16:00:01+08:00, 2021-07-19",
        "2021-07-17T10:00:00+08:00, 2021-07-19",
        "2021-07-18T17:00:00+08:00, 2021-07-19",
        "2021-07-19T17:00:00+08:00, 2021-07-20",
        "2021-09-30T17:00:00+08:00, 2021-10-08"
    })
    void whatIsApprovedAfterTheCutOffIsPaidOnTheNextWorkingDay(
            OffsetDateTime approved, LocalDate day) {
        assertThat(rules.executionDay(approved)).isEqualTo(day);
    }

    @Test
    void twoOperatorsApproveFromTheThresholdOn() {
        assertThat(rules.needsTwoApprovals(Money.ofYuan("49.99"))).isFalse();
        assertThat(rules.needsTwoApprovals(Money.ofYuan("50.00"))).isTrue();
    }

    @Test
    void aWithdrawalAndADayOfThemHaveTheirLimits() {
        assertThatCode(() -> rules.requireWithin(Money.ofYuan("100.00"), Money.ofYuan("50.00")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.requireWithin(Money.ofYuan("100.01"), Money.ZERO))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("AMOUNT_ABOVE_LIMIT"));
        assertThatThrownBy(() -> rules.requireWithin(Money.ofYuan("100.00"), Money.ofYuan("50.01")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("DAILY_LIMIT_REACHED"));
    }
}
