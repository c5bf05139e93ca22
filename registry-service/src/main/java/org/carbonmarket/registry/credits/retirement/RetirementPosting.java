package org.carbonmarket.registry.credits.retirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.credits.serial.CreditBlock;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Entry;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Place.SystemAccount;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.products.CreditProduct;

/** How a retirement is posted. */
public final class RetirementPosting {

    private RetirementPosting() {}

    /** The account's own serials are retired. */
    public static Posting ofSerials(
            Posting.Cause cause, AccountId account, ProductCode product, Tonnes tonnes) {
        return Posting.move(
                cause,
                new Place.Held(account, Bucket.AVAILABLE),
                SystemAccount.RETIRED,
                product,
                tonnes);
    }

    /** The account gives fungible units; the pool gives as many credits, which are retired. */
    public static Posting ofUnits(
            Posting.Cause cause, AccountId account, Tonnes tonnes, List<CreditBlock> serials) {
        List<Entry> entries = new ArrayList<>();
        Place.Held available = new Place.Held(account, Bucket.AVAILABLE);
        entries.add(new Entry(available, CreditProduct.FUNGIBLE, -tonnes.value()));
        entries.add(new Entry(SystemAccount.CREDIT_POOL, CreditProduct.FUNGIBLE, tonnes.value()));
        Map<ProductCode, Long> byProduct = new TreeMap<>();
        for (CreditBlock block : serials) {
            CreditProduct product =
                    new CreditProduct(block.origin().project(), block.origin().vintage());
            byProduct.merge(product.code(), block.serials().units(), Math::addExact);
        }
        byProduct.forEach((product, units) -> {
            entries.add(new Entry(SystemAccount.CREDIT_POOL, product, -units));
            entries.add(new Entry(SystemAccount.RETIRED, product, units));
        });
        return new Posting(cause.reason(), cause.document(), cause.actor(), cause.at(), entries);
    }
}
