package org.carbonmarket.settlement.accounts;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.registry.AccountEvent;
import org.carbonmarket.events.registry.AccountEvent.AccountRecorded;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the registry tell of accounts. */
@ApplicationScoped
class AccountsListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "settlement.accounts";

    private final Inbox inbox;
    private final Accounts accounts;

    AccountsListener(Inbox inbox, Accounts accounts) {
        this.inbox = inbox;
        this.accounts = accounts;
    }

    @Incoming("registry-accounts")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    void apply(List<Received> batch) {
        accounts.record(batch.stream().map(AccountsListener::recorded).toList());
    }

    private static AccountRecorded recorded(Received received) {
        return switch ((AccountEvent) received.event()) {
            case AccountRecorded recorded -> recorded;
        };
    }
}
