import type { Operation } from "@/lib/http/operations/operation";
import { accountStreaksOperation } from "./account-streaks";
import { campaignOperations } from "./campaigns";
import { eventsOperation } from "./events";
import { healthOperations } from "./health";
import { iconOperations } from "./icons";
import { logOperations } from "./logs";
import { memberOperations } from "./members";
import { pointsOperations } from "./points";
import { timelineOperations } from "./timelines";
import { userGroupOperations } from "./user-groups";
import { whoamiOperation } from "./whoami";

/** Every REST operation. Where two paths fit a request, the earlier one is meant. */
export const OPERATIONS: readonly Operation[] = [
  ...healthOperations,
  whoamiOperation,
  ...logOperations,
  ...campaignOperations,
  ...timelineOperations,
  ...memberOperations,
  ...userGroupOperations,
  ...pointsOperations,
  eventsOperation,
  accountStreaksOperation,
  ...iconOperations,
];
