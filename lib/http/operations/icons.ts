import { database } from "@/lib/auth/database";
import { mintPublicScope } from "@/lib/auth/scope";
import { MAX_BODY, type Operation, type Request } from "@/lib/http/operations/operation";
import { getChallenge } from "@/lib/services/challenges/get-challenge";
import { updateChallenge } from "@/lib/services/challenges/update-challenge";
import { createIcon } from "@/lib/services/icons/create-icon";
import { getIcon } from "@/lib/services/icons/get-icon";
import { type PreparedIcon, prepareIcon } from "@/lib/services/icons/prepare-icon";
import { readIconFile } from "@/lib/services/icons/read-icon-file";
import { type IconTarget, removeRecordIcon, setRecordIcon } from "@/lib/services/icons/set-record-icon";
import { getMilestone } from "@/lib/services/milestones/get-milestone";
import { updateMilestone } from "@/lib/services/milestones/update-milestone";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { updateStreak } from "@/lib/services/streaks/update-streak";

/** Icons by themselves, of a record, and their bytes for everybody. */
export const iconOperations: Operation[] = [
  {
    method: "POST",
    path: "/api/icons",
    access: "program",
    maxBytes: MAX_BODY,
    parameters: [],
    prepare: prepareIcon,
    run: async (context, { body }) => ({ status: 201, body: { data: await createIcon(context, prepared(body)) } }),
  },
  {
    method: "GET",
    path: "/api/icons/{id}",
    access: "program",
    maxBytes: null,
    parameters: [],
    run: async (context, { params }) => ({
      status: 200,
      body: { data: await getIcon(context, params["id"] ?? "") },
    }),
  },
  {
    method: "GET",
    path: "/icons/{programId}/{file}",
    access: "public-file",
    maxBytes: null,
    parameters: null,
    run: async ({ params: { programId = "", file = "" } }) => {
      const scope = programId === "default" ? null : mintPublicScope(programId);
      return readIconFile(scope, (await database()).db, file);
    },
  },
  ...ofRecord("streak", { get: getStreak, update: updateStreak }),
  ...ofRecord("challenge", { get: getChallenge, update: updateChallenge }),
  ...ofRecord("milestone", { get: getMilestone, update: updateMilestone }),
];

/** Upload to a record, and removal: `?languageCode=` means a language's own icon (DOMAIN 6). */
function ofRecord<Noun extends Parameters<typeof setRecordIcon>[1]>(slug: string, noun: Noun): Operation[] {
  const path = `/schema/${slug}/record/{id}/eudIcon`;
  return [
    {
      method: "POST",
      path,
      access: "program",
      maxBytes: MAX_BODY,
      parameters: ["languageCode"],
      prepare: prepareIcon,
      run: async (context, request) => ({
        status: 201,
        body: { data: await setRecordIcon(context, noun, targetOf(request), prepared(request.body)) },
      }),
    },
    {
      method: "DELETE",
      path,
      access: "program",
      maxBytes: null,
      parameters: ["languageCode"],
      run: async (context, request) => {
        await removeRecordIcon(context, noun, targetOf(request));
        return { status: 204 };
      },
    },
  ];
}

function targetOf({ params, query }: Request): IconTarget {
  return { id: params["id"] ?? "", languageCode: query.get("languageCode") };
}

/** What `prepareIcon` made, which the pipeline passes on without knowing it. */
function prepared(body: unknown): PreparedIcon {
  return body as PreparedIcon;
}
