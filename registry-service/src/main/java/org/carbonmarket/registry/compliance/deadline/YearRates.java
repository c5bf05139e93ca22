package org.carbonmarket.registry.compliance.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Database;

/** Reckons and publishes how a year was complied with. */
@ApplicationScoped
@Transactional
class YearRates {

    private final Database database;
    private final Outbox outbox;
    private final BusinessClock clock;

    YearRates(Database database, Outbox outbox, BusinessClock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    YearRate of(int year) {
        return database.find(
                        """
                        select count(*) as units,
                               count(*) filter (where state = 'FULFILLED') as fulfilled,
                               count(*) filter (where state = 'OVERDUE') as overdue,
                               coalesce(sum(obligation), 0)::bigint as obligation,
                               coalesce(sum(surrendered), 0)::bigint as surrendered,
                               coalesce(sum(offsets), 0)::bigint as offsets
                        from obligation where year = ?\
                        """,
                        row ->
                                new YearRate(
                                        year,
                                        row.number("units"),
                                        row.number("fulfilled"),
                                        row.number("overdue"),
                                        Tonnes.of(row.number("obligation")),
                                        Tonnes.of(row.number("surrendered")),
                                        Tonnes.of(row.number("offsets")),
                                        YearRate.rate(
                                                row.number("fulfilled"), row.number("units"))),
                        year)
                .orElseThrow();
    }

    YearRate publish(int year) {
        YearRate rate = of(year);
        outbox.publish(rate.event(clock.now()));
        return rate;
    }
}
