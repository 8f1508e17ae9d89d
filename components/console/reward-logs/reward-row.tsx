"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeForm } from "./code-form";
import type { IssueAction, RewardRowLabels, RewardView } from "./reward-view";
import { StateBadge } from "./state-badge";

interface RewardRowProps {
  reward: RewardView;
  labels: RewardRowLabels;
  action: IssueAction;
}

const CELL = "px-3 py-1 align-top first:ps-4 last:pe-4 max-md:block max-md:px-4 md:py-3";

/**
 * A reward of the list. After a code was saved the row stays where it is and shows what the server made of it, even
 * when a filter would leave it out now: nothing jumps away under the cursor.
 */
export function RewardRow({ reward: loaded, labels, action }: RewardRowProps) {
  const [state, submit, pending] = useActionState(action, { outcome: "none" });
  const reward = state.outcome === "saved" ? state.reward : loaded;
  return (
    <tr className="border-border border-t max-md:block max-md:py-3">
      <td className={CELL}>
        <Isolated className="wrap-anywhere font-medium">{reward.member}</Isolated>
        {reward.memberDetail ? (
          <Isolated className="wrap-anywhere text-muted text-xs">{reward.memberDetail}</Isolated>
        ) : null}
      </td>
      <td className={CELL}>
        <Isolated className="wrap-anywhere">{reward.title}</Isolated>
        <Isolated className="wrap-anywhere text-muted text-xs">{reward.detail}</Isolated>
      </td>
      <td className={`${CELL} text-muted`}>
        <time dateTime={reward.earnedAt}>{reward.earnedText}</time>
      </td>
      <td className={CELL}>
        <StateBadge state={reward.state} label={reward.stateText} />
        {reward.stateDetail ? <div className="mt-1 text-muted text-xs">{reward.stateDetail}</div> : null}
      </td>
      <td className={`${CELL}`}>
        <CodeCell
          key={state.outcome === "saved" ? `${state.reward.code}` : "loaded"}
          reward={reward}
          labels={labels}
          state={state}
          pending={pending}
          submit={submit}
        />
      </td>
    </tr>
  );
}

/** A line of somebody else's words: its own direction inside, the page's alignment outside. */
function Isolated({ className, children }: { className: string; children: string }) {
  return (
    <div className={className}>
      <bdi>{children}</bdi>
    </div>
  );
}

type CodeCellProps = Omit<Parameters<typeof CodeForm>[0], "cancel">;

function CodeCell(props: CodeCellProps) {
  const { reward, labels, state } = props;
  const [editing, setEditing] = useState(false);
  if (reward.code === null && reward.state === "pending") return <CodeForm {...props} cancel={null} />;
  if (editing) return <CodeForm {...props} cancel={() => setEditing(false)} />;
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-2">
      {reward.code === null ? (
        <span className="text-muted">{labels.noCode}</span>
      ) : (
        <code className="wrap-anywhere min-w-0 font-medium" dir="auto">
          {reward.code}
        </code>
      )}
      {reward.state === "redeemed" ? null : (
        <Button kind="quiet" size="small" aria-label={reward.changeLabel} onClick={() => setEditing(true)}>
          {labels.change}
        </Button>
      )}
      {state.outcome === "saved" ? <Saved label={labels.saved} /> : null}
    </div>
  );
}

/** Says that it was saved, and takes the focus that the vanished input left. */
function Saved({ label }: { label: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) mark.current?.focus();
  }, []);
  return (
    <span ref={mark} role="status" tabIndex={-1} className="text-success text-xs outline-none">
      {label}
    </span>
  );
}
