package counterfoil.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class FrontierTest {
  /**
   * The leaves and roots that Certificate Transparency's implementations share as their reference.
   */
  private static final List<String> REFERENCE_LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> REFERENCE_ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private final TreeHash hash = new TreeHash();

  @Test
  void the_roots_are_those_of_the_certificate_transparency_reference() {
    Frontier frontier = Frontier.EMPTY;
    assertEquals(REFERENCE_ROOTS.getFirst(), rootHex(frontier));
    for (int i = 0; i < REFERENCE_LEAVES.size(); i++) {
      byte[] leaf = HexFormat.of().parseHex(REFERENCE_LEAVES.get(i));
      frontier = frontier.append(hash.leaf(leaf), hash);
      assertEquals(REFERENCE_ROOTS.get(i + 1), rootHex(frontier), "of " + (i + 1) + " leaves");
    }
  }

  @Test
  void every_root_equals_the_one_computed_from_all_leaves_by_the_definition() {
    long seed = System.nanoTime();
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
    List<byte[]> leaves = new ArrayList<>();
    Frontier frontier = Frontier.EMPTY;
    for (int size = 1; size <= 300; size++) {
      byte[] leaf = new byte[random.nextInt(100)];
      random.nextBytes(leaf);
      leaves.add(leaf);
      frontier = frontier.append(hash.leaf(leaf), hash);
      assertEquals(size, frontier.size());
      assertArrayEquals(
          rootByDefinition(leaves), frontier.root(hash), "size " + size + ", seed " + seed);
    }
  }

  @Test
  void a_frontier_read_back_from_its_bytes_goes_on_as_the_one_written() {
    Frontier frontier = Frontier.EMPTY;
    for (int size = 0; size < 70; size++) {
      Frontier read = Frontier.fromBytes(frontier.toBytes());
      assertEquals(frontier, read);
      byte[] leaf = hash.leaf(new byte[] {(byte) size});
      frontier = frontier.append(leaf, hash);
      assertArrayEquals(frontier.root(hash), read.append(leaf, hash).root(hash));
    }
  }

  @Test
  void bytes_that_no_frontier_has_are_refused() {
    byte[] three = threeLeaves().toBytes();
    assertThrows(IllegalArgumentException.class, () -> Frontier.fromBytes(new byte[7]));
    assertThrows(
        IllegalArgumentException.class,
        () -> Frontier.fromBytes(Arrays.copyOf(three, three.length - 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Frontier.fromBytes(Arrays.copyOf(three, three.length + 32)));
    three[0] = -1;
    assertThrows(IllegalArgumentException.class, () -> Frontier.fromBytes(three));
  }

  @Test
  void a_frontier_that_was_added_to_is_still_what_it_was() {
    Frontier three = threeLeaves();
    byte[] root = three.root(hash);
    three.append(hash.leaf(new byte[1]), hash);
    assertEquals(3, three.size());
    assertArrayEquals(root, three.root(hash));
  }

  private Frontier threeLeaves() {
    Frontier frontier = Frontier.EMPTY;
    for (int i = 0; i < 3; i++) {
      frontier = frontier.append(hash.leaf(new byte[] {(byte) i}), hash);
    }
    return frontier;
  }

  private String rootHex(Frontier frontier) {
    return HexFormat.of().formatHex(frontier.root(hash));
  }

  /** MTH(D[n]) as RFC 6962, section 2.1, writes it. */
  private byte[] rootByDefinition(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return hash.leaf(leaves.getFirst());
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return hash.node(
        rootByDefinition(leaves.subList(0, split)),
        rootByDefinition(leaves.subList(split, leaves.size())));
  }
}
