package org.carbonmarket.settlement.statements;

import org.carbonmarket.edge.request.Fields;

/** What is wrong with a statement in the participant's eyes. */
record FileObjection(String text) {

    FileObjection checked() {
        return new FileObjection(Fields.text("text", text, 2_000));
    }
}
