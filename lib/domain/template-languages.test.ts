import { describe, expect, it } from "vitest";
import { formatValidTill, renderTemplate } from "./template";

/** The languages of the widget: how each writes an expiry, and an instruction of three sentences about one. */
const LANGUAGES: { locale: string; till: string; sentences: [string, string, string] }[] = [
  {
    locale: "en",
    till: "4/10/2026, 9:15:38 PM",
    sentences: ["Show this code at the checkout. ", "Valid till {{rewardValidTill}}. ", "Enjoy!"],
  },
  {
    locale: "es",
    till: "10/4/2026, 21:15:38",
    sentences: ["Muestra este código en la caja. ", "Válido hasta el {{rewardValidTill}}. ", "¡Disfrútalo!"],
  },
  {
    locale: "pt-BR",
    till: "10/04/2026, 21:15:38",
    sentences: ["Mostre este código no caixa. ", "Válido até {{rewardValidTill}}. ", "Aproveite!"],
  },
  {
    locale: "fr",
    till: "10/04/2026 21:15:38",
    sentences: ["Présentez ce code à la caisse. ", "Valable jusqu’au {{rewardValidTill}}. ", "Profitez-en !"],
  },
  {
    locale: "de",
    till: "10.4.2026, 21:15:38",
    sentences: ["Zeigen Sie diesen Code an der Kasse. ", "Gültig bis {{rewardValidTill}}. ", "Viel Freude damit!"],
  },
  {
    locale: "it",
    till: "10/04/2026, 21:15:38",
    sentences: ["Mostra questo codice alla cassa. ", "Valido fino al {{rewardValidTill}}. ", "Buon divertimento!"],
  },
  {
    locale: "nl",
    till: "10-4-2026, 21:15:38",
    sentences: ["Laat deze code zien bij de kassa. ", "Geldig tot {{rewardValidTill}}. ", "Veel plezier!"],
  },
  {
    locale: "pl",
    till: "10.04.2026, 21:15:38",
    sentences: ["Pokaż ten kod przy kasie. ", "Ważny do {{rewardValidTill}}. ", "Miłego korzystania!"],
  },
  {
    locale: "tr",
    till: "10.04.2026 21:15:38",
    sentences: ["Bu kodu kasada gösterin. ", "{{rewardValidTill}} tarihine kadar geçerlidir. ", "Keyfini çıkarın!"],
  },
  {
    locale: "ru",
    till: "10.04.2026, 21:15:38",
    sentences: ["Покажите этот код на кассе. ", "Действует до {{rewardValidTill}}. ", "Приятных покупок!"],
  },
  {
    locale: "ar",
    till: "10\u200f/4\u200f/2026، 9:15:38 م",
    sentences: ["اعرض هذا الرمز عند الدفع. ", "صالح حتى {{rewardValidTill}}. ", "استمتع!"],
  },
  {
    locale: "he",
    till: "10.4.2026, 21:15:38",
    sentences: ["הציגו את הקוד בקופה. ", "בתוקף עד {{rewardValidTill}}. ", "תיהנו!"],
  },
  {
    locale: "hi",
    till: "10/4/2026, 9:15:38 pm",
    sentences: ["यह कोड चेकआउट पर दिखाएं। ", "{{rewardValidTill}} तक मान्य। ", "आनंद लें!"],
  },
  {
    locale: "id",
    till: "10/4/2026, 21.15.38",
    sentences: ["Tunjukkan kode ini di kasir. ", "Berlaku hingga {{rewardValidTill}}. ", "Selamat menikmati!"],
  },
  {
    locale: "vi",
    till: "21:15:38 10/4/2026",
    sentences: ["Xuất trình mã này khi thanh toán. ", "Có hiệu lực đến {{rewardValidTill}}. ", "Chúc vui vẻ!"],
  },
  {
    locale: "th",
    till: "10/4/2569 21:15:38",
    sentences: ["แสดงโค้ดนี้ที่จุดชำระเงิน ", "ใช้ได้ถึง {{rewardValidTill}}\n", "ขอให้สนุก"],
  },
  {
    locale: "ja",
    till: "2026/4/10 21:15:38",
    sentences: ["レジでこのコードを提示してください。", "有効期限は{{rewardValidTill}}です。", "お楽しみください！"],
  },
  {
    locale: "ko",
    till: "2026. 4. 10. 오후 9:15:38",
    sentences: ["계산할 때 이 코드를 보여 주세요. ", "{{rewardValidTill}}까지 유효합니다. ", "즐거운 쇼핑 되세요!"],
  },
  {
    locale: "zh-Hans",
    till: "2026/4/10 21:15:38",
    sentences: ["结账时出示此优惠码。", "有效期至{{rewardValidTill}}。", "祝您购物愉快！"],
  },
  {
    locale: "zh-Hant",
    till: "2026/4/10\u2009下午9:15:38",
    sentences: ["結帳時出示此優惠碼。", "有效期至{{rewardValidTill}}。", "祝您購物愉快！"],
  },
];

const AT = Date.parse("2026-04-10T21:15:38Z");

describe.each(LANGUAGES)("in $locale", ({ locale, till, sentences: [before, about, after] }) => {
  const text = before + about + after;

  it("an expiry reads as the language writes it, which is what Intl says", () => {
    expect(formatValidTill(AT, locale, "UTC")).toBe(till);
    const intl = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...NUMERIC }).format(AT);
    expect(till).toBe(intl.replaceAll("\u202f", " "));
  });

  it("the instruction holds it", () => {
    expect(renderTemplate(text, { rewardValidTill: till }, locale)).toBe(text.replace("{{rewardValidTill}}", till));
  });

  it("just the sentence that holds it is left out when there is none, wherever it stands", () => {
    expect(renderTemplate(text, {}, locale)).toBe(before + after);
    expect(renderTemplate(about + after, {}, locale)).toBe(after);
    expect(renderTemplate(before + about.trim(), {}, locale)).toBe(before.trim());
    expect(renderTemplate(about, {}, locale)).toBe("");
  });
});

const NUMERIC = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
} as const;

it("writes an expiry in every zone there is", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  expect(zones.length).toBeGreaterThan(400);
  for (const zone of [...zones, "UTC", "Etc/GMT+12", "+05:45"]) {
    const clock = new Intl.DateTimeFormat("en-US", { timeZone: zone, hour: "numeric", minute: "2-digit" }).format(AT);
    const [time, half] = clock.split(/\s/u);
    expect(formatValidTill(AT, "en-US", zone), zone).toMatch(new RegExp(`^4/1[01]/2026, ${time}:38 ${half}$`));
  }
});

describe("Thai, which writes no full stop", () => {
  it.each([
    ["a space parts sentences", "แสดงโค้ดนี้ ใช้ได้ถึง {{rewardValidTill}}", "แสดงโค้ดนี้"],
    ["a space beside a variable parts nothing", "ใช้ได้ถึง {{rewardValidTill}} เท่านั้น", ""],
    ["a full stop parts them too", "ใช้ได้ถึง {{rewardValidTill}}. ขอบคุณ", "ขอบคุณ"],
    ["a line is a sentence", "แสดงโค้ดนี้\nใช้ได้ถึง {{rewardValidTill}}\nขอบคุณ", "แสดงโค้ดนี้\nขอบคุณ"],
    ["a text without a variable stays as it is", "แสดงโค้ดนี้  ที่จุดชำระเงิน", "แสดงโค้ดนี้  ที่จุดชำระเงิน"],
  ])("%s", (_, text, expected) => {
    expect(renderTemplate(text, {}, "th")).toBe(expected);
  });
});
