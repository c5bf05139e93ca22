package org.carbonmarket.settlement.bank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The bank that keeps the participants' money, and the one account there that holds all of it,
 * apart from the platform's own (Settlement Rules, Article 9).
 */
@ConfigMapping(prefix = "settlement.bank")
public interface SettlementBank {

    /** The number of the client money account, as the bank writes it. */
    @WithDefault("CARBON-CLIENT-MONEY")
    String account();

    /** In whose name the account is kept. */
    @WithDefault("Carbon Market Settlement, Client Money")
    String holder();

    /** The bank's code (BIC). */
    @WithDefault("ICBKCNBJ")
    String bic();
}
