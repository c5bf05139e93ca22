package org.carbonmarket.settlement.bank.withdrawals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** The operator's limits for money going out. Amounts are decimal yuan. */
@ConfigMapping(prefix = "settlement.withdrawals")
interface WithdrawalSettings {

    /** The most that one withdrawal may take. */
    @WithDefault("100000000.00")
    String most();

    /** The most that one account may ask for in one day. */
    @WithDefault("500000000.00")
    String mostPerDay();

    /** From this amount on, two operators approve. */
    @WithDefault("5000000.00")
    String secondApprovalFrom();

    /** What is approved after this time of day is paid on the next working day. */
    @WithDefault("16:00")
    LocalTime cutOff();
}
