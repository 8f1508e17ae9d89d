import { describe, expect, inject, it } from "vitest";
import { newChallenge, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, Client, type Json, type Problem, stranger, type WireRecord } from "./support/client";
import { formOf, square, svgOf, upload } from "./support/icons";
import { FOREIGN_SECRET, secretWith } from "./support/keys";
import { asMember, programId } from "./support/tokens";

const api = admin();
const foreign = new Client({ "x-api-key": FOREIGN_SECRET });
const keyWith = (scope: Parameters<typeof secretWith>[0]) => new Client({ "x-api-key": secretWith(scope) });
const MAX_BYTES = 102_400;
const ABSENT = "0199f3a4-0000-7000-8000-000000000001";
const NAMES_FILE = { errors: [{ pointer: "file" }] };

/** Fetches an address of the server as it is: its answer is no JSON. */
const fetchPath = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${inject("server").baseUrl}${path}`, { headers });

describe("an icon", () => {
  it("is uploaded, read back, and kept once however often it comes", async () => {
    const first = await upload(api, square(1));
    expect(first.status).toBe(201);
    const icon = first.body.data;
    expect(icon).toMatchObject({ contentType: "image/svg+xml", width: 8, height: 9, sha256: expect.any(String) });
    expect(icon["url"]).toBe(`/icons/${await programId()}/${icon["sha256"]}.svg`);
    expect(await api.get(`/api/icons/${icon.id}`)).toMatchObject({ status: 200, body: { data: icon } });
    expect((await upload(api, square(1))).body.data).toEqual(icon);
    expect((await foreign.get(`/api/icons/${icon.id}`)).status).toBe(404);
  });

  it("may be 102,400 bytes and not one more", async () => {
    expect((await upload(api, svgOf(MAX_BYTES))).status).toBe(201);
    const refused = await upload<Problem>(api, svgOf(MAX_BYTES + 1));
    expect([refused.status, refused.body]).toMatchObject([413, { code: "payload_too_large", ...NAMES_FILE }]);
    expect(refused.body.detail).toContain("102400 bytes");
  });

  it.each<[string, number, string, Buffer]>([
    ["text", 415, "unsupported_media_type", Buffer.from("hello")],
    ["nothing", 415, "unsupported_media_type", Buffer.alloc(0)],
    ["HTML", 415, "unsupported_media_type", Buffer.from("<!doctype html><p>hello")],
    ["a broken SVG", 422, "icon_unclean", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">')],
    [
      "an SVG with entities",
      422,
      "icon_unclean",
      Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ["4097 pixels", 422, "icon_too_large", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" height="4097"/>')],
  ])("that is %s is refused with %i", async (_what, status, code, file) => {
    const refused = await upload<Problem>(api, file);
    expect([refused.status, refused.body]).toMatchObject([status, { code, ...NAMES_FILE }]);
  });

  it("comes as a form with one file in the field file", async () => {
    const { type, body } = formOf(square(1));
    const send = (content: Buffer | string, contentType = type) =>
      api.post<Problem>("/api/icons", content, { headers: { "content-type": contentType } });
    expect((await send(body, "image/png")).status).toBe(415);
    expect((await send("{}", "application/json")).status).toBe(415);
    const text = `--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nhello\r\n--b--\r\n`;
    const twice = Buffer.concat([body.subarray(0, body.lastIndexOf("--milepost")), body]);
    for (const wrong of [
      await send(body, "multipart/form-data"),
      await send(body, `${type}-other`),
      await send(""),
      await send(text, "multipart/form-data; boundary=b"),
      await send(twice),
    ])
      expect([wrong.status, wrong.body]).toMatchObject([400, { code: "invalid_request", ...NAMES_FILE }]);
    const elsewhere = await send(formOf(square(1), "picture").body);
    expect([elsewhere.status, elsewhere.body]).toMatchObject([400, { errors: [{ pointer: "picture" }] }]);
  });

  it("is uploaded by those who may write campaigns", async () => {
    expect((await upload(stranger(), square(1))).status).toBe(401);
    expect((await upload(keyWith("campaigns:read"), square(1))).status).toBe(403);
    expect((await upload(keyWith("campaigns:write"), square(1))).status).toBe(201);
    expect((await upload(await asMember(unique("member")), square(1))).status).toBe(403);
  });

  it("is uploaded once for an Idempotency-Key, however the form is written", async () => {
    const headers = { "idempotency-key": unique("icon") };
    const first = await upload(api, square(2), undefined, { headers });
    const repeat = await upload(api, square(2), undefined, { headers, boundary: "another" });
    expect([repeat.status, repeat.body]).toEqual([201, first.body]);
    expect([first, repeat].map((reply) => reply.headers.get("idempotency-replayed"))).toEqual([null, "true"]);
    const other = await upload<Problem>(api, square(3), undefined, { headers });
    expect([other.status, other.body.code]).toEqual([422, "idempotency_mismatch"]);
  });
});

describe("the bytes of an icon", () => {
  it("are for everybody, for ever, and can do nothing", async () => {
    const { body } = await upload(
      api,
      Buffer.from(square(5).toString().replace("/></svg>", "/><script>alert(1)</script></svg>")),
    );
    const url = String(body.data["url"]);
    const answer = await fetchPath(url);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/svg+xml",
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      etag: `"${body.data["sha256"]}"`,
    });
    expect(answer.headers.get("x-frame-options")).toBeNull();
    expect(await answer.text()).not.toContain("script");
    for (const known of [`"${body.data["sha256"]}"`, `"x", W/"${body.data["sha256"]}"`, "*"]) {
      const unchanged = await fetchPath(url, { "if-none-match": known });
      expect([unchanged.status, await unchanged.text()]).toEqual([304, ""]);
    }
    expect((await fetchPath(url, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("are at no other address", async () => {
    const { data: icon } = (await upload(api, square(1))).body;
    const [sha, program] = [String(icon["sha256"]), await programId()];
    for (const path of [
      `${program}/${sha}.png`,
      `${program}/${sha}`,
      `${ABSENT}/${sha}.svg`,
      `default/${sha}.svg`,
      "x/y.svg",
    ])
      expect((await fetchPath(`/icons/${path}`)).status, path).toBe(404);
  });
});

describe.each([
  { noun: "streak", make: () => newStreak(api) },
  { noun: "challenge", make: () => newChallenge(api) },
  { noun: "milestone", make: async () => newMilestone(api, "streak", (await newStreak(api)).id, 1) },
])("the icon of a $noun", ({ noun, make }) => {
  const pathOf = ({ id }: WireRecord) => `/schema/${noun}/record/${id}`;

  it("is the default one until it has its own, which the record's fields or an upload give and take", async () => {
    const record = await make();
    expect(record["eudIcon"]).toMatchObject({ id: null, contentType: "image/svg+xml", width: 48, height: 48 });
    expect((await fetchPath(String((record["eudIcon"] as Json)["url"]))).status).toBe(200);

    const { data: icon } = (await upload(api, square(6))).body;
    const { id, url, contentType, width, height, byteSize } = icon;
    const shown = { id, url, contentType, width, height, byteSize };
    const given = await api.patch(pathOf(record), { eudIcon: icon.id });
    expect([given.status, given.body]).toMatchObject([200, { data: { eudIcon: shown } }]);
    const listed = await api.list(noun, {
      filters: { fieldSlug: "id", operator: "eq", value: record.id },
      fields: ["eudIcon"],
    });
    expect(listed.data).toEqual([{ id: record.id, eudIcon: shown }]);

    const path = `${pathOf(record)}/eudIcon`;
    const french = await upload(api, square(7), path, { query: { languageCode: "fr" } });
    expect([french.status, french.body.data]).toMatchObject([201, { resolvedLanguages: { eudIcon: "fr" } }]);
    expect((await api.delete(path)).status).toBe(204);
    expect((await api.read(noun, record.id))["eudIcon"]).toEqual(record["eudIcon"]);
    const read = await api.get<{ data: Json }>(pathOf(record), { query: { languageCode: "fr" } });
    expect(read.body.data["eudIcon"]).toEqual(french.body.data["eudIcon"]);
    expect((await api.delete(path, { query: { languageCode: "fr" } })).status).toBe(204);
    expect((await api.read(noun, record.id))["translations"]).toEqual({});
  });

  it("is refused where it is another program's, where there is no record, and by wrong methods", async () => {
    const record = await make();
    const { data: other } = (await upload(foreign, square(1))).body;
    const refused = await api.patch<Problem>(pathOf(record), { translations: { fr: { eudIcon: other.id } } });
    expect([refused.status, refused.body]).toMatchObject([400, { errors: [{ pointer: "/translations/fr/eudIcon" }] }]);
    const path = `${pathOf(record)}/eudIcon`;
    expect((await upload(foreign, square(1), path)).status).toBe(404);
    expect((await foreign.delete(path)).status).toBe(404);
    expect((await upload(api, square(1), `/schema/${noun}/record/${ABSENT}/eudIcon`)).status).toBe(404);
    const malformed = await upload<Problem>(api, square(1), path, { query: { languageCode: "no tag" } });
    expect([malformed.status, malformed.body]).toMatchObject([400, { errors: [{ pointer: "?languageCode" }] }]);
    expect((await api.get(path)).headers.get("allow")).toBe("POST, DELETE, OPTIONS");
  });
});

it("is seen by members, on a streak, its ladder and the milestone of a reward", async () => {
  const { data: icon } = (await upload(api, square(8))).body;
  const streak = await newStreak(api, { translations: { fr: { eudIcon: icon.id } } });
  await newMilestone(api, "streak", streak.id, 1, { eudIcon: icon.id });
  const externalId = unique("member");
  const log = streakLog(streak.id, { ownedBy: { externalId } });
  expect((await api.post("/schema/streak_log/record", log)).body).toMatchObject({
    data: { achievedMilestone: { eudIcon: { id: icon.id } } },
  });
  const member = await asMember(externalId);
  const query = { languageCode: "fr" };
  const seen = await member.get(`/schema/streak/record/${streak.id}`, { query });
  expect(seen.body).toMatchObject({
    data: {
      eudIcon: { id: icon.id },
      resolvedLanguages: { eudIcon: "fr" },
      milestones: [{ eudIcon: { id: icon.id } }],
    },
  });
  const { data } = await member.list("reward_log");
  expect(data).toMatchObject([{ milestone: { eudIcon: { url: icon["url"] } } }]);
});
