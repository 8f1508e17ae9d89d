declare const minted: unique symbol;

/**
 * The right to touch one program's rows: the first argument of every query. Only lib/auth mints one, after it has
 * looked at who asks; nothing else can make a value of this type.
 */
export interface TenantScope {
  readonly programId: string;
  readonly [minted]: true;
}
