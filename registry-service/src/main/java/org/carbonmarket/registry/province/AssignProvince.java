package org.carbonmarket.registry.province;

import org.carbonmarket.events.quantity.AccountId;

/** The account that keeps a province's withheld allowances from now on. */
record AssignProvince(AccountId account) {}
