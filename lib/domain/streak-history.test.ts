import { describe, expect, it } from "vitest";
import { amountFromText } from "./amount";
import { StreakHistory } from "./testing/streak-history";

/** A bare date stands for its noon in UTC. */
describe("status without any sweep", () => {
  it("is told anew at every later moment from what was stored once", () => {
    const history = new StreakHistory();
    history.logAll("2026-04-08T09:00:00", "2026-04-09T10:00:00");
    const run = { from: "daily_2026-04-08", value: 2, startedAt: "2026-04-08T09:00:00" };
    expect(history.at("2026-04-09T11:00:00")).toEqual([{ ...run, status: "in_progress" }]);
    expect(history.at("2026-04-10T23:59:59.999")).toEqual([{ ...run, status: "in_progress" }]);
    const broken = { ...run, status: "broken", brokenAt: "2026-04-11T00:00:00" };
    expect(history.at("2026-04-11T00:00:00")).toEqual([broken]);
    expect(history.at("2027-01-01T00:00:00")).toEqual([broken]);
  });

  it("counts too little in the next period as unmet", () => {
    const history = new StreakHistory({ target: amountFromText("0.3") });
    history.log("2026-04-08T09:00:00", amountFromText("0.1"));
    expect(history.log("2026-04-08T10:00:00", amountFromText("0.2")).value).toBe(1);
    expect(history.log("2026-04-09T10:00:00", amountFromText("0.299999")).value).toBeNull();
    expect(history.summary("2026-04-09T23:59:59.999")).toEqual(["2026-04-08+1 in_progress"]);
    // The run is over, and so is the period that was to continue it.
    expect(history.summary("2026-04-10")).toEqual(["2026-04-08+1 broken", "2026-04-09+0 broken"]);
  });
});

describe("the run of value 0", () => {
  const target = amountFromText("2");

  it("shows the latest unmet period before the first met one, and becomes the run when it is met", () => {
    const history = new StreakHistory({ target });
    const shown = history.log("2026-04-08T09:00:00");
    expect(shown.value).toBe(0);
    expect(history.summary("2026-04-08T10:00:00")).toEqual(["2026-04-08+0 in_progress"]);
    expect(history.at("2026-04-09T00:00:00")).toMatchObject([{ status: "broken", brokenAt: "2026-04-09T00:00:00" }]);
    expect(history.log("2026-04-08T11:00:00")).toMatchObject({ value: 1, id: shown.id });
    expect(history.at("2026-04-08T12:00:00")).toMatchObject([{ value: 1, startedAt: "2026-04-08T09:00:00" }]);
  });

  it("gives way to a later period with a log, met or not", () => {
    const history = new StreakHistory({ target });
    history.log("2026-04-08");
    history.log("2026-04-10");
    expect(history.summary("2026-04-10T13:00:00")).toEqual(["2026-04-10+0 in_progress"]);
    history.log("2026-04-12", amountFromText("2"));
    expect(history.summary("2026-04-12T13:00:00")).toEqual(["2026-04-12+1 in_progress"]);
  });

  it("is not moved by an earlier log, which lies in no run", () => {
    const history = new StreakHistory({ target });
    history.log("2026-04-10");
    expect(history.log("2026-04-08").value).toBeNull();
    expect(history.summary("2026-04-10T13:00:00")).toEqual(["2026-04-10+0 in_progress"]);
  });
});

describe("late logs", () => {
  it("heal a broken run", () => {
    const history = new StreakHistory();
    history.logAll("2026-04-08", "2026-04-09");
    expect(history.summary("2026-04-11T13:00:00")).toEqual(["2026-04-08+2 broken"]);
    expect(history.log("2026-04-10T20:00:00").value).toBe(3);
    expect(history.summary("2026-04-11T13:00:00")).toEqual(["2026-04-08+3 in_progress"]);
  });

  it("merge two runs into the earlier one's record", () => {
    const history = new StreakHistory();
    const earlier = history.log("2026-04-08T09:00:00").id;
    const later = history.log("2026-04-10T09:00:00").id;
    expect(later).not.toBe(earlier);
    expect(history.at("2026-04-10")).toMatchObject([
      // The end of the unmet 9th comes before the next run's first log.
      { value: 1, status: "broken", brokenAt: "2026-04-10T00:00:00" },
      { value: 1, status: "in_progress" },
    ]);
    expect(history.log("2026-04-09T22:00:00")).toMatchObject({ value: 3, id: earlier });
    expect(history.at("2026-04-10")).toEqual([
      { from: "daily_2026-04-08", value: 3, status: "in_progress", startedAt: "2026-04-08T09:00:00" },
    ]);
  });

  it("put a run's start back, and keep its record when they come before it", () => {
    const history = new StreakHistory();
    const id = history.log("2026-04-09T09:00:00").id;
    expect(history.log("2026-04-09T07:00:00")).toMatchObject({ id, value: 1 });
    expect(history.at("2026-04-09")).toMatchObject([{ startedAt: "2026-04-09T07:00:00" }]);
    expect(history.log("2026-04-08T23:00:00")).toMatchObject({ id, value: 2 });
    expect(history.at("2026-04-09")).toMatchObject([{ from: "daily_2026-04-08", startedAt: "2026-04-08T23:00:00" }]);
  });
});

describe("milestones", () => {
  const milestones = [2, 3, 5];

  it("are crossed one by one in the period that reached them", () => {
    const history = new StreakHistory({ milestones });
    expect(history.log("2026-04-08").crossed).toEqual([]);
    expect(history.log("2026-04-09").crossed).toEqual(["2 in daily_2026-04-09"]);
    expect(history.log("2026-04-09T18:00:00").crossed).toEqual([]);
    expect(history.log("2026-04-10").crossed).toEqual(["3 in daily_2026-04-10"]);
  });

  it("are crossed several at once when runs join, above the longest of them, each in its own period", () => {
    const history = new StreakHistory({ milestones });
    history.logAll("2026-04-08", "2026-04-09", "2026-04-11", "2026-04-12");
    expect(history.log("2026-04-10").crossed).toEqual(["3 in daily_2026-04-10", "5 in daily_2026-04-12"]);
  });

  it("are not crossed again by what the longest of the joining runs had reached", () => {
    const history = new StreakHistory({ milestones });
    history.log("2026-04-08");
    history.logAll("2026-04-10", "2026-04-11", "2026-04-12");
    expect(history.log("2026-04-09").crossed).toEqual(["5 in daily_2026-04-12"]);
  });

  it("are crossed again by a run of its own, in its own periods", () => {
    const history = new StreakHistory({ milestones });
    history.logAll("2026-04-01", "2026-04-02", "2026-04-08");
    expect(history.log("2026-04-09").crossed).toEqual(["2 in daily_2026-04-09"]);
  });

  it("are not crossed by what a completed run leaves over", () => {
    const history = new StreakHistory({ milestones: [1, 2, 3], completionTarget: 3 });
    history.logAll("2026-04-08", "2026-04-09", "2026-04-11", "2026-04-12");
    expect(history.log("2026-04-10").crossed).toEqual(["3 in daily_2026-04-10"]);
    expect(history.summary("2026-04-12")).toEqual(["2026-04-08+3 completed", "2026-04-11+2 in_progress"]);
  });
});

describe("a completed run", () => {
  const completed = () => {
    const history = new StreakHistory({ completionTarget: 3, milestones: [1, 2, 3] });
    history.logAll("2026-04-08T09:00:00", "2026-04-09T09:00:00", "2026-04-10T09:00:00");
    return history;
  };
  const wall = {
    from: "daily_2026-04-08",
    value: 3,
    status: "completed",
    startedAt: "2026-04-08T09:00:00",
    completedAt: "2026-04-10T09:00:00",
  };

  it("is final, and the next period starts another", () => {
    const history = completed();
    expect(history.at("2026-05-01")).toEqual([wall]);
    expect(history.log("2026-04-11").crossed).toEqual(["1 in daily_2026-04-11"]);
    expect(history.summary("2026-04-11T13:00:00")).toEqual(["2026-04-08+3 completed", "2026-04-11+1 in_progress"]);
  });

  it("is a wall to a late log before it: that run breaks where it begins", () => {
    const history = completed();
    expect(history.log("2026-04-07T09:00:00")).toMatchObject({ value: 1, crossed: ["1 in daily_2026-04-07"] });
    expect(history.at("2026-04-10")).toEqual([
      {
        from: "daily_2026-04-07",
        value: 1,
        status: "broken",
        startedAt: "2026-04-07T09:00:00",
        brokenAt: "2026-04-08T09:00:00",
      },
      wall,
    ]);
  });

  it("takes a late log inside in without growing, its start excepted", () => {
    const history = completed();
    expect(history.log("2026-04-09T08:00:00")).toMatchObject({ value: 3, crossed: [] });
    expect(history.at("2026-04-10")).toEqual([wall]);
    history.log("2026-04-10T07:00:00");
    history.log("2026-04-08T06:00:00");
    expect(history.at("2026-04-10")).toEqual([{ ...wall, startedAt: "2026-04-08T06:00:00" }]);
  });

  it("does not grow by a late log after it, which can join and complete the next one", () => {
    const history = completed();
    history.logAll("2026-04-12T09:00:00", "2026-04-13T09:00:00");
    expect(history.log("2026-04-11T22:00:00")).toMatchObject({ value: 3, crossed: ["3 in daily_2026-04-13"] });
    expect(history.at("2026-04-13")).toEqual([
      wall,
      {
        from: "daily_2026-04-11",
        value: 3,
        status: "completed",
        startedAt: "2026-04-11T22:00:00",
        completedAt: "2026-04-13T09:00:00",
      },
    ]);
  });

  it("takes its first periods when a late log joins more than enough, and keeps the later record for the rest", () => {
    const history = new StreakHistory({ completionTarget: 3 });
    const earlier = history.log("2026-04-08T09:00:00").id;
    const later = history.log("2026-04-10T09:00:00").id;
    history.log("2026-04-11T08:00:00");
    expect(history.log("2026-04-09T23:00:00")).toMatchObject({ id: earlier, value: 3 });
    expect(history.at("2026-04-11")).toEqual([
      { ...wall, completedAt: "2026-04-10T09:00:00" },
      { from: "daily_2026-04-11", value: 1, status: "in_progress", startedAt: "2026-04-11T08:00:00" },
    ]);
    expect(history.log("2026-04-11T20:00:00")).toMatchObject({ id: later, value: 1 });
  });

  it("is every met period when one is enough", () => {
    const history = new StreakHistory({ completionTarget: 1, milestones: [1] });
    expect(history.log("2026-04-08").crossed).toEqual(["1 in daily_2026-04-08"]);
    expect(history.log("2026-04-09").crossed).toEqual(["1 in daily_2026-04-09"]);
    expect(history.summary("2026-04-09")).toEqual(["2026-04-08+1 completed", "2026-04-09+1 completed"]);
  });
});
