package org.carbonmarket.registry.compliance;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.ComplianceState;
import org.carbonmarket.events.registry.ComplianceEvent.ObligationRecorded;

/**
 * What a unit owes for a year, and what of it is met (Interim Regulations, Article 14). The plan's
 * caps are in what a unit is allocated: at least its emissions less the greatest shortfall.
 *
 * @param version counts the obligation's changes from 1
 * @param surrendered allowances
 * @param offset credits
 * @param deducted of the shortfall, taken off a later year's allocation
 * @param deadline the last day to surrender
 * @param missed whether the deadline passed with the obligation unmet
 */
public record Obligation(
        AccountId account,
        int year,
        long version,
        Tonnes verifiedEmissions,
        Tonnes obligation,
        Tonnes surrendered,
        Tonnes offset,
        Tonnes deducted,
        LocalDate deadline,
        boolean missed,
        OffsetDateTime at) {

    /** The obligation that follows from approved emissions. */
    static Obligation of(
            AccountId account, int year, Tonnes emissions, LocalDate deadline, OffsetDateTime at) {
        return new Obligation(
                account,
                year,
                1,
                emissions,
                emissions,
                Tonnes.ZERO,
                Tonnes.ZERO,
                Tonnes.ZERO,
                deadline,
                false,
                at);
    }

    /** What is still to be surrendered. */
    public Tonnes remaining() {
        long met = surrendered.plus(offset).plus(deducted).value();
        return Tonnes.of(Math.max(0, obligation.value() - met));
    }

    /** How the unit stands. */
    public ComplianceState state() {
        Tonnes met = surrendered.plus(offset);
        if (met.compareTo(obligation) >= 0) {
            return ComplianceState.FULFILLED;
        }
        if (missed) {
            return ComplianceState.OVERDUE;
        }
        return met.isZero() ? ComplianceState.OPEN : ComplianceState.PARTLY_SURRENDERED;
    }

    /** A later version of the emissions report was approved. */
    Obligation restated(Tonnes emissions, LocalDate newDeadline, OffsetDateTime now) {
        return new Obligation(
                account,
                year,
                version + 1,
                emissions,
                emissions,
                surrendered,
                offset,
                deducted,
                newDeadline,
                missed,
                now);
    }

    Obligation surrendered(Tonnes tonnes, OffsetDateTime now) {
        return with(surrendered.plus(demandRoom(tonnes)), offset, deducted, missed, now);
    }

    Obligation offset(Tonnes tonnes, OffsetDateTime now) {
        return with(surrendered, offset.plus(demandRoom(tonnes)), deducted, missed, now);
    }

    /** The deadline passed. */
    public Obligation missed(OffsetDateTime now) {
        return with(surrendered, offset, deducted, true, now);
    }

    /** What is short is taken off a later allocation. */
    public Obligation deducted(OffsetDateTime now) {
        return with(surrendered, offset, deducted.plus(remaining()), missed, now);
    }

    private Tonnes demandRoom(Tonnes tonnes) {
        if (tonnes.compareTo(remaining()) > 0) {
            throw new IllegalArgumentException(tonnes + " t are more than is owed");
        }
        return tonnes;
    }

    private Obligation with(
            Tonnes newSurrendered,
            Tonnes newOffset,
            Tonnes newDeducted,
            boolean newMissed,
            OffsetDateTime now) {
        return new Obligation(
                account,
                year,
                version + 1,
                verifiedEmissions,
                obligation,
                newSurrendered,
                newOffset,
                newDeducted,
                deadline,
                newMissed,
                now);
    }

    ObligationRecorded recorded() {
        return new ObligationRecorded(
                account, year, verifiedEmissions, obligation, surrendered, offset, state(), at);
    }
}
