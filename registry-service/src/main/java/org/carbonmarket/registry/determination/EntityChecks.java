package org.carbonmarket.registry.determination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.allocation.LineError;
import org.carbonmarket.registry.determination.Entitlements.EntityDue;
import org.carbonmarket.registry.determination.EntityTable.Position;
import org.carbonmarket.registry.emissions.VerifiedEmissions;
import org.carbonmarket.registry.province.ProvincialAccounts;
import org.carbonmarket.registry.province.Route;

/** Checks what a file says against what the registry knows. */
@ApplicationScoped
class EntityChecks {

    private final ProvincialAccounts provinces;
    private final VerifiedEmissions verified;
    private final EntityTable table;

    EntityChecks(ProvincialAccounts provinces, VerifiedEmissions verified, EntityTable table) {
        this.provinces = provinces;
        this.verified = verified;
        this.table = table;
    }

    /** Every reason why these units and entities cannot be allocated now, by line. */
    List<LineError> errorsIn(Plan plan, List<DeterminedUnit> units, List<EntityDue> entities) {
        Set<AccountId> accounts =
                entities.stream().map(EntityDue::account).collect(Collectors.toSet());
        Map<AccountId, Route> routes = provinces.routesOf(accounts);
        Map<AccountId, Position> positions = table.positions(plan, accounts);
        List<LineError> errors = new ArrayList<>();
        for (DeterminedUnit unit : units) {
            if (routes.get(unit.account()) instanceof Route.Barred barred) {
                errors.add(new LineError(unit.line(), "account", barred.code(), barred.reason()));
            }
        }
        for (EntityDue entity : entities) {
            Position position = positions.getOrDefault(entity.account(), Position.NOTHING);
            if (plan.stage() == Stage.PRE_ALLOCATION && position.isFinal()) {
                errors.add(
                        error(
                                entity,
                                "account",
                                "ALREADY_FINAL",
                                "Account %s has its final allocation of %d."
                                        .formatted(entity.account(), plan.year())));
            }
        }
        checkOwners(plan, units, errors);
        checkMissingUnits(plan, units, entities, errors);
        plan.emissionsYear().ifPresent(year -> checkEmissions(year, entities, errors));
        return errors;
    }

    private void checkOwners(Plan plan, List<DeterminedUnit> units, List<LineError> errors) {
        Map<String, AccountId> owners = table.ownersOf(plan, units);
        for (DeterminedUnit unit : units) {
            AccountId owner = owners.getOrDefault(unit.unit(), unit.account());
            if (!owner.equals(unit.account())) {
                errors.add(
                        new LineError(
                                unit.line(),
                                "unit",
                                "UNIT_ELSEWHERE",
                                "Unit %s was allocated to account %s for this year."
                                        .formatted(unit.unit(), owner)));
            }
        }
    }

    /** An entity is moved to what its units are due together, so a file has all of them. */
    private void checkMissingUnits(
            Plan plan,
            List<DeterminedUnit> units,
            List<EntityDue> entities,
            List<LineError> errors) {
        Map<AccountId, EntityDue> byAccount =
                entities.stream().collect(Collectors.toMap(EntityDue::account, each -> each));
        Map<String, AccountId> given =
                units.stream()
                        .collect(Collectors.toMap(DeterminedUnit::unit, DeterminedUnit::account));
        Map<String, AccountId> owned = table.unitsOf(plan, new HashSet<>(byAccount.keySet()));
        owned.forEach((unit, account) -> {
            EntityDue entity = byAccount.get(account);
            if (entity != null && !account.equals(given.get(unit))) {
                errors.add(
                        error(
                                entity,
                                "unit",
                                "UNIT_MISSING",
                                "Unit %s of account %s was allocated for this year and is"
                                                .formatted(unit, account)
                                        + " not in the file."));
            }
        });
    }

    private void checkEmissions(int year, List<EntityDue> entities, List<LineError> errors) {
        Map<AccountId, Tonnes> approved =
                verified.of(entities.stream().map(EntityDue::account).toList(), year);
        for (EntityDue entity : entities) {
            Optional<Tonnes> figure = Optional.ofNullable(approved.get(entity.account()));
            if (figure.isEmpty()) {
                errors.add(
                        error(
                                entity,
                                "emissions",
                                "EMISSIONS_NOT_APPROVED",
                                "No report of account %s for %d is approved."
                                        .formatted(entity.account(), year)));
            } else if (!figure.get().equals(entity.emissions())) {
                errors.add(
                        error(
                                entity,
                                "emissions",
                                "EMISSIONS_DIFFER",
                                "The units of account %s add up to %s t; approved for %d are %s t."
                                        .formatted(
                                                entity.account(),
                                                entity.emissions(),
                                                year,
                                                figure.get())));
            }
        }
    }

    private static LineError error(EntityDue entity, String column, String code, String reason) {
        return new LineError(entity.firstLine(), column, code, reason);
    }
}
