package org.carbonmarket.reporting.folding;

import java.util.List;
import org.carbonmarket.delivery.inbox.Received;

/** A view that is folded from events. */
@FunctionalInterface
public interface View {

    /**
     * Folds the events this view understands, in the transaction that also moves the topic's
     * position. Events of one topic and partition come in order; between topics there is none, so a
     * view must come out the same in any.
     *
     * @param batch of one topic
     */
    void fold(List<Received> batch);
}
