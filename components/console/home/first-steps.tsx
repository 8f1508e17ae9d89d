"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Snippet } from "@/components/ui/snippet";
import { useProgram } from "@/lib/client/program";
import type { Scope } from "@/lib/contracts/scopes";
import { FIRST_STEPS, type FirstStep, type HomeView } from "./home-view";

interface FirstStepsProps {
  steps: HomeView["steps"];
  /** Where this installation answers, such as https://rewards.example.com. */
  origin: string;
}

/** Where a step is taken, and who may. */
const PLACES = {
  campaign: { href: "/streaks/new", scope: "campaigns:write" },
  language: { href: "/settings#languages", scope: "keys:write" },
  apiKey: { href: "/settings?new=key", scope: "keys:write" },
  widget: { href: "/settings#embed", scope: "campaigns:read" },
} as const satisfies Partial<Record<FirstStep, { href: string; scope: Scope }>>;

/** What a new program lacks, each ticked by what is there. Gone once all of it is done. */
export function FirstSteps({ steps, origin }: FirstStepsProps) {
  const t = useTranslations("firstSteps");
  const { scopes } = useProgram();
  const done = FIRST_STEPS.filter((step) => steps[step]).length;
  if (done === FIRST_STEPS.length) return null;
  const next = FIRST_STEPS.find((step) => !steps[step]);
  return (
    <Card title={t("title")} intro={t("intro", { done, all: FIRST_STEPS.length })}>
      <ol className="flex flex-col divide-y divide-border">
        {FIRST_STEPS.map((step) => (
          <Step key={step} done={steps[step]} title={t(`${step}.title`)} text={t(`${step}.text`)}>
            {step === "activity" ? (
              <Snippet text={activityCall(origin)} copyLabel={t("copy")} copiedLabel={t("copied")} />
            ) : scopes.includes(PLACES[step].scope) ? (
              <Link
                href={PLACES[step].href}
                className={buttonClasses({ kind: step === next ? "primary" : "secondary", size: "small" })}
              >
                {t(`${step}.action`)}
              </Link>
            ) : null}
          </Step>
        ))}
      </ol>
    </Card>
  );
}

interface StepProps {
  done: boolean;
  title: string;
  text: string;
  children: ReactNode;
}

function Step({ done, title, text, children }: StepProps) {
  const t = useTranslations("firstSteps");
  return (
    <li className="flex min-w-0 gap-3 py-4 first:pt-0 last:pb-0">
      <span
        className={`mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full ${done ? "bg-success-soft text-success" : "border border-border"}`}
      >
        {done ? <Icon name="check" className="size-3" /> : null}
        <span className="sr-only">{t(done ? "done" : "open")}</span>
      </span>
      <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
        <h3 className={`font-medium ${done ? "text-muted" : ""}`}>{title}</h3>
        {done ? null : (
          <>
            <p className="max-w-prose text-muted">{text}</p>
            {children}
          </>
        )}
      </div>
    </li>
  );
}

/** A first activity, as a shop's server sends it. */
function activityCall(origin: string): string {
  const log = {
    streakId: "STREAK_ID",
    ownedBy: { externalId: "customer-1" },
    activityAt: "2026-04-10T12:00:00Z",
    activityId: "made_a_purchase",
    uniqueIdentifier: "order-1001",
    activityValue: 1,
  };
  return [
    `curl ${origin}/schema/streak_log/record \\`,
    `  -H "X-API-KEY: $SECRET" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(log)}'`,
  ].join("\n");
}
