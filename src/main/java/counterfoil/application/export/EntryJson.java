package counterfoil.application.export;

import com.fasterxml.jackson.core.JsonGenerator;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Provenance;
import counterfoil.payload.ShownPayload;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry as a JSON object, with everything that is recorded and the hash that stands for it in
 * the tree. What is not known is absent. For one thread.
 */
public final class EntryJson {
  private final TreeHash hash = new TreeHash();

  /** Writes the fields; the object is the caller's to begin and to end. */
  public void write(JsonGenerator json, Entry entry) throws IOException {
    json.writeNumberField("position", entry.position());
    json.writeStringField("stream", entry.stream().value());
    json.writeNumberField("version", entry.version());
    json.writeStringField("type", entry.type().name());
    json.writeNumberField("schema", entry.type().schema());
    json.writeStringField("command_id", entry.commandId().toString());
    write(json, entry.provenance());
    json.writeStringField("recorded_at", entry.recordedAt().toString());
    json.writeStringField("business_date", entry.provenance().businessDate().toString());
    writeKnown(json, "value_date", entry.provenance().valueDate().map(LocalDate::toString));
    writeKnown(json, "reason", entry.provenance().reason());
    writeKnown(json, "approver", entry.provenance().approver());
    json.writeFieldName("data");
    json.writeRawValue(ShownPayload.json(entry));
    json.writeStringField("leaf", HexFormat.of().formatHex(hash.leaf(entry.envelope())));
  }

  private static void write(JsonGenerator json, Provenance provenance) throws IOException {
    json.writeStringField("correlation_id", provenance.correlationId().toString());
    writeKnown(json, "causation_id", provenance.causationId().map(UUID::toString));
    json.writeStringField("actor", provenance.actor());
    json.writeStringField("role", provenance.role());
    json.writeStringField("branch", provenance.branch());
    json.writeStringField("workstation", provenance.workstation());
    writeKnown(json, "till_session", provenance.tillSession());
  }

  private static void writeKnown(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }
}
