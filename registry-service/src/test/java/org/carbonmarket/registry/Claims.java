package org.carbonmarket.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.determination.AllocationDeduction;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.carbonmarket.registry.province.Arrears;
import org.carbonmarket.registry.province.SurrenderFirst;

/** Stands in for compliance towards accounts named {@code OWES-...}: each owes 150 tonnes. */
@ApplicationScoped
class Claims implements Arrears, AllocationDeduction, SurrenderFirst {

    private static final Tonnes OWED = Tonnes.of(150);

    private final Ledger ledger;
    private final BusinessClock clock;

    Claims(Ledger ledger, BusinessClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Set<AccountId> inArrears(Collection<AccountId> accounts) {
        return accounts.stream().filter(Claims::owes).collect(Collectors.toSet());
    }

    @Override
    public Map<AccountId, Tonnes> deductionsOf(Collection<AccountId> accounts, int year) {
        return inArrears(accounts).stream()
                .collect(Collectors.toMap(account -> account, account -> OWED));
    }

    @Override
    public Tonnes surrender(
            AccountId entity,
            AccountId provincial,
            ProductCode product,
            Tonnes kept,
            String actor) {
        if (!owes(entity)) {
            return Tonnes.ZERO;
        }
        HoldingsBook book = ledger.lock(List.of(new Holding(provincial, product)));
        book.post(
                        Posting.move(
                                new Posting.Cause(
                                        PostingReason.ADJUSTMENT, "claim", actor, clock.now()),
                                new Place.Held(provincial, Bucket.AVAILABLE),
                                Place.SystemAccount.ISSUANCE,
                                product,
                                OWED))
                .ifPresent(shortage -> {
                    throw new AssertionError(shortage);
                });
        ledger.write(book);
        return OWED;
    }

    private static boolean owes(AccountId account) {
        return account.value().startsWith("OWES-");
    }
}
