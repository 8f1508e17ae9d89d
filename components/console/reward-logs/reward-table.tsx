import { RewardRow } from "./reward-row";
import type { IssueAction, RewardRowLabels, RewardView } from "./reward-view";

interface RewardTableProps {
  title: string;
  columns: { member: string; reward: string; earned: string; state: string; code: string };
  rewards: RewardView[];
  labels: RewardRowLabels;
  action: IssueAction;
}

/** The list of rewards; on a phone each row is a card of its own. */
export function RewardTable({ title, columns, rewards, labels, action }: RewardTableProps) {
  const heads = [
    { name: columns.member, width: "w-[18%]" },
    { name: columns.reward, width: "w-[23%]" },
    { name: columns.earned, width: "w-[15%]" },
    { name: columns.state, width: "w-[18%]" },
    { name: columns.code, width: "w-[26%]" },
  ];
  return (
    <div className="overflow-hidden rounded-lg border border-border bg-surface">
      <table className="w-full table-fixed border-collapse text-start max-md:block">
        <caption className="sr-only">{title}</caption>
        <thead className="max-md:sr-only">
          <tr>
            {heads.map((head) => (
              <th
                key={head.name}
                scope="col"
                className={`${head.width} px-3 py-2.5 text-start font-medium text-muted text-xs first:ps-4 last:pe-4`}
              >
                {head.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block max-md:[&>tr:first-child]:border-t-0">
          {rewards.map((reward) => (
            <RewardRow key={reward.id} reward={reward} labels={labels} action={action} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
