"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Time } from "@/components/console/lists/time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { type Column, ListTable } from "@/components/ui/list-table";
import { ChangeRole } from "./change-role";
import { RemovePerson } from "./remove-person";
import type { TeamActions } from "./team-actions";
import type { PersonRow } from "./team-view";

interface PeopleListProps {
  people: PersonRow[];
  actions: Pick<TeamActions, "changeRole" | "remove">;
}

interface Asked {
  person: PersonRow;
  what: "role" | "removal";
}

/** The people of the organization, with what each role means. */
export function PeopleList({ people, actions }: PeopleListProps) {
  const t = useTranslations("team");
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useColumns(setAsked);
  const close = () => setAsked(null);
  return (
    <Card title={t("people")} intro={t("peopleIntro")}>
      <ListTable label={t("people")} columns={columns} rows={people} rowId={(person) => person.id} />
      <ChangeRole person={asked?.what === "role" ? asked.person : null} onClose={close} action={actions.changeRole} />
      <RemovePerson person={asked?.what === "removal" ? asked.person : null} onClose={close} action={actions.remove} />
    </Card>
  );
}

function useColumns(ask: (asked: Asked) => void): Column<PersonRow>[] {
  const t = useTranslations("team");
  return [
    {
      id: "person",
      label: t("person"),
      cell: (person) => (
        <span className="flex min-w-0 flex-col items-start gap-0.5">
          <span className="flex min-w-0 flex-wrap items-center gap-2">
            <bdi className="wrap-anywhere font-medium">{person.name}</bdi>
            {person.self ? <Badge look="accent">{t("you")}</Badge> : null}
          </span>
          <bdi className="wrap-anywhere text-muted text-xs">{person.email}</bdi>
        </span>
      ),
    },
    { id: "role", label: t("role"), cell: (person) => <PersonRole person={person} /> },
    { id: "joined", label: t("joined"), named: true, cell: (person) => <Time at={person.joinedAt} /> },
    {
      id: "actions",
      label: t("actions"),
      quiet: true,
      end: true,
      cell: (person) => <PersonActions person={person} ask={ask} />,
    },
  ];
}

function PersonRole({ person: { role, last } }: { person: PersonRow }) {
  const t = useTranslations("roles");
  const tTeam = useTranslations("team");
  if (role === null) return <span className="text-muted">–</span>;
  return (
    <span className="flex min-w-0 max-w-80 flex-col gap-0.5">
      <span className="font-medium">{t(`names.${role}`)}</span>
      <span className="text-muted text-xs">
        {t(`means.${role}`)} {last ? tTeam("lastOwner") : ""}
      </span>
    </span>
  );
}

function PersonActions({ person, ask }: { person: PersonRow; ask: (asked: Asked) => void }) {
  const t = useTranslations("team");
  if (person.last) return null;
  const { name } = person;
  return (
    <span className="inline-flex flex-wrap gap-1 md:justify-end">
      <Button
        kind="quiet"
        size="small"
        aria-label={t("changeOf", { name })}
        onPress={() => ask({ person, what: "role" })}
      >
        <Icon name="edit" />
        {t("change")}
      </Button>
      <Button
        kind="quiet"
        size="small"
        aria-label={t("removeOf", { name })}
        onPress={() => ask({ person, what: "removal" })}
      >
        <Icon name="trash" />
        {t("remove")}
      </Button>
    </span>
  );
}
