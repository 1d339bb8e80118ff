package counterfoil.desktop.timeline;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Where a link goes that is to be pasted elsewhere. */
final class LinkClipboard {
  private LinkClipboard() {}

  /** On the screen's thread. */
  static void copy(EntryLink link) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, link.toString()));
  }
}
