import { z } from "zod";
import { STATUSES } from "@/lib/domain/record";
import { metadata, optionalText, status, text, timeZone } from "./fields";
import { fieldTypes } from "./list-fields";

/** Most bytes of JSON in the metadata of a member or an award. */
export const MAX_METADATA_BYTES = 16 * 1024;
/** RFC 5646 knows of no tag in use that is longer than 35 characters. */
const MAX_LANGUAGE_TAG = 100;

const languageCode = z
  .string()
  .max(MAX_LANGUAGE_TAG)
  .refine(isLanguageTag, { error: "must be a BCP 47 language tag, such as pt-BR" });

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The address of a wallet; upper and lower case are the same address. */
export const walletAddress = z.string().regex(/^0x[a-fA-F0-9]{40}$/, { error: "must be 0x and 40 hexadecimal digits" });

const fields = {
  externalId: text(256),
  firstName: optionalText(256).nullable(),
  lastName: optionalText(256).nullable(),
  displayName: optionalText(256).nullable(),
  email: z.email({ error: "must be an e-mail address" }).pipe(optionalText(320)).nullable(),
  phoneNumber: z.e164({ error: "must be a phone number in E.164 form, such as +4930123456" }).nullable(),
  walletAddress: walletAddress.nullable(),
  status,
  timeZone: timeZone.nullable(),
  languageCode: languageCode.nullable(),
  metadata: metadata(MAX_METADATA_BYTES).nullable(),
};

/** A member as created, by itself or by the first activity that names its `externalId` (DOMAIN 2). */
export const memberCreate = z.strictObject({
  externalId: fields.externalId,
  firstName: fields.firstName.default(null),
  lastName: fields.lastName.default(null),
  displayName: fields.displayName.default(null),
  email: fields.email.default(null),
  phoneNumber: fields.phoneNumber.default(null),
  walletAddress: fields.walletAddress.default(null),
  status: fields.status.default("live"),
  timeZone: fields.timeZone.default(null),
  languageCode: fields.languageCode.default(null),
  metadata: fields.metadata.default(null),
});
export type MemberCreate = z.output<typeof memberCreate>;

/** A change of a member: what is left out stays. A new zone rewrites no log. */
export const memberUpdate = z.strictObject(fields).partial();

/** What lists of members filter and sort by. */
export const memberList = fieldTypes({
  id: "uuid",
  createdAt: "instant",
  updatedAt: "instant",
  externalId: "text",
  firstName: "text",
  lastName: "text",
  displayName: "text",
  email: "text",
  phoneNumber: "text",
  walletAddress: "text",
  status: STATUSES,
});

/** Every field of a member, as `fields` names them. */
export const memberFields = [...Object.keys(memberList), "timeZone", "languageCode", "pointsBalance", "metadata"];
