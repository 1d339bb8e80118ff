package counterfoil.desktop.kit;

import java.util.List;

/**
 * A sentence not yet in any language: view models keep these, views turn them into text with {@link
 * Texts#text(Message)}, so that a change of language changes them too.
 *
 * @param key of the message bundle
 * @param arguments as {@link Texts#get} takes them; a message among them is put in as its text
 */
public record Message(String key, List<Object> arguments) {
  public Message {
    arguments = List.copyOf(arguments);
  }

  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }
}
