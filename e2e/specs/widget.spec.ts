import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";

test("answers guests and members with a document that no cache keeps and no stranger frames", async ({
  api,
  request,
}) => {
  const path = `/widget/${await api.programId()}`;
  const guest = await request.get(path);
  expect(guest.status()).toBe(200);
  const member = await request.post(path, { form: { token: await api.tokenOf("demo-lena") } });
  expect(member.status()).toBe(200);
  for (const response of [guest, member]) {
    const headers = response.headers();
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    expect(headers["x-frame-options"]).toBeUndefined();
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; .*frame-ancestors 'self'/,
    );
  }
});

test("a token that is forged, too old, another program's or missing is answered 401, as a guest", async ({
  api,
  request,
}) => {
  const path = `/widget/${await api.programId()}`;
  const token = await api.tokenOf("demo-lena");
  const [head, , signature] = token.split(".");
  const claims = Buffer.from(JSON.stringify({ sub: randomUUID(), exp: 1e10, userData: { externalId: "demo-lena" } }));
  const forged = `${head}.${claims.toString("base64url")}.${signature}`;
  for (const sent of [
    forged,
    await api.tokenOf("demo-lena", -120),
    await api.tokenOf("demo-lena", 7200),
    "rubbish",
    "",
  ]) {
    const response = await request.post(path, { form: { token: sent } });
    expect(response.status()).toBe(401);
    expect(await response.text()).toContain("Your session has ended.");
  }
  expect((await request.post(`/widget/${randomUUID()}`, { form: { token } })).status()).toBe(404);
});

test("says no to what it cannot read", async ({ api, request }) => {
  const path = `/widget/${await api.programId()}`;
  expect((await request.get("/widget/no-program")).status()).toBe(404);
  expect((await request.post(path, { data: { token: "x" } })).status()).toBe(415);
  expect((await request.post(path, { form: { token: "x".repeat(20_000) } })).status()).toBe(413);
  const wrongMethod = await request.put(path);
  expect(wrongMethod.status()).toBe(405);
  expect(wrongMethod.headers()["allow"]).toBe("GET, HEAD, POST");
});

test("speaks the language that the page asks for, and falls back from what is no language", async ({
  api,
  request,
}) => {
  const path = `/widget/${await api.programId()}`;
  const textIn = async (languageCode: string) => (await request.get(path, { params: { languageCode } })).text();
  expect(await textIn("de-AT")).toContain("Melde dich im Shop an");
  expect(await textIn("ar")).toContain('dir="rtl"');
  expect(await textIn("%%%")).toContain("Sign in to the shop");
});
