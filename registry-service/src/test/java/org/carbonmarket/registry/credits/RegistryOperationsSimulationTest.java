package org.carbonmarket.registry.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.credits.InMemoryRegistry.cause;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.credits.retirement.RetirementPosting;
import org.carbonmarket.registry.credits.serial.CreditBlock;
import org.carbonmarket.registry.credits.serial.SerialBook;
import org.carbonmarket.registry.credits.serial.SerialRange;
import org.carbonmarket.registry.credits.serial.Standing;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Place.SystemAccount;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.products.CreditProduct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A seed drives every operation that moves tonnes or serials, in any order and with any amount.
 * After each step what came is what is there and what left (I1), no bucket is negative (I5: a
 * balance refuses), serials are gap-free and disjoint and as many as the tonnes, and the chain
 * verifies. {@code -Dregistry.simulation.steps=20000} for the full size.
 */
class RegistryOperationsSimulationTest {

    private static final int STEPS = Integer.getInteger("registry.simulation.steps", 3_000);
    private static final List<AccountId> ACCOUNTS =
            Stream.of("POWER-1", "POWER-2", "FOREST-1", "FUND-1").map(AccountId::of).toList();
    private static final List<ProductCode> ALLOWANCES =
            Stream.of("CEA23", "CEA24").map(ProductCode::of).toList();
    private static final ProductCode NEXT = ProductCode.of("CEA25");
    private static final List<CreditProduct> CREDITS =
            List.of(new CreditProduct("FOREST1", 2023), new CreditProduct("WIND7", 2024));

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private Random random = new Random(0);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20240122, 4103953})
    void everyTonneAndEverySerialIsInExactlyOnePlaceAfterEveryStep(long seed) {
        random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            step();
            registry.check("seed %d, step %d".formatted(seed, step));
        }
        System.out.printf(
                "seed %d: %d steps, %d postings, %d blocks of serials%n",
                seed, STEPS, registry.postings(), registry.blocks().size());
        assertThat(registry.postings()).isGreaterThan(STEPS / 4);
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0, 1 -> registry.post(issueAllowances());
            case 2 -> issueCredits();
            case 3, 4 -> pool();
            case 5 -> retireSerials();
            case 6 -> retireExactly();
            case 7, 8 -> retireUnits();
            case 9 -> move(PostingReason.ENTRUSTMENT, Bucket.AVAILABLE, Bucket.IN_TRADING);
            case 10 -> move(PostingReason.RETURN_FROM_TRADING, Bucket.IN_TRADING, Bucket.AVAILABLE);
            case 11 -> move(PostingReason.RETURN_FROM_TRADING, Bucket.IN_TRADING, Bucket.FROZEN);
            case 12 -> move(PostingReason.FREEZE, Bucket.AVAILABLE, Bucket.FROZEN);
            case 13 -> move(PostingReason.UNFREEZE, Bucket.FROZEN, Bucket.AVAILABLE);
            case 14 -> trade();
            case 15 -> transfer();
            case 16 -> leave(PostingReason.SURRENDER, SystemAccount.SURRENDERED);
            case 17 -> leave(PostingReason.VOLUNTARY_CANCELLATION, SystemAccount.CANCELLED);
            case 18 -> carryOver();
            default -> leave(PostingReason.LAPSE, SystemAccount.LAPSED);
        }
    }

    private Posting issueAllowances() {
        return Posting.issue(
                cause(PostingReason.INITIAL_ALLOCATION), anyAccount(), any(ALLOWANCES), tonnes());
    }

    private void issueCredits() {
        CreditProduct product = any(CREDITS);
        AccountId owner = anyAccount();
        Tonnes tonnes = tonnes();
        SerialBook book = new SerialBook(List.of());
        book.issue(
                new CreditBlock(
                        SerialRange.of(registry.takeSerials(tonnes.value()), tonnes.value()),
                        new CreditBlock.Origin(
                                product.project(), product.project() + "-B", product.vintage()),
                        new Standing.Held(owner),
                        registry.nextAct()));
        registry.store(book);
        registry.post(
                Posting.issue(cause(PostingReason.CREDIT_ISSUANCE), owner, product.code(), tonnes));
    }

    private void pool() {
        CreditProduct product = any(CREDITS);
        AccountId holder = anyAccount();
        Tonnes tonnes = tonnes();
        boolean posted =
                registry.post(
                        Posting.convert(
                                cause(PostingReason.CREDIT_POOLING),
                                new Place.Held(holder, Bucket.AVAILABLE),
                                SystemAccount.CREDIT_POOL,
                                product.code(),
                                CreditProduct.FUNGIBLE,
                                tonnes));
        if (posted) {
            moveHeld(holder, product, tonnes, new Standing.Pooled());
        }
    }

    private void moveHeld(AccountId holder, CreditProduct product, Tonnes tonnes, Standing to) {
        SerialBook book = registry.open(block -> isHeld(block, holder, product));
        assertThat(book.moveFirstIn(_ -> true, tonnes.value(), to, registry.nextAct())).isPresent();
        registry.store(book);
    }

    private static boolean isHeld(CreditBlock block, AccountId holder, CreditProduct product) {
        return block.standing().equals(new Standing.Held(holder))
                && block.origin().project().equals(product.project());
    }

    private void retireSerials() {
        CreditProduct product = any(CREDITS);
        AccountId holder = anyAccount();
        Tonnes tonnes = tonnes();
        if (registry.post(
                RetirementPosting.ofSerials(
                        cause(PostingReason.CREDIT_RETIREMENT), holder, product.code(), tonnes))) {
            moveHeld(holder, product, tonnes, new Standing.Retired("RT"));
        }
    }

    private void retireExactly() {
        CreditProduct product = any(CREDITS);
        AccountId holder = anyAccount();
        SerialBook book = registry.open(block -> isHeld(block, holder, product));
        if (book.blocks().isEmpty()) {
            return;
        }
        SerialRange whole = any(book.blocks()).serials();
        long units = random.nextLong(whole.units()) + 1;
        long first = whole.first() + random.nextLong(whole.units() - units + 1);
        book.moveExactly(
                _ -> true,
                SerialRange.of(first, units),
                new Standing.Retired("RT"),
                registry.nextAct());
        if (registry.post(
                RetirementPosting.ofSerials(
                        cause(PostingReason.CREDIT_RETIREMENT),
                        holder,
                        product.code(),
                        Tonnes.of(units)))) {
            registry.store(book);
        }
    }

    private void retireUnits() {
        AccountId holder = anyAccount();
        Tonnes tonnes = tonnes();
        SerialBook book = registry.open(block -> block.standing() instanceof Standing.Pooled);
        book.moveFirstIn(_ -> true, tonnes.value(), new Standing.Retired("RT"), registry.nextAct())
                .filter(serials ->
                        registry.post(
                                RetirementPosting.ofUnits(
                                        cause(PostingReason.CREDIT_RETIREMENT),
                                        holder,
                                        tonnes,
                                        serials)))
                .ifPresent(_ -> registry.store(book));
    }

    private void move(PostingReason reason, Bucket from, Bucket to) {
        AccountId account = anyAccount();
        registry.post(
                Posting.move(
                        cause(reason),
                        new Place.Held(account, from),
                        new Place.Held(account, to),
                        anyTraded(),
                        tonnes()));
    }

    /** Locked, and then delivered to the buyer or given back to the seller. */
    private void trade() {
        ProductCode product = anyTraded();
        AccountId seller = anyAccount();
        AccountId buyer = random.nextInt(4) == 0 ? seller : anyAccount();
        Tonnes tonnes = tonnes();
        Place.Held locked = new Place.Held(seller, Bucket.DELIVERING);
        boolean posted =
                registry.post(
                        Posting.move(
                                cause(PostingReason.DELIVERY_LOCK),
                                new Place.Held(seller, Bucket.IN_TRADING),
                                locked,
                                product,
                                tonnes));
        if (posted && random.nextInt(5) > 0) {
            registry.post(
                    Posting.move(
                            cause(PostingReason.DELIVERY),
                            locked,
                            new Place.Held(buyer, Bucket.IN_TRADING),
                            product,
                            tonnes));
        }
    }

    private void transfer() {
        AccountId giver = anyAccount();
        AccountId receiver = anyAccount();
        if (giver.equals(receiver)) {
            return;
        }
        CreditProduct credits = any(CREDITS);
        boolean serials = random.nextBoolean();
        Tonnes tonnes = tonnes();
        boolean posted =
                registry.post(
                        Posting.move(
                                cause(PostingReason.NON_TRADING_TRANSFER),
                                new Place.Held(giver, Bucket.AVAILABLE),
                                new Place.Held(receiver, Bucket.AVAILABLE),
                                serials ? credits.code() : any(ALLOWANCES),
                                tonnes));
        if (posted && serials) {
            moveHeld(giver, credits, tonnes, new Standing.Held(receiver));
        }
    }

    private void leave(PostingReason reason, SystemAccount to) {
        registry.post(
                Posting.move(
                        cause(reason),
                        new Place.Held(anyAccount(), Bucket.AVAILABLE),
                        to,
                        any(ALLOWANCES),
                        tonnes()));
    }

    private void carryOver() {
        AccountId account = anyAccount();
        ProductCode old = any(ALLOWANCES);
        Tonnes tonnes = tonnes();
        boolean locked =
                registry.post(
                        Posting.move(
                                cause(PostingReason.CARRY_OVER_LOCK),
                                new Place.Held(account, Bucket.AVAILABLE),
                                new Place.Held(account, Bucket.FROZEN),
                                old,
                                tonnes));
        if (locked) {
            registry.post(
                    Posting.convert(
                            cause(PostingReason.CARRY_OVER),
                            new Place.Held(account, Bucket.FROZEN),
                            SystemAccount.CARRY_OVER,
                            old,
                            NEXT,
                            tonnes));
        }
    }

    private ProductCode anyTraded() {
        return random.nextInt(3) == 0 ? CreditProduct.FUNGIBLE : any(ALLOWANCES);
    }

    private AccountId anyAccount() {
        return any(ACCOUNTS);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Tonnes tonnes() {
        return Tonnes.of(random.nextLong(1, 200));
    }
}
