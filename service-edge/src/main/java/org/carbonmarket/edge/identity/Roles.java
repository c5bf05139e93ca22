package org.carbonmarket.edge.identity;

/** The roles a token may carry in its {@code groups}. */
public final class Roles {

    public static final String PARTICIPANT = "participant";
    public static final String REGISTRY_OPERATOR = "registry-operator";
    public static final String MARKET_OPERATOR = "market-operator";
    public static final String SETTLEMENT_OPERATOR = "settlement-operator";
    public static final String REGULATOR = "regulator";
    public static final String VERIFIER = "verifier";
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
