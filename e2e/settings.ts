/** What the servers under test are bootstrapped with; nothing outside of the tests uses these. */
export const API_SECRET = "mp_live_sk_e2e-only-0123456789abcdef";
export const WIDGET_SECRET = "e2e-only-widget-secret-0123456789";
export const ADMIN_EMAIL = "owner@example.com";
export const ADMIN_PASSWORD = "e2e-only-password";

export const BOOTSTRAP_SETTINGS = {
  BOOTSTRAP_API_SECRET: API_SECRET,
  BOOTSTRAP_WIDGET_SECRET: WIDGET_SECRET,
  BOOTSTRAP_ADMIN_EMAIL: ADMIN_EMAIL,
  BOOTSTRAP_ADMIN_PASSWORD: ADMIN_PASSWORD,
};
