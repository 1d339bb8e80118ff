package counterfoil.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import counterfoil.build.SharedData;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checked.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Proofs and a note that others have written, good ones and bad. */
class ReferenceVectorsTest {
  private int good;
  private int bad;

  @Test
  void every_reference_proof_of_inclusion_is_judged_as_its_authors_do() throws IOException {
    inclusions();
  }

  private void inclusions() throws IOException {
    for (JsonNode vector : vectors("inclusion")) {
      judge(
          vector,
          ProofCheck.inclusion(
              bytes(vector.path("leafHash")),
              number(vector, "leafIdx"),
              path(vector),
              new TreeHead(number(vector, "treeSize"), bytes(vector.path("root")))));
    }
  }

  @Test
  void every_reference_proof_of_consistency_is_judged_as_its_authors_do() throws IOException {
    consistencies();
  }

  private void consistencies() throws IOException {
    for (JsonNode vector : vectors("consistency")) {
      judge(
          vector,
          ProofCheck.consistency(
              new TreeHead(number(vector, "size1"), bytes(vector.path("root1"))),
              new TreeHead(number(vector, "size2"), bytes(vector.path("root2"))),
              path(vector)));
    }
  }

  @Test
  void there_are_196_of_them() throws IOException {
    inclusions();
    consistencies();
    assertEquals(12, good);
    assertEquals(184, bad);
  }

  @Test
  void the_example_note_of_the_specification_verifies() throws IOException {
    JsonNode example =
        new ObjectMapper().readTree(Files.readString(SharedData.at("vectors/signed-note.json")));
    var key = assertInstanceOf(Good.class, VerifierKey.parse(example.path("verifierKey").asText()));
    byte[] bytes = example.path("signedNote").asText().getBytes(StandardCharsets.UTF_8);
    var verified =
        SignedNote.parse(bytes).then(note -> note.verify(List.of((VerifierKey) key.value())));
    assertEquals(Checked.good(List.of(key.value())), verified);
  }

  private void judge(JsonNode vector, Checked<TreeHead> outcome) {
    boolean refused = outcome instanceof Refused<TreeHead>;
    assertEquals(vector.path("wantErr").asBoolean(), refused, vector.path("name").asText());
    if (refused) {
      bad++;
    } else {
      good++;
    }
  }

  private static List<JsonNode> vectors(String name) throws IOException {
    JsonNode all =
        new ObjectMapper()
            .readTree(Files.readString(SharedData.at("vectors/rfc6962/" + name + ".json")));
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  /** Numbers beyond the largest come as negative ones, which a proof must refuse. */
  private static long number(JsonNode vector, String name) {
    return vector.path(name).bigIntegerValue().longValue();
  }

  private static List<byte[]> path(JsonNode vector) {
    List<byte[]> path = new ArrayList<>();
    vector.path("proof").forEach(hash -> path.add(bytes(hash)));
    return path;
  }

  private static byte[] bytes(JsonNode text) {
    return Base64.getDecoder().decode(text.asText());
  }
}
