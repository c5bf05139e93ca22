package org.carbonmarket.settlement.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.funds.ledger.FundsReader;
import org.carbonmarket.settlement.funds.ledger.FundsView;

/** Makes statements from the ledger's entries, as of now. */
@ApplicationScoped
@Transactional
class Statements {

    private static final int LONGEST_PERIOD_DAYS = 366;

    private final FundsReader reader;
    private final Accounts accounts;
    private final Objections objections;

    Statements(FundsReader reader, Accounts accounts, Objections objections) {
        this.reader = reader;
        this.accounts = accounts;
        this.objections = objections;
    }

    /** A day's statement, which can be objected to. */
    Statement ofDay(AccountId account, LocalDate day) {
        Statement made = made(account, day, day);
        return new Statement(
                made.account(),
                made.holder(),
                day,
                day,
                day,
                made.opening(),
                made.postings(),
                made.fees(),
                made.closing(),
                objections.standing(account, day));
    }

    /**
     * A statement of the days from one to another, both included.
     *
     * @throws Refusal 422 when the days are not in order or more than a year
     */
    Statement ofPeriod(AccountId account, LocalDate from, LocalDate until) {
        long days = ChronoUnit.DAYS.between(from, until) + 1;
        if (days < 1 || days > LONGEST_PERIOD_DAYS) {
            throw Refusal.unprocessable(
                    "PERIOD_OUT_OF_RANGE",
                    "until",
                    "A statement is of 1 to " + LONGEST_PERIOD_DAYS + " days.");
        }
        return made(account, from, until);
    }

    private Statement made(AccountId account, LocalDate from, LocalDate until) {
        accounts.requireKnown(account);
        OffsetDateTime start = from.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        OffsetDateTime end = until.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        return new Statement(
                account,
                accounts.nameOf(account),
                null,
                from,
                until,
                FundsView.of(reader.balanceBefore(account, start)),
                reader.postingsBetween(account, start, end),
                reader.feesBetween(account, start, end),
                FundsView.of(reader.balanceBefore(account, end)),
                null);
    }
}
