import { expect, it } from "vitest";
import { goesOn } from "./abbreviations";

it.each([
  ["Use it at St. ", "Mary's shop", "en"],
  ["(Dr. ", "Smith)", "en"],
  ["Ask Prof. ", "Ada", "it"],
  ["Para la Sra. ", "Díaz", "es"],
  ["e.g. ", "Monday", "en"],
  ["E. g. ", "Monday", "en"],
  ["Approx. ", "5 Items", "en"],
  ["Brot, z.\u00a0", "B. ", "de"],
  ["Brot, z.\u202fB. ", "Semmeln", "de"],
  ["Tag bzw. ", "{{rewardValidTill}}", "de"],
  ["at J. ", "Smith's", "en"],
  ["by J. R. ", "Smith", "en"],
  ["bis zum 3. ", "Tag", "de"],
  ["bis zum 31. ", "Mai", "de-AT"],
  ["in shop No. ", "5", "en"],
  ["until 9 p.m. ", "{{rewardValidTill}}", "en"],
  ["hasta las 9 p. m. ", "<<rewardValidTill>>", "es"],
  ["Tee usw. ", "3 Tage", "de"],
])("%j goes on in %j", (sentence, next, locale) => {
  expect(goesOn(sentence, next, locale)).toBe(true);
});

it.each([
  ["Show this code. ", "Enjoy!", "en"],
  ["Can I share it? No. ", "Valid till", "en"],
  ["Open to 9 p.m. ", "Valid till", "en"],
  ["Tea, coffee etc. ", "Enjoy!", "en"],
  ["Made in the U.S. ", "Valid till", "en"],
  ["In Los Angeles, CA. ", "Valid till", "en"],
  ["Visit the best. ", "Enjoy!", "en"],
  ["Only for 5 ms. ", "Enjoy!", "en"],
  ["On day 3. ", "Enjoy!", "en"],
  ["Seit 2026. ", "Viel Freude!", "de"],
  ["Bis 31.12. ", "Viel Freude!", "de"],
  ["Ask Dr.\n", "Enjoy!", "en"],
  ["Ask Dr. \n", "Enjoy!", "en"],
])("%j ends before %j", (sentence, next, locale) => {
  expect(goesOn(sentence, next, locale)).toBe(false);
});
