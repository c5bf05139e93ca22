package org.carbonmarket.settlement.statements;

import org.carbonmarket.edge.request.Fields;

/** What the operator says to an objection. */
record AnswerObjection(String answer) {

    AnswerObjection checked() {
        return new AnswerObjection(Fields.text("answer", answer, 2_000));
    }
}
