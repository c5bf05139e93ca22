package org.carbonmarket.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.local.Participants.Part;
import org.carbonmarket.local.Participants.Participant;
import org.junit.jupiter.api.Test;

class ParticipantsTest {

    private final Participants participants = Participants.ofTheLaunchDay();

    @Test
    void sixtyCompaniesWithAccountsOfTheirOwnTakeOneSideEach() {
        assertThat(participants.all())
                .hasSize(60)
                .allSatisfy(each -> {
                    assertThat(AccountId.of(each.account()).value()).isEqualTo(each.account());
                    assertThat(each.name()).isNotBlank();
                    assertThat(each.province()).isNotBlank();
                });
        assertThat(participants.all()).extracting(Participant::account).doesNotHaveDuplicates();
        assertThat(participants.taking(Part.SELLER)).isNotEmpty();
        assertThat(participants.taking(Part.BUYER)).isNotEmpty();
    }

    @Test
    void everyCompanyIsAllocatedAllowancesForTwoUnits() {
        Map<String, Long> unitsOf =
                units().stream().collect(Collectors.groupingBy(u -> u[1], Collectors.counting()));

        assertThat(unitsOf)
                .hasSize(60)
                .allSatisfy((account, units) -> assertThat(units).isEqualTo(2));
        assertThat(participants.all())
                .extracting(Participant::account)
                .containsExactlyInAnyOrderElementsOf(unitsOf.keySet());
        assertThat(units()).extracting(unit -> unit[0]).doesNotHaveDuplicates();
    }

    @Test
    void theSellersUnitsCoverTheDaysVolume() {
        List<String> sellers =
                participants.taking(Part.SELLER).stream().map(Participant::account).toList();

        long tonnes =
                units().stream()
                        .filter(unit -> sellers.contains(unit[1]))
                        .mapToLong(unit -> Long.parseLong(unit[3]))
                        .sum();

        assertThat(tonnes).isGreaterThan(LaunchDay.GOAL.volume());
    }

    private List<String[]> units() {
        return participants.unitsCsv().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
}
