package org.carbonmarket.registry.credits.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.CreditEvent.CreditsTransferred;
import org.carbonmarket.registry.credits.serial.CreditBlock;
import org.carbonmarket.registry.credits.serial.SerialBook;
import org.carbonmarket.registry.credits.serial.Standing;
import org.carbonmarket.registry.products.CreditProduct;

/** Takes serials along when credits of a project go to another account. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SerialTransfers {

    private final Serials serials;
    private final Outbox outbox;

    SerialTransfers(Serials serials, Outbox outbox) {
        this.serials = serials;
        this.outbox = outbox;
    }

    /** Serials that are to go along; none when the product carries none. */
    public static final class Prepared {

        private final AccountId giver;
        private final AccountId receiver;
        private final Optional<Moved> moved;

        private Prepared(AccountId giver, AccountId receiver, Optional<Moved> moved) {
            this.giver = giver;
            this.receiver = receiver;
            this.moved = moved;
        }

        /** A posting's document that names the serials too. */
        public String document(String document) {
            return moved.map(some -> document + "; " + Serials.text(some.blocks()))
                    .orElse(document);
        }
    }

    private record Moved(Serials.Act act, SerialBook book, List<CreditBlock> blocks) {}

    /** Chooses the giver's first serials; call it before holdings are locked. */
    public Prepared prepare(
            AccountId giver, AccountId receiver, ProductCode product, Tonnes tonnes) {
        Optional<CreditProduct> credits = CreditProduct.of(product);
        if (credits.isEmpty()) {
            return new Prepared(giver, receiver, Optional.empty());
        }
        Serials.Act act = serials.begin();
        SerialBook book = serials.heldBy(giver, credits.get());
        List<CreditBlock> blocks =
                book.moveFirstIn(
                                _ -> true,
                                tonnes.value(),
                                new Standing.Held(receiver),
                                act.number())
                        .orElse(List.of());
        return new Prepared(giver, receiver, Optional.of(new Moved(act, book, blocks)));
    }

    /** Stores and publishes the move once the tonnes are posted. */
    public void complete(Prepared prepared, long posting, OffsetDateTime at) {
        prepared.moved.ifPresent(moved -> {
            if (moved.blocks().isEmpty()) {
                throw new IllegalStateException(prepared.giver + " has more tonnes than serials");
            }
            serials.store(moved.act(), moved.book(), posting, at);
            outbox.publish(
                    moved.blocks().stream()
                            .map(block ->
                                    new CreditsTransferred(
                                            block.origin().project(),
                                            block.origin().batch(),
                                            prepared.giver,
                                            prepared.receiver,
                                            block.serials().first(),
                                            block.serials().last(),
                                            at))
                            .toList());
        });
    }
}
