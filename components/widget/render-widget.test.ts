import { describe, expect, test } from "vitest";
import { renderWidget } from "@/components/widget/render-widget";
import type { WidgetCampaign, WidgetReward, WidgetText, WidgetView } from "@/lib/contracts/widget";

const EXPIRY = Date.UTC(2026, 3, 10, 21, 15, 38);

/** A text in the program's language, unless told otherwise. */
const words = (text: string, language = "en"): WidgetText => ({ text, language });

function reward(values: Partial<WidgetReward>): WidgetReward {
  return {
    id: "1",
    title: words("Free coffee"),
    description: null,
    icon: null,
    state: "issued",
    code: "CODE-1",
    instruction: words("Show it at the till. Valid till {{rewardValidTill}}."),
    expiresAt: EXPIRY,
    redeemedAt: null,
    soon: false,
    fresh: false,
    ...values,
  };
}

const VIEW: WidgetView = {
  programName: "Café",
  languages: ["en-US"],
  timeZone: "UTC",
  now: EXPIRY - 3 * 86_400_000,
  day: 0,
  theme: {},
  campaigns: [],
  reader: { kind: "guest" },
};

function html(rewards: WidgetReward[], values: Partial<WidgetView> = {}): string {
  const reader = { kind: "member" as const, rewards, more: false, points: { balance: 0, entries: [] } };
  return renderWidget({ ...VIEW, reader, ...values }).html;
}

describe("renderWidget", () => {
  test("fills the expiry in as the reader writes it", () => {
    expect(html([reward({})])).toContain("Show it at the till. Valid till 4/10/2026, 9:15:38 PM.");
    expect(html([reward({})], { languages: ["en-GB"], timeZone: "Asia/Kathmandu" })).toContain("11/04/2026, 03:00:38");
    expect(html([reward({})], { languages: ["de"] })).toContain("10.4.2026, 21:15:38");
  });

  test("keeps a right-to-left date whole inside of a left-to-right sentence", () => {
    expect(html([reward({})], { languages: ["ar"] })).toMatch(/Valid till \u2068[^\u2069]+\u2069\./);
  });

  test("leaves the sentence about the expiry out when there is none", () => {
    const text = html([reward({ expiresAt: null })]);
    expect(text).toContain("Show it at the till.");
    expect(text).not.toContain("Valid till");
  });

  test("says of each state where it stands; a code and how to use it only when it is there to be used", () => {
    const pending = html([reward({ state: "pending", code: null, expiresAt: null })]);
    expect(pending).toContain("Your code is on its way.");
    expect(pending).not.toContain("Show it at the till");
    expect(html([reward({})])).toContain("Ready to use");
    const expired = html([reward({ state: "expired" })]);
    expect(expired).toContain("Expired on 4/10/2026, 9:15:38 PM");
    expect(expired).not.toContain("Show it at the till");
    expect(html([reward({ state: "redeemed", redeemedAt: EXPIRY })])).toContain("Redeemed on 4/10/2026, 9:15:38 PM");
  });

  test("a marketer's text is text, never markup", () => {
    const evil = '</style><script>alert(1)</script>"&';
    const text = html(
      [reward({ title: words(evil), description: words(evil), code: evil, instruction: words(evil) })],
      {
        programName: evil,
      },
    );
    expect(text).not.toContain("<script");
    expect(text.match(/<\/style>/g)).toHaveLength(1);
  });

  test("a text in the document's language leaves its direction to its letters", () => {
    const text = html([reward({ description: words("مرحبا") })]);
    expect(text).toContain('<bdi dir="auto">Free coffee</bdi>');
    expect(text).toMatch(/<p class="[^"]*" dir="auto">مرحبا<\/p>/);
    expect(text.match(/ lang="/g)).toHaveLength(1);
  });

  test("a text in another language than the document says which, and how it runs", () => {
    const arabic = html([reward({ description: words("وصف", "ar") })], { languages: ["ar"] });
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(arabic).toContain('<bdi lang="en" dir="ltr">Free coffee</bdi>');
    expect(arabic).toMatch(/<p class="[^"]*" dir="auto">وصف<\/p>/);

    const swedish = html(
      [reward({ title: words("קפה", "he"), instruction: words("Till {{rewardValidTill}}.", "sv") })],
      {
        languages: ["sv-SE", "en"],
        timeZone: "America/Toronto",
      },
    );
    expect(swedish).toContain('<html lang="en" dir="ltr">');
    expect(swedish).toContain('<bdi lang="he" dir="rtl">קפה</bdi>');
    expect(swedish).toMatch(/<p class="[^"]*" lang="sv" dir="ltr">Till 2026-04-10 17:15:38\.<\/p>/);
  });

  test("an empty text is none: the reward is called a reward", () => {
    expect(html([reward({ title: words(""), description: words("") })])).toMatch(/<h3>Reward<\/h3>/);
    expect(html([reward({ title: null, instruction: null })])).toMatch(/<h3>Reward<\/h3>/);
  });

  test("Arabic runs from right to left, an unknown or malformed language falls back", () => {
    expect(html([], { languages: ["ar-EG"] })).toContain('<html lang="ar" dir="rtl">');
    expect(html([], { languages: ["xx", "de-AT"] })).toContain('<html lang="de" dir="ltr">');
    expect(html([], { languages: ["not a tag", null] })).toContain('<html lang="en" dir="ltr">');
  });

  test("what is inline is told word for word, for the policy that lets it in", () => {
    const link = { etag: '"1"', token: 'a"<b', ended: false, expiresIn: 60, host: null };
    const document = renderWidget({ ...VIEW, theme: { radius: 2, light: { accent: "#0b5d4f" } } }, link);
    const sheets = [...document.html.matchAll(/<style>(.*?)<\/style>/gs)].map((match) => match[1]);
    expect(document.styles).toEqual(sheets);
    expect(sheets[1]).toBe(":root{--mp-radius:2px;--mp-accent:light-dark(#0b5d4f,#a897ff)}");
    expect(/<script>(.*?)<\/script>/s.exec(document.html)?.[1]).toBe(document.script);
    expect(document.html).not.toContain('a"<b');
    expect(renderWidget(VIEW).html).not.toContain("<script");
  });
});

describe("a campaign that ends", () => {
  const END = Date.UTC(2026, 3, 8);
  const base = {
    id: "1",
    title: null,
    description: null,
    icon: null,
    rungs: [],
    goal: 7,
    schedule: "open" as const,
    startsAt: null,
    endsAt: END,
    until: END,
    last: true,
  };
  const streak: WidgetCampaign = {
    ...base,
    slug: "streak",
    period: "daily",
    progress: { state: "running", count: 3, cells: [], task: { value: 1, target: 1, met: true }, broken: null },
  };
  const challenge: WidgetCampaign = {
    ...base,
    slug: "challenge",
    period: "daily",
    progress: { value: 7, completed: true },
  };
  const read = (campaign: WidgetCampaign) => html([], { campaigns: [campaign], now: END - 3_600_000 });

  test("with this period promises no other one", () => {
    expect(read({ ...streak, last: false })).toMatch(/4 more days to finish.*See you tomorrow!/);
    expect(read(streak)).not.toMatch(/to finish|tomorrow/);
    expect(read({ ...challenge, last: false })).toContain("A new round starts tomorrow.");
    expect(read(challenge)).toMatch(/7 of 7 today.*You made it!/);
    expect(read(challenge)).not.toContain("A new round");
  });

  test("is told by the last day on which it went on, and calls no period today", () => {
    expect(read({ ...streak, schedule: "over" })).toContain("Ended on April 7");
    expect(read({ ...challenge, schedule: "over" })).toMatch(/Ended on April 7.*7 of 7</);
  });

  test("like a run: the day without activity is the one on which it broke", () => {
    const broken = { length: 3, at: END - 86_400_000 };
    const task = { value: 0, target: 1, met: false };
    const progress = { state: "broken" as const, count: 0, cells: [], task, broken };
    expect(read({ ...streak, last: false, progress })).toContain("Your run of 3 days ended on April 6.");
  });
});

test("a document uses one set of digits, whichever variety of a language its reader reads", () => {
  const entries = [{ id: "1", label: null, points: 1975, at: EXPIRY }];
  const reader = { kind: "member" as const, rewards: [], more: false, points: { balance: 1975, entries } };
  const egypt = renderWidget({ ...VIEW, languages: ["ar-EG"], reader }).html.replace(/<style>.*?<\/style>/gs, "");
  expect(egypt.match(/١٬٩٧٥/g)).toHaveLength(2);
  expect(egypt).not.toContain("1,975");
  expect(renderWidget({ ...VIEW, languages: ["ar"], reader }).html.match(/1,975/g)).toHaveLength(2);
});
