import type { MemberView } from "./member-row";

/** What the fields of the form edit: texts, which are empty where the record has nothing. */
export interface MemberValues {
  externalId: string;
  firstName: string;
  lastName: string;
  displayName: string;
  email: string;
  phoneNumber: string;
  walletAddress: string;
  status: string;
  timeZone: string;
  languageCode: string;
  metadata: string;
}

const TEXTS = [
  "firstName",
  "lastName",
  "displayName",
  "email",
  "phoneNumber",
  "walletAddress",
  "timeZone",
  "languageCode",
] as const;

export function memberValues(member: MemberView | null): MemberValues {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, member?.[field] ?? ""]));
  return {
    ...(texts as Record<(typeof TEXTS)[number], string>),
    externalId: member?.externalId ?? "",
    status: member?.status ?? "live",
    metadata: member?.metadata ? JSON.stringify(member.metadata, null, 2) : "",
  };
}

/** The record as the wire has it. Metadata that is no JSON goes out as it was typed, and the contract refuses it. */
export function memberWire(values: MemberValues) {
  return {
    ...Object.fromEntries(TEXTS.map((field) => [field, values[field].trim() || null])),
    externalId: values.externalId.trim(),
    status: values.status,
    metadata: values.metadata.trim() === "" ? null : jsonOr(values.metadata),
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
