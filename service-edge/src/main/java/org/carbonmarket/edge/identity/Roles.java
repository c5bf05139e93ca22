package org.carbonmarket.edge.identity;

/** The roles a token may carry in its {@code groups}. */
public final class Roles {

    public static final String PARTICIPANT = "participant";
    public static final String REGISTRY_OPERATOR = "registry-operator";
    public static final String MARKET_OPERATOR = "market-operator";
    public static final String SETTLEMENT_OPERATOR = "settlement-operator";

    /** The settlement bank's own systems: they hand in its messages and fetch payment orders. */
    public static final String SETTLEMENT_BANK = "settlement-bank";

    public static final String REGULATOR = "regulator";
    public static final String VERIFIER = "verifier";
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
