import { describe, expect, it } from "vitest";
import { StreakHistory } from "./testing/streak-history";

/** Streaks where calendars and clocks are odd. Instants are in UTC. */
describe("weeks and months", () => {
  it("go on from ISO week 53 to week 1", () => {
    const history = new StreakHistory({ period: "weekly" });
    history.logAll("2020-12-23", "2020-12-31", "2021-01-03T23:59:59.999");
    expect(history.summary("2021-01-03T23:59:59.999")).toEqual(["2020-52+2 in_progress"]);
    history.log("2021-01-04T00:00:00");
    expect(history.summary("2021-01-17T23:59:59.999")).toEqual(["2020-52+3 in_progress"]);
    expect(history.at("2021-01-18T00:00:00")).toMatchObject([{ status: "broken", brokenAt: "2021-01-18T00:00:00" }]);
  });

  it("go on through week 53 of 2026", () => {
    const history = new StreakHistory({ period: "weekly", milestones: [3] });
    history.logAll("2026-12-27T23:00:00", "2027-01-03T23:00:00");
    expect(history.log("2027-01-04T01:00:00").crossed).toEqual(["3 in weekly_2027-01"]);
    expect(history.at("2027-01-05")).toMatchObject([{ from: "weekly_2026-52", value: 3 }]);
  });

  it("go on from month end to month start, whatever the months' lengths", () => {
    const history = new StreakHistory({ period: "monthly" });
    history.logAll("2025-12-31T23:59:59.999", "2026-01-01T00:00:00", "2026-02-28T23:59:59.999", "2026-03-01T00:00:00");
    expect(history.summary("2026-03-31T23:59:59.999")).toEqual(["2025-12+4 in_progress"]);
    expect(history.summary("2026-04-30T23:59:59.999")).toEqual(["2025-12+4 in_progress"]);
    expect(history.at("2026-05-01T00:00:00")).toMatchObject([{ status: "broken", brokenAt: "2026-05-01T00:00:00" }]);
  });

  it("need the leap day where there is one", () => {
    const leap = new StreakHistory();
    leap.logAll("2024-02-28", "2024-03-01");
    expect(leap.summary("2024-03-01T13:00:00")).toEqual(["2024-02-28+1 broken", "2024-03-01+1 in_progress"]);
    const plain = new StreakHistory();
    plain.logAll("2026-02-28", "2026-03-01");
    expect(plain.summary("2026-03-01T13:00:00")).toEqual(["2026-02-28+2 in_progress"]);
  });
});

describe("days of odd length", () => {
  it.each([
    ["23 hours", "Europe/Berlin", "2026-03-28T11:00:00", "2026-03-28T23:00:00", "2026-03-29T22:00:00"],
    ["25 hours", "Europe/Berlin", "2026-10-24T11:00:00", "2026-10-24T22:00:00", "2026-10-25T23:00:00"],
    ["no midnight", "America/Sao_Paulo", "2018-11-03T15:00:00", "2018-11-04T03:00:00", "2018-11-05T02:00:00"],
    ["half an hour more", "Australia/Lord_Howe", "2026-04-04T02:00:00", "2026-04-04T13:00:00", "2026-04-05T13:30:00"],
    ["half an hour less", "Australia/Lord_Howe", "2026-10-03T02:00:00", "2026-10-03T13:30:00", "2026-10-04T13:00:00"],
    ["quarter hours", "Asia/Kathmandu", "2026-04-10T06:00:00", "2026-04-10T18:15:00", "2026-04-11T18:15:00"],
  ])("%s: the next day counts from its first to its last moment", (_, zone, log, next, end) => {
    const history = new StreakHistory({ zone });
    history.log(log);
    const justBefore = (text: string) => new Date(Date.parse(`${text}Z`) - 1).toISOString().slice(0, -1);
    expect(history.log(justBefore(next)).value).toBe(1);
    expect(history.at(justBefore(end))).toMatchObject([{ status: "in_progress" }]);
    expect(history.at(end)).toMatchObject([{ status: "broken", brokenAt: end }]);
    expect(history.log(next).value).toBe(2);
    const untilTheEnd = new StreakHistory({ zone });
    untilTheEnd.log(log);
    expect(untilTheEnd.log(justBefore(end)).value).toBe(2);
    const tooLate = new StreakHistory({ zone });
    tooLate.log(log);
    expect(tooLate.log(end).value).toBe(1);
    expect(tooLate.at(end)).toMatchObject([{ status: "broken", brokenAt: end }, { status: "in_progress" }]);
  });

  it("break a daily streak in Apia on the day that was skipped, the instant the day before it ends", () => {
    const history = new StreakHistory({ zone: "Pacific/Apia" });
    history.logAll("2011-12-28T22:00:00", "2011-12-29T22:00:00");
    expect(history.summary("2011-12-30T09:59:59.999")).toEqual(["2011-12-28+2 in_progress"]);
    expect(history.at("2011-12-30T10:00:00")).toMatchObject([{ status: "broken", brokenAt: "2011-12-30T10:00:00" }]);
    expect(history.log("2011-12-30T10:00:00").value).toBe(1);
    expect(history.summary("2011-12-30T11:00:00")).toEqual(["2011-12-28+2 broken", "2011-12-31+1 in_progress"]);
  });

  it("go on when the same date comes twice", () => {
    const history = new StreakHistory({ zone: "America/St_Johns" });
    history.logAll("2010-11-06T12:00:00", "2010-11-07T02:30:30");
    expect(history.summary("2010-11-07T02:30:45")).toEqual(["2010-11-06+2 in_progress"]);
    expect(history.log("2010-11-07T03:00:00").value).toBe(2);
    const late = new StreakHistory({ zone: "America/St_Johns" });
    late.log("2010-11-05T12:00:00");
    expect(late.summary("2010-11-07T03:29:59.999")).toEqual(["2010-11-05+1 in_progress"]);
    expect(late.log("2010-11-07T03:29:59.999").value).toBe(2);
  });
});

describe("a member who moves", () => {
  it("repeats a date over the date line without losing or winning a day", () => {
    const history = new StreakHistory({ zone: "Pacific/Kiritimati" });
    history.log("2026-04-10T09:00:00"); // the 10th, an hour before midnight in Kiritimati
    history.moveTo("Pacific/Pago_Pago");
    expect(history.log("2026-04-10T20:00:00").value).toBe(1); // the 10th again
    expect(history.log("2026-04-11T20:00:00").value).toBe(2);
  });

  it("skips a date over the date line, and the streak breaks in the zone of the latest log", () => {
    const history = new StreakHistory({ zone: "Pacific/Pago_Pago" });
    history.log("2026-04-10T20:00:00"); // the 10th in Pago Pago
    history.moveTo("Pacific/Kiritimati");
    expect(history.log("2026-04-11T10:00:00").value).toBe(1); // the 12th in Kiritimati
    expect(history.at("2026-04-11T11:00:00")).toMatchObject([
      { from: "daily_2026-04-10", status: "broken", brokenAt: "2026-04-11T10:00:00" },
      { from: "daily_2026-04-12", status: "in_progress" },
    ]);
  });

  it("has until midnight where the latest log was made", () => {
    const history = new StreakHistory({ zone: "Asia/Tokyo" });
    history.log("2026-04-10T03:00:00");
    expect(history.at("2026-04-11T15:00:00")).toMatchObject([{ status: "broken", brokenAt: "2026-04-11T15:00:00" }]);
    history.moveTo("America/Los_Angeles");
    history.log("2026-04-10T20:00:00"); // the 10th in Los Angeles too
    expect(history.at("2026-04-12T06:59:59.999")).toMatchObject([{ value: 1, status: "in_progress" }]);
    expect(history.at("2026-04-12T07:00:00")).toMatchObject([{ status: "broken", brokenAt: "2026-04-12T07:00:00" }]);
  });

  it("keeps the periods of earlier logs, and a late log of the old zone does not move the end", () => {
    const history = new StreakHistory({ zone: "America/Los_Angeles" });
    history.log("2026-04-10T20:00:00");
    history.moveTo("Asia/Tokyo");
    history.log("2026-04-10T03:00:00"); // earlier, but received later: the latest activity is still in Los Angeles
    expect(history.at("2026-04-12T06:59:59.999")).toMatchObject([
      { value: 1, status: "in_progress", startedAt: "2026-04-10T03:00:00" },
    ]);
  });
});
