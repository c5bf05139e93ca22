package org.carbonmarket.registry.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.allocation.AllocationLine.Grant;
import org.carbonmarket.registry.products.Product;
import org.carbonmarket.registry.products.Products;
import org.jspecify.annotations.Nullable;

/** Checks lines against what the registry knows. */
@ApplicationScoped
class LineChecks {

    private final Accounts accounts;
    private final Products products;
    private final AllocationTable table;

    LineChecks(Accounts accounts, Products products, AllocationTable table) {
        this.accounts = accounts;
        this.products = products;
        this.table = table;
    }

    /** Every reason why these lines cannot be posted now, by line. */
    List<LineError> errorsIn(List<AllocationLine> lines) {
        Map<AccountId, AccountState> states =
                accounts.holdStates(
                        lines.stream().map(AllocationLine::account).collect(Collectors.toSet()));
        Map<ProductCode, Product.Kind> kinds = new HashMap<>();
        products.all().forEach(product -> kinds.put(product.product(), product.kind()));
        Set<Grant> granted = table.grantedAmong(lines);
        List<LineError> errors = new ArrayList<>();
        for (AllocationLine line : lines) {
            checkAccount(line, states.get(line.account()), errors);
            checkProduct(line, kinds.get(line.product()), errors);
            if (granted.contains(line.grant())) {
                errors.add(
                        new LineError(
                                line.line(),
                                "unit",
                                "ALREADY_ALLOCATED",
                                "Unit %s has its %s under this document already."
                                        .formatted(line.unit(), line.product())));
            }
        }
        return errors;
    }

    private static void checkAccount(
            AllocationLine line, @Nullable AccountState state, List<LineError> errors) {
        if (state == null) {
            errors.add(
                    new LineError(
                            line.line(),
                            "account",
                            "ACCOUNT_UNKNOWN",
                            "There is no account " + line.account() + "."));
        } else if (state != AccountState.ACTIVE) {
            errors.add(
                    new LineError(
                            line.line(),
                            "account",
                            "ACCOUNT_NOT_ACTIVE",
                            "Account " + line.account() + " is " + state + "."));
        }
    }

    private static void checkProduct(
            AllocationLine line, Product.@Nullable Kind kind, List<LineError> errors) {
        if (kind == null) {
            errors.add(
                    new LineError(
                            line.line(),
                            "product",
                            "PRODUCT_UNKNOWN",
                            "There is no product " + line.product() + "."));
        } else if (kind != Product.Kind.ALLOWANCE) {
            errors.add(
                    new LineError(
                            line.line(),
                            "product",
                            "PRODUCT_NOT_AN_ALLOWANCE",
                            "Product " + line.product() + " is not allocated."));
        }
    }
}
