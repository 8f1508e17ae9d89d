import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { readMember } from "./read";

/** The member of an address, or the page that says there is none. */
export async function memberOrNotFound(context: ServiceContext, id: string) {
  try {
    return await readMember(context, new URLSearchParams({ id }));
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
