package org.carbonmarket.registry.rulesets.book;

import org.carbonmarket.edge.request.Fields;

/** Why a proposal is turned down. */
record RejectRuleSet(String remark) {

    private static final int LONGEST_REMARK = 500;

    String checkedRemark() {
        return Fields.text("remark", remark, LONGEST_REMARK);
    }
}
