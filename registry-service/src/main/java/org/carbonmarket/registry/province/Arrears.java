package org.carbonmarket.registry.province;

import java.util.Collection;
import java.util.Set;
import org.carbonmarket.events.quantity.AccountId;

/** Which entities another feature knows to be in arrears with an earlier year's surrender. */
public interface Arrears {

    Set<AccountId> inArrears(Collection<AccountId> accounts);
}
