package org.carbonmarket.registry.credits.retirement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looking up a certificate by its hash, for anybody who was shown one. */
@Path("/certificates/{hash}")
@PermitAll
@Tag(name = "Credits")
class CertificateResource {

    private final RetirementTable table;
    private final Certificates certificates;

    CertificateResource(RetirementTable table, Certificates certificates) {
        this.table = table;
        this.certificates = certificates;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A retirement certificate; public",
            description = "The SHA-256 of this answer's bytes is the hash in its path.")
    @APIResponse(
            responseCode = "200",
            description = "The certificate, byte for byte as it was made out",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Certificate.class),
                            examples =
                                    @ExampleObject(
                                            name = "certificate",
                                            value = RetirementExamples.CERTIFICATE)))
    @APIResponse(
            responseCode = "404",
            description = "No certificate has that hash",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = RetirementExamples.CERTIFICATE_UNKNOWN)))
    public byte[] json(@PathParam("hash") String hash) {
        return find(hash);
    }

    @GET
    @Path("/pdf")
    @Produces("application/pdf")
    @Operation(summary = "The certificate as a PDF that states its hash; public")
    @APIResponse(
            responseCode = "200",
            description = "The certificate to print",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(implementation = byte[].class),
                            examples = @ExampleObject(name = "pdf", value = "%PDF-1.6")))
    @APIResponse(
            responseCode = "404",
            description = "No certificate has that hash",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = RetirementExamples.CERTIFICATE_UNKNOWN)))
    public byte[] pdf(@PathParam("hash") String hash) {
        return CertificatePdf.of(certificates.read(find(hash)), hash);
    }

    private byte[] find(String hash) {
        return table.certificate(hash)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "CERTIFICATE_UNKNOWN",
                                "No certificate of this registry has that hash."));
    }
}
