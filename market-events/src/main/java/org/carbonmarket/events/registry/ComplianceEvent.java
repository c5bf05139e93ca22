package org.carbonmarket.events.registry;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** A key emitting unit's yearly duty to surrender allowances for its verified emissions. */
public sealed interface ComplianceEvent extends PublishedEvent {

    int year();

    /** An event of one unit's compliance. */
    sealed interface OfUnit extends ComplianceEvent {

        AccountId account();

        @Override
        default String key() {
            return account().value();
        }
    }

    /** States of an obligation. */
    enum ComplianceState {
        OPEN,
        PARTLY_SURRENDERED,
        FULFILLED,
        OVERDUE
    }

    /** The whole state of one unit's obligation for one year after a change. */
    record ObligationRecorded(
            AccountId account,
            int year,
            Tonnes verifiedEmissions,
            Tonnes obligation,
            Tonnes surrendered,
            Tonnes offset,
            ComplianceState state,
            OffsetDateTime at)
            implements OfUnit {}

    /** Allowances left the market for good against a year's obligation. */
    record AllowancesSurrendered(
            long posting,
            AccountId account,
            int year,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements OfUnit {}

    /**
     * A unit missed the deadline and was told so.
     *
     * @param year the year whose obligation is short
     * @param averagePrice average traded price of allowances in the month before the deadline;
     *     absent when none was traded
     * @param fineFrom lower end of the fine: a multiple of the average price times the shortfall
     * @param fineTo upper end of the fine
     * @param deductionYear the year whose allocation is cut by the shortfall; absent when the rules
     *     in force deduct no more
     */
    record ShortfallNoticed(
            String notice,
            AccountId account,
            int year,
            Tonnes shortfall,
            @Nullable Price averagePrice,
            @Nullable Money fineFrom,
            @Nullable Money fineTo,
            @Nullable Integer deductionYear,
            OffsetDateTime at)
            implements OfUnit {}

    /**
     * A unit was still short after its notice: its allocation of a later year is cut by as much.
     *
     * @param year the year whose obligation was short
     * @param deductionYear the year whose allocation is cut
     */
    record ShortfallDeducted(
            AccountId account, int year, int deductionYear, Tonnes tonnes, OffsetDateTime at)
            implements OfUnit {}

    /**
     * Allowances of an old vintage became allowances of a later one, tonne for tonne.
     *
     * @param year the year they are carried into
     */
    record AllowancesCarriedOver(
            long posting,
            AccountId account,
            int year,
            ProductCode from,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements OfUnit {}

    /**
     * Allowances that were not carried over can no longer be used.
     *
     * @param year the first year they are of no use for
     */
    record AllowancesLapsed(
            long posting,
            AccountId account,
            int year,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements OfUnit {}

    /**
     * How a year was complied with, over all units that have an obligation for it.
     *
     * @param units how many have one
     * @param fulfilled how many met it
     * @param overdue how many missed the deadline and are still short
     * @param rate fulfilled of all units, in percent with two decimals, half up
     */
    record ComplianceRated(
            int year,
            long units,
            long fulfilled,
            long overdue,
            Tonnes obligation,
            Tonnes surrendered,
            Tonnes offset,
            String rate,
            OffsetDateTime at)
            implements ComplianceEvent {

        @Override
        public String key() {
            return Integer.toString(year);
        }
    }
}
