/** What stops a replay and is the operator's to mend: told as one sentence, without a stack. */
export class ReplayFailure extends Error {}
