package org.carbonmarket.registry.emissions;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * The emissions that count: reported, confirmed by a verifier and approved by the provincial
 * authority (Interim Regulations, Articles 11 and 12). Of several approved versions the newest
 * counts.
 */
public interface VerifiedEmissions {

    /** What an entity emitted in a year; empty while no report of that year is approved. */
    Optional<Tonnes> of(AccountId account, int year);

    /** The same for many entities; those without an approved report are absent. */
    Map<AccountId, Tonnes> of(Collection<AccountId> accounts, int year);

    /** Every approved figure of a year, by account. */
    Map<AccountId, Tonnes> ofYear(int year);
}
