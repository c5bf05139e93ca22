package org.carbonmarket.registry.province;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;

/** The account that keeps a province's withheld allowances. */
record ProvincialAccount(
        String province, AccountId account, String recordedBy, OffsetDateTime recordedAt) {}
