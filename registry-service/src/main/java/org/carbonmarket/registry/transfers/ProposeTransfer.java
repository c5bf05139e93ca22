package org.carbonmarket.registry.transfers;

import static org.carbonmarket.edge.request.Fields.positive;
import static org.carbonmarket.edge.request.Fields.text;

import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/** A transfer to be made, and the document that demands it. */
record ProposeTransfer(
        AccountId account,
        AccountId receiver,
        ProductCode product,
        Tonnes tonnes,
        Transfer.Kind kind,
        String document) {

    private static final int LONGEST_DOCUMENT = 200;

    ProposeTransfer checked() {
        positive("tonnes", tonnes);
        if (account.equals(receiver)) {
            throw Refusal.unprocessable(
                    "RECEIVER_IS_GIVER", "receiver", "An account cannot give to itself.");
        }
        return new ProposeTransfer(
                account,
                receiver,
                product,
                tonnes,
                kind,
                text("document", document, LONGEST_DOCUMENT));
    }
}
