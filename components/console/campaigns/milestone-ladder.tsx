"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFieldArray, useFormState, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { newMilestone } from "./campaign-values";
import { useEditor } from "./editor";
import { MilestoneRung } from "./milestone-rung";

const ANCHOR = "#milestone-";
/** Where a milestone without a target stands. */
const LAST = Number.POSITIVE_INFINITY;

/** The milestones of a campaign from the first to the last, each edited where it stands. */
export function MilestoneLadder({ languages }: { languages: readonly string[] }) {
  const t = useTranslations("campaign");
  const { control, getValues, readOnly, saved } = useEditor();
  const { fields, append, remove, move } = useFieldArray({ control, name: "milestones", keyName: "key" });
  const goal = useWatch({ control, name: "completionTargetValue" });
  const { errors, submitCount } = useFormState({ control });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [fresh, setFresh] = useState(false);

  // Its address can name one: the list of milestones and the palette lead here.
  useEffect(() => {
    const showNamed = () => {
      const { hash } = window.location;
      if (hash.startsWith(ANCHOR)) setOpen((before) => new Set(before).add(hash.slice(ANCHOR.length)));
    };
    showNamed();
    window.addEventListener("hashchange", showNamed);
    return () => window.removeEventListener("hashchange", showNamed);
  }, []);

  // A rung that was closed opens with its error, too late for the form to have put the focus there.
  useEffect(() => {
    if (submitCount > 0 && !document.activeElement?.matches("[aria-invalid=true]"))
      document.querySelector<HTMLElement>("form [aria-invalid=true]")?.focus();
  }, [submitCount]);

  const keyOf = (position: number) => fields[position]?.id ?? fields[position]?.key ?? "";
  const toggle = (key: string, shown: boolean) =>
    setOpen((before) => new Set(shown ? [...before, key] : [...before].filter((other) => other !== key)));
  const add = () => {
    append(newMilestone(languages, fields.length === 0 ? goal : null), { shouldFocus: false });
    setFresh(true);
  };
  /** To its place by target, once it is closed: while one types nothing moves. */
  const settle = (position: number) => {
    const targets = getValues("milestones").map(({ milestoneTargetValue }) => milestoneTargetValue ?? LAST);
    const own = targets[position] ?? LAST;
    const place = targets.filter((target, other) => target < own || (target === own && other < position)).length;
    if (place !== position) move(position, place);
  };

  return (
    <Card title={t("milestones")} intro={t("milestonesIntro")}>
      {fields.length === 0 ? <p className="text-muted">{t("noMilestones")}</p> : null}
      <ol className="flex min-w-0 flex-col gap-3">
        {fields.map((field, position) => {
          const key = keyOf(position);
          // New ones are open until they are closed, saved ones closed until they are opened.
          const isNew = field.id === null;
          const shown = isNew !== open.has(key) || errors.milestones?.[position] !== undefined;
          return (
            <MilestoneRung
              key={field.key}
              position={position}
              saved={saved?.milestones.find(({ id }) => id === field.id) ?? null}
              open={shown}
              focused={fresh && position === fields.length - 1}
              onToggle={(next) => {
                toggle(key, isNew ? !next : next);
                if (!next) settle(position);
              }}
              onRemove={() => remove(position)}
            />
          );
        })}
      </ol>
      {readOnly ? null : (
        <div>
          <Button kind="secondary" onPress={add}>
            <Icon name="plus" />
            {t("addMilestone")}
          </Button>
        </div>
      )}
    </Card>
  );
}
