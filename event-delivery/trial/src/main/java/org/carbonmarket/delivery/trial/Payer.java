package org.carbonmarket.delivery.trial;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Pays into accounts until each has had its number of payments: the count of an account is the
 * effect, a deposit with that count as its bank reference the event. Some transactions stay open
 * for a while, so that rows commit late.
 */
@ApplicationScoped
class Payer {

    private static final Logger LOG = Logger.getLogger(Payer.class);
    private static final int PAYERS = 3;
    private static final int ACCOUNTS_OF_A_PAYER = 10;
    private static final int HESITATES_ONE_IN = 8;
    private static final long LONGEST_HESITATION_NANOS = 40_000_000;
    private static final long RETRY_NANOS = 200_000_000;
    private static final Money AMOUNT = Money.ofYuan("48.00");
    private static final OffsetDateTime AT = OffsetDateTime.parse("2021-07-16T09:30:00+08:00");

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final int payments;
    private volatile boolean stopping;

    Payer(
            AgroalDataSource database,
            Outbox outbox,
            @ConfigProperty(name = "trial.payments") int payments) {
        this.database = database;
        this.outbox = outbox;
        this.payments = payments;
    }

    void start(@Observes StartupEvent started) {
        for (int payer = 0; payer < PAYERS; payer++) {
            int number = payer;
            Thread.ofVirtual().name("payer-" + payer).start(() -> pay(number));
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    private void pay(int payer) {
        SplittableRandom random = new SplittableRandom();
        List<String> accounts =
                IntStream.range(0, ACCOUNTS_OF_A_PAYER)
                        .mapToObj(account -> "TRIAL-%d-%d".formatted(payer, account))
                        .toList();
        boolean more = true;
        while (more && !stopping) {
            try {
                more = QuarkusTransaction.requiringNew().call(() -> payOnce(accounts, random));
            } catch (RuntimeException databaseAway) {
                LOG.warnf("tries again: %s", databaseAway.getMessage());
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private boolean payOnce(List<String> accounts, SplittableRandom random) throws SQLException {
        List<FundsDeposited> deposits = count(accounts);
        outbox.publish(deposits);
        if (random.nextInt(HESITATES_ONE_IN) == 0) {
            LockSupport.parkNanos(random.nextLong(LONGEST_HESITATION_NANOS));
        }
        return !deposits.isEmpty();
    }

    private List<FundsDeposited> count(List<String> accounts) throws SQLException {
        List<FundsDeposited> deposits = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                """
                                update trial_account set paid = paid + 1
                                 where account = any (?) and paid < ?
                                returning account, paid
                                """)) {
            update.setArray(1, connection.createArrayOf("text", accounts.toArray()));
            update.setInt(2, payments);
            try (ResultSet result = update.executeQuery()) {
                while (result.next()) {
                    deposits.add(
                            new FundsDeposited(
                                    AccountId.of(result.getString(1)),
                                    AMOUNT,
                                    Long.toString(result.getLong(2)),
                                    AT));
                }
            }
        }
        return deposits;
    }
}
