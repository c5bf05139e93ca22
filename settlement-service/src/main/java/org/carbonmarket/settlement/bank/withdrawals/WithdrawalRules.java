package org.carbonmarket.settlement.bank.withdrawals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.quantity.Money;

/**
 * What limits a withdrawal (Settlement Rules, Chapter II: client money leaves only on the client's
 * word and under the settlement institution's control).
 *
 * @param most of one withdrawal
 * @param mostPerDay of one account in one day, by the time of the requests
 * @param secondApprovalFrom from this amount on, two operators approve
 * @param cutOff what is approved later is paid on the next working day
 * @param calendar says which days are working days: the settlement bank keeps the market's
 */
record WithdrawalRules(
        Money most,
        Money mostPerDay,
        Money secondApprovalFrom,
        LocalTime cutOff,
        TradingCalendar calendar) {

    static WithdrawalRules of(WithdrawalSettings settings) {
        return new WithdrawalRules(
                Money.ofYuan(settings.most()),
                Money.ofYuan(settings.mostPerDay()),
                Money.ofYuan(settings.secondApprovalFrom()),
                settings.cutOff(),
                TradingCalendar.national());
    }

    /**
     * Refuses more than one withdrawal, or the account's day, may take.
     *
     * @param askedToday what the account asked for today already and was not given back
     */
    void requireWithin(Money amount, Money askedToday) {
        if (amount.compareTo(most) > 0) {
            throw Refusal.unprocessable(
                    "AMOUNT_ABOVE_LIMIT",
                    "amount",
                    "One withdrawal takes at most %s yuan.".formatted(most));
        }
        if (askedToday.plus(amount).compareTo(mostPerDay) > 0) {
            throw new Refusal(
                    409,
                    "DAILY_LIMIT_REACHED",
                    "amount",
                    "An account withdraws at most %s yuan a day; %s were asked for today."
                            .formatted(mostPerDay, askedToday));
        }
    }

    boolean needsTwoApprovals(Money amount) {
        return amount.compareTo(secondApprovalFrom) >= 0;
    }

    /** The day the bank is asked to pay what is approved at a time in Asia/Shanghai. */
    LocalDate executionDay(OffsetDateTime approved) {
        LocalDate day = approved.toLocalDate();
        if (approved.toLocalTime().isAfter(cutOff)) {
            day = day.plusDays(1);
        }
        while (!calendar.isTradingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
