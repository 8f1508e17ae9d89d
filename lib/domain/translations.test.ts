import { describe, expect, it } from "vitest";
import { followSource, isOutdated, mergeTranslations } from "./translations";

const FR = { fr: { eudTitle: { text: "Bonjour" }, eudDescription: { text: "Salut" } } };

describe("mergeTranslations", () => {
  it.each([
    ["adds a language", { de: { eudTitle: "Hallo" } }, { ...FR, de: { eudTitle: { text: "Hallo" } } }],
    [
      "sets one field and leaves the others",
      { fr: { eudTitle: "Coucou" } },
      {
        fr: { eudTitle: { text: "Coucou" }, eudDescription: { text: "Salut" } },
      },
    ],
    ["removes one field", { fr: { eudTitle: null } }, { fr: { eudDescription: { text: "Salut" } } }],
    ["removes a language with its last field", { fr: { eudTitle: null, eudDescription: null } }, {}],
    ["removes a language", { fr: null }, {}],
    ["removes what is not there", { de: { eudTitle: null }, it: null }, FR],
    [
      "keeps an empty text, which is one",
      { fr: { eudTitle: "" } },
      {
        fr: { eudTitle: { text: "" }, eudDescription: { text: "Salut" } },
      },
    ],
    ["changes nothing", {}, FR],
  ])("%s", (_, changes, expected) => {
    expect(mergeTranslations(FR, changes)).toEqual(expected);
  });

  it("makes a translation good again, also with the same text, and no other", () => {
    const outdated = followSource(FR, { eudTitle: "A", eudDescription: "B" }, { eudTitle: "a", eudDescription: "b" });
    const merged = mergeTranslations(outdated, { fr: { eudTitle: "Bonjour" } });
    expect(merged).toEqual({ fr: { eudTitle: { text: "Bonjour" }, eudDescription: { text: "Salut", source: "B" } } });
  });
});

describe("followSource", () => {
  it("marks the translations of a text that changed, in every language, and no others", () => {
    const two = { ...FR, de: { eudTitle: { text: "Hallo" } } };
    const marked = followSource(
      two,
      { eudTitle: "Hello", eudDescription: "Hi" },
      { eudTitle: "Hey", eudDescription: "Hi" },
    );
    expect(marked).toEqual({
      fr: { eudTitle: { text: "Bonjour", source: "Hello" }, eudDescription: { text: "Salut" } },
      de: { eudTitle: { text: "Hallo", source: "Hello" } },
    });
    expect(isOutdated({ text: "Bonjour", source: "Hello" })).toBe(true);
    expect(isOutdated({ text: "Salut" })).toBe(false);
  });

  it("remembers the text that the translation was made from over several changes, and is good when it comes back", () => {
    const once = followSource(FR, { eudTitle: "1" }, { eudTitle: "2" });
    const twice = followSource(once, { eudTitle: "2" }, { eudTitle: "3" });
    expect(twice["fr"]?.["eudTitle"]).toEqual({ text: "Bonjour", source: "1" });
    expect(followSource(twice, { eudTitle: "3" }, { eudTitle: "1" })).toEqual(FR);
  });

  it("knows no text from another text", () => {
    const marked = followSource(FR, { eudTitle: null }, { eudTitle: "Hello" });
    expect(marked["fr"]?.["eudTitle"]).toEqual({ text: "Bonjour", source: null });
    expect(isOutdated({ text: "Bonjour", source: null })).toBe(true);
    expect(followSource(marked, { eudTitle: "Hello" }, { eudTitle: null })).toEqual(FR);
  });
});
