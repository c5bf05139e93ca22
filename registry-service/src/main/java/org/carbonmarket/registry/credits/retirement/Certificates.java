package org.carbonmarket.registry.credits.retirement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.credits.retirement.Certificate.RetiredSerials;
import org.carbonmarket.registry.credits.serial.CreditBlock;

/** Makes certificates out, and reads those that were. */
@ApplicationScoped
class Certificates {

    private final RetirementTable table;
    private final ObjectMapper json;

    Certificates(RetirementTable table, ObjectMapper json) {
        this.table = table;
        this.json = json;
    }

    Certificate of(
            String number,
            AccountId account,
            RetireCredits asked,
            Purpose purpose,
            List<CreditBlock> retired,
            long posting,
            OffsetDateTime at) {
        Map<String, String> methodologies =
                table.methodologies(
                        retired.stream()
                                .map(block -> block.origin().project())
                                .collect(Collectors.toSet()));
        return new Certificate(
                number,
                account,
                asked.beneficiary(),
                purpose,
                asked.reason(),
                asked.tonnes(),
                retired.stream().map(block -> serials(block, methodologies)).toList(),
                posting,
                at);
    }

    private static RetiredSerials serials(CreditBlock block, Map<String, String> methodologies) {
        return new RetiredSerials(
                block.origin().project(),
                methodologies.getOrDefault(block.origin().project(), ""),
                block.origin().batch(),
                block.origin().vintage(),
                block.serials().first(),
                block.serials().last());
    }

    byte[] write(Certificate certificate) {
        try {
            return json.writeValueAsBytes(certificate);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Certificate read(byte[] text) {
        try {
            return json.readValue(text, Certificate.class);
        } catch (IOException altered) {
            throw new IllegalStateException("a stored certificate cannot be read", altered);
        }
    }

    static String hashOf(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
