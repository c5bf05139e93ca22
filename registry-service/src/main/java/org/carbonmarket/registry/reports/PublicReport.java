package org.carbonmarket.registry.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The public reports (Registration Rules, Article 29). Nobody's holdings are in them but what the
 * rules make public: who has an account, products in total, entries without their parties.
 */
enum PublicReport {
    ACCOUNTS(
            "account",
            List.of(
                    Field.text("account"),
                    Field.text("name"),
                    Field.text("kind"),
                    Field.text("state"),
                    Field.text("province"),
                    Field.text("sector")),
            """
            select account, name, kind, state, coalesce(province, '') as province,
                   coalesce(sector, '') as sector
            from account\
            """),
    HOLDINGS(
            "product",
            List.of(
                    Field.text("product"),
                    Field.text("kind"),
                    Field.number("accounts"),
                    Field.number("tonnes"),
                    Field.number("frozen")),
            """
            select product, kind,
                   count(*) filter (where available + in_trading + delivering + frozen > 0)
                       as accounts,
                   coalesce(sum(available + in_trading + delivering + frozen), 0)::bigint as tonnes,
                   coalesce(sum(frozen), 0)::bigint as frozen
            from product left join holding using (product)
            group by product, kind\
            """),
    TRANSACTIONS(
            "entry",
            List.of(
                    Field.number("entry"),
                    Field.number("posting"),
                    Field.text("reason"),
                    Field.text("product"),
                    Field.number("tonnes"),
                    Field.text("day")),
            """
            select p.number * 100000 + e.line as entry, p.number as posting, p.reason, e.product,
                   e.tonnes, to_char(p.posted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
            from posting p join entry e on e.posting = p.number
            where e.tonnes > 0\
            """),
    RETIREMENTS(
            "act",
            List.of(
                    Field.number("act"),
                    Field.text("retirement"),
                    Field.text("account"),
                    Field.text("product"),
                    Field.number("tonnes"),
                    Field.text("purpose"),
                    Field.text("beneficiary"),
                    Field.text("certificate"),
                    Field.text("day")),
            """
            select act, retirement, account, product, tonnes, purpose, beneficiary,
                   certificate_hash as certificate,
                   to_char(retired_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
            from retirement\
            """),
    COMPLIANCE(
            "unit",
            List.of(
                    Field.text("unit"),
                    Field.text("account"),
                    Field.number("year"),
                    Field.text("state"),
                    Field.number("obligation"),
                    Field.number("surrendered"),
                    Field.number("offset"),
                    Field.text("deadline")),
            """
            select year || ' ' || account as unit, account, year, state, obligation, surrendered,
                   offsets as "offset", deadline::text as deadline
            from obligation\
            """);

    /** How many entries a posting can have at most, for the key of one. */
    private static final String ENTRIES_PER_POSTING = "100000";

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<Field> fields;

    private final String sql;

    PublicReport(String key, List<Field> fields, String sql) {
        this.key = key;
        this.fields = fields;
        this.sql = sql;
    }

    /**
     * A column.
     *
     * @param isNumber whole tonnes or a count; otherwise a text
     */
    record Field(String name, boolean isNumber) {

        static Field text(String name) {
            return new Field(name, false);
        }

        static Field number(String name) {
            return new Field(name, true);
        }
    }

    /** The report of that name in a path. */
    static Optional<PublicReport> named(String name) {
        for (PublicReport report : values()) {
            if (report.path().equals(name)) {
                return Optional.of(report);
            }
        }
        return Optional.empty();
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column it is sorted and paged by. */
    Field key() {
        return field(key).orElseThrow();
    }

    List<Field> fields() {
        return fields;
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * The rows after a key, in order of it, that have these columns' values.
     *
     * @param filters columns of this report
     */
    String select(List<Field> filters) {
        StringBuilder select = new StringBuilder("select * from (").append(sql);
        select.append(") report where ").append(compared(key(), ">"));
        if (this == TRANSACTIONS) {
            select.append(" and posting >= ?::bigint / ").append(ENTRIES_PER_POSTING);
        }
        for (Field filter : filters) {
            select.append(" and ").append(compared(filter, "="));
        }
        select.append(" order by ").append(quoted(key()));
        if (!key().isNumber()) {
            select.append(" collate \"C\"");
        }
        return select.append(" limit ?").toString();
    }

    /** How often the key is bound before the filters are. */
    int keyParameters() {
        return this == TRANSACTIONS ? 2 : 1;
    }

    private static String compared(Field field, String operator) {
        return field.isNumber()
                ? quoted(field) + " " + operator + " ?::bigint"
                : quoted(field) + " collate \"C\" " + operator + " ?";
    }

    private static String quoted(Field field) {
        return '"' + field.name() + '"';
    }
}
