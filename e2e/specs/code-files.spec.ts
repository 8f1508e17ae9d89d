import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { CodeImportPage } from "../pages/code-import-page";
import { RewardLogsPage } from "../pages/reward-logs-page";
import { createRewardingStreak, earnRewards, rewardsOf } from "../reward-data";

/** Presses as a reader makes them, so that a spec can say how many it took. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    addEventListener(
      "click",
      ({ isTrusted }) => {
        if (isTrusted) sessionStorage.setItem("clicks", String(Number(sessionStorage.getItem("clicks") ?? 0) + 1));
      },
      true,
    );
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem("clicks") ?? 0));
}

/** A file as the page sends it, and what it is told of. */
async function send(page: Page, text: string, query: Record<string, string>) {
  const response = await page.request.post(`/data/codes?${new URLSearchParams(query)}`, {
    headers: { "content-type": "text/csv" },
    data: text,
    timeout: 0,
  });
  const lines = (await response.text()).trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("Choose a file, map columns (guessed from headers; `,` `;` tab; BOM; quoted newlines), dry run by the same code path in a rolled-back transaction, errors by line, column, value and reason, the failed rows alone to download with a reason column, commit.", async ({
  api,
  ownerPage,
}) => {
  const data = await createRewardingStreak(api);
  await earnRewards(api, data, 0, 5);
  const [first, second, third, fourth, fifth] = await rewardsOf(api, data);
  const code = (number: number) => `${data.suffix}-${number}`;
  const codes = async () => (await rewardsOf(api, data)).map(({ couponCode }) => couponCode);
  const page = new CodeImportPage(ownerPage);

  await test.step("guessed, with a byte order mark, semicolons and quoted newlines", async () => {
    await page.open();
    await page.choose(
      "spring.csv",
      [
        "\uFEFFReward ID;Note;Code;Expires",
        `${first?.id};"two\nlines";${code(1)};2099-12-31`,
        `nonsense;;${code(2)};`,
        `${second?.id};"a;b";${code(1)};`,
        `${third?.id};;${code(3)};tomorrow`,
        "",
      ].join("\r\n"),
    );
    await expect(page.columnOf("Reward ID")).toContainText("Id of the reward");
    await expect(page.columnOf("Note")).toContainText("Not used");
    await expect(page.columnOf("Code")).toContainText("Coupon code");
    await expect(page.columnOf("Expires")).toContainText("Expiry");
  });

  await test.step("tried out: what is wrong by line, column, value and reason, and nothing is changed", async () => {
    await expect(page.count("willChange")).toHaveText("1");
    await expect(page.count("leftOut")).toHaveText("3");
    await expect(page.failed).toHaveText([
      "Line4ColumnReward IDValuenonsenseThis is no id of a reward.",
      `Line5ColumnCodeValue${code(1)}Line 2 has the same code for another reward.`,
      /^Line6ColumnExpiresValuetomorrowAn expiry is a day, such as/,
    ]);
    expect(await codes()).toEqual([null, null, null, null, null]);
  });

  await test.step("the failed rows alone, with the reason, to be mended and imported", async () => {
    const file = await page.downloadFailed();
    expect(file.suggestedFilename()).toBe("spring-left-out.csv");
    const text = await readFile(await file.path(), "utf8");
    expect(text.split("\r\n").slice(0, 3)).toEqual([
      "\uFEFFReward ID;Note;Code;Expires;import reason",
      `nonsense;;${code(2)};;This is no id of a reward.`,
      `${second?.id};"a;b";${code(1)};;Line 2 has the same code for another reward.`,
    ]);
    await page.commit(1);
    await expect(page.done).toHaveText("One reward has its code.");
    await page.another();
    await page.choose("mended.csv", text.replace(`;${code(1)};`, `;${code(2)};`).replace("tomorrow", "2099-12-31"));
    await expect(page.count("willChange")).toHaveText("2");
    await expect(page.count("leftOut")).toHaveText("1");
    await page.commit(2);
    await expect(page.done).toBeVisible();
    expect((await codes()).toSorted()).toEqual([code(1), code(2), code(3), null, null].toSorted());
  });

  await test.step("columns without names, by tabs: said by hand", async () => {
    await page.another();
    await page.choose("plain.txt", `${code(4)}\tx\t${fourth?.id}\n${code(5)}\ty\t${fifth?.id}\n`);
    await expect(page.missing).toHaveText("Choose the column that holds the codes.");
    await page.setColumn("Column 1", "Coupon code");
    await expect(page.count("willChange")).toHaveText("2");
    await page.commit(2);
    await expect(page.done).toBeVisible();
    expect((await api.get("reward_log", fourth?.id ?? ""))["couponCode"]).toBe(code(4));
  });
});

test("500 codes in at most 4 clicks; dry run and commit agree on every row of 1,000 random files; 50,000 rows stream with progress and flat memory.", async ({
  api,
  ownerPage,
}) => {
  test.slow();
  const data = await createRewardingStreak(api);
  await earnRewards(api, data, 0, 500);
  const codes = Array.from({ length: 500 }, (_, number) => `${data.suffix}-${number}`);
  const clicks = await countClicks(ownerPage);
  const queue = new RewardLogsPage(ownerPage);
  await queue.openWith({ parent: data.streakId });
  await expect(queue.rows.first()).toBeVisible();
  await queue.importCodes();
  const page = new CodeImportPage(ownerPage);
  // Nothing but codes: they go to whoever waits among the rewards that the queue showed.
  await page.choose("codes.csv", ["code", ...codes].join("\n"));
  await expect(ownerPage.getByText("500 rewards wait for a code.")).toBeVisible();
  await expect(page.count("willChange")).toHaveText("500");
  await expect(page.count("leftOut")).toHaveText("0");
  await page.commit(500);
  await expect(page.count("didChange")).toHaveText("500");
  await expect(page.count("leftOut")).toHaveText("0");
  await page.see();
  await expect(queue.rows).toHaveCount(25);
  await expect(queue.rows.first()).toContainText("Issued");
  await expect(ownerPage.getByText("Imported")).toBeVisible();
  expect(await clicks()).toBe(4);

  const rewards = await rewardsOf(api, data);
  expect(rewards.map(({ couponCode }) => String(couponCode)).toSorted()).toEqual(codes.toSorted());
  await ownerPage.getByRole("checkbox", { name: "Select all on this page" }).check();
  await expect(ownerPage.getByRole("button", { name: "Select all 500 matching" })).toBeVisible();

  await test.step("50,000 rows are told of while they are read, and those that fail are a file", async () => {
    const text = ["code", ...Array.from({ length: 50_000 }, (_, number) => `${data.suffix}-more-${number}`)].join("\n");
    const settings = { layout: { separator: ",", hasHeader: true, columns: { couponCode: 0 } } };
    const events = await send(ownerPage, text, { parent: data.streakId, settings: JSON.stringify(settings) });
    const progress = events.filter(({ kind }) => kind === "progress");
    expect(progress.length).toBeGreaterThan(10);
    const shares = progress.map(({ share }) => Number(share));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(events.at(-1)).toMatchObject({ kind: "done", rows: 50_000, changed: 0, unchanged: 0, failed: 50_000 });
    const file = events.filter(({ kind }) => kind === "file").map((event) => event["text"]);
    expect(file.join("").trimEnd().split("\r\n")).toHaveLength(50_001);
    const told = events.filter(({ kind }) => kind === "failed").flatMap((event) => event["rows"]);
    expect(told).toHaveLength(200);
  });
});

test("The same file again changes nothing.", async ({ api, ownerPage }) => {
  const data = await createRewardingStreak(api);
  await earnRewards(api, data, 0, 3);
  const rewards = await rewardsOf(api, data);
  const text = ["id,code", ...rewards.map(({ id }, number) => `${id},${data.suffix}-${number}`)].join("\n");
  const page = new CodeImportPage(ownerPage);
  await page.open();

  await test.step("the file and its columns outlive an ended session", async () => {
    await ownerPage.route("**/data/codes?*commit=true*", (route) => route.abort(), { times: 1 });
    await page.choose("three.csv", text);
    await page.setColumn("code", "Not used");
    await page.setColumn("code", "Coupon code");
    await page.commit(3);
    await expect(page.refused).toHaveText(
      "No answer came from the server, so it may not be done. Try again in a moment.",
    );
    const cookies = await ownerPage.context().cookies();
    await ownerPage.context().clearCookies();
    await page.commit(3);
    await expect(ownerPage.getByRole("dialog", { name: "Sign in again" })).toBeVisible();
    expect((await rewardsOf(api, data)).map(({ couponCode }) => couponCode)).toEqual([null, null, null]);
    await ownerPage.context().addCookies(cookies);
    await page.decline();
    await page.commit(3);
    await expect(page.done).toHaveText("3 rewards have their codes.");
  });

  const after = await rewardsOf(api, data);
  await page.another();
  await page.choose("three.csv", text);
  await expect(page.count("unchanged")).toHaveText("3");
  await expect(page.count("willChange")).toHaveText("0");
  await expect(ownerPage.getByText("There is nothing to import from this file.")).toBeVisible();
  const layout = { separator: ",", hasHeader: true, columns: { rewardId: 0, couponCode: 1 } };
  const events = await send(ownerPage, text, { commit: "true", settings: JSON.stringify({ layout }) });
  expect(events.at(-1)).toMatchObject({ kind: "done", rows: 3, changed: 0, unchanged: 3, failed: 0 });
  expect(await rewardsOf(api, data)).toEqual(after);
});

test("Exports: what is filtered, formulas escaped.", async ({ api, ownerPage }) => {
  const data = await createRewardingStreak(api);
  await earnRewards(api, data, 0, 30);
  const [first] = await rewardsOf(api, data);
  await api.update("reward_log", first?.id ?? "", { couponCode: `=${data.suffix}` });
  await api.update("member", String(first?.["ownedById"]), { displayName: `@Quinn ${data.suffix}` });
  const exported = async () => {
    const download = ownerPage.waitForEvent("download");
    await ownerPage.getByRole("link", { name: "Export CSV" }).click();
    const file = await download;
    const [head, ...rows] = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
    return { name: file.suggestedFilename(), head, rows };
  };

  await test.step("rewards: all pages of what the queue shows", async () => {
    const queue = new RewardLogsPage(ownerPage);
    await queue.openWith({ parent: data.streakId });
    await expect(queue.rows).toHaveCount(25);
    const all = await exported();
    expect(all.name).toMatch(/^reward-logs-\d{4}-\d\d-\d\d\.csv$/);
    expect(all.rows).toHaveLength(30);
    await queue.show("issued");
    await expect(queue.rows).toHaveCount(1);
    const { head, rows } = await exported();
    expect(head).toContain("\uFEFFid,createdAt,memberExternalId,memberName,milestone,");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(`,'@Quinn ${data.suffix},`);
    expect(rows[0]).toContain(`,'=${data.suffix},`);
  });

  await test.step("members: those who were found", async () => {
    await ownerPage.goto(`/members?q=${data.suffix}`);
    await expect(ownerPage.getByRole("table", { name: "Members" })).toBeVisible();
    const { name, rows } = await exported();
    expect(name).toMatch(/^members-/);
    expect(rows).toHaveLength(30);
    expect(rows.filter((row) => row.includes(`'@Quinn ${data.suffix}`))).toHaveLength(1);
  });

  await test.step("without a session: sign-in, which leads back to the list", async () => {
    await ownerPage.context().clearCookies();
    await ownerPage.getByRole("link", { name: "Export CSV" }).click();
    await ownerPage.waitForURL((url) => url.pathname === "/sign-in");
    expect(new URL(ownerPage.url()).searchParams.get("returnTo")).toMatch(/^\/members\?q=/);
  });
});
