package org.carbonmarket.registry.compliance;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.ComplianceState;
import org.jspecify.annotations.Nullable;

/**
 * Allowances or credits that met a part of an obligation.
 *
 * @param posting the ledger's posting
 * @param retirement of credits: the retirement that names their serials
 * @param remaining what is still owed after it
 */
record Surrender(
        long posting,
        AccountId account,
        int year,
        ProductCode product,
        Tonnes tonnes,
        @Nullable String retirement,
        ComplianceState state,
        Tonnes remaining,
        OffsetDateTime at) {}
