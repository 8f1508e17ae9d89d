import { API_SECRET } from "@/e2e/settings";
import type { Json } from "./client";
import type { Recorder } from "./exchange";
import { formOf, square } from "./icons";

/** The secret in every call, and gzip as any real client takes it. */
export const KEY = { "x-api-key": API_SECRET, "accept-encoding": "gzip" };
const JSON_BODY = { "content-type": "application/json" };

/** Sends one operation, named as the table names it, and answers the record in the reply. */
async function call(recorder: Recorder, operation: string, id = "", body?: unknown, query = ""): Promise<Json> {
  const [method = "", path = ""] = operation.split(" ");
  const text = await recorder.send({
    method,
    path: `${path.replace(/\{\w+\}/, id)}${query}`,
    headers: { ...KEY, ...(body === undefined ? {} : JSON_BODY) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return recordIn(text);
}

/** Uploads a picture, as a form. */
async function upload(recorder: Recorder, path: string): Promise<Json> {
  const { type, body } = formOf(square(1));
  return recordIn(await recorder.send({ method: "POST", path, headers: { ...KEY, "content-type": type }, body }));
}

function recordIn(text: string): Json {
  return text === "" ? {} : ((JSON.parse(text) as { data?: Json }).data ?? {});
}

const CAMPAIGN = { description: "Of both fronts", status: "live", completionTargetValue: 1000 };
const ACTIVITY = { activityId: "made_a_purchase", activityValue: 2.5 };

/**
 * Calls every operation at least once on an empty program, with success, and answers the operations that it called.
 * The same calls, in the same order, on every front.
 */
export async function everyOperation(recorder: Recorder): Promise<Set<string>> {
  const called = new Set<string>();
  const send = (operation: string, id?: unknown, body?: unknown, query?: string) => {
    called.add(operation);
    return call(recorder, operation, String(id ?? ""), body, query);
  };
  await send("GET /api/health/live");
  await send("GET /api/health/ready");
  await send("GET /api/whoami");

  const member = await send("POST /schema/member/record", "", { externalId: "ada", displayName: "Ada Okafor" });
  const parents: Record<string, Json> = {};
  const rungs: Json[] = [];
  for (const slug of ["streak", "challenge"]) {
    const period = slug === "streak" ? { aggregationTargetValue: 1 } : { aggregationPeriod: "all_time" };
    const parent = await send(`POST /schema/${slug}/record`, "", { name: `A ${slug}`, ...CAMPAIGN, ...period });
    parents[slug] = parent;
    const milestone = { linkedSchemaSlug: slug, linkedSchemaRecordId: parent["id"], name: "One", status: "live" };
    rungs.push(
      await send("POST /schema/milestone/record", "", { ...milestone, description: "m", milestoneTargetValue: 1 }),
    );
    const log = (order: string, day: number, ownedBy: Json) => ({
      [`${slug}Id`]: parent["id"],
      ...ownedBy,
      ...ACTIVITY,
      activityAt: `2026-04-${day}T12:00:00Z`,
      uniqueIdentifier: `${slug}-${order}`,
    });
    const first = await send(`POST /schema/${slug}_log/record`, "", log("first", 10, { ownedById: member["id"] }));
    await send(`POST /schema/${slug}_log/record/batch`, "", [
      log("second", 11, { ownedBy: { externalId: "ben" } }),
      log("first", 10, { ownedById: member["id"] }),
      { nothing: "right" },
    ]);
    await send(`GET /schema/${slug}_log/record/{id}`, first["id"]);
    await send(`GET /schema/${slug}_progress/record/{id}`, (first["progress"] as Json)["id"]);
    await send(`GET /schema/${slug}_progress/record/{id}/timeline`, (first["progress"] as Json)["id"]);
    const reward = first["achievedMilestoneRewardLog"] as Json;
    await send("GET /schema/reward_log/record/{id}", reward["id"]);
    await send("PATCH /schema/reward_log/record/{id}", reward["id"], { couponCode: "SUMMER-10" });
  }

  for (const slug of [...NOUNS, "streak_log", "challenge_log", "streak_progress", "challenge_progress", "reward_log"])
    await send(`GET /schema/${slug}/record`, "", undefined, "?limit=1&fetchTotalCount=true");
  for (const slug of NOUNS) {
    const id = { member, milestone: rungs[0], ...parents }[slug]?.["id"];
    await send(`GET /schema/${slug}/record/{id}`, id);
    await send(
      `PATCH /schema/${slug}/record/{id}`,
      id,
      slug === "member" ? { displayName: "A." } : { name: "Renamed" },
    );
  }
  for (const operation of await iconOperations(recorder, { ...parents, milestone: rungs[0] ?? {} }))
    called.add(operation);
  await send("DELETE /schema/milestone/record/{id}", rungs[1]?.["id"]);
  for (const slug of NOUNS.filter((noun) => noun !== "milestone")) {
    const period = slug === "streak" ? { aggregationTargetValue: 1 } : { aggregationPeriod: "all_time" };
    const values = slug === "member" ? { externalId: "gone" } : { name: "Gone", ...CAMPAIGN, ...period };
    const gone = await send(`POST /schema/${slug}/record`, "", values);
    await send(`DELETE /schema/${slug}/record/{id}`, gone["id"]);
  }
  await pointsAndGroups(send, member, String(parents["streak"]?.["id"]));
  return called;
}

type Send = (operation: string, id?: unknown, body?: unknown, query?: string) => Promise<Json>;

async function pointsAndGroups(send: Send, member: Json, streakId: string): Promise<void> {
  const rule = await send("POST /schema/reward_rule/record", "", { eventType: "visit", points: 5 });
  const group = await send("POST /schema/user_group/record", "", { name: "VIP", memberIds: [member["id"]] });
  for (const [slug, { id }] of [["reward_rule", rule] as const, ["user_group", group] as const]) {
    await send(`GET /schema/${slug}/record/{id}`, id);
    await send(`PATCH /schema/${slug}/record/{id}`, id, slug === "user_group" ? { name: "Gold" } : { points: 7 });
    await send(`GET /schema/${slug}/record`);
  }
  const members = "/schema/user_group/record/{id}/members";
  await send(`POST ${members}`, group["id"], { externalIds: ["ben"] });
  await send(`GET ${members}`, group["id"]);
  await send("GET /api/loyalty/account_streaks", "", undefined, `?loyaltyRuleId=${streakId}&limit=1`);
  await send(`DELETE ${members}`, group["id"], { memberIds: [member["id"]] });
  await send("POST /v1/points/award", "", { userId: "ada", eventType: "visit", reference: "first" });
  const event = { id: "event-1", type: "visit", member: { externalId: "ada" }, at: "2026-04-12T12:00:00Z" };
  await send("POST /v1/events", "", event, "?dryRun=true");
  await send("POST /v1/events", "", [event, event, { nothing: "right" }]);
  await send("GET /v1/users/{userId}/balance", "ada");
  await send("GET /v1/users/{userId}/history", "ada", undefined, "?limit=1");
  await send("DELETE /schema/reward_rule/record/{id}", rule["id"]);
  await send("DELETE /schema/user_group/record/{id}", group["id"]);
}

/** Gives each record an icon and takes it away; answers the operations that it called. */
async function iconOperations(recorder: Recorder, bearers: Record<string, Json>): Promise<string[]> {
  const icon = await upload(recorder, "/api/icons");
  await call(recorder, "GET /api/icons/{id}", String(icon["id"]));
  // Its bytes are no JSON.
  await recorder.send({ method: "GET", path: String(icon["url"]), headers: KEY });
  const ofRecords = [];
  for (const [slug, { id }] of Object.entries(bearers)) {
    const operation = `/schema/${slug}/record/{id}/eudIcon`;
    await upload(recorder, operation.replace("{id}", String(id)));
    await call(recorder, `DELETE ${operation}`, String(id));
    ofRecords.push(`POST ${operation}`, `DELETE ${operation}`);
  }
  return ["POST /api/icons", "GET /api/icons/{id}", "GET /icons/{programId}/{file}", ...ofRecords];
}

const NOUNS = ["member", "streak", "challenge", "milestone"];
