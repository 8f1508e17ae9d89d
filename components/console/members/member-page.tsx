"use client";

import { useFormatter, useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { HistoryLink } from "@/components/console/audit/history-link";
import { RecordList } from "@/components/console/lists/record-list";
import { StatusBadge } from "@/components/console/lists/status-badge";
import { type AwardAction, AwardPoints } from "@/components/console/points/award-points";
import { useLedgerColumns } from "@/components/console/points/ledger-columns";
import { ledgerListQuery } from "@/components/console/points/points-list-state";
import type { EntryRow } from "@/components/console/points/points-rows";
import type { RewardRowActions } from "@/components/console/reward-logs/reward-actions";
import { useRewardColumns } from "@/components/console/reward-logs/reward-columns";
import { rewardListQuery } from "@/components/console/reward-logs/reward-list-state";
import type { RewardRow } from "@/components/console/reward-logs/reward-row";
import { useCampaigns } from "@/components/console/reward-logs/use-campaigns";
import { buttonClasses } from "@/components/ui/button-classes";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { useProgram } from "@/lib/client/program";
import { useRead } from "@/lib/client/use-read";
import { MemberActions, type MemberActionsProps } from "./member-actions";
import { MemberFacts } from "./member-facts";
import { MemberProgress } from "./member-progress";
import { type MemberView, memberName } from "./member-row";

interface MemberPageProps extends Pick<MemberActionsProps, "save" | "remove"> {
  id: string;
  rewards: RewardRowActions;
  award: AwardAction;
}

/** A member: who it is, how far it has come, what it earned. Times are in the member's own zone. */
export function MemberPage({ id, rewards, award, save, remove }: MemberPageProps) {
  const { data: member } = useRead<MemberView>("member", `?id=${id}`);
  const program = useProgram();
  if (!member) return null;
  const timeZone = member.timeZone ?? program.timeZone;
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <div className="flex flex-col gap-2">
        <PageHeader
          title={memberName(member)}
          actions={
            <>
              <HistoryLink slug="member" id={id} />
              <MemberActions member={member} save={save} remove={remove} />
            </>
          }
        />
        <div className="flex flex-wrap items-center gap-2">
          <StatusBadge status={member.status} />
          <bdi className="wrap-anywhere text-muted text-sm">{member.externalId}</bdi>
        </div>
      </div>
      <MemberFacts member={member} timeZone={timeZone} />
      <MemberProgress id={id} timeZone={timeZone} />
      <MemberRewards id={id} timeZone={timeZone} actions={rewards} />
      <MemberPoints member={member} timeZone={timeZone} award={award} />
    </div>
  );
}

function MemberRewards({ id, timeZone, actions }: { id: string; timeZone: string; actions: RewardRowActions }) {
  const t = useTranslations("members");
  const [after, setAfter] = useQueryState("rewards", parseAsString.withOptions({ history: "push" }));
  const columns = useRewardColumns({ actions, campaigns: useCampaigns(), ofMember: true, timeZone });
  return (
    <Card
      title={t("rewards")}
      actions={
        <Link
          href={`/reward-logs${rewardListQuery({ member: id })}`}
          className={buttonClasses({ kind: "secondary", size: "small" })}
        >
          {t("openQueue")}
        </Link>
      }
    >
      <RecordList<RewardRow>
        noun="reward-logs"
        query={rewardListQuery({ member: id, after })}
        label={t("rewards")}
        columns={columns}
        after={after}
        goTo={(next) => void setAfter(next)}
        filtered={false}
        clear={() => void setAfter(null)}
        empty={<p className="text-muted">{t("noRewards")}</p>}
      />
    </Card>
  );
}

interface MemberPointsProps {
  member: MemberView;
  timeZone: string;
  award: AwardAction;
}

function MemberPoints({ member, timeZone, award }: MemberPointsProps) {
  const t = useTranslations("members");
  const format = useFormatter();
  const [after, setAfter] = useQueryState("entries", parseAsString.withOptions({ history: "push" }));
  const columns = useLedgerColumns({ ofMember: true, timeZone });
  return (
    <Card
      title={t("points")}
      intro={t.rich("balance", {
        points: format.number(member.pointsBalance),
        strong: (chunks) => <strong className="text-foreground tabular-nums">{chunks}</strong>,
      })}
      actions={<AwardPoints memberId={member.id} action={award} />}
    >
      <RecordList<EntryRow>
        noun="ledger"
        query={ledgerListQuery({ member: member.id, after })}
        label={t("points")}
        columns={columns}
        after={after}
        goTo={(next) => void setAfter(next)}
        filtered={false}
        clear={() => void setAfter(null)}
        empty={<p className="text-muted">{t("noPoints")}</p>}
      />
    </Card>
  );
}
