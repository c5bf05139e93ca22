package org.carbonmarket.registry.transfers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * The defences of transfers as they are in force on a day.
 *
 * @param proposalDays how long a proposal waits for its second person
 * @param trustedWorkingDays on which working day after its approval a trusted account counts
 * @param delayHours how long a transfer off the list of trusted accounts is delayed
 * @param offListCap the most a transfer off that list moves
 * @param dailyLimit the most an account gives on one day
 * @param opensAt from when on transfers are executed
 * @param closesAt until when they are
 * @param exceptions days that are working days against their weekday, or are not
 */
record TransferRules(
        int proposalDays,
        int trustedWorkingDays,
        int delayHours,
        Tonnes offListCap,
        Tonnes dailyLimit,
        LocalTime opensAt,
        LocalTime closesAt,
        Map<LocalDate, Boolean> exceptions) {

    TransferRules {
        exceptions = Map.copyOf(exceptions);
    }

    boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, !weekend);
    }

    /** Whether transfers are executed at a time. */
    boolean isOpen(OffsetDateTime at) {
        LocalTime time = at.toLocalTime();
        return isWorkingDay(at.toLocalDate()) && !time.isBefore(opensAt) && time.isBefore(closesAt);
    }

    /** The day from which an account approved on a day is trusted. */
    LocalDate trustedFrom(LocalDate approved) {
        LocalDate day = approved;
        int left = trustedWorkingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    OffsetDateTime expiryOf(OffsetDateTime proposed) {
        return proposed.plusDays(proposalDays);
    }

    /** When a transfer approved at a time may be executed. */
    OffsetDateTime notBefore(OffsetDateTime approved, boolean trusted) {
        return trusted ? approved : approved.plusHours(delayHours);
    }
}
