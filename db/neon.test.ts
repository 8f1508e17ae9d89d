import { describe, expect, it } from "vitest";
import { isNeon, migrationUrl } from "./neon";

const POOLED = "postgresql://u:secret@ep-cool-sun-123-pooler.eu-central-1.aws.neon.tech/db?sslmode=require";
const DIRECT = "postgresql://u:secret@ep-cool-sun-123.eu-central-1.aws.neon.tech/db?sslmode=require";
const ELSEWHERE = "postgresql://u:secret@db.example.com:6432/db";

describe("isNeon", () => {
  it.each([
    [POOLED, true],
    [DIRECT, true],
    ["postgresql://u@EP-COOL.EU.AWS.NEON.TECH/db", true],
    [ELSEWHERE, false],
    ["postgresql://u@127.0.0.1:5432/ep.neon.tech", false],
    ["postgresql://ep.neon.tech:p@127.0.0.1/db", false],
    ["postgresql://u@neon.tech.example.com/db", false],
    ["postgresql://u@notneon.tech/db", false],
  ])("%s: %s", (url, expected) => {
    expect(isNeon(url)).toBe(expected);
  });
});

describe("migrationUrl", () => {
  it.each([
    ["a direct address serves for both", DIRECT, undefined, DIRECT],
    ["the direct address goes before the pooler's", POOLED, DIRECT, DIRECT],
    ["any other address serves for both", ELSEWHERE, undefined, ELSEWHERE],
    ["any other pooler has its direct address too", ELSEWHERE, DIRECT, DIRECT],
  ])("%s", (_rule, url, directUrl, expected) => {
    expect(migrationUrl(url, directUrl)).toBe(expected);
  });

  it.each([
    ["DATABASE_URL", POOLED, undefined],
    ["DATABASE_DIRECT_URL", DIRECT, POOLED],
  ])("refuses Neon's pooler as %s, names the fix and tells no password", (name, url, directUrl) => {
    const refusal = () => migrationUrl(url, directUrl);
    expect(refusal).toThrow(`${name} is Neon's pooler (ep-cool-sun-123-pooler.`);
    expect(refusal).toThrow("set DATABASE_DIRECT_URL");
    expect(refusal).not.toThrow("secret");
  });
});
